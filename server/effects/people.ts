// Whom a notice is for: the accounts that are somebody to a record today, and may read it.
import { subjectOf } from "../../engine/workflow/subject.js";
import { matches } from "../../engine/workflow/who.js";
import type { Snapshot } from "../organizations/snapshot.js";
import type { May } from "../policy/policy.js";
import { type RecordDoc, type RecordForms, recordSubject } from "../records/subject.js";

/** Accounts of `who`, each once. Handlers are those who acted: whoever merely may act is told by their duty. */
export function accountsOf(snapshot: Snapshot, may: May, record: RecordDoc, { own, newest }: RecordForms, who: readonly string[], today: string): string[] {
  const { owner, author, handlers, unit } = subjectOf(own, record);
  const subject = recordSubject(record, newest, own);
  return [...snapshot.accounts.keys()].filter((account) => {
    const actor = snapshot.actor(account, today);
    return actor && matches(who, actor, { owner, author, handlers, unit }) && may(actor, "record.read", subject).allowed;
  });
}
