// Ids of states and actions: each once, none reserved, and every state that is named exists.
import type { ActionDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { flowProblem } from "../problem/flow.js";
import { editAction, newState, targets } from "./states.js";

export function checkNames({ states, actions }: WorkflowDefinition): Problem[] {
  const known = new Set(states.map(({ id }) => id));
  return [
    ...repeated(states).map((index) => flowProblem("flow.state-twice", { state: states[index]!.id }, `/states/${index}/id`)),
    ...repeated(actions).map((index) => flowProblem("flow.action-twice", { action: actions[index]!.id }, `/actions/${index}/id`)),
    ...states.flatMap(({ id }, index) => (id === newState ? [flowProblem("flow.state-reserved", {}, `/states/${index}/id`)] : [])),
    ...actions.flatMap(({ id }, index) => (id === editAction ? [flowProblem("flow.action-reserved", {}, `/actions/${index}/id`)] : [])),
    ...actions.flatMap((action, index) => [...unknownFrom(action, known, index), ...unknownTo(action, known, index)]),
  ];
}

function unknownFrom({ title, from }: ActionDefinition, known: ReadonlySet<string>, index: number): Problem[] {
  return from.flatMap((state, number) =>
    known.has(state) || state === newState ? [] : [flowProblem("flow.unknown-from", { action: title, state }, `/actions/${index}/from/${number}`)],
  );
}

function unknownTo(action: ActionDefinition, known: ReadonlySet<string>, index: number): Problem[] {
  return targets(action).flatMap((state, number) => {
    const path = typeof action.to === "string" ? `/actions/${index}/to` : `/actions/${index}/to/${number}/to`;
    if (state === newState) return [flowProblem("flow.to-new", { action: action.title }, path)];
    return known.has(state) ? [] : [flowProblem("flow.unknown-to", { action: action.title, state }, path)];
  });
}

/** Indexes of items whose id stood before. */
function repeated(items: readonly { id: string }[]): number[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => (seen.has(id) || !seen.add(id) ? [index] : []));
}
