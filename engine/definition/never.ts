// What can never be seen: a rule of when something shows that no answer makes true. Told as a doubt, because nothing else is wrong with it.
import type { FormDefinition, Problem } from "../../schemas/types.js";
import type { Tree } from "../expression/tree.js";
import { definitionProblem } from "../problem/definition.js";
import { type FlatField, levelsOf } from "./flatten.js";
import { type Rule, sectionsOf } from "./rules.js";

/** Doubts about fields and sections that nobody will ever see. */
export function checkNever(form: FormDefinition, flat: readonly FlatField[], rules: readonly Rule[]): Problem[] {
  const shows = rules.filter(({ use }) => use === "show");
  const sections = sectionsOf(form);
  const hidden = new Set<number>();
  const indexes = new Map<string, number>();
  for (const [index, { parent, name }] of flat.entries()) if (!indexes.has(keyOf(parent, name))) indexes.set(keyOf(parent, name), index);
  const held = (section: number) => flat.flatMap(({ parent, name }, index) => (parent < 0 && sections[section]!.section.fields.includes(name) ? [index] : []));
  const hide = (index: number): void => {
    if (hidden.has(index)) return;
    hidden.add(index);
    if (index >= flat.length) for (const field of held(index - flat.length)) hide(field);
    for (const [inside, { parent }] of flat.entries()) if (parent === index) hide(inside);
  };
  const where = shows.map(({ owner }): Where => ({ indexes, level: levelsOf(flat, flat[owner]?.parent ?? -1), flat, hidden }));
  const readers = readersOf(shows, where);
  // What is hidden reads as empty, which may hide more: only of what reads it, as a long form has a thousand rules.
  for (let open = shows.map((_, rule) => rule), known = 0; open.length; ) {
    for (const rule of open) if (never(shows[rule]!.tree, where[rule]!)) hide(shows[rule]!.owner);
    const fresh = [...hidden].slice(known);
    known = hidden.size;
    open = [...new Set(fresh.flatMap((index) => readers.get(index) ?? []))].filter((rule) => !hidden.has(shows[rule]!.owner));
  }
  return shows.flatMap(({ owner, tree, at }, rule) => {
    const field = flat[owner];
    if (!never(tree, where[rule]!)) return [];
    const title = field?.title ?? sections[owner - flat.length]!.section.title ?? sections[owner - flat.length]!.section.id;
    const code = field?.schema["x-require"] === undefined ? "definition.never-shown" : "definition.required-never-shown";
    return [definitionProblem(code, { title }, at, { level: "warn" })];
  });
}

interface Where {
  flat: readonly FlatField[];
  /** Fields by where they stand and their name. */
  indexes: ReadonlyMap<string, number>;
  /** The levels whose fields the rule reads, its own first. */
  level: readonly number[];
  hidden: ReadonlySet<number>;
}

/** Whether a condition is true for no answers. False when that cannot be told. */
function never(tree: Tree, where: Where): boolean {
  if (tree[0] === "lit") return tree[1] !== true;
  if (tree[0] === "name") return isHidden(tree, where);
  if (tree[0] !== "op") return false;
  const [, sign, left, right] = tree;
  if (sign === "&&") return never(left, where) || never(right, where);
  if (sign === "||") return never(left, where) && never(right, where);
  // Empty equals nothing, and has no order.
  if (sign === "!=" || !["==", "<", "<=", ">", ">=", "in"].includes(sign)) return false;
  if (isHidden(left, where) || isHidden(right, where)) return true;
  if (sign === "==") return noChoice(left, [right], where) || noChoice(right, [left], where);
  return sign === "in" && right[0] === "list" && noChoice(left, right.slice(1) as Tree[], where);
}

const isHidden = (tree: Tree, where: Where): boolean => {
  const index = fieldOf(tree, where);
  return index !== undefined && where.hidden.has(index);
};

/** A choice compared only with what cannot be chosen. */
function noChoice(tree: Tree, values: readonly Tree[], where: Where): boolean {
  const index = fieldOf(tree, where);
  const field = index === undefined ? undefined : where.flat[index];
  if (field?.type !== "select") return false;
  const options = field.schema["x-options"]?.map(({ id }) => id) ?? field.schema.enum;
  return options !== undefined && values.every((value) => value[0] === "lit" && typeof value[1] === "string" && !options.includes(value[1]));
}

const keyOf = (parent: number, name: string): string => `${parent} ${name}`;

function fieldOf(tree: Tree, { indexes, level }: Where): number | undefined {
  if (tree[0] !== "name") return undefined;
  for (const parent of level) {
    const index = indexes.get(keyOf(parent, tree[1]));
    if (index !== undefined) return index;
  }
  return undefined;
}

/** The rules that read a field, by its index. */
function readersOf(shows: readonly Rule[], where: readonly Where[]): Map<number, number[]> {
  const readers = new Map<number, Set<number>>();
  const read = (tree: Tree, rule: number): void => {
    const index = fieldOf(tree, where[rule]!);
    if (index !== undefined) readers.set(index, (readers.get(index) ?? new Set()).add(rule));
    for (const part of tree) if (Array.isArray(part)) read(part as unknown as Tree, rule);
  };
  for (const [rule, { tree }] of shows.entries()) read(tree, rule);
  return new Map([...readers].map(([index, rules]) => [index, [...rules]]));
}
