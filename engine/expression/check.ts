// Checks the names and types of a tree where it is written, and says what it reads. Each problem names the nearest name that exists.
// For where definitions are written; nothing that a phone loads for filling imports this.
import type { Problem } from "../../schemas/types.js";
import { expressionProblem } from "../problem/expression.js";
import { checkCall, checkOperator } from "./check-calls.js";
import { needCondition } from "./check-result.js";
import { inScope, type Known, member, type Read, type Scope } from "./scope.js";
import type { Tree } from "./tree.js";
import { typeWords } from "./type-words.js";
import type { Type } from "./types.js";

export { checkResult } from "./check-result.js";
export type { Read, Scope, ScopeField } from "./scope.js";

export interface Checked {
  type: Type;
  problems: Problem[];
  reads: Read[];
}

/** What walks the tree and remembers. */
export interface Checker {
  known(tree: Tree, locals: Locals): Known;
  problem(problem: Problem): void;
  read(read: Read): void;
  readonly scope: Scope;
}

export type Locals = ReadonlyMap<string, Known>;

/** The type of an expression, its problems, and everything it reads. */
export function check(tree: Tree, scope: Scope): Checked {
  const problems: Problem[] = [];
  const reads = new Map<string, Read>();
  const checker: Checker = {
    scope,
    known: (inner, locals) => know(inner, locals, checker),
    problem: (problem) => problems.push(problem),
    read: (read) => reads.set(JSON.stringify(read), read),
  };
  const { type } = checker.known(tree, new Map());
  return { type, problems, reads: [...reads.values()] };
}

function know(tree: Tree, locals: Locals, checker: Checker): Known {
  switch (tree[0]) {
    case "lit":
      return { type: tree[1] === null ? "any" : typeof tree[1] === "string" ? "text" : (typeof tree[1] as Type) };
    case "name":
    case "get":
      return path(tree, locals, checker);
    case "at": {
      const from = checker.known(tree[1], locals);
      checker.known(tree[2], locals);
      if (from.type !== "list" && from.type !== "map" && from.type !== "any")
        checker.problem(expressionProblem("expression.list-type", { actual: typeWords(from.type) }));
      return from.item ?? { type: "any" };
    }
    case "list": {
      const items = tree.slice(1).map((item) => checker.known(item as Tree, locals));
      const one = items[0];
      return { type: "list", item: one && items.every((item) => item.type === one.type) ? one : { type: "any" } };
    }
    case "map": {
      const values = tree.slice(2).map((value) => checker.known(value as Tree, locals));
      // Each key is known by its type; what it was made of is read already.
      return { type: "map", fields: tree[1].map((name, index) => ({ name, type: values[index]!.type })) };
    }
    case "not":
      needCondition(checker.known(tree[1], locals), checker);
      return { type: "boolean" };
    case "neg": {
      const { type } = checker.known(tree[1], locals);
      if (type !== "number" && type !== "any")
        checker.problem(expressionProblem("expression.operator-type", { operator: "-", left: typeWords(type), right: typeWords("number") }));
      return { type: "number" };
    }
    case "if": {
      needCondition(checker.known(tree[1], locals), checker);
      const [then, otherwise] = [checker.known(tree[2], locals), checker.known(tree[3], locals)];
      return then.type === otherwise.type ? then : isNull(tree[2]) ? otherwise : isNull(tree[3]) ? then : { type: "any" };
    }
    case "op":
      return checkOperator(tree, locals, checker);
    case "call":
      return checkCall(tree, locals, checker);
    case "each":
      return each(tree, locals, checker);
  }
}

// The longest run of names from a root: what is read is the whole run, not each step of it.
function path(tree: Tree, locals: Locals, checker: Checker): Known {
  const names: string[] = [];
  let at = tree;
  for (; at[0] === "get"; at = at[1]) names.unshift(at[2]);
  const start = at[0] === "name" ? (locals.get(at[1]) ?? inScope(at[1], checker)) : checker.known(at, locals);
  let known: Known | undefined = start;
  for (const name of names) known = known && member(known, name, checker);
  if (known?.read) checker.read(known.read);
  return known ?? { type: "any" };
}

function each([, kind, list, name, body]: Extract<Tree, readonly ["each", ...unknown[]]>, locals: Locals, checker: Checker): Known {
  const from = checker.known(list, locals);
  if (from.type !== "list" && from.type !== "any") checker.problem(expressionProblem("expression.list-type", { actual: typeWords(from.type) }));
  const item = from.item ?? { type: "any" };
  const result = checker.known(body, new Map(locals).set(name, item));
  if (kind === "map") return { type: "list", item: { ...result, read: undefined } };
  needCondition(result, checker);
  return kind === "filter" ? { type: "list", item } : { type: "boolean" };
}

function isNull(tree: Tree): boolean {
  return tree[0] === "lit" && tree[1] === null;
}
