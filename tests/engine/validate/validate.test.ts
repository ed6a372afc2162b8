// The whole check of a record's answers: what is refused, what is kept, and what becomes of hidden answers.
import { describe, expect, test } from "vitest";
import { limits } from "../../../engine/definition/limits.js";
import { validateAnswers } from "../../../engine/validate/validate.js";
import { compiled, factsOf, field, rowId, tableOf } from "../../help/forms.js";

const facts = factsOf();
const codes = (found: ReturnType<typeof validateAnswers>) => found.problems.map(({ code, path }) => `${code} ${path}`);

describe("what does not belong is refused", () => {
  const form = compiled({ a: field("text"), n: field("note"), g: field("group", { properties: { b: field("text") } }), t: tableOf({ c: field("text") }) });

  test.each<[string, unknown, string[]]>([
    ["no object", [], ["field.answers-not-an-object "]],
    ["nothing", null, ["field.answers-not-an-object "]],
    ["an answer to no field", { z: 1 }, ["field.not-in-form /z"]],
    ["a prototype", JSON.parse('{"__proto__":{"a":"x"}}'), ["field.not-in-form /__proto__"]],
    ["a constructor", { constructor: "x" }, ["field.not-in-form /constructor"]],
    ["an answer to a note", { n: "x" }, ["field.not-in-form /n"]],
    ["something more in a group", { g: { z: 1 } }, ["field.not-in-form /g/z"]],
    ["something more in a row", { t: [{ $row: rowId(1), z: 1 }] }, ["field.not-in-form /t/0/z"]],
    ["a row id outside a table", { $row: rowId(1) }, ["field.not-in-form /$row"]],
    ["a group that is text", { g: "x" }, ["field.type /g"]],
    ["a table that is text", { t: "x" }, ["field.type /t"]],
    ["a row that is text", { t: ["x"] }, ["field.row-id /t/0"]],
    ["NUL", { a: "a\u0000b" }, ["field.control-character /a"]],
    ["2,001 rows", { t: Array.from({ length: limits.rows + 1 }, (_, i) => ({ $row: rowId(i) })) }, ["field.too-many /t"]],
    ["1 MB of text", { a: "ก".repeat(350_000) }, ["field.too-long /a"]],
    ["1 MB of spaces", { a: " ".repeat(1_000_000) }, []],
    ["answers beyond all bounds", { a: "ก".repeat(2_000_000) }, ["field.answers-too-large "]],
  ])("%s", (_what, answers, expected) => expect(codes(validateAnswers(form, answers, facts, "complete"))).toEqual(expected));

  test("5,000 levels of brackets", () => {
    expect(codes(validateAnswers(form, JSON.parse(`${'{"g":'.repeat(5000)}1${"}".repeat(5000)}`), facts, "complete"))).toEqual(["field.answers-too-deep "]);
  });
});

describe("a record is kept clean and whole", () => {
  const form = compiled({
    name: field("text"),
    phone: field("phone"),
    g: field("group", { properties: { b: field("text") } }),
    t: tableOf({ qty: field("integer"), cost: field("money"), amount: field("money", { "x-value": "qty * cost" }) }),
    total: field("money", { "x-value": "sum(t.map(r, r.amount))" }),
    sign: field("signature"),
  });

  test("cleaned, computed, without what is blank", () => {
    const found = validateAnswers(
      form,
      { total: 99, phone: "081-234-5678", name: " นํ้า ", g: { b: " " }, t: [{ qty: 3, $row: rowId(1), cost: 0.1, amount: 7 }] },
      facts,
      "complete",
    );
    expect(found).toEqual({
      problems: [],
      hidden: [],
      answers: { name: "น้ำ", phone: "0812345678", t: [{ $row: rowId(1), qty: 3, cost: 0.1, amount: 0.3 }], total: 0.3 },
    });
  });

  test("what it gives is accepted again as it is", () => {
    const { answers } = validateAnswers(form, { name: "ก", t: [{ $row: rowId(1), qty: 1, cost: 2 }] }, facts, "complete");
    expect(validateAnswers(form, answers, facts, "complete").answers).toEqual(answers);
  });

  test("a signature stays as the action wrote it", () => {
    const sign = { signature: "s1", name: "มาลี", at: "2026-11-25T00:00:00.000Z" };
    expect(validateAnswers(form, { sign }, facts, "complete").answers.sign).toEqual(sign);
  });
});

describe("complete and shape", () => {
  const form = compiled(
    { a: field("text"), b: field("text", { "x-require": "true" }), t: tableOf({ c: field("integer") }, { minItems: 2 }), d: field("integer", { maximum: 5 }) },
    { required: ["a", "t"] },
  );

  test("complete asks for all that is required", () => {
    expect(codes(validateAnswers(form, { t: [{ $row: rowId(1) }] }, facts, "complete"))).toEqual([
      "field.required /a",
      "field.required /b",
      "field.too-few /t",
    ]);
    expect(codes(validateAnswers(form, {}, facts, "complete"))).toEqual(["field.required /a", "field.required /b", "field.required /t"]);
  });

  test("shape only that what is there is right", () => {
    expect(codes(validateAnswers(form, { t: [{ $row: rowId(1) }], d: 9 }, facts, "shape"))).toEqual(["field.too-big /d"]);
  });
});

describe("a hidden answer", () => {
  const make = (hidden: "retire" | "keep" | "clear") =>
    compiled({
      on: field("yes-no"),
      a: field("text", { maxLength: 3, "x-show": "on == true", "x-hidden": hidden }),
      g: field("group", { "x-show": "on == true", "x-hidden": hidden, properties: { b: field("text"), c: field("integer") }, required: ["b"] }),
    });
  const given = { on: false, a: " กข ", g: { b: "x", c: 1 } };

  test("is put away by default, with its value", () => {
    const form = make("retire");
    const { answers, hidden } = validateAnswers(form, given, facts, "complete");
    expect(answers).toEqual({ on: false });
    expect(hidden).toEqual([
      { field: form.fields[1], path: ["a"], value: "กข", policy: "retire" },
      { field: form.fields[2], path: ["g"], value: { b: "x", c: 1 }, policy: "retire" },
    ]);
  });

  test("is kept where the form says so, if it still stands", () => {
    expect(validateAnswers(make("keep"), given, facts, "complete").answers).toEqual({ on: false, a: "กข", g: { b: "x", c: 1 } });
    const wrong = validateAnswers(make("keep"), { ...given, a: "กขคง", g: { c: 1 } }, facts, "complete");
    expect(wrong.answers).toEqual({ on: false });
    expect(wrong.hidden.map(({ policy }) => policy)).toEqual(["retire", "retire"]);
    expect(wrong.problems).toEqual([]);
  });

  test("is gone where the form says so", () => {
    const { answers, hidden } = validateAnswers(make("clear"), given, facts, "complete");
    expect([answers, hidden.map(({ policy }) => policy)]).toEqual([{ on: false }, ["clear", "clear"]]);
  });

  test("is empty to the rules, kept or not", () => {
    const form = compiled({
      on: field("yes-no"),
      a: field("integer", { "x-show": "on == true", "x-hidden": "keep" }),
      twice: field("integer", { "x-value": "a * 2" }),
      b: field("text", { "x-require": "a > 1" }),
    });
    expect(validateAnswers(form, { on: false, a: 5 }, facts, "complete")).toMatchObject({ problems: [], answers: { on: false, a: 5 } });
    expect(validateAnswers(form, { on: false, a: 5 }, facts, "complete").answers).not.toHaveProperty("twice");
    expect(codes(validateAnswers(form, { on: true, a: 5 }, facts, "complete"))).toEqual(["field.required /b"]);
  });
});

describe("a fact that is missing", () => {
  const form = compiled(
    {
      n: field("number", { "x-value": "lookups.n" }),
      a: field("text", { "x-require": "lookups.n > 1" }),
      b: field("integer", { "x-check": [{ rule: "b <= lookups.n", message: "ก" }] }),
    },
    { lookups: { n: { form: "test-form", pick: "count" } } },
  );

  test("is a problem where it is decided", () => {
    expect(codes(validateAnswers(form, { b: 1 }, facts, "complete"))).toEqual(["field.unknown /n", "field.unknown /a", "field.unknown /b"]);
  });

  test("is none on a device", () => {
    expect(validateAnswers(form, { b: 1 }, { ...facts, partial: true }, "complete")).toEqual({ problems: [], answers: { b: 1 }, hidden: [] });
  });
});

describe("an option that was retired since", () => {
  const form = compiled({ a: field("select", { "x-codes": "colours" }), t: tableOf({ b: field("select", { "x-codes": "colours" }) }) });
  const later = factsOf({ codes: { colours: [{ id: "old", title: "เก่า", to: "2026-01-01" }] } });

  test("stays where it stood, by field and by row", () => {
    const answers = { a: "old", t: [{ $row: rowId(2) }, { $row: rowId(1), b: "old" }] };
    expect(codes(validateAnswers(form, answers, later, "complete", { a: "old", t: [{ $row: rowId(1), b: "old" }] }))).toEqual([]);
    expect(codes(validateAnswers(form, answers, later, "complete", { a: "red", t: [{ $row: rowId(2), b: "old" }] }))).toEqual([
      "field.option-retired /a",
      "field.option-retired /t/1/b",
    ]);
  });
});

test("problems stand in the order in which the pages are read", () => {
  const form = compiled(
    { c: field("text"), b: field("text"), a: field("text") },
    {
      required: ["a", "b", "c"],
      layout: [
        { page: "๑", sections: [{ id: "x", fields: ["a"] }] },
        { page: "๒", sections: [{ id: "y", fields: ["b", "c"] }] },
      ],
    },
  );
  expect(codes(validateAnswers(form, {}, facts, "complete"))).toEqual(["field.required /a", "field.required /b", "field.required /c"]);
});

describe("formulas that grow what they read, one after the other", () => {
  const chain = (first: string, next: (before: string) => string, type: "string" | "array" | "object") =>
    compiled(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}`, field("computed", { type, "x-value": i ? next(`f${i - 1}`) : first })])));

  test.each([
    ["texts", chain("'abc'", (f) => `${f} + ${f}`, "string")],
    ["lists", chain("[1, 2, 3]", (f) => `${f} + ${f}`, "array")],
    ["maps", chain("{'a': 1}", (f) => `{'a': ${f}, 'b': ${f}}`, "object")],
  ])("%s come to nothing before they fill the memory", (_what, form) => {
    const { problems, answers } = validateAnswers(form, {}, facts, "complete");
    expect(problems).toEqual([]);
    expect(Object.keys(answers).length).toBeGreaterThan(5);
    expect(JSON.stringify(answers).length).toBeLessThan(10 * limits.computedBytes);
  });
});
