// Laws of the evaluator that hold for any expression and any answers, sensible or not.
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../engine/expression/evaluate.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { functions } from "../../../engine/expression/functions.js";
import { plus } from "../../../engine/expression/number.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import { explain } from "../../../engine/expression/trace.js";
import { type Tree, unknown, type Value } from "../../../engine/expression/tree.js";

const facts: Facts = {
  today: "2026-11-24",
  lookups: {},
  labels: {},
  codes: { holidays: [{ id: "2026-12-07", title: "หยุด" }], kinds: [{ id: "a", title: "ก", min: 0, max: 9, values: { n: 1 } }] },
};
const names = ["a", "b", "c"];
const scalar = fc.constantFrom<Value>(0, 1, -2.5, 0.1, "", "a", "ก", "2026-11-25", "2026-12-10", true, false, null);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.array(fc.record({ qty: scalar, name: scalar }), { maxLength: 3 }),
  fc.record({ qty: scalar }),
);
const nothing: fc.Arbitrary<Value> = fc.constant(unknown);

// Any node over any others, as no author would write them and as any attacker may.
const { tree } = fc.letrec<{ tree: Tree }>((tie) => {
  const inner = tie("tree") as fc.Arbitrary<Tree>;
  const call = fc.constantFrom(...Object.values(functions)).chain((entry) => {
    const least = entry.least ?? entry.args.length;
    const args = fc.array(inner, { minLength: least, maxLength: Math.max(least, Math.min(3, entry.most ?? least)) });
    // A list is named where it is written.
    return args.map((all): Tree => ["call", entry.name, ...all.map((arg, index): Tree => (index === 0 && entry.reads?.named === 0 ? ["lit", "kinds"] : arg))]);
  });
  return {
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(...names).map((name): Tree => ["name", name]),
      scalar.map((one): Tree => ["lit", one as null]),
      fc.constantFrom("today", "taken").map((name): Tree => (name === "today" ? ["name", name] : ["get", ["name", "lookups"], name])),
      fc.tuple(inner, fc.constantFrom("qty", "name", "length", "__proto__")).map(([from, name]): Tree => ["get", from, name]),
      fc.tuple(inner, inner).map(([from, key]): Tree => ["at", from, key]),
      fc.array(inner, { maxLength: 3 }).map((items): Tree => ["list", ...items]),
      inner.map((one): Tree => ["map", ["qty"], one]),
      inner.map((one): Tree => ["not", one]),
      inner.map((one): Tree => ["neg", one]),
      fc.tuple(inner, inner, inner).map((parts): Tree => ["if", ...parts]),
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in"), inner, inner)
        .map(([sign, a, b]) => ["op", sign, a, b] as Tree),
      fc
        .tuple(fc.constantFrom("map", "filter", "all", "exists", "exists_one"), inner, inner)
        .map(([kind, list, body]) => ["each", kind, list, "c", body] as Tree),
      call,
    ) as fc.Arbitrary<Tree>,
  };
});
const env = (answers: Record<string, Value>) => ({ name: (name: string) => (Object.hasOwn(answers, name) ? answers[name] : undefined), facts });
const mixed = fc.oneof({ arbitrary: value, weight: 3 }, { arbitrary: nothing, weight: 1 });

test("never throws, and gives numbers that are finite", () => {
  fc.assert(
    fc.property(tree, mixed, mixed, mixed, (one, a, b, c) => {
      const result = evaluate(one, env({ a, b, c }));
      expect(result).not.toBeUndefined();
      if (typeof result === "number") expect(Number.isFinite(result)).toBe(true);
      expect(explain(one, env({ a, b, c })).value).toEqual(result);
    }),
    { numRuns: 4000, seed: 2569 },
  );
});

// Whatever an unknown turns out to be, what was decided without it stays so. A value with something unknown inside is not decided.
test("what is decided stays decided when the unknown is known", () => {
  const decided = (result: Value): boolean => result !== unknown && (typeof result !== "object" || result === null || Object.values(result).every(decided));
  let held = 0;
  fc.assert(
    fc.property(tree, value, value, value, (one, a, b, c) => {
      const before = evaluate(one, env({ a: unknown, b, c }));
      if (!decided(before)) return;
      const used = JSON.stringify(one).includes('["name","a"]');
      if (used) held++;
      expect(evaluate(one, env({ a, b, c }))).toEqual(before);
    }),
    { numRuns: 12_000, seed: 2569 },
  );
  expect(held).toBeGreaterThan(300);
});

test("money is exact: sums, differences and products of satang as whole numbers have them", () => {
  const satang = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 });
  const run = (source: string, a: number, b: number) => {
    const parsed = parse(source);
    return isTree(parsed) ? evaluate(parsed, env({ a, b })) : undefined;
  };
  fc.assert(
    fc.property(satang, satang, fc.integer({ min: -9999, max: 9999 }), (x, y, rate) => {
      const [a, b] = [x / 100, y / 100];
      expect(run("a + b", a, b)).toBe((x + y) / 100 || 0);
      expect(run("a - b", a, b)).toBe((x - y) / 100 || 0);
      const product = BigInt(x) * BigInt(rate);
      expect(run("a * b", a, rate / 100)).toBe(Number(`${product}e-4`) || 0);
      expect(run("a > b", a, b)).toBe(x > y);
      expect(run("a == b + (a - b)", a, b)).toBe(true);
    }),
    { numRuns: 2000, seed: 2569 },
  );
  fc.assert(
    fc.property(fc.array(satang, { maxLength: 200 }), (amounts) => {
      expect(amounts.map((one) => one / 100).reduce(plus, 0)).toBe(amounts.reduce((sum, one) => sum + one, 0) / 100 || 0);
    }),
    { numRuns: 300, seed: 2569 },
  );
});
