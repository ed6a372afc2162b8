// Event numbers, reserved before the transaction, so that processes that write for one owner do not collide in it.
// A batch keeps what it reserved through its attempts; what it did not need in the end is filled with void events.
import { voidEvent } from "../events.js";
import { isOnlyDuplicate } from "./errors.js";
import type { Tables } from "./tables.js";
import { storedEvent } from "./writes.js";

export class Reservation {
  private readonly numbers = new Map<string, number[]>();
  private used = new Map<string, number>();
  private readonly abandoned: [owner: string, seq: number][] = [];

  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
  ) {}

  /** So many numbers of each owner, in their order. */
  async take(wanted: Map<string, number>): Promise<Map<string, number[]>> {
    this.used = wanted;
    await Promise.all(
      [...wanted].map(async ([owner, count]) => {
        const have = this.numbers.get(owner) ?? [];
        if (have.length < count) this.numbers.set(owner, [...have, ...(await this.reserve(owner, count - have.length))]);
      }),
    );
    return new Map([...wanted].map(([owner, count]) => [owner, this.numbers.get(owner)!.slice(0, count)]));
  }

  /** A number was taken already: by a filler that had waited, or because a fail-over took back the counter. It moves beyond what is there, and new ones are taken. */
  async renew(): Promise<void> {
    for (const [owner, numbers] of this.numbers) {
      const last = await this.tables.events.find({ owner }, { sort: { seq: -1 }, limit: 1, projection: { seq: 1 }, readConcern: { level: "local" } }).next();
      await this.tables.counters.updateOne({ _id: owner }, { $max: { n: last?.seq ?? 0 } }, { upsert: true });
      this.abandoned.push(...numbers.map((seq): [string, number] => [owner, seq]));
    }
    this.numbers.clear();
    this.used = new Map();
  }

  /** After the batch: fills what was reserved and not used. `done` says whether the last numbers taken were committed. */
  async fillRest(done: boolean): Promise<void> {
    for (const [owner, numbers] of this.numbers) {
      for (const seq of numbers.slice(done ? (this.used.get(owner) ?? 0) : 0)) this.abandoned.push([owner, seq]);
    }
    if (this.abandoned.length > 0) await fillVoid(this.tables, this.abandoned, this.now());
  }

  private async reserve(owner: string, count: number): Promise<number[]> {
    // Not waiting for the disk: a counter that a fail-over takes back is moved forward by the numbers it meets (renew).
    const options = { upsert: true, returnDocument: "after", writeConcern: { w: 1 } } as const;
    const after = await this.tables.counters.findOneAndUpdate({ _id: owner }, { $inc: { n: count } }, options);
    const { n } = after!;
    return Array.from({ length: count }, (_, i) => n - count + 1 + i);
  }
}

/** The store decides between the filler and a late commit: both insert the same id. */
export async function fillVoid(tables: Tables, missing: [owner: string, seq: number][], now: number): Promise<void> {
  const documents = missing.map(([owner, seq]) => storedEvent(voidEvent(owner, seq, now), "void"));
  try {
    await tables.events.insertMany(documents, { ordered: false, timeoutMS: 3_000 });
  } catch (error) {
    if (!isOnlyDuplicate(error)) throw error;
  }
}
