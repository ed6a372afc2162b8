// A day in the parts that letters print it in: whole, or day, month and year in their own dotted places.
import { bangkokDate, formatDate, formatInstant, monthNames, weekdayName } from "../thai/date.js";
import { isDay, split } from "../thai/day.js";
import { calendarYear } from "../thai/years.js";
import type { Print } from "./context.js";

export interface Day {
  /** ๒๕ พฤศจิกายน ๒๕๖๙ */
  long: string;
  /** ๒๕ พ.ย. ๒๕๖๙ */
  short: string;
  day: string;
  month: string;
  /** B.E. */
  year: string;
  weekday: string;
  /** ๐๗:๕๒ น., of an instant. */
  time?: string;
}

/** The parts of an ISO date; blank where there is none. */
export function dayOf(iso: unknown, print: Print): Day {
  if (!isDay(iso)) return { long: "", short: "", day: "", month: "", year: "", weekday: "" };
  const [, month, day] = split(iso);
  return {
    long: print(formatDate(iso, "long")),
    short: print(formatDate(iso, "short")),
    day: print(String(day)),
    month: monthNames.th[month - 1]!,
    year: print(String(calendarYear(iso))),
    weekday: weekdayName(iso, "th"),
  };
}

/** The day and time of an instant in Bangkok. */
export function instantDay(instant: string, print: Print): Day {
  return { ...dayOf(bangkokDate(instant), print), time: print(formatInstant(instant).split(" ").slice(3).join(" ")) };
}
