// A plain JSON Schema opens as a form: ids, kinds and titles are given where they are not said, and what is there stays.
import { expect, test } from "vitest";
import { checkDefinition } from "../../../engine/definition/check.js";
import { identify } from "../../../engine/definition/identify.js";
import type { FieldSchema, FieldType, FormDefinition } from "../../../schemas/types.js";
import { compiledForm, formOf } from "../../help/forms.js";

const ids = () => {
  let next = 0;
  return () => `01HZX5ABCDEF${String(++next).padStart(14, "0")}`;
};

const kindOf = (schema: FieldSchema): FieldType | undefined => identify(formOf({ a: schema }), ids()).schema.properties.a!["x-field"];

test.each<[FieldSchema, FieldType | undefined]>([
  [{ type: "string" }, "text"],
  [{ type: "string", maxLength: 500 }, "long-text"],
  [{ type: "string", format: "date" }, "date"],
  [{ type: "string", enum: ["x"] }, "select"],
  [{ "x-codes": "list" }, "select"],
  [{ type: "integer" }, "integer"],
  [{ type: "number" }, "number"],
  [{ type: "boolean" }, "yes-no"],
  [{ type: "array", items: { type: "string", enum: ["x"] } }, "multi-select"],
  [{ type: "array", items: { type: "object", properties: { b: { type: "string" } } } }, "table"],
  [{ type: "array", items: { type: "string" } }, undefined],
  [{ type: "object", properties: { b: { type: "string" } } }, "group"],
  [{}, undefined],
  [{ type: "number", "x-field": "money" }, "money"],
])("%j is %s", (schema, type) => expect(kindOf(schema)).toBe(type));

test("a plain schema becomes a form that can be compiled", () => {
  const plain: FormDefinition = formOf({
    name: { type: "string" },
    items: { type: "array", items: { type: "object", required: ["qty"], properties: { qty: { type: "integer" } } } },
    place: { type: "object", properties: { house: { type: "string" } } },
  });
  const form = identify(plain, ids());
  expect(checkDefinition(form)).toEqual([]);
  expect(compiledForm(form).fields.map(({ name, type, id }) => [name, type, id.length])).toEqual([
    ["name", "text", 10],
    ["items", "table", 10],
    ["qty", "integer", 10],
    ["place", "group", 10],
    ["house", "text", 10],
  ]);
});

test("what is there stays, and no id is given twice", () => {
  const form = formOf({ a: { "x-id": "0000000002", "x-field": "text", title: "ก" }, b: { type: "string" }, c: { type: "string" } });
  const { a, b, c } = identify(form, ids()).schema.properties;
  expect(a).toEqual(form.schema.properties.a);
  expect(new Set([a, b, c].map((schema) => schema?.["x-id"])).size).toBe(3);
  expect(identify(identify(form, ids()), ids())).toEqual(identify(form, ids()));
});
