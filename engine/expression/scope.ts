// The names that an expression may use where it stands, with their types; and the nearest one to a name that does not exist.
import type { Problem } from "../../schemas/types.js";
import { expressionProblem } from "../problem/expression.js";
import { typeWords } from "./type-words.js";
import type { Type, ValueType } from "./types.js";

/** A field as an expression sees it. */
export interface ScopeField {
  name: string;
  type: Type;
  /** Members: fields of a group, columns of a table, what a reference shows. */
  fields?: ScopeField[];
  /** Type of the items of a plain list. */
  items?: Type;
}

export interface Scope {
  /** Fields of its level: in a table row the row's own. */
  fields: ScopeField[];
  /** Fields around a table row, nearest level first. */
  outer?: ScopeField[][];
  /** Declared lookups by name; `fields` are the columns of picked rows. */
  lookups: Record<string, { type: Type; fields?: ScopeField[] }>;
  /** More facts of the place: `actor` and `comment` in a workflow rule. */
  more?: ScopeField[];
  /** Ids of the code lists that exist; unsaid, any may be named. */
  codes?: readonly string[];
}

/**
 * What is read: a field by its path from its level (0 is its own, 1 around it, …), a lookup by name, a fact by path, or a code list.
 * Reading a row's column also reads its table, as the path says.
 */
export type Read =
  | { kind: "field"; level: number; path: string[] }
  | { kind: "lookup"; path: string[] }
  | { kind: "fact"; path: string[] }
  | { kind: "codes"; path: string[] };

/** What is known of a part of an expression. */
export interface Known {
  type: Type;
  fields?: ScopeField[] | undefined;
  /** What each item of a list is. */
  item?: Known | undefined;
  /** What reading it reads. */
  read?: Read | undefined;
}

interface Reporter {
  readonly scope: Scope;
  problem(problem: Problem): void;
}

const author: ScopeField[] = [
  ...["account", "person", "name", "position", "organization", "personType", "phone"].map((name): ScopeField => ({ name, type: "text" })),
  { name: "duties", type: "list", items: "text" },
];
const facts: ScopeField[] = [
  { name: "today", type: "date" },
  { name: "author", type: "map", fields: author },
  {
    name: "organization",
    type: "map",
    fields: [
      ...["id", "kind", "name"].map((name): ScopeField => ({ name, type: "text" })),
      { name: "ancestors", type: "list", fields: ["id", "kind", "name"].map((name) => ({ name, type: "text" })) },
    ],
  },
  {
    name: "record",
    type: "map",
    fields: [
      { name: "state", type: "text" },
      { name: "date", type: "date" },
      { name: "since", type: "date" },
      { name: "number", type: "text" },
    ],
  },
];
/** What a workflow rule may read besides. */
export const workflowFacts: ScopeField[] = [
  {
    name: "actor",
    type: "map",
    fields: [
      { name: "duties", type: "list", items: "text" },
      { name: "account", type: "text" },
      { name: "person", type: "text" },
    ],
  },
  { name: "comment", type: "text" },
];

/** What a root name is, or a problem and undefined. */
export function inScope(name: string, checker: Reporter): Known | undefined {
  const { scope } = checker;
  const levels = [scope.fields, ...(scope.outer ?? [])];
  for (const [level, fields] of levels.entries()) {
    const field = fields.find((one) => one.name === name);
    if (field) return known(field, { kind: "field", level, path: [name] });
  }
  if (name === "lookups") return { type: "map", read: { kind: "lookup", path: [] } };
  const places = [...(scope.more ?? []), ...facts];
  const fact = places.find((one) => one.name === name);
  if (fact) return known(fact, { kind: "fact", path: [name] });
  report(name, [...levels.flat(), ...places].map((one) => one.name).concat("lookups"), checker);
  return undefined;
}

/** What a member of something is, or a problem and undefined. */
export function member(from: Known, name: string, checker: Reporter): Known | undefined {
  const { scope } = checker;
  if (from.read?.kind === "lookup" && from.read.path.length === 0) {
    const lookup = Object.hasOwn(scope.lookups, name) ? scope.lookups[name] : undefined;
    if (!lookup)
      report(
        `lookups.${name}`,
        Object.keys(scope.lookups).map((one) => `lookups.${one}`),
        checker,
      );
    return lookup && { ...known({ name, type: lookup.type as ValueType, ...(lookup.fields && { fields: lookup.fields }) }, { kind: "lookup", path: [name] }) };
  }
  if (from.type === "any") return { type: "any", read: from.read };
  if (from.type === "list") {
    const column = from.item && member(from.item, name, checker);
    return column && { type: "list", item: column, read: column.read };
  }
  if (from.type !== "map") {
    checker.problem(expressionProblem("expression.no-member", { name, actual: typeWords(from.type) }));
    return undefined;
  }
  if (!from.fields) return { type: "any", read: from.read };
  const field = from.fields.find((one) => one.name === name);
  if (!field)
    report(
      name,
      from.fields.map((one) => one.name),
      checker,
    );
  return field && known(field, from.read && { ...from.read, path: [...from.read.path, name] });
}

/** The names that may follow a path: all that are seen where none is written yet, the members of what the path means after it. */
export function namesAfter(path: readonly string[], scope: Scope): ScopeField[] {
  const [root, ...rest] = path;
  if (root === undefined) {
    const seen = [...scope.fields, ...(scope.outer ?? []).flat(), ...(scope.more ?? []), ...facts, { name: "lookups", type: "map" as const }];
    const told = new Set<string>();
    // The nearest one of a name is what it means.
    return seen.filter(({ name }) => !told.has(name) && told.add(name));
  }
  const silent: Reporter = { scope, problem: () => undefined };
  let at = inScope(root, silent);
  for (const name of rest) at = at && member(at, name, silent);
  if (at?.read?.kind === "lookup" && at.read.path.length === 0)
    return Object.entries(scope.lookups).map(([name, { type, fields }]) => ({ name, type: type as ValueType, ...(fields && { fields }) }));
  return at?.fields ?? at?.item?.fields ?? [];
}

function known(field: ScopeField, read: Read | undefined): Known {
  if (field.type !== "list") return { type: field.type, fields: field.fields, read };
  return { type: "list", read, item: field.fields ? { type: "map", fields: field.fields, read } : { type: field.items ?? "any", read } };
}

function report(name: string, names: readonly string[], checker: Reporter): void {
  const suggestion = nearest(name, names);
  checker.problem(suggestion ? expressionProblem("expression.misspelt-name", { name, suggestion }) : expressionProblem("expression.unknown-name", { name }));
}

/** The name that is a slip or two away. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(name.length / 3));
  const scored = names.map((other) => ({ other, far: distance(name.toLowerCase(), other.toLowerCase()) })).filter(({ far }) => far <= allowed);
  return scored.sort((a, b) => a.far - b.far)[0]?.other;
}

// Letters to add, drop, change, or swap with the next.
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped ? before[j - 2]! + 1 : Infinity);
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
