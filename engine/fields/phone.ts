// A Thai phone number, kept as digits only: 10 for a mobile, 9 for a landline.

import { fieldProblem } from "../problem/field.js";
import { arabicDigits } from "../thai/digits.js";
import type { FieldKind, FieldUnder } from "./field.js";

const separators = /[\s().\-–]/g;

/** What is wrong with the digits of a number, in the words of its own kind. */
function phoneProblem(digits: string, { title, path }: FieldUnder) {
  const stray = /[^0-9]/u.exec(digits);
  if (stray) return fieldProblem("field.phone-digits", { title, found: stray[0] }, path);
  const count = digits.length;
  if (/^0[689]/.test(digits)) return count === 10 ? undefined : fieldProblem("field.phone-mobile", { title, count }, path);
  if (/^0[2-7]/.test(digits)) return count === 9 ? undefined : fieldProblem("field.phone-landline", { title, count }, path);
  return fieldProblem("field.phone-start", { title, start: digits.slice(0, 2) }, path);
}

export const phone: FieldKind = {
  type: "phone",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["x-default", "x-value"],
  clean(value) {
    if (typeof value !== "string") return value;
    const digits = arabicDigits(value).replace(separators, "");
    // +66 81 234 5678 is how a telephone itself writes it.
    return /^\+66[0-9]{8,9}$/.test(digits) ? `0${digits.slice(3)}` : digits;
  },
  validate(value, field) {
    if (typeof value !== "string")
      return [fieldProblem("field.type", { title: field.title, expected: { th: "เบอร์โทรศัพท์", en: "a phone number" } }, field.path)];
    const problem = phoneProblem(value, field);
    return problem ? [problem] : [];
  },
  schema: () => ({ type: "string", pattern: "^0[2-9][0-9]{7,8}$" }),
  show(value) {
    if (typeof value !== "string") return "";
    if (value.length === 10) return `${value.slice(0, 3)}-${value.slice(3, 6)}-${value.slice(6)}`;
    if (value.startsWith("02")) return `02-${value.slice(2, 5)}-${value.slice(5)}`;
    return `${value.slice(0, 3)}-${value.slice(3, 6)}-${value.slice(6)}`;
  },
  find: (value) => (typeof value === "string" ? value : ""),
  sortKey: (value) => (typeof value === "string" ? value : ""),
};
