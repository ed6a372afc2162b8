// The values that lines are put together by: made plain, put in order, put into words.
import type { CodeRow } from "../../schemas/types.js";
import { call } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import type { Value } from "../expression/tree.js";
import { kinds } from "../fields/index.js";
import { choices } from "../fields/options.js";
import { addDays, formatDate, isDay, monthOf, shortMonthNames, weekday } from "../thai/date.js";
import { split } from "../thai/day.js";
import { formatNumber } from "../thai/money.js";
import { sortKey } from "../thai/sort-key.js";
import { calendarYear } from "../thai/years.js";
import type { CompiledKey, Shown } from "./compiled.js";
import { type Period, stretch } from "./period.js";

/** A value that can be a key or stand in a cell. */
export type Plain = string | number | boolean | null;

/** What values need to become words. */
export interface Words {
  language: "th" | "en";
  /** Rows of code lists, and words for ids. */
  facts: Facts;
}

export const plain = (value: Value): Plain => (typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null);

/** The key of a value: the first day of its week or month, or the value itself. */
export function keyOf(key: Pick<CompiledKey, "by">, value: Value): Plain {
  if (!key.by) return value === "" ? null : plain(value);
  return isDay(value) ? startOf(key.by, value) : null;
}

function startOf(by: "day" | "week" | "month", day: string): string {
  if (by === "day") return day;
  return by === "month" ? `${day.slice(0, 8)}01` : addDays(day, -((weekday(day) + 6) % 7));
}

/** Values that a key has whether or not there are lines of them. */
export function allOf({ by, all, shown }: CompiledKey, period: Period | undefined, facts: Facts): Plain[] {
  if (!all) return [];
  if (!by) return shown.as === "field" ? (choices(shown.options, facts) ?? []).filter(({ open }) => open).map(({ id }) => id) : [];
  if (!period) return [];
  const found = new Set<string>();
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) if (all === "all" || !isOff(day, facts.codes)) found.add(startOf(by, day));
  return [...found];
}

/** A weekend, or a day of the code list `holidays`. */
export const isOff = (day: string, codes: Record<string, CodeRow[]>): boolean => {
  const left = call("workdays", [day, day], { today: day, lookups: {}, labels: {}, codes });
  return left === 0 || (typeof left !== "number" && weekday(day) % 6 === 0);
};

/** A value in words. */
export function wordsOf(shown: Shown, value: Plain, { language, facts }: Words): string {
  if (value === null) return "";
  const label = typeof value === "string" && Object.hasOwn(facts.labels, value) ? facts.labels[value] : undefined;
  switch (shown.as) {
    case "field": {
      if (label !== undefined) return label;
      const words = kinds[shown.type].show(value, shown.options, facts, language);
      return isDay(value) && words === formatDate(value, "long", language) ? formatDate(value, "short", language) : words;
    }
    case "day":
      return isDay(value) ? formatDate(value, "short", language) : String(value);
    case "week":
      return isDay(value) ? stretch(value, addDays(value, 6), language) : "";
    case "month":
      return isDay(value) ? `${shortMonthNames[language][split(value)[1] - 1]} ${calendarYear(value)}` : "";
    case "boolean":
      return value ? (language === "th" ? "ใช่" : "Yes") : language === "th" ? "ไม่ใช่" : "No";
    default:
      return label ?? String(value);
  }
}

/** A key along the top, where little room is: a day of one month is its number. */
export function shortWords(key: CompiledKey, value: Plain, period: Period | undefined, words: Words): string {
  if (!key.by || !isDay(value)) return wordsOf(key.shown, value, words);
  const day = (iso: string) => `${split(iso)[2]} ${monthOf(iso, words.language)}`;
  if (key.by === "day") return period && period.from.slice(0, 7) === period.to.slice(0, 7) ? String(split(value)[2]) : day(value);
  if (key.by === "month") return `${monthOf(value, words.language)} ${String(calendarYear(value)).slice(-2)}`;
  const last = addDays(value, 6);
  return value.slice(0, 7) === last.slice(0, 7) ? `${split(value)[2]}–${day(last)}` : `${day(value)} – ${day(last)}`;
}

/** The order of values: days by the calendar, options as the form has them, numbers by size, words in Thai order. Nothing comes last. */
export function orderOf(shown: Shown, value: Plain, words: Words): string | number {
  if (value === null) return "\uffff";
  if (typeof value === "number") return value;
  if (shown.as === "field") {
    const at = shown.options.options?.findIndex(({ id }) => id === value) ?? -1;
    if (at >= 0) return `0${String(at).padStart(4, "0")}`;
    const rows = shown.options.codes === undefined ? -1 : (words.facts.codes[shown.options.codes] ?? []).findIndex(({ id }) => id === value);
    if (rows >= 0) return `0${String(rows).padStart(5, "0")}`;
  }
  return isDay(value) ? value : sortKey(wordsOf(shown, value, words));
}

/** Compares two orders: numbers among themselves, before words. */
export function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a !== typeof b) return a === "\uffff" ? 1 : b === "\uffff" ? -1 : typeof a === "number" ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A figure as it is printed. */
export const figureWords = (value: number, decimals: number | undefined): string => formatNumber(value, decimals).replace(/^-/, "−");
