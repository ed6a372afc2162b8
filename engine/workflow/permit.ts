// Whether somebody may do an action now, and as whom: state, duty, own record, signatures. Guards and answers are judged afterwards.
import type { ActionDefinition, Actor, FormRecord, HeldPosition, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { isProblem } from "../problem/problem.js";
import { recordProblem } from "../problem/record.js";
import { workflowProblem } from "../problem/workflow.js";
import { makes } from "./place.js";
import { newState, stateOf, stateTitle } from "./states.js";
import { newSubject, personOf, subjectOf } from "./subject.js";
import { isDuty, matches } from "./who.js";

/** What is asked: this action, on this record (null: a new one), by this actor, at this instant. */
export interface Asked {
  form: CompiledForm;
  record: FormRecord | null;
  action: ActionDefinition;
  actor: Actor;
  /** Of a new record, where it belongs. */
  facts: Pick<Facts, "organization">;
  now: string;
}

/** The standing in which the actor may do it, or why not. */
export function permit(asked: Asked): HeldPosition | true | Problem {
  const { record, action, actor } = asked;
  const wrong = wrongState(asked);
  if (wrong) return wrong;
  if (actor.system || action.system) return bySystem(asked);
  const as = record ? ofRecord(asked, record) : ofNew(asked);
  if (isProblem(as)) return as;
  if (record && action.notAuthor && record.author === actor.account) return workflowProblem("workflow.own-record", { action: action.title });
  return (record && signedAlready(record, action, actor, as)) || as;
}

function wrongState({ form, record, action }: Asked): Problem | undefined {
  const state = record?.state ?? newState;
  if (action.from.includes(state)) return;
  const { definition } = form.workflow;
  const states = action.from.map((id) => stateTitle(definition, id));
  return workflowProblem("workflow.wrong-state", { action: action.title, state: stateTitle(definition, state), states });
}

/** A deadline acts only where its state says so, and only when it is over. */
function bySystem({ form, record, action, actor, now }: Asked): true | Problem {
  const params = { action: action.title };
  const state = record && stateOf(form.workflow.definition, record.state);
  if (!actor.system) return workflowProblem("workflow.system-only", params);
  if (!record || state?.deadline?.action !== action.id) return workflowProblem("workflow.not-yours", params);
  return record.due !== undefined && record.due <= now ? true : workflowProblem("workflow.not-due", { ...params, state: state.title });
}

function ofNew({ form, action, actor, facts }: Asked): HeldPosition | true | Problem {
  if (!facts.organization) return recordProblem("record.no-place");
  const who = form.access.create ?? action.who ?? ["anyone"];
  const subject = newSubject(actor, facts);
  const as = makes(who, actor, subject, facts.organization);
  if (as) return as;
  const elsewhere = who.some((one) => !isDuty(one) || actor.positions.some((position) => position.duties.includes(one)));
  return elsewhere ? recordProblem("record.other-place") : workflowProblem("workflow.not-yours", { action: action.title }, undefined);
}

function ofRecord({ form, action, actor }: Asked, record: FormRecord): HeldPosition | true | Problem {
  const named = personOf(action.person, record.answers);
  if (named !== undefined && named === actor.person) return true;
  return matches(action.who ?? [], actor, subjectOf(form, record)) || workflowProblem("workflow.not-yours", { action: action.title });
}

/** One signature a person, and one a seat: whoever acts for somebody who has signed adds nothing. */
function signedAlready(record: FormRecord, action: ActionDefinition, actor: Actor, as: HeldPosition | true): Problem | undefined {
  const signed = Object.hasOwn(record.signing, action.id) ? record.signing[action.id]! : [];
  const left = (action.sign?.need ?? 1) - signed.length;
  if (signed.includes(actor.account)) return workflowProblem("workflow.already-signed", { left });
  const seat = as === true ? actor.person : (as.acting?.person ?? actor.person);
  const sitting = record.signatures.find((one) => one.action === action.id && one.person === seat && signed.includes(one.account) && !one.void);
  return sitting && workflowProblem("workflow.seat-signed", { name: sitting.name, left });
}
