// Reads an expression as a person writes it (CEL) into our plain tree. The only importer of the expression library.
// For where definitions are written; nothing that a phone loads for filling imports this.
import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import type { Problem } from "../../schemas/types.js";
import { expressionProblem } from "../problem/expression.js";
import { syntaxWords } from "./syntax-words.js";
import type { Tree } from "./tree.js";
import { expressionDepth, expressionLength, expressionNodes } from "./types.js";

const reader = new Environment({ limits: { maxAstNodes: 10 * expressionNodes, maxDepth: expressionDepth } });
const binary = new Set(["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in"]);
/** Never a key of data. */
const untouchable = new Set(["__proto__", "constructor", "prototype"]);
const macros = new Set(["map", "filter", "all", "exists", "exists_one"]);

/** What the library read, before it is made plain: with positions. */
export function parseSource(source: string): ASTNode | Problem {
  if (source.trim() === "") return expressionProblem("expression.empty");
  if (source.length > expressionLength) return expressionProblem("expression.too-long", { count: source.length, limit: expressionNodes });
  try {
    return reader.parse(source).ast;
  } catch (error) {
    return syntaxProblem(source, error);
  }
}

/** The tree of an expression, or the problem with its place. */
export function parse(source: string): Tree | Problem {
  const ast = parseSource(source);
  if ("code" in ast) return ast;
  const unsupported: Problem[] = [];
  const refuse = (what: string, instead: string): Tree => {
    unsupported.push(expressionProblem("expression.unsupported", { what, instead }));
    return ["lit", null];
  };
  const tree = plain(ast, refuse);
  if (unsupported[0]) return unsupported[0];
  const count = size(tree);
  return count > expressionNodes ? expressionProblem("expression.too-long", { count, limit: expressionNodes }) : tree;
}

/** Whether what `parse` gave is a tree. */
export function isTree(result: Tree | Problem): result is Tree {
  return Array.isArray(result);
}

type Refuse = (what: string, instead: string) => Tree;

function plain(node: ASTNode, refuse: Refuse): Tree {
  const of = (child: ASTNode): Tree => plain(child, refuse);
  switch (node.op) {
    case "value":
      return literal(node.args, refuse);
    case "id":
      return ["name", node.args];
    case ".":
      return ["get", of(node.args[0]), node.args[1]];
    case "[]":
      return ["at", of(node.args[0]), of(node.args[1])];
    case "list":
      return ["list", ...node.args.map(of)];
    case "!_":
      return ["not", of(node.args)];
    case "-_": {
      const inner = of(node.args);
      return inner[0] === "lit" && typeof inner[1] === "number" ? ["lit", 0 - inner[1]] : ["neg", inner];
    }
    case "?:":
      return ["if", of(node.args[0]), of(node.args[1]), of(node.args[2])];
    case "call":
      return call(node.args[0], node.args[1], refuse);
    case "rcall":
      return method(node.args[0], node.args[1], node.args[2], refuse);
    case "map":
      return map(node.args, of, refuse);
    default:
      if (binary.has(node.op)) {
        const [left, right] = node.args as [ASTNode, ASTNode];
        return ["op", node.op as Extract<Tree, readonly ["op", ...unknown[]]>[1], of(left), of(right)];
      }
      return refuse(node.op, ". []");
  }
}

// Keys are written as texts: what a map holds is known where it is written.
function map(entries: [ASTNode, ASTNode][], of: (child: ASTNode) => Tree, refuse: Refuse): Tree {
  const keys = entries.map(([key]) => (key.op === "value" && typeof key.args === "string" ? key.args : undefined));
  if (keys.some((key) => key === undefined || untouchable.has(key))) return refuse("{key: …}", "{'key': …}");
  return ["map", keys as string[], ...entries.map(([, value]) => of(value))];
}

function literal(value: unknown, refuse: Refuse): Tree {
  if (value === null || typeof value === "boolean" || typeof value === "string" || typeof value === "number") return ["lit", value];
  if (typeof value !== "bigint") return refuse("b'' 1u", "'' 1");
  const number = Number(value);
  return Number.isSafeInteger(number) ? ["lit", number] : refuse(String(value), String(Number.MAX_SAFE_INTEGER));
}

function call(name: string, args: ASTNode[], refuse: Refuse): Tree {
  const values = args.map((arg) => plain(arg, refuse));
  // CEL's own has(a.b) asks whether a member is there.
  if (name === "has" && values.length === 1) return ["op", "!=", values[0]!, ["lit", null]];
  return ["call", name, ...values];
}

// `list.size()` is `size(list)`; the macros bind a name.
function method(name: string, receiver: ASTNode, args: ASTNode[], refuse: Refuse): Tree {
  const list = plain(receiver, refuse);
  const [item, body, more] = args;
  if (!macros.has(name) || item?.op !== "id" || !body) return ["call", name, list, ...args.map((arg) => plain(arg, refuse))];
  const kind = name as Extract<Tree, readonly ["each", ...unknown[]]>[1];
  if (!more) return ["each", kind, list, item.args, plain(body, refuse)];
  return ["each", "map", ["each", "filter", list, item.args, plain(body, refuse)], item.args, plain(more, refuse)];
}

/** Nodes of a tree. */
export function size(tree: Tree): number {
  let count = 0;
  const open: unknown[] = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (!Array.isArray(node)) continue;
    count++;
    // The keys of a map are no nodes.
    if (node[0] !== "lit") open.push(...node.slice(node[0] === "map" ? 2 : 1));
  }
  return count;
}

function syntaxProblem(source: string, error: unknown): Problem {
  if (!(error instanceof ParseError)) return expressionProblem("expression.too-deep", { limit: expressionDepth });
  if (error.code === "limit_exceeded") {
    return /maxDepth/.test(error.summary)
      ? expressionProblem("expression.too-deep", { limit: expressionDepth })
      : expressionProblem("expression.too-long", { count: `> ${expressionNodes}`, limit: expressionNodes });
  }
  const start = error.range?.start ?? 0;
  const shown = source.length > 80 ? `${source.slice(0, 77)}…` : source;
  return expressionProblem("expression.syntax", {
    source: shown,
    position: start + 1,
    detail: syntaxWords(error.code, source.slice(start, error.range?.end ?? start)),
  });
}
