// The people around a record, for `matches`: a stored record's, or those of one that is being made.
import type { Actor, FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { actionsFrom } from "./states.js";
import { isDuty, type Subject } from "./who.js";

/** The subject of a stored record, whoever may act from its state included. */
export function subjectOf(form: CompiledForm, record: FormRecord): Subject {
  const actions = actionsFrom(form.workflow.definition, record.state);
  return {
    owner: record.owner,
    author: record.author,
    handlers: record.handlers,
    unit: record.unit,
    acts: actions.flatMap((action) => (action.who ?? []).filter(isDuty)),
    persons: actions.flatMap((action) => personOf(action.person, record.answers) ?? []),
  };
}

/** The subject of a record in the making: its maker is its author. */
export function newSubject(actor: Actor, facts: Pick<Facts, "organization">): Subject {
  const { organization } = facts;
  const unit = organization ? [organization.id, ...organization.ancestors.map(({ id }) => id)] : [];
  return { owner: actor.owner, author: actor.account, handlers: [], unit };
}

/** The person that a field names, if it is answered. */
export function personOf(field: string | undefined, answers: Record<string, unknown>): string | undefined {
  const person = field !== undefined && Object.hasOwn(answers, field) ? answers[field] : undefined;
  return typeof person === "string" && person !== "" ? person : undefined;
}
