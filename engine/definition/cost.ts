// What an expression may cost at worst: how many steps it takes when every table and list is full. Definitions come from others,
// and a macro within a macro within a macro over a large table would keep a server busy for hours.
import type { FormDefinition } from "../../schemas/types.js";
import type { Tree } from "../expression/tree.js";
import type { DefinitionContext } from "./context.js";
import { childrenOf, type FlatField, levelsOf } from "./flatten.js";
import { limits } from "./limits.js";
import type { Rule } from "./rules.js";

interface Cost {
  steps: number;
  /** Items of the list it gives; 1 for what is no list. */
  items: number;
  /** Items of the lists inside what it gives. */
  inside: number;
}

/** The sizes of what an expression can read by name. */
export interface Sizes {
  field(name: string): { items: number; inside: number };
  lookup(name: string): number;
  codes(name: string): number;
}

type Locals = ReadonlyMap<string, { items: number; inside: number }>;

/** Steps of a tree at worst. */
export function costOf(tree: Tree, sizes: Sizes): number {
  return cost(tree, sizes, new Map()).steps;
}

function cost(tree: Tree, sizes: Sizes, locals: Locals): Cost {
  const of = (inner: Tree): Cost => cost(inner, sizes, locals);
  switch (tree[0]) {
    case "lit":
      return { steps: 1, items: 1, inside: 1 };
    case "name": {
      const size = locals.get(tree[1]) ?? sizes.field(tree[1]);
      return { steps: 1, ...size };
    }
    case "get": {
      if (tree[1][0] === "name" && tree[1][1] === "lookups" && !locals.has("lookups")) return { steps: 1, items: sizes.lookup(tree[2]), inside: 1 };
      const from = of(tree[1]);
      // A member of a list is the list of its items' members; a member of a map may be any list inside it.
      return { steps: from.steps + from.items, items: Math.max(from.items, from.inside), inside: from.inside };
    }
    case "at": {
      const [from, key] = [of(tree[1]), of(tree[2])];
      return { steps: from.steps + key.steps + 1, items: from.inside, inside: from.inside };
    }
    case "each": {
      const [, kind, list, name, body] = tree;
      const from = of(list);
      const each = cost(body, sizes, new Map(locals).set(name, { items: from.inside, inside: from.inside }));
      const steps = from.steps + from.items * (each.steps + 1);
      if (kind === "map") return { steps, items: from.items, inside: Math.max(each.items, each.inside) };
      return { steps, items: kind === "filter" ? from.items : 1, inside: kind === "filter" ? from.inside : 1 };
    }
    case "call": {
      const parts = (tree.slice(2) as Tree[]).map(of);
      const named = tree[2]?.[0] === "lit" ? String(tree[2][1]) : "";
      const rows = ["codes", "code", "label", "rate"].includes(tree[1]) ? sizes.codes(named) : 1;
      const all = together(parts);
      return {
        steps: all.steps + all.items + rows + 1,
        items: tree[1] === "codes" ? rows : Math.max(1, ...parts.map(({ items }) => items), all.inside),
        inside: all.inside,
      };
    }
    case "map": {
      const all = together((tree.slice(2) as Tree[]).map(of));
      return { steps: all.steps + 1, items: 1, inside: Math.max(all.most, all.inside) };
    }
    case "list": {
      const all = together((tree.slice(1) as Tree[]).map(of));
      return { steps: all.steps + 1, items: Math.max(1, tree.length - 1), inside: Math.max(all.most, all.inside) };
    }
    default: {
      // Two lists added are as long as both; comparing walks through them.
      const parts = tree
        .slice(1)
        .filter((part): part is Tree => Array.isArray(part))
        .map(of);
      const all = together(parts);
      const joins = tree[0] === "op" && tree[1] === "+";
      return { steps: all.steps + all.items, items: joins ? all.items : all.most, inside: all.inside };
    }
  }
}

function together(parts: readonly Cost[]): Cost & { most: number } {
  const sum = (of: (part: Cost) => number) => parts.reduce((total, part) => total + of(part), 0);
  return {
    steps: sum(({ steps }) => steps),
    items: sum(({ items }) => items),
    most: Math.max(1, ...parts.map(({ items }) => items)),
    inside: Math.max(1, ...parts.map(({ inside }) => inside)),
  };
}

type Size = { items: number; inside: number };

const single: Size = { items: 1, inside: 1 };
/** A list that a formula gives is cut off by its bytes; no item is smaller than this. */
const mostComputed = Math.ceil(limits.computedBytes / 5);

/** The sizes seen from each level of a form, and how many rows that level has. */
export function sizesOf(form: FormDefinition, flat: readonly FlatField[], rules: readonly Rule[], context: DefinitionContext) {
  const children = childrenOf(flat);
  const values = new Map(rules.filter(({ use }) => use === "value").map(({ owner, tree }) => [owner, tree]));
  const known = new Map<number, Size>();
  const sizeOf = (index: number): Size => {
    const found = known.get(index);
    if (found) return found;
    // A circle is refused elsewhere; here it must only come to an end.
    known.set(index, single);
    const size = measureField(index);
    known.set(index, size);
    return size;
  };
  const measureField = (index: number): Size => {
    const { type, schema, parent } = flat[index]!;
    const inner = (children.get(index) ?? []).map(sizeOf);
    const inside = Math.max(1, ...inner.map(({ items, inside: deeper }) => Math.max(items, deeper)));
    if (type === "group") return { items: 1, inside };
    if (type === "table" && !values.has(index)) return { items: schema.maxItems ?? limits.rows, inside };
    const tree = values.get(index);
    if (tree && (type === "table" || schema.type === "array" || schema.type === "object")) {
      const made = cost(tree, at(parent).sizes, new Map());
      return { items: schema.type === "object" ? 1 : Math.min(made.items, mostComputed), inside: Math.min(Math.max(made.inside, inside), mostComputed) };
    }
    return schema.type === "array" || type === "multi-select" ? { items: schema.maxItems ?? limits.files, inside: 1 } : single;
  };
  const shared: Omit<Sizes, "field"> = {
    lookup(name) {
      const lookup = form.lookups && Object.hasOwn(form.lookups, name) ? form.lookups[name] : undefined;
      return lookup?.pick === "rows" || lookup?.by !== undefined ? (lookup.limit ?? limits.lookupRows) : 1;
    },
    codes: (name) => (context.codes && Object.hasOwn(context.codes, name) ? context.codes[name]!.rows.length : limits.codeRows),
  };
  const at = (parent: number): { sizes: Sizes; rows: number } => {
    const levels = levelsOf(flat, parent);
    const field = (name: string): Size => {
      for (const level of levels) {
        const index = children.get(level)?.find((one) => flat[one]!.name === name);
        if (index !== undefined) return sizeOf(index);
      }
      return single;
    };
    const rows = levels.reduce((product, level) => (flat[level]?.type === "table" ? product * sizeOf(level).items : product), 1);
    return { sizes: { ...shared, field }, rows };
  };
  return at;
}
