// The same answers as the library's own evaluator, wherever no value is missing.
import { evaluate as cel } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluate } from "../../../engine/expression/evaluate.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import type { Value } from "../../../engine/expression/tree.js";

// Numbers are doubles made of halves and quarters, which binary and decimal both hold exactly; texts, lists, groups and rows as in a form.
const answers = {
  n: 3,
  m: 0.25,
  t: "ลาป่วย",
  u: "abc",
  yes: true,
  no: false,
  from: "2026-11-25",
  to: "2026-11-30",
  sums: [1, 2.5, 3],
  words: ["ก", "ข"],
  rows: [
    { qty: 2, name: "ก", ok: true },
    { qty: 0.5, name: "ข", ok: false },
  ],
  group: { city: "สระใคร", size: 7 },
};
const facts = { today: "2026-11-24", lookups: {}, codes: {}, labels: {} };

const { number, text, list, condition } = fc.letrec<{ number: string; text: string; condition: string; list: string }>((tie) => {
  const pick = (depth: number, ...options: fc.Arbitrary<string>[]) =>
    fc.oneof({ maxDepth: depth, depthSize: "small", withCrossShrink: true }, ...(options as [fc.Arbitrary<string>]));
  const two = (kind: "number" | "text" | "condition", ...signs: string[]) =>
    fc.tuple(tie(kind), fc.constantFrom(...signs), tie(kind)).map(([a, sign, b]) => `(${a} ${sign} ${b})`);
  const literal = fc.constantFrom("0.0", "1.0", "2.0", "3.0", "0.5", "0.25", "1.5");
  return {
    number: pick(
      3,
      literal,
      fc.constantFrom("n", "m", "group.size", "sums[1]", "rows[0].qty"),
      two("number", "+", "-", "*"),
      tie("number").map((a) => `(${a} / 4.0)`),
      tie("number").map((a) => `(-${a})`),
      fc.tuple(tie("condition"), tie("number"), tie("number")).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
    ),
    text: pick(
      3,
      fc.constantFrom("'ก'", "'abc'", '"it\'s"', "''", "t", "u", "from", "group.city", "rows[1].name", "words[0]"),
      two("text", "+"),
      fc.tuple(tie("condition"), tie("text"), tie("text")).map(([c, a, b]) => `(${c} ? ${a} : ${b})`),
    ),
    list: pick(
      2,
      fc.constantFrom("sums", "[1.0, 2.5]", "rows.map(r, r.qty)", "rows.filter(r, r.ok).map(r, r.qty)", "sums.filter(x, x > 1.0)", "(sums + [4.5])"),
      tie("number").map((a) => `sums.map(x, x * ${a})`),
    ),
    condition: pick(
      4,
      fc.constantFrom("yes", "no", "true", "false", "rows[0].ok"),
      two("number", "==", "!=", "<", "<=", ">", ">="),
      two("text", "==", "!=", "<", "<=", ">", ">="),
      two("condition", "&&", "||", "==", "!="),
      tie("condition").map((a) => `!${a}`),
      fc.tuple(tie("number"), tie("list")).map(([a, list]) => `(${a} in ${list})`),
      tie("text").map((a) => `(${a} in words)`),
      fc.tuple(fc.constantFrom("all", "exists", "exists_one"), tie("list"), tie("number")).map(([kind, list, a]) => `${list}.${kind}(x, x > ${a})`),
      fc.tuple(tie("text"), fc.constantFrom("contains", "startsWith", "endsWith"), tie("text")).map(([a, name, b]) => `${a}.${name}(${b})`),
      fc.tuple(tie("list"), tie("list")).map(([a, b]) => `(${a} == ${b})`),
    ),
  };
});

// A form has one nought.
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function ours(source: string): Value {
  const tree = parse(source);
  if (!isTree(tree)) throw new Error(tree.title.en);
  return evaluate(tree, { name: (name) => (Object.hasOwn(answers, name) ? answers[name as "n"] : undefined), facts });
}

test.each([
  ["numbers", number],
  ["texts", text],
  ["lists", list],
  ["conditions", condition],
])("%s", (_, sources) => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(sources, (source) => {
      const expected = cel(source, answers);
      seen.add(JSON.stringify(expected));
      expect(plain({ source, value: ours(source) })).toEqual(plain({ source, value: expected }));
    }),
    { numRuns: 3000, seed: 2569 },
  );
  // The property has met many answers, or both.
  expect(seen.size).toBeGreaterThan(1);
});
