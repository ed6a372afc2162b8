// Stands in until engine/query is there: the meaning of a filter and its check.

import { queryProblem } from "../../engine/problem/query.js";
import type { Condition, Filter, Scalar } from "../../engine/query/filter.js";
import type { Problem } from "../../schemas/types.js";

const operators = ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte", "$in", "$nin", "$exists"];

export function checkFilter(filter: unknown): Filter | Problem[] {
  const problems: Problem[] = [];
  const walk = (part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return void problems.push(queryProblem("query.not-filter"));
    for (const [key, value] of Object.entries(part)) {
      if (key === "$and" || key === "$or") (value as unknown[]).forEach(walk);
      else if (key.startsWith("$")) problems.push(queryProblem("query.unknown-operator", { operator: key, allowed: operators.join(", ") }));
      else if (typeof value === "object" && value !== null)
        for (const operator of Object.keys(value))
          if (!operators.includes(operator)) problems.push(queryProblem("query.unknown-operator", { operator, allowed: operators.join(", ") }));
    }
  };
  walk(filter);
  return problems.length > 0 ? problems : (filter as Filter);
}

const at = (doc: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (value, part) => (typeof value === "object" && value !== null && Object.hasOwn(value, part) ? (value as Record<string, unknown>)[part] : undefined),
      doc,
    ) ?? null;

export function matches(filter: Filter, doc: unknown): boolean {
  return Object.entries(filter).every(([key, condition]) => {
    if (key === "$and") return (condition as Filter[]).every((part) => matches(part, doc));
    if (key === "$or") return (condition as Filter[]).some((part) => matches(part, doc));
    const value = at(doc, key);
    const tests: Condition = condition === null || typeof condition !== "object" ? { $eq: condition as Scalar } : (condition as Condition);
    return Object.entries(tests).every(([operator, wanted]) => {
      const comparable = typeof value === typeof wanted && value !== null;
      switch (operator) {
        case "$eq":
          return value === wanted;
        case "$ne":
          return value !== wanted;
        case "$in":
          return (wanted as unknown[]).includes(value);
        case "$nin":
          return !(wanted as unknown[]).includes(value);
        case "$exists":
          return (value !== null) === wanted;
        case "$gt":
          return comparable && (value as number) > (wanted as number);
        case "$gte":
          return comparable && (value as number) >= (wanted as number);
        case "$lt":
          return comparable && (value as number) < (wanted as number);
        default:
          return comparable && (value as number) <= (wanted as number);
      }
    });
  });
}
