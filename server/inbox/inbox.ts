// What waits for somebody: records in the inbox view of the actor's duties, account and person, each asked about again before it is shown.

import { waitsFor } from "../../engine/record/inbox.js";
import { readUnder } from "../../engine/record/scopes.js";
import type { Actor } from "../../schemas/types.js";
import type { LabelContext } from "../records/labels.js";
import { fill, type Listed, mayRead } from "../records/list.js";
import { formsOf, type RecordDoc } from "../records/subject.js";
import { recordRow } from "../records/words.js";

/** Where this actor's work is found: each held duty over its scope, the account, the person. */
export function inboxScopes({ snapshot }: LabelContext, actor: Actor): string[] {
  const chain = snapshot.unit(actor.owner);
  const duties = actor.positions.flatMap(({ duties, scope }) => readUnder([scope], chain).flatMap((one) => duties.map((duty) => `${duty}@${one}`)));
  return [...new Set([...duties, `person:${actor.person}`, `account:${actor.account}`])];
}

/** Whether the record waits for this actor, who may read it. */
async function waits(context: LabelContext, actor: Actor, record: RecordDoc, now: string): Promise<boolean> {
  if (!(await mayRead(context, actor, record))) return false;
  return waitsFor((await formsOf(context.definitions, record)).own, record, actor, now);
}

/** A page of the inbox, what waits longest first. */
export async function inboxPage(context: LabelContext, actor: Actor, order: { after?: string; limit: number }, now: string): Promise<Listed> {
  const next = (limit: number, after: string | undefined) =>
    context.storage.list<RecordDoc>("records", {
      view: `${actor.owner}/inbox`,
      scopes: inboxScopes(context, actor),
      k1: "",
      limit,
      ...(after === undefined ? {} : { after }),
    });
  const found = await fill(order.limit, order.after, next, (record) => waits(context, actor, record, now));
  const items = await Promise.all(found.records.map((record) => recordRow(context, record, actor)));
  return { items, ...(found.next === undefined ? {} : { next: found.next }) };
}

/** How many wait, counted up to a bound: a badge needs no more. */
export const mostCounted = 100;
export async function inboxCount(context: LabelContext, actor: Actor, now: string): Promise<number> {
  const next = (limit: number, after: string | undefined) =>
    context.storage.list<RecordDoc>("records", {
      view: `${actor.owner}/inbox`,
      scopes: inboxScopes(context, actor),
      k1: "",
      limit,
      ...(after === undefined ? {} : { after }),
    });
  return (await fill(mostCounted, undefined, next, (record) => waits(context, actor, record, now))).records.length;
}
