// Lists by the side table, along its index; MongoDB merges the scopes itself.
import { decodeCursor, encodeCursor } from "../cursor.js";
import { type Line, mergeSources, type Source } from "../merge.js";
import type { Collection, Doc, ListQuery, Page } from "../port.js";
import { pageSize } from "../sort.js";
import { getMany } from "./find.js";
import { byKey } from "./schema.js";
import { type Tables, viewId } from "./tables.js";

export async function listDocs<T extends Doc>(tables: Tables, collection: Collection, query: ListQuery): Promise<Page<T>> {
  const limit = pageSize(query.limit);
  const [k2, id] = query.after === undefined ? [] : decodeCursor(query.after, 2);
  const after = query.after === undefined ? undefined : { k2: String(k2), id: String(id) };
  const lines = await mergeSources(sources(tables, collection, query), query.descending === true, after, limit + 1);
  const shown = lines.slice(0, limit);
  const items = await getMany<T>(
    tables,
    collection,
    shown.map((line) => line.id),
  );
  const last = shown.at(-1);
  return lines.length > limit && last ? { items, next: encodeCursor([last.k2, last.id]) } : { items };
}

/** How many different documents have such an entry, counted up to `limit`. */
export async function countDocs(tables: Tables, collection: Collection, query: Omit<ListQuery, "limit" | "after">, limit: number): Promise<number> {
  const ids = new Set<string>();
  const lines = tables.entries.find(within(collection, query, query.k1 === undefined ? undefined : { $eq: query.k1 }), { projection: { _id: 0, i: 1 } });
  for await (const { i } of lines) {
    ids.add(i);
    if (ids.size >= limit) break;
  }
  return Math.min(ids.size, limit);
}

/** Lines of one `k1` lie in the order of the list; without one, those that have any are sorted first. */
function sources(tables: Tables, collection: Collection, query: ListQuery): Source[] {
  if (query.scopes.length === 0) return [];
  if (query.k1 !== undefined) return [source(tables, collection, query, { $eq: query.k1 })];
  return [source(tables, collection, query, { $eq: "" }), source(tables, collection, query, { $gt: "" })];
}

function source(tables: Tables, collection: Collection, query: ListQuery, k1: object): Source {
  const where = within(collection, query, k1);
  const way = query.descending ? -1 : 1;
  const beyond = query.descending ? "$lt" : "$gt";
  return async (after: Line | undefined, limit: number) => {
    const from = after ? [{ k2: { [`${beyond}e`]: after.k2 } }, { $or: [{ k2: { [beyond]: after.k2 } }, { i: { [beyond]: after.id } }] }] : [];
    const options = { sort: { k2: way, i: way } as const, limit, hint: byKey, projection: { _id: 0, k2: 1, i: 1 } };
    const lines = await tables.entries.find({ $and: [where, ...from] }, options).toArray();
    return lines.map(({ k2, i }) => ({ k2, id: i }));
  };
}

function within(collection: Collection, { view, scopes, from, to }: Omit<ListQuery, "limit">, k1: object | undefined) {
  const range = { ...(from === undefined ? {} : { $gte: from }), ...(to === undefined ? {} : { $lt: to }) };
  return { v: viewId(collection, view), s: { $in: [...new Set(scopes)] }, ...(k1 ? { k1 } : {}), ...(Object.keys(range).length > 0 ? { k2: range } : {}) };
}
