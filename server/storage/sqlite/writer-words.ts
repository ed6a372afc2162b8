// What the writer thread is asked and answers.
import type { Verdict } from "../committer.js";

/** The lists of one batch, each as JSON. */
export interface Batch {
  lists: string[];
}

/** A verdict for each list, or the fault by which all of them failed. */
export type BatchAnswer = { verdicts: Verdict[] } | { failed: unknown };

/** Where a thread waits: 0 until the other side has looked, then 1 to go on or 2 to fail. */
export const gate = (): Int32Array => new Int32Array(new SharedArrayBuffer(4));
