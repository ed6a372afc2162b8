// What is kept where, and in which shape. A document is kept as the JSON it was given as (`j`): BSON ends at 100 levels, reads {$ref, $id} as something of its own,
// and changes half characters. Beside it stand, as BSON, the fields that it is found by.
import type { Db, Collection as Table } from "mongodb";
import type { Collection } from "../port.js";

/** Number, text, yes/no, or `{}` where something else stands; nothing is left out. */
export type Lifted = Record<string, string | number | boolean | Record<string, never>>;

export interface StoredDoc {
  _id: string;
  rev: number;
  f: Lifted;
  j: string;
  /** The keys of its lines in the side table, without its id. */
  e?: string[];
  /** A text that waits to be indexed: group, scopes, marked text, and the revision it came with. */
  t?: { g: string; s: string[]; x: string; n: number };
  /** The attempt that wrote it, by which an unknown outcome is settled. */
  b: string;
  /** Counts asserts: an assert writes, so that whoever changes the document meanwhile collides with it. */
  l?: number;
}

/** A line of the side table: its key says everything (line-key.ts). */
export interface StoredLine {
  _id: string;
}

export interface StoredText {
  _id: string;
  c: string;
  i: string;
  owner: string;
  group: string;
  scopes: string[];
  x: string;
  g: string[];
  n: number;
}

export interface StoredEvent {
  _id: string;
  owner: string;
  seq: number;
  subject?: string;
  j: string;
  b: string;
}

export interface StoredEffect {
  _id: string;
  owner: string;
  due: string;
  fence: number;
  attempts: number;
  failed: boolean;
  error?: string;
  /** The lease that took it last. */
  by?: string;
  j: string;
  b: string;
}

export interface StoredClaim {
  _id: string;
  by: string;
  l?: number;
}

export interface StoredCount {
  _id: string;
  n: number;
}

export interface Tables {
  docs: (collection: Collection) => Table<StoredDoc>;
  lines: Table<StoredLine>;
  texts: Table<StoredText>;
  events: Table<StoredEvent>;
  effects: Table<StoredEffect>;
  claims: Table<StoredClaim>;
  /** Running numbers. */
  sequences: Table<StoredCount>;
  /** The last event number that was reserved, by owner. */
  counters: Table<StoredCount>;
}

export const tablesOf = (db: Db): Tables => ({
  docs: (collection) => db.collection<StoredDoc>(collection),
  lines: db.collection("lines"),
  texts: db.collection("texts"),
  events: db.collection("events"),
  effects: db.collection("effects"),
  claims: db.collection("claims"),
  sequences: db.collection("sequences"),
  counters: db.collection("counters"),
});

/** No owner's id holds a slash. */
export const ownedId = (owner: string, name: string): string => `${owner}/${name}`;
export const textId = (collection: Collection, id: string): string => `${collection}/${id}`;
