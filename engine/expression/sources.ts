// Where the values of an expression come from: an answer, other records, a dated code list, the calendar, the person, the day.
// Only what counted is named: of a choice the branch taken, of a condition what decided it.
import type { CodeRow } from "../../schemas/types.js";
import { counted, partsOf, pathOf } from "./counted-parts.js";
import { type Env, evaluate } from "./evaluate.js";
import { rowAt, rowOf } from "./functions/codes.js";
import { type Tree, unknown, type Value } from "./tree.js";

export interface Source {
  /** `name` is a name that the place itself knows: an answer, or what goes with a case. The others are facts. */
  from: "name" | "lookup" | "codes" | "calendar" | "author" | "organization" | "record" | "today";
  /** The names read, or the code list with what was asked of it. */
  path: readonly string[];
  value: Value;
  /** The row of the code list that decided. */
  row?: CodeRow;
  /** Of a lookup: when it was resolved, and how many records it came from. */
  at?: string;
  records?: number;
}

const facts = new Set(["author", "organization", "record", "today"]);

/** What a tree read, each once, in the order of the expression. */
export function sourcesOf(tree: Tree, env: Env): Source[] {
  const found = new Map<string, Source>();
  visit(tree, env, new Set(), (source) => {
    const key = `${source.from} ${source.path.join(".")}`;
    if (!found.has(key)) found.set(key, source);
  });
  return [...found.values()];
}

type Told = (source: Source) => void;

function visit(tree: Tree, env: Env, items: ReadonlySet<string>, tell: Told): void {
  const path = pathOf(tree);
  if (path) {
    if (!items.has(path[0]!)) tell(named(tree, path, env));
    return;
  }
  if (tree[0] === "each") {
    visit(tree[2], env, items, tell);
    // The body speaks of each item in turn: the item is part of its list, the rest is read beside it.
    visit(tree[4], env, new Set([...items, tree[3]]), tell);
    return;
  }
  if (tree[0] === "call") called(tree, env, items, tell);
  // In the body of a list nothing is decided: every branch may count for some item.
  for (const part of items.size ? partsOf(tree) : counted(tree, env)) visit(part, env, items, tell);
}

function named(tree: Tree, path: readonly string[], env: Env): Source {
  const value = evaluate(tree, env);
  const [root = "", name = ""] = path;
  if (env.name(root) !== undefined) return { from: "name", path, value };
  if (root === "lookups") {
    const fact = Object.hasOwn(env.facts.lookups, name) ? env.facts.lookups[name] : undefined;
    return { from: "lookup", path, value, ...(fact && { at: fact.at, ...(fact.sources && { records: fact.sources.length }) }) };
  }
  return { from: facts.has(root) ? (root as Source["from"]) : "name", path, value };
}

function called([, name, ...args]: Extract<Tree, readonly ["call", ...unknown[]]>, env: Env, items: ReadonlySet<string>, tell: Told): void {
  if (name === "workdays") tell({ from: "calendar", path: ["holidays"], value: env.facts.codes.holidays ? null : unknown });
  if (name !== "code" && name !== "codes" && name !== "rate" && name !== "label") return;
  const [list, ...asked] = args.map((arg) => (speaksOf(arg as Tree, items) ? undefined : evaluate(arg as Tree, env)));
  if (typeof list !== "string") return;
  const rows = Object.hasOwn(env.facts.codes, list) ? env.facts.codes[list] : undefined;
  if (asked.includes(undefined)) {
    tell({ from: "codes", path: [list], value: null });
    return;
  }
  const row = rows && rowAsked(name, rows, asked as Value[], env.facts.today);
  const plain = asked.filter((one) => typeof one === "string" || typeof one === "number").map(String);
  tell({ from: "codes", path: [list, ...plain], value: evaluate(["call", name, ...args], env), ...(row && { row }) });
}

/** The row that a call found; what it asked may be anything. */
function rowAsked(name: string, rows: readonly CodeRow[], [first, second]: readonly Value[], today: string): CodeRow | undefined {
  if (name === "rate") return typeof first === "number" && typeof second === "string" ? rowAt(rows, first, second) : undefined;
  return typeof first === "string" ? rowOf(rows, first, today) : undefined;
}

/** Whether a tree reads one of these names. */
function speaksOf(tree: Tree, names: ReadonlySet<string>): boolean {
  return tree[0] === "name" ? names.has(tree[1]) : partsOf(tree).some((part) => speaksOf(part, names));
}
