// Days, terms and years. Days of work are counted in workdays.ts.
import { addDays, daysBetween, isDay, join, monthsBetween, split, yearsBetween } from "../../thai/day.js";
import { academicYear, buddhistOffset, calendarYear, fiscalYear, term } from "../../thai/years.js";
import type { FunctionEntry } from "../functions.js";
import type { Value } from "../tree.js";
import { countWorkdays } from "./workdays.js";

const between = (name: string, usage: string, run: (from: string, to: string) => number): FunctionEntry => ({
  name,
  usage,
  args: ["date", "date"],
  result: "number",
  run: ([from, to]) => run(from as string, to as string),
});

const ofDay = (name: string, result: "number" | "text", run: (day: string) => number | string): FunctionEntry => ({
  name,
  usage: `${name}(date)`,
  args: ["date"],
  result,
  run: ([day]) => run(day as string),
});

// ISO dates have four digits of year; beyond them there is no day to give.
function moved(day: string, by: Value): Value {
  const days = Math.trunc(by as number);
  return Math.abs(days) > 400_000 ? null : dayOrEmpty(addDays(day, days));
}

function dayOrEmpty(iso: string): Value {
  return /^\d{4}-/.test(iso) ? iso : null;
}

export const dateFunctions: readonly FunctionEntry[] = [
  {
    name: "workdays",
    usage: "workdays(from, to)",
    args: ["date", "date"],
    result: "number",
    reads: { codes: "holidays" },
    run: ([from, to], facts) => countWorkdays(from as string, to as string, facts.codes),
  },
  between("days", "days(from, to)", (from, to) => Math.max(0, daysBetween(from, to) + 1)),
  between("months", "months(from, to)", monthsBetween),
  between("years", "years(from, to)", yearsBetween),
  { name: "addDays", usage: "addDays(date, n)", args: ["date", "number"], result: "date", run: ([day, by]) => moved(day as string, by!) },
  {
    // The year is of the Buddhist era, as the other functions of years give it.
    name: "date",
    usage: "date(year, month, day)",
    args: ["number", "number", "number"],
    result: "date",
    run: ([year, month, day]) => {
      const iso = join((year as number) - buddhistOffset, month as number, day as number);
      return isDay(iso) ? iso : null;
    },
  },
  ofDay("calendarYear", "number", calendarYear),
  ofDay("fiscalYear", "number", fiscalYear),
  ofDay("academicYear", "number", academicYear),
  ofDay("term", "text", term),
  ofDay("month", "number", (day) => split(day)[1]),
  ofDay("dayOfMonth", "number", (day) => split(day)[2]),
];
