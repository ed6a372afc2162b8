// What a commit of an action writes: the record with its entries and words for search, the action, events, effects, claims and numbers.

import type { Facts } from "../../engine/expression/facts.js";
import type { Acted, NewEffect } from "../../engine/record/act-types.js";
import { inboxEntries } from "../../engine/record/inbox.js";
import { entriesOf, searchOf } from "../../engine/record/rows.js";
import type { FormRecord } from "../../schemas/types.js";
import type { Effect, Write } from "../storage/port.js";
import type { ActionDoc } from "./action-docs.js";
import type { RecordDoc, RecordForms } from "./subject.js";

/** An effect as the outbox keeps it. `due` stays when a retry moves `at`. */
const effect = ({ id, owner, type, at, record, rev, state, data }: NewEffect): Effect => ({
  id,
  owner,
  type,
  at,
  data: { ...data, record, rev, due: at, ...(state === undefined ? {} : { state }) },
});

export interface Deed {
  acted: Acted;
  /** Null when it is new. */
  stored: RecordDoc | null;
  /** The form in the record's own version, and in the newest one, in which rows and entries are. */
  forms: RecordForms;
  facts: Facts;
  done: ActionDoc;
  files: Write[];
  /** Claims to leave out: the person has seen that another record holds them. */
  without: ReadonlySet<string>;
  /** The stored draft it came from: one that never reached the server has nothing to remove. */
  draft: string | undefined;
}

/** The writes in an order in which the first that loses says why. */
export function deedWrites({ acted, stored, forms, facts, done, files, without, draft }: Deed): Write[] {
  const { owner } = acted.record;
  const by = acted.record.id;
  const kept = recordWrite(acted.record, stored?.rev ?? 0, forms, facts);
  return [
    { op: "insert", collection: "actions", doc: done },
    kept,
    ...acted.unclaims.map((key): Write => ({ op: "unclaim", owner, key, by })),
    ...acted.claims.filter((key) => !without.has(key)).map((key): Write => ({ op: "claim", owner, key, by })),
    ...files,
    ...acted.numbers.map(({ sequence, pattern, token }): Write => ({ op: "take", owner, sequence, pattern, token })),
    ...acted.events.map((event): Write => ({ op: "event", event })),
    ...acted.effects.map((one): Write => ({ op: "effect", effect: effect(one) })),
    ...(draft === undefined ? [] : [{ op: "remove" as const, collection: "drafts" as const, id: draft }]),
  ];
}

/** Drafts are private: an id that another account happens to use is another draft. */
export const draftId = (owner: string, account: string, draft: string): string => `${owner}/${account}/${draft}`;

/** A record with what lists and search find it by. It is listed as its newest form says, and waits in inboxes as its own workflow says. */
export function recordWrite(record: FormRecord, storedRev: number, { own, newest }: RecordForms, facts: Facts): Write {
  const doc = record as RecordDoc;
  const inbox = `${record.owner}/inbox`;
  const entries = [...entriesOf(newest, record, facts).filter(({ view }) => view !== inbox), ...inboxEntries(own, record)];
  const found = { entries, search: searchOf(newest, record, facts) };
  return storedRev === 0 ? { op: "insert", collection: "records", doc, ...found } : { op: "replace", collection: "records", doc, rev: storedRev, ...found };
}
