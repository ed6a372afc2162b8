// Every function an expression may call, by name. One small file a subject; each entry says what it takes and gives.
import type { Facts } from "./facts.js";
import { codeFunctions } from "./functions/codes.js";
import { dateFunctions } from "./functions/dates.js";
import { listFunctions } from "./functions/lists.js";
import { numberFunctions } from "./functions/numbers.js";
import { textFunctions } from "./functions/texts.js";
import type { Value } from "./tree.js";
import type { Type } from "./types.js";

export interface FunctionEntry {
  name: string;
  /** Types of its values, in order; the last one repeats when `most` allows more. */
  args: readonly Type[];
  /** The fewest and the most values; without them, just as many as `args`. */
  least?: number;
  most?: number;
  result: Type;
  /** Names of its values, for the guide and for problems: `workdays(from, to)`. */
  usage: string;
  /** It judges empty and unknown by itself. Otherwise an unknown value makes it unknown, and an empty or wrong one makes it empty. */
  lenient?: true;
  /** Code lists whose rows it reads beside those it is given by name, and which value names one. */
  reads?: { codes?: string; named?: 0 };
  run(args: Value[], facts: Facts): Value;
}

export const functions: Readonly<Record<string, FunctionEntry>> = Object.fromEntries(
  [...dateFunctions, ...numberFunctions, ...listFunctions, ...textFunctions, ...codeFunctions].map((entry) => [entry.name, entry]),
);
