// Working days: Monday to Friday, without the days of the code list `holidays`.
import type { CodeRow } from "../../../schemas/types.js";
import { addDays, daysBetween, isDay, weekday } from "../../thai/day.js";
import { unknown, type Value } from "../tree.js";

/** The days of a stretch, sorted into what is counted and what is not. */
export interface Workdays {
  all: number;
  weekends: string[];
  holidays: { day: string; row: CodeRow }[];
  left: number;
}

// A stretch longer than this is a slip of the hand; counting it would cost a phone its patience.
const longest = 4000;

/** The working days from one day to another, both counted; unknown where the calendar is, 0 when they stand the wrong way round. */
export function countWorkdays(from: string, to: string, codes: Record<string, CodeRow[]>): Value {
  const sorted = sortWorkdays(from, to, codes);
  return sorted === unknown || sorted === null ? sorted : sorted.left;
}

/** The same, with its reasons. */
export function sortWorkdays(from: string, to: string, codes: Record<string, CodeRow[]>): Workdays | null | typeof unknown {
  const rows = Object.hasOwn(codes, "holidays") ? codes.holidays : undefined;
  if (!rows) return unknown;
  const all = Math.max(0, daysBetween(from, to) + 1);
  if (all > longest) return null;
  const closed = new Map(rows.map((row) => [dayOf(row), row]));
  const weekends: string[] = [];
  const holidays: Workdays["holidays"] = [];
  for (let i = 0, day = from; i < all; i++, day = addDays(day, 1)) {
    const row = closed.get(day);
    if (weekday(day) % 6 === 0) weekends.push(day);
    else if (row) holidays.push({ day, row });
  }
  return { all, weekends, holidays, left: all - weekends.length - holidays.length };
}

// A row names its day by its id, by the value `date`, or by the day it begins to hold.
function dayOf(row: CodeRow): string | undefined {
  return [row.id, row.values?.date, row.from].find(isDay);
}
