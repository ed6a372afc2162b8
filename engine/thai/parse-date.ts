// Days as people type them: 25112569, 25/11/69, 25 พ.ย. 2569, Thai digits, วันนี้. What could mean two days is asked, not guessed.
import type { Problem } from "../../schemas/types.js";
import { dateProblem } from "../problem/date.js";
import { addDays, daysInMonth, join, split } from "./day.js";
import { arabicDigits } from "./digits.js";
import { monthNames, shortMonthNames } from "./months.js";
import { buddhistOffset, calendarYear } from "./years.js";

type Parsed = { date: string } | { problem: Problem };

/** A month from 1 by its short name without dots, or by the first letters of its long one that tell it from the others; 0 for none. */
const monthNamed = (word: string): number =>
  1 +
  monthNames.th.findIndex(
    (name, m) =>
      word === shortMonthNames.th[m]!.replaceAll(".", "") ||
      (word.length > 3 && name.startsWith(word)) ||
      (word.length > 2 && monthNames.en[m]!.toLowerCase().startsWith(word)),
  );

const near: Record<string, number> = { วันนี้: 0, พรุ่งนี้: 1, เมื่อวาน: -1, เมื่อวานนี้: -1, today: 0, tomorrow: 1, yesterday: -1 };

/** The day that was typed; `today` decides the century of a short year, and the year when none is typed. */
export function parseDate(typed: string, today: string): Parsed {
  const text = arabicDigits(typed)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .trim()
    .toLowerCase();
  const away = Object.hasOwn(near, text) ? near[text] : undefined;
  if (away !== undefined) return { date: addDays(today, away) };
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  // Only a machine writes the year first; there 2026 is the common era.
  if (iso) return build(Number(iso[3]), Number(iso[2]), Number(iso[1]) >= 2200 ? Number(iso[1]) - buddhistOffset : Number(iso[1]), typed);
  const parts = text.length > 60 ? undefined : read(text);
  if (!parts) return { problem: dateProblem("date.unreadable", { typed }) };
  const [day, month, year] = parts;
  if (year === undefined) return build(day, month, split(today)[0], typed);
  if (year.length === 2) return build(day, month, century(Number(year), today) - buddhistOffset, typed);
  const full = Number(year);
  if (full >= 1900 && full <= 2199) return { problem: dateProblem("date.which-era", { year: full, buddhist: full + buddhistOffset }) };
  return build(day, month, full - buddhistOffset, typed);
}

function read(text: string): [day: number, month: number, year?: string] | undefined {
  const run = /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(text) ?? /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})(?:\s*[/.\-\s]\s*(\d{4}|\d\d))?$/.exec(text);
  if (run) return [Number(run[1]), Number(run[2]), run[3]];
  const named = /^(?:วันที่\s*)?(\d{1,2})[\s/.-]*([^\d/-]+?)(?:[\s/.-]*(?:พ\.?ศ\.?|b\.?e\.?)?\s*(\d{4}|\d\d))?$/.exec(text);
  const word = named?.[2]?.replace(/[\s.]/g, "") ?? "";
  const month = monthNamed(word);
  return named && month ? [Number(named[1]), month, named[3]] : undefined;
}

// A short year lies from 79 years back, for days of birth, to 20 ahead.
function century(short: number, today: string): number {
  const now = calendarYear(today);
  const year = Math.floor(now / 100) * 100 + short;
  return year > now + 20 ? year - 100 : year <= now - 80 ? year + 100 : year;
}

function build(day: number, month: number, year: number, typed: string): Parsed {
  if (month < 1 || month > 12) return { problem: dateProblem("date.no-such-month", { month }) };
  if (year < 1657 || year > 2199) return { problem: dateProblem("date.unreadable", { typed }) };
  if (day < 1 || day > daysInMonth(year, month)) {
    const name = { th: monthNames.th[month - 1]!, en: monthNames.en[month - 1]! };
    return { problem: dateProblem("date.no-such-day", { day, month: name, year: year + buddhistOffset }) };
  }
  return { date: join(year, month, day) };
}
