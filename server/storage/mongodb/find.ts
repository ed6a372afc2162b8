// Documents by id, and by filter and order, a page at a time.
import type { Filter } from "../../../engine/query/filter.js";
import { matches } from "../../../engine/query/matches.js";
import { decodeCursor, encodeCursor, type Key } from "../cursor.js";
import type { Collection, Doc, FindQuery, Page } from "../port.js";
import { type Order, orderOf, pageSize } from "../sort.js";
import { all, type Clause, filterClause } from "./filter.js";
import { fieldName } from "./lift.js";
import type { StoredDoc, Tables } from "./tables.js";

type Found = Pick<StoredDoc, "_id" | "j" | "rev" | "f">;

/** In the order of the ids; those that do not exist are left out. */
export async function getMany<T extends Doc>(tables: Tables, collection: Collection, ids: string[]): Promise<T[]> {
  if (ids.length === 0) return [];
  const docs = new Map<string, string>();
  for await (const { _id, j } of tables.docs(collection).find({ _id: { $in: [...new Set(ids)] } }, { projection: { j: 1 } })) docs.set(_id, j);
  return ids.flatMap((id) => (docs.has(id) ? [JSON.parse(docs.get(id)!) as T] : []));
}

export async function findDocs<T extends Doc>(tables: Tables, collection: Collection, query: FindQuery): Promise<Page<T>> {
  const order = orderOf(query.sort);
  const limit = pageSize(query.limit);
  const after = query.after === undefined ? undefined : afterClause(order, decodeCursor(query.after, order.length));
  const where = all([query.filter && filterClause(query.filter), after]) ?? {};
  const sort = Object.fromEntries(order.map(({ path, down }) => [fieldName(path), down ? (-1 as const) : (1 as const)]));
  const rows = tables.docs(collection).find<Found>(where, { sort, projection: { j: 1, rev: 1, f: 1 }, batchSize: limit + 1, allowDiskUse: true });
  return firstPage(rows, query.filter, order, limit);
}

async function firstPage<T extends Doc>(rows: AsyncIterable<Found>, filter: Filter | undefined, order: Order[], limit: number): Promise<Page<T>> {
  const items: T[] = [];
  let last: Found | undefined;
  for await (const row of rows) {
    const doc = JSON.parse(row.j) as T;
    if (filter && !matches(filter, doc)) continue;
    if (items.length === limit) return { items, next: encodeCursor(keyOf(last!, order)) };
    items.push(doc);
    last = row;
  }
  return { items };
}

function keyOf(row: Found, order: Order[]): Key {
  return order.map(({ path }) => {
    const value = path === "id" ? row._id : path === "rev" ? row.rev : row.f[path];
    return typeof value === "string" || typeof value === "number" ? value : null;
  });
}

/** Whatever stands after these values: the first differing one decides. */
function afterClause(order: Order[], key: Key): Clause {
  const ways = order.flatMap((by, i) => {
    const later = laterThan(by, key[i]!);
    return later ? [{ $and: [...order.slice(0, i).map(({ path }, j) => ({ [fieldName(path)]: { $eq: key[j] } })), later] }] : [];
  });
  const later = ways.length > 0 ? { $or: ways } : { _id: { $in: [] } };
  // Says nothing new, but lets an index begin there.
  const [first] = order as [Order];
  return first.down || key[0] === null ? later : { $and: [{ [fieldName(first.path)]: { $gte: key[0] } }, later] };
}

function laterThan({ path, down }: Order, value: string | number | null): Clause | undefined {
  const field = fieldName(path);
  if (value === null) return down ? undefined : { [field]: { $ne: null } };
  return down ? { $or: [{ [field]: { $lt: value } }, { [field]: { $eq: null } }] } : { [field]: { $gt: value } };
}
