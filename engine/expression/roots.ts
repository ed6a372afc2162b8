// What a name of an expression means: a field first, then a fact. A fact that this device lacks is unknown.
import type { Text } from "../../schemas/types.js";
import { say } from "../text/text.js";
import type { Facts } from "./facts.js";
import { unknown, type Value } from "./tree.js";
import { toValue } from "./value.js";

interface Names {
  name(name: string): Value | undefined;
  readonly facts: Facts;
}

/** The value of a name, or of one member of it. */
export function member(env: Names, root: string, name?: string): Value {
  const own = env.name(root);
  const value = own === undefined ? fact(env.facts, root, name) : own;
  if (name === undefined || value === unknown || value === null) return value;
  if (Array.isArray(value)) return value.map((row) => inside(row, name));
  return inside(value, name);
}

function inside(value: Value, name: string): Value {
  if (value === unknown) return unknown;
  return typeof value === "object" && value !== null && Object.hasOwn(value, name) ? toValue((value as Record<string, unknown>)[name]) : null;
}

function fact(facts: Facts, root: string, name: string | undefined): Value {
  switch (root) {
    case "today":
      return facts.today;
    case "lookups":
      return name !== undefined && Object.hasOwn(facts.lookups, name) ? { [name]: toValue(facts.lookups[name]?.value) } : unknown;
    case "author":
      return facts.author ? worded(facts.author) : unknown;
    case "organization":
      return facts.organization ? worded(facts.organization) : unknown;
    case "record":
      return worded(facts.record ?? { date: facts.today });
    default:
      return unknown;
  }
}

// Rules read Thai words where a fact has both languages.
function worded(fact: object): Value {
  return Object.fromEntries(Object.entries(fact).map(([key, value]) => [key, isText(value) ? say(value, "th") : toValue(value)]));
}

function isText(value: unknown): value is Text {
  return typeof value === "object" && value !== null && "th" in value;
}
