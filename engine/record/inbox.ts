// Whose inbox a record waits in: the duties that may move it from its state, a person it names, those who handled it, or its author in turn.
import type { ActionDefinition, FormRecord, StateDefinition } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { actionsFrom, stateOf } from "../workflow/states.js";
import { personOf } from "../workflow/subject.js";
import { dutyOf, isDuty } from "../workflow/who.js";
import type { Entry } from "./entry.js";

/** Scopes are `<duty>@<organization>`, `account:<id>` and `person:<id>`. What an actor may really do is asked again when the list is read. */
export function inboxEntries(form: CompiledForm, record: FormRecord): Entry[] {
  const { definition } = form.workflow;
  const state = stateOf(definition, record.state);
  if (!state || state.final) return [];
  const actions = actionsFrom(definition, record.state).filter(({ system }) => !system);
  const duties = [...new Set(actions.flatMap(({ who = [] }) => who.filter(isDuty).map((who) => dutyOf(who).duty)))];
  const persons = [...new Set(actions.flatMap(({ person }) => personOf(person, record.answers) ?? []))];
  const scopes = [
    ...duties.flatMap((duty) => record.unit.map((organization) => `${duty}@${organization}`)),
    ...persons.map((person) => `person:${person}`),
    ...(actions.some(({ who }) => who?.includes("handler")) ? record.handlers.map((account) => `account:${account}`) : []),
    ...(authorsTurn(state, actions, duties.length + persons.length) ? [`account:${record.author}`] : []),
  ];
  return [...new Set(scopes)].map((scope) => ({ view: `${record.owner}/inbox`, scope, k1: "", k2: record.stateSince }));
}

/** A returned case is its author's: there the author acts and may edit, or nobody else can go on. */
function authorsTurn(state: StateDefinition, actions: readonly ActionDefinition[], others: number): boolean {
  if (!actions.some(({ who }) => who?.includes("author"))) return false;
  return others === 0 || Boolean(state.edit?.who.includes("author"));
}
