// Why an expression comes to what it does: its value with the values it was made of, and the sum in rows behind "ทำไม?".
import { countedRows } from "./counted-rows.js";
import { type Env, evaluate } from "./evaluate.js";
import { type Tree, unknown, type Value } from "./tree.js";

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

/** The value of a tree with its reasons. The value is the one that `evaluate` gives. */
export function explain(tree: Tree, env: Env): Trace {
  const trace: Trace = { node: tree, value: evaluate(tree, env), parts: [], rows: [] };
  const path = pathOf(tree);
  if (path) trace.path = path;
  else trace.parts = counted(tree, env).map((part) => explain(part, env));
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

/** The names from a root, of a tree that is a run of names. */
export function pathOf(tree: Tree): readonly string[] | undefined {
  if (tree[0] === "name") return [tree[1]];
  if (tree[0] !== "get") return undefined;
  const before = pathOf(tree[1]);
  return before && [...before, tree[2]];
}

function counted(tree: Tree, env: Env): readonly Tree[] {
  switch (tree[0]) {
    case "lit":
      return [];
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
    case "call":
    case "map":
      return tree.slice(2) as Tree[];
    default:
      return tree.slice(1).filter((part): part is Tree => Array.isArray(part));
  }
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
