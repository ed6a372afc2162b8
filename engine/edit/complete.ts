// What may stand where the cursor is in an expression: names of fields and facts, members, functions, code lists, and the choices of a field.
// It reads the text before the cursor only: an expression that is being typed is seldom one that can be parsed.
import { functions } from "../expression/functions.js";
import { namesAfter, type Scope } from "../expression/scope.js";
import type { Type } from "../expression/types.js";

export interface Completion {
  kind: "name" | "function" | "list" | "choice";
  /** What it is called: a path from its root, a function, an id. */
  name: string;
  /** What is written in place of the word that was begun. */
  insert: string;
  /** Of a name. */
  type?: Type;
  /** Of a function: `workdays(from, to)`. */
  usage?: string;
}

export interface Completions {
  /** Where the word begins that a completion takes the place of; it ends at the cursor. */
  from: number;
  /** Best first: what begins with the word, then what has it inside. */
  items: Completion[];
}

/** The ids that the field of this path may be answered with, where it has choices. */
export type ChoicesOf = (path: string) => readonly string[] | undefined;

export function completionsAt(source: string, cursor: number, scope: Scope, choicesOf: ChoicesOf = () => undefined): Completions {
  const before = source.slice(0, cursor);
  const quote = openQuote(before);
  if (quote !== undefined) return inQuotes(before, quote, scope, choicesOf);
  const word = /[A-Za-z_][\w.]*$/.exec(before)?.[0] ?? "";
  // A digit or a word in another script is no name that could be finished.
  if (!word && /[\p{L}\p{N}_.]$/u.test(before)) return { from: cursor, items: [] };
  const path = word.split(".");
  const begun = path.pop() ?? "";
  const names = namesAfter(path, scope)
    .filter(({ type }) => type !== "none")
    .map(({ name, type }): Completion => ({ kind: "name", name: [...path, name].join("."), insert: name, type }));
  const calls = path.length ? [] : Object.values(functions).map(({ name, usage }): Completion => ({ kind: "function", name, insert: `${name}(`, usage }));
  return { from: cursor - begun.length, items: fitting([...names, ...calls], begun) };
}

/** Where the text begins that is not closed before the cursor; undefined outside of texts. */
function openQuote(before: string): number | undefined {
  let open: number | undefined;
  for (let at = 0; at < before.length; at++) {
    const letter = before[at]!;
    if (open === undefined) {
      if (letter === "'" || letter === '"') open = at;
    } else if (letter === "\\") at++;
    else if (letter === before[open]) open = undefined;
  }
  return open;
}

/** `code('` is answered by lists, `kind == '` and `kind in ['a', '` by choices. */
function inQuotes(before: string, open: number, scope: Scope, choicesOf: ChoicesOf): Completions {
  const begun = before.slice(open + 1);
  const ahead = before.slice(0, open);
  const end = before[open]!;
  const ids = (kind: Completion["kind"], all: readonly string[]): Completions => ({
    from: open + 1,
    items: fitting(
      all.map((id) => ({ kind, name: id, insert: id + end })),
      begun,
    ),
  });
  const called = /(\w+)\(\s*$/.exec(ahead)?.[1];
  if (called !== undefined) {
    const entry = Object.hasOwn(functions, called) ? functions[called] : undefined;
    return ids("list", entry?.reads?.named === 0 ? (scope.codes ?? []) : []);
  }
  const compared = /([A-Za-z_][\w.]*)\s*(?:==|!=|in\s*\[[^[\]]*)\s*$/.exec(ahead)?.[1] ?? /\bhas\(\s*([A-Za-z_][\w.]*)\s*,\s*$/.exec(ahead)?.[1];
  return ids("choice", (compared === undefined ? undefined : choicesOf(compared)) ?? []);
}

function fitting(all: readonly Completion[], begun: string): Completion[] {
  const word = begun.toLowerCase();
  const own = ({ name, kind }: Completion): string => (kind === "name" ? name.slice(name.lastIndexOf(".") + 1) : name).toLowerCase();
  const starts = all.filter((one) => own(one).startsWith(word));
  const has = all.filter((one) => !own(one).startsWith(word) && own(one).includes(word));
  return [...starts, ...has];
}
