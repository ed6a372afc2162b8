// One way to write each Thai text.
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalise, searchable } from "../../../engine/thai/normalise.js";

test.each([
  ["น\u0e4d\u0e32", "น\u0e33", "nikhahit and aa"],
  ["น\u0e49\u0e4d\u0e32", "น\u0e49\u0e33", "tone, nikhahit, aa"],
  ["น\u0e4d\u0e49\u0e32", "น\u0e49\u0e33", "nikhahit, tone, aa"],
  ["น\u0e33\u0e49", "น\u0e49\u0e33", "tone after am"],
  ["เเม่", "แม่", "two e for ae"],
  ["ที\u0e48\u0e48", "ที่", "a tone twice"],
  ["ก\u0e34\u0e34น", "กิน", "a vowel twice"],
  ["ก\u0e48\u0e34ง", "กิ่ง", "tone before vowel"],
  ["ผ\u0e48\u0e39", "ผู่", "tone before a vowel below"],
  ["ก\u200bข\u200cค\ufeffง\u00adจ\u2060ฉ", "กขคงจฉ", "invisible signs"],
  ["\u202eกลับ\u202c", "กลับ", "marks of direction"],
  ["cafe\u0301", "caf\u00e9", "composed"],
  ["ก\r\nข\rค", "ก\nข\nค", "ends of lines"],
  ["\ud800ก", "\ufffdก", "half a letter"],
  ["👩\u200d👧", "👩\u200d👧", "a family stays together"],
  ["ก\u200dข", "กข", "a joiner between letters"],
  ["ชื่อ สกุล 99/1", "ชื่อ สกุล 99/1", "what is right stays"],
  ["พ.ศ. ๒๕๖๙", "พ.ศ. ๒๕๖๙", "digits stay as typed"],
])("%j is %j: %s", (typed, saved) => {
  expect(normalise(typed)).toBe(saved);
});

test("what is normal stays so", () => {
  const letters = fc.constantFrom(
    ..."กนเแา",
    "\u0e31",
    "\u0e33",
    "\u0e34",
    "\u0e38",
    "\u0e39",
    "\u0e47",
    "\u0e48",
    "\u0e49",
    "\u0e4c",
    "\u0e4d",
    "\u0e4e",
    "\u0e3a",
    "\u200b",
    "\u200d",
    "a",
    "\u0301",
    "\r",
    "\n",
    " ",
    "😀",
  );
  fc.assert(
    fc.property(
      fc.array(letters).map((all) => all.join("")),
      (typed) => {
        const once = normalise(typed);
        expect(normalise(once)).toBe(once);
        expect(searchable(once)).toBe(searchable(typed));
      },
    ),
    { numRuns: 3000, seed: 2569 },
  );
});

test("search sees no difference of case, digits or spaces", () => {
  expect(searchable("  ใบลา  ABC ๑๒\n3 ")).toBe("ใบลา abc 12 3");
  expect(searchable("นํ้า")).toBe(searchable("น้ำ"));
});
