// What text and long text share: lengths in characters as people count them, the pattern, what may not be kept.
import type { FieldSchema, Problem } from "../../schemas/types.js";
import { compilePattern } from "../expression/pattern.js";
import { fieldProblem } from "../problem/field.js";
import { isProblem } from "../problem/problem.js";
import type { Complaint, FieldOptions, FieldUnder } from "./field.js";

// Control characters other than tab and line feed, and halves of a surrogate pair: no store and no print keeps them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unkeepable = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u;

// One matcher a field, made when first needed; fields of a compiled form are never changed.
const matchers = new WeakMap<FieldOptions, (text: string) => boolean>();

function matcher(options: FieldOptions, pattern: string): (text: string) => boolean {
  const known = matchers.get(options);
  if (known) return known;
  const made = compilePattern(pattern);
  const test = isProblem(made) ? () => false : (text: string) => made.test(text);
  matchers.set(options, test);
  return test;
}

/** Characters as a person and JSON Schema count them: code points. */
export function length(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** Problems of a clean text. */
export function textProblems(value: unknown, field: FieldUnder): Problem[] {
  const { title, options, path } = field;
  if (typeof value !== "string") return [fieldProblem("field.type", { title, expected: { th: "ข้อความ", en: "text" } }, path)];
  if (unkeepable.test(value)) return [fieldProblem("field.control-character", { title }, path)];
  const count = length(value);
  if (options.maxLength !== undefined && count > options.maxLength) return [fieldProblem("field.too-long", { title, limit: options.maxLength, count }, path)];
  if (options.minLength !== undefined && count < options.minLength) return [fieldProblem("field.too-short", { title, limit: options.minLength, count }, path)];
  if (options.pattern !== undefined && !matcher(options, options.pattern)(value)) {
    return [fieldProblem("field.pattern", { title, hint: field.hint ?? options.pattern }, path)];
  }
  return [];
}

/** The same rules as plain JSON Schema. */
export function textSchema(options: FieldOptions): Record<string, unknown> {
  const { minLength, maxLength, pattern } = options;
  return {
    type: "string",
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** Faults in the bounds and the pattern of a definition. */
export function textComplaints(schema: FieldSchema): Complaint[] {
  const found: Complaint[] = [];
  if (schema.minLength !== undefined && schema.maxLength !== undefined && schema.minLength > schema.maxLength) {
    found.push({
      code: "definition.bounds",
      at: "minLength",
      params: { low: "minLength", high: "maxLength", least: schema.minLength, most: schema.maxLength },
    });
  }
  if (schema.pattern !== undefined) {
    const made = compilePattern(schema.pattern);
    if (isProblem(made)) found.push({ code: "definition.bad-pattern", at: "pattern", params: { pattern: schema.pattern, detail: made.title } });
  }
  return found;
}
