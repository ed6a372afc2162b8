// Lists by the side table: each scope is one walk along an index, and the walks are merged. The cost is that of the page, whatever the number of records.
import { decodeCursor, encodeCursor } from "../cursor.js";
import { type Line, mergeSources, type Source } from "../merge.js";
import type { Collection, Doc, ListQuery, Page } from "../port.js";
import { pageSize } from "../sort.js";
import type { Database, Value } from "./database.js";
import { getMany } from "./read.js";

export async function listDocs<T extends Doc>(db: Database, collection: Collection, query: ListQuery): Promise<Page<T>> {
  const limit = pageSize(query.limit);
  const [k2, id] = query.after === undefined ? [] : decodeCursor(query.after, 2);
  const after = query.after === undefined ? undefined : { k2: String(k2), id: String(id) };
  const lines = await mergeSources(sources(db, collection, query), query.descending === true, after, limit + 1);
  const shown = lines.slice(0, limit);
  const items = getMany<T>(
    db,
    collection,
    shown.map((line) => line.id),
  );
  const last = shown.at(-1);
  return lines.length > limit && last ? { items, next: encodeCursor([last.k2, last.id]) } : { items };
}

/** How many different documents have such an entry, counted up to `limit`. */
export async function countDocs(db: Database, collection: Collection, query: Omit<ListQuery, "limit" | "after">, limit: number): Promise<number> {
  const { k1, from, to } = query;
  const conditions = ["view = ?", "scope IN (SELECT value FROM json_each(?))", "collection = ?"];
  const values: Value[] = [query.view, JSON.stringify(query.scopes), collection];
  for (const [sql, value] of [
    ["k1 = ?", k1],
    ["k2 >= ?", from],
    ["k2 < ?", to],
  ] as const) {
    if (value === undefined) continue;
    conditions.push(sql);
    values.push(value);
  }
  const sql = `SELECT count(*) AS n FROM (SELECT DISTINCT id FROM entries WHERE ${conditions.join(" AND ")} LIMIT ?)`;
  return db.get<{ n: number }>(sql, ...values, limit)!.n;
}

/** Lines without a `k1` lie in the primary key; those with one, when any will do, in their own index. */
function sources(db: Database, collection: Collection, query: ListQuery): Source[] {
  const scopes = [...new Set(query.scopes)];
  const ways = query.k1 === undefined ? ["k1 = ''", "k1 <> ''"] : ["k1 = ?"];
  return scopes.flatMap((scope) => ways.map((way) => source(db, collection, query, scope, way)));
}

function source(db: Database, collection: Collection, { view, k1, from, to, descending }: ListQuery, scope: string, way: string): Source {
  const conditions = ["view = ?", "scope = ?", way, "collection = ?"];
  const fixed: Value[] = [view, scope, ...(way === "k1 = ?" ? [k1!] : []), collection];
  if (from !== undefined) conditions.push("k2 >= ?") && fixed.push(from);
  if (to !== undefined) conditions.push("k2 < ?") && fixed.push(to);
  const direction = descending ? "DESC" : "ASC";
  return (after: Line | undefined, limit: number) => {
    const where = after ? [...conditions, `(k2, id) ${descending ? "<" : ">"} (?, ?)`] : conditions;
    const sql = `SELECT DISTINCT k2, id FROM entries WHERE ${where.join(" AND ")} ORDER BY k2 ${direction}, id ${direction} LIMIT ?`;
    return db.all<Line>(sql, ...fixed, ...(after ? [after.k2, after.id] : []), limit);
  };
}
