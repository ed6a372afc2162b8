// Numbers and money.
import { bahtText, largestBaht } from "../../thai/baht.js";
import { arabicDigits } from "../../thai/digits.js";
import { roundHalfAway } from "../../thai/money.js";
import type { FunctionEntry } from "../functions.js";
import type { Value } from "../tree.js";

const ofNumber = (name: string, run: (value: number) => number): FunctionEntry => ({
  name,
  usage: `${name}(n)`,
  args: ["number"],
  result: "number",
  run: ([value]) => run(value as number) || 0,
});

function parse(value: Value): Value {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const text = typeof value === "string" ? arabicDigits(value).replaceAll(",", "").trim() : "";
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

export const numberFunctions: readonly FunctionEntry[] = [
  {
    name: "round",
    usage: "round(n, decimals)",
    args: ["number", "number"],
    least: 1,
    most: 2,
    result: "number",
    run: ([value, decimals = 0]) => roundHalfAway(value as number, Math.max(-15, Math.min(15, Math.trunc(decimals as number)))),
  },
  ofNumber("floor", Math.floor),
  ofNumber("ceil", Math.ceil),
  ofNumber("abs", Math.abs),
  { name: "number", usage: "number(x)", args: ["any"], result: "number", run: ([value]) => parse(value!) },
  {
    name: "bahtText",
    usage: "bahtText(n)",
    args: ["number"],
    result: "text",
    run: ([value]) => (Math.abs(value as number) <= largestBaht ? bahtText(value as number) : null),
  },
];
