// Days as people read them, in the Buddhist era, and instants in Bangkok. The arithmetic is in day.ts and years.ts, given on from here.
// พ.ศ. is always 543 more, also before 1941, when the Thai year began in April: official forms count back so.
import { split, weekday } from "./day.js";
import { thaiDigits } from "./digits.js";
import { monthNames, shortMonthNames } from "./months.js";
import { calendarYear } from "./years.js";

export { addDays, daysBetween, daysInMonth, isDay, monthsBetween, weekday, yearsBetween } from "./day.js";
export { monthNames, shortMonthNames } from "./months.js";
export { parseDate } from "./parse-date.js";
export { academicYear, fiscalYear, term } from "./years.js";
export { calendarYear };

type Language = "th" | "en";

const weekdayNames = {
  th: "อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์".split(" "),
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
};

/** พ.ย., Nov: the month of a day. */
export function monthOf(iso: string, language: Language): string {
  return shortMonthNames[language][split(iso)[1] - 1]!;
}

/** จันทร์, Monday. */
export function weekdayName(iso: string, language: Language): string {
  return weekdayNames[language][weekday(iso)]!;
}

/**
 * A day in the Buddhist era: long `25 พฤศจิกายน 2569`, short `25 พ.ย. 2569`, numeric `25/11/2569`,
 * weekday `พุธ 25 พฤศจิกายน 2569`; letters ask for Thai digits.
 */
export function formatDate(
  iso: string,
  style: "long" | "short" | "numeric" | "weekday" = "long",
  language: Language = "th",
  digits: "arabic" | "thai" = "arabic",
): string {
  const [, month, day] = split(iso);
  const year = calendarYear(iso);
  const names = style === "short" ? shortMonthNames : monthNames;
  const words =
    style === "numeric"
      ? `${String(day).padStart(2, "0")}/${String(month).padStart(2, "0")}/${year}`
      : `${style === "weekday" ? `${weekdayName(iso, language)} ` : ""}${day} ${names[language][month - 1]} ${year}`;
  return digits === "thai" ? thaiDigits(words) : words;
}

const hour = 3_600_000;

// Bangkok is UTC+7 the whole year, so an instant moved by 7 hours reads as its clock.
function bangkok(instant: string | number): string {
  return new Date((typeof instant === "number" ? instant : Date.parse(instant)) + 7 * hour).toISOString();
}

/** The day of an instant in Bangkok. */
export function bangkokDate(instant: string | number): string {
  return bangkok(instant).slice(0, 10);
}

/** `24 พ.ย. 2569 07:52 น.` in Bangkok. */
export function formatInstant(instant: string | number, language: Language = "th", digits: "arabic" | "thai" = "arabic"): string {
  const local = bangkok(instant);
  const words = `${formatDate(local.slice(0, 10), "short", language)} ${local.slice(11, 16)}${language === "th" ? " น." : ""}`;
  return digits === "thai" ? thaiDigits(words) : words;
}
