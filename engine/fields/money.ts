// An amount in baht. JSON carries baht with satang as decimals; counting is done in satang.

import { fieldProblem } from "../problem/field.js";
import { formatNumber } from "../thai/money.js";
import type { FieldKind } from "./field.js";
import { boundComplaints, boundProblems, boundSchema, hasDecimals, notANumber, numberKey } from "./number-rules.js";

export const money: FieldKind = {
  type: "money",
  ask: { th: "กรอก", en: "Fill in" },
  value: "number",
  answers: true,
  byPeople: true,
  json: ["number"],
  keywords: ["minimum", "maximum", "default", "x-default", "x-value"],
  check: boundComplaints,
  validate(value, field) {
    if (typeof value !== "number" || !Number.isFinite(value)) return notANumber(field);
    if (!hasDecimals(value, 2)) return [fieldProblem("field.satang", { title: field.title, value: String(value) }, field.path)];
    return boundProblems(value, field, (n) => formatNumber(n, 2));
  },
  schema: (options) => ({ type: "number", ...boundSchema(options) }),
  show: (value, _options, _facts, language) => (typeof value === "number" ? `${formatNumber(value, 2)} ${language === "th" ? "บาท" : "baht"}` : ""),
  sortKey: numberKey,
};
