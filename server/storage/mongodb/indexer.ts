// Brings texts into the search index soon after their commit. Each process does its own; now and then one looks for what another left behind.
import { collectionNames } from "../collections.js";
import type { Collection } from "../port.js";
import { trigrams } from "../words.js";
import { isOnlyDuplicate } from "./errors.js";
import { type StoredDoc, type Tables, textId } from "./tables.js";

const delayMs = 50;
const sweepEveryMs = 10_000;
const aStep = 200;
/** Sees its own relaxed writes. */
const own = { level: "local" } as const;
/** Not waiting for the disk: the mark in the document goes after its text was written, so what a fail-over takes back is both, or the removal of the mark alone. */
const relaxed = { ordered: false, writeConcern: { w: 1 } } as const;

export class Indexer {
  private readonly waiting = new Set<Collection>();
  private timer: NodeJS.Timeout | undefined;
  private readonly sweeping: NodeJS.Timeout;
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly tables: Tables,
    private readonly warn: (error: unknown) => void,
  ) {
    this.sweeping = setInterval(() => this.wake(collectionNames), sweepEveryMs).unref();
    this.wake(collectionNames);
  }

  /** Texts of these collections may have changed. */
  wake(collections: Iterable<Collection>): void {
    for (const collection of collections) this.waiting.add(collection);
    if (this.timer || this.closed || this.waiting.size === 0) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // What fails stays marked in its document; the next sweep tries again.
      this.run().catch(this.warn);
    }, delayMs).unref();
  }

  /** Until nothing waits, whoever committed it. */
  async indexed(): Promise<void> {
    for (const collection of collectionNames) this.waiting.add(collection);
    while (this.waiting.size > 0) await this.run();
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.sweeping);
    await this.running?.catch(() => undefined);
  }

  private run(): Promise<void> {
    this.running ??= this.all().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async all(): Promise<void> {
    for (const collection of [...this.waiting]) {
      this.waiting.delete(collection);
      while (!this.closed && (await this.step(collection)) === aStep);
    }
  }

  private async step(collection: Collection): Promise<number> {
    const docs = this.tables.docs(collection);
    const found = await docs.find({ "t.n": { $exists: true } }, { limit: aStep, projection: { "f.owner": 1, t: 1 }, readConcern: own }).toArray();
    if (found.length === 0) return 0;
    await this.write(collection, found);
    const marks = found.map(({ _id, t }) => ({ updateOne: { filter: { _id, "t.n": t!.n }, update: { $unset: { t: "" as const } } } }));
    const { matchedCount } = await docs.bulkWrite(marks, relaxed);
    if (matchedCount < found.length)
      await this.forgetRemoved(
        collection,
        found.map(({ _id }) => _id),
      );
    return found.length;
  }

  private async write(collection: Collection, found: Pick<StoredDoc, "_id" | "f" | "t">[]): Promise<void> {
    const texts = found.map(({ _id, f, t }) => {
      const { g, s, x, n } = t!;
      const text = { c: collection, i: _id, owner: String(f.owner), group: g, scopes: s, x, g: trigrams(x), n };
      // Never an older text over a newer one: then the insert meets the newer one's id.
      return { updateOne: { filter: { _id: textId(collection, _id), n: { $lte: n } }, update: { $set: text }, upsert: true } };
    });
    try {
      await this.tables.texts.bulkWrite(texts, relaxed);
    } catch (error) {
      if (!isOnlyDuplicate(error)) throw error;
    }
  }

  /** Removed meanwhile, and their texts with them, before these were written. */
  private async forgetRemoved(collection: Collection, ids: string[]): Promise<void> {
    const there = new Set(
      (
        await this.tables
          .docs(collection)
          .find({ _id: { $in: ids } }, { projection: { _id: 1 } })
          .toArray()
      ).map(({ _id }) => _id),
    );
    const gone = ids.filter((id) => !there.has(id)).map((id) => textId(collection, id));
    if (gone.length > 0) await this.tables.texts.deleteMany({ _id: { $in: gone } });
  }
}
