// Lists by the side table: each scope is a range of its keys, and the ranges are merged into one page.
import { decodeCursor, encodeCursor } from "../cursor.js";
import { compareText, type Line, mergeSources, type Source } from "../merge.js";
import type { Collection, Doc, ListQuery, Page } from "../port.js";
import { pageSize } from "../sort.js";
import { getMany } from "./find.js";
import { filteredLines, lineOf, linesOf, placeOf, positionOf, type Range } from "./line-key.js";
import type { Tables } from "./tables.js";

type Where = Omit<ListQuery, "limit" | "after">;

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
export async function countDocs(tables: Tables, collection: Collection, query: Where, limit: number): Promise<number> {
  const ids = new Set<string>();
  for (const place of placesOf(collection, query)) {
    const ranges = query.k1 === undefined ? [linesOf(place, "", query), filteredLines(place)] : [linesOf(place, query.k1, query)];
    for (const { from, to } of ranges) {
      for await (const { _id } of tables.lines.find({ _id: { $gte: from, $lt: to } })) {
        const { k2, id } = lineOf(_id);
        if (inside(query, k2)) ids.add(id);
        if (ids.size >= limit) return limit;
      }
    }
  }
  return ids.size;
}

const placesOf = (collection: Collection, { view, scopes }: Where): string[] => [...new Set(scopes)].map((scope) => placeOf(collection, view, scope));

const inside = ({ from, to }: Where, k2: string): boolean =>
  (from === undefined || compareText(k2, from) >= 0) && (to === undefined || compareText(k2, to) < 0);

/** Lines of one `k1` lie in the order of the list; without one, those that have any are sorted first. */
function sources(tables: Tables, collection: Collection, query: ListQuery): Source[] {
  return placesOf(collection, query).flatMap((place) =>
    query.k1 === undefined ? [along(tables, place, "", query), sorted(tables, place, query)] : [along(tables, place, query.k1, query)],
  );
}

/** Along the keys of one `k1`. */
function along(tables: Tables, place: string, k1: string, query: ListQuery): Source {
  const whole = linesOf(place, k1, query);
  return async (after, limit) => {
    const range = after ? beyond(whole, positionOf(place, k1, after), query.descending === true) : { _id: { $gte: whole.from, $lt: whole.to } };
    const found = tables.lines.find(range, { sort: { _id: query.descending ? -1 : 1 }, limit });
    return (await found.toArray()).map(({ _id }) => lineOf(_id));
  };
}

/** What of a range comes after a position, which may lie outside it. */
function beyond({ from, to }: Range, position: string, descending: boolean) {
  if (descending) return { _id: { $gte: from, $lt: compareText(position, to) < 0 ? position : to } };
  return { _id: { ...(compareText(position, from) < 0 ? { $gte: from } : { $gt: position }), $lt: to } };
}

/** Through every line that has a `k1`, as ListQuery says: the page is chosen by the server. */
function sorted(tables: Tables, place: string, query: ListQuery): Source {
  const { from, to } = filteredLines(place);
  const way = query.descending ? -1 : 1;
  const later = query.descending ? "$lt" : "$gt";
  // The parts compare as they stand in the key.
  const text = (k2: string) => keyParts(linesOf("", "", { from: k2 }).from)[2]!;
  const range = [
    ...(query.from === undefined ? [] : [{ k2: { $gte: text(query.from) } }]),
    ...(query.to === undefined ? [] : [{ k2: { $lt: text(query.to) } }]),
  ];
  return async (after: Line | undefined, limit: number) => {
    const [, , k2, id] = after ? keyParts(positionOf("", "", after)) : [];
    const rest = after ? [{ $or: [{ k2: { [later]: k2 } }, { k2, id: { [later]: id } }] }] : [];
    const conditions = [...range, ...rest];
    const lines = tables.lines.aggregate<{ _id: string }>([
      { $match: { _id: { $gte: from, $lt: to } } },
      { $set: { parts: { $split: ["$_id", "\u0000"] } } },
      { $set: { k2: { $arrayElemAt: ["$parts", 2] }, id: { $arrayElemAt: ["$parts", 3] } } },
      ...(conditions.length > 0 ? [{ $match: { $and: conditions } }] : []),
      { $sort: { k2: way, id: way } },
      { $limit: limit },
      { $project: { _id: 1 } },
    ]);
    return (await lines.toArray()).map(({ _id }) => lineOf(_id));
  };
}

const keyParts = (key: string): string[] => key.split("\u0000");
