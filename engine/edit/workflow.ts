// What an author does to a workflow: states and actions put in, taken away, moved, changed. Each gives the next workflow and leaves the old one.
import type { ActionDefinition, StateDefinition, WorkflowDefinition } from "../../schemas/types.js";

type Changes<T> = { [K in keyof T]?: T[K] | undefined };

const put = <T extends { id: string }>(list: readonly T[], id: string, changes: Changes<T>): T[] =>
  list.map((one) =>
    one.id === id ? (Object.fromEntries(Object.entries({ ...one, ...changes }).filter(([, value]) => value !== undefined)) as unknown as T) : one,
  );

export const setState = (workflow: WorkflowDefinition, id: string, changes: Changes<StateDefinition>): WorkflowDefinition => ({
  ...workflow,
  states: put(workflow.states, id, changes),
});

export const setAction = (workflow: WorkflowDefinition, id: string, changes: Changes<ActionDefinition>): WorkflowDefinition => ({
  ...workflow,
  actions: put(workflow.actions, id, changes),
});

export const addState = (workflow: WorkflowDefinition, at: number, state: StateDefinition): WorkflowDefinition => ({
  ...workflow,
  states: workflow.states.toSpliced(at, 0, state),
});

export const addAction = (workflow: WorkflowDefinition, at: number, action: ActionDefinition): WorkflowDefinition => ({
  ...workflow,
  actions: workflow.actions.toSpliced(at, 0, action),
});

export const removeAction = (workflow: WorkflowDefinition, id: string): WorkflowDefinition => ({
  ...workflow,
  actions: workflow.actions.filter((one) => one.id !== id),
});

/** Takes a state away, and out of the actions that begin there; one that began only there goes with it. Those that lead there are told by the checks. */
export function removeState(workflow: WorkflowDefinition, id: string): WorkflowDefinition {
  const actions = workflow.actions.flatMap((action) => {
    const from = action.from.filter((one) => one !== id);
    return from.length ? [from.length === action.from.length ? action : { ...action, from }] : [];
  });
  return { ...workflow, states: workflow.states.filter((one) => one.id !== id), actions };
}

function move<T extends { id: string }>(list: readonly T[], id: string, by: number): T[] {
  const from = list.findIndex((one) => one.id === id);
  const to = from + by;
  return from < 0 || to < 0 || to >= list.length ? [...list] : list.toSpliced(from, 1).toSpliced(to, 0, list[from]!);
}

export const moveState = (workflow: WorkflowDefinition, id: string, by: number): WorkflowDefinition => ({ ...workflow, states: move(workflow.states, id, by) });
export const moveAction = (workflow: WorkflowDefinition, id: string, by: number): WorkflowDefinition => ({
  ...workflow,
  actions: move(workflow.actions, id, by),
});

/** Where an action leads, with the conditions of its routes in their order. */
export const routesOf = ({ to }: ActionDefinition): { to: string; when?: string }[] => (Array.isArray(to) ? to : [{ to }]);

/** One approval: sent, waiting for these people, then allowed, returned or refused. What most new work begins with. */
export function approval(id: string, title: WorkflowDefinition["title"], who: string, words: { waiting: string }): WorkflowDefinition {
  return {
    kind: "workflow",
    id,
    title,
    states: [
      { id: "waiting", title: words.waiting, look: "wait" },
      { id: "returned", title: { th: "ส่งกลับแก้ไข", en: "Returned" }, look: "back", check: "shape", edit: { who: ["author"] } },
      { id: "approved", title: { th: "อนุมัติแล้ว", en: "Approved" }, look: "ok", final: true },
      { id: "refused", title: { th: "ไม่อนุมัติ", en: "Refused" }, look: "back", final: true },
    ],
    actions: [
      {
        id: "submit",
        title: { th: "ส่ง", en: "Submit" },
        done: { th: "ส่ง", en: "Submitted" },
        tone: "main",
        from: ["new"],
        to: "waiting",
        complete: true,
        comment: "none",
        effects: [{ type: "notify", to: [who], message: { th: "มีเรื่องรอท่าน", en: "Something waits for you" } }],
      },
      {
        id: "approve",
        title: { th: "อนุมัติ", en: "Approve" },
        done: { th: "อนุมัติ", en: "Approved" },
        tone: "main",
        from: ["waiting"],
        who: [who],
        notAuthor: true,
        to: "approved",
        complete: true,
        effects: [{ type: "notify", to: ["author"], message: { th: "อนุมัติแล้ว", en: "Approved" } }],
      },
      {
        id: "return",
        title: { th: "ส่งกลับแก้ไข", en: "Return" },
        done: { th: "ส่งกลับแก้ไข", en: "Returned" },
        from: ["waiting"],
        who: [who],
        to: "returned",
        comment: "required",
        effects: [{ type: "notify", to: ["author"], message: { th: "ส่งกลับให้แก้ไข", en: "Returned for correction" } }],
      },
      {
        id: "refuse",
        title: { th: "ไม่อนุมัติ", en: "Refuse" },
        done: { th: "ไม่อนุมัติ", en: "Refused" },
        tone: "danger",
        from: ["waiting"],
        who: [who],
        notAuthor: true,
        to: "refused",
        comment: "required",
        effects: [{ type: "notify", to: ["author"], message: { th: "ไม่อนุมัติ", en: "Refused" } }],
      },
      {
        id: "resubmit",
        title: { th: "ส่งอีกครั้ง", en: "Send again" },
        done: { th: "ส่งอีกครั้ง", en: "Sent again" },
        tone: "main",
        from: ["returned"],
        who: ["author"],
        to: "waiting",
        complete: true,
        comment: "none",
        effects: [{ type: "notify", to: [who], message: { th: "มีเรื่องที่แก้แล้วรอท่าน", en: "Something corrected waits for you" } }],
      },
    ],
  };
}
