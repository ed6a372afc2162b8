// What a table tells its reader: words, figures at the right, and no column that says nothing or says it twice.
import { expect, test } from "vitest";
import { toldTable } from "../../../client/fields/told-table.js";
import type { CompiledField } from "../../../engine/compile/compiled.js";

const column = (name: string, type: string, options = {}) => ({ name, type, title: name, options }) as unknown as CompiledField;
const columns = [column("pupil", "reference"), column("seat", "integer"), column("name", "text"), column("note", "text")];
const rows = [
  { pupil: "p1", seat: 1, name: "เด็กหญิงมาลี ใจดี" },
  { pupil: "p2", seat: 2, name: "เด็กชายสมชาย รักเรียน", note: "ไปแข่งกีฬา" },
];
const facts = (labels: Record<string, string>) => ({ today: "2026-11-24", lookups: {}, codes: {}, labels });
const titles = (given: typeof rows, labels: Record<string, string>) => toldTable(columns, given, facts(labels)).columns.map(({ title }) => title);

test("a pupil of whom only the id is known is not told", () => expect(titles(rows, {})).toEqual(["seat", "name", "note"]));

test("a pupil whose name stands in a column of its own is told once", () =>
  expect(titles(rows, { p1: "เด็กหญิงมาลี ใจดี", p2: "เด็กชายสมชาย รักเรียน" })).toEqual(["seat", "name", "note"]));

test("a pupil whose words stand nowhere else is told", () =>
  expect(titles(rows, { p1: "ป.2/1 เลขที่ 1", p2: "ป.2/1 เลขที่ 2" })).toEqual(["pupil", "seat", "name", "note"]));

test("a column that nobody filled is left out, one that somebody filled is not", () => {
  expect(titles(rows.slice(0, 1), {})).toEqual(["seat", "name"]);
  expect(toldTable(columns, rows, facts({})).rows).toEqual([
    ["1", "เด็กหญิงมาลี ใจดี", ""],
    ["2", "เด็กชายสมชาย รักเรียน", "ไปแข่งกีฬา"],
  ]);
});

test("figures stand at the right", () => expect(toldTable(columns, rows, facts({})).columns.map(({ numeric }) => numeric)).toEqual([true, false, false]));
