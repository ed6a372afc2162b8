// Steps of an author: letters typed one behind the other become one step, and undoing takes back that one.
import { expect, test } from "vitest";
import { History } from "../../../engine/edit/history.js";

const start = { template: "", title: "ใบ" };
const typed = (history: History<typeof start>, text: string, further = true) => history.take("พิมพ์", { ...history.definition, template: text }, further);

test("letters that go further are one step", () => {
  let history = typed(History.of(start), "ก", false);
  for (const text of ["กข", "กขค"]) history = typed(history, text);
  expect(history.definition.template).toBe("กขค");
  expect(history.undo().definition).toBe(start);
  expect(history.undo().redo().definition.template).toBe("กขค");
  // A step of its own stays one.
  const second = typed(history, "กขค ง", false);
  expect(second.undo().definition.template).toBe("กขค");
});

test("nothing before it: going further begins a step; what was undone is gone then", () => {
  const first = typed(History.of(start), "ก");
  expect(first.undo().definition).toBe(start);
  const again = typed(typed(first, "กข", false).undo(), "กค");
  expect([again.undo().definition, again.next]).toEqual([start, undefined]);
});

test("what somebody else changed meanwhile stays when the letters are taken back", () => {
  let history = typed(History.of(start), "ก", false);
  history = history.join(start, { ...start, title: "ใบใหม่" }).history;
  history = typed(history, "กข");
  expect(history.definition).toEqual({ template: "กข", title: "ใบใหม่" });
  expect(history.undo().definition).toEqual({ template: "", title: "ใบใหม่" });
});

test("what somebody else made of the very same words since is not taken back with mine", () => {
  const mine = typed(History.of(start), "ของฉัน", false);
  const { history, conflicts } = mine.join(mine.definition, { ...mine.definition, template: "ของฉัน และของเขา" });
  expect(conflicts).toEqual([]);
  expect(history.undo().definition.template).toBe("ของฉัน และของเขา");
  expect(history.undo().redo().definition.template).toBe("ของฉัน และของเขา");
});
