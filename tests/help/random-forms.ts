// Random forms of all kinds of fields with random rules, and random answers to them, right and wrong: for property tests.
import fc from "fast-check";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { FieldSchema, FieldType, FormDefinition } from "../../schemas/types.js";
import { compiledForm, factsOf, fieldId, formOf, rowId } from "./forms.js";

/** Draws a value; what `fc.gen()` gives, so that a failure shrinks. */
export type Draw = fc.GeneratorValue;

const leaves: FieldType[] = [
  "text",
  "long-text",
  "integer",
  "number",
  "money",
  "percent",
  "yes-no",
  "date",
  "time",
  "academic-year",
  "term",
  "fiscal-year",
  "select",
  "multi-select",
  "phone",
  "email",
  "national-id",
  "person-name",
  "address",
  "location",
  "reference",
  "person",
  "organization",
  "position",
  "file",
  "photo",
  "signature",
  "computed",
  "running-number",
  "note",
];

const pick = <T>(draw: Draw, items: readonly T[]): T => items[draw(fc.nat, items.length - 1)]!;
const chance = (draw: Draw, percent: number): boolean => draw(fc.nat, 99) < percent;

/** Facts with a code list of which one row has ended. */
export const knownFacts = factsOf({
  codes: {
    colours: [
      { id: "red", title: "แดง" },
      { id: "blue", title: "น้ำเงิน" },
      { id: "gone", title: "เลิกใช้", to: "2020-01-01" },
    ],
  },
  lookups: { taken: { value: 3, at: "2026-11-25T00:00:00.000Z" } },
});

interface Seen {
  name: string;
  schema: FieldSchema;
}

interface Making {
  draw: Draw;
  count: number;
}

const numeric = new Set<FieldType>(["integer", "number", "money", "percent"]);

// Conditions over what stands before, so that no circle can come about.
function condition({ draw }: Making, before: readonly Seen[]): string {
  if (before.length === 0) return pick(draw, ["true", "lookups.taken > 2", "author.person == 'p1'"]);
  const { name, schema } = pick(draw, before);
  const type = schema["x-field"]!;
  if (numeric.has(type)) return pick(draw, [`${name} > 3`, `${name} + 1 <= 10`, `round(${name}, 0) == ${name}`]);
  if (type === "yes-no") return pick(draw, [`${name} == true`, `!${name}`]);
  if (type === "date") return `${name} >= '2026-06-01'`;
  if (type === "time") return `${name} < '09:00'`;
  if (type === "address") return `${name}.province == 'ขอนแก่น'`;
  if (type === "location") return `${name}.lat > 16`;
  if (type === "text" || type === "select") return pick(draw, [`${name} == 'red'`, `size(${name}) > 2`]);
  return pick(draw, [`!empty(${name})`, `empty(${name})`, `${name} != null && lookups.taken > 2`]);
}

function amount({ draw }: Making, before: readonly Seen[]): string {
  const sums = before
    .filter(({ schema }) => schema["x-field"] === "table")
    .flatMap(({ name, schema }) => columnsOf(schema).map((column) => `sum(${name}.map(r, r.${column}))`));
  const numbers = before.filter(({ schema }) => numeric.has(schema["x-field"]!)).map(({ name }) => name);
  const all = [...sums, ...numbers, "lookups.taken", "1"];
  return `${pick(draw, all)} ${pick(draw, ["+", "*", "-"])} ${pick(draw, all)}`;
}

const columnsOf = (table: FieldSchema): string[] =>
  Object.entries(table.items?.properties ?? {})
    .filter(([, column]) => numeric.has(column["x-field"]!))
    .map(([name]) => name);

function leaf(making: Making, before: readonly Seen[], type: FieldType): FieldSchema {
  const { draw } = making;
  const some = <T extends object>(more: T): T | object => (chance(draw, 40) ? more : {});
  switch (type) {
    case "text":
      return chance(draw, 20) ? { pattern: "^[a-zก-ฮ]+$" } : { ...some({ minLength: 2 }), ...some({ maxLength: 6 }), ...some({ "x-default": "author.name" }) };
    case "integer":
    case "number":
    case "money":
      if (chance(draw, 30)) return { "x-value": type === "integer" ? `floor(${amount(making, before)})` : amount(making, before), ...some({ maximum: 50 }) };
      return { ...some({ minimum: 1 }), ...some({ maximum: 12 }), ...(type === "number" ? some({ "x-decimals": 1 }) : {}) };
    case "percent":
      if (chance(draw, 20)) return { "x-value": amount(making, before) };
      return { ...some({ minimum: 5 }), ...some({ maximum: 50 }), ...some({ "x-decimals": 1 }) };
    case "time":
      return { ...some({ "x-earliest": "08:00" }), ...some({ "x-latest": "16:30" }), ...some({ default: "08:30" }) };
    case "national-id":
      return { ...some({ "x-g-code": false }), ...some({ "x-checksum": "warn" as const }) };
    case "select":
      return choices(draw);
    case "multi-select":
      return { type: "array", ...choices(draw), ...some({ minItems: 2 }), ...some({ maxItems: 2 }) };
    case "file":
    case "photo":
      return chance(draw, 50) ? { type: "array", items: { type: "string" }, ...some({ minItems: 1 }), ...some({ maxItems: 2 }) } : {};
    case "reference":
      return { "x-form": "other" };
    case "running-number":
      return { "x-number": { series: "s", period: "ever", pattern: "{n}" } };
    case "computed":
      return pick<FieldSchema>(draw, [
        { type: "number", "x-value": amount(making, before), "x-decimals": 2 },
        { type: "string", "x-value": "author.name" },
        { type: "boolean", "x-value": condition(making, before) },
        { type: "array", "x-value": "[1, 2]" },
      ]);
    default:
      return {};
  }
}

function choices(draw: Draw): FieldSchema {
  if (chance(draw, 40)) return { "x-codes": "colours" };
  return {
    "x-options": [
      { id: "red", title: "แดง" },
      { id: "blue", title: "น้ำเงิน" },
      { id: "gone", title: "เลิก", retired: true },
    ],
  };
}

function fields(making: Making, outer: readonly Seen[], level: number, inTable: boolean): { properties: Record<string, FieldSchema>; required: string[] } {
  const { draw } = making;
  const properties: Record<string, FieldSchema> = {};
  const required: string[] = [];
  const own: Seen[] = [];
  for (let left = 1 + draw(fc.nat, level === 0 ? 9 : 3); left > 0; left--) {
    const number = making.count++;
    const name = `f${number}`;
    const holder = level < 2 && chance(draw, 25);
    const type: FieldType = !holder ? pick(draw, leaves) : inTable || chance(draw, 50) ? "group" : "table";
    const before = [...own, ...outer].filter(({ schema }) => schema["x-field"] !== "note");
    const schema: FieldSchema = {
      "x-id": fieldId(number),
      "x-field": type,
      title: `ช่อง ${number}`,
      "x-hidden": pick(draw, ["retire", "keep", "clear"] as const),
    };
    if (type === "note") delete schema["x-hidden"];
    if (type === "group" || type === "table") {
      const inside = fields(making, before, level + 1, inTable || type === "table");
      const shape = { properties: inside.properties, ...(inside.required.length ? { required: inside.required } : {}) };
      if (type === "group") Object.assign(schema, { type: "object", ...shape });
      else
        Object.assign(schema, {
          type: "array",
          items: { type: "object", ...shape },
          ...(chance(draw, 40) ? { minItems: 2 } : {}),
          maxItems: chance(draw, 40) ? 2 : 30,
        });
    } else Object.assign(schema, leaf(making, before, type));
    if (chance(draw, 30)) schema["x-show"] = condition(making, before);
    const answerable = !["note", "signature", "running-number"].includes(type);
    if (answerable && chance(draw, 25)) schema["x-require"] = condition(making, before);
    if (answerable && !schema["x-show"] && chance(draw, 30)) required.push(name);
    if (answerable && chance(draw, 20))
      schema["x-check"] = [{ rule: condition(making, before), message: "ไม่ผ่าน", level: pick(draw, ["refuse", "warn"] as const) }];
    properties[name] = schema;
    own.push({ name, schema });
  }
  return { properties, required };
}

/** A random form: up to ten fields and what stands in them. */
export function randomForm(draw: Draw): { definition: FormDefinition; form: CompiledForm } {
  const making: Making = { draw, count: 0 };
  const { properties, required } = fields(making, [], 0, false);
  const definition = formOf(properties, { required, lookups: { taken: { form: "test-form", pick: "count" } } });
  return { definition, form: compiledForm(definition) };
}

const names = ["ก", "มาลี", "red", "  ใจ  ดี ", "abc"];

/** An answer to a field; `wrong` in a hundred are nonsense. */
export function randomAnswer(draw: Draw, schema: FieldSchema, wrong: number): unknown {
  if (chance(draw, wrong)) return draw(fc.jsonValue, { maxDepth: 2 });
  switch (schema["x-field"]) {
    case "text":
    case "long-text":
      return pick(draw, names);
    case "integer":
      return draw(fc.nat, 15);
    case "number":
    case "money":
      return draw(fc.nat, 1500) / pick(draw, [1, 10, 100]);
    case "percent":
      return draw(fc.nat, 1100) / 10;
    case "time":
      return pick(draw, ["0845", "8.45 น.", "๑๖:๓๐", "23:59", "24:00"]);
    case "email":
      return pick(draw, [" Somsri.J@Example.GO.TH ", "a+b@mail.example.com", "a@b", "x@y.co"]);
    case "national-id":
      return pick(draw, ["1-1017-00000-00-1", "๓๑๐๐๖๐๐๑๒๓๔๕๐", "1101700000002", "g64 4200000001", "0000000000001"]);
    case "address":
      return pick<unknown>(draw, [
        { house: "99/1", moo: "หมู่ที่ 5", subdistrict: "ตำบลในเมือง", district: "อ.เมืองขอนแก่น", province: "ขอนแก่น", postcode: "๔๐๐๐๐" },
        { house: " ", province: "กทม.", postcode: "102" },
        { road: "ถนน", soi: "ตรอกจันทร์" },
      ]);
    case "location":
      return pick<unknown>(draw, [
        { lat: 16.44191234567, lng: 102.836, accuracy: 12.4 },
        "16.4419, 102.8360",
        { lat: 102.8, lng: 16.4 },
        { lat: -0, lng: 180 },
      ]);
    case "yes-no":
      return draw(fc.boolean);
    case "date":
      return pick(draw, ["2026-01-31", "2026-11-25", "2028-02-29"]);
    case "academic-year":
    case "fiscal-year":
      return pick(draw, [2569, 2570]);
    case "term":
      return pick(draw, ["2569/1", "2569/3"]);
    case "select":
      return pick(draw, ["red", "blue"]);
    case "multi-select":
      return pick(draw, [["red"], ["blue", "red"], []]);
    case "phone":
      return pick(draw, ["081-234-5678", "0531234567", "053123456", "๐๘๑๒๓๔๕๖๗๘"]);
    case "person-name":
      return pick<unknown>(draw, [
        { first: "มาลี", last: "ใจดี" },
        { prefix: "นาง", first: " มาลี ", last: "-" },
      ]);
    case "reference":
    case "person":
    case "organization":
    case "position":
      return pick(draw, ["p1", "o_2"]);
    case "file":
    case "photo":
      return schema.type === "array" ? pick(draw, [["a"], ["a", "b"]]) : "a";
    case "signature":
      return { signature: "s1", name: "มาลี", at: "2026-11-25T01:02:03.000Z" };
    case "running-number":
      return "12/2569";
    case "group":
      return randomAnswers(draw, schema.properties ?? {}, wrong);
    case "table":
      return Array.from({ length: draw(fc.nat, 3) }, (_, at) => ({ $row: rowId(at), ...randomAnswers(draw, schema.items?.properties ?? {}, wrong) }));
    default:
      return undefined;
  }
}

/** Answers to some of the fields. */
export function randomAnswers(draw: Draw, properties: Record<string, FieldSchema>, wrong: number): Record<string, unknown> {
  const given = Object.entries(properties).filter(() => chance(draw, 85));
  return Object.fromEntries(given.map(([name, schema]) => [name, randomAnswer(draw, schema, wrong)]).filter(([, value]) => value !== undefined));
}
