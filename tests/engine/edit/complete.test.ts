// What is offered while an expression is typed, and what is wrong with it where it stands.
import { describe, expect, test } from "vitest";
import { type Completion, completionsAt } from "../../../engine/edit/complete.js";
import { rulePlace, ruleProblems } from "../../../engine/edit/rule-at.js";
import type { FormDefinition } from "../../../schemas/types.js";
import { codes, formOf } from "../../help/library.js";

const leave = formOf("leave-request");
const lists = Object.fromEntries(Object.keys(codes()).map((id) => [id, { kind: "codes" as const, id, title: id, rows: [] }]));
const idOf = (name: string, form: FormDefinition = leave): string => form.schema.properties[name]!["x-id"]!;
const { scope } = rulePlace(leave, idOf("reason"), "show", { codes: lists });

/** The cursor stands at the bar. */
function at(text: string, choices: Record<string, string[]> = {}): { from: number; names: string[]; items: Completion[] } {
  const { from, items } = completionsAt(text.replace("|", ""), text.indexOf("|"), scope, (path) => choices[path]);
  return { from, names: items.map(({ name }) => name), items };
}

describe("completions", () => {
  test("a word that was begun: names and functions that begin with it, then those that have it inside", () => {
    const { names, from } = at("dat|");
    expect(from).toBe(0);
    expect(names.slice(0, 3)).toEqual(["date_from", "date_to", "date"]);
    expect(at("year|").names).toEqual(expect.arrayContaining(["years", "fiscalYear", "academicYear"]));
    expect(at("year|").names[0]).toBe("years");
  });

  test("nothing begun: every name that is seen, fields first", () => {
    const { names } = at("|");
    expect(names[0]).toBe(Object.keys(leave.schema.properties)[0]);
    expect(names).toEqual(expect.arrayContaining(["today", "author", "lookups", "empty", "workdays"]));
  });

  test("members of facts and of lookups after a dot", () => {
    expect(at("author.pos|")).toMatchObject({ from: 7, names: ["author.position"] });
    expect(at("lookups.|").names).toEqual(Object.keys(leave.lookups!).map((name) => `lookups.${name}`));
    expect(at("organization.ancestors.|").names).toEqual(["organization.ancestors.id", "organization.ancestors.kind", "organization.ancestors.name"]);
    expect(at("leave_type.|").names).toEqual([]);
  });

  test("inside a text: the code lists of a function that reads one, the choices of the field it is compared with", () => {
    expect(at("code('leave-|").items[0]).toMatchObject({ kind: "list", name: "leave-entitlements", insert: "leave-entitlements'" });
    const choices = { leave_type: ["sick", "personal", "vacation"] };
    expect(at("leave_type == '|", choices).names).toEqual(["sick", "personal", "vacation"]);
    expect(at("leave_type in ['sick', \"per|", choices).items).toEqual([{ kind: "choice", name: "personal", insert: 'personal"' }]);
    expect(at("has(leave_type, '|", choices).names).toEqual(["sick", "personal", "vacation"]);
    expect(at("reason == 'it\\'s |", choices).names).toEqual([]);
  });

  test("the text before the cursor alone decides", () => {
    expect(at("days >= 3 && lea| || x").names[0]).toBe("leave_type");
    expect(at("3|").names).toEqual([]);
    expect(at("ลา|").names).toEqual([]);
  });

  test("a row sees its own columns first, then what is around", () => {
    const table = formOf("attendance");
    const marks = Object.entries(table.schema.properties).find(([, schema]) => schema["x-field"] === "table")![1];
    const column = Object.values(marks.items!.properties!)[1]!["x-id"]!;
    const inRow = completionsAt("", 0, rulePlace(table, column, "show").scope).items.map(({ name }) => name);
    expect(inRow[0]).toBe(Object.keys(marks.items!.properties!)[0]);
    expect(inRow).toContain(Object.keys(table.schema.properties)[0]);
  });
});

describe("checked while it is typed", () => {
  const show = rulePlace(leave, idOf("reason"), "show", { codes: lists });
  const codesOf = (source: string, place = show) => ruleProblems(source, place).map(({ code }) => code);

  test("a rule that can be used, or is not there yet, is no problem", () => {
    expect(codesOf("leave_type == 'sick' && days >= 3")).toEqual([]);
    expect(codesOf("  ")).toEqual([]);
  });

  test("a name misspelt, types that do not go together, and what is no condition", () => {
    expect(codesOf("leave_tpye == 'sick'")).toEqual(["expression.misspelt-name"]);
    expect(codesOf("leave_type > 3")).toEqual(["expression.operator-type"]);
    expect(codesOf("days + 1")).toEqual(["expression.condition-type"]);
    expect(codesOf("days +")).toHaveLength(1);
    expect(codesOf("code('nothing-such', leave_type, 'x') == 1")).toHaveLength(1);
  });

  test("a calculated field must come to its own type", () => {
    const name = Object.entries(leave.schema.properties).find(([, schema]) => schema["x-value"] !== undefined && schema.type === "number")![0];
    const value = rulePlace(leave, idOf(name), "value", { codes: lists });
    expect(codesOf("leave_type", value)).toEqual(["expression.result-type"]);
    expect(codesOf("1 + 2", value)).toEqual([]);
  });
});
