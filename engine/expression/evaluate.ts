// Walks a checked tree over answers and facts. Small and without a library: it runs at every key press. It never throws.
// Empty (null) is a value: `==` with it is false, sums skip it, ordering and arithmetic give empty. Unknown spreads, unless the rest decides.
import type { Facts } from "./facts.js";
import { functions } from "./functions.js";
import { arithmetic } from "./number.js";
import { member } from "./roots.js";
import { type Tree, unknown, type Value } from "./tree.js";
import { fits, isEmpty } from "./value.js";

/** Where an expression reads. */
export interface Env {
  /** The value of a field of its level (or of a fact that goes with the case: `record`, `actor`, `comment`); undefined where there is no such name. */
  name(name: string): Value | undefined;
  readonly facts: Facts;
}

/** What an expression comes to: a value, `null` for empty, or `unknown`. */
export function evaluate(tree: Tree, env: Env): Value {
  switch (tree[0]) {
    case "lit":
      return tree[1];
    case "name":
      return member(env, tree[1]);
    case "get":
      return get(tree[1], tree[2], env);
    case "at":
      return at(evaluate(tree[1], env), evaluate(tree[2], env));
    case "list":
      return tree.slice(1).map((item) => evaluate(item as Tree, env));
    case "map":
      return Object.fromEntries(tree[1].map((key, index) => [key, evaluate(tree[index + 2] as Tree, env)]));
    case "not": {
      const value = evaluate(tree[1], env);
      return typeof value === "boolean" ? !value : nothing(value);
    }
    case "neg": {
      const value = evaluate(tree[1], env);
      return typeof value === "number" ? -value || 0 : nothing(value);
    }
    case "if": {
      const value = evaluate(tree[1], env);
      return value === unknown ? unknown : evaluate(value === true ? tree[2] : tree[3], env);
    }
    case "op":
      return operate(tree, env);
    case "call":
      return call(
        tree[1],
        tree.slice(2).map((item) => evaluate(item as Tree, env)),
        env.facts,
      );
    case "each":
      return each(tree, env);
    default:
      return null;
  }
}

/** A condition: empty and what is not a condition count as false. */
export function condition(tree: Tree, env: Env): boolean | typeof unknown {
  const value = evaluate(tree, env);
  return value === unknown ? unknown : value === true;
}

/** An operator between two values that are there already: for the trace as for the evaluator. */
export function apply(operator: string, left: Value, right: Value): Value {
  if (operator === "in") return within(left, right);
  if (left === unknown || right === unknown) return unknown;
  if (operator === "==") return same(left, right);
  if (operator === "!=") return opposite(same(left, right));
  if (left === null || right === null) return null;
  if (operator === "<" || operator === "<=" || operator === ">" || operator === ">=") return order(operator, left, right);
  if (typeof left === "number" && typeof right === "number") return arithmetic(operator, left, right);
  if (operator !== "+") return null;
  if (typeof left === "string" && typeof right === "string") return left + right;
  return Array.isArray(left) && Array.isArray(right) ? [...left, ...right] : null;
}

/** Two conditions joined: what is decided is decided, then unknown, then empty. */
export function decide(operator: "&&" | "||", left: Value, right: () => Value): Value {
  const decisive = operator === "||";
  if (left === decisive) return decisive;
  const other = right();
  if (other === decisive) return decisive;
  if (left === unknown || other === unknown) return unknown;
  return typeof left === "boolean" && typeof other === "boolean" ? !decisive : null;
}

/** A call of a function by name. */
export function call(name: string, args: Value[], facts: Facts): Value {
  const entry = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!entry) return null;
  if (!entry.lenient) {
    if (args.includes(unknown)) return unknown;
    if (!args.every((arg, index) => arg !== null && fits(arg, entry.args[Math.min(index, entry.args.length - 1)]))) return null;
  }
  return entry.run(args, facts);
}

type Node<Kind> = Extract<Tree, readonly [Kind, ...unknown[]]>;

function operate([, operator, left, right]: Node<"op">, env: Env): Value {
  if (operator === "&&" || operator === "||") return decide(operator, evaluate(left, env), () => evaluate(right, env));
  if (operator === "==" || operator === "!=") {
    const other = isNull(right) ? left : isNull(left) ? right : undefined;
    if (other) {
      const value = evaluate(other, env);
      return value === unknown ? unknown : isEmpty(value) === (operator === "==");
    }
  }
  return apply(operator, evaluate(left, env), evaluate(right, env));
}

function each([, kind, list, name, body]: Node<"each">, env: Env): Value {
  const items = evaluate(list, env);
  if (!Array.isArray(items)) return items === null ? (kind === "map" || kind === "filter" ? [] : kind === "all") : nothing(items);
  const results = items.map((item) => evaluate(body, { name: (other) => (other === name ? item : env.name(other)), facts: env.facts }));
  if (kind === "map") return results;
  if (kind === "all") return results.reduce<Value>((all, one) => decide("&&", all, () => one), true);
  if (kind === "exists") return results.reduce<Value>((any, one) => decide("||", any, () => one), false);
  if (results.includes(unknown)) return unknown;
  if (kind === "filter") return items.filter((_, index) => results[index] === true);
  return results.filter((one) => one === true).length === 1;
}

function get(from: Tree, name: string, env: Env): Value {
  if (from[0] === "name") return member(env, from[1], name);
  const value = evaluate(from, env);
  return Array.isArray(value) ? value.map((row) => at(row, name)) : at(value, name);
}

/** The item of a list, or the own member of a map. */
export function at(value: Value, key: Value): Value {
  if (value === unknown || key === unknown) return unknown;
  if (typeof value !== "object" || value === null || key === null || typeof key === "object") return null;
  if (Array.isArray(value)) return typeof key === "number" ? (value[key] ?? null) : null;
  return typeof key === "string" && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

function within(item: Value, list: Value): Value {
  if (item === unknown || list === unknown) return unknown;
  if (item === null || list === null || typeof list !== "object") return false;
  if (!Array.isArray(list)) return typeof item === "string" && Object.hasOwn(list, item);
  return list.reduce<Value>((found, one) => decide("||", found, () => (one === unknown ? unknown : same(item, one))), false);
}

function order(operator: string, left: Value, right: Value): Value {
  if (typeof left !== typeof right || (typeof left !== "number" && typeof left !== "string")) return null;
  const [a, b] = [left, right as typeof left];
  return operator === "<" ? a < b : operator === "<=" ? a <= b : operator === ">" ? a > b : a >= b;
}

function same(left: Value, right: Value): Value {
  if (left === null || right === null || typeof left !== "object" || typeof right !== "object") return left !== null && left === right;
  const [a, b] = [Object.entries(left), new Map(Object.entries(right))];
  if (Array.isArray(left) !== Array.isArray(right) || a.length !== b.size || !a.every(([key]) => b.has(key))) return false;
  return a.reduce<Value>((all, [key, value]) => decide("&&", all, () => alike(value, b.get(key)!)), true);
}

// Inside a list or a map, empty beside empty is alike: only there is nothing to ask of each alone.
function alike(left: Value, right: Value): Value {
  if (left === unknown || right === unknown) return unknown;
  return left === null && right === null ? true : same(left, right);
}

function opposite(value: Value): Value {
  return value === unknown ? unknown : !value;
}

function nothing(value: Value): Value {
  return value === unknown ? unknown : null;
}

function isNull(tree: Tree): boolean {
  return tree[0] === "lit" && tree[1] === null;
}
