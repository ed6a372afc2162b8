// What waits for somebody: records in the inbox view of the actor's duties, account and person, each asked about again before it is shown.

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { availableActions } from "../../engine/workflow/available.js";
import type { Actor, FormRecord } from "../../schemas/types.js";
import type { LabelContext } from "../records/labels.js";
import { fill, type Listed, mayRead } from "../records/list.js";
import { formsOf, type RecordDoc } from "../records/subject.js";
import { storedFacts } from "../records/view.js";
import { recordRow } from "../records/words.js";

/** Where this actor's work is found: each held duty over its scope, the account, the person. */
export function inboxScopes(actor: Actor): string[] {
  const duties = actor.positions.flatMap(({ duties, scope }) => duties.map((duty) => `${duty}@${scope}`));
  return [...new Set([...duties, `person:${actor.person}`, `account:${actor.account}`])];
}

/** Whether the actor really has something to do here now: a reason such as a missing answer still makes it work of theirs. */
export async function waitsFor(context: LabelContext, actor: Actor, record: RecordDoc, now: string): Promise<boolean> {
  if (!(await mayRead(context, actor, record))) return false;
  const { own } = await formsOf(context.definitions, record);
  const facts = await storedFacts(context, own, record, now);
  const there = availableActions(own, record, actor, facts, { now });
  return there.some(
    (action) => theirs(own, record, action.id) && (action.allowed || action.why?.code === "workflow.guard" || action.why?.code.startsWith("field.") === true),
  );
}

function theirs(form: CompiledForm, record: FormRecord, id: string): boolean {
  const action = form.workflow.definition.actions.find((one) => one.id === id);
  return action !== undefined && !action.system && action.from.includes(record.state);
}

/** A page of the inbox, what waits longest first. */
export async function inboxPage(context: LabelContext, actor: Actor, order: { after?: string; limit: number }, now: string): Promise<Listed> {
  const next = (limit: number, after: string | undefined) =>
    context.storage.list<RecordDoc>("records", { view: `${actor.owner}/inbox`, scopes: inboxScopes(actor), limit, ...(after === undefined ? {} : { after }) });
  const found = await fill(order.limit, order.after, next, (record) => waitsFor(context, actor, record, now));
  const items = await Promise.all(found.records.map((record) => recordRow(context, record, actor)));
  return { items, ...(found.next === undefined ? {} : { next: found.next }) };
}

/** How many wait, counted up to a bound: a badge needs no more. */
export const mostCounted = 100;
export async function inboxCount(context: LabelContext, actor: Actor, now: string): Promise<number> {
  const next = (limit: number, after: string | undefined) =>
    context.storage.list<RecordDoc>("records", { view: `${actor.owner}/inbox`, scopes: inboxScopes(actor), limit, ...(after === undefined ? {} : { after }) });
  return (await fill(mostCounted, undefined, next, (record) => waitsFor(context, actor, record, now))).records.length;
}
