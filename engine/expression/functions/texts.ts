// Texts, and what to do about nothing.
import type { FunctionEntry } from "../functions.js";
import { unknown, type Value } from "../tree.js";
import { isEmpty } from "../value.js";

const compare = (name: "contains" | "startsWith" | "endsWith", run: (text: string, part: string) => boolean): FunctionEntry => ({
  name,
  usage: `${name}(text, part)`,
  args: ["text", "text"],
  result: "boolean",
  run: ([text, part]) => run(text as string, part as string),
});

const cased = (name: "lower" | "upper", run: (text: string) => string): FunctionEntry => ({
  name,
  usage: `${name}(text)`,
  args: ["text"],
  result: "text",
  run: ([text]) => run(text as string),
});

export const textFunctions: readonly FunctionEntry[] = [
  compare("contains", (text, part) => text.includes(part)),
  compare("startsWith", (text, part) => text.startsWith(part)),
  compare("endsWith", (text, part) => text.endsWith(part)),
  cased("lower", (text) => text.toLowerCase()),
  cased("upper", (text) => text.toUpperCase()),
  { name: "text", usage: "text(x)", args: ["any"], result: "text", run: ([value]) => (typeof value === "object" ? null : String(value)) },
  {
    name: "empty",
    usage: "empty(x)",
    args: ["any"],
    result: "boolean",
    lenient: true,
    run: ([value = null]) => (value === unknown ? unknown : isEmpty(value)),
  },
  {
    name: "coalesce",
    usage: "coalesce(a, b, …)",
    args: ["any"],
    most: 30,
    result: "any",
    lenient: true,
    // An unknown value could be the answer, so what stands after it cannot decide.
    run: (args): Value => args.find((value) => value === unknown || !isEmpty(value)) ?? null,
  },
];
