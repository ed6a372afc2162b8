// What is kept of an action: its id, so that the same action twice has the effect of once, and its answer, so that it gets the first one again.
import { formsProblem } from "../../engine/problem/forms.js";
import type { Action, ActionDone, Actor } from "../../schemas/types.js";
import { canonical, sha256 } from "../events/event.js";
import { refuse } from "../plugins/refusal.js";
import type { Doc, Storage } from "../storage/port.js";

/** The answer as it can be told again; the event's number is found in the record's history. */
type Answer = Omit<ActionDone, "action" | "seq">;

export interface ActionDoc extends Doc {
  record: string;
  account: string;
  /** Of the body as it came in. */
  hash: string;
  at: string;
  answer: Answer;
}

/** Ids are made on devices, so one owner's never stand in another's way. */
export const actionDocId = (owner: string, action: string): string => `${owner}/${action}`;

export const hashOf = (action: Action): string => sha256(canonical(action));

export function actionDoc(actor: Actor, action: Action, hash: string, at: string, answer: Answer): ActionDoc {
  return { id: actionDocId(actor.owner, action.id), owner: actor.owner, format: 1, rev: 1, record: action.record, account: actor.account, hash, at, answer };
}

const page = 100;

/** The first answer to this action, if it was done; the same id from somebody else or with another body is refused. */
export async function answerBefore(storage: Storage, actor: Actor, action: Action, hash: string): Promise<ActionDone | undefined> {
  const doc = await storage.get<ActionDoc>("actions", actionDocId(actor.owner, action.id));
  if (!doc) return undefined;
  if (doc.account !== actor.account || doc.hash !== hash) refuse(formsProblem("action.reused"));
  return { action: action.id, seq: await seqOf(storage, actor.owner, doc.record, action.id), ...doc.answer };
}

async function seqOf(storage: Storage, owner: string, record: string, action: string): Promise<number> {
  let before: number | undefined;
  for (;;) {
    const events = await storage.history(owner, record, { limit: page, ...(before === undefined ? {} : { before }) });
    const event = events.find((one) => one.action === action);
    if (event) return event.seq;
    if (events.length < page) return 0;
    before = events.at(-1)!.seq;
  }
}
