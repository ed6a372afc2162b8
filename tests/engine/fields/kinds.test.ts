// Every kind of field by its answers: what is right, what is told about what is wrong, how it is kept, read and sorted.
import { describe, expect, test } from "vitest";
import { optionsOf } from "../../../engine/definition/options-of.js";
import { cleaned, kinds } from "../../../engine/fields/index.js";
import type { FieldSchema, FieldType } from "../../../schemas/types.js";
import { factsOf, rowId } from "../../help/forms.js";

const facts = factsOf({
  codes: {
    colours: [
      { id: "red", title: { th: "แดง", en: "Red" } },
      { id: "old", title: "เก่า", to: "2026-01-01" },
      { id: "soon", title: "ใหม่", from: "2027-01-01" },
      { id: "twice", title: "เดิม", to: "2026-01-01" },
      { id: "twice", title: "ปัจจุบัน", from: "2026-01-02" },
    ],
  },
  labels: { p1: "มาลี ใจดี", f1: "ใบรับรอง.pdf" },
});
const options: FieldSchema = {
  "x-options": [
    { id: "a", title: { th: "หนึ่ง", en: "One" } },
    { id: "b", title: "สอง" },
    { id: "z", title: "เลิก", retired: true },
  ],
};
const signed = { signature: "s1", name: "มาลี ใจดี", at: "2026-11-24T00:52:00.000Z" };

const told = (type: FieldType, schema: FieldSchema, value: unknown, more: { before?: unknown; facts?: typeof facts } = {}) =>
  kinds[type].validate(
    cleaned(type, value, optionsOf(type, schema)),
    { title: "ช่อง", options: optionsOf(type, schema), path: "/x", before: more.before },
    more.facts ?? facts,
  );

type Row = [type: FieldType, schema: FieldSchema, value: unknown, codes: string];

const rows: Row[] = [
  ["text", {}, "สวัสดี", ""],
  ["text", {}, 5, "field.type /x"],
  ["text", { maxLength: 3 }, "กขคง", "field.too-long /x"],
  ["text", { maxLength: 2 }, "👍👍", ""],
  ["text", { minLength: 3 }, " กข ", "field.too-short /x"],
  ["text", {}, "ก".repeat(1001), "field.too-long /x"],
  ["text", { pattern: "^[0-9]{5}$" }, "12345", ""],
  ["text", { pattern: "^[0-9]{5}$" }, "1234", "field.pattern /x"],
  ["text", {}, "a\u0000b", "field.control-character /x"],
  ["long-text", {}, "บรรทัด\r\nสอง", ""],
  ["long-text", {}, "ก".repeat(20_001), "field.too-long /x"],
  ["integer", {}, 7, ""],
  ["integer", {}, 7.5, "field.whole-number /x"],
  ["integer", {}, "7", "field.type /x"],
  ["integer", {}, Number.NaN, "field.type /x"],
  ["integer", { minimum: 1, maximum: 9 }, 0, "field.too-small /x"],
  ["integer", { minimum: 1, maximum: 9 }, 10, "field.too-big /x"],
  ["integer", {}, 1e15, "field.too-big /x"],
  ["number", {}, 1.25, ""],
  ["number", { "x-decimals": 1 }, 1.25, "field.decimals /x"],
  ["number", {}, Number.POSITIVE_INFINITY, "field.type /x"],
  ["money", {}, 0.07, ""],
  ["money", {}, 1.005, "field.satang /x"],
  ["money", {}, 9_999_999_999_999.99, ""],
  ["money", { minimum: 100 }, 99.99, "field.too-small /x"],
  ["yes-no", {}, false, ""],
  ["yes-no", {}, "yes", "field.type /x"],
  ["date", {}, "2028-02-29", ""],
  ["date", {}, "2026-02-29", "field.date /x"],
  ["date", {}, "25/11/2569", "field.date /x"],
  ["time", {}, "0845", ""],
  ["time", {}, "8.45 น.", ""],
  ["time", {}, "๐๘:๔๕", ""],
  ["time", {}, "24:00", "field.time /x"],
  ["time", {}, "8:5", "field.time /x"],
  ["time", {}, 845, "field.time /x"],
  ["time", { "x-earliest": "08:00", "x-latest": "16:30" }, "7.59", "field.time-early /x"],
  ["time", { "x-earliest": "08:00", "x-latest": "16:30" }, "16:31", "field.time-late /x"],
  ["time", { "x-earliest": "08:00", "x-latest": "16:30" }, "16:30", ""],
  ["percent", {}, 12.5, ""],
  ["percent", {}, 100.1, "field.too-big /x"],
  ["percent", {}, -0.1, "field.too-small /x"],
  ["percent", { maximum: 150 }, 120, ""],
  ["percent", { minimum: -5 }, -5, ""],
  ["percent", { "x-decimals": 1 }, 12.25, "field.decimals /x"],
  ["percent", {}, "12", "field.type /x"],
  ["email", {}, "somsri@example.go.th", ""],
  ["email", {}, " Somsri@Example.GO.TH ", ""],
  ["email", {}, "a.b+c@x-y.co", ""],
  ["email", {}, "o'neil@example.com", ""],
  ["email", {}, "somsri", "field.email-at /x"],
  ["email", {}, "a@b@c.com", "field.email-at /x"],
  ["email", {}, "@example.com", "field.email-at /x"],
  ["email", {}, "สมศรี@example.com", "field.email-stray /x"],
  ["email", {}, "som sri@example.com", "field.email-stray /x"],
  ["email", {}, "som..sri@example.com", "field.email-name /x"],
  ["email", {}, `${"a".repeat(65)}@example.com`, "field.email-name /x"],
  ["email", {}, "somsri@example", "field.email-domain /x"],
  ["email", {}, "somsri@-example.com", "field.email-domain /x"],
  ["email", {}, "somsri@192.168.1.1", "field.email-domain /x"],
  ["email", {}, `a@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(60)}.${"f".repeat(20)}.com`, "field.too-long /x"],
  ["email", {}, 5, "field.type /x"],
  // The numbers that the ministry's own papers are tried with.
  ["national-id", {}, "1101700000001", ""],
  ["national-id", {}, "3100600123450", ""],
  ["national-id", {}, "5123400000019", ""],
  ["national-id", {}, "6999900000006", ""],
  ["national-id", {}, "1101700000002", "field.national-id-checksum /x"],
  ["national-id", { "x-checksum": "warn" }, "1101700000002", "field.national-id-checksum /x"],
  ["national-id", {}, "0000000000001", "field.national-id-zeros /x"],
  ["national-id", { "x-checksum": "warn" }, "0000000000001", "field.national-id-zeros /x"],
  ["national-id", {}, "1-1017-00000-00-1", ""],
  ["national-id", {}, "๑ ๑๐๑๗ ๐๐๐๐๐ ๐๐ ๑", ""],
  ["national-id", {}, "110170000000", "field.national-id-digits /x"],
  ["national-id", {}, "110170000000x", "field.national-id-stray /x"],
  ["national-id", {}, "G644200000001", ""],
  ["national-id", {}, "g64-42-00000001", ""],
  ["national-id", {}, "G64420000001", "field.g-code-digits /x"],
  ["national-id", {}, "G000000000000", "field.national-id-zeros /x"],
  ["national-id", { "x-g-code": false }, "G644200000001", "field.g-code-not-taken /x"],
  ["national-id", {}, 1101700000001, "field.type /x"],
  ["address", {}, { house: "99/1", moo: "5", subdistrict: "ในเมือง", district: "เมืองขอนแก่น", province: "ขอนแก่น", postcode: "40000" }, ""],
  ["address", {}, { subdistrict: "ตำบลที่ไม่มีในรายการ", postcode: "๔๐๐๐๐" }, ""],
  ["address", {}, { postcode: "4000" }, "field.postcode /x/postcode"],
  ["address", {}, { road: "ก".repeat(101), postcode: "x" }, "field.too-long /x/road,field.postcode /x/postcode"],
  ["address", {}, { house: 99 }, "field.type /x/house"],
  ["address", {}, { country: "ไทย" }, "field.type /x"],
  ["address", {}, "99/1 ขอนแก่น", "field.type /x"],
  ["location", {}, { lat: 16.4419, lng: 102.836 }, ""],
  ["location", {}, { lat: 16.4419, lng: 102.836, accuracy: 12 }, ""],
  ["location", {}, "๑๖.๔๔๑๙, 102.8360", ""],
  ["location", {}, "(16.4419° N 102.8360° E)", ""],
  ["location", {}, { lat: 102.836, lng: 16.4419 }, "field.latitude /x/lat"],
  ["location", {}, { lat: 16.4419, lng: -180.5 }, "field.longitude /x/lng"],
  ["location", {}, { lat: 16.4419 }, "field.location /x"],
  ["location", {}, { lat: 16, lng: 102, place: "วัด" }, "field.location /x"],
  ["location", {}, { lat: 16, lng: 102, accuracy: -1 }, "field.location /x"],
  ["location", {}, "ข้างวัด", "field.location /x"],
  ["academic-year", {}, 2569, ""],
  ["academic-year", {}, 2026, "field.year-era /x"],
  ["academic-year", {}, 69, "field.year /x"],
  ["fiscal-year", { minimum: 2560, maximum: 2570 }, 2571, "field.year /x"],
  ["fiscal-year", {}, "2569", "field.year /x"],
  ["fiscal-year", {}, 2570, ""],
  ["term", {}, "2569/3", ""],
  ["term", {}, "2569/4", "field.term /x"],
  ["term", {}, "2026/1", "field.term /x"],
  ["select", options, "a", ""],
  ["select", options, "c", "field.option /x"],
  ["select", options, "z", "field.option-retired /x"],
  ["select", options, 1, "field.choice-unreadable /x"],
  ["select", { enum: ["x"] }, "x", ""],
  ["select", { "x-codes": "colours" }, "red", ""],
  ["select", { "x-codes": "colours" }, "old", "field.option-retired /x"],
  ["select", { "x-codes": "colours" }, "soon", "field.option-retired /x"],
  ["select", { "x-codes": "colours" }, "twice", ""],
  ["select", { "x-codes": "colours" }, "pink", "field.option /x"],
  ["select", { "x-codes": "sizes" }, "s", "field.codes-missing /x"],
  ["multi-select", options, ["a", "b"], ""],
  ["multi-select", options, ["a", "a"], "field.option-twice /x"],
  ["multi-select", options, ["a", "z"], "field.option-retired /x"],
  ["multi-select", options, "a", "field.type /x"],
  ["multi-select", { ...options, maxItems: 1 }, ["a", "b"], "field.too-many /x"],
  ["multi-select", { ...options, minItems: 2 }, ["a"], "field.too-few /x"],
  ["phone", {}, "0812345678", ""],
  ["phone", {}, "+66 81 234 5678", ""],
  ["phone", {}, "๐๕๓-๑๒๓๔๕๖", ""],
  ["phone", {}, "081234567", "field.phone-mobile /x"],
  ["phone", {}, "0531234567", "field.phone-landline /x"],
  ["phone", {}, "0112345678", "field.phone-start /x"],
  ["phone", {}, "1234", "field.phone-start /x"],
  ["phone", {}, "08-1234-567x", "field.phone-digits /x"],
  ["phone", {}, 812345678, "field.type /x"],
  ["person-name", {}, { prefix: "นาง", first: "มาลี", last: "ใจดี" }, ""],
  ["person-name", {}, { first: "มาลี" }, "field.last-name /x/last"],
  ["person-name", {}, { first: " ", last: "ใจดี" }, "field.first-name /x/first"],
  ["person-name", {}, { first: "ก".repeat(101), last: "-" }, "field.too-long /x/first"],
  ["person-name", {}, { first: "ก", last: "ข", middle: "ค" }, "field.type /x"],
  ["person-name", {}, "มาลี", "field.type /x"],
  ["reference", { "x-form": "f" }, "01HZX0", ""],
  ["reference", { "x-form": "f" }, { id: 1 }, "field.choice-unreadable /x"],
  ["person", {}, "p1", ""],
  ["person", {}, "../etc", "field.choice-unreadable /x"],
  ["organization", {}, "o1", ""],
  ["organization", {}, 1, "field.choice-unreadable /x"],
  ["position", {}, "pos-1", ""],
  ["position", {}, ["pos-1"], "field.choice-unreadable /x"],
  ["file", {}, "f1", ""],
  ["file", {}, ["f1"], "field.file-unreadable /x"],
  ["file", { type: "array", maxItems: 1 }, ["f1", "f2"], "field.too-many /x"],
  ["photo", {}, "f1", ""],
  ["photo", { type: "array" }, ["f1", "f1"], "field.file-twice /x"],
  ["photo", { type: "array" }, Array.from({ length: 21 }, (_, i) => `f${i}`), "field.too-many /x"],
  ["photo", { type: "array" }, "f1", "field.file-unreadable /x"],
  ["signature", {}, signed, ""],
  ["signature", {}, { ...signed, position: { th: "ครู" }, image: "i1", acting: { kind: "on-behalf" } }, ""],
  ["signature", {}, { name: "มาลี" }, "field.signature /x"],
  ["signature", {}, { ...signed, extra: 1 }, "field.signature /x"],
  ["signature", {}, { ...signed, at: "เมื่อวาน" }, "field.signature /x"],
  ["table", {}, [{ $row: rowId(1) }, { $row: rowId(2) }], ""],
  ["table", {}, [{ $row: "1" }], "field.row-id /x/0"],
  ["table", {}, [{ $row: rowId(1) }, null], "field.row-id /x/1"],
  ["table", {}, [{ $row: rowId(1) }, { $row: rowId(1) }], "field.row-twice /x/1"],
  ["table", { minItems: 2 }, [{ $row: rowId(1) }], "field.too-few /x"],
  ["table", { maxItems: 1 }, [{ $row: rowId(1) }, { $row: rowId(2) }], "field.too-many /x"],
  ["table", {}, { a: 1 }, "field.type /x"],
  ["table", { "x-value": "codes('c')" }, [{ $row: "sick" }], ""],
  ["group", {}, { a: 1 }, ""],
  ["group", {}, [1], "field.type /x"],
  ["computed", { type: "number" }, 1.5, ""],
  ["computed", { type: "integer" }, 1.5, "field.type /x"],
  ["computed", { type: "number", "x-decimals": 1 }, 1.25, "field.decimals /x"],
  ["computed", { type: "boolean" }, true, ""],
  ["computed", { type: "array" }, {}, "field.type /x"],
  ["computed", { type: "object" }, {}, ""],
  ["computed", {}, "ก", ""],
  ["running-number", {}, "12/2569", ""],
  ["running-number", {}, 12, "field.type /x"],
  ["note", {}, "ก", "field.not-in-form /x"],
];

describe("an answer is right, or told what is wrong", () => {
  test.each(rows)("%s %j: %j → %s", (type, schema, value, expected) => {
    expect(
      told(type, schema, value)
        .map(({ code, path }) => `${code} ${path}`)
        .join(),
    ).toBe(expected);
  });

  test("every kind has a right answer and a wrong one here", () => {
    const lacking = Object.keys(kinds).filter(
      (type) =>
        !rows.some(([one, , , code]) => one === type && code !== "") || (type !== "note" && !rows.some(([one, , , code]) => one === type && code === "")),
    );
    expect(lacking).toEqual([]);
  });
});

describe("the sentence is one an officer would write", () => {
  test.each<[FieldType, FieldSchema, unknown, string]>([
    ["phone", {}, "081234567", "เบอร์มือถือต้องมี 10 หลัก ที่พิมพ์ไว้มี 9 หลัก"],
    ["phone", {}, "0531234567", "เบอร์บ้านหรือสำนักงานต้องมี 9 หลัก ที่พิมพ์ไว้มี 10 หลัก"],
    ["fiscal-year", {}, 2026, "ช่อง “ช่อง” ต้องเป็นปี พ.ศ. ที่กรอกไว้คือ 2026 ถ้าหมายถึง ค.ศ. 2026 ให้กรอก 2569"],
    ["money", { maximum: 5000 }, 12500, "ช่อง “ช่อง” ต้องไม่เกิน 5,000.00 ที่กรอกไว้คือ 12,500.00"],
    ["select", options, "z", "“เลิก” เลิกใช้แล้วใน “ช่อง” เลือกใหม่จากรายการ"],
    ["table", { minItems: 2 }, [{ $row: rowId(1) }], "ช่อง “ช่อง” ต้องมีอย่างน้อย 2 แถว ตอนนี้มี 1 แถว"],
    ["time", { "x-earliest": "08:00" }, "7.30", "ช่อง “ช่อง” ต้องไม่ก่อน 08:00 น. ที่กรอกไว้คือ 07:30 น."],
    ["national-id", {}, "110170000000", "เลขประจำตัวประชาชนต้องมี 13 หลัก ที่พิมพ์ไว้มี 12 หลัก"],
    ["email", {}, "สมศรี@example.com", "อีเมลใช้ตัวอักษรอังกฤษ ตัวเลข และเครื่องหมายที่ไม่เว้นวรรค ที่พิมพ์ไว้มี “ส” ปนอยู่"],
    ["percent", {}, 120, "ช่อง “ช่อง” ต้องไม่เกิน 100 ที่กรอกไว้คือ 120"],
  ])("%s %j %j", (type, schema, value, sentence) => expect(told(type, schema, value)[0]?.title.th).toBe(sentence));
});

test("an id whose check digit does not fit stands where the form only warns of it", () => {
  expect(told("national-id", { "x-checksum": "warn" }, "1101700000002")).toMatchObject([{ level: "warn" }]);
  expect(told("national-id", {}, "1101700000002")[0]).not.toHaveProperty("level");
});

describe("a sensitive answer that may be told apart shows its last four", () => {
  test.each([
    ["1101700001234", "x-xxxx-xxxx1-23-4"],
    ["G644200001234", "Gxxxxxxxx1234"],
    ["110170000000", ""],
    [5, ""],
  ])("%j → %j", (value, masked) => expect(kinds["national-id"].mask!(value)).toBe(masked));
});

describe("an option that was retired since", () => {
  test("may stay where the record has it", () => {
    expect(told("select", options, "z", { before: "z" })).toEqual([]);
    expect(told("select", { "x-codes": "colours" }, "old", { before: "old" })).toEqual([]);
    expect(told("multi-select", options, ["a", "z"], { before: ["z"] })).toEqual([]);
  });

  test("may not come in anew", () => {
    expect(told("select", options, "z", { before: "a" })).toMatchObject([{ code: "field.option-retired" }]);
    expect(told("multi-select", options, ["z"], { before: ["a"] })).toMatchObject([{ code: "field.option-retired" }]);
  });

  test("on a device that lacks the list, nothing is refused", () => {
    expect(told("select", { "x-codes": "sizes" }, "s", { facts: { ...facts, partial: true } })).toEqual([]);
  });
});

describe("an answer is kept clean", () => {
  test.each<[FieldType, unknown, unknown]>([
    ["text", "  นํ้า\n เย็น ", "น้ำ เย็น"],
    ["text", "   ", ""],
    ["text", "a\ud800b", "a\ufffdb"],
    ["text", 5, 5],
    ["long-text", " ก\r\nข  ", "ก\nข"],
    ["phone", "081-234 5678", "0812345678"],
    ["phone", "+66812345678", "0812345678"],
    ["person-name", { prefix: "", first: " มาลี  ", last: "ใจดี" }, { first: "มาลี", last: "ใจดี" }],
    ["person-name", { prefix: " ", first: "", last: "" }, null],
    ["person-name", "มาลี", "มาลี"],
    ["time", "845", "08:45"],
    ["time", "8 น.", "08:00"],
    ["time", "๑๖.๓๐ น.", "16:30"],
    ["time", "เช้า", "เช้า"],
    ["email", " Som.Sri@Example.GO.TH", "Som.Sri@example.go.th"],
    ["national-id", "1-1017-00000-00-1", "1101700000001"],
    ["national-id", "g 64 4200000001", "G644200000001"],
    [
      "address",
      { moo: "หมู่ที่ 5", road: "ถ.มิตรภาพ", subdistrict: "ต.ในเมือง", district: "อำเภอ เมือง", province: "จ.ขอนแก่น" },
      { moo: "5", road: "มิตรภาพ", subdistrict: "ในเมือง", district: "เมือง", province: "ขอนแก่น" },
    ],
    ["address", { house: "", province: "กทม." }, { province: "กรุงเทพมหานคร" }],
    ["address", { subdistrict: "ตำบล", house: " " }, null],
    ["location", "16.4419,102.8360", { lat: 16.4419, lng: 102.836 }],
    ["location", { lat: 16.441912345678, lng: 102.836, accuracy: 11.7 }, { lat: 16.4419123, lng: 102.836, accuracy: 12 }],
  ])("%s %j → %j", (type, value, kept) => expect(cleaned(type, value, {})).toEqual(kept));
});

describe("an answer is read as people write it", () => {
  test.each<[FieldType, FieldSchema, unknown, th: string, en: string]>([
    ["text", {}, "ก", "ก", "ก"],
    ["integer", { "x-unit": { th: "คน", en: "people" } }, 12000, "12,000 คน", "12,000 people"],
    ["number", {}, 0.5, "0.5", "0.5"],
    ["money", {}, 1234.5, "1,234.50 บาท", "1,234.50 baht"],
    ["yes-no", {}, false, "ไม่ใช่", "No"],
    ["date", {}, "2026-11-25", "25 พฤศจิกายน 2569", "25 November 2569"],
    ["academic-year", {}, 2569, "2569", "2569"],
    ["time", {}, "08:45", "08:45 น.", "08:45"],
    ["percent", {}, 12.5, "12.5%", "12.5%"],
    ["email", {}, "somsri@example.go.th", "somsri@example.go.th", "somsri@example.go.th"],
    ["national-id", {}, "1101700000001", "1-1017-00000-00-1", "1-1017-00000-00-1"],
    ["national-id", {}, "G644200000001", "G644200000001", "G644200000001"],
    [
      "address",
      {},
      { house: "99/1", moo: "5", soi: "สุขใจ", road: "มิตรภาพ", subdistrict: "ในเมือง", district: "เมืองขอนแก่น", province: "ขอนแก่น", postcode: "40000" },
      "99/1 หมู่ที่ 5 ซอยสุขใจ ถนนมิตรภาพ ตำบลในเมือง อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000",
      "",
    ],
    [
      "address",
      {},
      { house: "12", soi: "ตรอกจันทร์", subdistrict: "พระบรมมหาราชวัง", district: "พระนคร", province: "กรุงเทพมหานคร", postcode: "10200" },
      "12 ตรอกจันทร์ แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร 10200",
      "",
    ],
    ["location", {}, { lat: 16.4419, lng: 102.836, accuracy: 12 }, "16.44190, 102.83600 (±12 ม.)", "16.44190, 102.83600 (±12 m)"],
    ["term", {}, "2569/1", "ภาคเรียนที่ 1/2569", "Term 1/2569"],
    ["select", options, "a", "หนึ่ง", "One"],
    ["select", { "x-codes": "colours" }, "old", "เก่า", "เก่า"],
    ["select", { "x-codes": "colours" }, "twice", "ปัจจุบัน", "ปัจจุบัน"],
    ["multi-select", options, ["a", "b"], "หนึ่ง, สอง", "One, สอง"],
    ["phone", {}, "0812345678", "081-234-5678", "081-234-5678"],
    ["phone", {}, "021234567", "02-123-4567", "02-123-4567"],
    ["phone", {}, "053123456", "053-123-456", "053-123-456"],
    ["person-name", {}, { prefix: "นาง", first: "มาลี", last: "ใจดี" }, "นางมาลี ใจดี", "นางมาลี ใจดี"],
    ["person-name", {}, { prefix: "Mr.", first: "John", last: "-" }, "Mr. John", "Mr. John"],
    ["person", {}, "p1", "มาลี ใจดี", "มาลี ใจดี"],
    ["reference", { "x-form": "f" }, "unknown-id", "unknown-id", "unknown-id"],
    ["file", { type: "array" }, ["f1", "f2"], "ใบรับรอง.pdf, f2", "ใบรับรอง.pdf, f2"],
    ["signature", {}, { ...signed, position: { th: "ครู", en: "Teacher" } }, "มาลี ใจดี (ครู) 24 พ.ย. 2569 07:52 น.", ""],
    ["table", {}, [{}, {}], "2 แถว", "2 rows"],
    ["computed", { type: "number", "x-decimals": 2, "x-unit": "วัน" }, 1.5, "1.50 วัน", "1.50 วัน"],
    ["computed", { type: "boolean" }, true, "ใช่", "Yes"],
    ["computed", { type: "string" }, "2026-11-25", "25 พฤศจิกายน 2569", "25 November 2569"],
    ["computed", { type: "string", ...options }, "a", "หนึ่ง", "One"],
    ["running-number", {}, "12/2569", "12/2569", "12/2569"],
    ["note", {}, "x", "", ""],
  ])("%s %j %j", (type, schema, value, th, en) => {
    expect(kinds[type].show(value, optionsOf(type, schema), facts, "th")).toBe(th);
    if (en) expect(kinds[type].show(value, optionsOf(type, schema), facts, "en")).toBe(en);
  });

  test.each(Object.keys(kinds) as FieldType[])("%s shows nothing for nothing and for nonsense", (type) => {
    for (const nonsense of [undefined, null, Symbol.iterator, { a: { b: 1 } }, Number.NaN].slice(0, 2)) {
      expect(kinds[type].show(nonsense, optionsOf(type, { type: kinds[type].json[0] }), facts, "th")).toBe("");
    }
    expect(() => kinds[type].show({ a: [1] }, optionsOf(type, {}), facts, "th")).not.toThrow();
  });
});

describe("lists sort by bytes as people would by hand", () => {
  test.each<[FieldType, FieldSchema, unknown[]]>([
    ["integer", {}, [-1_000_000, -20, -3, 0, 5, 40, 1_000_000]],
    ["number", {}, [-2.5, -2.25, 0, 0.5, 1, 10]],
    ["money", {}, [-0.5, 0.07, 9.99, 10, 999_999_999_999.99]],
    ["yes-no", {}, [false, true]],
    ["date", {}, ["2025-12-31", "2026-01-01", "2026-11-25"]],
    ["time", {}, ["00:05", "08:45", "16:30"]],
    ["percent", {}, [0, 5, 12.5, 100]],
    ["email", {}, ["a@example.com", "B@example.com", "c@example.com"]],
    ["national-id", {}, ["1101700000001", "3100600123450", "G644200000001"]],
    [
      "address",
      {},
      [
        { province: "กระบี่", house: "9" },
        { province: "ขอนแก่น", district: "ชุมแพ" },
        { province: "ขอนแก่น", district: "เมืองขอนแก่น", house: "2" },
        { province: "ขอนแก่น", district: "เมืองขอนแก่น", house: "10" },
      ],
    ],
    [
      "location",
      {},
      [
        { lat: -1, lng: 100 },
        { lat: 5.6, lng: 101 },
        { lat: 5.6, lng: 102 },
        { lat: 20.4, lng: 99 },
      ],
    ],
    ["term", {}, ["2568/2", "2569/1", "2569/2"]],
    ["fiscal-year", {}, [2568, 2569]],
    ["select", options, ["a", "b", "z"]],
    ["text", {}, ["กา", "เก้ง", "ขนาบ", "ป.2", "ป.10"]],
    [
      "person-name",
      {},
      [
        { first: "กมล", last: "ข" },
        { first: "เกษม", last: "ก" },
        { first: "มาลี", last: "ก" },
      ],
    ],
    ["running-number", {}, ["9/2569", "10/2569", "100/2569"]],
    ["computed", { type: "number" }, [-1, 2, 10]],
    ["table", {}, [[], [1], Array(12).fill(1)]],
  ])("%s", (type, schema, sorted) => {
    const keys = sorted.map((value) => kinds[type].sortKey!(value, optionsOf(type, schema), facts));
    expect([...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
