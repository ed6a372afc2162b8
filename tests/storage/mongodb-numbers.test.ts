// Event numbers on MongoDB are reserved before the transaction. What happens to them when their process dies, comes late, or the counter was taken back by a fail-over.
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import type { Storage } from "../../server/storage/port.js";
import { freshDatabase } from "../help/database.js";
import { acknowledged, startChild } from "./contract/child.js";
import { doc, done, event, fresh, insert } from "./contract/subject.js";

const server = inject("mongodb");

describe.skipIf(!server)(`event numbers on MongoDB${server ? "" : " (no mongod: set MONGOD or MONGODB_URI)"}`, () => {
  const { uri, drop } = freshDatabase(server || "mongodb://none");
  const place = { dataDir: "", mongodbUri: uri };
  const clock = { time: Date.UTC(2026, 10, 23), now: () => clock.time };
  let store: Storage;
  beforeAll(async () => {
    store = await openStorage({ ...place, clock });
  });
  afterAll(async () => {
    await store?.close();
    if (server) await drop();
  });

  const told = async (owner: string) => (await store.changes(owner, 0, 100)).map(({ seq, type }) => [seq, type]);

  test("a reader stops before the numbers of a killed process, and fills them after two seconds", async () => {
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 1, dieAt: "reserved" });
    child.go();
    expect(await child.ended).toBe("SIGKILL");
    expect(done(await store.commit([event(owner)])).events).toEqual([3]);

    expect(await told(owner)).toEqual([]);
    clock.time += 1_999;
    expect(await told(owner)).toEqual([]);
    clock.time += 1;
    expect(await told(owner)).toEqual([
      [1, "void"],
      [2, "void"],
      [3, "record.submit"],
    ]);
    const [filler] = await store.changes(owner, 0, 1);
    expect(filler).toEqual({
      format: 1,
      id: `${owner}/1`,
      owner,
      seq: 1,
      type: "void",
      at: new Date(clock.time).toISOString(),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      payload: {},
    });
    expect(await store.get("records", `${owner}-0`)).toBeUndefined();
  });

  test("a commit that comes after the filler takes new numbers and loses nothing", async () => {
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 1, waitAt: "reserved" });
    child.go();
    await child.until((message) => typeof message === "object" && "at" in message);
    done(await store.commit([event(owner, "first")]));
    expect(await told(owner)).toEqual([]);
    clock.time += 2_000;
    expect(await told(owner)).toEqual([
      [1, "void"],
      [2, "void"],
      [3, "first"],
    ]);
    child.go();
    expect(await child.ended).toBeNull();
    expect(acknowledged(child.told)).toEqual([{ acknowledged: 0, events: [4, 5] }]);
    expect(await told(owner)).toEqual([
      [1, "void"],
      [2, "void"],
      [3, "first"],
      [4, "record.submit"],
      [5, "record.submit"],
    ]);
    expect(await store.get("records", `${owner}-0`)).toBeDefined();
  });

  test("a commit that comes before the two seconds are over keeps its numbers", async () => {
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 1, waitAt: "reserved" });
    child.go();
    await child.until((message) => typeof message === "object" && "at" in message);
    done(await store.commit([event(owner, "first")]));
    expect(await told(owner)).toEqual([]);
    child.go();
    expect(await child.ended).toBeNull();
    clock.time += 10_000;
    expect(await told(owner)).toEqual([
      [1, "record.submit"],
      [2, "record.submit"],
      [3, "first"],
    ]);
  });

  test("a process killed inside its transaction does not hold up the others", async () => {
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 1, dieAt: "written" });
    child.go();
    expect(await child.ended).toBe("SIGKILL");
    // The same record: the dead transaction still holds it.
    const { events } = done(await store.commit([insert(doc(`${owner}-0`, owner)), event(owner)]));
    expect(events).toEqual([3]);
    await told(owner);
    clock.time += 2_000;
    expect(await told(owner)).toEqual([
      [1, "void"],
      [2, "void"],
      [3, "record.submit"],
    ]);
  });

  test("numbers that a failed batch reserved are filled at once", async () => {
    const owner = fresh("lao");
    let faults = 1;
    const faulty = await openStorage({
      ...place,
      trace: (point) => {
        if (point === "written" && faults-- > 0) throw new Error("a fault");
      },
    });
    await expect(faulty.commit([event(owner)])).rejects.toThrow("a fault");
    expect(done(await faulty.commit([event(owner)])).events).toEqual([2]);
    await faulty.close();
    expect(await told(owner)).toEqual([
      [1, "void"],
      [2, "record.submit"],
    ]);
  });

  test("a counter that stands behind the events moves forward and new numbers are taken", async () => {
    const owner = fresh("lao");
    for (let i = 0; i < 5; i++) done(await store.commit([event(owner)]));
    const client = new MongoClient(uri);
    await client
      .db()
      .collection<{ _id: string; n: number }>("counters")
      .updateOne({ _id: owner }, { $set: { n: 2 } });
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => store.commit([event(owner), insert(doc(fresh("r"), owner))])));
    expect(outcomes.flatMap((outcome) => done(outcome).events)).toEqual([7, 8, 9, 10]);
    await client.db().collection<{ _id: string; n: number }>("counters").deleteOne({ _id: owner });
    expect(done(await store.commit([event(owner)])).events).toEqual([11]);
    await client.close();
    // 6 was reserved with the numbers that were taken already, and given up with them.
    const submitted = (seq: number) => [seq, "record.submit"];
    expect(await told(owner)).toEqual([...[1, 2, 3, 4, 5].map(submitted), [6, "void"], ...[7, 8, 9, 10, 11].map(submitted)]);
  });
});
