// Which tables an expression reads as a whole, and which only row by row or to count them.
// `share = amount / sum(rows.map(r, r.amount))` reads the column `amount`, not the column it stands in: only so is it no circle.
import type { Tree } from "../expression/tree.js";

/** Ways to read a list that depend only on which rows there are. */
const counting = new Set(["size", "count", "empty"]);

type Sources = ReadonlyMap<string, string>;

/** Paths, joined by dots, that are read whole: a bare `rows`, a bare row of a macro. */
export function readWhole(tree: Tree): Set<string> {
  const whole = new Set<string>();
  consume(tree, new Map(), whole);
  return whole;
}

// A tree whose value is used as it is.
function consume(tree: Tree, locals: Sources, whole: Set<string>): void {
  const source = follow(tree, locals, whole);
  if (source !== undefined) whole.add(source);
}

// The path whose rows or members a tree stands for, without saying yet that it is read whole.
function follow(tree: Tree, locals: Sources, whole: Set<string>): string | undefined {
  switch (tree[0]) {
    case "lit":
      return undefined;
    case "name":
      return locals.has(tree[1]) ? locals.get(tree[1]) : tree[1];
    case "get": {
      const from = follow(tree[1], locals, whole);
      return from === undefined ? undefined : `${from}.${tree[2]}`;
    }
    case "at":
      consume(tree[2], locals, whole);
      return follow(tree[1], locals, whole);
    case "each": {
      const [, kind, list, name, body] = tree;
      const from = follow(list, locals, whole);
      const within = new Map(locals);
      within.set(name, from ?? "");
      consume(body, within, whole);
      return kind === "filter" ? from : undefined;
    }
    case "call":
      for (const arg of tree.slice(2) as Tree[]) {
        if (counting.has(tree[1])) follow(arg, locals, whole);
        else consume(arg, locals, whole);
      }
      return undefined;
    case "op": {
      const [, operator, left, right] = tree;
      const empty = (operator === "==" || operator === "!=") && [left, right].some((side) => side[0] === "lit" && side[1] === null);
      for (const side of [left, right]) {
        if (empty) follow(side, locals, whole);
        else consume(side, locals, whole);
      }
      return undefined;
    }
    case "map":
      for (const value of tree.slice(2) as Tree[]) consume(value, locals, whole);
      return undefined;
    default:
      for (const part of tree.slice(1) as Tree[]) consume(part, locals, whole);
      return undefined;
  }
}
