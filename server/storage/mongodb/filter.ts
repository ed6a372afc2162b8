// A filter as MongoDB's own, over the lifted fields. What stands deeper passes here and is decided by engine/query afterwards, like everything else.
import type { Condition, Filter, Scalar } from "../../../engine/query/filter.js";
import { sortable } from "../sort.js";
import { fieldName } from "./lift.js";

export type Clause = Record<string, unknown>;

/** Undefined: everything passes. */
type Part = Clause | undefined;

export function filterClause(filter: Filter): Part {
  return all(
    Object.entries(filter).map(([key, value]) => {
      if (key === "$and") return all((value as Filter[]).map(filterClause));
      if (key === "$or") return any((value as Filter[]).map(filterClause));
      return conditionClause(key, value as Scalar | Condition);
    }),
  );
}

export function all(parts: Part[]): Part {
  const said = parts.filter((part) => part !== undefined);
  return said.length > 1 ? { $and: said } : said[0];
}

const any = (parts: Part[]): Part => (parts.some((part) => part === undefined) ? undefined : { $or: parts });

function conditionClause(path: string, condition: Scalar | Condition): Part {
  if (!sortable(path)) return undefined;
  const field = fieldName(path);
  if (condition === null || typeof condition !== "object") return { [field]: { $eq: condition } };
  return all(Object.entries(condition).map(([operator, value]) => operatorClause(field, operator, value)));
}

function operatorClause(field: string, operator: string, value: Scalar | Scalar[]): Part {
  switch (operator) {
    case "$eq":
    case "$ne":
    case "$in":
    case "$nin":
      return { [field]: { [operator]: value } };
    case "$exists":
      return { [field]: value ? { $ne: null } : { $eq: null } };
    case "$gt":
    case "$gte":
    case "$lt":
    case "$lte":
      // Nothing is never in order with anything; MongoDB would say that it is equal to itself.
      return value === null ? { _id: { $in: [] } } : { [field]: { [operator]: value } };
    default:
      return undefined;
  }
}
