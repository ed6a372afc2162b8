// A share of a hundred: 12.5 is 12.5 %. From 0 to 100 where the definition does not say otherwise.
import { formatNumber } from "../thai/money.js";
import type { FieldKind } from "./field.js";
import { number } from "./number.js";
import { boundComplaints, boundSchema } from "./number-rules.js";

const bounded = <T extends { minimum?: number; maximum?: number }>(given: T): T => ({ minimum: 0, maximum: 100, ...given });

export const percent: FieldKind = {
  ...number,
  type: "percent",
  keywords: ["minimum", "maximum", "x-decimals", "default", "x-default", "x-value"],
  check: (schema) => boundComplaints(bounded(schema)),
  validate: (value, field, facts) => number.validate(value, { ...field, options: bounded(field.options) }, facts),
  schema: (options) => ({ type: "number", ...boundSchema(bounded(options)) }),
  show: (value) => (typeof value === "number" ? `${formatNumber(value)}%` : ""),
};
