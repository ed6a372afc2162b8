// Three members, and the primary killed under load: nothing acknowledged is lost, nothing is doubled, no number is missing.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import type { Storage } from "../../server/storage/port.js";
import { withDatabase } from "../help/database.js";
import { type ReplicaSet, startReplicaSet } from "../help/replica-set.js";
import { doc, event, fresh, insert, lost, take } from "./contract/subject.js";

const binary = inject("mongod");

describe.skipIf(!binary)(`fail-over on MongoDB${binary ? "" : " (no mongod: set MONGOD)"}`, () => {
  let set: ReplicaSet;
  const stores: Storage[] = [];
  beforeAll(async () => {
    set = await startReplicaSet(binary, 3);
    for (let i = 0; i < 2; i++) stores.push(await openStorage({ dataDir: "", mongodbUri: withDatabase(set.uri, "failover") }));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await set?.stop();
  });

  /** Sends it until it is told what became of it, as a client with an action id does. */
  async function submit(store: Storage, owner: string, action: string): Promise<void> {
    for (;;) {
      try {
        const writes = [
          { op: "insert" as const, collection: "actions" as const, doc: doc(action, owner) },
          insert(doc(`r-${action}`, owner, { number: "TOKEN" })),
          event(owner),
          take(owner, "s", "TOKEN"),
        ];
        const outcome = await store.commit(writes);
        if (lost(outcome) && outcome.conflict !== "exists") throw new Error(outcome.conflict);
        return;
      } catch (error) {
        if (!(error instanceof Error) || !/Mongo|committed/.test(`${error.name} ${error.message}`)) throw error;
      }
    }
  }

  test("two kills of the primary under the load of two processes' stores", async () => {
    const owner = fresh("lao");
    const acknowledged: string[] = [];
    let open = true;
    const clients = Array.from({ length: 12 }, async (_, n) => {
      for (let i = 0; open; i++) {
        const action = `a-${owner}-${n}-${i}`;
        await submit(stores[n % 2]!, owner, action);
        acknowledged.push(action);
      }
    });
    const more = async (count: number) => {
      const wanted = acknowledged.length + count;
      while (acknowledged.length < wanted) await new Promise((resolve) => setImmediate(resolve));
    };
    for (let kill = 0; kill < 2; kill++) {
      await more(100);
      const primary = await set.primary();
      await primary.kill();
      // What is acknowledged now is so by the two others.
      await more(50);
      await primary.restart();
      await set.settled();
    }
    open = false;
    await Promise.all(clients);

    const [store] = stores as [Storage];
    const records = await store.getMany<ReturnType<typeof doc>>(
      "records",
      acknowledged.map((action) => `r-${action}`),
    );
    expect(records).toHaveLength(acknowledged.length);
    // The numbers of 2,000 records and more: each once, none missing.
    expect(records.map(({ number }) => Number(number)).sort((a, b) => a - b)).toEqual(records.map((_, i) => i + 1));
    // Numbers whose batch died are filled when a reader has waited for them.
    let seen: { seq: number; type: string }[] = [];
    const count = () => seen.filter(({ type }) => type === "record.submit").length;
    while (count() < acknowledged.length) {
      const next = await store.changes(owner, seen.at(-1)?.seq ?? 0, 1_000);
      seen = [...seen, ...next];
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(count()).toBe(acknowledged.length);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, i) => i + 1));
  });
});
