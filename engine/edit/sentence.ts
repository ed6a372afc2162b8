// A rule as a sentence with slots: "ประเภทการลา เป็น ลาป่วย และ จำนวนวัน ตั้งแต่ 3". Made of an expression and written back as one.
// An expression that says more than such a sentence can stays an expression: nothing of it is guessed.
import type { Tree } from "../expression/tree.js";

export type Test = "is" | "is-not" | "one-of" | "none-of" | "more" | "least" | "less" | "most" | "empty" | "answered" | "yes" | "no";

/** What a field is compared with: a value, or another field or fact by its path. */
export type Operand = string | number | { path: string };

export interface Part {
  /** Names joined by dots, as the expression reads them: `address.province`, `record.state`. */
  path: string;
  test: Test;
  value?: Operand;
  /** Of `one-of` and `none-of`. */
  values?: (string | number)[];
}

export interface Sentence {
  join: "and" | "or";
  parts: Part[];
}

/** The sentence of an expression; undefined where it says more. */
export function sentenceOf(tree: Tree): Sentence | undefined {
  for (const [join, sign] of [
    ["and", "&&"],
    ["or", "||"],
  ] as const) {
    const parts = flat(tree, sign).map(partOf);
    if (parts.every((part) => part !== undefined)) return { join, parts };
  }
  return undefined;
}

function flat(tree: Tree, sign: "&&" | "||"): Tree[] {
  return tree[0] === "op" && tree[1] === sign ? [...flat(tree[2], sign), ...flat(tree[3], sign)] : [tree];
}

const tests = { "==": "is", "!=": "is-not", ">": "more", ">=": "least", "<": "less", "<=": "most" } as const satisfies Record<string, Test>;
const signs = { is: "==", "is-not": "!=", more: ">", least: ">=", less: "<", most: "<=" } as const;

/** One comparison of a sentence; undefined where the tree says more. */
export function partOf(tree: Tree): Part | undefined {
  if (tree[0] === "not") return negated(tree[1]);
  const path = pathOf(tree);
  if (path !== undefined) return { path, test: "yes" };
  if (tree[0] === "call" && tree[1] === "empty" && tree[2]) return of(tree[2], (path) => ({ path, test: "empty" }));
  if (tree[0] !== "op") return undefined;
  const [, sign, left, right] = tree;
  if (sign === "in") return listed(left, right, "one-of");
  if (!Object.hasOwn(tests, sign)) return undefined;
  const test = tests[sign as keyof typeof tests];
  // `size(list) > 0`: something is chosen.
  if (left[0] === "call" && left[1] === "size" && left[2] && test === "more" && right[0] === "lit" && right[1] === 0)
    return of(left[2], (path) => ({ path, test: "answered" }));
  return of(left, (path) => compared(path, test, right));
}

function negated(tree: Tree): Part | undefined {
  const inner = partOf(tree);
  if (inner?.test === "empty") return { ...inner, test: "answered" };
  if (inner?.test === "one-of") return { ...inner, test: "none-of" };
  return inner?.test === "yes" ? { ...inner, test: "no" } : undefined;
}

function compared(path: string, test: Test, right: Tree): Part | undefined {
  const other = pathOf(right);
  if (other !== undefined) return { path, test, value: { path: other } };
  if (right[0] !== "lit") return undefined;
  if (typeof right[1] === "boolean") return test === "is" || test === "is-not" ? { path, test: right[1] === (test === "is") ? "yes" : "no" } : undefined;
  return right[1] === null ? undefined : { path, test, value: right[1] };
}

function listed(left: Tree, right: Tree, test: "one-of"): Part | undefined {
  if (right[0] !== "list") return undefined;
  const values = (right.slice(1) as Tree[]).map((item) =>
    item[0] === "lit" && (typeof item[1] === "string" || typeof item[1] === "number") ? item[1] : undefined,
  );
  return values.every((value) => value !== undefined) ? of(left, (path) => ({ path, test, values })) : undefined;
}

function of(tree: Tree, make: (path: string) => Part | undefined): Part | undefined {
  const path = pathOf(tree);
  return path === undefined ? undefined : make(path);
}

/** A name, or names inside it. */
function pathOf(tree: Tree): string | undefined {
  if (tree[0] === "name") return tree[1];
  if (tree[0] !== "get") return undefined;
  const around = pathOf(tree[1]);
  return around === undefined ? undefined : `${around}.${tree[2]}`;
}

/** The expression of a sentence; a part whose value is not chosen yet is left out. Empty when nothing is left. */
export function expressionOf({ join, parts }: Sentence): string {
  return parts.flatMap((part) => source(part) ?? []).join(join === "and" ? " && " : " || ");
}

function source({ path, test, value, values }: Part): string | undefined {
  switch (test) {
    case "yes":
      return path;
    case "no":
      return `!${path}`;
    case "empty":
      return `empty(${path})`;
    case "answered":
      return `!empty(${path})`;
    case "one-of":
    case "none-of": {
      if (!values?.length) return undefined;
      const list = `${path} in [${values.map(literal).join(", ")}]`;
      return test === "one-of" ? list : `!(${list})`;
    }
    default:
      return value === undefined || value === "" ? undefined : `${path} ${signs[test]} ${typeof value === "object" ? value.path : literal(value)}`;
  }
}

const literal = (value: string | number): string =>
  typeof value === "number" ? String(value) : `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
