// Arithmetic in decimal, as an office counts: 0.1 + 0.2 is 0.3. Exact while the digits of the operands together are at most 15.
import { places } from "../thai/money.js";
import type { Value } from "./tree.js";

/** A number by a number; what has no finite answer is empty. */
export function arithmetic(operator: string, a: number, b: number): Value {
  const result = compute(operator, a, b);
  return Number.isFinite(result) ? result || 0 : null;
}

/** The exact sum of decimals. */
export function plus(a: number, b: number): number {
  return exact(a + b, Math.max(places(a), places(b)));
}

function compute(operator: string, a: number, b: number): number {
  switch (operator) {
    case "+":
      return plus(a, b);
    case "-":
      return plus(a, -b);
    case "*":
      return exact(a * b, places(a) + places(b));
    case "/": {
      const decimals = Math.max(places(a), places(b));
      return scaled(a, decimals) / scaled(b, decimals);
    }
    case "%": {
      const decimals = Math.max(places(a), places(b));
      return exact((scaled(a, decimals) % scaled(b, decimals)) / 10 ** decimals, decimals);
    }
    default:
      return Number.NaN;
  }
}

// Binary arithmetic errs beyond the decimals that the answer can have; writing it with just those takes the error away.
function exact(value: number, decimals: number): number {
  return decimals === 0 || Math.abs(value) >= 1e21 ? value : Number(value.toFixed(Math.min(decimals, 100)));
}

function scaled(value: number, decimals: number): number {
  return decimals === 0 ? value : Math.round(value * 10 ** decimals);
}
