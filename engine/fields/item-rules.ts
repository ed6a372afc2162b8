// What lists share (choices, files, rows): how many there must and may be.
import type { FieldSchema, Problem, Text } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import type { Complaint, FieldOptions, FieldUnder } from "./field.js";

/** Too few or too many. */
export function countProblems(count: number, unit: Text, { title, options, path }: FieldUnder): Problem[] {
  const { minItems, maxItems } = options;
  if (maxItems !== undefined && count > maxItems) return [fieldProblem("field.too-many", { title, limit: maxItems, count, unit }, path)];
  if (minItems !== undefined && count < minItems) return [fieldProblem("field.too-few", { title, limit: minItems, count, unit }, path)];
  return [];
}

/** The same as plain JSON Schema. */
export function countSchema({ minItems, maxItems }: FieldOptions): Record<string, unknown> {
  return { ...(minItems === undefined ? {} : { minItems }), ...(maxItems === undefined ? {} : { maxItems }) };
}

/** A least count above the most. */
export function countComplaints(schema: FieldSchema): Complaint[] {
  const { minItems, maxItems } = schema;
  if (minItems === undefined || maxItems === undefined || minItems <= maxItems) return [];
  return [{ code: "definition.bounds", at: "minItems", params: { low: "minItems", high: "maxItems", least: minItems, most: maxItems } }];
}
