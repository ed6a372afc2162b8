// Writing one document with its lines in the side table and its search text; a revision that is not there loses.
import { collections } from "../collections.js";
import type { Collection, Conflict, Entry, Write } from "../port.js";
import type { Database } from "./database.js";
import { viewName } from "./names.js";
import { forgetText, keepText } from "./texts.js";

type Losing = Omit<Conflict, "index">;
type Of<Op extends Write["op"]> = Extract<Write, { op: Op }>;

const revision = (db: Database, collection: Collection, id: string): number | undefined =>
  db.get<{ rev: number }>(`SELECT rev FROM ${collection} WHERE id = ?`, id)?.rev;

const different = (found: number | undefined): Losing => (found === undefined ? { conflict: "missing" } : { conflict: "revision", found });

export function insertDoc(db: Database, { collection, doc, entries, search }: Of<"insert">): Losing | undefined {
  const lines = linesOf(db, collection, entries ?? []);
  const changes = db.run(
    `INSERT INTO ${collection} (id, owner, rev, doc, lines) VALUES (?, ?, ?, jsonb(?), ?) ON CONFLICT DO NOTHING`,
    doc.id,
    doc.owner,
    doc.rev,
    JSON.stringify(doc),
    packed(lines),
  );
  if (changes === 0) return { conflict: "exists", found: revision(db, collection, doc.id) };
  for (const line of lines) addLine(db, doc.id, line);
  if (search) keepText(db, collection, doc, search);
  return undefined;
}

export function replaceDoc(db: Database, { collection, doc, rev, entries, search }: Of<"replace">): Losing | undefined {
  const lines = entries && linesOf(db, collection, entries);
  const before = lines && db.get<{ lines: string | null }>(`SELECT lines FROM ${collection} WHERE id = ?`, doc.id);
  const set = lines ? ", lines = ?" : "";
  const values = lines ? [packed(lines)] : [];
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
  if (lines) changeLines(db, doc.id, unpacked(before?.lines), lines);
  if (search) keepText(db, collection, doc, search);
  return undefined;
}

export function removeDoc(db: Database, { collection, id, rev }: Of<"remove">): Losing | undefined {
  if (collections[collection].kept) throw new Error(`${collection} are kept: ${id} cannot be removed`);
  const row = db.get<{ rev: number; lines: string | null }>(`SELECT rev, lines FROM ${collection} WHERE id = ?`, id);
  if (!row || (rev !== undefined && row.rev !== rev)) return different(row?.rev);
  db.run(`DELETE FROM ${collection} WHERE id = ?`, id);
  changeLines(db, id, unpacked(row.lines), []);
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

/** A line of the side table as numbers and keys, and as its document keeps it. */
type Line = [view: number, scope: number, k1: string, k2: string];

const linesOf = (db: Database, collection: Collection, entries: Entry[]): Line[] =>
  entries.map(({ view, scope, k1, k2 }) => [db.names.give(viewName(collection, view)), db.names.give(scope), k1, k2]);
const packed = (lines: Line[]): string | null => (lines.length > 0 ? JSON.stringify(lines) : null);
const unpacked = (text: string | null | undefined): Line[] => (text ? (JSON.parse(text) as Line[]) : []);

const same = (line: Line): string => JSON.stringify(line);

/** Only what differs is written: most of a record's lines stay when it changes. */
function changeLines(db: Database, id: string, before: Line[], after: Line[]): void {
  const stay = new Set(after.map(same));
  const had = new Set(before.map(same));
  for (const line of before) if (!stay.has(same(line))) db.run("DELETE FROM lines WHERE view = ? AND scope = ? AND k1 = ? AND k2 = ? AND id = ?", ...line, id);
  for (const line of after) if (!had.has(same(line))) addLine(db, id, line);
}

function addLine(db: Database, id: string, line: Line): void {
  db.run("INSERT INTO lines (view, scope, k1, k2, id) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", ...line, id);
}
