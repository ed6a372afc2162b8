// What whole numbers, numbers and money share: bounds, decimals, a sort key of equal width.
import type { FieldSchema, Problem, Text } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import type { Complaint, FieldOptions, FieldUnder } from "./field.js";

/** The widest amount that satang still count exactly. */
export const widest = 10_000_000_000_000;

/** Whether a number has at most so many decimals, as people write it. */
export function hasDecimals(value: number, decimals: number): boolean {
  const step = 10 ** decimals;
  return Math.round(value * step) / step === value;
}

/** Problems of a number beyond its bounds; `say` writes numbers as the field shows them. */
export function boundProblems(value: number, field: FieldUnder, say: (n: number) => string): Problem[] {
  const { title, options, path } = field;
  const least = Math.max(options.minimum ?? -widest, -widest);
  const most = Math.min(options.maximum ?? widest, widest);
  const about = (limit: number): Record<string, Text> => ({ title, limit: say(limit), value: say(value) });
  if (value < least) return [fieldProblem("field.too-small", about(least), path)];
  if (value > most) return [fieldProblem("field.too-big", about(most), path)];
  return [];
}

/** Not a number at all. */
export function notANumber(field: FieldUnder): Problem[] {
  return [fieldProblem("field.type", { title: field.title, expected: { th: "ตัวเลข", en: "a number" } }, field.path)];
}

/** Bounds as plain JSON Schema. */
export function boundSchema(options: FieldOptions): Record<string, unknown> {
  return {
    ...(options.minimum === undefined ? {} : { minimum: options.minimum }),
    ...(options.maximum === undefined ? {} : { maximum: options.maximum }),
  };
}

/** Faults in the bounds of a definition. */
export function boundComplaints(schema: FieldSchema): Complaint[] {
  const { minimum, maximum } = schema;
  if (minimum === undefined || maximum === undefined || minimum <= maximum) return [];
  return [{ code: "definition.bounds", at: "minimum", params: { low: "minimum", high: "maximum", least: minimum, most: maximum } }];
}

/** Bytes that compare as the numbers do: sign, then 15 digits and 6 decimals; digits of negative numbers are turned round. */
export function numberKey(value: unknown): string {
  if (typeof value !== "number" || !Number.isFinite(value)) return "";
  const size = Math.min(Math.abs(value), 999_999_999_999_999);
  const digits = size.toFixed(6).padStart(22, "0");
  return value < 0 ? `0${digits.replace(/\d/g, (digit) => String(9 - Number(digit)))}` : `1${digits}`;
}
