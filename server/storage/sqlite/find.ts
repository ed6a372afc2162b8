// Documents by filter and order, a page at a time. Runs on either connection: the store's own, or the reader's.
import type { Filter } from "../../../engine/query/filter.js";
import { matches } from "../../../engine/query/matches.js";
import { collections } from "../collections.js";
import { decodeCursor, encodeCursor, type Key } from "../cursor.js";
import type { Collection, Doc, FindQuery, Page } from "../port.js";
import { type Order, orderOf, pageSize } from "../sort.js";
import type { Database, Value } from "./database.js";
import { column } from "./field.js";
import { filterSql, type Sql } from "./filter.js";

type Row = { doc: string } & Record<string, string | number | null>;

export function findDocs<T extends Doc>(db: Database, collection: Collection, query: FindQuery): Page<T> {
  const order = orderOf(query.sort);
  const limit = pageSize(query.limit);
  const where = [
    query.filter && filterSql(collection, query.filter),
    query.after === undefined ? undefined : afterSql(collection, order, decodeCursor(query.after, order.length)),
  ].filter((part) => part !== undefined);
  const keys = order.map(({ path }) => column(collection, path));
  const sql = `SELECT json(doc) AS doc${keys.map((key, i) => `, ${key.sql} AS k${i}`).join("")} FROM ${collection}${
    where.length > 0 ? ` WHERE ${where.map((part) => `(${part.sql})`).join(" AND ")}` : ""
  } ORDER BY ${order.map(({ down }, i) => `k${i}${down ? " DESC" : ""}`).join(", ")}`;
  const values = [...keys.flatMap((key) => key.values), ...where.flatMap((part) => part.values)];
  return firstPage(db.iterate<Row>(sql, ...values), query.filter, order.length, limit);
}

function firstPage<T extends Doc>(rows: IterableIterator<Row>, filter: Filter | undefined, length: number, limit: number): Page<T> {
  const items: T[] = [];
  let last: Row | undefined;
  for (const row of rows) {
    const doc = JSON.parse(row.doc) as T;
    if (filter && !matches(filter, doc)) continue;
    if (items.length === limit) return { items, next: encodeCursor(keyOf(last!, length)) };
    items.push(doc);
    last = row;
  }
  return { items };
}

const keyOf = (row: Row, length: number): Key => Array.from({ length }, (_, i) => row[`k${i}`]!);

/** Whatever stands after these values: the first differing one decides. */
function afterSql(collection: Collection, order: Order[], key: Key): Sql {
  const ways: string[] = [];
  const values: Value[] = [];
  for (let i = 0; i < order.length; i++) {
    const later = laterThan(collection, order[i]!, key[i]!);
    if (!later) continue;
    const equal = order.slice(0, i).map(({ path }) => column(collection, path));
    ways.push([...equal.map((field) => `${field.sql} IS ?`), later.sql].join(" AND "));
    equal.forEach((field, j) => {
      values.push(...field.values, key[j]!);
    });
    values.push(...later.values);
  }
  const later = ways.map((way) => `(${way})`).join(" OR ") || "0";
  // Says nothing new, but lets an index begin there: an OR alone would be read from its start at every page.
  const [first] = order as [Order];
  if (first.down || key[0] === null) return { sql: later, values };
  const bound = column(collection, first.path);
  return { sql: `${bound.sql} >= ? AND (${later})`, values: [...bound.values, key[0]!, ...values] };
}

function laterThan(collection: Collection, { path, down }: Order, value: string | number | null): Sql | undefined {
  const field = column(collection, path);
  if (value === null) return down ? undefined : { sql: `${field.sql} IS NOT NULL`, values: field.values };
  if (!down) return { sql: `${field.sql} > ?`, values: [...field.values, value] };
  return { sql: `(${field.sql} < ? OR ${field.sql} IS NULL)`, values: [...field.values, value, ...field.values] };
}

/** Whether one declared index gives exactly this answer in its order: then it is quick, and no reader is needed. */
export function isQuick(collection: Collection, { filter, sort }: FindQuery): boolean {
  const fixed = new Set(
    Object.entries(filter ?? {})
      .filter(([key, value]) => !key.startsWith("$") && (value === null || typeof value !== "object" || Object.keys(value).join() === "$eq"))
      .map(([key]) => key),
  );
  if (fixed.size !== Object.keys(filter ?? {}).length) return false;
  const order = (sort ?? []).map((field) => field.replace(/^-/, "")).filter((path) => path !== "id");
  if ((sort ?? []).some((field) => field.startsWith("-")) && (sort ?? []).some((field) => !field.startsWith("-"))) return false;
  return collections[collection].indexes.some((paths) => {
    const rest = paths.slice(fixed.size);
    return paths.slice(0, fixed.size).every((path) => fixed.has(path)) && order.every((path, i) => rest[i] === path);
  });
}
