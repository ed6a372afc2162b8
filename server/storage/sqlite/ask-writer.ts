// Asks the writer thread for one batch at a time. Lists cross as JSON, which is how they will be stored: one text is copied faster than a tree.
import type { Verdict } from "../committer.js";
import type { StorageOptions } from "../options.js";
import type { Write } from "../port.js";
import { Thread } from "./thread.js";
import { type Batch, type BatchAnswer, gate } from "./writer-words.js";

export class Writer {
  private readonly thread: Thread<Batch, BatchAnswer>;
  private readonly trace: StorageOptions["trace"];

  constructor(dataDir: string, trace: StorageOptions["trace"]) {
    this.trace = trace;
    // Whoever tests faults may stop or fail a batch that is written and not committed: the thread waits at the gate meanwhile.
    const written = trace && gate();
    this.thread = new Thread("writer", { dataDir, ...(written && { written }) }, () => this.atGate(written!));
  }

  async apply(lists: Write[][]): Promise<Verdict[]> {
    await this.trace?.("batch");
    const texts = lists.map(text);
    const answer = await this.thread.ask({ lists: texts.filter((one) => typeof one === "string") });
    if ("failed" in answer) throw answer.failed;
    await this.trace?.("committed");
    const verdicts = answer.verdicts.values();
    return texts.map((one) => (typeof one === "string" ? verdicts.next().value! : one));
  }

  close(): Promise<void> {
    return this.thread.close();
  }

  private atGate(written: Int32Array): void {
    let outcome = 1;
    try {
      void this.trace?.("written");
    } catch {
      outcome = 2;
    }
    Atomics.store(written, 0, outcome);
    Atomics.notify(written, 0);
  }
}

/** What no JSON can say fails here, with its own list. */
function text(list: Write[]): string | { failed: unknown } {
  try {
    return JSON.stringify(list);
  } catch (error) {
    return { failed: error };
  }
}
