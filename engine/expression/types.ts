// The kinds of values an expression knows, and the names it may use beside the fields.

/** How an expression sees a value. `none` is what never holds one (a note). */
export type ValueType = "text" | "number" | "boolean" | "date" | "list" | "map" | "none";

/** A type, or `any` where it is known only when the answers are. */
export type Type = ValueType | "any";

/** Names of facts; a field may not have one of them. */
export const factNames = ["today", "lookups", "author", "organization", "record", "actor", "comment"] as const;

/** Words that CEL keeps for itself; a field may not have one of them. */
export const reservedNames = [
  "as",
  "break",
  "const",
  "continue",
  "else",
  "false",
  "for",
  "function",
  "if",
  "import",
  "in",
  "let",
  "loop",
  "namespace",
  "null",
  "package",
  "return",
  "true",
  "var",
  "void",
  "while",
  "__proto__",
  "constructor",
  "prototype",
] as const;

/** The largest expression, counted in nodes of its tree, and how deep brackets may nest. */
export const expressionNodes = 200;
export const expressionDepth = 64;
/** The longest source, so that reading it costs little. */
export const expressionLength = 4000;
