// Brings texts into the search index soon after their commit. Each process does its own; now and then one looks for what another left behind.
import type { Collection as Table } from "mongodb";
import { collectionNames } from "../collections.js";
import type { Collection } from "../port.js";
import { trigrams } from "../words.js";
import { isDuplicate } from "./errors.js";
import { type StoredDoc, type Tables, textId } from "./tables.js";

const delayMs = 50;
const sweepEveryMs = 10_000;
const aStep = 200;

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
    const found = await docs.find({ "t.n": { $exists: true } }, { limit: aStep, projection: { "f.owner": 1, t: 1 } }).toArray();
    await Promise.all(found.map((doc) => this.index(collection, docs, doc)));
    return found.length;
  }

  private async index(collection: Collection, docs: Table<StoredDoc>, { _id, f, t }: StoredDoc): Promise<void> {
    const { g, s, x, n } = t!;
    const text = { c: collection, i: _id, owner: String(f.owner), group: g, scopes: s, x, g: trigrams(x), n };
    const id = textId(collection, _id);
    try {
      // Never an older text over a newer one: then the insert meets the newer one's id.
      await this.tables.texts.updateOne({ _id: id, n: { $lte: n } }, { $set: text }, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
    const { matchedCount } = await docs.updateOne({ _id, "t.n": n }, { $unset: { t: "" } });
    // Removed meanwhile, and its text with it, before this one was written.
    if (matchedCount === 0 && (await docs.countDocuments({ _id })) === 0) await this.tables.texts.deleteOne({ _id: id });
  }
}
