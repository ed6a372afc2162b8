// What a batch reads before it decides: the revisions, holders and counts that its writes speak of, as they stand.
import type { Write } from "../port.js";
import { ownedId, type StoredDoc, type Tables } from "./tables.js";

/** A collection of documents, or one of the store's own. */
export type Kind = Extract<Write, { op: "insert" }>["collection"] | "claims" | "sequences" | "effects";

/** One thing as it was read: its revision, holder or count; undefined when it does not exist. */
export interface Base {
  at: string | number | undefined;
  /** The keys of its lines, without its id. */
  lines: string[];
}

export type Bases = Map<Kind, Map<string, Base>>;

/** What a write speaks of, if it speaks of one thing. */
export function cellOf(write: Write): [Kind, string] | undefined {
  switch (write.op) {
    case "insert":
    case "replace":
      return [write.collection, write.doc.id];
    case "remove":
    case "assert":
      return [write.collection, write.id];
    case "claim":
    case "unclaim":
      return ["claims", ownedId(write.owner, write.key)];
    case "take":
      return ["sequences", ownedId(write.owner, write.sequence)];
    case "effect":
      return ["effects", write.effect.id];
    case "event":
      return undefined;
  }
}

/** Reads what these writes speak of into `bases`. */
export async function readBases(tables: Tables, writes: Iterable<Write>, bases: Bases): Promise<void> {
  const wanted: Bases = new Map();
  for (const write of writes) {
    const cell = cellOf(write);
    if (!cell) continue;
    if (!wanted.has(cell[0])) wanted.set(cell[0], new Map());
    wanted.get(cell[0])!.set(cell[1], { at: undefined, lines: [] });
  }
  await Promise.all([...wanted].map(([kind, cells]) => read(tables, kind, cells)));
  for (const [kind, cells] of wanted) bases.set(kind, new Map([...(bases.get(kind) ?? []), ...cells]));
}

async function read(tables: Tables, kind: Kind, cells: Map<string, Base>): Promise<void> {
  const ids = { _id: { $in: [...cells.keys()] } };
  if (kind === "claims") for await (const { _id, by } of tables.claims.find(ids)) cells.set(_id, { at: by, lines: [] });
  else if (kind === "sequences") for await (const { _id, n } of tables.sequences.find(ids)) cells.set(_id, { at: n, lines: [] });
  else if (kind === "effects") for await (const { _id } of tables.effects.find(ids, { projection: { _id: 1 } })) cells.set(_id, { at: 1, lines: [] });
  else {
    const found = tables.docs(kind).find<Pick<StoredDoc, "_id" | "rev" | "e">>(ids, { projection: { rev: 1, e: 1 } });
    for await (const { _id, rev, e } of found) cells.set(_id, { at: rev, lines: e ?? [] });
  }
}
