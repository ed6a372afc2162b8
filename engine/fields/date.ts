// A day. Kept as an ISO date of the common era, shown in the Buddhist era; no time zone touches it.

import { fieldProblem } from "../problem/field.js";
import { formatDate, isDay } from "../thai/date.js";
import type { FieldKind } from "./field.js";

export const date: FieldKind = {
  type: "date",
  ask: { th: "กรอก", en: "Fill in" },
  value: "date",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["format", "x-default", "x-value", "default"],
  check: (schema) =>
    typeof schema.default === "string" && !isDay(schema.default)
      ? [{ code: "definition.default-type", at: "default", params: { expected: { th: "วันที่แบบ 2026-11-25", en: "a date such as 2026-11-25" } } }]
      : [],
  validate: (value, { title, path }) => (isDay(value) ? [] : [fieldProblem("field.date", { title }, path)]),
  schema: () => ({ type: "string", format: "date" }),
  show: (value, _options, _facts, language) => (isDay(value) ? formatDate(value, "long", language) : ""),
  sortKey: (value) => (typeof value === "string" ? value : ""),
};
