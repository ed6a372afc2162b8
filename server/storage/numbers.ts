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

function fill(value: unknown, tokens: [string, string][]): unknown {
  if (typeof value === "string") return tokens.reduce((text, [token, number]) => (text.includes(token) ? text.replaceAll(token, () => number) : text), value);
  if (Array.isArray(value)) return value.map((item) => fill(item, tokens));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, tokens)]));
}
