// Arithmetic of days, written YYYY-MM-DD in the common era. No Date and no time zone touches them.

/** Whether a text is a day that exists. */
export function isDay(iso: unknown): iso is string {
  if (typeof iso !== "string" || !/^\d{4}-\d\d-\d\d$/.test(iso)) return false;
  const [year, month, day] = split(iso);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Year, month and day as numbers. */
export function split(iso: string): [year: number, month: number, day: number] {
  return [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
}

/** The ISO date of year, month and day. */
export function join(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Days of a month of a year of the common era. */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day so many days later, or earlier. */
export function addDays(iso: string, days: number): string {
  return dayOf(number(iso) + days);
}

/** Days from one day to another; 1 from today to tomorrow. */
export function daysBetween(from: string, to: string): number {
  return number(to) - number(from);
}

/** Full months from one day to another; a 31st is full on the 1st after a shorter month. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from) || 0;
  const [y1, m1, d1] = split(from);
  const [y2, m2, d2] = split(to);
  return (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0);
}

/** Full years from one day to another: an age. Born on 29 February, one is a year older on 1 March. */
export function yearsBetween(from: string, to: string): number {
  return Math.trunc(monthsBetween(from, to) / 12);
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(iso: string): number {
  return (((number(iso) + 4) % 7) + 7) % 7;
}

// Days since 1970-01-01. Years begin in March, so that the leap day is the last of its year.
function number(iso: string): number {
  const [year, month, day] = split(iso);
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719468;
}

function dayOf(number: number): string {
  const days = number + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return join(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * m + 2) / 5) + 1);
}
