// Mends of workflows: states that nobody reaches or leaves, deadlines and routes that do nothing, what is named and not there.
import type { ActionDefinition, Problem, StateDefinition, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { getAt, parts, setAt } from "../../path/path.js";
import { addAction, removeAction, removeState, routesOf, setAction, setState } from "../workflow.js";
import type { Mend } from "./mend.js";
import { without } from "./place.js";

/** Where a record does not exist yet. */
const begin = "new";

interface Wrong {
  workflow: WorkflowDefinition;
  /** What the problem is in; a code that speaks of one is only mended where it is there. */
  state: StateDefinition;
  action: ActionDefinition;
  path: string;
}
type Mends = (wrong: Wrong) => Mend<WorkflowDefinition>[];

const say = (title: Text): { th: string; en: string } => (typeof title === "string" ? { th: title, en: title } : { th: title.th, en: title.en ?? title.th });
const one = (th: string, en: string, next: WorkflowDefinition): Mend<WorkflowDefinition>[] => [{ title: { th, en }, next }];

/** A state taken away with every way that leads there; an action left without one goes, too. */
function withoutState(workflow: WorkflowDefinition, id: string): WorkflowDefinition {
  const { actions, ...rest } = removeState(workflow, id);
  const left = actions.flatMap((action) => {
    const routes = routesOf(action).filter(({ to }) => to !== id);
    if (routes.length === routesOf(action).length) return [action];
    if (!routes.length) return [];
    // The last way is for whatever no condition sent elsewhere.
    const open = routes.with(-1, { to: routes.at(-1)!.to });
    return [{ ...action, to: open.length === 1 ? open[0]!.to : open }];
  });
  const there = new Set(left.map((action) => action.id));
  const states = rest.states.map((state) => (state.deadline?.action && !there.has(state.deadline.action) ? withoutOrder(state) : state));
  return { ...rest, states, actions: left };
}

/** A deadline that only reminds; without anybody to remind it goes. */
function withoutOrder(state: StateDefinition): StateDefinition {
  const { deadline, ...rest } = state;
  const { action: _, ...left } = deadline!;
  return left.notify ? { ...rest, deadline: left } : rest;
}

function reached({ actions }: WorkflowDefinition): Set<string> {
  const found = new Set([begin]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const action of actions) if (action.from.some((id) => found.has(id))) for (const { to } of routesOf(action)) found.add(to);
  }
  return found;
}

/** Those who act in a state already; else whoever sent it. */
const actorsIn = ({ actions }: WorkflowDefinition, id: string): string[] => [
  ...new Set(actions.filter(({ from, system }) => from.includes(id) && !system).flatMap(({ who }) => who ?? [])),
];

function connect(workflow: WorkflowDefinition, from: StateDefinition, to: StateDefinition): WorkflowDefinition {
  const taken = new Set(workflow.actions.map(({ id }) => id));
  let n = 1;
  while (taken.has(`action-${n}`)) n++;
  const who = actorsIn(workflow, from.id);
  const title = { th: say(to.title).th, en: say(to.title).en };
  return addAction(workflow, workflow.actions.length, { id: `action-${n}`, title, from: [from.id], to: to.id, who: who.length ? who : ["author"] });
}

const removed = ({ workflow, state }: Wrong) =>
  one(`ลบสถานะ “${say(state.title).th}”`, `Remove the state “${say(state.title).en}”`, withoutState(workflow, state.id));

const idle: Mends = ({ workflow, state }) => {
  const who = actorsIn(workflow, state.id);
  return [
    ...(who.length && state.deadline
      ? one("เตือนผู้ที่ต้องทำ", "Remind those who must act", setState(workflow, state.id, { deadline: { ...state.deadline, notify: who } }))
      : []),
    ...one("เอากำหนดเวลาออก", "Remove the deadline", setState(workflow, state.id, { deadline: undefined })),
  ];
};

const remindsOnly: Mends = ({ workflow, state }) =>
  state.deadline
    ? one(
        state.deadline.notify ? "ครบกำหนดแล้วเตือนอย่างเดียว" : "เอากำหนดเวลาออก",
        state.deadline.notify ? "Only remind when it is over" : "Remove the deadline",
        { ...workflow, states: workflow.states.map((other) => (other.id === state.id ? withoutOrder(state) : other)) },
      )
    : [];

const onOwn: Mends = ({ workflow, action }) =>
  one("ทำกับเรื่องของตนเองได้", "Allow it on one's own record", setAction(workflow, action.id, { notAuthor: undefined }));

const signsAlone: Mends = ({ workflow, action }) => {
  const { need: _, ...sign } = action.sign ?? {};
  return one("ลงชื่อคนเดียว", "One signature is enough", setAction(workflow, action.id, { sign }));
};

const byCode: Record<string, Mends> = {
  "flow.unreachable": (wrong) => {
    const { workflow, state } = wrong;
    const there = reached(workflow);
    const before = workflow.states.slice(0, workflow.states.indexOf(state)).findLast(({ id, final }) => there.has(id) && !final);
    return [
      ...removed(wrong),
      ...(before ? one(`เชื่อมจาก “${say(before.title).th}”`, `Connect it from “${say(before.title).en}”`, connect(workflow, before, state)) : []),
    ];
  },
  "flow.no-way-out": (wrong) => {
    const { workflow, state } = wrong;
    const next = workflow.states.slice(workflow.states.indexOf(state) + 1)[0] ?? workflow.states.find(({ id, final }) => final && id !== state.id);
    return [
      ...one("จบเรื่องที่นี่", "The record ends here", setState(workflow, state.id, { final: true, deadline: undefined })),
      ...(next ? one(`เชื่อมไป “${say(next.title).th}”`, `Connect it to “${say(next.title).en}”`, connect(workflow, state, next)) : []),
    ];
  },
  "flow.only-system-out": ({ workflow, state }) => {
    const action = workflow.actions.find(({ from, system }) => system && from.includes(state.id));
    const after = state.deadline?.after ?? { workdays: 3 };
    return action
      ? one(
          `ครบกำหนดแล้วให้ระบบ “${say(action.title).th}”`,
          `Let the system do “${say(action.title).en}” when it is over`,
          setState(workflow, state.id, { deadline: { ...state.deadline, after, action: action.id } }),
        )
      : [];
  },
  "flow.final-deadline": ({ workflow, state }) => one("เอากำหนดเวลาออก", "Remove the deadline", setState(workflow, state.id, { deadline: undefined })),
  "flow.idle-deadline": idle,
  "flow.deadline-action": remindsOnly,
  "flow.deadline-needs-person": remindsOnly,
  "flow.no-start": ({ workflow }) => {
    const first = workflow.states[0];
    const id = workflow.actions.some((action) => action.id === "submit") ? "submit-new" : "submit";
    const submit: ActionDefinition = { id, title: { th: "ส่ง", en: "Submit" }, tone: "main", from: [begin], to: first?.id ?? "", complete: true };
    return first ? one(`เพิ่มการส่งไปยัง “${say(first.title).th}”`, `Add submitting to “${say(first.title).en}”`, addAction(workflow, 0, submit)) : [];
  },
  "flow.no-default-route": ({ workflow, action }) =>
    one(
      "ให้ทางสุดท้ายใช้เมื่อไม่เข้าทางอื่น",
      "Take the last route when no other fits",
      setAction(workflow, action.id, { to: routesOf(action).with(-1, { to: routesOf(action).at(-1)!.to }) }),
    ),
  "flow.dead-route": ({ workflow, action }) => {
    const routes = routesOf(action);
    const open = routes.findIndex(({ when }) => when === undefined);
    // Of several without a condition only the first was ever taken.
    const others = routes.filter(({ when }) => when !== undefined);
    return one("ย้ายไปเป็นทางสุดท้าย", "Move it to the end", setAction(workflow, action.id, { to: [...others, routes[open]!] }));
  },
  "flow.unknown-from": ({ workflow, action, path }) =>
    action.from.length > 1
      ? one("เอาสถานะที่ไม่มีออก", "Take the missing state out", without(workflow, path))
      : one("ลบการดำเนินการนี้", "Remove this action", removeAction(workflow, action.id)),
  "flow.unknown-to": ({ workflow, action, path }) => {
    const at = parts(path);
    if (at.at(-2) === "actions" || !Array.isArray(action.to) || action.to.length < 2) return [];
    const routes = action.to.toSpliced(Number(at.at(-2)), 1);
    // Where the way of all others is the one that leads nowhere, a way with a condition would become theirs: that is for the author to say.
    if (routes.at(-1)!.when !== undefined) return [];
    return one("เอาทางแยกนี้ออก", "Remove this route", setAction(workflow, action.id, { to: routes.length === 1 ? routes[0]!.to : routes }));
  },
  "flow.only-author-excluded": onOwn,
  "flow.new-not-author": onOwn,
  "flow.system-and-people": ({ workflow, action }) =>
    one(
      "ให้ระบบทำเองทั้งหมด",
      "Leave it to the system alone",
      setAction(workflow, action.id, {
        who: undefined,
        person: undefined,
        sign: undefined,
        comment: action.comment === "required" ? undefined : action.comment,
      }),
    ),
  "flow.system-unused": ({ workflow, action }) => one("ลบการดำเนินการนี้", "Remove this action", removeAction(workflow, action.id)),
  "flow.too-many-signatures": signsAlone,
  "flow.new-signatures": signsAlone,
  "flow.sign-field": ({ workflow, action }) => {
    const { field: _, ...sign } = action.sign ?? {};
    return one("ลงชื่อโดยไม่ใช้ช่องในแบบฟอร์ม", "Sign in no field of the form", setAction(workflow, action.id, { sign }));
  },
  "flow.person-field": ({ workflow, action }) =>
    action.who?.length || action.from.every((id) => id === begin)
      ? one("ไม่รอผู้ที่ระบุในช่อง", "Wait for nobody named in a field", setAction(workflow, action.id, { person: undefined }))
      : [],
  "flow.unknown-section": ({ workflow, state, action, path }) => {
    const next = without(workflow, path);
    const left = getAt(next, parts(path).slice(0, -1));
    const title = ["เอาส่วนที่ไม่มีออก", "Take the missing section out"] as const;
    if (!Array.isArray(left) || left.length) return one(...title, next);
    // Naming no section would leave all of them open, or sign all of them: rather nobody changes anything.
    if (state) return one("ไม่ให้แก้คำตอบในสถานะนี้", "Let nobody change answers here", setState(workflow, state.id, { edit: undefined }));
    const { sections: _, ...sign } = action.sign ?? {};
    return one("ลงนามทั้งแบบฟอร์ม", "Sign the whole form", setAction(workflow, action.id, { sign }));
  },
  "flow.effect-to": ({ workflow, path }) => one("เอาการแจ้งนี้ออก", "Remove this notice", withoutEffect(workflow, path)),
  "flow.effect-message": ({ workflow, action, path }) =>
    one(
      `แจ้งว่า “${say(action.done ?? action.title).th}”`,
      `Say “${say(action.done ?? action.title).en}”`,
      setAt(workflow, [...parts(path), "message"], action.done ?? action.title),
    ),
};

function withoutEffect(workflow: WorkflowDefinition, path: string): WorkflowDefinition {
  const next = without(workflow, path);
  const list = parts(path).slice(0, -1);
  const left = getAt(next, list);
  return Array.isArray(left) && !left.length ? setAt(next, list, undefined) : next;
}

export function mendFlow(workflow: WorkflowDefinition, { code, path = "" }: Problem): Mend<WorkflowDefinition>[] {
  const mends = Object.hasOwn(byCode, code) ? byCode[code] : undefined;
  const [list, at] = parts(path);
  const state = list === "states" ? workflow.states[Number(at)] : undefined;
  const action = list === "actions" ? workflow.actions[Number(at)] : undefined;
  if (!mends || (code !== "flow.no-start" && !state && !action)) return [];
  return mends({ workflow, path, state: state as StateDefinition, action: action as ActionDefinition });
}
