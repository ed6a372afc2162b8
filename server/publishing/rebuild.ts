// After a publish the rows and entries of the records there are follow, in batches, while the form stays in use. Each batch asks for the next
// one in the outbox before it ends, so a stopped server goes on where it was. Answers are never touched.

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { rowOf } from "../../engine/record/rows.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { systemActor } from "../records/actor.js";
import { codesFor, labelsOf } from "../records/labels.js";
import { markListed } from "../records/listed.js";
import type { Acting } from "../records/perform.js";
import { formsOf, type RecordDoc } from "../records/subject.js";
import { recordWrite } from "../records/writes.js";

export interface RebuildOrder {
  owner: string;
  form: string;
  /** The release that asked for it: a newer one asks again by itself. */
  release: number;
  after?: string;
  /** Only records changed since this instant: the second look. */
  since?: string;
}

const batch = 200;
/** A process that had not heard of the publish yet may have written a record as before: those are looked at again after so long. */
const secondLook = 30_000;
const heard = 60_000;

/** One batch, and the order for what comes after it. */
export async function rebuildBatch(acting: Acting, order: RebuildOrder): Promise<void> {
  const { storage, definitions } = acting;
  const { owner, form: name, release, since } = order;
  const head = await definitions.head(owner, "form", name);
  const form = head?.release === release ? await definitions.release(owner, `${name}@${release}`) : undefined;
  if (!form) return;
  const filter = { owner, form: name, ...(since === undefined ? {} : { updatedAt: { $gte: since } }) };
  const sort = since === undefined ? ["createdAt"] : ["updatedAt"];
  const page = await storage.find<RecordDoc>("records", { filter, sort, limit: batch, ...(order.after === undefined ? {} : { after: order.after }) });
  await again(acting, form, page.items);
  const now = Date.parse(acting.now());
  if (page.next !== undefined) await ask(acting, { ...order, after: page.next }, now);
  else if (since === undefined) await ask(acting, { owner, form: name, release, since: new Date(now - heard).toISOString() }, now + secondLook);
  else await markListed(storage, owner, name, release);
}

async function again(acting: Acting, form: CompiledForm, records: RecordDoc[]): Promise<void> {
  const { storage, definitions, directory, may } = acting;
  const { owner } = form;
  const context = { storage, definitions, snapshot: await directory.of(owner), actor: systemActor(owner), may };
  const codes = await codesFor(definitions, owner, form);
  const today = bangkokDate(acting.now());
  await Promise.all(
    records.map(async (record) => {
      const { own } = await formsOf(definitions, record);
      const rebuilt = { ...record, row: rowOf(form, record, own) };
      const labels = await labelsOf(context, own, record.answers as Record<string, unknown>);
      // A record that changed meanwhile was written anew anyway: losing this race is right.
      await storage.commit([recordWrite(rebuilt, record.rev, { own, newest: form }, { today, lookups: {}, codes, labels })]);
    }),
  );
}

async function ask(acting: Acting, { owner, ...data }: RebuildOrder, at: number): Promise<void> {
  await acting.storage.commit([{ op: "effect", effect: { id: acting.newId(), owner, type: "rebuild", at: new Date(at).toISOString(), data } }]);
}
