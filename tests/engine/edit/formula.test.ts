// A calculated field holds what its formula comes to.
import { expect, test } from "vitest";
import { addField } from "../../../engine/edit/form/fields.js";
import { setFormula } from "../../../engine/edit/form/formula.js";
import type { FormDefinition } from "../../../schemas/types.js";

const empty: FormDefinition = {
  kind: "form",
  id: "trip",
  title: "เดินทาง",
  schema: { type: "object", properties: { from: { "x-id": "aaaaaaaaaa", "x-field": "date", type: "string", format: "date" } } },
  layout: [{ page: "หน้า", sections: [{ id: "main", fields: ["from"] }] }],
};
const form = addField(empty, { section: "main", at: 1 }, "computed", "ผล", "bbbbbbbbbb");
const set = (source: string, on = form) => setFormula(on, "bbbbbbbbbb", source).schema.properties.computed!;

test.each([
  ["1 + 2", { type: "number" }],
  ["'ก' + 'ข'", { type: "string" }],
  ["addDays(from, 3)", { type: "string", format: "date" }],
  ["from == today", { type: "boolean" }],
  ["[1, 2]", { type: "array" }],
] as const)("%s", (source, holds) => {
  expect(set(source)).toEqual({ "x-id": "bbbbbbbbbb", "x-field": "computed", title: "ผล", "x-value": source, ...holds });
});

test("one that cannot be read yet is kept and leaves the type", () => {
  const days = setFormula(form, "bbbbbbbbbb", "days(from, today)");
  expect(set("days(from, ", days)).toMatchObject({ type: "number", "x-value": "days(from, " });
  // Back to a text, nothing of the date is left.
  expect(set("'ก'", setFormula(form, "bbbbbbbbbb", "today"))).not.toHaveProperty("format");
});

test("an empty one is taken away, a whole number stays one, and another kind of field keeps its type", () => {
  expect(set("  ", setFormula(form, "bbbbbbbbbb", "1"))).not.toHaveProperty("x-value");
  const whole = {
    ...form,
    schema: { ...form.schema, properties: { ...form.schema.properties, computed: { ...form.schema.properties.computed!, type: "integer" as const } } },
  };
  expect(set("1 + 2", whole)).toMatchObject({ type: "integer" });
  const number = addField(empty, { section: "main", at: 1 }, "integer", "จำนวน", "cccccccccc");
  expect(setFormula(number, "cccccccccc", "'ก'").schema.properties.integer).toMatchObject({ type: "integer", "x-value": "'ก'" });
});
