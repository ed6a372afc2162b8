// One purchase from beginning to end: each deed with what it does to the record, and what it leaves for others to see.
import { describe, expect, test } from "vitest";
import type { ActionDefinition } from "../../../schemas/types.js";
import { director, inspector1, inspector2, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { fieldId, Scenario } from "../../help/scenario.js";

const pens = { $row: "00000000000000000000000PEN", name: "ปากกา", quantity: 10, price: 12.5 };
const open = () => new Scenario(purchase, buying).on("2026-11-25");

test("a request goes from the teacher over the director and back, and to its end", () => {
  const story = open().does(teacher, "submit", { answers: { subject: "ซื้อปากกา", goods: [pens] } });
  expect(story.problems).toEqual([]);
  expect(story.state).toBe("pending");
  expect(story.answers).toMatchObject({ no: "1/2570", amount: 125, goods: [{ cost: 125 }] });

  story.on("2026-11-26").does(director, "return", { comment: "ขาดเหตุผล" });
  expect(story.state).toBe("returned");
  expect(story.record!.handlers).toEqual(["director"]);

  story.does(teacher, "submit", { answers: { reason: "ของเดิมหมด" } });
  expect(story.state).toBe("pending");
  expect(story.answers.no).toBe("1/2570");

  story.does(director, "approve", { answers: { opinion: "เห็นชอบ" } });
  expect(story.state).toBe("inspection");
  expect(story.answers).toMatchObject({ opinion: "เห็นชอบ", approval: { name: director.name } });

  story.does(inspector1, "accept").does(inspector2, "accept");
  expect(story.state).toBe("done");
  expect(story.record!.rev).toBe(6);
  expect(story.thread()).toEqual(["new done", "pending done", "inspection done", "done done"]);
});

test("a new record belongs to its author, its organization and all above it", () => {
  const { record } = open().does(teacher, "submit", { answers: { subject: "ซื้อปากกา" } });
  expect(record).toMatchObject({
    author: "teacher",
    authorName: teacher.name,
    authorPosition: "ครูประจำชั้น ป.1/1",
    organization: "SCHOOL",
    unit: ["SCHOOL", "LAO", "PROVINCE"],
    release: "purchase@1",
    rev: 1,
    sealed: true,
  });
});

test("the event tells what changed and who did it, not a copy", () => {
  const story = open().does(teacher, "submit", { answers: { subject: "ซื้อปากกา", goods: [pens] } });
  story.does(director, "return", { comment: " ขาดเหตุผล " });
  const [submitted, returned] = story.events;
  expect(submitted).toMatchObject({
    type: "record.submit",
    actor: { account: "teacher", position: "ครูประจำชั้น ป.1/1" },
    subject: { kind: "record", form: "purchase", unit: ["SCHOOL", "LAO", "PROVINCE"] },
    payload: { rev: 1, move: { from: "new", to: "pending" }, numbered: [fieldId("no")] },
  });
  expect(submitted!.payload).toHaveProperty("changes", expect.arrayContaining([{ path: fieldId("subject"), to: "ซื้อปากกา" }]));
  expect(returned!.payload).toEqual({ rev: 2, changes: [], move: { from: "pending", to: "returned" }, comment: "ขาดเหตุผล" });
  expect(returned!.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("the action's effects and the next state's deadline are asked for in the same commit", () => {
  const story = open().does(teacher, "submit", { answers: { subject: "ซื้อปากกา" } });
  // Wednesday the 25th; two working days later is Friday, until its end in Bangkok.
  expect(story.record!.due).toBe("2026-11-27T16:59:59.999Z");
  expect(story.done!.effects).toMatchObject([{ type: "deadline", at: "2026-11-27T16:59:59.999Z", state: "pending", rev: 1, data: { to: ["director"] } }]);
  story.does(director, "approve");
  expect(story.done!.effects).toMatchObject([
    { type: "notify", at: story.now, rev: 2, data: { to: ["author"], message: "{no} อนุมัติแล้ว" } },
    { type: "deadline", state: "inspection", data: { action: "lapse" } },
  ]);
});

test("what is missing is told all at once, and nothing happens", () => {
  const story = open().does(teacher, "submit", { answers: { goods: [{ ...pens, quantity: 1.5 }] } });
  expect(story.problems.map(({ code, path }) => `${code} ${path}`)).toEqual(["field.required /subject", "field.whole-number /goods/0/quantity"]);
  expect(story.record).toBeNull();
});

test("what is wrong is refused, also of whoever goes on after warnings, and of whoever only sends it on", () => {
  expect(open().does(teacher, "submit", { answers: {}, warnings: true }).problems).toMatchObject([{ code: "field.required", path: "/subject" }]);
  const returned = open()
    .does(teacher, "submit", { answers: { subject: "ซื้อปากกา" } })
    .does(director, "return", { comment: "แก้" });
  returned.does(teacher, "edit", { answers: { subject: "" } });
  expect(returned.problems).toEqual([]);
  expect(returned.does(teacher, "submit", { warnings: true }).refused).toEqual(["field.required"]);
  expect(returned.state).toBe("returned");
});

describe("how complete a record must be", () => {
  const extra = (id: string, more: Partial<ActionDefinition>): ActionDefinition => ({
    id,
    title: id,
    from: ["returned"],
    who: ["author"],
    to: "pending",
    ...more,
  });
  const workflow = {
    ...buying,
    actions: [...buying.actions, extra("again", {}), extra("drop", { to: "lapsed" }), extra("report", { to: "lapsed", complete: true })],
  };
  const returned = (answers: Record<string, unknown>) =>
    new Scenario(purchase, workflow)
      .does(teacher, "submit", { answers: { subject: "ซื้อปากกา" } })
      .does(director, "return", { comment: "แก้" })
      .does(teacher, "edit", { answers });

  test("as the state it comes into asks, and as the action asks", () => {
    const of = (action: string) => returned({ subject: "" }).does(teacher, action).refused;
    expect([of("again"), of("drop"), of("report")]).toEqual([["field.required"], [], ["field.required"]]);
    expect(["again", "drop", "report"].map((action) => returned({ reason: "หมด" }).does(teacher, action).state)).toEqual(["pending", "lapsed", "lapsed"]);
  });

  test("doubts are the affair of whoever changes answers, not of whoever sends them on", () => {
    const doubtful = structuredClone(purchase);
    doubtful.schema.properties.subject!["x-check"] = [{ rule: "subject != 'แปลก'", message: "แน่ใจหรือ", level: "warn" }];
    const story = new Scenario(doubtful, buying).does(teacher, "submit", { answers: { subject: "แปลก" } });
    expect(story.problems).toMatchObject([{ code: "field.check", level: "warn" }]);
    story.does(teacher, "submit", { answers: { subject: "แปลก" }, warnings: true }).does(director, "return", { comment: "แก้" });
    expect(story.does(teacher, "submit").state).toBe("pending");
    expect(story.events.map(({ payload }) => (payload as { warnings?: string[] }).warnings)).toEqual([["field.check"], undefined, undefined]);
  });
});

test("an action for a record that is not there, of another form or of another owner is refused", () => {
  const story = open();
  expect(story.does(director, "approve").refused).toEqual(["record.missing"]);
  expect(story.does(teacher, "edit", { answers: { subject: "ก" } }).refused).toEqual(["record.missing"]);
  story.does(teacher, "submit", { answers: { subject: "ก" } });
  const { record } = story;
  story.record = { ...record!, form: "other" };
  expect(story.does(director, "approve").refused).toEqual(["record.other-form"]);
  story.record = { ...record!, owner: "LAO2" };
  expect(story.does(director, "approve").refused).toEqual(["record.other-owner"]);
});

test("a number is counted by fiscal year of the server's day", () => {
  const story = new Scenario(purchase, buying).on("2026-09-30", "23:59").does(teacher, "submit", { answers: { subject: "ก" } });
  expect(story.done!.numbers).toMatchObject([{ sequence: "purchase/2569", pattern: "{n}/2569" }]);
  const next = new Scenario(purchase, buying).on("2026-10-01", "00:01").does(teacher, "submit", { answers: { subject: "ก" } });
  expect(next.done!.numbers).toMatchObject([{ sequence: "purchase/2570", pattern: "{n}/2570" }]);
});

test("the moment it was made is kept, but never later than its receipt", () => {
  const early = open().does(teacher, "submit", { answers: { subject: "ก" }, madeAt: "2026-11-24T01:00:00.000Z" });
  expect(early.events[0]).toMatchObject({ at: "2026-11-25T02:00:00.000Z", madeAt: "2026-11-24T01:00:00.000Z" });
  const ahead = open().does(teacher, "submit", { answers: { subject: "ก" }, madeAt: "2027-01-01T00:00:00.000Z" });
  expect(ahead.events[0]).toMatchObject({ madeAt: "2026-11-25T02:00:00.000Z" });
});
