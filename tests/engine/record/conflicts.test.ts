// Two people change one record: what merges, what conflicts, and that nobody's answer is overwritten in silence.
import { describe, expect, test } from "vitest";
import type { FormRecord } from "../../../schemas/types.js";
import { director, teacher } from "../../help/people.js";
import { buying, purchase } from "../../help/purchase.js";
import { fieldId, Scenario } from "../../help/scenario.js";

const pen = { $row: "00000000000000000000000PEN", name: "ปากกา", quantity: 10, price: 12 };
const ink = { $row: "00000000000000000000000NKK", name: "หมึก", quantity: 1, price: 90 };
const path = (...parts: string[]) => parts.map((part) => (part === part.toLowerCase() ? fieldId(part) : part)).join("/");

/** A returned request that its author has open twice: the second screen still shows what the first one saw. */
function openTwice(): { story: Scenario; seen: FormRecord } {
  const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ซื้อปากกา", reason: "หมด", goods: [pen, ink] } });
  story.does(director, "return", { comment: "แก้" });
  return { story, seen: story.record! };
}
const without = ({ $row: _, ...cells }: typeof pen) => ({
  [fieldId("name")]: cells.name,
  [fieldId("quantity")]: cells.quantity,
  [fieldId("price")]: cells.price,
});

describe("merging", () => {
  test("changes of different fields both hold", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { subject: "ซื้อปากกาและหมึก" } });
    story.does(teacher, "edit", { saw: seen, answers: { reason: "ใช้สอบ" } });
    expect(story.problems).toEqual([]);
    expect(story.answers).toMatchObject({ subject: "ซื้อปากกาและหมึก", reason: "ใช้สอบ" });
  });

  test("cells of one row merge too, and rows of one table", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { goods: [{ ...pen, quantity: 20 }, ink] } });
    story.does(teacher, "edit", { saw: seen, answers: { goods: [{ ...pen, price: 11 }, ink] } });
    expect(story.answers.goods).toMatchObject([{ quantity: 20, price: 11, cost: 220 }, { name: "หมึก" }]);
  });

  test("the same change applied twice has the effect of once", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { subject: "ใหม่", goods: [pen] } });
    const once = story.record!.answers;
    story.does(teacher, "edit", { saw: seen, answers: { subject: "ใหม่", goods: [pen] } });
    expect(story.problems).toEqual([]);
    expect(story.answers).toEqual(once);
    expect(story.events.at(-1)!.payload).toMatchObject({ changes: [] });
  });

  test("rows that both add are both there", () => {
    const { story, seen } = openTwice();
    const [one, two] = ["00000000000000000000000A00", "00000000000000000000000B00"].map(($row) => ({ $row, name: $row, quantity: 1, price: 1 }));
    story.does(teacher, "edit", { answers: { goods: [pen, ink, one] } });
    story.does(teacher, "edit", { saw: seen, answers: { goods: [pen, ink, two] } });
    expect((story.answers.goods as { name: string }[]).map(({ name }) => name)).toEqual(["ปากกา", "หมึก", one!.name, two!.name]);
  });

  test("a new order of rows holds, whatever else came in between", () => {
    const { story, seen } = openTwice();
    const third = { ...ink, $row: "00000000000000000000000C00", name: "สมุด" };
    story.does(teacher, "edit", { answers: { goods: [pen, ink, third] } });
    story.does(teacher, "edit", { saw: seen, answers: { goods: [ink, pen] } });
    expect((story.answers.goods as { name: string }[]).map(({ name }) => name)).toEqual(["หมึก", "ปากกา", "สมุด"]);
  });
});

describe("conflicts", () => {
  test("of one field shows base, mine and theirs, and changes nothing", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { subject: "ของเขา" } });
    story.does(teacher, "edit", { saw: seen, answers: { subject: "ของฉัน", reason: "อื่น" } });
    expect(story.problems).toMatchObject([
      { code: "record.conflict", status: 409, path: "/subject", params: { field: fieldId("subject"), base: "ซื้อปากกา", mine: "ของฉัน", theirs: "ของเขา" } },
    ]);
    expect(story.answers).toMatchObject({ subject: "ของเขา", reason: "หมด" });
  });

  test("two conflicts are told together", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { subject: "1", reason: "2" } });
    story.does(teacher, "edit", { saw: seen, answers: { subject: "3", reason: "4" } });
    expect(story.problems.map(({ path }) => path)).toEqual(["/subject", "/reason"]);
  });

  test("a row removed by one and edited by another", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { goods: [ink] } });
    story.does(teacher, "edit", { saw: seen, answers: { goods: [{ ...pen, quantity: 99 }, ink] } });
    expect(story.problems).toMatchObject([
      { code: "record.row-removed", params: { at: path("goods", pen.$row, "quantity"), base: 10, mine: 99, theirs: null } },
    ]);
    expect(story.answers.goods).toHaveLength(1);
  });

  test("a row edited by one and removed by another", () => {
    const { story, seen } = openTwice();
    story.does(teacher, "edit", { answers: { goods: [{ ...pen, quantity: 99 }, ink] } });
    story.does(teacher, "edit", { saw: seen, answers: { goods: [ink] } });
    expect(story.problems).toMatchObject([
      { code: "record.row-changed", path: "/goods/0", params: { mine: null, base: without(pen), theirs: { ...without(pen), [fieldId("quantity")]: 99 } } },
    ]);
    expect(story.answers.goods).toHaveLength(2);
  });

  test("somebody who knows of the change and insists gets it", () => {
    const { story } = openTwice();
    story.does(teacher, "edit", { answers: { subject: "ของเขา" } }).does(teacher, "edit", { answers: { subject: "ของฉัน" } });
    expect(story.answers.subject).toBe("ของฉัน");
  });
});

describe("what no change may touch", () => {
  const refusals: [string, { path: string; was?: unknown; to?: unknown }, string][] = [
    ["a computed field", { path: path("amount"), to: 1 }, "record.computed"],
    ["a computed cell", { path: path("goods", pen.$row, "cost"), was: 120, to: 1 }, "record.computed"],
    ["a running number", { path: path("no"), was: "1/2570", to: "9/2570" }, "record.number-given"],
    ["a signature", { path: path("approval"), to: { name: "ฉัน" } }, "record.sealed"],
    ["a field that is not there", { path: "zzzzzzzzzz", to: 1 }, "record.unknown-path"],
    ["a prototype", { path: "__proto__", to: { polluted: true } }, "record.unknown-path"],
    ["a prototype in a row", { path: path("goods", "__proto__", "name"), to: "x" }, "record.row-removed"],
    ["a row with a strange cell", { path: path("goods", "00000000000000000000000N00"), to: { zzz: 1 } }, "record.bad-row"],
    ["a row that is no row", { path: path("goods", "00000000000000000000000N00"), to: "x" }, "record.bad-row"],
    ["an order that is no order", { path: path("goods"), to: 5 }, "record.bad-row"],
    ["a section that is closed", { path: path("opinion"), to: "ดีมาก" }, "record.sealed"],
  ];
  test.each(refusals)("%s", (_, change, code) => {
    const story = new Scenario(purchase, buying)
      .does(teacher, "submit", { answers: { subject: "ก", goods: [pen] } })
      .does(director, "return", { comment: "แก้" });
    const before = story.record;
    story.does(teacher, "edit", { changes: [change] });
    expect(story.refused).toEqual([code]);
    expect(story.record).toBe(before);
  });

  test("a signature field in an open section", () => {
    const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก" } });
    story.does(director, "edit", { changes: [{ path: path("approval"), to: { signature: "x", name: "ปลอม", at: story.now } }] });
    expect(story.refused).toEqual(["record.signed-field"]);
  });

  test("a record of a state in which nobody edits", () => {
    const story = new Scenario(purchase, buying).does(teacher, "submit", { answers: { subject: "ก" } }).does(director, "approve");
    expect(story.does(director, "edit", { changes: [{ path: path("opinion"), to: "x" }] }).refused).toEqual(["workflow.no-edit"]);
    expect(story.does(director, "accept", { changes: [{ path: path("opinion"), to: "x" }] }).refused).toEqual(["workflow.not-yours"]);
  });
});
