// Small forms for tests: fields written short, compiled with a plain workflow, and facts of a usual day.

import { compileForm } from "../../engine/compile/compile.js";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { FieldSchema, FieldType, FormDefinition, WorkflowDefinition } from "../../schemas/types.js";

const digits = "0123456789abcdefghijklmnopqrstuvwxyz";

/** A field id made of a number: the same number gives the same id. */
export function fieldId(number: number): string {
  let rest = number;
  let id = "";
  for (let at = 0; at < 10; at++) {
    id = digits[rest % 36]! + id;
    rest = Math.floor(rest / 36);
  }
  return id;
}

/** A row id made of a number. */
export const rowId = (number: number): string => `01HZX${String(number).padStart(21, "0")}`;

let next = 0;

/** A field of a type, with an id and a title. */
export function field(type: FieldType, more: Partial<FieldSchema> = {}): FieldSchema {
  next++;
  const json = {
    table: "array",
    group: "object",
    "person-name": "object",
    address: "object",
    location: "object",
    "multi-select": "array",
    signature: "object",
  } as Partial<Record<FieldType, FieldSchema["type"]>>;
  return { "x-id": fieldId(next), "x-field": type, ...(json[type] ? { type: json[type] } : {}), title: `ช่อง${next}`, ...more };
}

/** A table with these columns. */
export function tableOf(columns: Record<string, FieldSchema>, more: Partial<FieldSchema> = {}, required: string[] = []): FieldSchema {
  return field("table", { items: { type: "object", properties: columns, ...(required.length ? { required } : {}) }, ...more });
}

/** A form of these fields. */
export function formOf(properties: Record<string, FieldSchema>, more: Partial<Omit<FormDefinition, "schema">> & { required?: string[] } = {}): FormDefinition {
  const { required, ...rest } = more;
  return { kind: "form", id: "test-form", title: "แบบทดสอบ", schema: { type: "object", properties, ...(required ? { required } : {}) }, ...rest };
}

/** The smallest workflow: what is sent is done. */
export const plainWorkflow: WorkflowDefinition = {
  kind: "workflow",
  id: "plain",
  title: "ส่งแล้วจบ",
  states: [{ id: "sent", title: "ส่งแล้ว", final: true }],
  actions: [{ id: "submit", title: "ส่ง", from: ["new"], to: "sent", complete: true }],
};

/** The compiled form of these fields; a wrong definition throws with all its problems. */
export function compiled(properties: Record<string, FieldSchema>, more: Parameters<typeof formOf>[1] = {}): CompiledForm {
  return compiledForm(formOf(properties, more));
}

/** A definition compiled; a wrong one throws with all its problems. */
export function compiledForm(form: FormDefinition, workflow = plainWorkflow): CompiledForm {
  const made = compileForm(form, workflow, { owner: "lao", version: 1, workflowVersion: 1 });
  if (Array.isArray(made)) throw new Error(made.map(({ code, path, title }) => `${code} ${path}: ${title.th}`).join("\n"));
  return made;
}

/** Facts of a usual day, all known unless taken out. */
export function factsOf(more: Partial<Facts> = {}): Facts {
  return {
    today: "2026-11-25",
    author: { account: "a1", person: "p1", name: "มาลี ใจดี", duties: ["school-staff"], phone: "0812345678" },
    organization: { id: "o1", kind: "school", name: { th: "โรงเรียนบ้านสวน" }, ancestors: [] },
    lookups: {},
    codes: {},
    labels: {},
    ...more,
  };
}
