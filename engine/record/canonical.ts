// One text for one value: JSON with sorted keys, so that equal answers have equal hashes.

/** Canonical JSON; members without a value are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** Whether two answers are the same; all kinds of nothing are. Stops at the first difference, so a small answer is soon told from a large one. */
export function sameAnswer(a: unknown, b: unknown): boolean {
  return equal(nothing(a), nothing(b));
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, index) => equal(item ?? null, b[index] ?? null));
  const [mine, theirs] = [membersOf(a), membersOf(b)];
  return mine.length === theirs.length && mine.every(([key, member]) => Object.hasOwn(b, key) && equal(member, (b as Record<string, unknown>)[key]));
}

const membersOf = (object: object) => Object.entries(object).filter(([, member]) => member !== undefined);

function nothing(value: unknown): unknown {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
