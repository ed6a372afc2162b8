// Values that have no place, by field id, a cell's by `table/row/field`; an older one of the same field beside it, as `field~1`;
// one that never comes back by itself as `field~0`.
// Looked up by where they belong, so that taking many back costs no more than their number.
import { sameAnswer } from "./canonical.js";
import type { Answers } from "./place.js";

/** Keeps a value that has no place. One that is kept already under this field moves aside: nothing is written over. */
export function retire(retired: Answers, key: string, value: unknown): void {
  if (Object.hasOwn(retired, key) && !sameAnswer(retired[key], value)) retired[free(retired, key)] = retired[key];
  retired[key] = value;
}

function free(retired: Answers, key: string): string {
  let n = 1;
  while (Object.hasOwn(retired, `${key}~${n}`)) n++;
  return `${key}~${n}`;
}

/** Where a value is kept that nothing brings back. */
export const asideKey = (key: string): string => `${key.split("~")[0]}~0`;

/** The id of the field that a kept value answers. */
export const fieldOf = (key: string): string => key.split("/").at(-1)!.split("~")[0]!;

/** Retired values from which some are taken back. */
export class Retired {
  /** What is left. */
  readonly values: Answers;
  readonly #variants = new Map<string, string[]>();
  readonly #rows = new Map<string, string[]>();

  constructor(values: Answers) {
    this.values = { ...values };
    for (const key of Object.keys(values)) {
      if (key.endsWith("~0")) continue;
      add(this.#variants, key.split("~")[0]!, key);
      const parts = key.split("/");
      for (let at = 1; at < parts.length; at += 2) add(this.#rows, parts.slice(0, at).join("/"), parts[at]!);
    }
  }

  /** The rows of a table, named as keys do, of which something is kept; some more than once. */
  rows(table: string): readonly string[] {
    return this.#rows.get(table) ?? [];
  }

  /** Takes the value of a field back, the newest that fits. */
  take(key: string, fits: (value: unknown) => boolean): unknown {
    const kept = this.#variants.get(key)?.find((one) => Object.hasOwn(this.values, one) && fits(this.values[one]));
    if (kept === undefined) return undefined;
    const value = this.values[kept];
    delete this.values[kept];
    return value;
  }
}

function add(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
