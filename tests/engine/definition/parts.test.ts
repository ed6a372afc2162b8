// Measuring what came from outside, and which tables an expression reads whole.
import { describe, expect, test } from "vitest";
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
