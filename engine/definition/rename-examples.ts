// A field called otherwise in the examples of its form: their answers, what they expect, and the records of the same form that they look up.
import type { FormDefinition, FormExample } from "../../schemas/types.js";

type Json = Record<string, unknown>;

const isPlain = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);

/** The examples with the field at a path of names called `to`. */
export function renameInExamples(form: FormDefinition, from: readonly string[], to: string): FormExample[] {
  const own = Object.entries(form.lookups ?? {}).flatMap(([name, { form: read, pick }]) =>
    read === form.id && (pick === "first" || pick === "last" || pick === "rows") ? [name] : [],
  );
  const top = (name: string): string => (from.length === 1 && name === from[0] ? to : name);
  return (form.examples ?? []).map((example) => {
    const { lookups, answers, expect } = example;
    return {
      ...example,
      answers: inAnswers(answers, from, to) as Json,
      ...(lookups && {
        lookups: Object.fromEntries(Object.entries(lookups).map(([name, value]) => [name, own.includes(name) ? looked(value, from, to) : value])),
      }),
      expect: {
        ...expect,
        ...(expect.problems && { problems: expect.problems.map((one) => ({ ...one, path: inPointer(one.path, from, to) })) }),
        ...(expect.values && { values: inAnswers(expect.values, from, to) as Json }),
        ...(expect.shown && { shown: expect.shown.map(top) }),
        ...(expect.hidden && { hidden: expect.hidden.map(top) }),
      },
    };
  });
}

/** In a group by its name, in a table in each of its rows. */
function inAnswers(value: unknown, [name, ...rest]: readonly string[], to: string): unknown {
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      if (key !== name) return [key, inside];
      if (!rest.length) return [to, inside];
      return [key, Array.isArray(inside) ? inside.map((row) => inAnswers(row, rest, to)) : inAnswers(inside, rest, to)];
    }),
  );
}

/** A record that was found, or several. */
const looked = (value: unknown, from: readonly string[], to: string): unknown =>
  Array.isArray(value) ? value.map((one) => inAnswers(one, from, to)) : inAnswers(value, from, to);

/** A pointer goes by names and, in a table, by the number of a row. */
function inPointer(path: string, from: readonly string[], to: string): string {
  const keys = path.split("/").slice(1);
  let at = 0;
  for (const [nth, key] of keys.entries()) {
    if (at > 0 && /^\d+$/.test(key)) continue;
    if (key !== from[at]) return path;
    at += 1;
    if (at === from.length) return `/${keys.with(nth, to).join("/")}`;
  }
  return path;
}
