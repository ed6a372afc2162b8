// Running numbers: asked for here, counted inside the commit. Until then a token stands in the number's place.
import type { CompiledField } from "../compile/compiled.js";
import { isEmpty } from "../fields/field.js";
import { academicYear, bangkokDate, calendarYear, fiscalYear } from "../thai/date.js";
import { numberedOf } from "../workflow/kept-facts.js";
import type { NewNumber } from "./act-types.js";
import type { Step } from "./case.js";
import type { Answers } from "./place.js";

const token = "number:";

/** Asks for each number that this action gives. It is given once, and only when the record really moves. */
export const number: Step = (current) => {
  const { form, does, moves, record, context } = current;
  if (!does || !moves) return current;
  const already: Answers = record.answers;
  const fields = form.fields.filter((field) => takes(field, does.id) && isEmpty(already[field.name]));
  if (!fields.length) return current;
  const numbers = fields.map((field) => ask(field, context.now, token + context.newId()));
  const answers = { ...already, ...Object.fromEntries(fields.map((field, index) => [field.name, numbers[index]!.token])) };
  const numbered = { ...numberedOf(record), ...Object.fromEntries(fields.map((field) => [field.id, context.now])) };
  return { ...current, numbers, record: { ...record, answers, facts: { ...record.facts, numbered } } };
};

function takes({ type, parent, options }: CompiledField, action: string): boolean {
  return type === "running-number" && parent < 0 && (options.number?.on ?? "submit") === action;
}

function ask(field: CompiledField, now: string, mark: string): NewNumber {
  const { series, period, pattern } = field.options.number!;
  const day = bangkokDate(now);
  const year = { "calendar-year": calendarYear, "fiscal-year": fiscalYear, "academic-year": academicYear, ever: calendarYear }[period](day);
  return {
    sequence: `${series}/${period === "ever" ? "ever" : year}`,
    pattern: (pattern ?? "{n}/{year}").replaceAll("{year}", String(year)),
    token: mark,
    field: field.id,
  };
}

/** Whether a value is a number that has not been counted yet. */
export function isToken(value: unknown): boolean {
  return typeof value === "string" && value.startsWith(token);
}
