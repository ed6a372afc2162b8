// Who waits, by owner: each in its turn, so that one who asks for much holds up nobody but itself.

export class Turns<T> {
  readonly #waiting = new Map<string, T[]>();
  /** Who had a turn, the latest last. */
  readonly #had = new Set<string>();

  add(owner: string, item: T): void {
    const items = this.#waiting.get(owner);
    if (items) items.push(item);
    else this.#waiting.set(owner, [item]);
  }

  /** The first of the owner whose turn is longest ago and who is not busy. */
  take(busy: { has(owner: string): boolean }): { owner: string; item: T } | undefined {
    const free = [...this.#waiting.keys()].filter((owner) => !busy.has(owner));
    const owner = free.find((one) => !this.#had.has(one)) ?? [...this.#had].find((one) => free.includes(one));
    if (owner === undefined) return undefined;
    const [item, ...rest] = this.#waiting.get(owner)!;
    if (rest.length) this.#waiting.set(owner, rest);
    else this.#waiting.delete(owner);
    this.#had.delete(owner);
    this.#had.add(owner);
    return { owner, item: item! };
  }

  /** All who wait; then nobody does. */
  clear(): T[] {
    const all = [...this.#waiting.values()].flat();
    this.#waiting.clear();
    return all;
  }
}
