// The same act on a device that lacks facts: it shows at once what the server will make of it, and nothing unknown stands in the way.
import { expect, test } from "vitest";
import { act } from "../../../engine/record/act.js";
import type { Acted } from "../../../engine/record/act-types.js";
import { isToken } from "../../../engine/record/number.js";
import { director, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { Scenario } from "../../help/scenario.js";

const form = structuredClone(purchase);
form.lookups = { spent: { form: "purchase", pick: "sum", field: "amount" } };
form.schema.properties.reason!["x-require"] = "lookups.spent > 1000.0";
form.schema.properties.subject!["x-check"] = [{ rule: "lookups.spent < 5000.0", message: "เกินวงเงิน" }];

const story = new Scenario(form, buying);
const action = story.action("submit", { answers: { subject: "ซื้อปากกา" } });
const on = (partial: boolean) => {
  const context = story.context(teacher);
  return act(null, action, { ...context, facts: { ...context.facts, ...(partial && { partial: true as const }) } });
};

test("what a device cannot know does not block it", () => {
  expect(on(true)).toMatchObject({ record: { state: "pending", answers: { subject: "ซื้อปากกา" } } });
});

test("the server must know: there a missing fact is a problem", () => {
  expect(on(false)).toMatchObject([{ code: "field.unknown" }, { code: "field.unknown" }]);
});

test("the number waits for the server, and can be told from a number", () => {
  const acted = on(true) as Acted;
  expect(isToken((acted.record.answers as { no?: unknown }).no)).toBe(true);
  expect(isToken("1/2570")).toBe(false);
});

test("the same action on the same record makes the same record: nothing in it is by chance", () => {
  const pending = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก" } });
  const deed = pending.action("approve");
  const run = () => {
    let n = 0;
    return act(pending.record, deed, { ...pending.context(director), newId: () => `ID${n++}` });
  };
  expect(run()).toEqual(run());
});

test("neither the record nor the action is touched", () => {
  const pending = new Scenario(purchase, buying).does(teacher, "submit", {
    answers: { subject: "ก", goods: [{ $row: "00000000000000000000000PEN", name: "ก" }] },
  });
  const [record, deed] = [pending.record!, pending.action("approve", { answers: { opinion: "ดี" } })];
  const before = JSON.stringify([record, deed]);
  act(record, deed, pending.context(director));
  expect(JSON.stringify([record, deed])).toBe(before);
});
