// Several choices, kept as a list of codes without doubles.
import type { Problem } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import type { FieldKind } from "./field.js";
import { countComplaints, countProblems, countSchema } from "./item-rules.js";
import { choiceComplaints, choiceProblem, choiceSchema, showChoice } from "./options.js";

export const multiSelect: FieldKind = {
  type: "multi-select",
  ask: { th: "เลือก", en: "Choose" },
  value: "list",
  answers: true,
  byPeople: true,
  json: ["array"],
  keywords: ["items", "uniqueItems", "minItems", "maxItems", "x-options", "x-codes", "x-display"],
  check: (schema) => [
    ...choiceComplaints(schema, schema.items?.enum),
    ...countComplaints(schema),
    ...(schema.items && schema.items.type !== "string" ? [{ code: "definition.items-type" as const, at: "items", params: { expected: "string" } }] : []),
  ],
  validate(value, field, facts) {
    const { title, path } = field;
    if (!Array.isArray(value)) return [fieldProblem("field.type", { title, expected: { th: "รายการตัวเลือก", en: "a list of choices" } }, path)];
    const before = Array.isArray(field.before) ? field.before : [];
    const wrong = value.map((id) => choiceProblem(id, before.includes(id), field, facts)).filter((problem): problem is Problem => problem !== undefined);
    if (wrong.length) return [wrong[0]!];
    const twice = value.find((id, at) => value.indexOf(id) !== at);
    if (twice !== undefined) return [fieldProblem("field.option-twice", { title, option: showChoice(twice, field.options, facts, "th") }, path)];
    return countProblems(value.length, { th: "รายการ", en: "choices" }, field);
  },
  schema: (options) => ({ type: "array", uniqueItems: true, items: choiceSchema(options), ...countSchema(options) }),
  show: (value, options, facts, language) => (Array.isArray(value) ? value.map((id) => showChoice(id, options, facts, language)).join(", ") : ""),
};
