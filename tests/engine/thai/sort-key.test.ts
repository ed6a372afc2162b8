// The Thai order: the same as Intl.Collator on everything the key covers.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arabicDigits } from "../../../engine/thai/digits.js";
import { sortKey } from "../../../engine/thai/sort-key.js";

const collator = new Intl.Collator("th", { numeric: true });
// ICU forgets, when it compares from behind a common beginning, that a Thai digit goes on a number (๑๐๐ before ๑๒). Its own order has
// ๑๐๐ as 100, so Arabic digits stand in for it.
const compare = (a: string, b: string) => Math.sign(collator.compare(arabicDigits(a), arabicDigits(b)));
const byKey = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : sortKey(a) > sortKey(b) ? 1 : 0);

const points = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const alphabet = [...points(0, 0xff), ...points(0xe01, 0xe3a), ...points(0xe3f, 0xe5b), ..."\u0300\u0301\u0302\u0303\u0308\u030a\u0327"];

// For the same reason ICU contradicts itself on a mark that has no letter: one that stands on punctuation. No word has one.
const contradicts = (text: string) => /[\p{P}\p{Z}\t-\r\x85ฯๆ][\p{Cc}\p{Cf}\p{M}]*([็์๎]|[\p{Cc}\p{Cf}]\p{M})/u.test(text.normalize("NFD"));

// Neighbours in the collator's order tell all: if each agrees, the whole order does.
function disagreements(texts: string[]): string[] {
  const sorted = texts.filter((text) => !contradicts(text)).sort(compare);
  return sorted
    .slice(1)
    .flatMap((text, i) => (compare(sorted[i]!, text) === byKey(sorted[i]!, text) ? [] : [`${JSON.stringify(sorted[i])} ${JSON.stringify(text)}`]));
}

describe("equal to Intl.Collator", () => {
  test("on each letter and each pair of letters of the alphabet", () => {
    expect(disagreements([...alphabet, ...alphabet.flatMap((a) => alphabet.map((b) => a + b))])).toEqual([]);
  });

  test("on each three of the letters that change their neighbours", () => {
    const letters = [..."กนเไาะๅำัิู่้็์ํฺๆaA·l1๒ -", "\u0301"];
    expect(disagreements(letters.flatMap((a) => letters.flatMap((b) => letters.map((c) => a + b + c))))).toEqual([]);
  });

  test("on any texts of the alphabet", () => {
    const text = fc
      .oneof(fc.array(fc.constantFrom(...alphabet), { maxLength: 12 }), fc.array(fc.constantFrom(..."กขคนมยรลวสหอเแโใไะาำิีึืุู่้๊๋็์ํๆฯ 0129๐๕.-/abAB"), { maxLength: 20 }))
      .map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 60 }), (texts) => {
        expect(disagreements(texts)).toEqual([]);
      }),
      { numRuns: 1500, seed: 2569 },
    );
  });

  test("on numbers of any length", () => {
    const number = fc.tuple(
      fc.constantFrom("", "ก", "ป.", "a"),
      fc.integer({ min: 0, max: 3 }),
      fc.oneof(fc.nat(), fc.constantFrom("9".repeat(254), `1${"0".repeat(254)}`, `1${"0".repeat(253)}`, "9".repeat(300))),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 30 }), (parts) => {
        expect(disagreements(parts.map(([before, zeros, value]) => `${before}${"0".repeat(zeros)}${value}ข`))).toEqual([]);
      }),
      { numRuns: 300, seed: 2569 },
    );
  });
});

// Words of a school's day and of the dictionary, in the order of the dictionary.
const words =
  "กก กกขนาก กราบ กล้วย กะเกณฑ์ กัน กา การบ้าน กำไร กิน เก้ง เก็บ เกม เกวียน เกษตร แก่ แก้ว แกะ โก โกหก ไก่ ขนาบ ของ ข้าง ขาว เขา เขียน ไข้ คน ครู ความ คำนำ งาน จดหมาย จ่าย ฉัน ชั้น ซื้อ ญาติ ดิน เด็ก ตาราง แต่ง ถนน ทราบ นักเรียน น้ำ เนื่อง ใน บ้าน เบิก ประถม ผล ผู้อำนวยการ ฝ่าย พัก ฟ้า ภาค มัธยม ไม้ ยา รายงาน โรงเรียน ฤดู ลา เล่ม วัน ศาล สอบ สำรอง เสนอ หนังสือ อนุญาต อา โอน ฮา".split(
    " ",
  );

test("the words of a dictionary stand as they should", () => {
  expect(words.toReversed().sort(byKey)).toEqual(words);
  expect([..."ขนาบ ข้าง เก้ง แกะ ไก่".split(" ")].sort(byKey)).toEqual(["เก้ง", "แกะ", "ไก่", "ขนาบ", "ข้าง"]);
  expect(["ป.10", "ป.2", "ป.๑", "ป. 3"].sort(byKey)).toEqual(["ป.๑", "ป.2", "ป. 3", "ป.10"]);
  expect(["๑๐๐", "๑๒", "๒"].sort(byKey)).toEqual(["๒", "๑๒", "๑๐๐"]);
});

test("compares alike by bytes of UTF-8, by UTF-16 and by code point", () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [x, y] = [sortKey(a), sortKey(b)];
      expect(Math.sign(Buffer.compare(Buffer.from(x), Buffer.from(y)))).toBe(x < y ? -1 : x > y ? 1 : 0);
      expect(x).toMatch(/^[ -~\u00a1-\u07ff]*$/);
    }),
    { numRuns: 2000, seed: 2569 },
  );
});

test("letters of other scripts come after Thai and Latin, other punctuation counts for nothing", () => {
  expect(["漢", "z", "ฮ", "я", "😀", "ก"].sort(byKey).slice(0, 3)).toEqual(["ก", "ฮ", "z"]);
  expect(sortKey("ก—ข…")).toBe(sortKey("กข"));
});
