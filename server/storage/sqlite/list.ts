// Lists by the side table: each scope is one walk along an index, and the walks are merged. The cost is that of the page, whatever the number of records.
import { decodeCursor, encodeCursor } from "../cursor.js";
import { type Line, mergeSources, type Source } from "../merge.js";
import type { Collection, Doc, ListQuery, Page } from "../port.js";
import { pageSize } from "../sort.js";
import type { Database, Value } from "./database.js";
import { viewName } from "./names.js";
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
  const { view, scopes } = placesOf(db, collection, query);
  if (view === undefined) return 0;
  const conditions = ["view = ?", "scope IN (SELECT value FROM json_each(?))"];
  const values: Value[] = [view, JSON.stringify(scopes)];
  for (const [sql, value] of [
    ["k1 = ?", k1],
    ["k2 >= ?", from],
    ["k2 < ?", to],
  ] as const) {
    if (value === undefined) continue;
    conditions.push(sql);
    values.push(value);
  }
  const sql = `SELECT count(*) AS n FROM (SELECT DISTINCT id FROM lines WHERE ${conditions.join(" AND ")} LIMIT ?)`;
  return db.get<{ n: number }>(sql, ...values, limit)!.n;
}

/** The numbers of the view and of those scopes in which anything was ever listed. */
function placesOf(db: Database, collection: Collection, { view, scopes }: Pick<ListQuery, "view" | "scopes">): { view: number | undefined; scopes: number[] } {
  const known = [...new Set(scopes)].map((scope) => db.names.find(scope)).filter((scope) => scope !== undefined);
  return { view: db.names.find(viewName(collection, view)), scopes: known };
}

/** A walk along the primary key for each scope. Without a `k1`, lines that have one are sorted first. */
function sources(db: Database, collection: Collection, query: ListQuery): Source[] {
  const { view, scopes } = placesOf(db, collection, query);
  if (view === undefined) return [];
  const ways = query.k1 === undefined ? ["k1 = ''", "k1 <> ''"] : ["k1 = ?"];
  return scopes.flatMap((scope) => ways.map((way) => source(db, query, [view, scope], way)));
}

function source(db: Database, { k1, from, to, descending }: ListQuery, place: [view: number, scope: number], way: string): Source {
  const conditions = ["view = ?", "scope = ?", way];
  const fixed: Value[] = [...place, ...(way === "k1 = ?" ? [k1!] : [])];
  if (from !== undefined) conditions.push("k2 >= ?") && fixed.push(from);
  if (to !== undefined) conditions.push("k2 < ?") && fixed.push(to);
  const direction = descending ? "DESC" : "ASC";
  return (after: Line | undefined, limit: number) => {
    const where = after ? [...conditions, `(k2, id) ${descending ? "<" : ">"} (?, ?)`] : conditions;
    const sql = `SELECT DISTINCT k2, id FROM lines WHERE ${where.join(" AND ")} ORDER BY k2 ${direction}, id ${direction} LIMIT ?`;
    return db.all<Line>(sql, ...fixed, ...(after ? [after.k2, after.id] : []), limit);
  };
}
