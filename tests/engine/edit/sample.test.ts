// A form filled as an example: an answer of its kind for each field, which the form itself accepts, and the same each time.
import { describe, expect, test } from "vitest";
import { fieldType } from "../../../engine/definition/field-type.js";
import { fieldsOf } from "../../../engine/edit/form/tree.js";
import { sampleAnswer, sampleAnswers, sampleLabels } from "../../../engine/edit/sample.js";
import { sampleOfPattern } from "../../../engine/edit/sample-pattern.js";
import { kinds } from "../../../engine/fields/index.js";
import { validateAnswers } from "../../../engine/validate/validate.js";
import type { FieldSchema, FieldType } from "../../../schemas/types.js";
import { compiledForm, factsOf, field, formOf, tableOf } from "../../help/forms.js";
import * as library from "../../help/library.js";

const codes = {
  colours: [
    { id: "gone", title: "เลิกใช้", to: "2020-01-01" },
    { id: "red", title: "แดง" },
    { id: "blue", title: "น้ำเงิน" },
  ],
};
const facts = { today: "2026-11-25", codes };
const two = [
  { id: "a", title: "ก" },
  { id: "b", title: "ข" },
];
const sampled = (properties: Record<string, FieldSchema>) => sampleAnswers(formOf(properties), facts);

test("every kind that people answer has an answer that its field accepts", () => {
  const more: Partial<Record<FieldType, Partial<FieldSchema>>> = {
    select: { "x-options": two },
    "multi-select": { "x-options": two },
    reference: { "x-form": "other" },
    table: { items: { type: "object", properties: { name: field("text"), pay: field("money") } } },
    group: { properties: { name: field("text") } },
  };
  const people = (Object.keys(kinds) as FieldType[]).filter((type) => kinds[type].byPeople && type !== "note");
  const properties = Object.fromEntries(people.map((type) => [`of_${type.replaceAll("-", "_")}`, field(type, more[type])]));
  const answers = sampled(properties);
  expect(Object.keys(answers).sort()).toEqual(Object.keys(properties).sort());
  const known = factsOf({ codes, labels: { ...sampleLabels } });
  expect(validateAnswers(compiledForm(formOf(properties)), answers, known, "complete").problems).toEqual([]);
});

test.each(library.formNames)("the bundled form %s accepts the shape of its example, and nothing of it is by chance", (name) => {
  const form = library.formOf(name);
  const known = { today: "2026-11-25", codes: library.codes() };
  const answers = sampleAnswers(form, known);
  expect(sampleAnswers(form, known)).toEqual(answers);
  const byPeople = fieldsOf(form).filter(
    ({ schema }) => kinds[fieldType(schema)!].byPeople && !schema["x-value"] && !["note", "group"].includes(fieldType(schema)!),
  );
  const asked = (id: string) => byPeople.some((one) => one.id === id);
  const top = fieldsOf(form).filter(({ id, parent, schema }) => !parent && (asked(id) || (schema.properties && byPeople.some((one) => one.parent === id))));
  expect(Object.keys(answers)).toEqual(top.map((one) => one.name));
  const told = validateAnswers(library.compiled(name), answers, factsOf({ ...known, partial: true, labels: { ...sampleLabels } }), "shape").problems;
  expect(told.filter(({ code }) => code.startsWith("field."))).toEqual([]);
});

describe("within what the definition says", () => {
  test.each<[string, FieldSchema, unknown]>([
    ["bounds", field("integer", { minimum: 40 }), 40],
    ["an upper bound", field("money", { maximum: 100 }), 100],
    ["decimals", field("number", { "x-decimals": 0 }), 12],
    ["lengths", field("text", { title: "ชื่อ", maxLength: 5 }), "นางสา"],
    ["a pattern", field("text", { pattern: "^[ก-ฮ]{2} [0-9]{1,4}$" }), "กก 1"],
    ["times of the day", field("time", { "x-earliest": "13:00" }), "13:00"],
    ["the first choice", field("select", { "x-options": two }), "a"],
    ["the first row of a list that holds", field("select", { "x-codes": "colours" }), "red"],
    ["a list that is not known", field("select", { "x-codes": "other" }), undefined],
    ["as many choices as there must be", field("multi-select", { "x-codes": "colours", minItems: 2 }), ["red", "blue"]],
    ["a year", field("fiscal-year"), 2570],
    ["several files", field("file", { type: "array" }), ["sample-file"]],
    ["what its question asks", field("text", { title: "ตำแหน่ง" }), "ครู"],
    ["a number of a register", field("running-number", { "x-number": { series: "s", period: "fiscal-year", pattern: "ทส {n}/{year}" } }), "ทส 12/2570"],
    ["a value worked out", field("computed", { type: "number", "x-value": "1" }), 12.5],
  ])("%s", (_, schema, expected) => expect(sampleAnswer(schema, facts)).toEqual(expected));
});

test("an end comes after its beginning, a birthday long before", () => {
  expect(sampled({ from: field("date"), to: field("date"), born: field("date", { title: "วันเกิด" }) })).toMatchObject({
    from: "2026-11-25",
    to: "2026-11-26",
    born: "2016-06-30",
  });
});

test("a table has two rows that differ, each with an id, within how many there may be", () => {
  const columns = { name: field("text", { title: "ชื่อ" }), kind: field("select", { "x-options": two }) };
  expect(sampled({ rows: tableOf(columns) }).rows).toEqual([
    { $row: "00000000000000000000000001", name: "นางสาวมาลี ใจดี", kind: "a" },
    { $row: "00000000000000000000000002", name: "นางสาวมาลี ใจดี (2)", kind: "b" },
  ]);
  expect(sampled({ rows: tableOf(columns, { maxItems: 1 }) }).rows).toHaveLength(1);
  expect(sampled({ rows: tableOf(columns, { minItems: 3 }) }).rows).toHaveLength(3);
});

test("what nobody answers has none: notes, formulas, signatures, numbers given by the register", () => {
  expect(
    sampled({
      note: field("note"),
      sum: field("money", { "x-value": "1" }),
      signed: field("signature"),
      no: field("running-number"),
      group: field("group", { properties: {} }),
    }),
  ).toEqual({});
});

test.each([
  ["^[A-Z]{3}-\\d+$", "AAA-1"],
  ["^(มท|พช) \\d{4}$", "มท 1111"],
  ["[^0-9]", "ก"],
  ["^a?$", "a"],
  ["(", undefined],
])("a text that %s accepts", (pattern, text) => expect(sampleOfPattern(pattern)).toBe(text));

test("however much a form asks for at least, an example is no longer than a page", () => {
  const huge = 1_000_000_000;
  const made = sampled({ text: field("text", { minLength: huge }), rows: tableOf({ a: field("long-text", { minLength: huge }) }, { minItems: huge }) });
  expect([...String(made.text)].length).toBeLessThan(1000);
  expect((made.rows as unknown[]).length).toBeLessThan(100);
});
