// A bounded memory of what is costly to make and never changes: the least lately used goes first.

export class Memory<T> {
  readonly #kept = new Map<string, Promise<T>>();
  constructor(readonly limit: number) {}

  /** What is kept, or what `make` makes; two who ask at once make it once, and a failure is not kept. */
  once(key: string, make: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key) ?? make();
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    if (this.#kept.size > this.limit) this.#kept.delete(this.#kept.keys().next().value!);
    kept.catch(() => this.#kept.get(key) === kept && this.#kept.delete(key));
    return kept;
  }
}
