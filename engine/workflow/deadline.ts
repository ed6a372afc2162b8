// When something is due: minutes, hours and times of day to the moment, days and working days until the end of the last day in Bangkok.
import type { Duration, StateDefinition } from "../../schemas/types.js";
import type { Facts } from "../expression/facts.js";
import { countWorkdays } from "../expression/functions/workdays.js";
import { addDays, bangkokDate } from "../thai/date.js";

const minute = 60_000;

/** The instant at which a duration that began at `since` is over. The day it began does not count, as in official letters. */
export function after(duration: Duration, since: string, codes: Facts["codes"]): string {
  if (duration.minutes !== undefined) return moved(since, duration.minutes);
  if (duration.hours !== undefined) return moved(since, duration.hours * 60);
  const day = bangkokDate(since);
  if (duration.until !== undefined) {
    const today = timeOf(day, duration.until);
    return today > since ? today : timeOf(addDays(day, 1), duration.until);
  }
  return endOf(duration.workdays === undefined ? addDays(day, duration.days ?? 0) : workday(day, duration.workdays, codes));
}

/** When a record that came into a state at `since` has waited there long enough. */
export function dueAt(state: StateDefinition, since: string, codes: Facts["codes"]): string | undefined {
  return state.deadline && after(state.deadline.after, since, codes);
}

function moved(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * minute).toISOString();
}

// Where the calendar of holidays is not known, weekends alone are left out: too early a reminder does less harm than none.
function workday(from: string, count: number, codes: Facts["codes"]): string {
  const calendar = Object.hasOwn(codes, "holidays") ? codes : { holidays: [] };
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (countWorkdays(day, day, calendar) === 1) left--;
  }
  return day;
}

/** A time of a day in Bangkok, as an instant. */
function timeOf(day: string, time: string): string {
  return new Date(`${day}T${time}:00.000+07:00`).toISOString();
}

/** Bangkok is seven hours ahead of UTC the whole year. */
function endOf(day: string): string {
  return `${day}T16:59:59.999Z`;
}
