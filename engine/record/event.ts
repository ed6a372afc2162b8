// The event of an action: a permanent header, and a payload with what changed, not a copy of the record.
import type { EventActor } from "../../schemas/types.js";
import { standing } from "../workflow/acting.js";
import type { NewEvent } from "./act-types.js";
import { canonical } from "./canonical.js";
import type { Case } from "./case.js";
import { differences } from "./changes.js";

/** What an event of a record tells; all members but `changes` only where there is something to tell. */
export interface RecordPayload {
  rev: number;
  changes: ReturnType<typeof differences>;
  move?: { from: string; to: string };
  comment?: string;
  /** The signature given, and how many of how many there are now. */
  signature?: { id: string; hash: string; signed: number; need: number };
  /** Ids of signatures that the changes voided. */
  voided?: string[];
  /** Fields that were given a running number; the record has it. */
  numbered?: string[];
  /** From which release the record was carried. */
  carried?: { from: string; to: string };
  /** Codes of the warnings that the person went on with. */
  warnings?: string[];
}

export function eventOf(current: Case): NewEvent {
  const { record, action, context } = current;
  const payload = payloadOf(current);
  return {
    format: 1,
    owner: record.owner,
    type: `record.${action.type}`,
    at: context.now,
    madeAt: action.madeAt < context.now ? action.madeAt : context.now,
    actor: actorOf(current),
    // Whoever reached it before hears that it has gone elsewhere.
    subject: { kind: "record", id: record.id, form: record.form, unit: [...new Set([...record.unit, ...(current.stored?.unit ?? [])])] },
    action: action.id,
    ...(action.device !== undefined && { device: action.device }),
    hash: context.hash(canonical(payload)),
    payload: payload as unknown as NonNullable<NewEvent["payload"]>,
  };
}

function actorOf({ actor, as }: Case): EventActor {
  const { position, acting } = standing(actor, as);
  return { account: actor.account, name: actor.name, ...(position !== undefined && { position }), ...(acting && { acting }) };
}

function payloadOf(current: Case): RecordPayload {
  const { form, stored, record, before, action, signed, voided, numbers, warnings, does } = current;
  const comment = action.comment?.trim();
  const from = stored?.state ?? "new";
  const signers = does?.sign && record.signatures.filter((one) => one.action === does.id && !one.void && one.at >= (stored?.stateSince ?? one.at)).length;
  return {
    rev: record.rev,
    changes: differences(form, before, record.answers),
    ...(from !== record.state && { move: { from, to: record.state } }),
    ...(comment && { comment }),
    ...(signed && { signature: { id: signed.id, hash: signed.hash, signed: signers ?? 1, need: does?.sign?.need ?? 1 } }),
    ...(voided.length && { voided: voided.map(({ id }) => id) }),
    ...(numbers.length && { numbered: numbers.map(({ field }) => field) }),
    ...(stored && stored.release !== record.release && { carried: { from: stored.release, to: record.release } }),
    ...(warnings.length && { warnings: [...new Set(warnings.map(({ code }) => code))] }),
  };
}
