// What a schema complains of, in words for people: by keyword, with the limit it names. A keyword without words is named itself.
import type { Text } from "../../schemas/types.js";

type Words = Exclude<Text, string>;
type Params = Record<string, unknown>;

const types: Record<string, Words> = {
  string: { th: "ข้อความ", en: "text" },
  number: { th: "ตัวเลข", en: "a number" },
  integer: { th: "จำนวนเต็ม", en: "a whole number" },
  boolean: { th: "true หรือ false", en: "true or false" },
  array: { th: "รายการ", en: "a list" },
  object: { th: "ชุดข้อมูล", en: "an object" },
  null: { th: "ค่าว่าง (null)", en: "null" },
};
const formats: Record<string, Words> = {
  date: { th: "วันที่แบบ 2026-11-24", en: "a date such as 2026-11-24" },
  "date-time": { th: "วันและเวลาแบบ 2026-11-24T09:00:00Z", en: "a date and time such as 2026-11-24T09:00:00Z" },
};

const said = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 80);
const list = (values: unknown): string => (Array.isArray(values) ? values.slice(0, 12).map(said).join(", ") : said(values));
const limit = (th: (n: string) => string, en: (n: string) => string) => (params: Params) => ({ th: th(said(params.limit)), en: en(said(params.limit)) });
const always = (th: string, en: string) => () => ({ th, en });

const words: Record<string, (params: Params) => Words> = {
  type: ({ type }) => {
    const names = [type].flat().map((one) => (Object.hasOwn(types, String(one)) ? types[String(one)]! : { th: said(one), en: said(one) }));
    return { th: `ต้องเป็น${names.map(({ th }) => th).join("หรือ")}`, en: `must be ${names.map(({ en }) => en).join(" or ")}` };
  },
  required: always("ต้องมีข้อมูลนี้", "must be there"),
  additionalProperties: always("ไม่มีข้อมูลชื่อนี้", "is not known here"),
  unevaluatedProperties: always("ไม่มีข้อมูลชื่อนี้", "is not known here"),
  propertyNames: ({ propertyName }) => ({ th: `ใช้ชื่อ ${said(propertyName)} ไม่ได้`, en: `has the name ${said(propertyName)}, which cannot be used` }),
  minLength: limit(
    (n) => `ต้องยาวอย่างน้อย ${n} ตัวอักษร`,
    (n) => `needs at least ${n} characters`,
  ),
  maxLength: limit(
    (n) => `ยาวเกิน ${n} ตัวอักษร`,
    (n) => `is longer than ${n} characters`,
  ),
  minItems: limit(
    (n) => `ต้องมีอย่างน้อย ${n} รายการ`,
    (n) => `needs at least ${n} items`,
  ),
  maxItems: limit(
    (n) => `มีเกิน ${n} รายการ`,
    (n) => `has more than ${n} items`,
  ),
  minProperties: limit(
    (n) => `ต้องมีข้อมูลอย่างน้อย ${n} อย่าง`,
    (n) => `needs at least ${n} members`,
  ),
  maxProperties: limit(
    (n) => `มีข้อมูลเกิน ${n} อย่าง`,
    (n) => `has more than ${n} members`,
  ),
  minimum: limit(
    (n) => `ต้องไม่น้อยกว่า ${n}`,
    (n) => `must be at least ${n}`,
  ),
  maximum: limit(
    (n) => `ต้องไม่เกิน ${n}`,
    (n) => `must be at most ${n}`,
  ),
  exclusiveMinimum: limit(
    (n) => `ต้องมากกว่า ${n}`,
    (n) => `must be more than ${n}`,
  ),
  exclusiveMaximum: limit(
    (n) => `ต้องน้อยกว่า ${n}`,
    (n) => `must be less than ${n}`,
  ),
  multipleOf: ({ multipleOf }) => ({ th: `ต้องหารด้วย ${said(multipleOf)} ลงตัว`, en: `must be a multiple of ${said(multipleOf)}` }),
  uniqueItems: always("มีรายการซ้ำกัน", "has the same item twice"),
  enum: ({ allowedValues }) => ({ th: `ต้องเป็นอย่างใดอย่างหนึ่งใน ${list(allowedValues)}`, en: `must be one of ${list(allowedValues)}` }),
  const: ({ allowedValue }) => ({ th: `ต้องเป็น ${said(allowedValue)}`, en: `must be ${said(allowedValue)}` }),
  pattern: always("มีรูปแบบไม่ถูกต้อง", "is not written as it should be"),
  format: ({ format }) => {
    const known = Object.hasOwn(formats, String(format)) ? formats[String(format)]! : { th: `แบบ ${said(format)}`, en: `a ${said(format)}` };
    return { th: `ต้องเป็น${known.th}`, en: `must be ${known.en}` };
  },
  anyOf: always("ไม่ตรงกับแบบใดที่รับได้", "is none of the kinds accepted here"),
  oneOf: always("ไม่ตรงกับแบบใดที่รับได้แบบเดียว", "is not exactly one of the kinds accepted here"),
  not: always("เป็นค่าที่ใช้ไม่ได้", "is something that cannot be used"),
  dependentRequired: ({ missingProperty }) => ({ th: `ต้องมี ${said(missingProperty)} ด้วย`, en: `needs ${said(missingProperty)} as well` }),
};

/** One complaint, without its place. */
export function complaintWords(keyword: string, params: Params = {}): Words {
  if (Object.hasOwn(words, keyword)) return words[keyword]!(params);
  return { th: `ไม่ตรงตามที่กำหนด (${keyword})`, en: `does not fit (${keyword})` };
}
