// Which kind of field a plain JSON Schema is, where `x-field` does not say.
import type { FieldSchema, FieldType } from "../../schemas/types.js";
import type { ScopeField } from "../expression/scope.js";
import { addressParts } from "../fields/address.js";
import type { FieldOptions, JsonType } from "../fields/field.js";
import { kinds } from "../fields/index.js";

/** The kind of a field; undefined where nothing tells. */
export function fieldType(schema: FieldSchema): FieldType | undefined {
  const said = schema["x-field"];
  if (said !== undefined) return Object.hasOwn(kinds, said) ? said : undefined;
  const choice = schema.enum !== undefined || schema["x-options"] !== undefined || schema["x-codes"] !== undefined;
  switch (schema.type) {
    case "string":
      if (schema.format === "date") return "date";
      return choice ? "select" : (schema.maxLength ?? 0) > 200 ? "long-text" : "text";
    case "integer":
    case "number":
      return schema.type;
    case "boolean":
      return "yes-no";
    case "array":
      if (schema.items?.type === "object") return "table";
      return choice || schema.items?.enum ? "multi-select" : undefined;
    case "object":
      return "group";
    default:
      return choice ? "select" : undefined;
  }
}

/** The JSON type of its answer: what it says, or what its kind has first. */
export function jsonType(type: FieldType, schema: FieldSchema): JsonType | undefined {
  return schema.type ?? kinds[type].json[0];
}

const text = (name: string): ScopeField => ({ name, type: "text" });

/** How expressions see a field; `inside` are the fields in it. */
export function asScopeField(name: string, type: FieldType | undefined, schema: FieldSchema, inside: ScopeField[]): ScopeField | undefined {
  if (!type || type === "note") return undefined;
  const kind = kinds[type];
  const options: FieldOptions = { json: jsonType(type, schema) };
  const seen = type === "computed" && schema.format === "date" ? "date" : (kind.valueAs?.(options) ?? kind.value);
  if (type === "group" || type === "table") return { name, type: seen, fields: inside };
  if (type === "person-name") return { name, type: seen, fields: ["prefix", "first", "last"].map(text) };
  if (type === "address") return { name, type: seen, fields: addressParts.map(text) };
  if (type === "location") return { name, type: seen, fields: ["lat", "lng", "accuracy"].map((part) => ({ name: part, type: "number" })) };
  if (type === "signature") return { name, type: seen, fields: ["name", "at"].map(text) };
  if (type === "multi-select" || (seen === "list" && type !== "computed")) return { name, type: seen, items: "text" };
  return { name, type: seen };
}
