// Writing one document with its lines in the side table and its search text; a revision that is not there loses.
import { collections } from "../collections.js";
import type { Collection, Conflict, Entry, Write } from "../port.js";
import type { Database } from "./database.js";
import { forgetText, keepText } from "./texts.js";

type Losing = Omit<Conflict, "index">;
type Of<Op extends Write["op"]> = Extract<Write, { op: Op }>;

const revision = (db: Database, collection: Collection, id: string): number | undefined =>
  db.get<{ rev: number }>(`SELECT rev FROM ${collection} WHERE id = ?`, id)?.rev;

const different = (found: number | undefined): Losing => (found === undefined ? { conflict: "missing" } : { conflict: "revision", found });

export function insertDoc(db: Database, { collection, doc, entries, search }: Of<"insert">): Losing | undefined {
  const changes = db.run(
    `INSERT INTO ${collection} (id, owner, rev, doc, entries) VALUES (?, ?, ?, jsonb(?), ?) ON CONFLICT DO NOTHING`,
    doc.id,
    doc.owner,
    doc.rev,
    JSON.stringify(doc),
    entries?.length ? packed(entries) : null,
  );
  if (changes === 0) return { conflict: "exists", found: revision(db, collection, doc.id) };
  for (const entry of entries ?? []) addEntry(db, collection, doc.id, entry);
  if (search) keepText(db, collection, doc, search);
  return undefined;
}

export function replaceDoc(db: Database, { collection, doc, rev, entries, search }: Of<"replace">): Losing | undefined {
  const before = entries && db.get<{ entries: string | null }>(`SELECT entries FROM ${collection} WHERE id = ?`, doc.id);
  const set = entries ? ", entries = ?" : "";
  const values = entries ? [packed(entries)] : [];
  const changes = db.run(
    `UPDATE ${collection} SET owner = ?, rev = ?, doc = jsonb(?)${set} WHERE id = ? AND rev = ?`,
    doc.owner,
    doc.rev,
    JSON.stringify(doc),
    ...values,
    doc.id,
    rev,
  );
  if (changes === 0) return different(revision(db, collection, doc.id));
  if (entries) changeEntries(db, collection, doc.id, unpacked(before?.entries), entries);
  if (search) keepText(db, collection, doc, search);
  return undefined;
}

export function removeDoc(db: Database, { collection, id, rev }: Of<"remove">): Losing | undefined {
  if (collections[collection].kept) throw new Error(`${collection} are kept: ${id} cannot be removed`);
  const row = db.get<{ rev: number; entries: string | null }>(`SELECT rev, entries FROM ${collection} WHERE id = ?`, id);
  if (!row || (rev !== undefined && row.rev !== rev)) return different(row?.rev);
  db.run(`DELETE FROM ${collection} WHERE id = ?`, id);
  changeEntries(db, collection, id, unpacked(row.entries), []);
  forgetText(db, collection, id);
  return undefined;
}

/** Revision 0: must not exist; -1: must exist. */
export function assertRevision(db: Database, { collection, id, rev }: Of<"assert">): Losing | undefined {
  const found = revision(db, collection, id);
  if (rev === 0) return found === undefined ? undefined : { conflict: "exists", found };
  if (found === undefined) return { conflict: "missing" };
  return rev === -1 || rev === found ? undefined : { conflict: "revision", found };
}

const packed = (entries: Entry[]): string => JSON.stringify(entries.map(({ view, scope, k1, k2 }) => [view, scope, k1, k2]));
const unpacked = (text: string | null | undefined): Entry[] =>
  text ? (JSON.parse(text) as [string, string, string, string][]).map(([view, scope, k1, k2]) => ({ view, scope, k1, k2 })) : [];

const same = (entry: Entry): string => JSON.stringify([entry.view, entry.scope, entry.k1, entry.k2]);

/** Only what differs is written: most of a record's lines stay when it changes. */
function changeEntries(db: Database, collection: Collection, id: string, before: Entry[], after: Entry[]): void {
  const stay = new Set(after.map(same));
  const had = new Set(before.map(same));
  for (const entry of before) {
    if (!stay.has(same(entry)))
      db.run("DELETE FROM entries WHERE view = ? AND scope = ? AND k1 = ? AND k2 = ? AND id = ?", entry.view, entry.scope, entry.k1, entry.k2, id);
  }
  for (const entry of after) if (!had.has(same(entry))) addEntry(db, collection, id, entry);
}

function addEntry(db: Database, collection: Collection, id: string, { view, scope, k1, k2 }: Entry): void {
  db.run("INSERT INTO entries (view, scope, k1, k2, id, collection) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", view, scope, k1, k2, id, collection);
}
