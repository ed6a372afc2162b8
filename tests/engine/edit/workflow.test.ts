// Steps of approval: the usual beginning is sound, and changes give the next workflow without touching the one before.
import { expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import { addAction, addState, approval, moveState, removeAction, removeState, routesOf, setAction, setState } from "../../../engine/edit/workflow.js";
import { checkWorkflow } from "../../../engine/workflow/check.js";
import { field, formOf } from "../../help/forms.js";
import { director, teacher } from "../../help/people.js";
import { compiled, Scenario } from "../../help/scenario.js";

const flow = approval("flow", "ขออนุมัติ", "director", { waiting: "รอ ผอ.รร." });

test("the usual beginning has nothing to mend, and a record goes its way: sent, returned, sent again, approved", () => {
  expect([...checkDefinition(flow), ...checkWorkflow(flow)].filter(({ level }) => level !== "warn")).toEqual([]);
  const form = { ...formOf({ a: field("text", { title: "ก" }) }), workflow: "flow", access: { create: ["school-staff"] } };
  expect(compiled(form, flow).workflow.definition.id).toBe("flow");
  const story = new Scenario(form, flow);
  expect(story.does(teacher, "submit", { answers: { a: "x" } }).state).toBe("waiting");
  expect(story.may(teacher)).not.toContain("approve");
  expect(story.does(director, "return").refused).not.toEqual([]);
  expect(story.does(director, "return", { comment: "ขาดเอกสาร" }).state).toBe("returned");
  expect(story.does(teacher, "resubmit", { answers: { a: "y" } }).state).toBe("waiting");
  expect(story.does(director, "approve").state).toBe("approved");
});

test("a state taken away goes out of the actions that begin there", () => {
  const less = removeState(flow, "returned");
  expect(less.actions.map(({ id }) => id)).not.toContain("resubmit");
  expect(checkWorkflow(less).map(({ code }) => code)).toContain("flow.unknown-to");
});

test("put in, moved, changed, taken away", () => {
  const more = addState(addAction(flow, 0, { id: "x", title: "ทำ", from: ["waiting"], to: [{ when: "a == 'x'", to: "approved" }, { to: "refused" }] }), 1, {
    id: "s",
    title: "ใหม่",
  });
  expect(more.states.map(({ id }) => id)).toEqual(["waiting", "s", "returned", "approved", "refused"]);
  expect(routesOf(more.actions[0]!)).toEqual([{ when: "a == 'x'", to: "approved" }, { to: "refused" }]);
  expect(moveState(more, "s", 1).states.map(({ id }) => id)).toEqual(["waiting", "returned", "s", "approved", "refused"]);
  expect(moveState(more, "waiting", -1).states).toEqual(more.states);
  expect(setState(more, "s", { final: true, look: undefined }).states[1]).toEqual({ id: "s", title: "ใหม่", final: true });
  expect(setAction(more, "x", { to: "s" }).actions[0]!.to).toBe("s");
  expect(removeAction(more, "x").actions).toEqual(flow.actions);
});
