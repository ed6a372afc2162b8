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
  display?: "radio" | "list" | "search" | "sheet";
  unit?: Text;
  earliest?: string;
  latest?: string;
  /** A national id may not be a G-code. */
  gCode?: false;
  /** A national id whose check digit does not fit is told, and kept. */
  checksum?: "warn";
  form?: string;
  within?: "unit" | "lao";
  /** Which kinds of organizations may be chosen. */
  kinds?: string[];
  accept?: string[];
  maxBytes?: number;
  /** The longest side of a picture. */
  longest?: number;
  /** JSON type of a computed value, or whether a file field holds many. */
  json?: JsonType;
  /** A table whose rows a formula gives. */
  computed?: true;
  number?: { series: string; period: "calendar-year" | "fiscal-year" | "academic-year" | "ever"; pattern: string; on: string };
}

export type JsonType = "string" | "integer" | "number" | "boolean" | "array" | "object";

/** How an expression sees the answer. */
export type ValueType = "text" | "number" | "boolean" | "date" | "list" | "map" | "none";

/** The field whose answer is looked at. */
export interface FieldUnder {
  title: Text;
  options: FieldOptions;
  /** JSON Pointer of the answer. */
  path: string;
  /** The answer already in the record: an option that has been retired since may stay. */
  before?: unknown;
  /** What the author of the form says about how to write it. */
  hint?: Text;
}

/** A fault of a definition that only its type knows; `engine/definition` says it in words. */
export interface Complaint {
  code:
    | "definition.no-options"
    | "definition.options-twice"
    | "definition.option-repeated"
    | "definition.all-options-retired"
    | "definition.bounds"
    | "definition.bound-not-whole"
    | "definition.bad-pattern"
    | "definition.year-bounds"
    | "definition.too-many-decimals"
    | "definition.needs-form"
    | "definition.needs-value"
    | "definition.needs-series"
    | "definition.needs-items"
    | "definition.needs-properties"
    | "definition.items-type"
    | "definition.number-pattern"
    | "definition.default-type";
  /** The keyword it is about, when it is about one. */
  at?: string;
  params?: Record<string, Text | number | readonly (Text | number)[]>;
}

export interface FieldKind {
  type: FieldType;
  /** What to do with an empty one: "กรอก", "เลือก", "แนบ". */
  ask: { th: string; en: string };
  /** How expressions see it; where it depends on the definition, `valueAs` says. */
  value: ValueType;
  valueAs?(options: FieldOptions): ValueType;
  /** Whether it holds an answer (a note does not). */
  answers: boolean;
  /** Whether people give the answer; signatures and running numbers are written by what is done to a record. */
  byPeople: boolean;
  /** JSON types the definition may name; the first is the default. */
  json: readonly JsonType[];
  /** Keywords beyond those every field has. */
  keywords: readonly (keyof FieldSchema)[];
  /** Faults of the definition that only this type knows. */
  check?(schema: FieldSchema): Complaint[];
  /** The answer as it is kept: marks in order, spaces at the ends gone. Leaves alone what it does not understand. */
  clean?(value: unknown, options: FieldOptions): unknown;
  /** Problems of a clean answer that is not empty; codes `field.*`. The title of the field is in the sentence. One of level `warn` lets it stand. */
  validate(value: unknown, field: FieldUnder, facts: Facts): Problem[];
  /** The plain JSON Schema of an answer, for Ajv: never stricter than `validate`. Containers leave their inside to the compiler. */
  schema(options: FieldOptions): Record<string, unknown>;
  /** As people read it (Buddhist era, grouped numbers, labels of codes). */
  show(value: unknown, options: FieldOptions, facts: Facts, language: "th" | "en"): string;
  /** What may be shown of a sensitive answer to who may not see it; nothing unless said. */
  mask?(value: unknown): string;
  /** How people type it into a search, where that is not as it is shown. */
  find?(value: unknown): string;
  /** What lists sort by: text as Thai sort key, numbers and dates padded so that bytes compare right. */
  sortKey?(value: unknown, options: FieldOptions, facts: Facts): string;
}

/** Whether an answer is none: unanswered, or left blank. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value as object).length === 0;
}
