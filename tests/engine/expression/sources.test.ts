// Where the values of an expression come from, and that only what counted is named.
import { expect, test } from "vitest";
import type { Env } from "../../../engine/expression/evaluate.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import { sourcesOf } from "../../../engine/expression/sources.js";
import { explain, settled } from "../../../engine/expression/trace.js";
import { unknown, type Value } from "../../../engine/expression/tree.js";

const facts: Facts = {
  today: "2026-11-24",
  author: { account: "a1", person: "p1", name: "ครู", duties: ["teacher"] },
  lookups: { taken: { value: 3, at: "2026-11-23T01:00:00.000Z", sources: ["r1", "r2"] } },
  codes: {
    holidays: [],
    rules: [
      { id: "limit", title: "เพดาน", to: "2026-09-30", values: { days: 5 } },
      { id: "limit", title: "เพดาน", from: "2026-10-01", values: { days: 7 } },
    ],
    rates: [{ id: "r", title: "ไม่เกิน 40 คน", from: "2026-10-01", min: 0, max: 40, values: { baht: 36 } }],
  },
  labels: {},
};
const tree = (source: string) => {
  const read = parse(source);
  if (!isTree(read)) throw new Error(`${source}: ${read.title.en}`);
  return read;
};
const env = (answers: Record<string, Value>): Env => ({ name: (name) => (Object.hasOwn(answers, name) ? answers[name] : undefined), facts });
const from = (source: string, answers: Record<string, Value> = {}) => sourcesOf(tree(source), env(answers));
const told = (source: string, answers: Record<string, Value> = {}) => from(source, answers).map((one) => `${one.from} ${one.path.join(".")}`);

test("an answer, another record, the person and the day are told apart", () => {
  expect(told("a + lookups.taken > 3 && 'teacher' in author.duties && d <= today", { a: 2, d: "2026-11-01" })).toEqual([
    "name a",
    "lookup lookups.taken",
    "author author.duties",
    "name d",
    "today today",
  ]);
  expect(from("lookups.taken")[0]).toMatchObject({ value: 3, at: "2026-11-23T01:00:00.000Z", records: 2 });
  expect(from("lookups.other")[0]).toEqual({ from: "lookup", path: ["lookups", "other"], value: unknown });
});

test("an answer of that name stands before the fact", () => {
  expect(from("today", { today: "2020-01-01" })).toEqual([{ from: "name", path: ["today"], value: "2020-01-01" }]);
});

test("the row of a code list is the one in force, with what was asked of it", () => {
  expect(from("days >= code('rules', 'limit', 'days')", { days: 8 })).toMatchObject([
    { from: "name", path: ["days"], value: 8 },
    { from: "codes", path: ["rules", "limit", "days"], value: 7, row: { from: "2026-10-01" } },
  ]);
  expect(from("rate('rates', pupils, day, 'baht')", { pupils: 12, day: "2026-11-01" })[0]).toMatchObject({ value: 36, row: { title: "ไม่เกิน 40 คน" } });
  expect(from("rate('rates', pupils, day, 'baht')", { pupils: 41, day: "2026-11-01" })[0]).not.toHaveProperty("row");
});

test("days of work are counted with the calendar", () => {
  expect(told("workdays(from, to)", { from: "2026-11-23", to: "2026-11-24" })).toEqual(["calendar holidays", "name from", "name to"]);
});

test("what did not count is not named", () => {
  const answers = { kind: "a", x: 1, y: 2 };
  expect(told("kind == 'a' ? x : y", answers)).toEqual(["name kind", "name x"]);
  expect(told("kind == 'b' && x > 0", answers)).toEqual(["name kind"]);
  expect(told("kind == 'a' || x > 0", answers)).toEqual(["name kind"]);
});

test("the body of a list speaks of its items, and may read beside them", () => {
  const rows = [{ n: 1 }, { n: 5 }];
  expect(told("size(rows.filter(r, r.n > least && code('rules', r.k, 'days') > 0))", { rows, least: 2 })).toEqual(["name rows", "name least", "codes rules"]);
});

test("each is named once", () => {
  expect(told("a > 1 && a < 5 && a != 3", { a: 4 })).toEqual(["name a"]);
});

test("a formula is told as what it came down to", () => {
  const came = (source: string, answers: Record<string, Value>) => settled(explain(tree(source), env(answers)));
  expect(came("(all ? days(a, b) : workdays(a, b)) * (half ? 0.5 : 1)", { all: false, half: false, a: "2026-11-23", b: "2026-11-24" })).toEqual(
    tree("workdays(a, b)"),
  );
  expect(came("n * (half ? 0.5 : 1)", { n: 3, half: true })).toEqual(tree("n * 0.5"));
  expect(came("x - (y > 2 ? y : 0)", { x: 9, y: 3 })).toEqual(tree("x - y"));
});
