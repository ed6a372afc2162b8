// Which column of a sheet is which field of a form, by their words; and which organization a cell names. The person corrects what was matched wrong.
import type { FieldType, Problem, Text } from "../../../schemas/types.js";
import type { FieldOptions } from "../../fields/field.js";
import { importProblem } from "../../problem/import.js";
import { say } from "../../text/text.js";
import { searchable } from "../../thai/normalise.js";
import { readable } from "./read-cell.js";

/** A field that a column can fill: where its answer stands, by names and by ids. */
export interface Target {
  id: string;
  type: FieldType;
  title: Text;
  options: FieldOptions;
  path: readonly string[];
  ids: readonly string[];
  /** With the groups around it. */
  words: { th: string; en: string };
  required: boolean;
  /** A new record begins with a value here. */
  begins: boolean;
}

interface FormField {
  id: string;
  name: string;
  type: FieldType;
  parent: number;
  title: Text;
  options: FieldOptions;
  required?: true;
  value?: unknown;
  default?: unknown;
}

/** The fields that people answer and a cell can hold, in the order of the form. What is inside a table is many answers, so it is none of them. */
export function targetsOf(fields: readonly FormField[]): Target[] {
  return fields.flatMap((field) => {
    const chain = chainOf(fields, field);
    const apart = chain.some(({ type, value }) => value !== undefined || type === "table");
    if (apart || !readable(field.type)) return [];
    const words = (language: "th" | "en") => chain.map(({ title }) => say(title, language)).join(" › ");
    const { id, type, title, options } = field;
    const required = chain.every((one) => one.required === true);
    const place = { path: chain.map(({ name }) => name), ids: chain.map(({ id }) => id) };
    return [{ id, type, title, options, ...place, words: { th: words("th"), en: words("en") }, required, begins: field.default !== undefined }];
  });
}

/** Fields that must be answered and no column can fill: with such a form every row would be refused. */
export const unreachable = (fields: readonly FormField[]): Text[] =>
  fields
    .filter(({ type, required, value, parent }) => required && value === undefined && parent < 0 && !readable(type) && type !== "group")
    .map(({ title }) => title);

function chainOf(fields: readonly FormField[], field: FormField): FormField[] {
  return field.parent < 0 ? [field] : [...chainOf(fields, fields[field.parent]!), field];
}

/** Words without what people write one way or another: spaces, brackets with their unit, marks. */
const bare = (words: string): string =>
  searchable(words)
    .replace(/\([^)]*\)/g, "")
    .replace(/[\s.:*_\-/“”"'?]/g, "");

/** Fewer letters stand in too many other words. */
const fewest = 3;

/** For each column the id of its field, or nothing: by the same words first, then by name or id, then by words that hold each other. Each field once. */
export function matchColumns(header: readonly string[], targets: readonly Target[]): (string | undefined)[] {
  const matched: (string | undefined)[] = header.map(() => undefined);
  const free = new Set(targets);
  const names = (target: Target): string[] => [target.title, target.words].flatMap((words) => [bare(say(words, "th")), bare(say(words, "en"))]);
  const ways: ((column: string, target: Target) => boolean)[] = [
    (column, { title, words }) => [title, words].some((one) => says(one, column)),
    (column, target) => names(target).includes(bare(column)),
    (column, { id, path }) => column.trim() === id || column.trim() === path.join(".") || column.trim() === path.at(-1),
    (column, target) => names(target).some((name) => holds(name, bare(column)) || holds(bare(column), name)),
  ];
  for (const fits of ways)
    for (const [at, column] of header.entries()) {
      const target = matched[at] === undefined && column.trim() ? [...free].find((one) => fits(column, one)) : undefined;
      if (!target) continue;
      matched[at] = target.id;
      free.delete(target);
    }
  return matched;
}

/** Word for word, in either language. */
const says = (text: Text, words: string): boolean => (["th", "en"] as const).some((language) => searchable(say(text, language)) === searchable(words));

const holds = (whole: string, part: string): boolean => [...part].length >= fewest && whole.includes(part);

/** An organization that a record may belong to; `above` are those it stands in, the nearest first. */
export interface Place {
  id: string;
  name: Text;
  short?: Text;
  above: readonly Place[];
}

const called = ({ name, short }: Place): string[] => [name, short].flatMap((one) => (one === undefined ? [] : [bare(say(one, "th")), bare(say(one, "en"))]));

/** Most names that a sentence gives. */
const mostNamed = 4;

/** The organization a cell names: by its name or short name, a class also beside the name of its school. */
export function placeNamed(text: string, places: readonly Place[]): Place | Problem {
  const wanted = bare(text);
  const whole = places.filter(({ name, short }) => says(name, text) || (short !== undefined && says(short, text)));
  const exact = whole.length ? whole : places.filter((place) => called(place).includes(wanted));
  const together = places.filter((place) =>
    place.above.some((above) => called(place).some((own) => called(above).some((over) => wanted === own + over || wanted === over + own))),
  );
  const found = exact.length ? exact : together;
  if (found.length === 1) return found[0]!;
  if (!found.length) return importProblem("import.organization", { value: text, choices: places.slice(0, mostNamed).map(({ name }) => name) });
  return importProblem("import.organization-several", { value: text, choices: found.slice(0, mostNamed).map(({ name, above }) => above[0]?.name ?? name) });
}

/** The column that names organizations, where most of its cells do. */
export function placeColumn(header: readonly string[], rows: readonly (readonly string[])[], places: readonly Place[]): number | undefined {
  const known = new Set(
    places.flatMap((place) => [...called(place), ...place.above.flatMap((above) => called(above).flatMap((over) => called(place).map((own) => over + own)))]),
  );
  const at = header.findIndex((_, column) => {
    const cells = rows.map((row) => bare(row[column] ?? "")).filter(Boolean);
    return cells.length > 0 && cells.filter((cell) => known.has(cell)).length * 2 > cells.length;
  });
  return at < 0 ? undefined : at;
}
