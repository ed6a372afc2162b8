// A plan as MongoDB's writes: one unordered bulk a collection, each conditional on what was read. Fewer done than asked for means that another process was faster.
import type { AnyBulkWriteOperation, ClientSession, Document, Collection as Table } from "mongodb";
import type { Event } from "../../../schemas/types.js";
import { collections } from "../collections.js";
import type { Collection } from "../port.js";
import { marked } from "../words.js";
import type { Kind } from "./cells.js";
import { lift } from "./lift.js";
import { lineKey, shortKey } from "./line-key.js";
import type { Cell, Plan } from "./plan.js";
import { type StoredDoc, type StoredEvent, type Tables, textId } from "./tables.js";

/** Thrown inside the transaction: what was read is no longer so. */
export class Stale extends Error {}

type Op = AnyBulkWriteOperation<Document>;
interface Expected {
  insertedCount: number;
  matchedCount: number;
  deletedCount: number;
}

export async function writePlan(tables: Tables, session: ClientSession, { cells }: Plan, events: Event[], attempt: string): Promise<void> {
  for (const [kind, changed] of cells) {
    if (isCollection(kind)) await writeDocs(tables, session, kind, changed, attempt);
    else
      await run(
        own(tables, kind),
        session,
        [...changed].flatMap(([id, cell]) => ownOps(kind, id, cell, attempt)),
      );
  }
  await run(
    tables.events,
    session,
    events.map((event) => ({ insertOne: { document: storedEvent(event, attempt) as never } })),
  );
}

const isCollection = (kind: Kind): kind is Collection => kind in collections;

const own = (tables: Tables, kind: "claims" | "sequences" | "effects") => tables[kind] as unknown as Table<Document>;

export function storedEvent(event: Event, attempt: string): StoredEvent {
  const subject = event.subject ? { subject: event.subject.id } : {};
  return { _id: event.id, owner: event.owner, seq: event.seq, ...subject, j: JSON.stringify(event), b: attempt };
}

/** Runs them and compares what was done with what was asked for. */
async function run(table: Table<never> | Table<Document> | Table<StoredEvent>, session: ClientSession, ops: Op[]): Promise<void> {
  if (ops.length === 0) return;
  const asked: Expected = { insertedCount: 0, matchedCount: 0, deletedCount: 0 };
  for (const op of ops) {
    if ("insertOne" in op) asked.insertedCount += 1;
    else if ("updateOne" in op) asked.matchedCount += 1;
    else if ("deleteOne" in op) asked.deletedCount += 1;
  }
  const done = await (table as Table<Document>).bulkWrite(ops, { session, ordered: false });
  if (done.insertedCount !== asked.insertedCount || done.matchedCount !== asked.matchedCount || done.deletedCount !== asked.deletedCount) throw new Stale();
}

/** Claims, running numbers and effects. */
function ownOps(kind: "claims" | "sequences" | "effects", _id: string, { base, at, held, effect, json }: Cell, b: string): Op[] {
  if (kind === "effects") {
    const { owner, at: due, attempts } = effect!;
    return [{ insertOne: { document: { _id, owner, due, fence: 0, attempts: attempts ?? 0, failed: false, j: json, b } as never } }];
  }
  const name = kind === "claims" ? "by" : "n";
  if (base === undefined) return at === undefined ? [] : [{ insertOne: { document: { _id, [name]: at } as never } }];
  const filter = { _id, [name]: base } as never;
  if (at === undefined) return [{ deleteOne: { filter } }];
  if (at !== base) return [{ updateOne: { filter, update: { $set: { [name]: at } } } }];
  return held ? [{ updateOne: { filter, update: { $inc: { l: 1 } } } }] : [];
}

async function writeDocs(tables: Tables, session: ClientSession, collection: Collection, cells: Map<string, Cell>, attempt: string): Promise<void> {
  const ghosts = [...cells].filter(([, { base, at, held }]) => base === undefined && at === undefined && held).map(([id]) => id);
  const lines = [...cells].map(([id, cell]) => changedLines(collection, id, cell));
  await run(
    tables.docs(collection) as never,
    session,
    [...cells].flatMap(([id, cell], i) => docOps(id, cell, lines[i]!.keys, attempt)),
  );
  const gone = lines.flatMap(({ gone }) => gone);
  // One by one: among keys that lie apart, a clustered collection looks for several by reading everything between them.
  if (gone.length > 0)
    await tables.lines.bulkWrite(
      gone.map((_id) => ({ deleteOne: { filter: { _id } } })),
      { session, ordered: false },
    );
  await run(
    tables.lines as never,
    session,
    lines.flatMap(({ added }) => added.map((_id) => ({ insertOne: { document: { _id } as never } }))),
  );
  const forgotten = [...cells].filter(([, cell]) => cell.forget).map(([id]) => textId(collection, id));
  if (forgotten.length > 0) await tables.texts.deleteMany({ _id: { $in: forgotten } }, { session });
  // What must not exist cannot be locked. Making it and taking it back collides with whoever makes it meanwhile.
  for (const _id of ghosts) {
    await tables.docs(collection).insertOne({ _id, rev: 0, f: {}, j: "", b: attempt }, { session });
    await tables.docs(collection).deleteOne({ _id }, { session });
  }
}

function docOps(_id: string, cell: Cell, keys: string[] | undefined, b: string): Op[] {
  const { base, at, doc, json, held, search, forget } = cell;
  if (base === undefined && !doc) return [];
  const filter = { _id, rev: base } as never;
  if (at === undefined) return [{ deleteOne: { filter } }];
  if (!doc) return held ? [{ updateOne: { filter, update: { $inc: { l: 1 } } } }] : [];
  const text = search ? { t: { g: search.group, s: search.scopes, x: marked(search.text), n: doc.rev } } : {};
  const stored: Omit<StoredDoc, "_id"> = { rev: doc.rev, f: lift(doc), j: json!, b, ...(keys ? { e: keys } : {}), ...text };
  if (base === undefined) return [{ insertOne: { document: { _id, ...stored } as never } }];
  return [{ updateOne: { filter, update: { $set: stored, ...(forget && !search ? { $unset: { t: "" } } : {}) } } }];
}

/** The lines to add and to take away; a line's key says what it is, so that only what differs is written. */
function changedLines(collection: Collection, id: string, { lines, entries }: Cell): { keys?: string[]; added: string[]; gone: string[] } {
  if (!entries) return { added: [], gone: [] };
  const now = new Set(entries.map((entry) => shortKey(collection, entry)));
  const had = new Set(lines);
  const whole = (short: string) => lineKey(short, id);
  return {
    keys: [...now],
    gone: lines.filter((line) => !now.has(line)).map(whole),
    added: [...now].filter((line) => !had.has(line)).map(whole),
  };
}
