// Events in their order. A number that is reserved and not there stops the reader, until it comes or is filled after two seconds.
import type { Event } from "../../../schemas/types.js";
import { withoutPayload } from "../events.js";
import { fillVoid } from "./reserve.js";
import { ownedId, type Tables } from "./tables.js";

const patienceMs = 2_000;

export class History {
  /** When this process first met a missing number. */
  private readonly met = new Map<string, number>();

  constructor(
    private readonly tables: Tables,
    private readonly now: () => number,
    private readonly endDead: () => Promise<void>,
    private readonly warn: (error: unknown) => void,
  ) {}

  /** Events after `since` without a gap. */
  async changes(owner: string, since: number, limit: number): Promise<Event[]> {
    const read = () =>
      this.tables.events.find({ owner: { $eq: owner }, seq: { $gt: since } }, { sort: { seq: 1 }, limit, projection: { seq: 1, j: 1 } }).toArray();
    let found = await read();
    if (await this.fillGaps(owner, since, found)) found = await read();
    return found.slice(0, unbroken(since, found)).map(({ j }) => JSON.parse(j) as Event);
  }

  /** The last number that can be read without a gap, from `since` on. */
  async head(owner: string, since: number): Promise<number> {
    const read = () =>
      this.tables.events.find({ owner: { $eq: owner }, seq: { $gt: since } }, { sort: { seq: 1 }, limit: 1_000, projection: { _id: 0, seq: 1 } }).toArray();
    for (let head = since; ; ) {
      let found = await read();
      if (await this.fillGaps(owner, head, found)) found = await read();
      const count = unbroken(head, found);
      head += count;
      if (count < 1_000) return head;
      since = head;
    }
  }

  async about(owner: string, subject: string, before: number | undefined, limit: number): Promise<Event[]> {
    const where = { owner: { $eq: owner }, subject: { $eq: subject }, ...(before === undefined ? {} : { seq: { $lt: before } }) };
    const found = await this.tables.events.find(where, { sort: { seq: -1 }, limit, projection: { j: 1 } }).toArray();
    return found.map(({ j }) => JSON.parse(j) as Event);
  }

  async tombstone(owner: string, seq: number): Promise<void> {
    const found = await this.tables.events.findOne({ owner: { $eq: owner }, seq: { $eq: seq } });
    if (found) await this.tables.events.updateOne({ _id: found._id }, { $set: { j: JSON.stringify(withoutPayload(JSON.parse(found.j) as Event)) } });
  }

  /** True when numbers were missing for so long that they were filled. */
  private async fillGaps(owner: string, since: number, found: { seq: number }[]): Promise<boolean> {
    const missing = gaps(since, found);
    const now = this.now();
    const long = missing.filter((seq) => {
      const key = ownedId(owner, String(seq));
      if (!this.met.has(key)) this.met.set(key, now);
      return now - this.met.get(key)! >= patienceMs;
    });
    if (missing.length === 0) this.forget(owner, since, found.at(-1)?.seq ?? since);
    if (long.length === 0) return false;
    const numbers = long.map((seq): [string, number] => [owner, seq]);
    try {
      // The dead writer may hold the number in a transaction that is still open.
      await this.endDead().catch(this.warn);
      await fillVoid(this.tables, numbers, now);
    } catch (error) {
      // Then the reader stops before the gap, and the next one tries again.
      this.warn(error);
      return false;
    }
    for (const seq of long) this.met.delete(ownedId(owner, String(seq)));
    return true;
  }

  /** What came after all needs no clock any more. */
  private forget(owner: string, from: number, to: number): void {
    if (this.met.size === 0) return;
    for (let seq = from + 1; seq <= to; seq++) this.met.delete(ownedId(owner, String(seq)));
  }
}

/** How many of them follow `since` one by one. */
function unbroken(since: number, found: { seq: number }[]): number {
  const broken = found.findIndex(({ seq }, i) => seq !== since + 1 + i);
  return broken < 0 ? found.length : broken;
}

/** The numbers missing between them; a long row of them a part at a time. */
function gaps(since: number, found: { seq: number }[]): number[] {
  const missing: number[] = [];
  let last = since;
  for (const { seq } of found) {
    for (let lost = last + 1; lost < seq && missing.length < 1_000; lost++) missing.push(lost);
    last = seq;
  }
  return missing;
}
