// "ทำไม?": the reasons of a value, as rows of a sum.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Env, evaluate } from "../../../engine/expression/evaluate.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { parse } from "../../../engine/expression/parse.js";
import { takenOver } from "../../../engine/expression/taken-over.js";
import { explain, reads, type Trace, type TraceRow } from "../../../engine/expression/trace.js";
import { type Tree, unknown, type Value } from "../../../engine/expression/tree.js";

const facts: Facts = {
  today: "2026-11-24",
  lookups: { taken: { value: 3, at: "2026-11-24T00:00:00.000Z" } },
  codes: {
    holidays: [
      { id: "2026-12-07", title: { th: "หยุดชดเชยวันพ่อแห่งชาติ", en: "Father's Day (substitute)" } },
      { id: "2026-12-10", title: "วันรัฐธรรมนูญ" },
    ],
  },
  labels: {},
};
const env = (answers: Record<string, Value>): Env => ({ name: (name) => (Object.hasOwn(answers, name) ? answers[name] : undefined), facts });
const why = (source: string, answers: Record<string, Value> = {}) => explain(parse(source) as Tree, env(answers));
const told = (rows: TraceRow[]) => rows.map(({ title, path, value }) => [title?.th ?? path?.join("."), value]);

describe("working days", () => {
  test("a week with its weekend", () => {
    const trace = why("workdays(from, to)", { from: "2026-11-25", to: "2026-11-30" });
    expect(trace.value).toBe(4);
    expect(told(trace.rows)).toEqual([
      ["พุธ 25 ถึง จันทร์ 30 พ.ย. 2569", 6],
      ["หักเสาร์–อาทิตย์ 28–29 พ.ย.", -2],
      ["หักวันหยุดราชการ ไม่มีในช่วงนี้", 0],
    ]);
    expect(trace.rows[0]!.unit).toEqual({ th: "วัน", en: "days" });
    expect(trace.rows[1]!.title!.en).toBe("Less Saturdays and Sundays 28–29 Nov");
  });

  test("over two months and two holidays", () => {
    expect(told(why("workdays(from, to)", { from: "2026-11-30", to: "2026-12-11" }).rows)).toEqual([
      ["จันทร์ 30 พ.ย. ถึง ศุกร์ 11 ธ.ค. 2569", 12],
      ["หักเสาร์–อาทิตย์ 5–6 ธ.ค.", -2],
      ["หักวันหยุดราชการ 7 ธ.ค. หยุดชดเชยวันพ่อแห่งชาติ, 10 ธ.ค. วันรัฐธรรมนูญ", -2],
    ]);
  });

  test("one day, and a stretch too long to name its weekends", () => {
    expect(told(why("workdays(d, d)", { d: "2026-11-25" }).rows)[0]).toEqual(["พุธ 25 พ.ย. 2569", 1]);
    expect(told(why("workdays(a, b)", { a: "2026-01-01", b: "2026-06-30" }).rows)[1]).toEqual(["หักเสาร์–อาทิตย์", -52]);
  });

  test("the rows come to the value, for any stretch", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (from, to) => {
        const trace = why("workdays(from, to)", { from, to });
        expect(trace.rows.reduce((sum, { value }) => sum + (value as number), 0)).toBe(trace.value);
      }),
      { seed: 2569 },
    );
  });

  test("an unknown calendar gives no rows but what was read", () => {
    const trace = explain(parse("workdays(from, to)") as Tree, { ...env({ from: "2026-11-25", to: "2026-11-30" }), facts: { ...facts, codes: {} } });
    expect(trace.value).toBe(unknown);
    expect(told(trace.rows)).toEqual([
      ["from", "2026-11-25"],
      ["to", "2026-11-30"],
    ]);
  });
});

test.each<[string, Record<string, Value>, Value, [string | undefined, Value][]]>([
  [
    "lookups.taken + days",
    { days: 4 },
    7,
    [
      ["lookups.taken", 3],
      ["days", 4],
    ],
  ],
  [
    "limit - (lookups.taken + days)",
    { days: 4, limit: 60 },
    53,
    [
      ["limit", 60],
      ["lookups.taken", -3],
      ["days", -4],
    ],
  ],
  [
    "days(from, to) - 1",
    { from: "2026-11-25", to: "2027-01-01" },
    37,
    [
      ["พุธ 25 พ.ย. 2569 ถึง ศุกร์ 1 ม.ค. 2570", 38],
      ["ค่าที่กำหนดไว้", -1],
    ],
  ],
  ["part == 'half' ? 0.5 : days(from, to)", { part: "half", from: "2026-11-25", to: "2026-11-25" }, 0.5, [["ค่าที่กำหนดไว้", 0.5]]],
  [
    "sum(items.map(i, i.qty * i.price))",
    {
      items: [
        { qty: 2, price: 10.5 },
        { qty: 1, price: 4 },
      ],
    },
    25,
    [
      ["แถวที่ 1", 21],
      ["แถวที่ 2", 4],
    ],
  ],
  ["round(days, 0)", { days: 2.5 }, 3, [["days", 2.5]]],
  ["coalesce(a, b)", { a: null, b: 2 }, 2, [["b", 2]]],
  [
    "days >= 3 && type == 'sick'",
    { days: 4, type: "sick" },
    true,
    [
      ["days", 4],
      ["type", "sick"],
    ],
  ],
  ["days >= 3 && type == 'sick'", { days: 1, type: "sick" }, false, [["days", 1]]],
  ["days >= 3 || type == 'sick'", { days: 4, type: "x" }, true, [["days", 4]]],
  [
    "days * rate",
    { days: 2, rate: 40 },
    80,
    [
      ["days", 2],
      ["rate", 40],
    ],
  ],
])("%s", (source, answers, value, rows) => {
  const trace = why(source, answers);
  expect(trace.value).toBe(value);
  expect(told(trace.rows)).toEqual(rows);
});

test("a long table is told in twenty rows", () => {
  const trace = why("sum(x)", { x: Array.from({ length: 50 }, (_, i) => i + 1) });
  expect(trace.rows).toHaveLength(20);
  expect(told(trace.rows).at(-1)).toEqual(["อีก 31 แถว", 1085]);
});

test("what was read, each once", () => {
  const trace = why("days > 1 && (days < limit || lookups.taken > days)", { days: 4, limit: 3 });
  expect(reads(trace)).toEqual([
    { path: ["days"], value: 4 },
    { path: ["limit"], value: 3 },
    { path: ["lookups", "taken"], value: 3 },
  ]);
});

test("every node's value is what evaluate gives", () => {
  const answers = { days: 4, type: "sick", items: [{ qty: 1 }], x: null };
  for (const source of ["days > 2 ? sum(items.qty) : x", "!(type in ['sick']) || has(items, x)", "items.all(i, i.qty > days)", "lookups.other + 1"]) {
    const visit = (trace: Trace) => {
      expect(trace.value).toEqual(evaluate(trace.node, env(answers)));
      trace.parts.forEach(visit);
    };
    visit(why(source, answers));
  }
});

describe("nothing to explain", () => {
  const over = ["organization.name", "author.name", "record.date", "lookups.taken", "days", "goods.name", "coalesce(days, 0)", "3"];
  test.each(over)("%s is only taken over: its sum would be one row with the same value", (source) => {
    const tree = parse(source) as Tree;
    expect(takenOver(tree)).toBe(true);
    const { rows, value } = explain(tree, env({ days: 5, goods: { name: "ปากกา" } }));
    expect(rows.map((row) => row.value)).toEqual([value]);
  });

  const worked = ["days + 1", "-days", "workdays(from, to)", "first(goods).name", "empty(days)", "coalesce(days, other)", "days > 3 ? days : 3"];
  test.each(worked)("%s is worked out", (source) => expect(takenOver(parse(source) as Tree)).toBe(false));
});
