// Rules as sentences and back: what a sentence can say comes back the same, what it cannot is left alone.
import { expect, test } from "vitest";
import { expressionOf, sentenceOf } from "../../../engine/edit/sentence.js";
import { isTree, parse } from "../../../engine/expression/parse.js";
import { formNames, formOf } from "../../help/library.js";

const read = (source: string) => {
  const tree = parse(source);
  if (!isTree(tree)) throw new Error(`${source}: ${tree.title.en}`);
  return tree;
};

test.each([
  ["leave_type == 'sick'", "and", [{ path: "leave_type", test: "is", value: "sick" }]],
  [
    "days >= 3 && leave_type != 'vacation'",
    "and",
    [
      { path: "days", test: "least", value: 3 },
      { path: "leave_type", test: "is-not", value: "vacation" },
    ],
  ],
  [
    "a == 'x' || b < 2 || c <= -1",
    "or",
    [
      { path: "a", test: "is", value: "x" },
      { path: "b", test: "less", value: 2 },
      { path: "c", test: "most", value: -1 },
    ],
  ],
  ["kind in ['a', 'b']", "and", [{ path: "kind", test: "one-of", values: ["a", "b"] }]],
  ["!(kind in ['a'])", "and", [{ path: "kind", test: "none-of", values: ["a"] }]],
  ["!empty(cancel_of)", "and", [{ path: "cancel_of", test: "answered" }]],
  ["empty(address.province)", "and", [{ path: "address.province", test: "empty" }]],
  ["agreed", "and", [{ path: "agreed", test: "yes" }]],
  ["!agreed", "and", [{ path: "agreed", test: "no" }]],
  ["to < from", "and", [{ path: "to", test: "less", value: { path: "from" } }]],
  [String.raw`name == 'it\'s \\ so'`, "and", [{ path: "name", test: "is", value: String.raw`it's \ so` }]],
] as const)("%s", (source, join, parts) => {
  expect(sentenceOf(read(source))).toEqual({ join, parts });
  expect(expressionOf({ join, parts: parts as never })).toBe(source);
});

test.each([
  ["same_addr == false", "!same_addr"],
  ["same_addr == true", "same_addr"],
  ["size(allergy) > 0", "!empty(allergy)"],
])("%s is said as %s", (source, said) => {
  expect(expressionOf(sentenceOf(read(source))!)).toBe(said);
});

test.each(["a == 1 && (b == 2 || c == 3)", "days(from, to) > 3", "rows.exists(r, r.qty > 0)", "a + 1 > 2", "a == null", "!(a == 1)"])(
  "%s says more than a sentence",
  (source) => {
    expect(sentenceOf(read(source))).toBeUndefined();
  },
);

test("a part that is not finished is left out", () => {
  expect(
    expressionOf({
      join: "and",
      parts: [
        { path: "a", test: "is" },
        { path: "b", test: "yes" },
        { path: "c", test: "one-of", values: [] },
      ],
    }),
  ).toBe("b");
});

test("most rules of the forms that come with the product are sentences", () => {
  const rules = formNames.flatMap((name) => {
    const found: string[] = [];
    JSON.stringify(formOf(name), (key, value) => {
      if ((key === "x-show" || key === "x-require") && typeof value === "string") found.push(value);
      return value;
    });
    return found;
  });
  const said = rules.filter((rule) => sentenceOf(read(rule)));
  expect(rules.length).toBeGreaterThan(20);
  expect(said.length / rules.length).toBeGreaterThan(0.8);
});
