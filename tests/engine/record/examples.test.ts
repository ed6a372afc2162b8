// Examples of a form: what comes out of one, what is told when it differs, what is not looked at any more, and the new result.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectationOf, withNewResult } from "../../../engine/record/example/expectation.js";
import { outcomeOf } from "../../../engine/record/example/outcome.js";
import { runExample } from "../../../engine/record/example/run.js";
import { toldExample } from "../../../engine/record/example/told.js";
import type { ExampleExpectation, FormExample, WorkflowDefinition } from "../../../schemas/types.js";
import { compiledForm, field, formOf, rowId, tableOf } from "../../help/forms.js";

const flow: WorkflowDefinition = {
  kind: "workflow",
  id: "flow",
  title: "ขออนุมัติ",
  states: [
    { id: "waiting", title: "รอ ผอ." },
    { id: "mayor", title: "รอ นายก" },
    { id: "done", title: "อนุมัติแล้ว", final: true },
  ],
  actions: [
    { id: "submit", title: "ส่ง", tone: "main", from: ["new"], complete: true, to: [{ when: "total > 100", to: "mayor" }, { to: "waiting" }] },
    {
      id: "approve",
      title: "อนุมัติ",
      tone: "main",
      from: ["waiting", "mayor"],
      to: "done",
      when: "actor.duties.exists(d, d == 'director')",
      unless: "เฉพาะ ผอ.",
      who: ["director"],
    },
    { id: "return", title: "ส่งกลับ", tone: "danger", from: ["waiting"], to: "waiting", who: ["director"] },
  ],
};

const form = compiledForm(
  formOf(
    {
      kind: field("select", { title: "ประเภท", "x-codes": "kinds" }),
      items: tableOf({ price: field("integer", { title: "ราคา" }), twice: field("integer", { title: "สองเท่า", "x-value": "price * 2" }) }, { title: "รายการ" }),
      total: field("integer", { title: "รวม", "x-value": "sum(items.map(i, i.price))" }),
      why: field("text", { title: "เหตุผล", "x-show": "total > 10", "x-require": "total > 10" }),
      place: field("group", {
        title: "สถานที่",
        properties: { floor: field("integer", { title: "ชั้น" }), up: field("integer", { title: "ชั้นบน", "x-value": "floor + 1" }) },
      }),
      day: field("date", { title: "วันที่", "x-value": "today" }),
      earlier: field("integer", { title: "เคยขอ", "x-value": "lookups.earlier" }),
    },
    { required: ["kind"], lookups: { earlier: { form: "test-form", pick: "count" } } },
  ),
  flow,
);
const codes = { kinds: [{ id: "a", title: "วัสดุ" }], holidays: [] };
const rows = (...prices: number[]) => prices.map((price, at) => ({ $row: rowId(at + 1), price }));
const of = (answers: Record<string, unknown>, expected: ExampleExpectation, more: Partial<FormExample> = {}): FormExample => ({
  id: "one",
  title: "กรณีเดียว",
  today: "2026-11-24",
  answers,
  expect: expected,
  ...more,
});
const differences = (example: FormExample) =>
  runExample(form, example, codes).differences.map(({ title, path, level }) => [title.th, path, level].filter(Boolean).join(" | "));
const filled = { kind: "a", items: rows(3, 4), place: { floor: 2 } };

test("what is as expected passes, in any order and of a part only", () => {
  const example = of(filled, {
    problems: [],
    values: { total: 7, items: [{ twice: 6 }, { twice: 8 }], place: { up: 3 }, why: null, day: "2026-11-24" },
    shown: ["kind", "items"],
    hidden: ["why"],
    next: "waiting",
  });
  expect(runExample(form, example, codes)).toEqual({ id: "one", passed: true, differences: [] });
  const wrong = of({ items: rows(30) }, { problems: ["/why", "/kind"].map((path) => ({ code: "field.required", path })) });
  expect(differences(wrong)).toEqual([]);
});

describe("what differs is said with what was expected and what came out", () => {
  test.each<[string, FormExample, string[]]>([
    ["a value", of(filled, { values: { total: 8 } }), ["คาดว่า “รวม” เป็น 8 แต่ได้ 7 | /expect/values/total"]],
    [
      "a value of a row",
      of(filled, { values: { items: [{ twice: 6 }, { twice: 9 }] } }),
      ["คาดว่า “รายการ แถวที่ 2 › สองเท่า” เป็น 9 แต่ได้ 8 | /expect/values/items/1/twice"],
    ],
    ["the number of rows", of(filled, { values: { items: [{ twice: 6 }] } }), ["คาดว่า “รายการ” เป็น 1 แถว แต่ได้ 2 แถว | /expect/values/items"]],
    ["a value of a group", of(filled, { values: { place: { up: 4 } } }), ["คาดว่า “สถานที่ › ชั้นบน” เป็น 4 แต่ได้ 3 | /expect/values/place/up"]],
    [
      "what is empty",
      of(filled, { values: { total: null, why: "ก" } }),
      ["คาดว่า “รวม” เป็น ว่าง แต่ได้ 7 | /expect/values/total", "คาดว่า “เหตุผล” เป็น ก แต่ได้ ว่าง | /expect/values/why"],
    ],
    [
      "a day and a choice, in words",
      of(filled, { values: { day: "2026-11-25", kind: null } }),
      ["คาดว่า “วันที่” เป็น 25 พฤศจิกายน 2569 แต่ได้ 24 พฤศจิกายน 2569 | /expect/values/day", "คาดว่า “ประเภท” เป็น ว่าง แต่ได้ วัสดุ | /expect/values/kind"],
    ],
    [
      "a problem that is not there",
      of(filled, { problems: [{ code: "field.required", path: "/why" }] }),
      ["คาดว่า “เหตุผล” จะถูกทักให้แก้ แต่กลับผ่าน | /expect/problems/0"],
    ],
    ["a problem more", of({ items: rows(1) }, { problems: [] }), ["คาดว่าไม่มีข้อนี้ให้แก้ แต่พบว่า ยังไม่ได้เลือก “ประเภท” | /answers/kind"]],
    [
      "the same problem once more",
      of({ items: rows(11) }, { problems: [{ code: "field.required", path: "/why" }] }),
      ["คาดว่าไม่มีข้อนี้ให้แก้ แต่พบว่า ยังไม่ได้เลือก “ประเภท” | /answers/kind"],
    ],
    ["what is shown", of(filled, { shown: ["why"] }), ["คาดว่าแสดงช่อง “เหตุผล” แต่กลับซ่อน | /expect/shown/0"]],
    ["what is hidden", of(filled, { hidden: ["kind"] }), ["คาดว่าซ่อนช่อง “ประเภท” แต่กลับแสดง | /expect/hidden/0"]],
    ["the next step", of(filled, { next: "mayor" }), ["คาดว่าส่งแล้วไปที่ “รอ นายก” แต่ไปที่ “รอ ผอ.” | /expect/next"]],
    ["that it cannot be sent", of({}, { next: "waiting" }), ["คาดว่าส่งแล้วไปที่ “รอ ผอ.” แต่ส่งไม่ได้ | /expect/next"]],
  ])("%s", (_, example, told) => {
    expect(differences(example)).toEqual(told);
    expect(runExample(form, example, codes).passed).toBe(false);
  });
});

test("the action is the one it names, from the state it stands in, by whoever fills it", () => {
  const director = { account: "a", person: "p", name: "ผอ.", duties: ["director"] };
  expect(differences(of({ ...filled, items: rows(200), why: "ก" }, { next: "mayor" }))).toEqual([]);
  expect(differences(of(filled, { next: "done" }, { state: "waiting", author: director }))).toEqual([]);
  expect(differences(of(filled, { next: "done" }, { state: "waiting", author: { ...director, duties: ["teacher"] } }))).toEqual([
    "คาดว่าส่งแล้วไปที่ “อนุมัติแล้ว” แต่ส่งไม่ได้ | /expect/next",
  ]);
  expect(differences(of(filled, { next: "waiting" }, { state: "waiting", action: "return" }))).toEqual([]);
  expect(differences(of(filled, { next: "done" }, { action: "gone" }))).toMatchObject([expect.stringMatching(/^ขั้นตอนงานไม่มีการดำเนินการนี้แล้ว.* warn$/)]);
});

test("a fact that is given is read, one that is not is unknown and blocks nothing", () => {
  expect(differences(of(filled, { values: { earlier: 2 } }, { lookups: { earlier: 2 } }))).toEqual([]);
  expect(differences(of(filled, { problems: [], values: { earlier: null } }))).toEqual([]);
});

test("fields that are gone are a doubt: what is left of the example is judged", () => {
  const gone = of(
    { ...filled, colour: "red", place: { floor: 2, room: 5 } },
    { problems: [{ code: "field.required", path: "/colour" }], values: { total: 7, colour: "red" }, shown: ["colour"], hidden: ["smell"] },
  );
  const result = runExample(form, gone, codes);
  expect(result.passed).toBe(true);
  expect(result.differences.map(({ code, level, params }) => [code, level, (params as { name: string }).name])).toEqual([
    ["example.unknown-field", "warn", "place/room"],
    ["example.unknown-field", "warn", "colour"],
    ["example.unknown-field", "warn", "smell"],
  ]);
  expect(runExample(form, { ...gone, expect: { ...gone.expect, values: { total: 8 } } }, codes).passed).toBe(false);
});

test("everything that came out can be expected", () => {
  const example = of(filled, {}, { lookups: { earlier: 1 } });
  const all = expectationOf(form, outcomeOf(form, example, codes));
  expect(all).toEqual({
    problems: [],
    values: { items: [{ twice: 6 }, { twice: 8 }], total: 7, place: { up: 3 }, day: "2026-11-24", earlier: 1 },
    shown: [],
    hidden: ["why"],
    next: "waiting",
  });
  expect(runExample(form, { ...example, expect: all }, codes).differences).toEqual([]);
});

test("what is hidden is not expected to be empty besides", () => {
  const hiding = compiledForm(
    formOf({ a: field("integer"), b: field("integer", { "x-value": "a + 1", "x-show": "a > 5" }), c: field("integer", { "x-value": "a + 2" }) }),
  );
  expect(expectationOf(hiding, outcomeOf(hiding, of({ a: 1 }, {}), {}))).toMatchObject({ values: { c: 3 }, shown: [], hidden: ["b"] });
});

test("the new result is of the same things as before, without what is gone", () => {
  const example = of(
    { ...filled, items: rows(3, 40), colour: "red" },
    { problems: [], values: { total: 7, items: [{ twice: 6 }], colour: "red" }, hidden: ["why", "smell"], next: "done" },
  );
  const renewed = withNewResult(form, example, codes);
  expect(renewed).toEqual({
    ...example,
    answers: { ...filled, items: rows(3, 40) },
    expect: {
      problems: [{ code: "field.required", path: "/why" }],
      values: { total: 43, items: [{ twice: 6 }, { twice: 80 }] },
      shown: ["why"],
      hidden: [],
    },
  });
  expect(runExample(form, renewed, codes).differences).toEqual([]);
  expect(withNewResult(form, of(filled, { values: { total: 1 } }), codes).expect).toEqual({ values: { total: 7 } });
});

test("an author hears of an example in one sentence, with all that differs inside", () => {
  const example = of({}, { values: { total: 1, day: null, why: "ก", kind: "a", earlier: 3 } });
  const [told] = toldExample(example, 4, runExample(form, example, codes));
  expect(told).toMatchObject({ code: "definition.example-failed", path: "/examples/4", params: { example: "กรณีเดียว" } });
  expect(told!.title.th).toBe(
    "ตัวอย่าง “กรณีเดียว” ไม่ได้ผลตามที่คาด (คาดว่า “รวม” เป็น 1 แต่ได้ 0, คาดว่า “วันที่” เป็น ว่าง แต่ได้ 24 พฤศจิกายน 2569, คาดว่า “เหตุผล” เป็น ก แต่ได้ ว่าง, และอีก 2 ข้อ) แก้แบบฟอร์ม หรือเปิดตัวอย่างแล้วใช้ผลใหม่",
  );
  expect(told!.problems!.map(({ path }) => path)).toContain("/examples/4/expect/values/total");
  const doubtful = of({ colour: 1, kind: "a" }, { problems: [] });
  expect(toldExample(doubtful, 0, runExample(form, doubtful, codes))).toMatchObject([{ code: "definition.example-doubt", level: "warn" }]);
  const fine = of({ kind: "a" }, { problems: [] });
  expect(toldExample(fine, 0, runExample(form, fine, codes))).toEqual([]);
});

test("whatever stands in an example, it is run and told, and its new result passes", () => {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom("a", 3, "2026-11-24", null),
    fc.array(fc.record({ $row: fc.constant(rowId(1)), price: fc.jsonValue() })),
  );
  const some = fc.dictionary(fc.constantFrom("kind", "items", "total", "why", "place", "day", "gone"), value);
  const paths = fc.array(
    fc.record({ code: fc.constant("field.required"), path: fc.constantFrom("", "/", "/kind", "/items/0/price", "/place/up/x", "/gone/1", "kind") }),
  );
  const names = fc.array(fc.constantFrom("kind", "why", "gone"));
  fc.assert(
    fc.property(
      some,
      some,
      fc.record({ problems: paths, shown: names, hidden: names, next: fc.constantFrom("waiting", "gone") }, { requiredKeys: [] }),
      (answers, values, rest) => {
        const example = of(answers as Record<string, unknown>, { ...rest, values } as ExampleExpectation);
        for (const { title } of runExample(form, example, codes).differences) expect(title.th).not.toMatch(/undefined|\{(title|expected|got|problem|name)\}/);
        expect(runExample(form, withNewResult(form, example, codes), codes).differences).toEqual([]);
      },
    ),
    { numRuns: 500 },
  );
});

test("hostile keys reach nothing", () => {
  const example = of(JSON.parse('{"__proto__": {"total": 1}, "constructor": 1, "kind": "a"}'), {
    values: JSON.parse('{"__proto__": 1}'),
    shown: ["constructor"],
  });
  expect(runExample(form, example, codes).passed).toBe(true);
});
