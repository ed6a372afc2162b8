// Names and types where an expression is written, and what it reads.
import { describe, expect, test } from "vitest";
import { check, checkResult, type Scope } from "../../../engine/expression/check.js";
import { parse } from "../../../engine/expression/parse.js";
import { nearest, workflowFacts } from "../../../engine/expression/scope.js";
import type { Tree } from "../../../engine/expression/tree.js";

const scope: Scope = {
  fields: [
    { name: "type", type: "text" },
    { name: "reason", type: "text" },
    { name: "from", type: "date" },
    { name: "to", type: "date" },
    { name: "days", type: "number" },
    { name: "agree", type: "boolean" },
    { name: "parts", type: "list", items: "text" },
    { name: "address", type: "map", fields: [{ name: "city", type: "text" }] },
    {
      name: "items",
      type: "list",
      fields: [
        { name: "qty", type: "number" },
        { name: "name", type: "text" },
      ],
    },
    { name: "note", type: "none" },
  ],
  lookups: { taken: { type: "number" }, past: { type: "list", fields: [{ name: "days", type: "number" }] } },
  codes: ["leave-types", "holidays"],
};
const see = (source: string, within = scope) => check(parse(source) as Tree, within);

test.each([
  ["days + 1", "number"],
  ["size(items) * 2.0", "number"],
  ["days == null", "boolean"],
  ["type == 'sick' && !agree", "boolean"],
  ["to >= from", "boolean"],
  ["from > '2026-01-01'", "boolean"],
  ["from in ['2026-01-01']", "boolean"],
  ["type in ['sick', 'personal']", "boolean"],
  ["'a' in parts", "boolean"],
  ["agree ? days : 0", "number"],
  ["agree ? days : null", "number"],
  ["agree ? days : 'x'", "any"],
  ["reason + ' ' + type", "text"],
  ["workdays(from, to)", "number"],
  ["addDays(from, 3) < to", "boolean"],
  ["sum(items.qty)", "number"],
  ["sum(items.map(i, i.qty * 2))", "number"],
  ["items.filter(i, i.qty > 1)", "list"],
  ["items[0].name", "text"],
  ["first(items).qty", "number"],
  ["coalesce(days, lookups.taken)", "number"],
  ["max(from, to)", "date"],
  ["min(items.qty)", "number"],
  ["address.city", "text"],
  ["lookups.taken", "number"],
  ["sum(lookups.past.days)", "number"],
  ["author.name", "text"],
  ["'x' in author.duties", "boolean"],
  ["organization.ancestors.exists(o, o.kind == 'lao')", "boolean"],
  ["organization.ancestors[0].name", "text"],
  ["record.state", "text"],
  ["today", "date"],
  ["round(days, 1) + round(days)", "number"],
  ["label('leave-types', type)", "text"],
  ["-days", "number"],
  ["{'a': days}.a + 1", "number"],
  ["items.map(i, {'double': i.qty * 2}).filter(d, d.double > 1)", "list"],
  ["codes('leave-types').map(c, c.title)", "list"],
])("%s comes to %s", (source, type) => {
  expect(see(source)).toMatchObject({ type, problems: [] });
});

test.each([
  ["dayz > 1", "expression.misspelt-name", { suggestion: "days" }],
  ["something > 1", "expression.unknown-name", { name: "something" }],
  ["lookups.takem", "expression.misspelt-name", { suggestion: "lookups.taken" }],
  ["lookups.zzzzzzzz", "expression.unknown-name", { name: "lookups.zzzzzzzz" }],
  ["address.cty", "expression.misspelt-name", { suggestion: "city" }],
  ["items.all(i, i.qtty > 0)", "expression.misspelt-name", { suggestion: "qty" }],
  ["author.nmae", "expression.misspelt-name", { suggestion: "name" }],
  ["actor.duties", "expression.unknown-name", { name: "actor" }],
  ["wrkdays(from, to)", "expression.misspelt-function", { suggestion: "workdays" }],
  ["frobnicate(1)", "expression.unknown-function", { name: "frobnicate" }],
  ["constructor(1)", "expression.unknown-function", { name: "constructor" }],
  ["workdays(from)", "expression.arguments", { usage: "workdays(from, to)", count: 1 }],
  ["workdays(days, to)", "expression.argument-type", { index: 1 }],
  ["workdays('ก', to)", "expression.argument-type", { index: 1 }],
  ["sum(days)", "expression.argument-type", { index: 1 }],
  ["days + type", "expression.operator-type", { operator: "+" }],
  ["from + 1", "expression.operator-type", { operator: "+" }],
  ["type > 3", "expression.operator-type", { operator: ">" }],
  ["agree > true", "expression.operator-type", { operator: ">" }],
  ["days == '3'", "expression.operator-type", { operator: "==" }],
  ["from == 'ก'", "expression.operator-type", { operator: "==" }],
  ["type * 2", "expression.operator-type", { operator: "*" }],
  ["-type", "expression.operator-type", { operator: "-" }],
  ["days in ['a']", "expression.operator-type", { operator: "in" }],
  ["days in type", "expression.list-type", {}],
  ["days.all(i, i > 0)", "expression.list-type", {}],
  ["days[0]", "expression.list-type", {}],
  ["days && agree", "expression.condition-type", {}],
  ["!days", "expression.condition-type", {}],
  ["days ? 1 : 2", "expression.condition-type", {}],
  ["items.all(i, i.qty)", "expression.condition-type", {}],
  ["days.x", "expression.no-member", { name: "x" }],
  ["{'total': days}.totl", "expression.misspelt-name", { suggestion: "total" }],
  ["codes('holiday')", "expression.misspelt-name", { suggestion: "holidays" }],
  ["note == 1", "expression.operator-type", {}],
  ["label('leave-typez', type)", "expression.misspelt-name", { suggestion: "leave-types" }],
  ["label(type, 'x')", "expression.unsupported", {}],
])("%s is %s", (source, code, params) => {
  const { problems } = see(source);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code, params });
  expect(`${problems[0]!.title.th}${problems[0]!.title.en}`).not.toMatch(/[{}]|undefined|object/);
});

test("tells every problem at once", () => {
  expect(see("dayz > 1 && wrkdays(from, to) > type").problems.map(({ code }) => code)).toEqual(["expression.misspelt-name", "expression.misspelt-function"]);
  expect(see("days + type > 1 && sum(days) > 2").problems).toHaveLength(2);
});

describe("what it reads", () => {
  test.each([
    ["days > 1 || days > 2", [{ kind: "field", level: 0, path: ["days"] }]],
    [
      "lookups.taken + sum(items.qty)",
      [
        { kind: "lookup", path: ["taken"] },
        { kind: "field", level: 0, path: ["items", "qty"] },
      ],
    ],
    [
      "items.all(i, i.qty > days)",
      [
        { kind: "field", level: 0, path: ["items"] },
        { kind: "field", level: 0, path: ["items", "qty"] },
        { kind: "field", level: 0, path: ["days"] },
      ],
    ],
    [
      "author.name + text(today)",
      [
        { kind: "fact", path: ["author", "name"] },
        { kind: "fact", path: ["today"] },
      ],
    ],
    [
      "workdays(from, to)",
      [
        { kind: "field", level: 0, path: ["from"] },
        { kind: "field", level: 0, path: ["to"] },
        { kind: "codes", path: ["holidays"] },
      ],
    ],
    [
      "label('leave-types', type)",
      [
        { kind: "field", level: 0, path: ["type"] },
        { kind: "codes", path: ["leave-types"] },
      ],
    ],
    ["1 + 2", []],
  ])("%s", (source, reads) => {
    expect(see(source).reads).toEqual(reads);
  });

  test("in a table row: the row's own fields hide those around it", () => {
    const row: Scope = {
      ...scope,
      fields: [
        { name: "qty", type: "number" },
        { name: "type", type: "number" },
      ],
      outer: [scope.fields],
    };
    expect(see("qty * days + type", row)).toEqual({
      type: "number",
      problems: [],
      reads: [
        { kind: "field", level: 0, path: ["qty"] },
        { kind: "field", level: 1, path: ["days"] },
        { kind: "field", level: 0, path: ["type"] },
      ],
    });
  });
});

test("a workflow rule also knows who acts and the comment", () => {
  expect(see("'director' in actor.duties && comment != null", { ...scope, more: workflowFacts })).toMatchObject({ type: "boolean", problems: [] });
});

test("what a place needs", () => {
  expect(checkResult("boolean", ["boolean"])).toBeUndefined();
  expect(checkResult("any", ["number"])).toBeUndefined();
  expect(checkResult("number", ["boolean"])).toMatchObject({ code: "expression.condition-type" });
  expect(checkResult("text", ["number"])).toMatchObject({ code: "expression.result-type", params: { expected: { en: "a number" } } });
});

test("the nearest name", () => {
  expect(nearest("resaon", ["type", "reason"])).toBe("reason");
  expect(nearest("xyz", ["type", "reason"])).toBeUndefined();
});
