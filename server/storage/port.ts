// The storage port: what the server asks of a store. tests/storage-contract.ts says what each promise means, and both adapters run it.

import type { Filter } from "../../engine/query/filter.js";
import type { Event } from "../../schemas/types.js";

/** Every stored document: `format` is the number of its own format, `rev` its revision, from 1. */
export interface Doc {
  id: string;
  owner: string;
  format: number;
  rev: number;
}

/** Where documents live. Each has its declared indexes in collections.ts. */
export type Collection =
  | "organizations"
  | "people"
  | "accounts"
  | "sessions"
  | "positions"
  | "holdings"
  | "delegations"
  | "definitions"
  | "versions"
  | "releases"
  | "records"
  | "drafts"
  | "actions"
  | "files"
  | "notices"
  | "settings"
  | "presences";

/** A line of the side table that lists read. `k1` is the filter's value, `k2` the sort key: both compare by bytes. */
export interface Entry {
  view: string;
  scope: string;
  k1: string;
  k2: string;
}

/** What full-text search finds a document by: normalised text, and the scopes it may be found from. */
export interface Searchable {
  /** The group it is searched in: a form's id. */
  group: string;
  scopes: string[];
  text: string;
}

/** An effect as the outbox keeps it. */
export interface Effect {
  id: string;
  owner: string;
  type: string;
  /** When it is due, an instant. */
  at: string;
  data: Record<string, unknown>;
  attempts?: number;
  /** Last failure, for whoever looks. */
  error?: string;
}

/** Exactly what a commit may do. `remove` is for drafts and sessions: what is no history. */
export type Write =
  | { op: "insert"; collection: Collection; doc: Doc; entries?: Entry[]; search?: Searchable }
  /** The stored revision must be `rev`; `doc.rev` is the new one. Entries and search, when given, replace the old. */
  | { op: "replace"; collection: Collection; doc: Doc; rev: number; entries?: Entry[]; search?: Searchable }
  | { op: "remove"; collection: Collection; id: string; rev?: number }
  /** The document must exist with this revision (0: must not exist; -1: must exist). */
  | { op: "assert"; collection: Collection; id: string; rev: number }
  /** `key` must be free, or already held by `by`. */
  | { op: "claim"; owner: string; key: string; by: string }
  | { op: "unclaim"; owner: string; key: string; by: string }
  /** The next number of the owner's sequence, put wherever `token` stands in the strings of this list. `{n}` in `pattern` is the number. */
  | { op: "take"; owner: string; sequence: string; pattern: string; token: string }
  | { op: "event"; event: Omit<Event, "seq" | "id"> }
  | { op: "effect"; effect: Effect };

/** Why a list was refused; `index` is the write that lost. */
export interface Conflict {
  conflict: "exists" | "missing" | "revision" | "claimed";
  index: number;
  /** The holder of a claim, or the revision found. */
  found?: string | number;
}
export interface Committed {
  /** Numbers taken, by token. */
  numbers: Record<string, string>;
  /** Sequence numbers of the events, in the order of the list. */
  events: number[];
}

export interface Page<T> {
  items: T[];
  /** Opaque cursor of the next page. */
  next?: string;
}

export interface FindQuery {
  filter?: Filter;
  /** Field paths, dotted; a leading `-` is downwards. `id` is always the last one. */
  sort?: string[];
  /** At most 500. */
  limit?: number;
  after?: string;
}

export interface ListQuery {
  view: string;
  scopes: string[];
  /** Exactly this `k1`. All when absent: a walk through every line of the view that has one, so a view is read either by `k1` or has none. */
  k1?: string;
  /** `k2` from (inclusive) and to (exclusive). */
  from?: string;
  to?: string;
  descending?: boolean;
  limit: number;
  after?: string;
}

export interface SearchQuery {
  owner: string;
  groups: string[];
  scopes: string[];
  /** Normalised by engine/thai. */
  text: string;
  limit: number;
  after?: string;
}

/** What a watcher is told: an owner's events up to `seq` can be read. */
export interface Change {
  owner: string;
  seq: number;
}

export interface Storage {
  readonly kind: "sqlite" | "mongodb";

  /** All of the writes or none; acknowledged only when it is on the disk (majority). */
  commit(writes: Write[]): Promise<Committed | Conflict>;

  get<T extends Doc>(collection: Collection, id: string): Promise<T | undefined>;
  getMany<T extends Doc>(collection: Collection, ids: string[]): Promise<T[]>;
  find<T extends Doc>(collection: Collection, query: FindQuery): Promise<Page<T>>;
  /** Documents by their entries, in the order of (k2, id). */
  list<T extends Doc>(collection: Collection, query: ListQuery): Promise<Page<T>>;
  /** How many entries, counted up to `limit`. */
  count(collection: Collection, query: Omit<ListQuery, "limit" | "after">, limit: number): Promise<number>;
  search<T extends Doc>(collection: Collection, query: SearchQuery): Promise<Page<T>>;
  /** Waits until what was committed before can be searched. For tests and shutdown. */
  indexed(): Promise<void>;

  /** Committed events of an owner after `since`, without a gap: it stops before a number that is reserved and not yet there. */
  changes(owner: string, since: number, limit: number): Promise<Event[]>;
  /** Committed events about one subject (`event.subject.id`), newest first, by index; those before a number when it is given. */
  history(owner: string, subject: string, query: { before?: number; limit: number }): Promise<Event[]>;
  /** Calls for every commit that made events, here or in another process; returns a function that stops it. */
  watch(listener: (change: Change) => void): Promise<() => Promise<void>>;
  /** Replaces an event's payload by a tombstone; the header stays. */
  tombstone(owner: string, seq: number): Promise<void>;

  outbox: {
    /** Leases due effects: nobody else gets them until `leaseMs` have passed. Each has a fencing token. */
    lease(now: string, limit: number, leaseMs: number): Promise<(Effect & { token: string })[]>;
    /** False when the lease was lost meanwhile. */
    done(id: string, token: string): Promise<boolean>;
    retry(id: string, token: string, at: string, error: string): Promise<boolean>;
    /** Given up: kept where failures are seen. */
    fail(id: string, token: string, error: string): Promise<boolean>;
    failures(owner: string, limit: number): Promise<Effect[]>;
    /** When the next one is due. */
    next(): Promise<string | undefined>;
  };

  files: {
    /** Keeps the bytes by their SHA-256 (hex) and returns it; the same bytes are kept once. */
    put(bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; size: number }>;
    get(sha256: string): Promise<AsyncIterable<Uint8Array> | undefined>;
    has(sha256: string): Promise<boolean>;
    remove(sha256: string): Promise<void>;
  };

  /** Throws when the store cannot answer. */
  check(): Promise<void>;
  close(): Promise<void>;
}
