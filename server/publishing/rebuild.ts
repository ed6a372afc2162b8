// After a publish the rows and entries of the records there are follow, in batches, while the form stays in use. Each batch asks for the next
// one in the outbox before it ends, so a stopped server goes on where it was. Answers are never touched.
import { rowOf } from "../../engine/record/rows.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { codesFor, labelsOf } from "../records/labels.js";
import type { Acting } from "../records/perform.js";
import { formsOf, type RecordDoc } from "../records/subject.js";
import { recordWrite } from "../records/writes.js";

export interface RebuildOrder {
  owner: string;
  form: string;
  /** The release that asked for it: a newer one asks again by itself. */
  release: number;
  /** The effect that runs this batch. */
  effect: string;
  after?: string;
}

const batch = 200;

/** One batch; true when there is another one to come. */
export async function rebuildBatch(acting: Acting, order: RebuildOrder): Promise<boolean> {
  const { storage, definitions, directory } = acting;
  const { owner, form, after } = order;
  const newest = await definitions.newestForm(owner, form);
  if (!newest || newest.head.release > order.release) return false;
  const page = await storage.find<RecordDoc>("records", {
    filter: { owner, form },
    sort: ["createdAt"],
    limit: batch,
    ...(after === undefined ? {} : { after }),
  });
  const codes = await codesFor(definitions, owner, newest.form);
  const snapshot = await directory.of(owner);
  const today = bangkokDate(acting.now());
  await Promise.all(
    page.items.map(async (record) => {
      const { own } = await formsOf(definitions, record);
      const rebuilt = { ...record, row: rowOf(newest.form, record, own) };
      const context = { storage, definitions, snapshot, actor: { account: "system", person: "", owner, name: "", positions: [] }, may: acting.may };
      const labels = await labelsOf(context, own, record.answers as Record<string, unknown>);
      // A record that changed meanwhile was written in the newest version already: losing this race is right.
      await storage.commit([recordWrite(rebuilt, record.rev, { own, newest: newest.form }, { today, lookups: {}, codes, labels })]);
    }),
  );
  if (page.next === undefined) return false;
  const next = { form, release: order.release, after: page.next };
  await storage.commit([{ op: "effect", effect: { id: acting.newId(), owner, type: "rebuild", at: acting.now(), data: next } }]);
  return true;
}
