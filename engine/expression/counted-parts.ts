// The parts of an expression: the names it reads, and which of its parts counted for its value.
import { type Env, evaluate } from "./evaluate.js";
import { type Tree, unknown } from "./tree.js";

/** The names from a root, of a tree that is a run of names. */
export function pathOf(tree: Tree): readonly string[] | undefined {
  if (tree[0] === "name") return [tree[1]];
  if (tree[0] !== "get") return undefined;
  const before = pathOf(tree[1]);
  return before && [...before, tree[2]];
}

/** The parts of a node that counted for its value: of a choice the branch taken, of a condition what decided it. */
export function counted(tree: Tree, env: Env): readonly Tree[] {
  switch (tree[0]) {
    case "if": {
      const chosen = evaluate(tree[1], env);
      return chosen === unknown ? [tree[1]] : [tree[1], chosen === true ? tree[2] : tree[3]];
    }
    case "op": {
      const decided = tree[1] === "&&" ? false : tree[1] === "||" ? true : undefined;
      return decided !== undefined && evaluate(tree[2], env) === decided ? [tree[2]] : [tree[2], tree[3]];
    }
    // The body speaks of each item in turn; its reasons stand in the rows of the whole.
    case "each":
      return [tree[2]];
    default:
      return partsOf(tree);
  }
}

/** All parts of a node, whether they counted or not. */
export function partsOf(tree: Tree): readonly Tree[] {
  if (tree[0] === "lit" || tree[0] === "name") return [];
  const rest: readonly unknown[] = tree[0] === "call" || tree[0] === "map" ? tree.slice(2) : tree.slice(1);
  return rest.filter((part): part is Tree => Array.isArray(part));
}
