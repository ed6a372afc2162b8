// Running numbers inside a list: the token stands where the number will, and is replaced before anything is written.
import type { Write } from "./port.js";

/** The number as it is written, and the value of its token in `numbers`. */
export const written = (pattern: string, n: number): string => pattern.replaceAll("{n}", String(n));

/** The list with each token replaced by its number, in every string at any depth. Keys stay. */
export function withNumbers(writes: Write[], numbers: Record<string, string>): Write[] {
  const tokens = Object.entries(numbers);
  if (tokens.length === 0) return writes;
  return writes.map((write) => (write.op === "take" ? write : (fill(write, tokens) as Write)));
}

/** The same value where no token is inside: most of a list has none, and is walked without making anything. */
function fill(value: unknown, tokens: [string, string][]): unknown {
  if (typeof value === "string") return worded(value, tokens);
  if (value === null || typeof value !== "object") return value;
  let changed: [string, unknown][] | undefined;
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key];
    const filled = fill(item, tokens);
    if (filled === item) continue;
    changed ??= [];
    changed.push([key, filled]);
  }
  if (!changed) return value;
  return Array.isArray(value) ? Object.assign([...value], Object.fromEntries(changed)) : { ...value, ...Object.fromEntries(changed) };
}

function worded(text: string, tokens: [string, string][]): string {
  let result = text;
  for (const [token, number] of tokens) if (result.includes(token)) result = result.replaceAll(token, () => number);
  return result;
}
