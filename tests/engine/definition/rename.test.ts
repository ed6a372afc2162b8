// Renaming a field keeps everything that speaks of it: expressions, lists, keys, lookups, layout.
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import { renameField, renameInWorkflow } from "../../../engine/definition/rename.js";
import type { FormDefinition } from "../../../schemas/types.js";
import { field, formOf, plainWorkflow, tableOf } from "../../help/forms.js";

const form = formOf(
  {
    qty: field("integer"),
    items: tableOf({ qty: field("integer"), twice: field("integer", { "x-value": "qty * 2" }), both: field("integer", { "x-value": "qty + other" }) }, {}, [
      "qty",
    ]),
    other: field("integer", { "x-value": "qty + 1", "x-check": [{ rule: "qty < 10 && items.all(i, i.qty > qty)", message: "ก" }] }),
    total: field("integer", { "x-value": "sum(items.map(qtys, qtys.qty)) + qty" }),
    place: field("group", { properties: { qty: field("text"), note: field("text", { "x-show": "qty == 'x'" }) } }),
    seen: field("number", { "x-value": "lookups.before" }),
    unit: field("organization"),
  },
  {
    required: ["qty"],
    layout: [
      {
        page: "ห",
        sections: [
          { id: "s", show: "other > 0", fields: ["items", "place"] },
          { id: "t", fields: ["qty", "seen", "unit"] },
        ],
      },
    ],
    lookups: {
      before: { form: "test-form", pick: "sum", field: "qty", by: "other", where: { qty: "$qty", state: "sent" }, before: { qty: "$qty" }, sort: ["qty"] },
    },
    list: { columns: ["qty", "total"], sort: ["qty"], lead: "columns", usual: "-qty" },
    keys: [{ fields: ["$author", "qty"], within: "unit" }],
    reference: { label: "{qty} {total}", fields: ["qty"] },
    access: { read: ["author"], place: "unit" },
    summary: ["qty"],
  },
);

test("the field of the form is renamed wherever it is read, and its namesakes are not", () => {
  const made = renameField(form, ["qty"], "count") as FormDefinition;
  const { properties } = made.schema;
  expect(Object.keys(properties)).toEqual(["count", "items", "other", "total", "place", "seen", "unit"]);
  expect(properties.count?.["x-id"]).toBe(form.schema.properties.qty?.["x-id"]);
  expect(properties.other?.["x-value"]).toBe("count + 1");
  expect(properties.other?.["x-check"]?.[0]?.rule).toBe("count < 10 && items.all(i, i.qty > count)");
  expect(properties.total?.["x-value"]).toBe("sum(items.map(qtys, qtys.qty)) + count");
  expect(properties.items?.items?.properties?.twice?.["x-value"]).toBe("qty * 2");
  expect(properties.place?.properties?.note?.["x-show"]).toBe("qty == 'x'");
  expect(made.schema.required).toEqual(["count"]);
  expect(made.summary).toEqual(["count"]);
  expect((renameField(form, ["unit"], "where") as FormDefinition).access).toEqual({ read: ["author"], place: "where" });
  expect(made.layout?.[0]?.sections[1]?.fields).toEqual(["count", "seen", "unit"]);
  expect(made.lookups?.before).toEqual({
    form: "test-form",
    pick: "sum",
    field: "count",
    by: "other",
    where: { count: "$count", state: "sent" },
    before: { count: "$count" },
    sort: ["count"],
  });
  expect(made.list).toEqual({ columns: ["count", "total"], sort: ["count"], lead: "columns", usual: "-count" });
  expect(made.keys?.[0]?.fields).toEqual(["$author", "count"]);
  expect(made.reference).toEqual({ label: "{count} {total}", fields: ["count"] });
});

test("a column is renamed in its table and wherever the table is read", () => {
  const made = renameField(form, ["items", "qty"], "pieces") as FormDefinition;
  const { items, other, total, qty } = made.schema.properties;
  expect(items?.items?.required).toEqual(["pieces"]);
  expect(items?.items?.properties?.twice?.["x-value"]).toBe("pieces * 2");
  expect(items?.items?.properties?.both?.["x-value"]).toBe("pieces + other");
  expect(other?.["x-check"]?.[0]?.rule).toBe("qty < 10 && items.all(i, i.pieces > qty)");
  expect(total?.["x-value"]).toBe("sum(items.map(qtys, qtys.pieces)) + qty");
  expect(qty).toEqual(form.schema.properties.qty);
});

test("what was right stays right, and there and back again is the same form", () => {
  const made = renameField(form, ["other"], "another") as FormDefinition;
  expect(checkDefinition(made)).toEqual(checkDefinition(form));
  expect(renameField(made, ["another"], "other")).toEqual(form);
});

test.each<[string, string[], string, string]>([
  ["no such field", ["zzz"], "x", "definition.unknown-field"],
  ["a name that is taken", ["qty"], "total", "definition.name-taken"],
  ["no name at all", ["qty"], "1 2", "definition.bad-name"],
  ["a name that a row already has where it is read", ["qty"], "i", "expression.captured"],
])("%s is refused", (_what, from, to, code) => {
  expect(renameField(form, from, to)).toMatchObject([{ code }]);
});

test("the workflow follows: conditions, the person who accepts, where it is signed", () => {
  const workflow = {
    ...plainWorkflow,
    prints: [{ document: "letter", when: "amount > 3" }],
    actions: [
      {
        ...plainWorkflow.actions[0]!,
        when: "amount > 5",
        person: "amount",
        sign: { field: "amount" },
        to: [{ when: "amount > 9 && total.amount > 1", to: "sent" }, { to: "sent" }],
      },
    ],
  };
  expect(renameInWorkflow(workflow, "amount", "sum")).toMatchObject({
    prints: [{ document: "letter", when: "sum > 3" }],
    actions: [{ when: "sum > 5", person: "sum", sign: { field: "sum" }, to: [{ when: "sum > 9 && total.amount > 1" }, {}] }],
  });
});

test("what stands beside the main button, where a record belongs, and the rows a table is given follow the name", () => {
  const place = formOf(
    { school: field("organization"), list: tableOf({ a: field("text") }, { "x-rows": "[{'$row': 'r', 'a': school}]" }) },
    { summary: ["school"], access: { place: "school", create: ["school-staff"] } },
  );
  expect(renameField(place, ["school"], "where")).toMatchObject({
    summary: ["where"],
    access: { place: "where", create: ["school-staff"] },
    schema: { properties: { list: { "x-rows": "[{'$row': 'r', 'a': where}]" } } },
  });
});

describe("examples follow the name", () => {
  const example = {
    id: "one",
    title: "ก",
    today: "2026-11-24",
    lookups: { before: 4, last: { qty: 3, other: 1 }, all: [{ qty: 2 }], elsewhere: { qty: 9 } },
    answers: { qty: 1, items: [{ $row: "r1", qty: 5 }], place: { qty: "x", note: "ย" } },
    expect: {
      problems: [
        { code: "field.required", path: "/qty" },
        { code: "field.required", path: "/items/0/qty" },
        { code: "field.required", path: "/place/qty" },
      ],
      values: { qty: 1, items: [{ qty: 5, twice: 10 }] },
      shown: ["qty", "place"],
      hidden: ["other"],
    },
  };
  const reads = {
    before: form.lookups!.before!,
    last: { form: "test-form", pick: "last" as const, fields: ["qty"] },
    all: { form: "test-form", pick: "rows" as const, fields: ["qty"] },
    elsewhere: { form: "other-form", pick: "last" as const, fields: ["qty"] },
  };
  const of = (path: string[], to: string) => (renameField({ ...form, lookups: reads, examples: [example] }, path, to) as FormDefinition).examples![0]!;

  test("of the form: answers, expectations and records of the same form, and no namesake", () => {
    const { answers, lookups, expect: expected } = of(["qty"], "count");
    expect(answers).toEqual({ count: 1, items: [{ $row: "r1", qty: 5 }], place: { qty: "x", note: "ย" } });
    expect(lookups).toEqual({ before: 4, last: { count: 3, other: 1 }, all: [{ count: 2 }], elsewhere: { qty: 9 } });
    expect(expected).toEqual({
      problems: ["/count", "/items/0/qty", "/place/qty"].map((path) => ({ code: "field.required", path })),
      values: { count: 1, items: [{ qty: 5, twice: 10 }] },
      shown: ["count", "place"],
      hidden: ["other"],
    });
  });

  test("of a table and of a group: in each row, behind the number of a row", () => {
    const inRows = of(["items", "qty"], "count");
    expect(inRows.answers).toMatchObject({ qty: 1, items: [{ $row: "r1", count: 5 }], place: { qty: "x" } });
    expect(inRows.expect).toMatchObject({ problems: [{ path: "/qty" }, { path: "/items/0/count" }, {}], values: { items: [{ count: 5, twice: 10 }] } });
    expect(of(["place", "qty"], "kind").expect.problems![2]).toEqual({ code: "field.required", path: "/place/kind" });
    expect(of(["place", "qty"], "kind").lookups).toEqual(example.lookups);
  });
});
