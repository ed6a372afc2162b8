// The rows of what is counted: days of work, calendar days, the items of a sum. Written as the office writes them.
import { say } from "../text/text.js";
import { formatDate, monthOf, weekdayName } from "../thai/date.js";
import { addDays } from "../thai/day.js";
import { formatNumber } from "../thai/money.js";
import { call } from "./evaluate.js";
import type { Facts } from "./facts.js";
import { sortWorkdays } from "./functions/workdays.js";
import type { TraceRow } from "./trace.js";
import { unknown, type Value } from "./tree.js";

type Language = "th" | "en";
const unit = { th: "วัน", en: "days" };
/** More rows, or more days in a row, are told as a number. */
const mostRows = 20;
const mostRuns = 4;

/** The rows of a call that counts something, or undefined for one that does not. */
export function countedRows(name: string, args: Value[], facts: Facts): TraceRow[] | undefined {
  if (name === "sum") return itemRows(args[0]!);
  if (name !== "workdays" && name !== "days") return undefined;
  const value = call(name, args, facts);
  if (typeof value !== "number") return undefined;
  const [from, to] = args as [string, string];
  if (name === "days" || to < from) return [{ title: both((language) => stretch(from, to, language)), value, unit }];
  const sorted = sortWorkdays(from, to, facts.codes);
  if (sorted === unknown || sorted === null) return undefined;
  const { all, weekends, holidays } = sorted;
  return [
    { title: both((language) => stretch(from, to, language)), value: all, unit },
    { title: { th: `หักเสาร์–อาทิตย์${runs(weekends, "th")}`, en: `Less Saturdays and Sundays${runs(weekends, "en")}` }, value: 0 - weekends.length, unit },
    {
      title: {
        th: `หักวันหยุดราชการ${named(holidays, "th")}`,
        en: `Less public holidays${named(holidays, "en")}`,
      },
      value: 0 - holidays.length,
      unit,
    },
  ];
}

function itemRows(list: Value): TraceRow[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const rows = list.map((value: Value, index): TraceRow => ({ title: { th: `แถวที่ ${index + 1}`, en: `Row ${index + 1}` }, value }));
  if (rows.length <= mostRows) return rows;
  const rest: Value[] = list.slice(mostRows - 1);
  const words = { th: `อีก ${formatNumber(rest.length)} แถว`, en: `${formatNumber(rest.length)} more rows` };
  return [...rows.slice(0, mostRows - 1), { title: words, value: call("sum", [rest], { today: "", lookups: {}, codes: {}, labels: {} }) }];
}

function both(words: (language: Language) => string): { th: string; en: string } {
  return { th: words("th"), en: words("en") };
}

// พุธ 25 ถึง จันทร์ 30 พ.ย. 2569: the month and the year of the first day are said only where they differ.
function stretch(from: string, to: string, language: Language): string {
  const day = (iso: string, until: "day" | "month" | "year") =>
    `${weekdayName(iso, language)} ${until === "year" ? formatDate(iso, "short", language) : shortDay(iso, until, language)}`;
  if (from === to) return day(from, "year");
  const until = from.slice(0, 7) === to.slice(0, 7) ? "day" : from.slice(0, 4) === to.slice(0, 4) ? "month" : "year";
  return `${day(from, until)} ${language === "th" ? "ถึง" : "to"} ${day(to, "year")}`;
}

function shortDay(iso: string, until: "day" | "month", language: Language): string {
  const day = String(Number(iso.slice(8)));
  return until === "day" ? day : `${day} ${monthOf(iso, language)}`;
}

// 28–29 พ.ย., 5–6 ธ.ค.
function runs(days: readonly string[], language: Language): string {
  const groups: string[][] = [];
  for (const day of days) {
    const group = groups.at(-1);
    if (group && addDays(group.at(-1)!, 1) === day) group.push(day);
    else groups.push([day]);
  }
  if (groups.length > mostRuns) return "";
  if (groups.length === 0) return none(language);
  const told = groups
    .map((group) => {
      const [first, last] = [group[0]!, group.at(-1)!];
      if (first === last) return shortDay(first, "month", language);
      return `${shortDay(first, first.slice(0, 7) === last.slice(0, 7) ? "day" : "month", language)}–${shortDay(last, "month", language)}`;
    })
    .join(", ");
  return ` ${told}`;
}

function named(holidays: readonly { day: string; row: { title: Parameters<typeof say>[0] } }[], language: Language): string {
  if (holidays.length === 0) return none(language);
  const told = holidays.slice(0, mostRuns).map(({ day, row }) => `${shortDay(day, "month", language)} ${say(row.title, language)}`);
  const more = holidays.length - told.length;
  const rest = more > 0 ? (language === "th" ? ` และอีก ${more} วัน` : ` and ${more} more`) : "";
  return ` ${told.join(", ")}${rest}`;
}

function none(language: Language): string {
  return language === "th" ? " ไม่มีในช่วงนี้" : " none in this time";
}
