// After a conflict: what only others changed is taken over, what only this person changed stays, a clash goes as it was picked.
import { expect, test } from "vitest";
import { settled } from "../../../client/form/settled.js";

const base = { received: 180, note: "เดิม", items: [{ $row: "R1", qty: 1 }], gone: "จะหาย" };
const mine = { received: 184, note: "เดิม", items: [{ $row: "R1", qty: 1 }], gone: "จะหาย", added: "ของฉัน" };
const theirs = { received: 186, note: "ผู้อื่นแก้", items: [{ $row: "R1", qty: 9 }] };

test.each([
  ["mine", 184],
  ["theirs", 186],
] as const)("picking %s keeps %i, and nothing else is lost", (choice, received) => {
  expect(settled(base, mine, theirs, [{ path: "received", choice }])).toEqual({ received, note: "ผู้อื่นแก้", items: [{ $row: "R1", qty: 9 }], added: "ของฉัน" });
});

test("a cell of a row is picked by itself", () => {
  const edited = { ...mine, items: [{ $row: "R1", qty: 5, unit: "ชุด" }] };
  const next = settled(base, edited, theirs, [{ path: "items/R1/qty", choice: "theirs" }]);
  expect(next.items).toEqual([{ $row: "R1", qty: 9, unit: "ชุด" }]);
});

test("what this person cleared and nobody else touched stays cleared", () => {
  const { note: _, ...cleared } = mine;
  expect(settled(base, cleared, { ...theirs, note: "เดิม" }, [])).not.toHaveProperty("note");
});
