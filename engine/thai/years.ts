// The three years of a Thai school, all named in the Buddhist era, and the term.
import { split } from "./day.js";

/** Years between the Buddhist and the common era. */
export const buddhistOffset = 543;

/** พ.ศ. of a day. */
export function calendarYear(iso: string): number {
  return split(iso)[0] + buddhistOffset;
}

/** ปีงบประมาณ: from 1 October, named by the year it closes in. */
export function fiscalYear(iso: string): number {
  const [year, month] = split(iso);
  return year + buddhistOffset + (month >= 10 ? 1 : 0);
}

/** ปีการศึกษา: from 16 May, named by the year it opens in. */
export function academicYear(iso: string): number {
  return calendarYear(iso) - (iso.slice(5) < "05-16" ? 1 : 0);
}

/** ภาคเรียน `2569/1`: the second begins on 1 November; a holiday belongs to the term before it. */
export function term(iso: string): string {
  const day = iso.slice(5);
  return `${academicYear(iso)}/${day >= "05-16" && day < "11-01" ? 1 : 2}`;
}
