// What each owner has published, kept in memory: read once, and dropped when an event says that something was published or retired,
// here or in another process. Working copies are not followed: who edits reads the store.
import type { Feed } from "../events/feed.js";
import type { Storage } from "../storage/port.js";
import { allOf } from "./all.js";
import { definitionKinds, type Head } from "./docs.js";

/** Owners kept at once; whoever was not asked for longest goes first. */
const most = 200;

export class Heads {
  readonly #kept = new Map<string, Promise<ReadonlyMap<string, Head>>>();

  constructor(
    readonly storage: Storage,
    readonly feed: Feed,
  ) {
    feed.listen(({ owner, subject }) => {
      if (subject?.kind === "definition") this.forget(owner);
    });
  }

  /** The heads of an owner by their ids. */
  of(owner: string): Promise<ReadonlyMap<string, Head>> {
    const kept = this.#kept.get(owner) ?? this.#read(owner);
    this.#kept.delete(owner);
    this.#kept.set(owner, kept);
    if (this.#kept.size > most) this.#kept.delete(this.#kept.keys().next().value!);
    kept.catch(() => this.#kept.get(owner) === kept && this.#kept.delete(owner));
    return kept;
  }

  /** Reads again at the next question. Whoever publishes calls it, so that their next read sees it. */
  forget(owner: string): void {
    this.#kept.delete(owner);
  }

  async #read(owner: string): Promise<ReadonlyMap<string, Head>> {
    await this.feed.follow(owner);
    const heads = await allOf<Head>(this.storage, "definitions", { owner, kind: { $in: [...definitionKinds] } });
    return new Map(heads.map((head) => [head.id, head]));
  }
}
