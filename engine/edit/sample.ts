// A form filled as an example: every question that people answer has an answer of its kind, so that a print or a preview shows where what goes.
// Without chance and without a clock: the same form on the same day is filled the same.
import type { CodeRow, FieldSchema, FieldType, FormDefinition } from "../../schemas/types.js";
import { fieldType } from "../definition/field-type.js";
import { kinds } from "../fields/index.js";
import { choices } from "../fields/options.js";
import { rowKey } from "../fields/table.js";
import { addDays } from "../thai/day.js";
import { academicYear, fiscalYear, term } from "../thai/years.js";
import { holderOf } from "./form/tree.js";
import { sampleOfPattern } from "./sample-pattern.js";

export interface SampleFacts {
  /** The day of the example, ISO. */
  today: string;
  codes: Record<string, CodeRow[]>;
}

/** What ids of the example stand for: people, places and files that are nowhere else. */
export const sampleLabels: Readonly<Record<string, string>> = {
  "sample-record": "รายการตัวอย่าง",
  "sample-person": "นายสมชาย ใจดี",
  "sample-organization": "โรงเรียนบ้านหนองบัว",
  "sample-position": "ผู้อำนวยการโรงเรียนบ้านหนองบัว",
  "sample-file": "เอกสารแนบ.pdf",
  "sample-photo": "ภาพถ่าย.jpg",
};

/** What a short text seems to ask for, by its question; the first that fits. */
const texts: [RegExp, string][] = [
  [/(โรงเรียน|สถานศึกษา|ศูนย์พัฒนาเด็กเล็ก|school)/i, "โรงเรียนบ้านหนองบัว"],
  [/(ตำแหน่ง|position)/i, "ครู"],
  [/(สังกัด|หน่วยงาน|ส่วนราชการ|office)/i, "กองการศึกษา"],
  [/(สถานที่|เขียนที่|place)/i, "โรงเรียนบ้านหนองบัว"],
  [/(โครงการ|project)/i, "โครงการทัศนศึกษานอกสถานที่"],
  [/(ทะเบียนรถ)/, "กข 1234 ขอนแก่น"],
  [/^(เรื่อง|subject)/i, "ขอความอนุเคราะห์ใช้สถานที่"],
  [/^(เรียน|ถึง)/, "ผู้อำนวยการกองการศึกษา"],
  [/(ชื่อ|ผู้|name)/i, "นางสาวมาลี ใจดี"],
];
const longText = "ข้อความตัวอย่างสำหรับช่องนี้ เขียนไว้ให้ยาวพอที่จะเห็นว่าข้อความขึ้นบรรทัดใหม่อย่างไรเมื่อแสดงบนหน้าจอหรือพิมพ์ลงกระดาษ";

/** Whatever a form asks for at least, an example is no longer than this: letters of a text, rows of a table. */
const most = { text: 500, rows: 40 };

/** Days of the example follow one another, so that an end is never before its beginning. */
interface Sampler extends SampleFacts {
  days: number;
}

/** An answer for each field of the form that people answer, by name. */
export function sampleAnswers(form: FormDefinition, facts: SampleFacts): Record<string, unknown> {
  return level({ ...facts, days: 0 }, form.schema, 0);
}

/** An answer of a field, whoever gives it; undefined where its kind has none or its choices are not known. */
export function sampleAnswer(schema: FieldSchema, facts: SampleFacts): unknown {
  return answer({ ...facts, days: 0 }, schema, 0);
}

function level(sampler: Sampler, holder: FieldSchema | FormDefinition["schema"], nth: number): Record<string, unknown> {
  const entries = Object.entries(holderOf(holder).properties).flatMap(([name, schema]) => {
    const type = fieldType(schema);
    const value = type && kinds[type].byPeople && schema["x-value"] === undefined ? answer(sampler, schema, nth) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** The `nth` row has other words and choices than the first. */
function answer(sampler: Sampler, schema: FieldSchema, nth: number): unknown {
  const type = fieldType(schema);
  const making = type && makers[type];
  return making?.(schema, sampler, nth);
}

type Maker = (schema: FieldSchema, sampler: Sampler, nth: number) => unknown;

const makers: Record<FieldType, Maker | undefined> = {
  text: (schema, _, nth) => fitting(schema, texts.find(([asks]) => asks.test(titleOf(schema)))?.[1] ?? `ตัวอย่าง${titleOf(schema)}`, nth),
  "long-text": (schema) => fitting(schema, longText, 0),
  integer: (schema, _, nth) => bounded(schema, 12 + nth, 0),
  number: (schema, _, nth) => bounded(schema, 12.5 + nth, schema["x-decimals"] ?? 2),
  money: (schema, _, nth) => bounded(schema, 1250.5 + 500 * nth, 2),
  percent: (schema, _, nth) => bounded({ minimum: 0, maximum: 100, ...schema }, 85 - nth, 0),
  "yes-no": () => true,
  date: (schema, sampler) => (/(เกิด|birth)/i.test(titleOf(schema)) ? addDays(sampler.today, -3_800) : addDays(sampler.today, sampler.days++)),
  time: ({ "x-earliest": least, "x-latest": most }) =>
    [least, most].find((limit, at) => limit !== undefined && (at ? limit < "08:30" : limit > "08:30")) ?? "08:30",
  "academic-year": (schema, { today }) => bounded(schema, academicYear(today), 0),
  "fiscal-year": (schema, { today }) => bounded(schema, fiscalYear(today), 0),
  term: (_, { today }) => term(today),
  select: (schema, sampler, nth) => {
    const ids = openChoices(schema, sampler);
    return ids[nth % ids.length];
  },
  "multi-select": (schema, sampler) => some(openChoices(schema, sampler), schema),
  phone: (_, __, nth) => `081234567${8 - nth}`,
  email: () => "malee@example.go.th",
  "national-id": () => "1234567890121",
  "person-name": (_, __, nth) => (nth % 2 ? { prefix: "นาย", first: "สมชาย", last: "รักเรียน" } : { prefix: "นางสาว", first: "มาลี", last: "ใจดี" }),
  address: () => ({ house: "99/1", moo: "5", road: "มิตรภาพ", subdistrict: "ในเมือง", district: "เมืองขอนแก่น", province: "ขอนแก่น", postcode: "40000" }),
  location: () => ({ lat: 16.4419, lng: 102.836 }),
  reference: () => "sample-record",
  person: () => "sample-person",
  organization: () => "sample-organization",
  position: () => "sample-position",
  file: (schema) => (schema.type === "array" ? ["sample-file"] : "sample-file"),
  photo: (schema) => (schema.type === "array" ? ["sample-photo"] : "sample-photo"),
  table: (schema, sampler) =>
    Array.from({ length: Math.max(Math.min(schema.minItems ?? 0, most.rows), Math.min(2, schema.maxItems ?? 2)) }, (_, at) => ({
      [rowKey]: String(at + 1).padStart(26, "0"),
      ...level(sampler, schema, at),
    })),
  group: (schema, sampler, nth) => {
    const inside = level(sampler, schema, nth);
    return Object.keys(inside).length ? inside : undefined;
  },
  computed: (schema, sampler, nth) => (openChoices(schema, sampler).length ? openChoices(schema, sampler)[0] : outcome(schema, sampler, nth)),
  "running-number": (schema, { today }) => (schema["x-number"]?.pattern ?? "{n}/{year}").replace("{n}", "12").replace("{year}", String(fiscalYear(today))),
  signature: undefined,
  note: undefined,
};

function outcome(schema: FieldSchema, sampler: Sampler, nth: number): unknown {
  if (schema.type === "integer") return makers.integer!(schema, sampler, nth);
  if (schema.type === "number") return bounded(schema, 12.5 + nth, schema["x-decimals"] ?? 2);
  if (schema.type === "boolean") return true;
  if (schema.type === "array" || schema.type === "object") return undefined;
  return schema.format === "date" ? addDays(sampler.today, sampler.days++) : fitting(schema, `ตัวอย่าง${titleOf(schema)}`, nth);
}

const titleOf = ({ title }: FieldSchema): string => title ?? "";

/** Within the lengths of the field, and as its pattern has it. */
function fitting(schema: FieldSchema, words: string, nth: number): string {
  if (schema.pattern !== undefined) return sampleOfPattern(schema.pattern) ?? words;
  const told = nth ? `${words} (${nth + 1})` : words;
  const long = told.padEnd(Math.min(schema.minLength ?? 0, most.text), ` ${told}`);
  return [...long]
    .slice(0, schema.maxLength ?? 10_000)
    .join("")
    .trim();
}

function bounded({ minimum, maximum }: FieldSchema, wanted: number, decimals: number): number {
  const within = Math.min(Math.max(wanted, minimum ?? wanted), maximum ?? Number.MAX_SAFE_INTEGER);
  const step = 10 ** decimals;
  return Math.floor(within * step) / step;
}

function openChoices({ "x-options": options, "x-codes": codes, enum: plain, items }: FieldSchema, { today, codes: lists }: SampleFacts): string[] {
  const own = options ?? (plain ?? items?.enum)?.map((id) => ({ id, title: id }));
  const all = choices({ ...(own ? { options: own } : {}), ...(codes === undefined ? {} : { codes }) }, { today, codes: lists, lookups: {}, labels: {} });
  return (all ?? []).filter(({ open }) => open).map(({ id }) => id);
}

/** The first, or as many as there must be. */
function some(ids: string[], { minItems, maxItems }: FieldSchema): string[] | undefined {
  const chosen = ids.slice(0, Math.max(minItems ?? 0, Math.min(2, maxItems ?? 2)));
  return chosen.length ? chosen : undefined;
}
