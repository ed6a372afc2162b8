// Whose inbox a record waits in: the duties that may move it from its state, a person it names, those who handled it, or its author in turn.
import type { ActionDefinition, Actor, FormRecord, StateDefinition } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { isProblem } from "../problem/problem.js";
import { bangkokDate } from "../thai/date.js";
import { permit } from "../workflow/permit.js";
import { actionsFrom, stateOf } from "../workflow/states.js";
import { personOf } from "../workflow/subject.js";
import { dutyOf, isDuty, onDay } from "../workflow/who.js";
import type { Entry } from "./entry.js";
import { listedUnder } from "./scopes.js";

/** Scopes are `<duty>@<organization>`, `account:<id>` and `person:<id>`. What an actor may really do is asked again when the list is read. */
export function inboxEntries(form: CompiledForm, record: FormRecord): Entry[] {
  const actions = movesOf(form, record);
  const { duties, persons } = called(actions, record);
  const scopes = [
    ...duties.flatMap((duty) => listedUnder(record).map((organization) => `${duty}@${organization}`)),
    ...persons.map((person) => `person:${person}`),
    ...(actions.some(({ who }) => who?.includes("handler")) ? record.handlers.map((account) => `account:${account}`) : []),
    ...(authorsTurn(form, record) ? [`account:${record.author}`] : []),
  ];
  return [...new Set(scopes)].map((scope) => ({ view: `${record.owner}/inbox`, scope, k1: "", k2: record.stateSince }));
}

/**
 * Whether it is this actor whom the record waits for: they may do something that moves it. A guard or an answer that stands in the way
 * is part of that work. What its author may always do, such as taking it back, is no work while it is somebody else's turn.
 */
export function waitsFor(form: CompiledForm, record: FormRecord, actor: Actor, now: string): boolean {
  const present = onDay(actor, bangkokDate(now));
  const turn = authorsTurn(form, record);
  return movesOf(form, record).some((action) => {
    const asked = turn ? action : { ...action, who: action.who?.filter((who) => who !== "author") ?? [] };
    return !isProblem(permit({ form, record, action: asked, actor: present, facts: {}, now }));
  });
}

/** What people may do to move it on from where it is; nothing in a final state. */
function movesOf(form: CompiledForm, record: FormRecord): ActionDefinition[] {
  const { definition } = form.workflow;
  const state = stateOf(definition, record.state);
  return !state || state.final ? [] : actionsFrom(definition, record.state).filter(({ system }) => !system);
}

/** The duties and the persons that these actions call for. */
function called(actions: readonly ActionDefinition[], record: FormRecord): { duties: string[]; persons: string[] } {
  return {
    duties: [...new Set(actions.flatMap(({ who = [] }) => who.filter(isDuty).map((who) => dutyOf(who).duty)))],
    persons: [...new Set(actions.flatMap(({ person }) => personOf(person, record.answers) ?? []))],
  };
}

/** A returned case is its author's: there the author acts and may edit, or nobody else can go on. */
function authorsTurn(form: CompiledForm, record: FormRecord): boolean {
  const actions = movesOf(form, record);
  if (!actions.some(({ who }) => who?.includes("author"))) return false;
  const { duties, persons } = called(actions, record);
  const state: StateDefinition = stateOf(form.workflow.definition, record.state)!;
  return duties.length + persons.length === 0 || Boolean(state.edit?.who.includes("author"));
}
