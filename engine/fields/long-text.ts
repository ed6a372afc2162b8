// Text of several lines.
import { normalise } from "../thai/normalise.js";
import { sortKey } from "../thai/sort-key.js";
import type { FieldKind } from "./field.js";
import { textComplaints, textProblems, textSchema } from "./text-rules.js";

export const longText: FieldKind = {
  type: "long-text",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["minLength", "maxLength", "pattern", "default", "x-default", "x-value"],
  check: textComplaints,
  clean: (value) => (typeof value === "string" ? normalise(value.replace(/\r\n?/g, "\n")).trim() : value),
  validate: (value, field) => textProblems(value, field),
  schema: textSchema,
  show: (value) => (typeof value === "string" ? value : ""),
  // Lists sort by how it begins; the whole would only make the index heavy.
  sortKey: (value) => (typeof value === "string" ? sortKey(value.slice(0, 200)) : ""),
};
