// Fields that belong together and stand under one name.
import { fieldProblem } from "../problem/field.js";
import type { FieldKind } from "./field.js";

export const group: FieldKind = {
  type: "group",
  ask: { th: "กรอก", en: "Fill in" },
  value: "map",
  answers: true,
  byPeople: true,
  json: ["object"],
  keywords: ["properties", "required", "additionalProperties"],
  check: (schema) => (Object.keys(schema.properties ?? {}).length === 0 ? [{ code: "definition.needs-properties" }] : []),
  validate: (value, { title, path }) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? []
      : [fieldProblem("field.type", { title, expected: { th: "กลุ่มของช่อง", en: "a group of fields" } }, path)],
  schema: () => ({ type: "object" }),
  // Its fields show themselves; the group alone has no words.
  show: () => "",
};
