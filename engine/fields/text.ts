// One line of text.
import { normalise } from "../thai/normalise.js";
import { sortKey } from "../thai/sort-key.js";
import type { FieldKind } from "./field.js";
import { textComplaints, textProblems, textSchema } from "./text-rules.js";

export const text: FieldKind = {
  type: "text",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["minLength", "maxLength", "pattern", "default", "x-default", "x-value", "x-unit"],
  check: textComplaints,
  // A pasted line break becomes a space: one line is one line. Cut and joined, as a pattern over many spaces would take for ever.
  clean: (value) =>
    typeof value === "string"
      ? normalise(value)
          .split(/[\t\r\n]+/)
          .map((line) => line.trim())
          .filter(Boolean)
          .join(" ")
      : value,
  validate: (value, field) => textProblems(value, field),
  schema: textSchema,
  show: (value) => (typeof value === "string" ? value : ""),
  sortKey: (value) => (typeof value === "string" ? sortKey(value) : ""),
};
