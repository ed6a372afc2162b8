// Words to read between the fields; it holds no answer.
import { fieldProblem } from "../problem/field.js";
import type { FieldKind } from "./field.js";

export const note: FieldKind = {
  type: "note",
  ask: { th: "อ่าน", en: "Read" },
  value: "none",
  answers: false,
  byPeople: false,
  json: [],
  keywords: [],
  validate: (_value, { title, path }) => [fieldProblem("field.not-in-form", { name: title }, path)],
  schema: () => ({}),
  show: () => "",
};
