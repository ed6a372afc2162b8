// On which days the demo's offices and schools are open: Monday to Friday without the holidays of its own calendar, as the engine counts them.
import { countWorkdays } from "../../../engine/expression/functions/workdays.js";
import { addDays } from "../../../engine/thai/day.js";
import type { CodeRow } from "../../../schemas/types.js";

export interface Workdays {
  /** This day, or the first one after it that is open. */
  from(day: string): string;
  /** The last open day up to so many days before this one. */
  before(day: string, back: number): string;
}

export function workdays(holidays: CodeRow[]): Workdays {
  const open = (day: string) => countWorkdays(day, day, { holidays }) === 1;
  const walk = (day: string, step: number): string => (open(day) ? day : walk(addDays(day, step), step));
  return { from: (day) => walk(day, 1), before: (day, back) => walk(addDays(day, -back), -1) };
}
