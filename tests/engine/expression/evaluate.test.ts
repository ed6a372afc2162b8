// What expressions come to, with the two kinds of nothing.
import { describe, expect, test } from "vitest";
import { condition, type Env, evaluate } from "../../../engine/expression/evaluate.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import { unknown, type Value } from "../../../engine/expression/tree.js";

const facts: Facts = {
  today: "2026-11-24",
  author: { account: "a1", person: "p1", name: "สมหญิง ใจดี", position: { th: "ครู", en: "Teacher" }, duties: ["school-staff"] },
  lookups: { taken: { value: 3, at: "2026-11-24T00:00:00.000Z" }, last: { value: null, at: "2026-11-24T00:00:00.000Z" } },
  codes: {
    holidays: [
      { id: "2026-12-05", title: "วันพ่อแห่งชาติ" },
      { id: "substitute", title: "วันหยุดชดเชย", values: { date: "2026-12-07" } },
      { id: "constitution", title: "วันรัฐธรรมนูญ", from: "2026-12-10" },
    ],
    "leave-types": [
      { id: "sick", title: { th: "ลาป่วย", en: "Sick leave" }, values: { paid: true, limit: 60 } },
      { id: "old", title: "ลาแบบเดิม", to: "2020-01-01", values: { paid: false } },
    ],
    lunch: [
      { id: "a", title: "1–40", min: 1, max: 40, from: "2025-10-01", values: { rate: 36 } },
      { id: "b", title: "41–100", min: 41, max: 100, from: "2025-10-01", values: { rate: 27 } },
      { id: "old-a", title: "1–40", min: 1, max: 40, to: "2025-09-30", values: { rate: 30 } },
    ],
  },
  labels: {},
};

function run(source: string, answers: Record<string, Value> = {}): Value {
  const tree = parse(source);
  if (!isTree(tree)) throw new Error(tree.title.en);
  return evaluate(tree, env(answers));
}
function env(answers: Record<string, Value>): Env {
  return { name: (name) => (Object.hasOwn(answers, name) ? answers[name] : undefined), facts };
}

const cases: [string, Value, Record<string, Value>?][] = [
  ["1 + 2 * 3", 7],
  ["0.1 + 0.2", 0.3],
  ["0.3 - 0.1", 0.2],
  ["1.1 * 1.1", 1.21],
  ["0.3 / 0.1", 3],
  ["5 % 3", 2],
  ["0.7 % 0.2", 0.1],
  ["7 / 2", 3.5],
  ["1 / 0", null],
  ["-0.0", 0],
  ["'ก' + 'ข'", "กข"],
  ["[1] + [2]", [1, 2]],
  ["1 + 'ก'", null],
  ["'2026-11-24' < '2026-11-25'", true],
  ["1 < 'ก'", null],
  ["x", null, { x: null }],
  ["x == 1", false, { x: null }],
  ["x != 1", true, { x: null }],
  ["x == y", false, { x: null, y: null }],
  ["x == null", true, { x: null }],
  ["null == x", true, { x: "" }],
  ["x == null", true, { x: [] }],
  ["x != null", true, { x: 0 }],
  ["x > 1", null, { x: null }],
  ["x + 1", null, { x: null }],
  ["-x", null, { x: null }],
  ["!x", null, { x: null }],
  ["x > 1 ? 'a' : 'b'", "b", { x: null }],
  ["x > 1 && true", null, { x: null }],
  ["x > 1 && false", false, { x: null }],
  ["x > 1 || true", true, { x: null }],
  ["x in [1, 2]", false, { x: null }],
  ["2 in [1, 2]", true],
  ["1 in x", false, { x: null }],
  ["'a' in g", true, { g: { a: 1 } }],
  ["lookups.taken + 1", 4],
  ["lookups.last", null],
  ["lookups.other", unknown],
  ["lookups.other == 1", unknown],
  ["lookups.other == null", unknown],
  ["lookups.other + 1", unknown],
  ["lookups.other > 1 && false", false],
  ["false && lookups.other > 1", false],
  ["lookups.other > 1 || true", true],
  ["lookups.other > 1 && x > 1", unknown, { x: null }],
  ["lookups.other > 1 ? 1 : 2", unknown],
  ["1 in [lookups.other, 1]", true],
  ["2 in [lookups.other, 1]", unknown],
  ["sum([1, lookups.other])", unknown],
  ["coalesce(lookups.other, 1)", unknown],
  ["coalesce(x, lookups.taken)", 3, { x: "" }],
  ["empty(lookups.other)", unknown],
  ["organization.name", unknown],
  ["author.position", "ครู"],
  ["author.phone", null],
  ["'school-staff' in author.duties", true],
  ["record.state", null],
  ["record.date", "2026-11-24"],
  ["actor.duties", unknown],
  ["record.state == 'new'", true, { record: { state: "new" } }],
  ["today", "2026-11-24"],
  ["today", "field wins", { today: "field wins" }],
  ["items.qty", [1, null, 3], { items: [{ qty: 1 }, {}, { qty: 3 }] }],
  ["sum(items.qty)", 4, { items: [{ qty: 1 }, {}, { qty: 3 }] }],
  ["sum(items.map(i, i.qty * i.price))", 0.3, { items: [{ qty: 1, price: 0.1 }, { qty: 2, price: 0.1 }, { qty: 9 }] }],
  ["sum(items)", 0, { items: null }],
  ["avg(x)", 2, { x: [1, null, 3] }],
  ["avg(x)", null, { x: [] }],
  ["count(x)", 2, { x: [1, null, "", 3] }],
  ["size(x)", 4, { x: [1, null, "", 3] }],
  ["size('กี่')", 3],
  ["min(3, x, 2)", 2, { x: null }],
  ["max(['2026-01-01', '2026-02-01'])", "2026-02-01"],
  ["max([])", null],
  ["items.all(i, i.qty > 0)", true, { items: [{ qty: 1 }, { qty: 2 }] }],
  ["items.all(i, i.qty > 0)", false, { items: [{ qty: 1 }, { qty: 0 }, {}] }],
  ["items.all(i, i.qty > 0)", null, { items: [{ qty: 1 }, {}] }],
  ["items.all(i, i.qty > 0)", true, { items: null }],
  ["items.exists(i, i.qty > 1)", true, { items: [{ qty: 2 }, {}] }],
  ["items.exists(i, i.qty > lookups.other)", unknown, { items: [{ qty: 2 }] }],
  ["items.exists_one(i, i.qty > 1)", false, { items: [{ qty: 2 }, { qty: 3 }] }],
  ["size(items.filter(i, i.qty > 1))", 1, { items: [{ qty: 2 }, { qty: 1 }, {}] }],
  [
    "items.map(i, i.qty > 1, i.name)",
    ["b"],
    {
      items: [
        { qty: 1, name: "a" },
        { qty: 2, name: "b" },
      ],
    },
  ],
  ["items.map(i, i.qty + base)", [11], { items: [{ qty: 1 }], base: 10 }],
  ["items[0].qty", 1, { items: [{ qty: 1 }] }],
  ["items[5].qty", null, { items: [{ qty: 1 }] }],
  ["g['a']", 1, { g: { a: 1 } }],
  ["g.toString", null, { g: { a: 1 } }],
  ["has(g.a)", true, { g: { a: 1 } }],
  ["has(x, 'b')", true, { x: ["a", "b"] }],
  ["has(x, 'b')", false, { x: null }],
  ["first(x)", 1, { x: [1, 2] }],
  ["last(x)", 2, { x: [1, 2] }],
  ["last([])", null],
  ["join(x, ' · ')", "a · b", { x: ["a", null, "b"] }],
  ["round(2.345, 2)", 2.35],
  ["round(-2.5)", -3],
  ["floor(2.7) + ceil(2.1) + abs(-1)", 6],
  ["text(5) + lower('AB') + upper('c')", "5abC"],
  ["number('๑,๒๓๔.๕')", 1234.5],
  ["number('x')", null],
  ["contains('ลาป่วย', 'ป่วย') && 'ab'.startsWith('a') && endsWith('ab', 'b')", true],
  ["bahtText(101)", "หนึ่งร้อยเอ็ดบาทถ้วน"],
  ["days('2026-11-25', '2026-11-30')", 6],
  ["days('2026-11-30', '2026-11-25')", 0],
  ["days('2026-11-31', '2026-12-01')", null],
  ["workdays('2026-11-25', '2026-11-30')", 4],
  ["workdays('2026-12-04', '2026-12-11')", 4],
  ["workdays('2026-12-11', '2026-12-04')", 0],
  ["workdays('2026-12-11', '2126-12-04')", null],
  ["addDays('2024-02-28', 2)", "2024-03-01"],
  ["addDays('2024-02-28', 9999999)", null],
  ["months('2026-01-31', '2026-03-01')", 1],
  ["years('2020-02-29', '2026-02-28')", 5],
  ["fiscalYear('2023-10-01')", 2567],
  ["academicYear('2026-05-15')", 2568],
  ["term('2026-05-16')", "2569/1"],
  ["calendarYear(today)", 2569],
  ["month(today) * 100 + dayOfMonth(today)", 1124],
  ["label('leave-types', 'sick')", "ลาป่วย"],
  ["label('leave-types', 'old')", "ลาแบบเดิม"],
  ["label('leave-types', 'none')", null],
  ["label('absent-list', 'sick')", unknown],
  ["code('leave-types', 'sick', 'limit')", 60],
  ["code('leave-types', 'old', 'paid')", null],
  ["code('leave-types', x, 'paid')", null, { x: null }],
  ["rate('lunch', 40, '2026-01-01', 'rate')", 36],
  ["rate('lunch', 41, '2026-01-01', 'rate')", 27],
  ["rate('lunch', 40, '2025-09-30', 'rate')", 30],
  ["{'a': x, 'b': 1 + 1}", { a: null, b: 2 }, { x: null }],
  ["{'a': 1}.a", 1],
  ["items.map(i, {'double': i.qty * 2})", [{ double: 4 }], { items: [{ qty: 2 }] }],
  ["codes('leave-types')", [{ id: "sick", title: "ลาป่วย", paid: true, limit: 60 }]],
  ["codes('leave-types').map(c, c.title)", ["ลาป่วย"]],
  ["codes('absent-list')", unknown],
  ["codes('absent-list').map(c, c.title)", unknown],
  ["rate('lunch', 101, '2026-01-01', 'rate')", null],
];

test.each(cases.map(([source, expected, answers = {}]) => ({ source, expected, answers })))("$source is $expected", ({ source, expected, answers }) => {
  expect(run(source, answers)).toEqual(expected);
});

describe("a condition", () => {
  test.each<[string, boolean | typeof unknown]>([
    ["true", true],
    ["x > 1", false],
    ["'text'", false],
    ["lookups.other", unknown],
  ])("%s is %s", (source, expected) => {
    expect(condition(parse(source) as never, env({ x: null }))).toBe(expected);
  });
});

test("working days are unknown where the calendar is", () => {
  const tree = parse("workdays('2026-11-25', '2026-11-30') > 3");
  expect(evaluate(tree as never, { name: () => undefined, facts: { ...facts, codes: {} } })).toBe(unknown);
});

test("never throws on a tree that no parser made", () => {
  const odd = [
    ["call", "constructor"],
    ["call", "toString", ["lit", 1]],
    ["get", ["lit", 1], "x"],
    ["at", ["lit", "a"], ["lit", 0]],
    ["each", "map", ["lit", 1], "x", ["name", "x"]],
    ["what"],
  ];
  for (const tree of odd) expect(evaluate(tree as never, env({}))).toBeNull();
});
