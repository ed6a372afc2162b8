// Which answers may go on in a field of another type without anybody looking: only where nothing is lost.
import type { FieldType } from "../../schemas/types.js";
import type { CompiledField } from "../compile/compiled.js";
import { kinds } from "../fields/index.js";

const wider: Partial<Record<FieldType, readonly FieldType[]>> = {
  text: ["long-text"],
  phone: ["text", "long-text"],
  email: ["text", "long-text"],
  "national-id": ["text", "long-text"],
  time: ["text", "long-text"],
  percent: ["number"],
  "person-name": ["text", "long-text"],
  integer: ["number", "money"],
  select: ["multi-select"],
  "academic-year": ["integer", "number"],
  "fiscal-year": ["integer", "number"],
  photo: ["file"],
};

/** Whether an answer of one field is an answer of the other. */
export function converts(from: CompiledField, to: CompiledField): boolean {
  if (from.type === to.type) return from.options.json === to.options.json;
  return wider[from.type]?.includes(to.type) ?? false;
}

/** Whether a retired value, whose field is forgotten, has the JSON type of this field. */
export function fitsType(field: CompiledField, value: unknown): boolean {
  const type = field.options.json ?? kinds[field.type].json[0];
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}
