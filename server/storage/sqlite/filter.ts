// A filter as SQL that lets through at least what it means: engine/query decides on each document afterwards, so that both stores agree with it to the letter.
// Every value is bound; only declared field paths are written into the statement.
import type { Condition, Filter, Scalar } from "../../../engine/query/filter.js";
import type { Collection } from "../port.js";
import type { Value } from "./database.js";
import { type Column, column, sayable } from "./field.js";

export interface Sql {
  sql: string;
  values: Value[];
}

/** Undefined: nothing can be said in SQL, everything passes. */
type Part = Sql | undefined;

const bound = (value: Exclude<Scalar, null>): Value => (typeof value === "boolean" ? Number(value) : value);
const of = (field: Column, sql: string, ...values: Value[]): Sql => ({ sql: `${field.sql} ${sql}`, values: [...field.values, ...values] });

export function filterSql(collection: Collection, filter: Filter): Part {
  return all(
    Object.entries(filter).map(([key, value]) => {
      if (key === "$and") return all((value as Filter[]).map((part) => filterSql(collection, part)));
      if (key === "$or") return any((value as Filter[]).map((part) => filterSql(collection, part)));
      return conditionSql(collection, key, value as Scalar | Condition);
    }),
  );
}

function all(parts: Part[]): Part {
  const said = parts.filter((part) => part !== undefined);
  if (said.length === 0) return undefined;
  return { sql: said.map(({ sql }) => `(${sql})`).join(" AND "), values: said.flatMap(({ values }) => values) };
}

function any(parts: Part[]): Part {
  if (parts.length === 0) return { sql: "0", values: [] };
  if (parts.some((part) => part === undefined)) return undefined;
  return { sql: parts.map((part) => `(${part!.sql})`).join(" OR "), values: parts.flatMap((part) => part!.values) };
}

function conditionSql(collection: Collection, path: string, condition: Scalar | Condition): Part {
  if (!sayable(path)) return undefined;
  const field = column(collection, path);
  if (condition === null || typeof condition !== "object") return equal(field, condition);
  return all(Object.entries(condition).map(([operator, value]) => operatorSql(field, operator, value)));
}

function operatorSql(field: Column, operator: string, value: Scalar | Scalar[]): Part {
  switch (operator) {
    case "$eq":
      return equal(field, value as Scalar);
    case "$ne":
      return unequal(field, value as Scalar);
    case "$in":
      return among(field, value as Scalar[]);
    case "$nin":
      return all((value as Scalar[]).map((one) => unequal(field, one)));
    case "$exists":
      return value ? of(field, "IS NOT NULL") : of(field, "IS NULL");
    default:
      return compared(field, operator, value as Scalar);
  }
}

const equal = (field: Column, value: Scalar): Part => (value === null ? of(field, "IS NULL") : of(field, "= ?", bound(value)));

/** Of texts only: SQLite takes true for 1, and a list for the text of its JSON. */
function unequal(field: Column, value: Scalar): Part {
  if (value === null) return of(field, "IS NOT NULL");
  if (typeof value !== "string") return undefined;
  return { sql: `${field.sql} IS NOT ? OR ${field.type} <> 'text'`, values: [...field.values, value, ...field.values] };
}

function among(field: Column, values: Scalar[]): Part {
  const some = values.filter((value) => value !== null);
  const listed = of(field, "IN (SELECT value FROM json_each(?))", JSON.stringify(some));
  return some.length === values.length ? listed : any([listed, of(field, "IS NULL")]);
}

const signs: Record<string, string> = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" };

function compared(field: Column, operator: string, value: Scalar): Part {
  const sign = signs[operator];
  return sign === undefined || value === null ? undefined : of(field, `${sign} ?`, bound(value));
}
