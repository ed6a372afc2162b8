// What a formula comes to, as its field keeps it: money and fixed decimals are rounded half away from zero.

import type { CompiledField } from "../compile/compiled.js";
import { limits } from "../definition/limits.js";
import { measure } from "../definition/measure.js";
import { unknown, type Value } from "../expression/tree.js";
import { roundHalfAway } from "../thai/money.js";

/** A computed value ready to be kept; what is blank is empty. */
export function rounded(value: Value, { type, options }: CompiledField): Value {
  if (value === unknown) return unknown;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    const decimals = type === "money" ? 2 : options.decimals;
    return decimals === undefined ? value : roundHalfAway(value, decimals);
  }
  if (value === "" || (Array.isArray(value) && value.length === 0)) return null;
  return tooLarge(value) ? null : value;
}

// Formulas that double what they read, one after the other, would outgrow any memory: what could not be kept counts as nothing.
function tooLarge(value: Value): boolean {
  if (typeof value === "string") return value.length > limits.longText;
  if (typeof value !== "object" || value === null) return false;
  const { levels, bytes } = measure(value, { levels: limits.levels, bytes: limits.computedBytes });
  return levels > limits.levels || bytes > limits.computedBytes;
}

/** Whether something unknown stands in a value, at any depth. */
export function hasUnknown(value: Value): boolean {
  if (value === unknown) return true;
  return typeof value === "object" && value !== null && Object.values(value).some((item) => hasUnknown(item as Value));
}
