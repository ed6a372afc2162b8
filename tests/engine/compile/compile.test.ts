// Compiling: what a release becomes, who reads whom, and the two plain schemas.
import { describe, expect, test } from "vitest";
import { compileForm } from "../../../engine/compile/compile.js";
import type { CompiledForm } from "../../../engine/compile/compiled.js";
import { publishedSchema, shapeSchema } from "../../../engine/compile/schema.js";
import { compiled, field, formOf, plainWorkflow, tableOf } from "../../help/forms.js";

const meta = { owner: "lao", version: 3, workflowVersion: 2 };
const order = (form: CompiledForm, ...names: string[]) => names.map((name) => form.order.indexOf(form.fields.findIndex((one) => one.name === name)));
const readers = (form: CompiledForm, name: string) =>
  form.dependants[form.fields.findIndex((one) => one.name === name)]!.map(
    ({ node, rule, through }) =>
      `${form.fields[node]?.name ?? "section"}${rule ? " rule" : ""}${through === undefined ? "" : ` through ${form.fields[through]!.name}`}`,
  );

describe("a compiled form", () => {
  test("holds no examples: a phone has no use for them", () => {
    const examples = [{ id: "one", title: "ตัวอย่างเดียว", today: "2026-11-24", answers: { a: "ก" }, expect: {} }];
    const plain = { a: field("text") };
    expect(compileForm(formOf(plain, { examples }), plainWorkflow, meta)).toEqual(compileForm(formOf(plain), plainWorkflow, meta));
  });

  test("says its release, its words in both languages and what its kinds read", () => {
    const form = compileForm(
      formOf({
        a: field("text", { title: "ชื่อ", "x-en": { title: "Name", description: "As on the card" }, description: "ตามบัตร" }),
        b: field("select", { title: "สี", enum: ["red"], default: "red" }),
      }),
      plainWorkflow,
      meta,
    ) as CompiledForm;
    expect(form).toMatchObject({
      format: 1,
      owner: "lao",
      release: "test-form@3",
      version: 3,
      unit: "own",
      access: {},
      documents: [],
      workflow: { id: "plain", version: 2 },
    });
    expect(form.fields[0]).toMatchObject({
      title: { th: "ชื่อ", en: "Name" },
      help: { th: "ตามบัตร", en: "As on the card" },
      options: { maxLength: 1000 },
      hidden: "retire",
      parent: -1,
    });
    expect(form.fields[1]).toMatchObject({ title: { th: "สี", en: "สี" }, options: { options: [{ id: "red", title: "red" }] }, default: ["lit", "red"] });
    expect(form.pages).toEqual([{ title: "แบบทดสอบ", sections: [{ id: "main", fields: [0, 1] }] }]);
  });

  test("is plain JSON", () => {
    const form = compiled(
      { a: field("number", { "x-show": "lookups.n > 1" }), t: tableOf({ b: field("text") }) },
      { lookups: { n: { form: "test-form", pick: "count" } } },
    );
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });

  test("knows the trees of its workflow, and refuses one whose condition cannot be read", () => {
    const workflow = { ...plainWorkflow, actions: [{ ...plainWorkflow.actions[0]!, when: "a > 1", to: [{ when: "a > 5", to: "sent" }, { to: "sent" }] }] };
    const properties = { a: field("integer") };
    expect(compileForm(formOf(properties), workflow, meta)).toMatchObject({
      workflow: { rules: { "a > 1": ["op", ">", ["name", "a"], ["lit", 1]], "a > 5": expect.anything() } },
    });
    workflow.actions[0]!.when = "a >";
    expect(compileForm(formOf(properties), workflow, meta)).toMatchObject([{ code: "expression.syntax", path: "/actions/0/when" }]);
  });

  test("refuses a wrong definition with its problems, and fields without an id", () => {
    expect(compileForm(formOf({ a: field("select") }), plainWorkflow, meta)).toMatchObject([{ code: "definition.no-options" }]);
    expect(compileForm(formOf({ a: { "x-field": "text", title: "ก" } }), plainWorkflow, meta)).toMatchObject([{ code: "definition.no-id" }]);
  });

  test("names the code lists it needs: chosen from, and looked into by rules", () => {
    const form = compiled({
      a: field("select", { "x-codes": "kinds" }),
      b: field("number", { "x-value": "code('rates', a, 'baht')" }),
      c: field("date"),
      d: field("number", { "x-value": "workdays(c, c)" }),
    });
    expect(form.codes).toEqual(["holidays", "kinds", "rates"]);
  });
});

describe("who reads whom", () => {
  test("values come before those that read them, whatever their order on the page", () => {
    const form = compiled({ c: field("number", { "x-value": "b + 1" }), b: field("number", { "x-value": "a + 1" }), a: field("number") });
    const [c, b, a] = order(form, "c", "b", "a");
    expect(a).toBeLessThan(b!);
    expect(b).toBeLessThan(c!);
    expect(readers(form, "a")).toEqual(["b"]);
    expect(readers(form, "b")).toEqual(["c"]);
  });

  test("checks of two fields may read each other", () => {
    const check = (rule: string) => ({ "x-check": [{ rule, message: "ก" }] });
    const form = compiled({ from: field("date", check("from <= to")), to: field("date", check("to >= from")) });
    expect(readers(form, "from")).toEqual(expect.arrayContaining(["to rule", "from rule"]));
  });

  test("a share of the total is no circle, and the total reads every row", () => {
    const form = compiled({
      t: tableOf({ amount: field("number"), share: field("number", { "x-value": "amount / total" }) }),
      total: field("number", { "x-value": "sum(t.map(r, r.amount))" }),
    });
    expect(readers(form, "amount")).toEqual(expect.arrayContaining(["share", "total through t"]));
    expect(readers(form, "share")).toEqual([]);
    expect(readers(form, "total")).toEqual(["share"]);
  });

  test("a table read as a whole is read in every column", () => {
    const form = compiled({
      t: tableOf({ a: field("text"), b: field("text") }),
      last: field("computed", { type: "object", "x-value": "last(t)" }),
      many: field("number", { "x-value": "size(t)" }),
    });
    expect(readers(form, "a")).toEqual(["last through t"]);
    expect(readers(form, "t")).toEqual(expect.arrayContaining(["last through t", "many through t", "a", "b"]));
  });

  test("a hidden group hides what is in it, a hidden section its fields", () => {
    const form = compiled(
      { on: field("yes-no"), g: field("group", { "x-show": "on == true", properties: { a: field("text") } }), b: field("text") },
      {
        layout: [
          {
            page: "ห",
            sections: [
              { id: "one", fields: ["on", "g"] },
              { id: "two", show: "on == true", fields: ["b"] },
            ],
          },
        ],
      },
    );
    expect(readers(form, "on")).toEqual(expect.arrayContaining(["g", "section"]));
    expect(readers(form, "g")).toEqual(["a"]);
    expect(form.dependants[form.fields.length + 1]).toEqual([{ node: form.fields.findIndex(({ name }) => name === "b") }]);
  });

  test("each lookup knows its readers", () => {
    const form = compiled(
      { a: field("number", { "x-value": "lookups.n" }), b: field("text", { "x-show": "lookups.n > 1" }), c: field("text") },
      { lookups: { n: { form: "test-form", pick: "count" }, m: { form: "test-form", pick: "count" } } },
    );
    expect(form.lookupDependants).toEqual({ n: [0, 1], m: [] });
  });

  test("a chain of a thousand computed fields compiles", () => {
    const chain = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`f${i}`, i ? field("number", { "x-value": `f${i - 1} + 1` }) : field("number")]));
    const form = compiled(chain);
    expect(order(form, "f0", "f500", "f999")).toEqual([...order(form, "f0", "f500", "f999")].sort((a, b) => a - b));
  });
});

describe("the plain schemas", () => {
  const form = compiled(
    {
      name: field("text", { minLength: 2 }),
      note: field("note"),
      photos: field("photo", { type: "array", minItems: 1 }),
      place: field("group", { properties: { house: field("text"), zip: field("text", { pattern: "^[0-9]{5}$" }) }, required: ["house"] }),
      items: tableOf({ qty: field("integer") }, { minItems: 2 }, ["qty"]),
      total: field("computed", { type: "number", "x-value": "sum(items.map(i, i.qty))" }),
      extra: field("text", { "x-show": "total > 1", "x-require": "true" }),
    },
    { required: ["name", "items"] },
  );

  test("a complete record has all that is required, and nothing that is not in the form", () => {
    expect(publishedSchema(form)).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
      required: ["name", "items"],
      properties: {
        name: { type: "string", minLength: 2, maxLength: 1000 },
        photos: { type: "array", uniqueItems: true, items: { type: "string", pattern: "^[0-9A-Za-z_-]{1,64}$" }, minItems: 1, maxItems: 20 },
        place: {
          type: "object",
          additionalProperties: false,
          required: ["house"],
          properties: { house: { type: "string", maxLength: 1000 }, zip: { type: "string", maxLength: 1000, pattern: "^[0-9]{5}$" } },
        },
        items: {
          type: "array",
          minItems: 2,
          maxItems: 2000,
          items: {
            type: "object",
            additionalProperties: false,
            required: ["$row", "qty"],
            properties: { $row: { type: "string", pattern: "^[0-9A-HJKMNP-TV-Z]{26}$" }, qty: { type: "integer" } },
          },
        },
        total: { type: "number" },
        extra: { type: "string", maxLength: 1000 },
      },
    });
  });

  test("its shape asks for nothing but row ids, and for no least count", () => {
    const shape = JSON.stringify(shapeSchema(form));
    expect(shape.match(/"required":[^\]]*\]/g)).toEqual(['"required":["$row"]']);
    expect(shape).not.toContain("minItems");
    expect(shape).toContain('"minLength":2');
  });
});
