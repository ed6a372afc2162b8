// A table: rows of fields. Every row carries `$row`, a ULID, so that rows can be told apart when they move.
// The rows of a computed table come from its formula, with ids that the formula gives.
import { fieldProblem } from "../problem/field.js";
import type { FieldKind, FieldOptions } from "./field.js";
import { idPattern, isId } from "./id-rules.js";
import { countComplaints, countProblems, countSchema } from "./item-rules.js";

/** The key of a row's own id. */
export const rowKey = "$row";
export const rowIdPattern = "^[0-9A-HJKMNP-TV-Z]{26}$";
const rowId = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/** What the id of a row of this table looks like. */
export const rowPattern = (options: FieldOptions): string => (options.computed ? idPattern : rowIdPattern);

export const isRowId = (value: unknown): value is string => typeof value === "string" && rowId.test(value);

export const table: FieldKind = {
  type: "table",
  ask: { th: "เพิ่มแถวใน", en: "Add a row to" },
  value: "list",
  answers: true,
  byPeople: true,
  json: ["array"],
  keywords: ["items", "minItems", "maxItems", "x-value", "x-rows", "x-display"],
  check: (schema) => [
    ...(!schema.items
      ? [{ code: "definition.needs-items" as const, params: { keyword: "items" } }]
      : schema.items.type !== "object"
        ? [{ code: "definition.items-type" as const, at: "items", params: { expected: "object" } }]
        : Object.keys(schema.items.properties ?? {}).length === 0
          ? [{ code: "definition.needs-properties" as const, at: "items" }]
          : []),
    ...countComplaints(schema),
  ],
  // Its rows and their ids; what stands in the cells is looked at field by field.
  validate(value, field) {
    const { title, path } = field;
    if (!Array.isArray(value)) return [fieldProblem("field.type", { title, expected: { th: "ตาราง", en: "a table" } }, path)];
    const seen = new Set<unknown>();
    for (const [at, row] of value.entries()) {
      const id = typeof row === "object" && row !== null && !Array.isArray(row) ? (row as Record<string, unknown>)[rowKey] : undefined;
      if (!(field.options.computed ? isId(id) : isRowId(id))) return [fieldProblem("field.row-id", { title, row: at + 1 }, `${path}/${at}`)];
      if (seen.has(id)) return [fieldProblem("field.row-twice", { title, row: at + 1 }, `${path}/${at}`)];
      seen.add(id);
    }
    return countProblems(value.length, { th: "แถว", en: "rows" }, field);
  },
  schema: (options) => ({ type: "array", ...countSchema(options) }),
  show: (value, _options, _facts, language) =>
    Array.isArray(value) && value.length ? `${value.length} ${language === "th" ? "แถว" : value.length === 1 ? "row" : "rows"}` : "",
  sortKey: (value) => (Array.isArray(value) ? String(value.length).padStart(5, "0") : ""),
};
