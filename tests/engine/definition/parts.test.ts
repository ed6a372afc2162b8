// Measuring what came from outside, and which tables an expression reads whole.
import { describe, expect, test } from "vitest";
import { costOf } from "../../../engine/definition/cost.js";
import { measure } from "../../../engine/definition/measure.js";
import { readWhole } from "../../../engine/definition/whole.js";
import { isTree, parse } from "../../../engine/expression/parse.js";

const most = { levels: 1e9, bytes: 1e9 };

describe("measure", () => {
  test.each<[unknown, number]>([
    [1, 1],
    [[], 1],
    [{ a: [1] }, 3],
    [{ a: { b: { c: 1 } }, d: 1 }, 4],
  ])("%j has %i levels", (value, levels) => expect(measure(value, most).levels).toBe(levels));

  test.each<[string]>([["abc"], ["กขค"], ["👍"], ["é"], ["a".repeat(5000)]])("counts the bytes of %s as UTF-8 does", (text) => {
    expect(measure(text, most).bytes).toBe(Buffer.byteLength(text) + 2);
  });

  test("is near the size of the JSON", () => {
    const value = { name: "มาลี", list: [1, 2, { a: true }], nothing: null };
    expect(Math.abs(measure(value, most).bytes - Buffer.byteLength(JSON.stringify(value)))).toBeLessThan(12);
  });

  test("does not overflow, and stops at the bound", () => {
    expect(measure(JSON.parse("[".repeat(100_000) + "]".repeat(100_000)), { levels: 64, bytes: 1e9 }).levels).toBe(65);
    expect(measure(["a".repeat(100), "b".repeat(100), "c".repeat(100)], { levels: 64, bytes: 150 }).bytes).toBeLessThan(300);
  });
});

describe("what is read whole", () => {
  test.each<[string, string[]]>([
    ["sum(t.map(r, r.a))", ["t.a"]],
    ["size(t) + count(t)", []],
    ["t == null", []],
    ["!empty(t)", []],
    ["t.all(r, r.a > 1)", ["t.a"]],
    ["last(t)", ["t"]],
    ["first(t.filter(r, r.a > 1)).b", ["t", "t.a"]],
    ["t.map(r, r)", ["t"]],
    ["t.exists(r, x in r.list)", ["t.list", "x"]],
    ["g.house + h", ["g.house", "h"]],
    ["t[0].a", ["t.a"]],
    ["[t]", ["t"]],
    ["{'k': t, 'n': size(u)}", ["t"]],
    ["a ? t : u", ["a", "t", "u"]],
  ])("%s", (source, whole) => {
    const tree = parse(source);
    if (!isTree(tree)) throw new Error(tree.title.en);
    expect([...readWhole(tree)].sort()).toEqual(whole);
  });
});

describe("what an expression costs at worst", () => {
  const sizes = { field: (name: string) => (name.startsWith("t") ? { items: 100, inside: 1 } : { items: 1, inside: 1 }), lookup: () => 50, codes: () => 30 };

  test.each<[string, least: number, most: number]>([
    ["a + b * 2", 1, 12],
    ["sum(t.map(r, r.a))", 100, 1000],
    ["t.all(r, t.exists(s, s.a == r.a))", 10_000, 100_000],
    ["t.map(r, t.map(s, t.map(u, 1)))", 1_000_000, 10_000_000],
    ["(t + t).map(r, t.size())", 20_000, 100_000],
    ["lookups.rows.filter(r, r.a > 1)", 50, 1000],
    ["codes('c').map(r, codes('c').map(s, s.id))", 900, 10_000],
    // Hidden in a map or a list, a table is as long as it is.
    ["[{'k': t}].map(a, a.k.map(b, b.x))", 100, 20_000],
    ["[t, t][0].map(a, [t][0].map(b, 1))", 10_000, 100_000],
  ])("%s", (source, least, most) => {
    const tree = parse(source);
    if (!isTree(tree)) throw new Error(tree.title.en);
    expect(costOf(tree, sizes)).toBeGreaterThanOrEqual(least);
    expect(costOf(tree, sizes)).toBeLessThanOrEqual(most);
  });
});
