// The plain tree of a checked expression, as the compiled form carries it, and the values it speaks of.
// Plain JSON: no library is needed to evaluate it.

/** Two kinds of nothing. `null` is empty: unanswered or hidden. `unknown` is a fact this device lacks. */
export const unknown: unique symbol = Symbol("unknown");
export type Unknown = typeof unknown;

/** What an expression comes to: JSON, with money and numbers as numbers and dates as ISO strings. */
export type Value = null | boolean | number | string | Value[] | { [name: string]: Value } | Unknown;

/** The compact syntax tree; the first item names the node. */
export type Tree =
  | readonly ["lit", null | boolean | number | string]
  | readonly ["name", string]
  | readonly ["get", Tree, string]
  | readonly ["at", Tree, Tree]
  | readonly ["list", ...Tree[]]
  /** A map with these keys: the names, then their values in the same order. */
  | readonly ["map", readonly string[], ...Tree[]]
  | readonly ["not", Tree]
  | readonly ["neg", Tree]
  | readonly ["if", Tree, Tree, Tree]
  | readonly ["op", "+" | "-" | "*" | "/" | "%" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "&&" | "||" | "in", Tree, Tree]
  | readonly ["call", string, ...Tree[]]
  /** A macro over a list: kind, list, the item's name, the body. */
  | readonly ["each", "map" | "filter" | "all" | "exists" | "exists_one", Tree, string, Tree];
