// Answers under hidden fields: retired, kept or cleared as the field says, and back when the field is shown again.
import { describe, expect, test } from "vitest";
import type { FieldSchema, WorkflowDefinition } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";
import { fieldId, formOf, Scenario } from "../../help/scenario.js";

const open: WorkflowDefinition = {
  kind: "workflow",
  id: "open",
  title: "เปิด",
  states: [
    { id: "kept", title: "ส่งแล้ว", edit: { who: ["author"] } },
    { id: "end", title: "จบ", final: true },
  ],
  actions: [
    { id: "submit", title: "ส่ง", from: ["new"], to: "kept" },
    { id: "close", title: "ปิด", from: ["kept"], who: ["director"], to: "end", when: "empty(why)", unless: "มีเหตุผลค้างอยู่" },
  ],
};
const form = (hidden: FieldSchema["x-hidden"], more: FieldSchema = {}) =>
  formOf({
    ask: { "x-field": "yes-no", type: "boolean" },
    why: { "x-field": "text", type: "string", maxLength: 10, "x-show": "ask == true", "x-hidden": hidden, ...more },
  });
const answered = (hidden: FieldSchema["x-hidden"]) => new Scenario(form(hidden), open).does(teacher, "submit", { answers: { ask: true, why: "เพราะ" } });

test("retire: it leaves the answers, and is kept with the record", () => {
  const story = answered("retire").does(teacher, "edit", { answers: { ask: false } });
  expect(story.answers).toEqual({ ask: false });
  expect(story.record!.retired).toEqual({ [fieldId("why")]: "เพราะ" });
});

test("retire: it is back when the field is shown again", () => {
  const story = answered("retire")
    .does(teacher, "edit", { answers: { ask: false } })
    .does(teacher, "edit", { answers: { ask: true } });
  expect(story.answers).toEqual({ ask: true, why: "เพราะ" });
  expect(story.record!.retired).toEqual({});
});

test("retire: a new answer takes its place, and an emptied field stays empty", () => {
  const hidden = () => answered("retire").does(teacher, "edit", { answers: { ask: false } });
  expect(hidden().does(teacher, "edit", { answers: { ask: true, why: "ใหม่" } }).record).toMatchObject({ answers: { why: "ใหม่" }, retired: {} });
  const emptied = [
    { path: fieldId("ask"), was: false, to: true },
    { path: fieldId("why"), to: null },
  ];
  expect(hidden().does(teacher, "edit", { changes: emptied }).record).toMatchObject({ answers: { ask: true }, retired: {} });
});

test("keep: it stays among the answers, but rules do not see it", () => {
  const story = answered("keep").does(teacher, "edit", { answers: { ask: false } });
  expect(story.answers).toEqual({ ask: false, why: "เพราะ" });
  expect(story.does(director, "close").state).toBe("end");
});

test("shown, the same answer stands in the guard's way", () => {
  expect(answered("keep").does(director, "close").refused).toEqual(["workflow.guard"]);
});

test("clear: it is gone", () => {
  const story = answered("clear").does(teacher, "edit", { answers: { ask: false } });
  expect(story.record).toMatchObject({ answers: { ask: false }, retired: {} });
});

test("the server decides again: what a device sends of a hidden field is put away at once", () => {
  const story = new Scenario(form("retire"), open).does(teacher, "submit", { answers: { ask: false, why: "แอบ" } });
  expect(story.record).toMatchObject({ answers: { ask: false }, retired: { [fieldId("why")]: "แอบ" } });
});

test("a hidden answer that would be wrong does not stand in the way, and is not kept among the answers", () => {
  const story = new Scenario(form("keep"), open).does(teacher, "submit", { answers: { ask: false, why: "ยาวเกินสิบตัวอักษรแน่นอน" } });
  expect(story.problems).toEqual([]);
  expect(story.record).toMatchObject({ answers: { ask: false }, retired: { [fieldId("why")]: "ยาวเกินสิบตัวอักษรแน่นอน" } });
});

test("a hidden table is put away cell by cell, and its rows come back whole", () => {
  const rows = [
    { $row: "00000000000000000000000A00", item: "ก" },
    { $row: "00000000000000000000000B00", item: "ข" },
  ];
  const table = formOf({
    ask: { "x-field": "yes-no", type: "boolean" },
    list: {
      "x-field": "table",
      type: "array",
      "x-show": "ask == true",
      items: { type: "object", properties: { item: { "x-field": "text", type: "string" } } },
    },
  });
  const story = new Scenario(table, { ...open, actions: [open.actions[0]!, { ...open.actions[1]!, when: "ask == false" }] });
  story.does(teacher, "submit", { answers: { ask: true, list: rows } }).does(teacher, "edit", { answers: { ask: false } });
  expect(Object.keys(story.record!.retired)).toHaveLength(2);
  story.does(teacher, "edit", { answers: { ask: true } });
  expect(story.answers).toEqual({ ask: true, list: rows });
});

test("defaults begin a new record where its maker named nothing, and never come back into an emptied field", () => {
  const greeting = formOf({ a: { "x-field": "text", type: "string", "x-default": "author.name" }, b: { "x-field": "text", type: "string", default: "ข" } });
  const plain = { ...open, actions: [open.actions[0]!, { ...open.actions[1]!, when: "empty(a)" }] };
  const bare = new Scenario(greeting, plain).does(teacher, "submit", { changes: [] });
  expect(bare.answers).toEqual({ a: teacher.name, b: "ข" });
  const emptied = new Scenario(greeting, plain).does(teacher, "submit", { answers: { a: "ฉันเอง" } });
  expect(emptied.answers).toEqual({ a: "ฉันเอง" });
  expect(emptied.does(teacher, "edit", { answers: { a: "อื่น" } }).answers).toEqual({ a: "อื่น" });
});

describe("what only the move brings to light", () => {
  const thread: FieldSchema = { "x-field": "text", type: "string", maxLength: 10, "x-show": "!empty(record.state)" };
  const long = "ยาวเกินสิบตัวอักษร";
  const begun = (fields: Record<string, FieldSchema>) =>
    new Scenario(formOf(fields), { ...open, actions: open.actions.map(({ when: _, ...action }) => action) });

  test("is judged before it is kept", () => {
    const told = begun({ thread }).does(teacher, "submit", { answers: { thread: long } });
    expect(told.problems).toMatchObject([{ code: "field.too-long", path: "/thread" }]);
    expect(told.record).toBeNull();
    expect(begun({ thread }).does(teacher, "submit", { answers: { thread: "สั้น" } }).answers).toEqual({ thread: "สั้น" });
  });

  test("is judged where it is worked out, too", () => {
    const days: FieldSchema = { "x-field": "number", type: "number", maximum: 3, "x-value": "empty(record.state) ? 1.0 : 9.0" };
    expect(begun({ days }).does(teacher, "submit").problems).toMatchObject([{ code: "field.too-big", path: "/days" }]);
  });

  test("need not be complete: nobody could fill it in before", () => {
    const story = begun({ thread: { ...thread, "x-require": "true" } }).does(teacher, "submit");
    expect(story.problems).toEqual([]);
    expect(story.does(teacher, "edit", { answers: {}, changes: [] }).problems).toEqual([]);
  });

  test("is judged alone: what stood there before passes by as it is", () => {
    const late: FieldSchema = { "x-field": "date", type: "string", format: "date", "x-check": [{ rule: "late >= today", message: "ย้อนหลังไม่ได้" }] };
    const story = begun({ thread, late })
      .on("2026-11-25")
      .does(teacher, "submit", { answers: { late: "2026-11-26" } });
    expect(story.on("2026-12-25").does(director, "close").state).toBe("end");
  });

  describe("is nobody's gift: what its maker may not fill in the state reached", () => {
    const fields = {
      detail: { "x-field": "text", type: "string" },
      owner: { "x-field": "text", type: "string" },
      rows: { "x-field": "table", type: "array", items: { type: "object", properties: { item: { "x-field": "text", type: "string" } } } },
      begun: { "x-field": "text", type: "string", default: "เริ่ม" },
    } satisfies Record<string, FieldSchema>;
    const layout = [
      {
        page: "หน้า",
        sections: [
          { id: "report", fields: ["detail"] },
          { id: "office", show: "!empty(record.state)", fields: ["owner", "rows", "begun"] },
        ],
      },
    ];
    const office: WorkflowDefinition = {
      ...open,
      states: [{ id: "kept", title: "ส่งแล้ว", edit: { who: ["director"], sections: ["office"] } }, open.states[1]!],
      actions: [open.actions[0]!, { id: "close", title: "ปิด", from: ["kept"], who: ["director"], to: "end" }],
    };
    const rows = [{ $row: "00000000000000000000000A00", item: "แอบ" }];
    const sent = (more: FieldSchema = {}, workflow = office) =>
      new Scenario(formOf({ ...fields, owner: { ...fields.owner, ...more } }, { layout }), workflow).does(teacher, "submit", {
        changes: [
          { path: fieldId("detail"), to: "เสีย" },
          { path: fieldId("owner"), to: "ฉันเอง" },
          { path: `${fieldId("rows")}/${rows[0]!.$row}`, to: { [fieldId("item")]: "แอบ" } },
        ],
      });

    test.each(["retire", "keep"] as const)("stays away, and is not lost (%s)", (hidden) => {
      const story = sent({ "x-hidden": hidden });
      expect(story.answers).toEqual({ detail: "เสีย", begun: "เริ่ม" });
      expect(Object.values(story.record!.retired)).toEqual(expect.arrayContaining(["ฉันเอง", "แอบ"]));
      story.does(director, "edit", { answers: { begun: "ต่อ" } });
      expect(story.answers).toEqual({ detail: "เสีย", begun: "ต่อ" });
      expect(story.does(director, "close").answers).toEqual({ detail: "เสีย", begun: "ต่อ" });
      expect(Object.values(story.record!.retired)).toEqual(expect.arrayContaining(["ฉันเอง", "แอบ"]));
    });

    test("leaves room for whoever it belongs to", () => {
      const story = sent().does(director, "edit", { answers: { owner: "ผู้ดูแล" } });
      expect(story.answers).toMatchObject({ detail: "เสีย", owner: "ผู้ดูแล" });
    });

    test("but comes with the record where it is theirs", () => {
      const theirs = { ...office, states: [{ id: "kept", title: "ส่งแล้ว", edit: { who: ["author"] } }, open.states[1]!] };
      expect(sent({}, theirs).answers).toEqual({ detail: "เสีย", owner: "ฉันเอง", rows, begun: "เริ่ม" });
    });
  });
});
