// What a report may not be: every problem at once, each at its place, in words that say what to do.
import { expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import { checkReport } from "../../../engine/report/compile.js";
import type { ReportDefinition } from "../../../schemas/types.js";
import { attendance, flow, lunch, meals, register } from "./sheets.js";

const context = { forms: { attendance, lunch }, workflows: { "attendance-flow": flow }, codes: {}, duties: ["teacher", "director"] };
const told = (report: ReportDefinition) => checkReport(report, context).map(({ code, path }) => `${code} ${path}`);
const shape = (report: object) => checkDefinition(report, context).map(({ code, path }) => `${code} ${path}`);
const [source] = meals.sources;
const column = (more: object) => [{ name: "c", title: "c", ...more }] as NonNullable<ReportDefinition["columns"]>;

test("the monthly sheets are right", () => {
  for (const report of [register, meals]) expect([shape(report), told(report)]).toEqual([[], []]);
});

test.each<[string, Partial<ReportDefinition>, string[]]>([
  ["nothing to show", { columns: [], charts: [] }, ["report.nothing /columns"]],
  ["a relation opens nothing", { access: ["author"] }, ["report.who /access/0"]],
  ["a duty that is misspelt", { access: ["directer"] }, ["definition.misspelt-duty /access/0"]],
  ["kinds of a month", { parameters: [{ name: "month", type: "month", kinds: ["class"] }] }, ["report.kinds /parameters/0/kinds"]],
  [
    "two organizations",
    {
      parameters: [
        { name: "month", type: "month" },
        { name: "a", type: "organization" },
        { name: "b", type: "organization" },
      ],
    },
    ["report.one-organization /parameters/2"],
  ],
  ["a form that is not there", { sources: [{ form: "none" }], charts: [] }, ["definition.unknown-form /sources/0/form"]],
  [
    "a period that is not there",
    { sources: [{ form: "lunch", between: { field: "day", parameter: "year" } }] },
    ["report.unknown-parameter /sources/0/between/parameter"],
  ],
  ["a day that is none", { sources: [{ form: "lunch", between: { field: "portions", parameter: "month" } }] }, ["report.not-a-day /sources/0/between/field"]],
  ["rows of no table", { sources: [{ ...source!, rows: "cost" }] }, ["report.not-a-table /sources/0/rows"]],
  ["a name that is misspelt", { columns: column({ pick: "sum", of: "portionz" }), charts: [] }, ["expression.misspelt-name /columns/0/of"]],
  ["a sum of days", { columns: column({ pick: "sum", of: "day" }), charts: [] }, ["expression.result-type /columns/0/of"]],
  ["a condition that is none", { columns: column({ pick: "count", where: "portions" }), charts: [] }, ["expression.condition-type /columns/0/where"]],
  ["a sum of nothing", { columns: column({ pick: "sum" }), charts: [] }, ["report.needs-of /columns/0/of"]],
  ["a count of something", { columns: column({ pick: "count", of: "cost" }), charts: [] }, ["report.not-for-pick /columns/0/of"]],
  ["neither picked nor worked out", { columns: column({}), charts: [] }, ["report.pick-or-value /columns/0"]],
  [
    "worked out of what comes after it",
    { columns: [...column({ value: "d + 1" }), { name: "d", title: "d", pick: "count" }], charts: [] },
    ["expression.unknown-name /columns/0/value"],
  ],
  ["worked out of a record", { columns: column({ value: "record.number" }), charts: [] }, ["report.not-of-a-record /columns/0/value"]],
  ["a word of expressions", { columns: [{ name: "period", title: "x", pick: "count" }], charts: [] }, ["definition.reserved-name /columns/0/name"]],
  ["a name twice", { columns: [...column({ pick: "count" }), ...column({ pick: "count" })], charts: [] }, ["definition.repeated-name /columns/1/name"]],
  ["a week of portions", { group: [{ name: "w", title: "w", value: "portions", by: "week" }] }, ["report.by-needs-day /group/0/by"]],
  ["all portions there are", { group: [{ name: "w", title: "w", value: "portions", all: "all" }] }, ["report.all-unknown /group/0/all"]],
  ["workdays by week", { group: [{ name: "w", title: "w", value: "day", by: "week", all: "workdays" }] }, ["report.workdays /group/0/all"]],
  ["a subtotal of lines", { group: [{ name: "w", title: "w", value: "day", subtotal: true }] }, ["report.subtotal /group/0/subtotal"]],
  ["sorted by nothing", { sort: ["-none"] }, ["report.unknown-name /sort/0"]],
  [
    "a picture of nothing",
    { charts: [{ type: "bars", title: "x", x: "none", series: ["none"] }] },
    ["report.unknown-name /charts/0/series/0", "report.unknown-name /charts/0/x"],
  ],
  [
    "a picture of two, split",
    { charts: [{ type: "bars", title: "x", x: "day", split: "day", series: ["cost", "portions"] }] },
    ["report.split-one /charts/0/series"],
  ],
  [
    "a picture of words",
    { columns: column({ pick: "last", of: "day" }), charts: [{ type: "bars", title: "x", x: "day", series: ["c"] }] },
    ["report.not-drawn /charts/0/series/0"],
  ],
  [
    "a balance that follows no calendar",
    { group: [{ name: "w", title: "w", value: "portions" }], columns: column({ running: "1" }), charts: [] },
    ["report.running /columns/0/running"],
  ],
  ["a balance that is sorted", { columns: column({ running: "1" }), sort: ["-c"], charts: [] }, ["report.running /columns/0/running"]],
  ["a balance of words", { columns: column({ running: "'x'" }), charts: [] }, ["expression.result-type /columns/0/running"]],
  ["a balance of a record", { columns: column({ running: "size(record.number)" }), charts: [] }, ["report.not-of-a-record /columns/0/running"]],
  ["a balance that is picked too", { columns: column({ pick: "count", running: "1" }), charts: [] }, ["report.pick-or-value /columns/0"]],
  [
    "a balance drawn by what is no calendar",
    { columns: column({ running: "1" }), charts: [{ type: "line", title: "x", x: { name: "n", title: "n", value: "portions" }, series: ["c"] }] },
    ["report.running-drawn /charts/0/series"],
  ],
  [
    "a last day that is none",
    { sources: [{ form: "lunch", between: { field: "day", to: "cost", longest: 3, parameter: "month" } }] },
    ["report.not-a-day /sources/0/between/to"],
  ],
  [
    "how long it lasts, where it does not",
    { sources: [{ form: "lunch", between: { field: "day", longest: 3, parameter: "month" } }] },
    ["report.longest-alone /sources/0/between/longest"],
  ],
  [
    "any length, which is slow",
    { sources: [{ form: "lunch", between: { field: "day", to: "day", parameter: "month" } }] },
    ["report.any-length /sources/0/between/to"],
  ],
  ["a day of a record that does not last", { columns: column({ pick: "last", of: "record.day" }), charts: [] }, ["expression.unknown-name /columns/0/of"]],
  ["a template that runs", { document: { template: "<script>1</script>" } }, ["definition.template-script /document/template"]],
])("%s", (_, change, problems) => {
  expect(told({ ...meals, ...change })).toEqual(problems);
});

test("several sources: each key says one expression a source, a column whose it is", () => {
  const both: ReportDefinition = {
    ...meals,
    sources: [source!, { form: "attendance", between: { field: "day", parameter: "month" }, rows: "rows" }],
    group: [{ name: "day", title: "วันที่", value: { lunch: "day", attendance: "day" }, by: "day" }],
    columns: [
      { name: "portions", title: "ชุด", pick: "sum", of: "portions", from: "lunch" },
      { name: "came", title: "มา", pick: "count", from: "attendance", where: "status == 'present'" },
    ],
    charts: [],
  };
  expect(told(both)).toEqual([]);
  expect(told({ ...both, group: [{ name: "day", title: "วันที่", value: { lunch: "day", milk: "day" } }] })).toEqual([
    "report.unknown-source /group/0/value/milk",
    "report.source-missing /group/0/value",
  ]);
  expect(told({ ...both, columns: [{ name: "portions", title: "ชุด", pick: "sum", of: "portions" }] })).toEqual(["expression.unknown-name /columns/0/of"]);
  expect(told({ ...both, columns: [{ name: "x", title: "x", pick: "count", from: "milk" }] })).toEqual(["report.unknown-source /columns/0/from"]);
});

test("a matrix picks; a state is one of the workflow; what is slow or sensitive is told and does no harm", () => {
  expect(told({ ...register, matrix: { ...register.matrix!, cell: { name: "x", title: "x", value: "1" } } })).toContain("report.cell-picks /matrix/cell/value");
  expect(told({ ...register, sources: [{ ...register.sources[0]!, states: ["lost"] }] })).toEqual(["report.unknown-state /sources/0/states/0"]);
  const warned = checkReport(
    { ...register, sources: [{ ...register.sources[0]!, where: "secret == 'x'" }] },
    { ...context, forms: { attendance: { ...attendance, list: {} }, lunch } },
  );
  expect(warned.map(({ code, level }) => [code, level])).toEqual([
    ["report.not-indexed", "warn"],
    ["report.sensitive", "warn"],
  ]);
});

test("a record has a line a day or a line a row, and balances stand beside the groups", () => {
  const { between } = register.sources[0]!;
  const lasting = { ...register, sources: [{ ...register.sources[0]!, between: { ...between!, to: "day", longest: 9 } }] };
  expect(told(lasting)).toEqual(["report.days-or-rows /sources/0/between/to"]);
  const running = { name: "x", title: "x", running: "1" };
  expect(told({ ...register, matrix: { ...register.matrix!, cell: running }, charts: [] })).toEqual(["report.cell-picks /matrix/cell/running"]);
  expect(told({ ...register, matrix: { ...register.matrix!, foot: [running] } })).toEqual(["report.running /matrix/foot/0/running"]);
});

test("a list is no key", () => {
  expect(told({ ...register, group: [{ name: "g", title: "g", value: "[status]" }] })).toEqual(["report.key-type /group/0/value"]);
});

test("the shape is told by the meta-schema, with the nearest word", () => {
  expect(shape({ ...meals, colums: [] })).toEqual(["definition.misspelt-key /colums"]);
  expect(shape({ ...meals, columns: [{ name: "a b", title: "x", pick: "count" }] })).toEqual(["definition.bad-name /columns/0/name"]);
  expect(shape({ kind: "report", id: "x", title: "x" })).toEqual(expect.arrayContaining(["definition.missing /sources", "definition.missing /access"]));
});
