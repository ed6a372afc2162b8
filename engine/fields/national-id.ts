// The 13 digits of the civil registry, or the G-code of a pupil who has none. Kept as 13 characters; never what identifies a record.
import type { Problem } from "../../schemas/types.js";
import { fieldProblem } from "../problem/field.js";
import { kindProblem } from "../problem/kind.js";
import { arabicDigits } from "../thai/digits.js";
import { normalise } from "../thai/normalise.js";
import type { FieldKind, FieldUnder } from "./field.js";

/** Whether the last of 13 digits is what the first twelve make it. */
export function checksumFits(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 12; at++) sum += Number(digits[at]) * (13 - at);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** 1-1017-00000-00-1 */
const grouped = (id: string): string => `${id[0]}-${id.slice(1, 5)}-${id.slice(5, 10)}-${id.slice(10, 12)}-${id.slice(12)}`;
const whole = /^(G\d{12}|\d{13})$/;

function idProblem(id: string, { title, options, path }: FieldUnder): Problem | undefined {
  const code = id.startsWith("G");
  const digits = code ? id.slice(1) : id;
  if (code && options.gCode === false) return kindProblem("field.g-code-not-taken", { title }, path);
  const stray = /[^0-9]/u.exec(digits);
  if (stray) return kindProblem("field.national-id-stray", { found: stray[0] }, path);
  const count = digits.length;
  if (code && count !== 12) return kindProblem("field.g-code-digits", { count }, path);
  if (!code && count !== 13) return kindProblem("field.national-id-digits", { count }, path);
  // Twelve zeros make a last digit that fits.
  if (/^0{12}/.test(digits)) return kindProblem("field.national-id-zeros", {}, path);
  if (code || checksumFits(digits)) return;
  return kindProblem("field.national-id-checksum", {}, path, options.checksum === "warn" ? { level: "warn" } : {});
}

export const nationalId: FieldKind = {
  type: "national-id",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["x-g-code", "x-checksum", "x-default", "x-value"],
  clean: (value) =>
    typeof value === "string"
      ? arabicDigits(normalise(value))
          .replace(/[\s.\-‐-―−]/g, "")
          .replace(/^g/, "G")
      : value,
  validate(value, field) {
    if (typeof value !== "string") {
      return [fieldProblem("field.type", { title: field.title, expected: { th: "เลขประจำตัว 13 หลัก", en: "an id number of 13 digits" } }, field.path)];
    }
    const problem = idProblem(value, field);
    return problem ? [problem] : [];
  },
  schema: ({ gCode }) => ({ type: "string", pattern: gCode === false ? "^[0-9]{13}$" : "^([0-9]{13}|G[0-9]{12})$" }),
  show: (value) => (typeof value !== "string" ? "" : /^\d{13}$/.test(value) ? grouped(value) : value),
  // The last four are enough to tell two people apart and too little to be anybody with.
  mask: (value) =>
    typeof value !== "string" || !whole.test(value) ? "" : value.startsWith("G") ? `Gxxxxxxxx${value.slice(9)}` : grouped(`xxxxxxxxx${value.slice(9)}`),
  find: (value) => (typeof value === "string" ? value : ""),
  sortKey: (value) => (typeof value === "string" ? value : ""),
};
