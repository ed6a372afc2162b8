// Whether two values, or two lists of problems, are the same: what is the same needs no redrawing and no working out.
import type { Problem } from "../../schemas/types.js";
import type { Value } from "../expression/tree.js";

/** Deep equality of plain values; nothing is nothing, however it is written. */
export function alike(a: Value | undefined, b: Value | undefined): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  const [one, other] = [a as Record<string, Value>, b as Record<string, Value>];
  return keys.length === others.length && keys.every((key) => Object.hasOwn(other, key) && alike(one[key], other[key]));
}

/** Whether people are told the same. */
export function sameProblems(a: readonly Problem[], b: readonly Problem[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => one.code === b[at]!.code && one.title.th === b[at]!.title.th && one.path === b[at]!.path && one.level === b[at]!.level)
  );
}
