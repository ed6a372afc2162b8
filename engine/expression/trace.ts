// Why an expression comes to what it does: its value with the values it was made of, and the sum in rows behind "ทำไม?".
import { counted, pathOf } from "./counted-parts.js";
import { countedRows } from "./counted-rows.js";
import { type Env, evaluate } from "./evaluate.js";
import { type Source, sourcesOf } from "./sources.js";
import type { Tree, Value } from "./tree.js";

type Words = { th: string; en: string };

/** A row of the sum: what it counts, or the path of a field or fact whose title the reader knows. */
export interface TraceRow {
  title?: Words;
  /** Names from a root: `["days"]`, `["lookups", "taken"]`. */
  path?: readonly string[];
  value: Value;
  unit?: Words;
}

export interface Trace {
  node: Tree;
  value: Value;
  /** What it read, when the node is a run of names. */
  path?: readonly string[];
  /** The nodes it was made of, as far as they counted: of a choice, the branch taken. */
  parts: Trace[];
  /** The value as a sum in rows; what it read, where it is no sum. */
  rows: TraceRow[];
}

/** A whole expression with its reasons. */
export interface Explained extends Trace {
  /** What it read, and from where. */
  sources: Source[];
}

/** The value of a tree with its reasons. The value is the one that `evaluate` gives. */
export function explain(tree: Tree, env: Env): Explained {
  return { ...traced(tree, env), sources: sourcesOf(tree, env) };
}

function traced(tree: Tree, env: Env): Trace {
  const trace: Trace = { node: tree, value: evaluate(tree, env), parts: [], rows: [] };
  const path = pathOf(tree);
  if (path) trace.path = path;
  else trace.parts = counted(tree, env).map((part) => traced(part, env));
  trace.rows = rowsOf(trace, env);
  return trace;
}

/** Everything a value was made of that has a name, each once, in the order of the expression. */
export function reads(trace: Trace): { path: readonly string[]; value: Value }[] {
  const found = new Map<string, { path: readonly string[]; value: Value }>();
  const visit = ({ path, value, parts }: Trace) => {
    if (path) found.set(path.join("."), { path, value });
    parts.forEach(visit);
  };
  visit(trace);
  return [...found.values()];
}

/** What a formula came down to: of each choice the branch taken, and no factor of one. */
export function settled({ node, parts }: Trace): Tree {
  const [first, second] = parts;
  if (node[0] === "if") return second ? settled(second) : node;
  if (node[0] !== "op" || !first || !second || !["+", "-", "*", "/"].includes(node[1])) return node;
  return (node[1] === "*" || node[1] === "/") && second.value === 1 ? settled(first) : ["op", node[1], settled(first), settled(second)];
}

// These give one of their values, or it in another form: its reasons are theirs.
const through = new Set(["round", "floor", "ceil", "abs", "text", "number", "bahtText"]);

function rowsOf({ node, value, path, parts }: Trace, env: Env): TraceRow[] {
  if (path) return [{ path, value }];
  if (node[0] === "lit") return [{ title: { th: "ค่าที่กำหนดไว้", en: "Set value" }, value }];
  if (node[0] === "if") return parts[1]?.rows ?? parts[0]!.rows;
  if (node[0] === "op" && node[1] === "+") return parts.flatMap(({ rows }) => rows);
  if (node[0] === "op" && node[1] === "-") return [...parts[0]!.rows, ...parts[1]!.rows.map(negative)];
  if (node[0] === "call") {
    const args = parts.map((part) => part.value);
    const rows = countedRows(node[1], args, env.facts);
    if (rows) return rows;
    if (through.has(node[1])) return parts[0]?.rows ?? [];
    if (node[1] === "coalesce") return parts.find((part) => part.value === value)?.rows ?? [];
  }
  return reads({ node, value, parts, rows: [] });
}

function negative(row: TraceRow): TraceRow {
  return typeof row.value === "number" ? { ...row, value: 0 - row.value } : row;
}
