// Group commit, shared by both stores: one batch in flight, and whatever arrives meanwhile is the next batch.
// Many lists share one fsync; a list alone goes at once.
import { setImmediate } from "node:timers/promises";
import type { Committed, Conflict, Write } from "./port.js";

/** What became of one list of a batch. `failed` is a fault of the store or of the list itself. */
export type Verdict = Committed | Conflict | { failed: unknown };

interface Waiting {
  writes: Write[];
  resolve: (verdict: Committed | Conflict) => void;
  reject: (error: unknown) => void;
}

/** A batch holds at most so many lists, and so many writes unless one list alone has more. */
const mostLists = 256;
const mostWrites = 4_000;

export class Committer {
  private queue: Waiting[] = [];
  private between: (() => void)[] = [];
  private running: Promise<void> | undefined;
  private closed = false;

  /** `apply` gives a verdict for each list, in order; when it throws, the whole batch has failed. */
  constructor(private readonly apply: (lists: Write[][]) => Promise<Verdict[]>) {}

  commit(writes: Write[]): Promise<Committed | Conflict> {
    if (this.closed) return Promise.reject(new Error("The store is closed."));
    return new Promise((resolve, reject) => {
      this.queue.push({ writes, resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Runs `work` when no batch is in flight: what another connection writes beside the batches never waits for their lock. */
  async whenFree<T>(work: () => T): Promise<T> {
    if (!this.running) return work();
    return new Promise((resolve, reject) => {
      this.between.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** Waits for everything that was handed in. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.idle();
  }

  private async run(): Promise<void> {
    // No timer: only the requests that this turn of the event loop brings in get into the first batch.
    await setImmediate();
    for (;;) {
      for (const work of this.between.splice(0)) work();
      if (this.queue.length === 0) break;
      await this.settle(this.next());
    }
    this.running = undefined;
  }

  private next(): Waiting[] {
    let lists = 0;
    let writes = 0;
    for (const waiting of this.queue) {
      writes += waiting.writes.length;
      if (lists > 0 && (lists >= mostLists || writes > mostWrites)) break;
      lists += 1;
    }
    return this.queue.splice(0, lists);
  }

  private async settle(batch: Waiting[]): Promise<void> {
    try {
      const verdicts = await this.apply(batch.map((waiting) => waiting.writes));
      batch.forEach((waiting, i) => {
        const verdict = verdicts[i]!;
        if ("failed" in verdict) waiting.reject(verdict.failed);
        else waiting.resolve(verdict);
      });
    } catch (error) {
      for (const waiting of batch) waiting.reject(error);
    }
  }
}
