// Wrong workflows: each with every problem it has, where it stands and what to do. And right ones, without any.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkWorkflow } from "../../../engine/workflow/check.js";
import type { ActionDefinition, FormDefinition, StateDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { workflow as shape } from "../../../schemas/validators.js";
import { buying, purchase } from "../../help/purchase.js";

type Draft = Omit<WorkflowDefinition, "states" | "actions"> & {
  states: (StateDefinition & Record<string, unknown>)[];
  actions: (ActionDefinition & Record<string, unknown>)[];
};
const state = (draft: Draft, id: string) => draft.states.find((one) => one.id === id)!;
const action = (draft: Draft, id: string) => draft.actions.find((one) => one.id === id)!;
/** Changes a part of the draft, and gives nothing back. */
const set = (part: object, to: object): void => void Object.assign(part, to);
const at = (draft: Draft, id: string) => draft.actions.findIndex((one) => one.id === id);

const wrong: [string, (draft: Draft) => void, string[]][] = [
  ["a state twice", (d) => void d.states.push({ ...state(d, "done") }), ["flow.state-twice /states/6/id"]],
  ["an action twice", (d) => void d.actions.push({ ...action(d, "return") }), ["flow.action-twice /actions/6/id"]],
  ["a state called new", (d) => void d.states.push({ id: "new", title: "ใหม่", final: true }), ["flow.state-reserved /states/6/id"]],
  ["an action called edit", (d) => void d.actions.push({ ...action(d, "return"), id: "edit" }), ["flow.action-reserved /actions/6/id"]],
  ["a beginning in no state", (d) => void action(d, "return").from.push("nowhere"), ["flow.unknown-from /actions/2/from/1"]],
  ["an end in no state", (d) => set(action(d, "return"), { to: "nowhere" }), ["flow.unreachable /states/1", "flow.unknown-to /actions/2/to"]],
  [
    "a route to no state",
    (d) => set(action(d, "approve"), { to: [{ when: "amount > 1.0", to: "nowhere" }, { to: "with-mayor" }] }),
    ["flow.unknown-to /actions/1/to/0/to"],
  ],
  ["a way back to new", (d) => set(action(d, "return"), { to: "new" }), ["flow.to-new /actions/2/to", "flow.unreachable /states/1"]],
  ["no beginning", (d) => set(action(d, "submit"), { from: ["returned"] }), ["flow.no-start /actions"]],
  ["a state nobody can reach", (d) => void d.states.push({ id: "island", title: "เกาะ", final: true }), ["flow.unreachable /states/6"]],
  ["a state nobody can leave", (d) => set(state(d, "done"), { final: false }), ["flow.no-way-out /states/4"]],
  [
    "a state that leads only to itself",
    (d) => {
      set(state(d, "done"), { final: false });
      d.actions.push({ id: "stay", title: "อยู่", from: ["done"], to: "done", who: ["author"] });
    },
    ["flow.no-way-out /states/4"],
  ],
  [
    "a state that only the system could leave",
    (d) => {
      set(action(d, "accept"), { from: ["pending"] });
      set(state(d, "inspection"), { deadline: { after: { days: 1 }, notify: ["author"] } });
    },
    ["flow.only-system-out /states/3", "flow.system-unused /actions/5/system"],
  ],
  [
    "a deadline in a final state",
    (d) => set(state(d, "done"), { deadline: { after: { days: 1 }, notify: ["author"] } }),
    ["flow.final-deadline /states/4/deadline"],
  ],
  ["a deadline that does nothing", (d) => set(state(d, "pending"), { deadline: { after: { days: 1 } } }), ["flow.idle-deadline /states/0/deadline"]],
  [
    "a deadline that does what is not there",
    (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, action: "vanish" } }),
    ["flow.deadline-action /states/0/deadline/action"],
  ],
  [
    "a deadline that does what begins elsewhere",
    (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, action: "accept" } }),
    ["flow.deadline-action /states/0/deadline/action"],
  ],
  [
    "a deadline that would have to sign",
    (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, action: "approve" } }),
    ["flow.deadline-needs-person /states/0/deadline/action"],
  ],
  [
    "a deadline that would have to give a reason",
    (d) => set(state(d, "pending"), { deadline: { after: { days: 1 }, action: "return" } }),
    ["flow.deadline-needs-person /states/0/deadline/action"],
  ],
  [
    "routes without a last one for all",
    (d) =>
      set(action(d, "approve"), {
        to: [
          { when: "amount > 1.0", to: "with-mayor" },
          { when: "amount <= 1.0", to: "inspection" },
        ],
      }),
    ["flow.no-default-route /actions/1/to"],
  ],
  [
    "a route behind one that is always taken",
    (d) => set(action(d, "approve"), { to: [{ to: "inspection" }, { when: "amount > 1.0", to: "with-mayor" }] }),
    ["flow.dead-route /actions/1/to/0"],
  ],
  ["an action nobody may take", (d) => void delete action(d, "return").who, ["flow.nobody /actions/2"]],
  [
    "an action for nobody but the author, who may not",
    (d) => void Object.assign(action(d, "return"), { who: ["author"], notAuthor: true }),
    ["flow.only-author-excluded /actions/2/notAuthor"],
  ],
  ["a beginning not for its author", (d) => set(action(d, "submit"), { notAuthor: true }), ["flow.new-not-author /actions/0/notAuthor"]],
  ["the system signing", (d) => set(action(d, "lapse"), { sign: {} }), ["flow.system-and-people /actions/5/sign"]],
  ["the system among people", (d) => set(action(d, "lapse"), { who: ["director"] }), ["flow.system-and-people /actions/5/who"]],
  [
    "the system without a deadline",
    (d) => set(state(d, "inspection"), { deadline: { after: { days: 1 }, notify: ["author"] } }),
    ["flow.system-unused /actions/5/system"],
  ],
  [
    "two signatures of one author",
    (d) => void Object.assign(action(d, "accept"), { who: ["author"], notAuthor: false }),
    ["flow.too-many-signatures /actions/4/sign/need"],
  ],
  ["several signatures at the beginning", (d) => set(action(d, "submit"), { sign: { need: 2 } }), ["flow.new-signatures /actions/0/sign/need"]],
  ["a notice to nobody", (d) => set(action(d, "approve"), { effects: [{ type: "notify", message: "ก" }] }), ["flow.effect-to /actions/1/effects/0"]],
  ["a notice without words", (d) => set(action(d, "approve"), { effects: [{ type: "notify", to: ["author"] }] }), ["flow.effect-message /actions/1/effects/0"]],
  ["a print of nothing", (d) => set(action(d, "approve"), { effects: [{ type: "document" }] }), ["flow.effect-no-document /actions/1/effects/0"]],
  [
    "a print that the form has not",
    (d) => set(action(d, "approve"), { effects: [{ type: "document", document: "letter" }] }),
    ["flow.effect-document /actions/1/effects/0/document"],
  ],
  [
    "offering a print that the form has not",
    (d) => set(d, { prints: [{ document: "letter", when: "amount > 1.0" }] }),
    ["flow.print-document /prints/0/document"],
  ],
  [
    "offering a print by a rule that nobody can read",
    (d) => set(d, { prints: [{ document: "letter", when: "amuont > 1.0" }] }),
    ["expression.misspelt-name /prints/0/when", "flow.print-document /prints/0/document"],
  ],
  [
    "editing a section that is not there",
    (d) => set(state(d, "pending"), { edit: { who: ["director"], sections: ["reviews"] } }),
    ["flow.unknown-section /states/0/edit/sections/0"],
  ],
  [
    "signing a section that is not there",
    (d) => set(action(d, "approve"), { sign: { sections: ["requests"] } }),
    ["flow.unknown-section /actions/1/sign/sections/0"],
  ],
  ["signing in a field that is not there", (d) => set(action(d, "approve"), { sign: { field: "approved" } }), ["flow.sign-field /actions/1/sign/field"]],
  ["signing in a field of words", (d) => set(action(d, "approve"), { sign: { field: "opinion" } }), ["flow.sign-field /actions/1/sign/field"]],
  ["waiting for a person whom no field names", (d) => set(action(d, "return"), { person: "subject" }), ["flow.person-field /actions/2/person"]],
  ["a number given by no action", (d) => set(action(d, "submit"), { id: "send" }), ["flow.number-action /actions"]],
  ["a condition that cannot be read", (d) => set(action(d, "return"), { when: "amount >" }), ["expression.syntax /actions/2/when"]],
  ["a condition on a field that is not there", (d) => set(action(d, "return"), { when: "amuont > 1.0" }), ["expression.misspelt-name /actions/2/when"]],
  ["a condition that is none", (d) => set(action(d, "return"), { when: "amount" }), ["expression.condition-type /actions/2/when"]],
  [
    "a route's condition of the wrong kind",
    (d) => set(action(d, "approve"), { to: [{ when: "subject > 5", to: "with-mayor" }, { to: "inspection" }] }),
    ["expression.operator-type /actions/1/to/0/when"],
  ],
  ["a duty that no position has", (d) => set(action(d, "return"), { who: ["directer"] }), ["definition.misspelt-duty /actions/2/who/0"]],
  [
    "two faults at once",
    (d) => {
      set(state(d, "done"), { final: false });
      delete action(d, "return").who;
    },
    ["flow.no-way-out /states/4", "flow.nobody /actions/2"],
  ],
  [
    "three faults in one action",
    (d) => void Object.assign(action(d, "return"), { to: "nowhere", who: undefined, when: "1 +" }),
    ["flow.unknown-to /actions/2/to", "flow.unreachable /states/1", "flow.nobody /actions/2", "expression.syntax /actions/2/when"],
  ],
];

describe("a wrong workflow", () => {
  const duties = ["director", "mayor", "inspector", "school-staff"];
  test.each(wrong)("%s", (_, spoil, expected) => {
    const draft = structuredClone(buying) as Draft;
    spoil(draft);
    const problems = checkWorkflow(draft as WorkflowDefinition, purchase, { duties });
    expect(problems.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([...expected].sort());
    for (const { title } of problems) expect(`${title.th}${title.en}`).not.toMatch(/\{\w+\}|undefined|\[object/);
  });

  test("a section left open that one of several forms lacks is a doubt; one that is signed must be there", () => {
    const draft = structuredClone(buying) as Draft;
    set(state(draft, "pending"), { edit: { who: ["director"], sections: ["reviews"] } });
    set(action(draft, "return"), { sign: { sections: ["requests"] } });
    expect(checkWorkflow(draft as WorkflowDefinition, purchase).map(({ path, level }) => [path, level])).toEqual([
      ["/states/0/edit/sections/0", "warn"],
      ["/actions/2/sign/sections/0", undefined],
    ]);
  });

  test("each problem names the state or action by its title", () => {
    const draft = structuredClone(buying) as Draft;
    delete action(draft, "return").who;
    const [problem] = checkWorkflow(draft as WorkflowDefinition);
    expect(problem).toMatchObject({ path: `/actions/${at(draft, "return")}`, title: { th: expect.stringContaining("“ส่งกลับ”") } });
  });
});

describe("a right workflow", () => {
  test("has no problems, beside its form or alone", () => {
    expect(shape(buying)).toBe(true);
    expect(checkWorkflow(buying, purchase)).toEqual([]);
    expect(checkWorkflow(buying)).toEqual([]);
  });

  test.each(["leave-request", "problem-report"])("%s", (id) => {
    const read = <T>(name: string) => JSON.parse(readFileSync(`form-definitions/${id}/${name}.json`, "utf8")) as T;
    expect(checkWorkflow(read<WorkflowDefinition>("workflow"), read<FormDefinition>("form"))).toEqual([]);
  });
});
