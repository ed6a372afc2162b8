// Reading expressions: the plain tree, and a problem with its place for whatever cannot be read.
import { expect, test } from "vitest";
import { isTree, parse, size } from "../../../engine/expression/parse.js";
import type { Tree } from "../../../engine/expression/tree.js";
import type { Problem } from "../../../schemas/types.js";

test.each([
  ["days >= 3", ["op", ">=", ["name", "days"], ["lit", 3]]],
  ["type == 'sick'", ["op", "==", ["name", "type"], ["lit", "sick"]]],
  ["lookups.taken", ["get", ["name", "lookups"], "taken"]],
  ["-1.5", ["lit", -1.5]],
  ["-x", ["neg", ["name", "x"]]],
  ["!x ? 1 : null", ["if", ["not", ["name", "x"]], ["lit", 1], ["lit", null]]],
  ["x[0] in [1]", ["op", "in", ["at", ["name", "x"], ["lit", 0]], ["list", ["lit", 1]]]],
  ["a.size()", ["call", "size", ["name", "a"]]],
  ["has(a.b)", ["op", "!=", ["get", ["name", "a"], "b"], ["lit", null]]],
  ["has(a, 'b')", ["call", "has", ["name", "a"], ["lit", "b"]]],
  ["{'a': x, 'b': 2}", ["map", ["a", "b"], ["name", "x"], ["lit", 2]]],
  ["a.all(i, i.b)", ["each", "all", ["name", "a"], "i", ["get", ["name", "i"], "b"]]],
  ["a.map(i, i.b, i.c)", ["each", "map", ["each", "filter", ["name", "a"], "i", ["get", ["name", "i"], "b"]], "i", ["get", ["name", "i"], "c"]]],
])("%s", (source, tree) => {
  expect(parse(source)).toEqual(tree);
});

const refused: [source: string, code: string, position: number | undefined][] = [
  ["", "expression.empty", undefined],
  ["  ", "expression.empty", undefined],
  ["a +", "expression.syntax", 4],
  ["(a", "expression.syntax", 3],
  ["ชื่อ == 1", "expression.syntax", 1],
  ["a == 'x", "expression.syntax", 6],
  ["1 + package", "expression.syntax", 5],
  ["a.exists(1, true)", "expression.syntax", 10],
  ["a = 1", "expression.syntax", 3],
  ["{a: 1}", "expression.unsupported", undefined],
  ["{1: 1}", "expression.unsupported", undefined],
  ["{'__proto__': 1}", "expression.unsupported", undefined],
  ["b'x'", "expression.unsupported", undefined],
  ["1u", "expression.unsupported", undefined],
  ["9999999999999999999", "expression.unsupported", undefined],
  [`${"(".repeat(500)}1${")".repeat(500)}`, "expression.too-deep", undefined],
  [`${"[".repeat(100)}1${"]".repeat(100)}`, "expression.too-deep", undefined],
  [`${"!".repeat(3000)}x`, "expression.too-long", undefined],
  [Array(300).fill("a").join(" + "), "expression.too-long", undefined],
  ["a".repeat(1_000_000), "expression.too-long", undefined],
];

test.each(refused.map(([source, code, position]) => ({ shown: source.slice(0, 30), source, code, position })))(
  "$shown is $code",
  ({ source, code, position }) => {
    const problem = parse(source) as Problem;
    expect(problem.code).toBe(code);
    if (position) expect(problem.params).toMatchObject({ position });
    expect(problem.title.th).not.toMatch(/\{\w+\}|undefined/);
  },
);

test("a long source is shown shortened", () => {
  const problem = parse(`${"a + ".repeat(60)}(`) as Problem;
  expect(problem.title.en.length).toBeLessThan(300);
});

test("the keys of a map are no nodes", () => {
  expect(size(parse("{'a': x, 'b': 2}") as Tree)).toBe(3);
});

test("a tree of just 200 nodes is read, one of 201 is not", () => {
  const sum = (terms: number) => Array(terms).fill("a").join(" + ");
  const tree = parse(`-(${sum(100)})`);
  expect(isTree(tree) && size(tree)).toBe(200);
  expect(parse(`!(-(${sum(100)}))`)).toMatchObject({ code: "expression.too-long", params: { count: 201, limit: 200 } });
});
