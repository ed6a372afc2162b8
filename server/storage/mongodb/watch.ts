// Tells watchers of new events from a change stream; where there is none, or while it is broken, by looking at the counters.
// They are told a number only when everything up to it can be read.
import type { ChangeStream, Db } from "mongodb";
import type { Change } from "../port.js";
import type { History } from "./history.js";
import type { StoredEvent, Tables } from "./tables.js";

const pollEveryMs = 250;
const reopenAfterMs = 5_000;
const gapAgainMs = 100;
/** An owner that is first heard of is read back so far, to see that nothing before is missing. */
const lookBack = 1_000;

const inserts = [{ $match: { operationType: "insert" } }, { $project: { "fullDocument.owner": 1, "fullDocument.seq": 1 } }];

export class Watchers {
  private readonly listeners = new Set<(change: Change) => void>();
  /** What everything can be read up to, by owner. */
  private readonly heads = new Map<string, number>();
  /** The highest number heard of. */
  private readonly heard = new Map<string, number>();
  private readonly busy = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stream: ChangeStream<StoredEvent> | undefined;
  private open = false;

  constructor(
    private readonly db: Db,
    private readonly tables: Tables,
    private readonly history: History,
    private readonly warn: (error: unknown) => void,
  ) {}

  async add(listener: (change: Change) => void): Promise<() => Promise<void>> {
    const own = (change: Change) => listener(change);
    this.listeners.add(own);
    if (!this.open) {
      this.open = true;
      await this.listen();
    }
    return async () => {
      this.listeners.delete(own);
      if (this.listeners.size === 0) await this.close();
    };
  }

  async close(): Promise<void> {
    this.open = false;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    const stream = this.stream;
    this.stream = undefined;
    await stream?.close().catch(() => undefined);
  }

  /** From the store's own time now, so that nothing is missed between this call and the stream's first answer. */
  private async listen(): Promise<void> {
    try {
      const { operationTime } = await this.db.command({ ping: 1 });
      const stream = this.tables.events.watch(inserts, { startAtOperationTime: operationTime });
      this.stream = stream;
      void this.consume(stream);
    } catch (error) {
      this.broken(error);
    }
  }

  private async consume(stream: ChangeStream<StoredEvent>): Promise<void> {
    try {
      for await (const change of stream) if ("fullDocument" in change && change.fullDocument) this.hear(change.fullDocument.owner, change.fullDocument.seq);
      throw new Error("The change stream ended.");
    } catch (error) {
      if (this.stream === stream) this.broken(error);
    }
  }

  /** The driver has tried to resume and gave up: look at the counters until another stream is open, and once more then. */
  private broken(error: unknown): void {
    if (!this.open) return;
    this.warn(error);
    this.stream = undefined;
    let polling = true;
    const poll = () =>
      void this.look()
        .catch(this.warn)
        .finally(() => {
          if (polling) this.later(pollEveryMs, poll);
        });
    poll();
    this.later(reopenAfterMs, async () => {
      await this.listen();
      polling = false;
      await this.look().catch(this.warn);
    });
  }

  private async look(): Promise<void> {
    for await (const { _id, n } of this.tables.counters.find({}, { readConcern: { level: "local" } })) {
      if (n > (this.heads.get(_id) ?? -1)) this.hear(_id, n);
    }
  }

  private hear(owner: string, seq: number): void {
    this.heard.set(owner, Math.max(seq, this.heard.get(owner) ?? 0));
    if (this.busy.has(owner)) return;
    this.busy.add(owner);
    this.advance(owner)
      .catch(this.warn)
      .finally(() => {
        this.busy.delete(owner);
        // Heard of more meanwhile, or a number is still missing.
        if (this.open && (this.heads.get(owner) ?? 0) < this.heard.get(owner)!) this.later(gapAgainMs, () => this.hear(owner, 0));
      });
  }

  private async advance(owner: string): Promise<void> {
    const wanted = this.heard.get(owner)!;
    const from = this.heads.get(owner) ?? Math.max(0, wanted - lookBack);
    const head = await this.history.head(owner, from);
    const before = this.heads.get(owner) ?? -1;
    this.heads.set(owner, head);
    if (!this.open || head <= before) return;
    for (const listener of this.listeners) listener({ owner, seq: head });
  }

  private later(ms: number, work: () => void): void {
    if (!this.open) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, ms).unref();
    this.timers.add(timer);
  }
}
