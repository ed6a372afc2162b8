// Ways through a workflow: every state can be reached and left, every record has a route, every deadline does something.
import type { ActionDefinition, Problem, StateDefinition, WorkflowDefinition } from "../../schemas/types.js";
import { flowProblem } from "../problem/flow.js";
import { actionOf, actionsFrom, newState, targets } from "./states.js";

export function checkWays(workflow: WorkflowDefinition): Problem[] {
  const starts = workflow.actions.some(({ from }) => from.includes(newState));
  return [
    ...(starts ? [] : [flowProblem("flow.no-start", {}, "/actions")]),
    ...unreached(workflow, starts),
    ...workflow.states.flatMap((state, index) => [...stuck(state, workflow, `/states/${index}`), ...deadline(state, workflow, `/states/${index}/deadline`)]),
    ...workflow.actions.flatMap((action, index) => routes(action, `/actions/${index}/to`)),
  ];
}

function unreached(workflow: WorkflowDefinition, starts: boolean): Problem[] {
  // Without a beginning everything is out of reach; one problem says so.
  if (!starts) return [];
  const reached = new Set([newState]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const action of workflow.actions) if (action.from.some((state) => reached.has(state))) for (const to of targets(action)) reached.add(to);
  }
  return workflow.states.flatMap(({ id, title }, index) => (reached.has(id) ? [] : [flowProblem("flow.unreachable", { state: title }, `/states/${index}`)]));
}

function stuck(state: StateDefinition, workflow: WorkflowDefinition, path: string): Problem[] {
  if (state.final) return [];
  const out = actionsFrom(workflow, state.id).filter((action) => targets(action).some((to) => to !== state.id));
  if (!out.length) return [flowProblem("flow.no-way-out", { state: state.title }, path)];
  const goes = out.some(({ id, system }) => !system || state.deadline?.action === id);
  return goes ? [] : [flowProblem("flow.only-system-out", { state: state.title }, path)];
}

function deadline({ id, title, final, deadline: rule }: StateDefinition, workflow: WorkflowDefinition, path: string): Problem[] {
  if (!rule) return [];
  if (final) return [flowProblem("flow.final-deadline", { state: title }, path)];
  if (rule.action === undefined) return rule.notify ? [] : [flowProblem("flow.idle-deadline", { state: title }, path)];
  const action = actionOf(workflow, rule.action);
  if (!action?.from.includes(id)) return [flowProblem("flow.deadline-action", { state: title, action: rule.action }, `${path}/action`)];
  const needs = action.sign ? { th: "ลงนาม", en: "sign" } : action.comment === "required" ? { th: "เขียนเหตุผล", en: "write a reason" } : undefined;
  return needs && !action.system ? [flowProblem("flow.deadline-needs-person", { state: title, action: action.title, what: needs }, `${path}/action`)] : [];
}

function routes({ title, to }: ActionDefinition, path: string): Problem[] {
  if (typeof to === "string") return [];
  const open = to.findIndex(({ when }) => when === undefined);
  if (open < 0) return [flowProblem("flow.no-default-route", { action: title }, path)];
  return open < to.length - 1 ? [flowProblem("flow.dead-route", { action: title, number: open + 1 }, `${path}/${open}`)] : [];
}
