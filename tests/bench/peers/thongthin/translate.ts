// The harness's logical form as a compiled form of the product.
import type { CompiledForm } from "../../../../engine/compile/compiled.js";
import type { FieldSchema } from "../../../../schemas/types.js";
import { compiledForm } from "../../../help/forms.js";

interface Logical {
  name: string;
  label: string;
  type: "text" | "number" | "select" | "date" | "checkbox";
  maxLength?: number;
  min?: number;
  max?: number;
  options?: { value: string; label: string }[];
  required?: boolean;
  showIf?: { field: string; equals: string };
}
interface LogicalForm {
  kind: "fields" | "table";
  sections: { name: string; title: string; fields: Logical[] }[];
  total: { of: string[] };
  title: string;
  columns: Logical[];
}

const json = { text: "string", number: "number", select: "string", date: "string", checkbox: "boolean" } as const;
const types = { text: "text", number: "number", select: "select", date: "date", checkbox: "yes-no" } as const;

export default function translate({ kind, sections, total, title, columns }: LogicalForm): CompiledForm {
  let n = 0;
  const id = () => `peers${String(n++).padStart(5, "0")}`;
  const field = ({ label, type, maxLength, min, max, options, showIf }: Logical): FieldSchema => ({
    ...{ "x-id": id(), "x-field": types[type], type: json[type], title: label },
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(min === undefined ? {} : { minimum: min }),
    ...(max === undefined ? {} : { maximum: max }),
    ...(type === "date" ? { format: "date" } : {}),
    ...(options ? { enum: options.map(({ value }) => value) } : {}),
    ...(showIf ? { "x-show": `${showIf.field} == "${showIf.equals}"` } : {}),
  });
  const properties = (fields: Logical[]) => Object.fromEntries(fields.map((one) => [one.name, field(one)]));
  const required = (fields: Logical[]) => fields.filter((one) => one.required && !one.showIf).map(({ name }) => name);
  if (kind === "table") {
    const items = { type: "object" as const, properties: properties(columns), required: required(columns) };
    return compiledForm({
      kind: "form",
      id: "peers",
      title,
      schema: { type: "object", properties: { rows: { "x-id": id(), "x-field": "table", type: "array", title, items } } },
    });
  }
  const fields = sections.flatMap((section) => section.fields);
  const sum: FieldSchema = { "x-id": id(), "x-field": "computed", type: "number", title: "Total", "x-value": `sum([${total.of.join(", ")}])` };
  const laid = sections.map((section) => ({ id: section.name, title: section.title, fields: section.fields.map(({ name }) => name) }));
  return compiledForm({
    ...{ kind: "form", id: "peers", title: "Peers" },
    schema: { type: "object", properties: { ...properties(fields), total: sum }, required: required(fields) },
    layout: [{ page: "Page", sections: [...laid, { id: "sum", title: "Total", fields: ["total"] }] }],
  });
}

/** Rows carry ids. */
export function data(form: LogicalForm, answers: { rows?: Record<string, unknown>[] }): object {
  if (form.kind !== "table") return answers;
  return { rows: answers.rows!.map((row, at) => ({ $row: `01HZX${String(at).padStart(21, "0")}`, ...row })) };
}
