// What a kind of field is: how its definition is checked, its answer validated, shown as words, and described as plain JSON Schema.
// One file a type beside this one; index.ts lists them.
import type { FieldSchema, FieldType, OptionDefinition, Problem, Text } from "../../schemas/types.js";
import type { Facts } from "../expression/facts.js";

/** Keywords of the definition that a type understands, as compiled. */
export interface FieldOptions {
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  decimals?: number;
  minItems?: number;
  maxItems?: number;
  options?: OptionDefinition[];
  codes?: string;
  display?: "radio" | "list" | "search";
  unit?: Text;
  form?: string;
  within?: "unit" | "lao";
  accept?: string[];
  maxBytes?: number;
  /** JSON type of a computed value, or whether a file field holds many. */
  json?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  number?: { series: string; period: "calendar-year" | "fiscal-year" | "academic-year" | "ever"; pattern: string; on: string };
}

/** How an expression sees the answer. */
export type ValueType = "text" | "number" | "boolean" | "date" | "list" | "map" | "none";

export interface FieldKind {
  type: FieldType;
  /** How expressions see it. */
  value: ValueType;
  /** Whether it holds an answer (a note does not). */
  answers: boolean;
  /** JSON types the definition may name; the first is the default. */
  json: readonly ("string" | "integer" | "number" | "boolean" | "array" | "object")[];
  /** Keywords beyond those every field has. */
  keywords: readonly (keyof FieldSchema)[];
  /** Problems of the definition that only this type knows; codes `definition.*`. */
  check?(schema: FieldSchema, path: string): Problem[];
  /** Problems of an answer that is not empty; codes `field.*`. The title of the field is in the sentence. */
  validate(value: unknown, field: { title: Text; options: FieldOptions; path: string }, facts: Facts): Problem[];
  /** The plain JSON Schema of an answer, for Ajv: never stricter than `validate`. */
  schema(options: FieldOptions): Record<string, unknown>;
  /** As people read it (Buddhist era, grouped numbers, labels of codes). */
  show(value: unknown, options: FieldOptions, facts: Facts, language: "th" | "en"): string;
  /** What lists sort by: text as Thai sort key, numbers and dates padded so that bytes compare right. */
  sortKey?(value: unknown, options: FieldOptions, facts: Facts): string;
}
