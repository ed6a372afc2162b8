// Effects that end closely together are taken out together: marked where their lease still holds, looked up by the mark, removed.
// One that was only marked when its process died is still leased, and comes back with the end of its lease.
import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Collection as Table } from "mongodb";
import type { StoredEffect } from "./tables.js";

interface End {
  id: string;
  token: string;
}
type Held = (id: string, token: string) => Parameters<Table<StoredEffect>["deleteOne"]>[0] & object;

export class Ends {
  private asked: End[] = [];
  private turn: Promise<ReadonlySet<End>> | undefined;

  constructor(
    private readonly effects: Table<StoredEffect>,
    private readonly held: Held,
  ) {}

  /** False when the lease was lost meanwhile. */
  async done(end: End): Promise<boolean> {
    this.asked.push(end);
    this.turn ??= this.soon();
    return (await this.turn).has(end);
  }

  private async soon(): Promise<ReadonlySet<End>> {
    await setImmediate();
    const ends = this.asked;
    this.asked = [];
    this.turn = undefined;
    const [only] = ends;
    if (ends.length === 1 && only) return new Set((await this.effects.deleteOne(this.held(only.id, only.token))).deletedCount === 1 ? [only] : []);
    const by = randomUUID();
    await this.effects.updateMany({ $or: ends.map(({ id, token }) => this.held(id, token)) }, { $set: { by } });
    const mine = { _id: { $in: ends.map(({ id }) => id) }, by };
    const marked = await this.effects.find(mine, { projection: { fence: 1 } }).toArray();
    const { deletedCount } = await this.effects.deleteMany(mine);
    const gone = new Map(marked.map(({ _id, fence }) => [_id, String(fence)]));
    // A lease that ran out in between went to somebody else.
    if (deletedCount < marked.length) for await (const { _id } of this.effects.find({ _id: mine._id }, { projection: { _id: 1 } })) gone.delete(_id);
    return new Set(ends.filter(({ id, token }) => gone.get(id) === token));
  }
}
