// What a filter means. Both stores answer as this does; the storage contract compares them with it.
// Missing and null are the same. Values of different types are never equal and never in order. Texts are ordered by their bytes.
// A list or a map in a document is there, and is nothing that a filter can name.
import { getAt } from "../path/path.js";
import type { Condition, Filter, Scalar } from "./filter.js";

/** Whether a document matches a filter that `checkFilter` let pass. */
export function matches(filter: Filter, doc: unknown): boolean {
  return Object.entries(filter).every(([key, value]: [string, Filter[] | Condition | Scalar]) => {
    if (key === "$and") return (value as Filter[]).every((part) => matches(part, doc));
    if (key === "$or") return (value as Filter[]).some((part) => matches(part, doc));
    const found = getAt(doc, key.split(".")) ?? null;
    if (typeof value !== "object" || value === null) return found === value;
    return Object.entries(value as Condition).every(([operator, wanted]) => holds(operator, found, wanted));
  });
}

function holds(operator: string, found: unknown, wanted: unknown): boolean {
  switch (operator) {
    case "$eq":
      return found === wanted;
    case "$ne":
      return found !== wanted;
    case "$in":
      return (wanted as unknown[]).includes(found);
    case "$nin":
      return !(wanted as unknown[]).includes(found);
    case "$exists":
      return (found !== null) === wanted;
    default:
      return ordered(operator, found, wanted);
  }
}

function ordered(operator: string, found: unknown, wanted: unknown): boolean {
  if (typeof found !== typeof wanted || typeof found === "object") return false;
  const order = typeof found === "string" ? byBytes(found, wanted as string) : Number(found) - Number(wanted);
  return operator === "$gt" ? order > 0 : operator === "$gte" ? order >= 0 : operator === "$lt" ? order < 0 : operator === "$lte" && order <= 0;
}

// UTF-8 orders by code point; JavaScript, by half characters, has 😀 before ￥.
function byBytes(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  for (let i = 0; i < x.length && i < y.length; i++) if (x[i] !== y[i]) return x[i]!.codePointAt(0)! - y[i]!.codePointAt(0)!;
  return x.length - y.length;
}
