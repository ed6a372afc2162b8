// The answers as a letter prints them: a label, the text, and by type the day, the amount in words, the boxes to tick, the rows.
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { choices } from "../fields/options.js";
import { say } from "../text/text.js";
import { bahtText, largestBaht } from "../thai/baht.js";
import { isDay } from "../thai/day.js";
import type { Print } from "./context.js";
import { type Day, dayOf } from "./day.js";

export interface Shown {
  type: string;
  label: string;
  /** As it is kept. */
  value: unknown;
  /** As it is printed; blank where there is no answer. */
  text: string;
  empty: boolean;
  day?: Day;
  /** An amount in baht, in words. */
  words?: string;
  /** Choices with a box each; the ticked one is ☑. */
  options?: Box[];
  /** Files and photos: `<img src="/api/v1/files/{{id}}">` prints a picture. */
  files?: { id: string; name: string }[];
  /** Fields of a group. */
  fields?: Record<string, Shown>;
  /** Rows of a table: their number, and cells by name. */
  rows?: { number: string; cells: Record<string, Shown> }[];
  /** Columns of a table. */
  columns?: { name: string; label: string }[];
}

export interface Box {
  id: string;
  label: string;
  chosen: boolean;
  box: "☐" | "☑";
}

/** What people copy into a machine keeps its digits, in letters with Thai ones too. */
const asIs = new Set<string>(["email", "location"]);

type Answers = Record<string, unknown>;
type Field = CompiledForm["fields"][number];

/** Every field of the form by name, answered or not. */
export function showFields(form: CompiledForm, answers: Answers, facts: Facts, print: Print): Record<string, Shown> {
  const children = form.fields.map((_, index) => form.fields.flatMap((field, at) => (field.parent === index ? [at] : [])));
  const level = (indexes: number[], inside: Answers): Record<string, Shown> =>
    Object.fromEntries(indexes.map((index) => [form.fields[index]!.name, show(index, own(inside, form.fields[index]!.name))]));
  const show = (index: number, value: unknown): Shown => {
    const field = form.fields[index]!;
    const inner = children[index]!;
    if (field.type === "group") return { ...leaf(field, value, facts, print), fields: level(inner, plain(value)) };
    if (field.type !== "table") return leaf(field, value, facts, print);
    const columns = inner.map((at) => ({ name: form.fields[at]!.name, label: print(say(form.fields[at]!.title, "th")) }));
    const rows = (Array.isArray(value) ? value : []).map((row, at) => ({ number: print(String(at + 1)), cells: level(inner, plain(row)) }));
    return { ...leaf(field, value, facts, print), columns, rows };
  };
  return level(
    form.fields.flatMap(({ parent }, index) => (parent < 0 ? [index] : [])),
    answers,
  );
}

function leaf(field: Field, value: unknown, facts: Facts, print: Print): Shown {
  const { type, options } = field;
  const empty = isEmpty(value);
  return {
    type,
    label: print(say(field.title, "th")),
    value: value ?? null,
    text: empty ? "" : asIs.has(type) ? kinds[type].show(value, options, facts, "th") : print(kinds[type].show(value, options, facts, "th")),
    empty,
    ...(isDay(value) && { day: dayOf(value, print) }),
    ...(type === "money" && typeof value === "number" && Math.abs(value) <= largestBaht && { words: bahtText(value) }),
    ...((type === "file" || type === "photo") && { files: filesOf(value, facts) }),
    ...boxes(field, value, facts, print),
  };
}

function filesOf(value: unknown, { labels }: Facts): { id: string; name: string }[] {
  const ids = (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === "string" && id !== "");
  return ids.map((id) => ({ id, name: Object.hasOwn(labels, id) ? labels[id]! : id }));
}

function boxes({ type, options }: Field, value: unknown, facts: Facts, print: Print): { options?: Box[] } {
  const box = (id: string, label: string, chosen: boolean): Box => ({ id, label: print(label), chosen, box: chosen ? "☑" : "☐" });
  if (type === "yes-no") return { options: [box("yes", "ใช่", value === true), box("no", "ไม่ใช่", value === false)] };
  if (type !== "select" && type !== "multi-select") return {};
  const chosen = (id: string) => (Array.isArray(value) ? value.includes(id) : value === id);
  const all = choices(options, facts) ?? [];
  return { options: all.filter(({ id, open }) => open || chosen(id)).map(({ id, title }) => box(id, say(title, "th"), chosen(id))) };
}

function own(answers: Answers, name: string): unknown {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

function plain(value: unknown): Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Answers) : {};
}
