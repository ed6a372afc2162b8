// A case as a thread of beads: what it has been through, where it is, and where it goes if all is well.
import type { ActionDefinition, Event, FormRecord, Step, Text } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { withRecord } from "./record-fact.js";
import { routeOf } from "./rules.js";
import { actionOf, actionsFrom, newState, stateOf, stateTitle } from "./states.js";

/** A move as an event tells it. */
interface Move {
  from: string;
  to: string;
}

/** The beads. A case that came back to a state goes on from there: the history has the detours. */
export function steps(form: CompiledForm, record: FormRecord, events: readonly Event[]): Step[] {
  const { definition } = form.workflow;
  const bead = (state: string, status: Step["status"], more: { who?: Text; at?: string } = {}): Step => ({
    state,
    title: stateTitle(definition, state),
    status,
    ...more,
  });
  const done = walked(events).map(({ from, action, who, at }) => ({
    ...bead(from, "done", { ...(who !== undefined && { who }), at }),
    // What is over is told by its deed: the state it was in says what was waited for.
    title: deed(actionOf(definition, action)) ?? stateTitle(definition, from),
  }));
  const later = ahead(form, record).map((state) => bead(state, "later"));
  return [...done, bead(record.state, stateOf(definition, record.state)?.final ? "done" : "now", { at: record.stateSince }), ...later];
}

interface Walked {
  from: string;
  action: string;
  who?: Text;
  at: string;
}

function walked(events: readonly Event[]): Walked[] {
  const beads: Walked[] = [];
  for (const event of events) {
    const move = moveOf(event);
    if (!move) continue;
    beads.push({ from: move.from, action: event.type.replace(/^record\./, ""), at: event.at, ...(event.actor && { who: event.actor.name }) });
    const before = beads.findIndex(({ from }) => from === move.to);
    if (before >= 0) beads.length = before;
  }
  return beads;
}

function moveOf({ payload }: Event): Move | undefined {
  const move = (payload as { move?: Partial<Move> } | undefined)?.move;
  return typeof move?.from === "string" && typeof move.to === "string" && move.from !== move.to ? (move as Move) : undefined;
}

function deed(action: ActionDefinition | undefined): Text | undefined {
  return action && (action.done ?? action.title);
}

/** The states ahead, by the main action of each; routes are taken as the answers stand now. */
function ahead(form: CompiledForm, record: FormRecord): string[] {
  const { definition } = form.workflow;
  const kept = record.facts as Partial<Facts>;
  const facts = withRecord({ today: record.createdAt.slice(0, 10), lookups: {}, codes: {}, labels: {}, ...kept }, form, record);
  const found: string[] = [];
  for (let at = record.state; !stateOf(definition, at)?.final; ) {
    const action = mainAction(actionsFrom(definition, at));
    const next = action && routeOf(action, { form, answers: record.answers, facts });
    if (!next || next === newState || next === record.state || found.includes(next)) break;
    found.push(next);
    at = next;
  }
  return found;
}

/** What the main button does where these actions are. */
export function mainAction(actions: ActionDefinition[]): ActionDefinition | undefined {
  const byPeople = actions.filter(({ system }) => !system);
  return byPeople.find(({ tone }) => tone === "main") ?? byPeople.find(({ tone }) => tone !== "danger") ?? actions[0];
}
