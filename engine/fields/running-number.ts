// A number of a register (เลขที่), taken inside the commit. Until then the field is empty.
import type { FieldKind } from "./field.js";
import { textProblems } from "./text-rules.js";

export const runningNumber: FieldKind = {
  type: "running-number",
  ask: { th: "ออก", en: "Give" },
  value: "text",
  answers: true,
  byPeople: false,
  json: ["string"],
  keywords: ["x-number"],
  check(schema) {
    const number = schema["x-number"];
    if (!number) return [{ code: "definition.needs-series" }];
    // The pattern is printed as the number; without {n} all numbers would be one.
    return number.pattern !== undefined && number.pattern.split("{n}").length !== 2 ? [{ code: "definition.number-pattern", at: "x-number/pattern" }] : [];
  },
  validate: (value, field) => textProblems(value, { ...field, options: { maxLength: 200 } }),
  schema: () => ({ type: "string", maxLength: 200 }),
  show: (value) => (typeof value === "string" ? value : ""),
  // Digits are padded so that 9 stands before 10.
  sortKey: (value) => (typeof value === "string" ? value.replace(/\d+/g, (digits) => digits.padStart(10, "0")) : ""),
};
