// Who may do what: every action has somebody who can do it, and as many as must sign.
import type { ActionDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { checkWho } from "../definition/check-access.js";
import { flowProblem } from "../problem/flow.js";
import { newState } from "./states.js";

export function checkPeople(workflow: WorkflowDefinition, duties: readonly string[] | undefined): Problem[] {
  const { states, actions } = workflow;
  const byDeadline = new Set(states.flatMap(({ deadline }) => deadline?.action ?? []));
  return [
    ...actions.flatMap((action, index) => {
      const path = `/actions/${index}`;
      return [
        ...(action.system ? bySystem(action, byDeadline, path) : byPeople(action, path)),
        ...checkWho(action.who, `${path}/who`, duties),
        ...(action.effects ?? []).flatMap((effect, number) => checkWho(effect.to, `${path}/effects/${number}/to`, duties)),
      ];
    }),
    ...states.flatMap(({ edit, deadline }, index) => [
      ...checkWho(edit?.who, `/states/${index}/edit/who`, duties),
      ...checkWho(deadline?.notify, `/states/${index}/deadline/notify`, duties),
    ]),
  ];
}

function bySystem(action: ActionDefinition, byDeadline: ReadonlySet<string>, path: string): Problem[] {
  const { id, title } = action;
  const human = (["who", "person", "sign"] as const).filter((what) => action[what] !== undefined);
  const what = [...human, ...(action.comment === "required" ? ["comment"] : [])];
  return [
    ...(what.length ? [flowProblem("flow.system-and-people", { action: title, what }, `${path}/${what[0]}`)] : []),
    ...(byDeadline.has(id) ? [] : [flowProblem("flow.system-unused", { action: title }, `${path}/system`)]),
  ];
}

function byPeople(action: ActionDefinition, path: string): Problem[] {
  const { title, from, who, person, notAuthor, sign } = action;
  const begins = from.includes(newState);
  const params = { action: title };
  const found: Problem[] = [];
  // From `new` it is the form's access that says who; from any other state somebody must be named.
  if (from.some((state) => state !== newState) && !who?.length && person === undefined) found.push(flowProblem("flow.nobody", params, path));
  if (notAuthor && begins) found.push(flowProblem("flow.new-not-author", params, `${path}/notAuthor`));
  else if (notAuthor && who?.length && person === undefined && who.every((one) => one === "author"))
    found.push(flowProblem("flow.only-author-excluded", params, `${path}/notAuthor`));
  const need = sign?.need ?? 1;
  if (need < 2) return found;
  if (begins) found.push(flowProblem("flow.new-signatures", params, `${path}/sign/need`));
  else if ((who ?? []).every((one) => one === "author") && (who?.length ?? 0) + (person === undefined ? 0 : 1) < need)
    found.push(flowProblem("flow.too-many-signatures", { ...params, need }, `${path}/sign/need`));
  return found;
}
