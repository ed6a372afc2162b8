// What is chosen before a report is read: parameters as the address writes them, the days they cover, and their words.
import type { Problem, ReportParameter, Text } from "../../schemas/types.js";
import type { Value } from "../expression/tree.js";
import { reportProblem } from "../problem/report.js";
import { say } from "../text/text.js";
import { academicYear, daysBetween, daysInMonth, fiscalYear, formatDate, isDay, monthNames, shortMonthNames, term } from "../thai/date.js";
import { join, split } from "../thai/day.js";
import { buddhistOffset } from "../thai/years.js";

export interface Period {
  from: string;
  /** The last day, counted. */
  to: string;
}

/** A parameter that was chosen. */
export interface Chosen {
  name: string;
  type: ReportParameter["type"];
  title: Text;
  /** As the address writes it; empty for an organization left open. */
  value: string;
  /** What expressions read. */
  fact: Value;
  /** Of those that cover days. */
  period?: Period;
}

/** Days of a period at most. */
const longest = 3_660;
const years = /^2[4-6]\d\d$/;

const titles: Record<ReportParameter["type"], Text> = {
  month: { th: "เดือน", en: "Month" },
  term: { th: "ภาคเรียน", en: "Term" },
  "academic-year": { th: "ปีการศึกษา", en: "Academic year" },
  "fiscal-year": { th: "ปีงบประมาณ", en: "Fiscal year" },
  dates: { th: "ช่วงวันที่", en: "Dates" },
  organization: { th: "หน่วยงาน", en: "Unit" },
};
const written: Record<ReportParameter["type"], string> = {
  month: "2026-11",
  term: "2569/1",
  "academic-year": "2569",
  "fiscal-year": "2569",
  dates: "2026-11-01..2026-11-30",
  organization: "id",
};

export const parameterTitle = ({ type, title }: ReportParameter): Text => title ?? titles[type];

/** What a parameter is unless it is said: the present one. */
export function present(type: ReportParameter["type"], today: string): string {
  switch (type) {
    case "month":
      return today.slice(0, 7);
    case "term":
      return term(today);
    case "academic-year":
      return String(academicYear(today));
    case "fiscal-year":
      return String(fiscalYear(today));
    case "dates":
      return `${today.slice(0, 8)}01..${today}`;
    case "organization":
      return "";
  }
}

/** Reads a period parameter; what the address says must be written as it is. */
export function choose(parameter: ReportParameter, value: string): Chosen | Problem {
  const { name, type } = parameter;
  const title = parameterTitle(parameter);
  const period = periodOf(type, value);
  if (!period) return reportProblem("report.parameter", { title, expected: written[type], value: value.slice(0, 60) }, `/${name}`);
  if (daysBetween(period.from, period.to) >= longest) return reportProblem("report.long-period", { limit: longest }, `/${name}`);
  const fact: Value = type === "dates" ? { ...period } : type === "academic-year" || type === "fiscal-year" ? Number(value) : value;
  return { name, type, title, value, fact, period };
}

/** The days of a period, both ends counted; undefined when it is not written so. */
export function periodOf(type: ReportParameter["type"], value: string): Period | undefined {
  switch (type) {
    case "month": {
      if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/.test(value)) return undefined;
      const [year, month] = split(`${value}-01`);
      return { from: join(year, month, 1), to: join(year, month, daysInMonth(year, month)) };
    }
    case "fiscal-year": {
      const year = Number(value) - buddhistOffset;
      return years.test(value) ? { from: join(year - 1, 10, 1), to: join(year, 9, 30) } : undefined;
    }
    case "academic-year": {
      const year = Number(value) - buddhistOffset;
      return years.test(value) ? { from: join(year, 5, 16), to: join(year + 1, 5, 15) } : undefined;
    }
    case "term": {
      const [said = "", nth = ""] = value.split("/");
      const year = Number(said) - buddhistOffset;
      if (!years.test(said)) return undefined;
      if (nth === "1") return { from: join(year, 5, 16), to: join(year, 10, 31) };
      return nth === "2" ? { from: join(year, 11, 1), to: join(year + 1, 5, 15) } : undefined;
    }
    case "dates": {
      const [from, to, more] = value.split("..");
      return isDay(from) && isDay(to) && more === undefined && from <= to ? { from, to } : undefined;
    }
    case "organization":
      return undefined;
  }
}

/** A period in words: `พฤศจิกายน 2569`, `ภาคเรียนที่ 1 ปีการศึกษา 2569`. */
export function periodWords({ type, value, period }: Pick<Chosen, "type" | "value" | "period">, language: "th" | "en"): string {
  if (!period) return value;
  switch (type) {
    case "month": {
      const [year, month] = split(period.from);
      return `${monthNames[language][month - 1]} ${year + buddhistOffset}`;
    }
    case "term": {
      const [year, nth] = value.split("/");
      return language === "th" ? `ภาคเรียนที่ ${nth} ปีการศึกษา ${year}` : `Term ${nth} of ${year}`;
    }
    case "dates":
      return stretch(period.from, period.to, language);
    default:
      return `${say(titles[type], language)} ${value}`;
  }
}

/** `2–8 พ.ย. 2569`: month and year once, where they are the same. */
export function stretch(from: string, to: string, language: "th" | "en"): string {
  const end = formatDate(to, "short", language);
  if (from === to) return end;
  const [year, month, day] = split(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${day}–${end}`;
  const start = `${day} ${shortMonthNames[language][month - 1]}`;
  return from.slice(0, 4) === to.slice(0, 4) ? `${start} – ${end}` : `${start} ${year + buddhistOffset} – ${end}`;
}
