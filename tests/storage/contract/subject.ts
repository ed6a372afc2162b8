// What each part of the contract works with: a store, and short words to write with.

import { setImmediate } from "node:timers/promises";
import type { StorageOptions } from "../../../server/storage/options.js";
import type { Committed, Conflict, Doc, Entry, Searchable, Storage, Write } from "../../../server/storage/port.js";

export interface Subject {
  /** The store of this run, open. */
  store: Storage;
  /** Where it is, for another process. */
  place: { dataDir: string; mongodbUri?: string };
  /** Another store on the same place. */
  open: (options?: Partial<StorageOptions>) => Promise<Storage>;
}

let made = 0;
/** A word that no other test uses, in the order it was asked for. */
export const fresh = (word: string): string => `${word}-${String(++made).padStart(6, "0")}`;

export const at = "2026-11-23T03:00:00.000Z";

export type Some = Doc & Record<string, unknown>;

export const doc = (id: string, owner: string, more: Record<string, unknown> = {}): Some => ({ id, owner, format: 1, rev: 1, ...more });

export const insert = (of: Doc, extra: { entries?: Entry[]; search?: Searchable } = {}): Write => ({ op: "insert", collection: "records", doc: of, ...extra });

/** The document one revision later. */
export const replace = (of: Some, more: Record<string, unknown> = {}, extra: { entries?: Entry[]; search?: Searchable } = {}): Write => ({
  op: "replace",
  collection: "records",
  doc: { ...of, ...more, rev: of.rev + 1 },
  rev: of.rev,
  ...extra,
});

export const event = (owner: string, type = "record.submit", more: Record<string, unknown> = {}): Write => ({
  op: "event",
  event: { format: 1, owner, type, at, hash: "0".repeat(64), ...more },
});

export const take = (owner: string, sequence: string, token: string, pattern = "{n}"): Write => ({ op: "take", owner, sequence, pattern, token });

/** The outcome, when it must be good. */
export function done(outcome: Committed | Conflict): Committed {
  if ("conflict" in outcome) throw new Error(`lost by ${outcome.conflict} at ${outcome.index}`);
  return outcome;
}

export const lost = (outcome: Committed | Conflict): outcome is Conflict => "conflict" in outcome;

export const ids = (items: Doc[]): string[] => items.map(({ id }) => id);

/** Every page of something, one after the other. */
export async function pages<T>(page: (after?: string) => Promise<{ items: T[]; next?: string }>): Promise<T[]> {
  const all: T[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    all.push(...items);
    after = next;
  } while (after !== undefined);
  return all;
}

/** Follows an owner's events as a reader with a cursor does, for as long as `open` says, and once more. */
export async function follow(store: Storage, owner: string, open: () => boolean): Promise<number[]> {
  const seen: number[] = [];
  let more = true;
  while (more) {
    more = open();
    for (const { seq } of await store.changes(owner, seen.length, 50)) seen.push(seq);
    // An answer that came without waiting must not starve those who write.
    await setImmediate();
  }
  return seen;
}
