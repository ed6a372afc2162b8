// The part of the check that knows operators and functions: how many values, of which types, and what comes out.
import { expressionProblem } from "../problem/expression.js";
import { isDay } from "../thai/day.js";
import type { Checker, Locals } from "./check.js";
import { needCondition } from "./check-result.js";
import { type FunctionEntry, functions } from "./functions.js";
import { type Known, nearest } from "./scope.js";
import type { Tree } from "./tree.js";
import { typeWords } from "./type-words.js";
import type { Type } from "./types.js";

type Node<Kind> = Extract<Tree, readonly [Kind, ...unknown[]]>;

/** The type of an operator's answer; its two sides must go together. */
export function checkOperator([, operator, left, right]: Node<"op">, locals: Locals, checker: Checker): Known {
  const [a, b] = [checker.known(left, locals), checker.known(right, locals)];
  if (operator === "&&" || operator === "||") {
    needCondition(a, checker);
    needCondition(b, checker);
    return { type: "boolean" };
  }
  const [one, other] = [seen(left, a.type, b.type), seen(right, b.type, a.type)];
  const wrong = () => checker.problem(expressionProblem("expression.operator-type", { operator, left: typeWords(one), right: typeWords(other) }));
  const loose = one === "any" || other === "any";
  switch (operator) {
    case "==":
    case "!=":
      if (!loose && one !== other) wrong();
      return { type: "boolean" };
    case "<":
    case "<=":
    case ">":
    case ">=":
      if (![one, other].every((type) => type === "any" || type === "number" || type === "date" || type === "text") || (!loose && one !== other)) wrong();
      return { type: "boolean" };
    case "in":
      if (other !== "list" && other !== "any") checker.problem(expressionProblem("expression.list-type", { actual: typeWords(other) }));
      else if (b.item && b.item.type !== "any" && one !== "any" && seen(left, one, b.item.type) !== b.item.type && !(one === "date" && b.item.type === "text"))
        wrong();
      return { type: "boolean" };
    case "+":
      if (loose) return { type: one === "any" ? other : one };
      if (one !== other || !["number", "text", "list"].includes(one)) wrong();
      return one === "list" ? a : { type: one };
    default:
      if ([one, other].some((type) => type !== "number" && type !== "any")) wrong();
      return { type: "number" };
  }
}

// A date is written as a text; beside a date, a text that is a day counts as one.
function seen(tree: Tree, type: Type, beside: Type): Type {
  return type === "text" && beside === "date" && tree[0] === "lit" && isDay(tree[1]) ? "date" : type;
}

/** The type of a call's answer; the function must exist and its values fit. */
export function checkCall([, name, ...args]: Node<"call">, locals: Locals, checker: Checker): Known {
  const given = args.map((arg) => checker.known(arg, locals));
  const entry = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!entry) {
    const suggestion = nearest(name, Object.keys(functions));
    checker.problem(
      suggestion ? expressionProblem("expression.misspelt-function", { name, suggestion }) : expressionProblem("expression.unknown-function", { name }),
    );
    return { type: "any" };
  }
  if (given.length < (entry.least ?? entry.args.length) || given.length > (entry.most ?? entry.args.length)) {
    checker.problem(expressionProblem("expression.arguments", { name, usage: entry.usage, count: given.length }));
    return { type: entry.result };
  }
  for (const [index, { type }] of given.entries()) {
    const expected = entry.args[Math.min(index, entry.args.length - 1)]!;
    const actual = seen(args[index]!, type, expected);
    if (expected === "any" || actual === "any" || actual === expected) continue;
    checker.problem(expressionProblem("expression.argument-type", { name, index: index + 1, expected: typeWords(expected), actual: typeWords(actual) }));
  }
  readCodes(entry, args, checker);
  return result(entry, given);
}

function readCodes(entry: FunctionEntry, args: readonly Tree[], checker: Checker): void {
  if (entry.reads?.codes) checker.read({ kind: "codes", path: [entry.reads.codes] });
  if (entry.reads?.named === undefined) return;
  const list = args[entry.reads.named];
  if (list?.[0] !== "lit" || typeof list[1] !== "string") {
    // A list named by an answer cannot be fetched before the answer is there.
    checker.problem(expressionProblem("expression.unsupported", { what: `${entry.name}(…)`, instead: `${entry.name}('…')` }));
    return;
  }
  checker.read({ kind: "codes", path: [list[1]] });
  const { codes } = checker.scope;
  if (codes && !codes.includes(list[1])) {
    const suggestion = nearest(list[1], codes);
    checker.problem(
      suggestion
        ? expressionProblem("expression.misspelt-name", { name: list[1], suggestion })
        : expressionProblem("expression.unknown-name", { name: list[1] }),
    );
  }
}

// What comes out of these is of the type of what goes in.
function result(entry: FunctionEntry, given: Known[]): Known {
  const first = given[0];
  if (entry.name === "first" || entry.name === "last") return first?.item ? { ...first.item, read: undefined } : { type: "any" };
  if (entry.name === "coalesce" || entry.name === "min" || entry.name === "max") {
    const types = given
      .map((one) => (one.type === "list" && entry.name !== "coalesce" ? (one.item?.type ?? "any") : one.type))
      .filter((type) => type !== "any");
    return { type: types[0] && types.every((type) => type === types[0]) ? types[0] : "any" };
  }
  return { type: entry.result };
}
