// Balances: figures that add up from line to line, beginning with what came before the period.
import { plus } from "../expression/number.js";
import type { Value } from "../expression/tree.js";

/** What each running figure came to after the line before, by its name. */
export type Balances = Map<string, number>;

/** The balance after a line. A line that says nothing leaves it as it was; without balances there is none. */
export function balanced(balances: Balances | undefined, name: string, said: Value): number | null {
  if (!balances) return null;
  const now = plus(balances.get(name) ?? 0, typeof said === "number" ? said : 0);
  balances.set(name, now);
  return now;
}
