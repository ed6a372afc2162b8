// Seeded chance: the same seed makes the same municipality, on every machine.

export interface Chance {
  /** From 0 up to, not including, `below`. */
  number(below: number): number;
  pick<T>(items: readonly T[]): T;
  /** True once in `n`. */
  oneIn(n: number): boolean;
}

/** A small generator (a 32-bit state, a multiply and shifts a step): enough to scatter names and days. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const number = (below: number) => Math.floor(next() * below);
  return { number, pick: (items) => items[number(items.length)]!, oneIn: (n) => number(n) === 0 };
}
