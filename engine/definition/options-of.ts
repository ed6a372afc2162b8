// The keywords of a field as its kind reads them, with the limits that hold where the definition does not say.
import type { FieldSchema, FieldType } from "../../schemas/types.js";
import type { FieldOptions } from "../fields/field.js";
import { jsonType } from "./field-type.js";
import { limits } from "./limits.js";

/** What compiling keeps of a field's keywords; undefined members are left out. */
export function optionsOf(type: FieldType, schema: FieldSchema): FieldOptions {
  const plain = schema.enum ?? (type === "multi-select" ? schema.items?.enum : undefined);
  const number = schema["x-number"];
  const all: { [Key in keyof FieldOptions]: FieldOptions[Key] | undefined } = {
    minLength: schema.minLength,
    maxLength: schema.maxLength ?? (type === "text" ? limits.text : type === "long-text" ? limits.longText : undefined),
    pattern: schema.pattern,
    minimum: schema.minimum,
    maximum: schema.maximum,
    decimals: schema["x-decimals"],
    minItems: schema.minItems,
    maxItems: most(type, schema),
    options: schema["x-options"] ?? plain?.map((id) => ({ id, title: id })),
    codes: schema["x-codes"],
    display: schema["x-display"],
    unit: schema["x-unit"],
    earliest: schema["x-earliest"],
    latest: schema["x-latest"],
    gCode: schema["x-g-code"] === false ? false : undefined,
    checksum: schema["x-checksum"] === "warn" ? "warn" : undefined,
    form: schema["x-form"],
    within: schema["x-within"],
    kinds: schema["x-kinds"],
    accept: schema["x-accept"],
    maxBytes: schema["x-max-bytes"],
    longest: schema["x-longest"],
    json: type === "computed" || type === "file" || type === "photo" ? jsonType(type, schema) : undefined,
    computed: type === "table" && schema["x-value"] !== undefined ? true : undefined,
    number: number && { series: number.series, period: number.period, pattern: number.pattern ?? "{n}", on: number.on ?? "submit" },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as FieldOptions;
}

function most(type: FieldType, { type: json, maxItems }: FieldSchema): number | undefined {
  if (type === "table") return Math.min(maxItems ?? limits.rows, limits.rows);
  if ((type === "file" || type === "photo") && json === "array") return maxItems ?? limits.files;
  return maxItems;
}
