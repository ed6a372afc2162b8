// A form guessed from what an office has already: a list of questions, or the header and rows of a sheet. The author corrects what was guessed wrong.
import type { FieldSchema, FieldType, FormDefinition, OptionDefinition } from "../../schemas/types.js";
import { arabicDigits } from "../thai/digits.js";
import { parseDate } from "../thai/parse-date.js";
import { sortKey } from "../thai/sort-key.js";
import { addField, setField, setRequired } from "./form/fields.js";
import { readYesNo } from "./rows/yes-no.js";

/** What a question seems to ask for. */
export interface Guess {
  title: string;
  type: FieldType;
  options?: string[];
  /** It must be answered; only the author says so. */
  required?: boolean;
}

/** The first pattern that fits decides; a question that fits none is a short text. */
const byWords: [RegExp, FieldType][] = [
  [/^(วันที่|วันเดือนปี|ว\/ด\/ป|วันเกิด|เกิดวันที่|date\b)/i, "date"],
  [/^(เวลา|ตั้งแต่เวลา|ถึงเวลา|time\b)/i, "time"],
  [/(ร้อยละ|เปอร์เซ็นต์|%)/, "percent"],
  [/(บาท|จำนวนเงิน|ราคา|ค่าใช้จ่าย|ค่าจ้าง|ค่าน้ำมัน|งบประมาณที่|amount\b)/i, "money"],
  [/(เลข(ที่)?บัตรประชาชน|เลขประจำตัวประชาชน|เลข 13 หลัก|13 หลัก)/, "national-id"],
  [/(เบอร์|โทรศัพท์|มือถือ|โทร\.|phone\b)/i, "phone"],
  [/(อีเมล|e-?mail)/i, "email"],
  [/^(ที่อยู่|address\b)/i, "address"],
  [/(ปีการศึกษา)/, "academic-year"],
  [/(ปีงบประมาณ)/, "fiscal-year"],
  [/(ภาคเรียน)/, "term"],
  [/^(ลายมือชื่อ|ลงชื่อ|signature\b)/i, "signature"],
  [/^(รูป|ภาพถ่าย|photo\b)/i, "photo"],
  [/^(แนบ|เอกสารแนบ|ไฟล์)/, "file"],
  [/(หรือไม่|ใช่ไหม|ไหม)\??$/, "yes-no"],
  [/^(จำนวน|กี่|อายุ)|(กี่คน|กี่ครั้ง|กี่วัน|\(คน\)|\(ครั้ง\)|\(วัน\))$/, "integer"],
  [/^(เหตุผล|รายละเอียด|หมายเหตุ|ความเห็น|ข้อเสนอแนะ|เพราะ|อธิบาย)/, "long-text"],
];

/** `วันที่ใช้รถ` is a day, `ใช้ทำอะไร (ทัศนศึกษา / ราชการ)` a choice. Numbers and bullets before a question are left out. */
export function guessQuestion(line: string): Guess | undefined {
  const text = line
    .replace(/^\s*(?:[-*•–]|[\d๐-๙]{1,3}[.)]|\([\d๐-๙]{1,3}\))\s*/u, "")
    .replace(/[.…_]{3,}\s*$/u, "")
    .replace(/\s*[:：]\s*$/u, "")
    .trim();
  if (!text) return undefined;
  const [, before, list = ""] = /^(.*?)\s*[(:：]\s*([^()]*[/|,][^()]*)\)?$/u.exec(text) ?? [];
  const options = list
    .split(/[/|,]/)
    .map((one) => one.trim())
    .filter(Boolean);
  if (before && options.length >= 2 && options.every((one) => one.length <= 60)) return { title: before, type: "select", options };
  return { title: text.slice(0, 400), type: byWords.find(([pattern]) => pattern.test(text))?.[1] ?? "text" };
}

/** The questions of a pasted list, a line each. */
export const guessQuestions = (text: string): Guess[] => text.split(/\r?\n/).flatMap((line) => guessQuestion(line) ?? []);

/** Most different values of a column that are taken for choices, and how many rows it takes to see that they come again. */
const mostOptions = 12;

/** The different values of a column as choices, in Thai order: for an author who says that it is one. The end of what a list of choices can be is the form's own. */
export const optionsOf = (values: readonly string[]): string[] =>
  inThaiOrder([...new Set(values.map((value) => value.trim()).filter((value) => value !== "" && value !== "-"))]);

/** The columns of a sheet, each one guess: types and choices by what stands in its rows, or by their titles where nothing does. `today` decides short years. */
export function guessColumns(header: readonly string[], rows: readonly (readonly string[])[], today: string): Guess[] {
  return header.map((title, at): Guess => {
    const named = title.trim() || `คอลัมน์ ${at + 1}`;
    const values = rows.map((row) => (row[at] ?? "").trim()).filter((value) => value !== "" && value !== "-");
    if (!values.length) return guessQuestion(named) ?? { title: named, type: "text" };
    const type = typeOf(values, today);
    if (type) return { title: named, type };
    const different = [...new Set(values)];
    const repeats = different.length <= mostOptions && different.length >= 2 && values.length >= different.length * 2;
    if (repeats && different.every((value) => value.length <= 60)) return { title: named, type: "select", options: inThaiOrder(different) };
    const byTitle = guessQuestion(named)?.type;
    const long = values.some((value) => value.length > 120 || value.includes("\n"));
    return { title: named, type: long ? "long-text" : byTitle === "person-name" || byTitle === "long-text" ? byTitle : "text" };
  });
}

const inThaiOrder = (words: readonly string[]): string[] =>
  words
    .map((word) => [sortKey(word), word] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, word]) => word);

function typeOf(values: readonly string[], today: string): FieldType | undefined {
  const plain = values.map((value) => arabicDigits(value).replaceAll(",", ""));
  const all = (test: (value: string) => boolean) => plain.every(test);
  if (all((value) => /^\d{13}$/.test(value.replace(/[-\s]/g, "")))) return "national-id";
  if (all((value) => /^0\d{8,9}$/.test(value.replace(/[-\s]/g, "")))) return "phone";
  if (all((value) => /^\S+@\S+\.\S+$/.test(value))) return "email";
  if (all((value) => /^([01]?\d|2[0-3])[:.][0-5]\d( ?น\.)?$/.test(value))) return "time";
  if (all((value) => /[/\-.\sก-๙]/.test(value) && "date" in parseDate(value, today))) return "date";
  if (all((value) => /^-?\d{1,15}$/.test(value))) return all((value) => /^25\d\d$/.test(value)) ? "fiscal-year" : "integer";
  if (all((value) => /^-?\d{1,13}\.\d{2}$/.test(value))) return "money";
  if (all((value) => /^-?\d{1,13}(\.\d{1,6})?$/.test(value))) return "number";
  return values.every((value) => readYesNo(value) !== undefined) ? "yes-no" : undefined;
}

/** The form with these questions at the end of its last section. */
export function withGuesses(form: FormDefinition, guesses: readonly Guess[], section: string, newId: () => string): FormDefinition {
  return guesses.reduce((next, { title, type, options, required }, at) => {
    const id = newId();
    const made = addField(
      next,
      { section, at: at + (form.layout?.flatMap(({ sections }) => sections).find((one) => one.id === section)?.fields.length ?? 0) },
      type,
      title,
      id,
    );
    const list: OptionDefinition[] | undefined = options?.map((words, n) => ({ id: `o${n + 1}`, title: words }));
    const filled = list ? setField(made, id, { "x-options": list } satisfies Partial<FieldSchema>) : made;
    return required ? setRequired(filled, id, true) : filled;
  }, form);
}

/** Kinds of which a line of a list is read, found and chosen. */
const told: readonly FieldType[] = [
  "text",
  "person-name",
  "date",
  "integer",
  "number",
  "money",
  "percent",
  "select",
  "yes-no",
  "academic-year",
  "fiscal-year",
  "term",
  "time",
];
const mostTold = 5;

/** The form as a register: its list tells of each record what stands in its first fields, not who sent it, and is searched by words and chosen by its choices. */
export function asRegister(form: FormDefinition): FormDefinition {
  const names = (types: readonly FieldType[]): string[] =>
    Object.entries(form.schema.properties).flatMap(([name, field]) => (field["x-field"] && types.includes(field["x-field"]) ? [name] : []));
  const columns = names(told).slice(0, mostTold);
  if (!columns.length) return form;
  return { ...form, list: { lead: "columns", columns, search: names(["text", "person-name"]).slice(0, mostTold), filter: names(["select"]).slice(0, 3) } };
}

/** A plain JSON Schema, or one within `schema`, as the fields of a form; undefined when it is none. Keywords that we do not know are left out. */
export function fieldsFromSchema(value: unknown): FormDefinition["schema"] | undefined {
  const schema = (value as { schema?: unknown } | undefined)?.schema ?? value;
  if (typeof schema !== "object" || schema === null || typeof (schema as { properties?: unknown }).properties !== "object") return undefined;
  return {
    type: "object",
    ...pick(schema as Record<string, unknown>, ["required"]),
    properties: (schema as { properties: Record<string, FieldSchema> }).properties,
  };
}

function pick(object: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (object[key] === undefined ? [] : [[key, object[key]]])));
}
