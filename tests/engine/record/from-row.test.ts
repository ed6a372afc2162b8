// A row of a sheet as a new record: the changes that it sends, and everything that is wrong with it, by its cell.
import { expect, test } from "vitest";
import { compileForm } from "../../../engine/compile/compile.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import { matchColumns, targetsOf } from "../../../engine/edit/rows/match.js";
import type { Facts } from "../../../engine/expression/facts.js";
import { begunAnswers, readRow } from "../../../engine/record/from-row.js";
import type { FormDefinition } from "../../../schemas/types.js";
import { plainWorkflow } from "../../help/forms.js";

const definition = {
  kind: "form",
  id: "loans",
  title: "ยืม",
  schema: {
    type: "object",
    required: ["thing", "from", "guardian"],
    properties: {
      thing: { "x-id": "thing00000", "x-field": "text", type: "string", title: "ของ" },
      from: { "x-id": "from000000", "x-field": "date", type: "string", format: "date", title: "ตั้งแต่" },
      to: {
        "x-id": "to00000000",
        "x-field": "date",
        type: "string",
        format: "date",
        title: "ถึง",
        "x-check": [
          { rule: "to >= from", message: "วันคืนต้องไม่ก่อนวันยืม" },
          { rule: "to <= date(2573, 1, 1)", message: "ยืมนานเกินไป", level: "warn" },
        ],
      },
      kind: { "x-id": "kind000000", "x-field": "text", type: "string", title: "ชนิด", default: "ทั่วไป" },
      place: { "x-id": "place00000", "x-field": "text", type: "string", title: "ที่ไหน", "x-require": "kind == 'พิเศษ'" },
      guardian: {
        "x-id": "guardian00",
        "x-field": "group",
        type: "object",
        title: "ผู้ยืม",
        required: ["phone"],
        properties: { phone: { "x-id": "phone00000", "x-field": "phone", type: "string", title: "เบอร์" } },
      },
      days: { "x-id": "days000000", "x-field": "integer", type: "integer", title: "วัน", "x-value": "days(from, to)" },
      before: { "x-id": "before0000", "x-field": "integer", type: "integer", title: "ยืมมาแล้ว", "x-value": "lookups.before" },
    },
  },
  lookups: { before: { form: "loans", where: { thing: "$thing" }, pick: "count" } },
} as unknown as FormDefinition;

const form = compileForm(definition, plainWorkflow, { owner: "LAO", version: 1, workflowVersion: 1 }) as CompiledForm;
const facts: Facts = { today: "2026-11-28", lookups: {}, codes: {}, labels: {}, partial: true };
const header = ["ของ", "ตั้งแต่", "ถึง", "ชนิด", "เบอร์", "ที่ไหน", "อื่น"];
const targets = targetsOf(form.fields);
const columns = matchColumns(header, targets).flatMap((id, at) => {
  const target = targets.find((one) => one.id === id);
  return target ? [{ at, target }] : [];
});
const read = (...cells: string[]) => readRow(form, columns, cells, { facts, begun: begunAnswers(form, facts), check: "complete" });
const wrong = (...cells: string[]) => read(...cells).problems.map(({ at, problem }) => [at, problem.code, problem.level ?? "refuse"]);

test("it compiles, and what people answer can be matched", () => {
  expect(Array.isArray(form)).toBe(false);
  expect(columns.map(({ at, target }) => [header[at], target.ids.join("/")])).toEqual([
    ["ของ", "thing00000"],
    ["ตั้งแต่", "from000000"],
    ["ถึง", "to00000000"],
    ["ชนิด", "kind000000"],
    ["เบอร์", "guardian00/phone00000"],
    ["ที่ไหน", "place00000"],
  ]);
});

test("a good row is its changes: cells that say nothing change nothing, but take a beginning value away", () => {
  expect(read("จอบ", "1/5/2567", "๒ พ.ค. ๒๕๖๗", "", "081-234-5678", "", "ไม่ใช้")).toEqual({
    changes: [
      { path: "thing00000", to: "จอบ" },
      { path: "from000000", to: "2024-05-01" },
      { path: "to00000000", to: "2024-05-02" },
      { path: "kind000000", to: null },
      { path: "guardian00/phone00000", to: "0812345678" },
    ],
    problems: [],
  });
});

test("what is wrong is told by its cell: unreadable, missing, against a rule, or only doubtful", () => {
  expect(wrong("จอบ", "1/5/2567", "", "ทั่วไป", "0812345678")).toEqual([]);
  expect(wrong("", "32/5/2567", "", "", "12")).toEqual([
    [1, "date.no-such-day", "refuse"],
    [0, "field.required", "refuse"],
    [4, "field.phone-start", "refuse"],
  ]);
  expect(wrong("จอบ", "1/5/2567", "30/4/2567", "", "0812345678")).toEqual([[2, "field.check", "refuse"]]);
  expect(wrong("จอบ", "1/5/2567", "1/5/2580", "", "0812345678")).toEqual([[2, "field.check", "warn"]]);
  expect(wrong("จอบ", "1/5/2567", "", "พิเศษ", "0812345678")).toEqual([[5, "field.required", "refuse"]]);
  // Nothing in this sheet is about it.
  expect(readRow(form, columns.slice(1), ["จอบ", "1/5/2567"], { facts, begun: begunAnswers(form, facts), check: "complete" }).problems).toMatchObject([
    { problem: { code: "field.required", path: "/thing" } },
    { at: 4, problem: { code: "field.required" } },
  ]);
});
