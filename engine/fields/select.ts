// One choice of several, kept as its code.
import type { FieldKind } from "./field.js";
import { choiceComplaints, choiceKey, choiceProblem, choiceSchema, showChoice } from "./options.js";

export const select: FieldKind = {
  type: "select",
  ask: { th: "เลือก", en: "Choose" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["enum", "x-options", "x-codes", "x-display", "default", "x-default", "x-value"],
  check: (schema) => choiceComplaints(schema, schema.enum),
  validate(value, field, facts) {
    const problem = choiceProblem(value, field.before === value, field, facts);
    return problem ? [problem] : [];
  },
  schema: choiceSchema,
  show: showChoice,
  sortKey: choiceKey,
};
