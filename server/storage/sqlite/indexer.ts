// Brings texts into the search index soon after their commit: small steps, so that requests get their turn in between.
import { setImmediate } from "node:timers/promises";
import type { Committer } from "../committer.js";
import type { Database } from "./database.js";
import { indexTexts } from "./texts.js";

const aStep = 100;
/** Commits that follow each other closely are indexed together. */
const delayMs = 250;

export class Indexer {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly db: Database,
    private readonly committer: Committer,
    private readonly warn: (error: unknown) => void,
  ) {}

  /** Texts may have changed. */
  wake(): void {
    if (this.timer || this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // What fails stays marked as stale; the next commit, or the next start, tries again.
      this.indexed().catch(this.warn);
    }, delayMs).unref();
  }

  /** Until nothing waits. */
  indexed(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.closed && (await this.committer.whenFree(() => indexTexts(this.db, aStep))) > 0) await setImmediate();
  }
}
