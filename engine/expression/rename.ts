// Renames what an expression reads, from its syntax tree: in the source, so that everything else stays as its author wrote it.
import type { Problem } from "../../schemas/types.js";
import { expressionProblem } from "../problem/expression.js";
import { parseSource } from "./parse.js";

type Node = Exclude<ReturnType<typeof parseSource>, Problem>;

/** A name in a source: the path it reads (`i.qty` within `items.all(i, …)` is `items`, `qty`) and where its last part stands. */
export interface Occurrence {
  path: readonly string[];
  start: number;
  end: number;
  /** Names that stand for rows there. */
  locals: readonly string[];
}

/** Each name an expression reads, with its place; or why it cannot be read. */
export function occurrences(source: string): Occurrence[] | Problem {
  const ast = parseSource(source);
  if ("code" in ast) return ast;
  const found: Occurrence[] = [];
  visit(ast, new Map(), found);
  return found;
}

/**
 * The source with names changed. `rename` is asked for each path that is read and gives the new last part, or undefined to keep it.
 */
export function renameIn(source: string, rename: (path: readonly string[]) => string | undefined): string | Problem {
  const found = occurrences(source);
  if (!Array.isArray(found)) return found;
  let result = source;
  // From the end, so that the places before stay true.
  for (const { path, start, end, locals } of found.sort((a, b) => b.start - a.start)) {
    const name = rename(path);
    if (name === undefined) continue;
    if (path.length === 1 && locals.includes(name)) return expressionProblem("expression.captured", { source, name });
    result = result.slice(0, start) + name + result.slice(end);
  }
  return result;
}

type Locals = ReadonlyMap<string, readonly string[] | undefined>;

/** Notes what a node reads, and gives the path that its value comes from, if it comes from one. */
function visit(node: Node, locals: Locals, found: Occurrence[]): readonly string[] | undefined {
  const note = (path: readonly string[], start: number, end: number) => {
    found.push({ path, start, end, locals: [...locals.keys()] });
    return path;
  };
  switch (node.op) {
    case "value":
      return undefined;
    case "id":
      return locals.has(node.args) ? locals.get(node.args) : note([node.args], node.start, node.end);
    case ".": {
      const [from, name] = node.args;
      const path = visit(from, locals, found);
      return path && note([...path, name], node.end - name.length, node.end);
    }
    case "[]":
      visit(node.args[1], locals, found);
      return visit(node.args[0], locals, found);
    case "rcall":
      return visitMethod(node.args, locals, found);
    case "call":
      for (const arg of node.args[1]) visit(arg, locals, found);
      return undefined;
    case "map":
      for (const entry of node.args) for (const part of entry) visit(part, locals, found);
      return undefined;
    default:
      for (const part of (Array.isArray(node.args) ? node.args : [node.args]) as Node[]) visit(part, locals, found);
      return undefined;
  }
}

// A macro's first value is the name of each row, not something it reads.
function visitMethod([name, receiver, args]: Extract<Node, { op: "rcall" }>["args"], locals: Locals, found: Occurrence[]): readonly string[] | undefined {
  const path = visit(receiver, locals, found);
  const [row, ...rest] = args;
  const macro = ["map", "filter", "all", "exists", "exists_one"].includes(name) && row?.op === "id" && rest.length > 0;
  if (!macro) {
    for (const arg of args) visit(arg, locals, found);
    return undefined;
  }
  const inner = new Map(locals).set(row.args as string, path);
  for (const part of rest) visit(part, inner, found);
  return name === "filter" ? path : undefined;
}
