// Reads by id that are asked for closely together, in one question a collection: a hundred requests at once ask a few times, not hundreds of times.
// A question is sent after it was asked for, so that whoever has seen a commit reads what it wrote.
import { setImmediate } from "node:timers/promises";
import type { Collection, Doc } from "../port.js";
import type { Tables } from "./tables.js";

interface Asker {
  resolve: (json: string | undefined) => void;
  reject: (error: unknown) => void;
}

/** Ids in one question. */
const most = 500;

export class Reads {
  private readonly asked = new Map<Collection, Map<string, Asker[]>>();
  private readonly reading = new Set<Collection>();

  constructor(private readonly tables: Tables) {}

  async get<T extends Doc>(collection: Collection, id: string): Promise<T | undefined> {
    const json = await new Promise<string | undefined>((resolve, reject) => {
      if (!this.asked.has(collection)) this.asked.set(collection, new Map());
      const ids = this.asked.get(collection)!;
      ids.set(id, [...(ids.get(id) ?? []), { resolve, reject }]);
      void this.read(collection);
    });
    return json === undefined ? undefined : (JSON.parse(json) as T);
  }

  /** One question in flight a collection; what is asked for meanwhile is the next one. */
  private async read(collection: Collection): Promise<void> {
    if (this.reading.has(collection)) return;
    this.reading.add(collection);
    await setImmediate();
    const ids = this.asked.get(collection)!;
    while (ids.size > 0) {
      const some = [...ids].slice(0, most);
      for (const [id] of some) ids.delete(id);
      await this.answer(collection, some);
    }
    this.reading.delete(collection);
  }

  private async answer(collection: Collection, some: [string, Asker[]][]): Promise<void> {
    try {
      const found = await this.tables
        .docs(collection)
        .find({ _id: { $in: some.map(([id]) => id) } }, { projection: { j: 1 } })
        .toArray();
      const docs = new Map(found.map(({ _id, j }) => [_id, j]));
      for (const [id, askers] of some) for (const { resolve } of askers) resolve(docs.get(id));
    } catch (error) {
      for (const [, askers] of some) for (const { reject } of askers) reject(error);
    }
  }
}
