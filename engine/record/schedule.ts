// What is to be done after the commit: the action's own effects, and the deadline of the state the record came into.
import type { EffectDefinition } from "../../schemas/types.js";
import { after } from "../workflow/deadline.js";
import { stateOf } from "../workflow/states.js";
import type { NewEffect } from "./act-types.js";
import type { Case, Step } from "./case.js";

/** Asks for the effects. Each is looked at again against the record when it is due. */
export const schedule: Step = (current) => {
  if (!current.does || !current.moves) return current;
  const own = (current.does.effects ?? []).map((effect) => asked(effect, current));
  return { ...current, effects: [...own, ...deadline(current)] };
};

function asked({ type, to, message, document, after: wait }: EffectDefinition, current: Case): NewEffect {
  const { now, facts } = current.context;
  const data = { ...(to && { to }), ...(message !== undefined && { message }), ...(document !== undefined && { document }) };
  return { ...common(current), type, at: wait ? after(wait, now, facts.codes) : now, data };
}

function deadline(current: Case): NewEffect[] {
  const { record, form, stored } = current;
  const rule = stateOf(form.workflow.definition, record.state)?.deadline;
  if (!rule || record.due === undefined || stored?.state === record.state) return [];
  const data = { ...(rule.notify && { to: rule.notify }), ...(rule.action !== undefined && { action: rule.action }) };
  return [{ ...common(current), type: "deadline", at: record.due, state: record.state, data }];
}

function common({ record, context }: Case): Pick<NewEffect, "id" | "owner" | "record" | "rev"> {
  return { id: context.newId(), owner: record.owner, record: record.id, rev: record.rev + 1 };
}
