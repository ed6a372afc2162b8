// Forms guessed from a list of questions and from a sheet, as offices have them.
import { expect, test } from "vitest";
import { compileForm } from "../../../engine/compile/compile.js";
import { asRegister, fieldsFromSchema, guessColumns, guessQuestion, guessQuestions, optionsOf, withGuesses } from "../../../engine/edit/guess.js";
import type { FormDefinition } from "../../../schemas/types.js";
import { plainWorkflow } from "../../help/forms.js";

test.each([
  ["1. วันที่ใช้รถ ............", "วันที่ใช้รถ", "date"],
  ["๒) เวลาออก", "เวลาออก", "time"],
  ["- จำนวนนักเรียน (คน)", "จำนวนนักเรียน (คน)", "integer"],
  ["ค่าน้ำมัน (บาท)", "ค่าน้ำมัน (บาท)", "money"],
  ["เบอร์มือถือผู้ปกครอง:", "เบอร์มือถือผู้ปกครอง", "phone"],
  ["เลขประจำตัวประชาชน", "เลขประจำตัวประชาชน", "national-id"],
  ["ผู้ปกครองยินยอมหรือไม่", "ผู้ปกครองยินยอมหรือไม่", "yes-no"],
  ["เหตุผลที่ขอ", "เหตุผลที่ขอ", "long-text"],
  ["ไปที่ไหน", "ไปที่ไหน", "text"],
  ["ปีการศึกษา", "ปีการศึกษา", "academic-year"],
])("%s", (line, title, type) => {
  expect(guessQuestion(line)).toEqual({ title, type });
});

test("choices in brackets or after a colon are choices", () => {
  expect(guessQuestion("ใช้ทำอะไร (ทัศนศึกษา / ไปราชการ)")).toEqual({ title: "ใช้ทำอะไร", type: "select", options: ["ทัศนศึกษา", "ไปราชการ"] });
  expect(guessQuestion("ระดับ: ดี, พอใช้, ปรับปรุง")).toEqual({ title: "ระดับ", type: "select", options: ["ดี", "พอใช้", "ปรับปรุง"] });
});

test("empty lines are no questions", () => {
  expect(guessQuestions("วันที่\n\n  \r\nชื่อ").map(({ title }) => title)).toEqual(["วันที่", "ชื่อ"]);
});

test("columns by what stands in them", () => {
  const header = ["เลขบัตร", "เกิด", "มือถือ", "น้ำหนัก", "ค่าอาหาร", "ห้อง", "หมายเหตุ", "", "มา"];
  const rows = [
    ["1-1037-00000-01-7", "25/11/2560", "081-234-5678", "20.5", "1,440.00", "ป.1/1", "", "ก", "ใช่"],
    ["1103700000025", "1 ม.ค. 2561", "0812345679", "๒๑", "20.50", "ป.1/2", "", "ข", "ไม่ใช่"],
    ["1103700000033", "02/03/2561", "02 345 6789", "19", "3.00", "ป.1/1", "", "ค", "ใช่"],
    ["1103700000041", "", "", "22.25", "9.00", "ป.1/2", "", "ง", "ใช่"],
  ];
  expect(guessColumns(header, rows, "2026-11-28")).toEqual([
    { title: "เลขบัตร", type: "national-id" },
    { title: "เกิด", type: "date" },
    { title: "มือถือ", type: "phone" },
    { title: "น้ำหนัก", type: "number" },
    { title: "ค่าอาหาร", type: "money" },
    { title: "ห้อง", type: "select", options: ["ป.1/1", "ป.1/2"] },
    { title: "หมายเหตุ", type: "long-text" },
    { title: "คอลัมน์ 8", type: "text" },
    { title: "มา", type: "yes-no" },
  ]);
});

test("a mistyped day or number now and then does not change what a column is", () => {
  const days = Array.from({ length: 30 }, (_, n) => [`${n + 1}/2/2567`, String(n), n === 3 ? "ไม่ทราบ" : "5"]);
  const kind = (rows: string[][]) => guessColumns(["ก", "ข", "ค"], rows, "2026-11-28").map(({ type }) => type);
  // 30 February is none.
  expect(kind(days)).toEqual(["date", "integer", "select"]);
  expect(kind(days.slice(-5))).toEqual(["text", "integer", "integer"]);
});

const blank: FormDefinition = {
  kind: "form",
  id: "f",
  title: "ฟ",
  schema: { type: "object", properties: {} },
  layout: [{ page: "หน้า", sections: [{ id: "main", fields: [] }] }],
};

test("guesses become a form that compiles", () => {
  let n = 0;
  const form = withGuesses(blank, guessQuestions("วันที่\nใช้ทำอะไร (ก/ข)\nชื่อ\nชื่อ"), "main", () => `id${String(n++).padStart(8, "0")}`);
  expect(form.layout![0]!.sections[0]!.fields).toEqual(["date", "select", "text", "text_2"]);
  expect(form.schema.properties.select!["x-options"]!.map(({ title }) => title)).toEqual(["ก", "ข"]);
  expect(Array.isArray(compileForm(form, plainWorkflow, { owner: "LAO", version: 1, workflowVersion: 1 }))).toBe(false);
});

test("every column is one guess, also one whose title says nothing; choices are what stands in it, in Thai order", () => {
  expect(guessColumns(["1.", "", "ชื่อ"], [["", "", "ก"]], "2026-11-28")).toHaveLength(3);
  expect(optionsOf(["เขียว", " กล้วย ", "เขียว", "-", ""])).toEqual(["กล้วย", "เขียว"]);
});

test("a form of rows is a register: it compiles, and its list tells what the rows are about", () => {
  let n = 0;
  const guesses = [
    { title: "ชื่อ", type: "text" as const, required: true },
    { title: "เลขบัตร", type: "national-id" as const },
    { title: "สภาพ", type: "select" as const, options: ["ดี", "ชำรุด"] },
  ];
  const form = asRegister(withGuesses(blank, guesses, "main", () => `id${String(n++).padStart(8, "0")}`));
  // Numbers of people stand in no list unless the author says so.
  expect(form.list).toEqual({ lead: "columns", columns: ["text", "select"], search: ["text"], filter: ["select"] });
  expect(form.schema.required).toEqual(["text"]);
  expect(Array.isArray(compileForm(form, plainWorkflow, { owner: "LAO", version: 1, workflowVersion: 1 }))).toBe(false);
  expect(asRegister(blank)).toBe(blank);
});

test("a plain JSON Schema gives its fields, anything else nothing", () => {
  expect(fieldsFromSchema({ $schema: "x", type: "object", required: ["a"], properties: { a: { type: "string" } } })).toEqual({
    type: "object",
    required: ["a"],
    properties: { a: { type: "string" } },
  });
  expect(fieldsFromSchema({ kind: "form", schema: { type: "object", properties: {} } })).toEqual({ type: "object", properties: {} });
  for (const wrong of [null, 1, "x", [], {}, { properties: 1 }]) expect(fieldsFromSchema(wrong)).toBeUndefined();
});
