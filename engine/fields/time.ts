// A time of the day, kept as HH:MM on a clock of 24 hours, so that texts compare as times do.
import { kindProblem } from "../problem/kind.js";
import { arabicDigits } from "../thai/digits.js";
import type { FieldKind } from "./field.js";

const kept = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

export const isTime = (value: unknown): value is string => typeof value === "string" && kept.test(value);

/** 0845, 845, 8.45, 08:45 and 8 น. as 08:45; what is no time stays as it is. */
export function readTime(text: string): string {
  const plain = arabicDigits(text.normalize("NFC"))
    .replace(/\s*(น\.?|นาฬิกา)\s*$/, "")
    .trim();
  const [, hour, minute = "00"] = /^(\d{1,2})(?:\s*[:.]?\s*(\d{2}))?$/.exec(plain) ?? [];
  const time = hour === undefined ? "" : `${hour.padStart(2, "0")}:${minute}`;
  return isTime(time) ? time : text;
}

export const time: FieldKind = {
  type: "time",
  ask: { th: "กรอก", en: "Fill in" },
  value: "text",
  answers: true,
  byPeople: true,
  json: ["string"],
  keywords: ["x-earliest", "x-latest", "default", "x-default", "x-value"],
  check: ({ "x-earliest": least, "x-latest": most }) =>
    least !== undefined && most !== undefined && least > most
      ? [{ code: "definition.bounds", at: "x-earliest", params: { low: "x-earliest", high: "x-latest", least, most } }]
      : [],
  clean: (value) => (typeof value === "string" ? readTime(value) : value),
  validate(value, { title, options, path }) {
    if (!isTime(value)) return [kindProblem("field.time", { title }, path)];
    const { earliest, latest } = options;
    if (earliest !== undefined && value < earliest) return [kindProblem("field.time-early", { title, limit: earliest, value }, path)];
    if (latest !== undefined && value > latest) return [kindProblem("field.time-late", { title, limit: latest, value }, path)];
    return [];
  },
  schema: () => ({ type: "string", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
  show: (value, _options, _facts, language) => (isTime(value) ? (language === "th" ? `${value} น.` : value) : ""),
  sortKey: (value) => (isTime(value) ? value : ""),
};
