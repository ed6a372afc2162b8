// The order of one list that two people changed: whoever moved things decides, and what the other added stands behind what it was put behind.

/** Keys that both still have, or one added, or one took away while the other may have changed it. The caller leaves out what is gone. */
export function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const [first, second] = moved(base, mine) ? [mine, theirs] : [theirs, mine];
  const order = [...first];
  const there = new Set(order);
  for (const [at, key] of second.entries()) {
    if (there.has(key)) continue;
    there.add(key);
    // Behind the nearest one before it that is there; in front when there is none.
    let before = at - 1;
    while (before >= 0 && !there.has(second[before]!)) before--;
    order.splice(before < 0 ? 0 : order.indexOf(second[before]!) + 1, 0, key);
  }
  return order;
}

/** Whether what stayed stands in another order. */
function moved(base: readonly string[], now: readonly string[]): boolean {
  const rank = new Map(base.map((key, at) => [key, at]));
  let last = -1;
  for (const key of now) {
    const at = rank.get(key);
    if (at === undefined) continue;
    if (at < last) return true;
    last = at;
  }
  return false;
}
