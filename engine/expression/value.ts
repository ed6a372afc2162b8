// What a value is, as rules see it.
import { isDay } from "../thai/day.js";
import type { Unknown, Value } from "./tree.js";
import type { Type } from "./types.js";

/** Nothing was answered: null, a blank text, a list without items. Not unknown. */
export function isEmpty(value: Value): boolean {
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}

/** Whether a value is of a type; unknown and empty are of none. */
export function fits(value: Value, type: Type | undefined): boolean {
  switch (type) {
    case "any":
      return true;
    case "text":
      return typeof value === "string";
    case "date":
      return isDay(value);
    case "list":
      return Array.isArray(value);
    case "map":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "number":
    case "boolean":
      return typeof value === type;
    default:
      return false;
  }
}

/** A value, with plain nothing as empty: for JSON that comes from facts and answers. */
export function toValue(json: unknown): Value {
  return json === undefined ? null : (json as Exclude<Value, Unknown>);
}
