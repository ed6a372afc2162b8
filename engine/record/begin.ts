// Where a case begins: the record as stored, or a new one; and the version of the form in which it goes on.
import type { Action, ActionDefinition, Actor, FormRecord, Problem } from "../../schemas/types.js";
import { recordProblem } from "../problem/record.js";
import { workflowProblem } from "../problem/workflow.js";
import { bangkokDate } from "../thai/date.js";
import { keptFacts } from "../workflow/kept-facts.js";
import { withRecord } from "../workflow/record-fact.js";
import { actionOf, editAction, newState } from "../workflow/states.js";
import { onDay } from "../workflow/who.js";
import type { ActContext } from "./act-types.js";
import type { Case } from "./case.js";
import { forward } from "./forward.js";

/** The case before anything has happened in it. */
export function begin(stored: FormRecord | null, action: Action, context: ActContext): Case | Problem[] {
  const strange = stranger(stored, action, context);
  if (strange) return [strange];
  const went = stored ? forward(stored, action, context) : { form: context.release.form, record: blank(action, context), carried: false };
  if ("code" in went) return [went];
  const { form, record, carried } = went;
  const does = action.type === editAction ? undefined : actionOf(form.workflow.definition, action.type);
  const missing = absent(stored, action, does);
  if (missing) return [missing];
  return {
    action,
    context,
    actor: present(context.actor, context.now),
    form,
    ...(does && { does }),
    as: true,
    stored,
    record,
    before: record.answers,
    visible: record.answers,
    facts: withRecord(stored && !carried ? keptFacts(record, context.facts) : context.facts, form, record),
    touched: !stored || carried,
    moves: does !== undefined,
    changes: [],
    voided: [],
    numbers: [],
    effects: [],
    found: [],
    warnings: [],
  };
}

function stranger(stored: FormRecord | null, action: Action, { release: { form } }: ActContext): Problem | undefined {
  if ((stored && (stored.form !== form.id || stored.id !== action.record)) || (action.form !== undefined && action.form !== form.id)) {
    return recordProblem("record.other-form");
  }
  return stored && stored.owner !== form.owner ? recordProblem("record.other-owner") : undefined;
}

function absent(stored: FormRecord | null, { type }: Action, does: ActionDefinition | undefined): Problem | undefined {
  if (type !== editAction && !does) return workflowProblem("workflow.unknown-action", { action: type.slice(0, 80) });
  return !stored && !does?.from.includes(newState) ? recordProblem("record.missing", { action: does?.title ?? type }) : undefined;
}

function present(actor: Actor, now: string): Actor {
  return onDay(actor, bangkokDate(now));
}

/** A record that does not exist yet: its revision is 0 until it does. */
function blank(action: Action, { release: { form }, actor, facts, now }: ActContext): FormRecord {
  const place = facts.organization;
  return {
    format: 1,
    id: action.record,
    owner: form.owner,
    form: form.id,
    release: form.release,
    organization: place?.id ?? "",
    unit: place ? [place.id, ...place.ancestors.map(({ id }) => id)] : [],
    author: actor.account,
    authorName: actor.name,
    createdAt: now,
    updatedAt: now,
    rev: 0,
    state: newState,
    stateSince: now,
    answers: {},
    retired: {},
    facts: {},
    signatures: [],
    signing: {},
    handlers: [],
    sealed: false,
    row: {},
  };
}
