// What stands in a cell of a sheet, as the answer of a field: days of the Buddhist era, numbers with commas, choices by their words.
// What cannot be read for certain is a problem, never a guess.
import type { FieldType, Problem, Text } from "../../../schemas/types.js";
import type { Facts } from "../../expression/facts.js";
import type { FieldOptions } from "../../fields/field.js";
import { cleaned } from "../../fields/index.js";
import { choices } from "../../fields/options.js";
import { dateProblem } from "../../problem/date.js";
import { importProblem } from "../../problem/import.js";
import { say } from "../../text/text.js";
import { addDays } from "../../thai/day.js";
import { arabicDigits } from "../../thai/digits.js";
import { searchable } from "../../thai/normalise.js";
import { parseDate } from "../../thai/parse-date.js";
import { buddhistOffset } from "../../thai/years.js";
import { readAddress, readName } from "./parts.js";
import { readYesNo } from "./yes-no.js";

/** A field as far as reading a cell needs it. */
export interface CellField {
  type: FieldType;
  title: Text;
  options: FieldOptions;
}

export type Cell = { value: unknown } | { problem: Problem };

type Reader = (text: string, field: CellField, facts: Facts) => Cell;

const asWritten: Reader = (text, { type, options }) => ({ value: cleaned(type, text, options) });

const readers: Partial<Record<FieldType, Reader>> = {
  text: asWritten,
  "long-text": asWritten,
  email: asWritten,
  time: asWritten,
  "national-id": asWritten,
  integer: number,
  number,
  money: number,
  percent: number,
  "academic-year": year,
  "fiscal-year": year,
  term,
  date,
  "yes-no": yesNo,
  select,
  "multi-select": multiSelect,
  phone,
  "person-name": (text, { type, options }) => ({ value: cleaned(type, readName(text), options) }),
  address,
};

/** Whether a column can be the answers of such a field. Files, signatures, tables and choices of records have no words of their own in a cell. */
export const readable = (type: FieldType): boolean => type in readers;

/** The answer that a cell gives; an empty one gives null. A lone dash is how offices leave a cell empty, but a text may be one. */
export function readCell(text: string, field: CellField, facts: Facts): Cell {
  const plain = text.replace(/[\u00a0\u200b\ufeff]/g, " ").trim();
  const dash = /^[-–—]$/.test(plain) && field.type !== "text" && field.type !== "long-text";
  return plain === "" || dash ? { value: null } : readers[field.type]!(plain, field, facts);
}

/** Commas and spaces only where they group: 1,5 and 12 3 could be two numbers. */
const written = /^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$|^-?\.\d+$/;

function number(text: string, { type, title, options }: CellField): Cell {
  const units = ["บาท", "%", ...Object.values(typeof options.unit === "object" ? options.unit : { th: options.unit ?? "" })].filter(Boolean);
  const unit = units.find((one) => text.endsWith(one));
  const plain = arabicDigits(unit ? text.slice(0, -unit.length) : text)
    .replace(type === "money" ? /^฿/ : "", "")
    .trim()
    .replace(/^[−–-]\s*/, "-")
    .replace(/(?<=\d)\s(?=\d{3}(?!\d))/g, ",");
  return written.test(plain) ? { value: Number(plain.replaceAll(",", "")) } : { problem: importProblem("import.number", { title, value: text }) };
}

function year(text: string, { title }: CellField): Cell {
  const [, found] = /^(?:ปีการศึกษา|ปีงบประมาณ|ปี)?\s*(?:พ\.?ศ\.?)?\s*(\d{4})$/.exec(arabicDigits(text)) ?? [];
  return found ? { value: Number(found) } : { problem: importProblem("import.year", { title, value: text }) };
}

function term(text: string, { title }: CellField): Cell {
  const plain = arabicDigits(text).replace(/^(?:ภาคเรียน|ภาค|เทอม)(?:ที่)?\s*/, "");
  const [, n, after] = /^([1-3])\s*\/\s*(\d{4})$/.exec(plain) ?? [];
  const [, before, m] = /^(\d{4})\s*\/\s*([1-3])$/.exec(plain) ?? [];
  if (after ?? before) return { value: `${after ?? before}/${n ?? m}` };
  return { problem: importProblem("import.term", { title, value: text }) };
}

/** Nobody looks at the day as it was read, so none is taken for this year's, and a short year only where the other era would be far away. */
function date(text: string, _field: CellField, { today }: Facts): Cell {
  const found = parseDate(text, today);
  if (!("date" in found)) return found;
  const plain = arabicDigits(text);
  // What means another day in some years has no year, or is as วันนี้.
  const later = parseDate(text, addDays(today, 1_000));
  if (!("date" in later) || (later.date !== found.date && yearOf(later.date) - yearOf(found.date) < 50))
    return { problem: dateProblem("date.unreadable", { typed: text }) };
  const short = /^\d{4}-/.test(plain) ? undefined : /(?:^\d{4}|\D)(\d\d)$/.exec(plain)?.[1];
  if (short === undefined || certain(Number(short), found.date, today)) return { value: found.date };
  return { problem: dateProblem("date.which-era", { year: short, buddhist: commonYear(Number(short), today) + buddhistOffset }) };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** The newest year of the common era that ends so and is not yet to come; files of the next year are made in this one. */
const commonYear = (short: number, today: string): number => {
  const next = yearOf(today) + 1;
  const year = next - (next % 100) + short;
  return year > next ? year - 100 : year;
};

/** Whether a short year is of the Buddhist era beyond doubt: that lies nearer, and not far ahead. */
const certain = (short: number, read: string, today: string): boolean => {
  const now = yearOf(today);
  return yearOf(read) <= now + 5 && Math.abs(yearOf(read) - now) < now + 1 - commonYear(short, today);
};

function yesNo(text: string, { title }: CellField): Cell {
  const value = readYesNo(text);
  return value === undefined ? { problem: importProblem("import.yes-no", { title, value: text }) } : { value };
}

/** Most choices that a sentence names. */
const mostNamed = 12;

function choice(text: string, { title, options }: CellField, facts: Facts): { id: string } | { problem: Problem } {
  const all = choices(options, facts);
  if (!all) return { problem: importProblem("import.choices-missing", { title, value: text }) };
  const open = all.filter((one) => one.open);
  const wanted = searchable(text);
  const same = (words: Text) => searchable(say(words, "th")) === wanted || searchable(say(words, "en")) === wanted;
  const found = open.filter(({ title }) => same(title));
  const [one] = found.length ? found : open.filter(({ id }) => id === text);
  if (one && found.length < 2) return { id: one.id };
  const named: Text[] = open.slice(0, mostNamed).map(({ title }) => title);
  return { problem: importProblem("import.choice", { title, value: text, choices: open.length > mostNamed ? [...named, "…"] : named }) };
}

function select(text: string, field: CellField, facts: Facts): Cell {
  const found = choice(text, field, facts);
  return "id" in found ? { value: found.id } : found;
}

/** One choice may hold a comma or a stroke itself, so the whole is tried first, then the surer signs. */
function multiSelect(text: string, field: CellField, facts: Facts): Cell {
  let last: Cell = { value: null };
  for (const between of [undefined, /[;|\n]/, /[,;|\n]/, /[,;|\n/]/]) {
    const words = (between ? text.split(between) : [text]).map((one) => one.trim()).filter(Boolean);
    const found = words.map((one) => choice(one, field, facts));
    const wrong = found.find((one) => "problem" in one);
    if (!wrong) return { value: [...new Set(found.map((one) => ("id" in one ? one.id : "")))] };
    if (!between || words.length > 1) last = wrong as { problem: Problem };
  }
  return last;
}

/** A sheet that took it for a number has eaten the zero before it. */
function phone(text: string, { type, options }: CellField): Cell {
  const digits = cleaned(type, text, options) as string;
  return { value: /^[689]\d{8}$/.test(digits) ? `0${digits}` : digits };
}

function address(text: string, { type, title, options }: CellField): Cell {
  const found = readAddress(text);
  return found ? { value: cleaned(type, found, options) } : { problem: importProblem("import.address", { title, value: text }) };
}
