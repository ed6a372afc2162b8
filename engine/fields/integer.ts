// A whole number.

import { fieldProblem } from "../problem/field.js";
import { say } from "../text/text.js";
import { formatNumber } from "../thai/money.js";
import type { Complaint, FieldKind } from "./field.js";
import { boundComplaints, boundProblems, boundSchema, notANumber, numberKey } from "./number-rules.js";

export const integer: FieldKind = {
  type: "integer",
  ask: { th: "กรอก", en: "Fill in" },
  value: "number",
  answers: true,
  byPeople: true,
  json: ["integer"],
  keywords: ["minimum", "maximum", "default", "x-default", "x-value", "x-unit"],
  check: (schema) => [
    ...boundComplaints(schema),
    ...(["minimum", "maximum"] as const)
      .filter((bound) => schema[bound] !== undefined && !Number.isSafeInteger(schema[bound]))
      .map((bound): Complaint => ({ code: "definition.bound-not-whole", at: bound, params: { value: String(schema[bound]) } })),
  ],
  validate(value, field) {
    if (typeof value !== "number" || !Number.isFinite(value)) return notANumber(field);
    if (!Number.isInteger(value)) return [fieldProblem("field.whole-number", { title: field.title, value: formatNumber(value) }, field.path)];
    return boundProblems(value, field, (n) => formatNumber(n));
  },
  schema: (options) => ({ type: "integer", ...boundSchema(options) }),
  show: (value, options, _facts, language) =>
    typeof value === "number" ? `${formatNumber(value)}${options.unit ? ` ${say(options.unit, language)}` : ""}` : "",
  sortKey: numberKey,
};
