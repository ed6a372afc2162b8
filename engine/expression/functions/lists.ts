// Lists and tables. Empty items are skipped, an unknown one makes the answer unknown.
import type { FunctionEntry } from "../functions.js";
import { arithmetic, plus } from "../number.js";
import { unknown, type Value } from "../tree.js";
import { isEmpty } from "../value.js";

/** The items that are there, of a list or of the values themselves; unknown when one is. */
function items(args: Value[]): Exclude<Value, null>[] | typeof unknown {
  const all = args.flatMap((arg): Value[] => (Array.isArray(arg) ? arg : [arg]));
  return all.includes(unknown) ? unknown : all.filter((item): item is Exclude<Value, null> => item !== null);
}

const over = (name: string, result: FunctionEntry["result"], run: (items: Exclude<Value, null>[]) => Value): FunctionEntry => ({
  name,
  usage: `${name}(list)`,
  args: ["list"],
  result,
  lenient: true,
  run: (args) => {
    const list = items(args);
    return list === unknown ? unknown : run(list);
  },
});

const numbers = (list: Value[]) => list.filter((item) => typeof item === "number");
const total = (list: Value[]) => numbers(list).reduce(plus, 0);

// The least or the most of numbers or of days, of one list or of several values.
const extreme = (name: "min" | "max"): FunctionEntry => ({
  ...over(name, "any", (list) => {
    const alike = list.filter((item) => typeof item === typeof list[0] && (typeof item === "number" || typeof item === "string")) as number[];
    return alike.reduce<number | null>((best, item) => (best === null || (name === "min" ? item < best : item > best) ? item : best), null);
  }),
  args: ["any"],
  most: 30,
  usage: `${name}(a, b, …)`,
});

const end = (name: "first" | "last"): FunctionEntry => ({
  name,
  usage: `${name}(list)`,
  args: ["list"],
  result: "any",
  run: ([list]) => (list as Value[]).at(name === "first" ? 0 : -1) ?? null,
});

export const listFunctions: readonly FunctionEntry[] = [
  over("sum", "number", total),
  over("avg", "number", (list) => (numbers(list).length > 0 ? arithmetic("/", total(list), numbers(list).length) : null)),
  over("count", "number", (list) => list.filter((item) => !isEmpty(item)).length),
  extreme("min"),
  extreme("max"),
  end("first"),
  end("last"),
  {
    name: "size",
    usage: "size(x)",
    args: ["any"],
    result: "number",
    lenient: true,
    // Letters as people count them in limits: code points.
    run: ([value = null]) =>
      value === unknown
        ? unknown
        : typeof value === "string"
          ? [...value].length
          : value !== null && typeof value === "object"
            ? Object.keys(value).length
            : value === null
              ? 0
              : null,
  },
  {
    name: "has",
    usage: "has(list, x)",
    args: ["list", "any"],
    result: "boolean",
    lenient: true,
    run: ([list, item]) => {
      if (list === unknown || item === unknown) return unknown;
      if (!Array.isArray(list) || item === null || item === undefined) return false;
      return list.includes(item) || (list.includes(unknown) ? unknown : false);
    },
  },
  {
    name: "join",
    usage: "join(list, separator)",
    args: ["list", "text"],
    least: 1,
    most: 2,
    result: "text",
    run: ([list, separator = ", "]) => {
      const parts = items([list!]);
      return parts === unknown ? unknown : parts.map((item) => (typeof item === "object" ? "" : String(item))).join(separator as string);
    },
  },
];
