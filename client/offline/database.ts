// What this device keeps, in IndexedDB: drafts, actions on their way, files not yet sent, and answers of the server to read without signal.
// Everything names its account: on a shared PC nobody sees or sends what another person left.
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Action, FileView, Problem, Text } from "../../schemas/types.js";

/** A form being filled on this device. */
export interface LocalDraft {
  id: string;
  account: string;
  form: string;
  title: Text;
  release: string;
  /** The record it will become, or the one it edits. */
  target: string;
  /** The revision of the record it edits, and its answers then; absent for a new record. */
  base?: { rev: number; answers: Record<string, unknown> };
  organization?: string;
  answers: Record<string, unknown>;
  /** Half-typed text that is no answer yet, by path. */
  typed: Record<string, string>;
  /** Words for ids among the answers, so that they read without signal. */
  labels: Record<string, string>;
  /** Where the cursor was, and the page. */
  field?: string;
  page?: number;
  /** Paths that the server has not yet. */
  pending: string[];
  /** The server's revision of the draft; 0 when it has none. */
  rev: number;
  /** Answers of this window that another window replaced, by path. */
  replaced?: Record<string, unknown>;
  /** The action made by pressing send: made once, sent until answered. */
  action?: string;
  updatedAt: number;
}

/** An action on its way. The same id goes out until the server answers it. */
export interface Outgoing {
  id: string;
  account: string;
  action: Action;
  title: Text;
  at: number;
  /** Why the server refused it; absent while it waits. */
  problem?: Problem;
}

/** A file chosen on this device; `id` stands for it in answers until the server has given its own. */
export interface LocalFile {
  id: string;
  account: string;
  name: string;
  type: string;
  blob: Blob;
  sent?: FileView;
  problem?: Problem;
}

interface Kept {
  key: string;
  account: string;
  value: unknown;
  at: number;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: LocalDraft; indexes: { account: string } };
  outbox: { key: string; value: Outgoing; indexes: { account: string } };
  files: { key: string; value: LocalFile };
  kept: { key: string; value: Kept; indexes: { account: string } };
}

export type Database = IDBPDatabase<Schema>;
let opening: Promise<Database> | undefined;

/** The database, opened once. Some phones cut the connection of a page in the background: then it opens again. */
export function database(): Promise<Database> {
  opening ??= openDB<Schema>("thongthin-forms", 1, {
    upgrade(db) {
      for (const name of ["drafts", "outbox"] as const) db.createObjectStore(name, { keyPath: "id" }).createIndex("account", "account");
      db.createObjectStore("files", { keyPath: "id" });
      db.createObjectStore("kept", { keyPath: "key" }).createIndex("account", "account");
    },
    blocking: (_now, _wanted, event) => (event.target as IDBDatabase).close(),
    terminated() {
      opening = undefined;
    },
  });
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Runs with an open database; once more with a fresh one when the connection was cut. */
export async function withDatabase<T>(run: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await run(await database());
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
    opening = undefined;
    return run(await database());
  }
}
