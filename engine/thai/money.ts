// Numbers as an office counts and writes them: halves round away from zero, money is counted in satang.

/** Rounds as written in decimal: 1.005 to 2 places is 1.01, -2.5 to 0 places is -3. */
export function roundHalfAway(value: number, decimals = 0): number {
  if (!Number.isFinite(value)) return value;
  const rounded = shift(Math.round(shift(Math.abs(value), decimals)), -decimals);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/** Whole satang of an amount in baht. */
export function toSatang(baht: number): number {
  return roundHalfAway(shift(baht, 2), 0);
}

/** Baht of whole satang. */
export function fromSatang(satang: number): number {
  return satang / 100;
}

/** 1,234.50: grouped, with just these decimals, or with as many as it has. */
export function formatNumber(value: number, decimals?: number): string {
  const rounded = decimals === undefined ? value : roundHalfAway(value, decimals);
  const plain = Math.abs(rounded) >= 1e21 ? String(rounded) : rounded.toFixed(decimals ?? places(rounded));
  const [whole = "0", fraction] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction ? `${grouped}.${fraction}` : grouped;
}

/** How many decimals a number is written with. */
export function places(value: number): number {
  if (Number.isInteger(value)) return 0;
  const [digits = "", exponent] = String(value).split("e");
  const point = digits.indexOf(".");
  return Math.min(100, Math.max(0, (point < 0 ? 0 : digits.length - point - 1) - Number(exponent ?? 0)));
}

// Moves the decimal point in the number as written, which multiplying by a power of ten would not: 1.005 * 100 is 100.49….
function shift(value: number, by: number): number {
  const [digits, exponent] = String(value).split("e");
  return Number(`${digits}e${Number(exponent ?? 0) + by}`);
}
