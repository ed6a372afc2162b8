// A new field of each kind, with as much as its kind needs to be shown; what only its author knows (a formula, another form) is told by the checks.
import type { FieldSchema, FieldType } from "../../../schemas/types.js";
import { kinds } from "../../fields/index.js";

const two = [
  { id: "o1", title: { th: "ตัวเลือก 1", en: "Choice 1" } },
  { id: "o2", title: { th: "ตัวเลือก 2", en: "Choice 2" } },
];

const needs: Partial<Record<FieldType, FieldSchema>> = {
  date: { format: "date" },
  select: { "x-options": two },
  "multi-select": { "x-options": two },
  table: { items: { type: "object", properties: {} } },
  group: { properties: {} },
  "running-number": { "x-number": { series: "main", period: "fiscal-year" } },
};

/** Without an id: who puts it in gives one. */
export function newField(type: FieldType, title: string): FieldSchema {
  const json = kinds[type].json[0];
  return { "x-field": type, ...(json && type !== "note" ? { type: json } : {}), ...(title ? { title } : {}), ...needs[type] };
}
