// The form that is drawn for measuring, as plain data: sections of 20 fields with a usual mix, or a table of 200 rows. Made alike for the product and by hand.
import type { FieldSchema, FormDefinition } from "../../schemas/types.js";

export interface BenchField {
  name: string;
  title: string;
  type: "text" | "number" | "select" | "date" | "yes-no";
  required?: true;
  options?: string[];
  /** Shown when this field says "yes". */
  showIf?: string;
}
export interface BenchForm {
  sections: { title: string; fields: BenchField[] }[];
  columns: BenchField[];
  rows: Record<string, unknown>[];
}

/** 60 % text, 15 % numbers, 10 % selects of ten, 10 % days, 5 % yes or no; 10 % are required, and 10 % are shown by their section's first. */
const pattern = "TTNTSTDTTCTNTSTDTTNT";
const types = { T: "text", N: "number", S: "select", D: "date", C: "yes-no" } as const;
const titles = { text: "ข้อความ", number: "จำนวน", select: "ประเภท", date: "วันที่", "yes-no": "มีหรือไม่" };
const options = Array.from({ length: 10 }, (_, i) => `ตัวเลือก ${i + 1}`);
const a = { section: 20, required: [1, 13], hidden: [7, 15] };

function fieldAt(n: number): BenchField {
  const at = n % a.section;
  const type = types[pattern[at] as keyof typeof types];
  return {
    name: `f${n}`,
    title: `${titles[type]} ${n + 1}`,
    type,
    ...(a.required.includes(at) ? { required: true } : {}),
    ...(type === "select" ? { options } : {}),
    ...(a.hidden.includes(at) ? { showIf: `f${n - at}` } : {}),
  };
}

/** A form of so many fields. */
export function fieldsForm(count: number): BenchForm {
  const fields = Array.from({ length: count }, (_, n) => fieldAt(n));
  const sections = Array.from({ length: Math.ceil(count / a.section) }, (_, i) => ({
    title: `ส่วนที่ ${i + 1}`,
    fields: fields.slice(i * a.section, (i + 1) * a.section),
  }));
  return { sections, columns: [], rows: [] };
}

/** A table of so many rows and eight columns. */
export function tableForm(count: number): BenchForm {
  const column = (name: string, title: string, type: BenchField["type"]): BenchField => ({ name, title, type, ...(type === "select" ? { options } : {}) });
  const columns = [
    ...["รายการ", "รหัส", "หมายเหตุ", "ที่เก็บ"].map((title, i) => column(`c${i}`, title, "text")),
    ...["จำนวน", "ราคา"].map((title, i) => column(`c${4 + i}`, title, "number")),
    column("c6", "ประเภท", "select"),
    column("c7", "วันที่", "date"),
  ];
  const rows = Array.from({ length: count }, (_, n) => ({
    ...{
      $row: `01HZX${String(n).padStart(21, "0")}`,
      c0: `ของ ${n}`,
      c1: `รหัส ${n}`,
      c2: `หมายเหตุของแถว ${n}`,
      c3: `ห้อง ${n % 17}`,
      c4: n,
      c5: (n * 13) % 1000,
    },
    ...{ c6: options[n % 10]!, c7: `2026-0${1 + (n % 9)}-1${n % 10}` },
  }));
  return { sections: [], columns, rows };
}

const json = { text: "string", number: "number", select: "string", date: "string", "yes-no": "boolean" } as const;

/** The same as a definition of the product. */
export function definitionOf({ sections, columns }: BenchForm): FormDefinition {
  let n = 0;
  const schema = ({ type, title, options: all, showIf }: BenchField): FieldSchema => ({
    ...{ "x-id": `bench${String(n++).padStart(5, "0")}`, "x-field": type, type: json[type], title },
    ...(type === "text" ? { maxLength: 80 } : {}),
    ...(type === "date" ? { format: "date" } : {}),
    ...(all ? { enum: all } : {}),
    ...(showIf ? { "x-show": `${showIf} == "yes"` } : {}),
  });
  const properties = (fields: BenchField[]) => Object.fromEntries(fields.map((field) => [field.name, schema(field)]));
  const fields = sections.flatMap((section) => section.fields);
  const sum = fields.filter(({ type }) => type === "number").map(({ name }) => name);
  const total: FieldSchema = { "x-id": "benchtotal", "x-field": "computed", type: "number", title: "รวม", "x-value": `sum([${sum.join(", ")}])` };
  const table: FieldSchema = {
    "x-id": "benchtable",
    "x-field": "table",
    type: "array",
    title: "รายการ",
    items: { type: "object", properties: properties(columns) },
  };
  const laid = sections.map((section, i) => ({ id: `s${i}`, title: section.title, fields: section.fields.map(({ name }) => name) }));
  return {
    ...{ kind: "form" as const, id: "bench", title: "วัดความเร็ว" },
    schema: columns.length
      ? { type: "object", properties: { rows: table } }
      : { type: "object", properties: { ...properties(fields), total }, required: fields.filter(({ required }) => required).map(({ name }) => name) },
    ...(columns.length ? {} : { layout: [{ page: "หน้าเดียว", sections: [...laid, { id: "sum", title: "รวม", fields: ["total"] }] }] }),
  };
}
