// One text for one value: JSON with sorted keys, so that equal answers have equal hashes.

/** Canonical JSON; members without a value are left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** Whether two answers are the same; all kinds of nothing are. */
export function sameAnswer(a: unknown, b: unknown): boolean {
  const [one, two] = [nothing(a), nothing(b)];
  if (one === two) return true;
  return typeof one === "object" && typeof two === "object" && one !== null && two !== null && canonical(one) === canonical(two);
}

function nothing(value: unknown): unknown {
  return value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
