// What academic and fiscal years share: whole Buddhist-era years, and a kind word for a year of the common era.
import type { FieldSchema, Problem } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import type { Complaint, FieldKind, FieldOptions, FieldUnder } from "./field.js";
import { boundComplaints, numberKey } from "./number-rules.js";

export const firstYear = 2400;
export const lastYear = 2700;

const bounds = (options: FieldOptions) => ({
  first: Math.max(options.minimum ?? firstYear, firstYear),
  last: Math.min(options.maximum ?? lastYear, lastYear),
});

function yearProblems(value: unknown, { title, options, path }: FieldUnder): Problem[] {
  const { first, last } = bounds(options);
  const year = typeof value === "number" && Number.isInteger(value) ? value : undefined;
  if (year !== undefined && year >= first && year <= last) return [];
  if (year !== undefined && year + 543 >= first && year + 543 <= last) {
    return [fieldProblem("field.year-era", { title, value: String(year), buddhist: String(year + 543) }, path)];
  }
  return [fieldProblem("field.year", { title, first: String(first), last: String(last), value: String(value) }, path)];
}

function yearComplaints(schema: FieldSchema): Complaint[] {
  const outside = (["minimum", "maximum"] as const).filter((bound) => {
    const value = schema[bound];
    return value !== undefined && (!Number.isInteger(value) || value < firstYear || value > lastYear);
  });
  return [
    ...boundComplaints(schema),
    ...outside.map(
      (bound): Complaint => ({
        code: "definition.year-bounds",
        at: bound,
        params: { value: String(schema[bound]), first: String(firstYear), last: String(lastYear) },
      }),
    ),
  ];
}

/** A kind of year field. */
export function yearKind(type: "academic-year" | "fiscal-year"): FieldKind {
  return {
    type,
    ask: { th: "เลือก", en: "Choose" },
    value: "number",
    answers: true,
    byPeople: true,
    json: ["integer"],
    keywords: ["minimum", "maximum", "default", "x-default", "x-value"],
    check: yearComplaints,
    validate: (value, field) => yearProblems(value, field),
    schema: (options) => ({ type: "integer", minimum: bounds(options).first, maximum: bounds(options).last }),
    // A year is a name: no grouping comma.
    show: (value) => (typeof value === "number" ? String(value) : ""),
    sortKey: numberKey,
  };
}
