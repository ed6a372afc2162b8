// Thai search: FTS5 trigrams find candidates, newest first; the text itself decides.
import { decodeCursor, encodeCursor } from "../cursor.js";
import type { Collection, Doc, Page, SearchQuery } from "../port.js";
import { pageSize } from "../sort.js";
import { found, needles } from "../words.js";
import type { Database, Value } from "./database.js";
import { getDoc } from "./read.js";

interface Row {
  n: number;
  id: string;
  text: string;
}

const candidates = `SELECT texts.n, texts.id, texts.text FROM grams JOIN texts ON texts.n = grams.rowid
  WHERE grams MATCH ? AND grams.rowid < ? AND texts.collection = ? AND texts.owner = ?
    AND texts.grp IN (SELECT value FROM json_each(?))
    AND EXISTS (SELECT 1 FROM json_each(texts.scopes) AS scope WHERE scope.value IN (SELECT value FROM json_each(?)))
  ORDER BY grams.rowid DESC`;

/** A phrase of FTS5: only a quotation mark means anything in it. */
const phrase = (needle: string): string => `"${needle.replaceAll('"', '""')}"`;

export function searchDocs<T extends Doc>(db: Database, collection: Collection, query: SearchQuery): Page<T> {
  const wanted = needles(query.text);
  if (wanted.length === 0) return { items: [] };
  const [before] = query.after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(query.after, 1);
  const limit = pageSize(query.limit);
  const values: Value[] = [
    wanted.map(phrase).join(" AND "),
    Number(before),
    collection,
    query.owner,
    JSON.stringify(query.groups),
    JSON.stringify(query.scopes),
  ];
  const items: T[] = [];
  let last = 0;
  for (const row of db.iterate<Row>(candidates, ...values)) {
    if (!found(row.text, wanted)) continue;
    if (items.length === limit) return { items, next: encodeCursor([last]) };
    const doc = getDoc<T>(db, collection, row.id);
    if (doc) items.push(doc);
    last = row.n;
  }
  return { items };
}
