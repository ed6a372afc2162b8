// Small writes that are asked for in the same turn of the event loop, in one transaction that does not wait for the disk.
import { setImmediate } from "node:timers/promises";
import type { Committer } from "../committer.js";
import type { Database } from "./database.js";

export class Together {
  private asked: (() => void)[] = [];
  private turn: Promise<void> | undefined;

  constructor(
    private readonly db: Database,
    private readonly committer: Committer,
  ) {}

  /** What `work` returned, when the transaction is done. */
  async run<T>(work: () => T): Promise<T> {
    let result: T;
    this.asked.push(() => {
      result = work();
    });
    this.turn ??= this.soon();
    await this.turn;
    return result!;
  }

  /** One that fails, fails for all: they are the same small writes, and what failed is the store. */
  private async soon(): Promise<void> {
    await setImmediate();
    await this.committer.whenFree(() => {
      const works = this.asked;
      this.asked = [];
      this.turn = undefined;
      this.db.unsynced(() =>
        this.db.transaction(() => {
          for (const work of works) work();
        }),
      );
    });
  }
}
