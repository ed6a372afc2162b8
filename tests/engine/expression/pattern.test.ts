// Patterns: the same answers as RE2, in time that grows with the text only, and a place for what cannot be read.
import fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, test } from "vitest";
import { compilePattern, type Pattern } from "../../../engine/expression/pattern.js";

function pattern(source: string): Pattern {
  const compiled = compilePattern(source);
  if (!("test" in compiled)) throw new Error(compiled.title.en);
  return compiled;
}

describe("the same as RE2", () => {
  const letter = fc.constantFrom("a", "b", "A", "0", "7", "_", "-", " ", "\n", "ก", "ำ", "่", "๙", "😀", ".", "]");
  const text = fc.array(letter, { maxLength: 8 }).map((letters) => letters.join(""));
  const atom = fc.constantFrom(
    "a",
    "b",
    "0",
    "ก",
    "่",
    "😀",
    ".",
    "\\d",
    "\\D",
    "\\w",
    "\\W",
    "\\s",
    "\\S",
    "\\.",
    "\\]",
    "-",
    "[ab]",
    "[^ab]",
    "[a-c0-9]",
    "[^ก-๙]",
    "[\\d\\-]",
    "[\\W_]",
    "[-a]",
    "[a-]",
    "[.]",
  );
  const times = fc.constantFrom("", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "{0}", "*?", "+?", "??");
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      fc.tuple(atom, times).map(([a, t]) => a + t),
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => a + b),
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `(?:${a}|${b})`),
      fc.tuple(tie("tree"), times).map(([a, t]) => `(${a})${t}`),
      tie("tree").map((a) => `(|${a})`),
    ),
  }));
  const whole = fc.tuple(fc.constantFrom("", "^", "^(?:"), tree).map(([open, body]) => (open === "" ? body : open === "^" ? `^${body}$` : `^(?:${body})$`));

  test("on any pattern and text", () => {
    let found = 0;
    fc.assert(
      fc.property(whole, fc.array(text, { minLength: 1, maxLength: 5 }), (source, texts) => {
        const ours = pattern(source);
        const oracle = RE2JS.compile(source);
        for (const one of texts) {
          const expected = oracle.matcher(one).find();
          if (expected) found++;
          expect({ source, one, found: ours.test(one) }).toEqual({ source, one, found: expected });
        }
      }),
      { numRuns: 3000, seed: 2569 },
    );
    // Neither always nor never: the property has met both answers.
    expect(found).toBeGreaterThan(1000);
  });
});

test.each([
  ["^0[689]\\d{8}$", "0812345678", true],
  ["^0[689]\\d{8}$", "08123456789", false],
  ["^G\\d{12}$", "G644200000001", true],
  ["^a|b$", "xb", true],
  ["^a|b$", "xa", false],
  ["", "anything", true],
  ["^$", "", true],
  ["^$", "a", false],
  ["^.$", "😀", true],
  ["^[ก-ฮ]{2}$", "กข", true],
  ["a^b", "ab", false],
])("%s on %s: %s", (source, text, expected) => {
  expect(pattern(source).test(text)).toBe(expected);
});

test.each([
  ["(", 1],
  ["a)", 2],
  ["[a", 1],
  ["[]", 1],
  ["[b-a]", 1],
  ["[\\d-z]", 1],
  ["[[:alpha:]]", 1],
  ["*a", 1],
  ["a**", 3],
  ["a{2,1}", 2],
  ["a{1001}", 2],
  ["a{x}", 2],
  ["a}", 2],
  ["^*", 1],
  ["(?=a)", 1],
  ["(?<n>a)", 1],
  ["\\b", 1],
  ["(a)\\1", 4],
  ["\\p{L}", 1],
  ["\\-", 1],
  ["a\\", 2],
  [`${"(".repeat(60)}a${")".repeat(60)}`, 51],
])("%s cannot be read at %i", (source, position) => {
  expect(compilePattern(source)).toMatchObject({ code: "pattern.unreadable", params: { position } });
});

test("what is too large is refused before it is built", () => {
  for (const source of ["((a{100}){100}){100}", "a".repeat(1001), "(a{1000}){1000}"])
    expect(compilePattern(source)).toMatchObject({ code: "pattern.too-large" });
});

describe("time grows with the text only", () => {
  // Patterns on which trying one way after another takes longer than the sun burns. Counted, not timed: the test would not end.
  test.each(["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^(.*)*$", "(x+x+)+y", "^((a*)*)*$"])("%s", (source) => {
    expect(pattern(source).test(`${"a".repeat(5000)}!`)).toBe(source === "^(.*)*$");
  });
});
