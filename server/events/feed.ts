// One reader of new events for the whole process: caches and live streams listen here instead of asking the store each for itself.
// An owner's events come in their order, each once, from the moment somebody follows that owner.
import type { Event } from "../../schemas/types.js";
import type { Storage } from "../storage/port.js";

type Listener = (event: Event) => void;

const page = 200;
/** How far behind the head reading begins, so that a number reserved before and committed later is not missed. */
const behind = 64;

export class Feed {
  readonly #storage: Storage;
  readonly #onError: (error: unknown) => void;
  readonly #cursors = new Map<string, number>();
  readonly #following = new Map<string, Promise<void>>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #listeners = new Set<Listener>();
  #unwatch: (() => Promise<void>) | undefined;

  constructor(storage: Storage, onError: (error: unknown) => void) {
    this.#storage = storage;
    this.#onError = onError;
  }

  async start(): Promise<void> {
    this.#unwatch = await this.#storage.watch(({ owner }) => {
      if (this.#cursors.has(owner)) void this.read(owner);
    });
  }

  async stop(): Promise<void> {
    await this.#unwatch?.();
    await Promise.all(this.#reading.values());
    this.#listeners.clear();
  }

  /** Hears every event of the followed owners; returns what stops it. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Events of this owner after now are heard. Ask before reading what the events may change. */
  follow(owner: string): Promise<void> {
    let following = this.#following.get(owner);
    if (!following) {
      following = this.#begin(owner);
      this.#following.set(owner, following);
      following.catch(() => this.#following.delete(owner));
    }
    return following;
  }

  /** The number of the last event heard of a followed owner. */
  position(owner: string): number {
    return this.#cursors.get(owner) ?? 0;
  }

  /** Hears what has been committed and not been heard yet. */
  read(owner: string): Promise<void> {
    const after = this.#reading.get(owner) ?? Promise.resolve();
    const next = after.then(() => this.#drain(owner)).catch(this.#onError);
    this.#reading.set(owner, next);
    return next;
  }

  async #begin(owner: string): Promise<void> {
    const from = Math.max(0, (await this.#head(owner)) - behind);
    const recent = await this.#storage.changes(owner, from, behind);
    this.#cursors.set(owner, recent.at(-1)?.seq ?? from);
    await this.read(owner);
  }

  async #drain(owner: string): Promise<void> {
    for (;;) {
      const events = await this.#storage.changes(owner, this.position(owner), page);
      for (const event of events) {
        this.#cursors.set(owner, event.seq);
        for (const listener of this.#listeners) {
          try {
            listener(event);
          } catch (error) {
            this.#onError(error);
          }
        }
      }
      if (events.length < page) return;
    }
  }

  /** The last number there is, by doubling and halving: a few dozen reads by index, once an owner. */
  async #head(owner: string): Promise<number> {
    const beyond = async (seq: number) => (await this.#storage.changes(owner, seq, 1)).length > 0;
    let high = 1;
    while (await beyond(high)) high *= 2;
    let low = Math.floor(high / 2);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (await beyond(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
