// A number with decimals.

import { fieldProblem } from "../problem/field.js";
import { say } from "../text/text.js";
import { formatNumber } from "../thai/money.js";
import type { FieldKind } from "./field.js";
import { boundComplaints, boundProblems, boundSchema, hasDecimals, notANumber, numberKey } from "./number-rules.js";

export const number: FieldKind = {
  type: "number",
  ask: { th: "กรอก", en: "Fill in" },
  value: "number",
  answers: true,
  byPeople: true,
  json: ["number"],
  keywords: ["minimum", "maximum", "x-decimals", "default", "x-default", "x-value", "x-unit"],
  check: boundComplaints,
  validate(value, field) {
    if (typeof value !== "number" || !Number.isFinite(value)) return notANumber(field);
    const limit = field.options.decimals;
    if (limit !== undefined && !hasDecimals(value, limit)) {
      return [fieldProblem("field.decimals", { title: field.title, limit, value: String(value) }, field.path)];
    }
    return boundProblems(value, field, (n) => formatNumber(n));
  },
  schema: (options) => ({ type: "number", ...boundSchema(options) }),
  show: (value, options, _facts, language) =>
    typeof value === "number" ? `${formatNumber(value)}${options.unit ? ` ${say(options.unit, language)}` : ""}` : "",
  sortKey: numberKey,
};
