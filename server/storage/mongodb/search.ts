// Thai search: an index of trigrams finds candidates, newest first; the text itself decides.
import { decodeCursor, encodeCursor } from "../cursor.js";
import type { Collection, Doc, Page, SearchQuery } from "../port.js";
import { pageSize } from "../sort.js";
import { found, needles, trigrams } from "../words.js";
import { getMany } from "./find.js";
import type { Tables } from "./tables.js";

/** More of them narrow no further and cost a comparison each. */
const mostGrams = 24;

export async function searchDocs<T extends Doc>(tables: Tables, collection: Collection, query: SearchQuery): Promise<Page<T>> {
  const before = query.after === undefined ? undefined : String(decodeCursor(query.after, 1)[0]);
  const wanted = needles(query.text);
  if (wanted.length === 0) return { items: [] };
  const limit = pageSize(query.limit);
  const grams = [...new Set(wanted.flatMap(trigrams))].slice(0, mostGrams);
  const candidates = tables.texts.find(
    {
      owner: { $eq: query.owner },
      g: { $all: grams },
      c: { $eq: collection },
      group: { $in: query.groups },
      scopes: { $in: query.scopes },
      ...(before === undefined ? {} : { i: { $lt: before } }),
    },
    // The index is derived: what it says is checked by reading the documents.
    { sort: { i: -1 }, projection: { i: 1, x: 1 }, batchSize: limit + 1, readConcern: { level: "local" } },
  );
  const ids: string[] = [];
  for await (const { i, x } of candidates) {
    if (!found(x, wanted)) continue;
    if (ids.length === limit) return { items: await getMany(tables, collection, ids), next: encodeCursor([ids.at(-1)!]) };
    ids.push(i);
  }
  return { items: await getMany(tables, collection, ids) };
}
