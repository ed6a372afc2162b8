// The types of values, in words for problems.
import type { Type } from "./types.js";

const words: Record<Type, { th: string; en: string }> = {
  text: { th: "ข้อความ", en: "a text" },
  number: { th: "ตัวเลข", en: "a number" },
  boolean: { th: "เงื่อนไขจริงหรือไม่จริง", en: "a condition" },
  date: { th: "วันที่", en: "a date" },
  list: { th: "รายการหรือตาราง", en: "a list or a table" },
  map: { th: "กลุ่มของช่อง", en: "a group of fields" },
  none: { th: "ข้อความชี้แจงที่ไม่มีค่า", en: "a note without a value" },
  any: { th: "ค่าใดก็ได้", en: "any value" },
};

/** A type as a noun: `a number`. */
export function typeWords(type: Type): { th: string; en: string } {
  return words[type];
}
