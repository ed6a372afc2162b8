// Moving on: an action's route is taken when nothing more is needed, and the clock of the next state begins.
import { dueAt } from "../workflow/deadline.js";
import { guarded } from "../workflow/judge.js";
import { withRecord } from "../workflow/record-fact.js";
import { type Moment, routeOf } from "../workflow/rules.js";
import { stateOf } from "../workflow/states.js";
import type { Case, Step } from "./case.js";
import { signersAfter } from "./sign.js";

/** The guard of the action. Anything but true is no. */
export const guard: Step = (current) => {
  const problem = current.does && guarded(current.does, momentOf(current));
  return problem ? [problem] : current;
};

/** Moves the record, or leaves it where it is until enough people have signed. */
export const move: Step = (current) => {
  const { does, record, form, context } = current;
  if (!does) return current;
  if (signersAfter(current) < (does.sign?.need ?? 0)) return { ...current, moves: false };
  const to = destination(current);
  if (to === record.state) return current;
  const { due: _, ...rest } = record;
  const state = stateOf(form.workflow.definition, to);
  const due = state && dueAt(state, context.now, context.facts.codes);
  return { ...current, record: { ...rest, state: to, stateSince: context.now, ...(due !== undefined && { due }), signing: {} } };
};

/** Where the record stands after this action: where it is, while signatures are missing. */
export function destination(current: Case): string {
  const { does, record } = current;
  return !does || signersAfter(current) < (does.sign?.need ?? 0) ? record.state : routeOf(does, momentOf(current));
}

function momentOf({ form, visible, record, context, actor, action }: Case): Moment {
  return { form, answers: visible, facts: withRecord(context.facts, form, record), actor, ...(action.comment !== undefined && { comment: action.comment }) };
}
