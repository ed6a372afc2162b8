// What MongoDB acknowledges is in the journal of a majority: the write concern that the server was really given, and a synced journal before each answer.
// And a commit of which nobody said what became of it is settled, once.
import { MongoClient } from "mongodb";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openStorage } from "../../server/storage/open.js";
import type { Storage } from "../../server/storage/port.js";
import { withDatabase } from "../help/database.js";
import { type ReplicaSet, startReplicaSet } from "../help/replica-set.js";
import { doc, done, event, fresh, insert, lost, replace } from "./contract/subject.js";
import { canTrace, noTrace, tracedWhile } from "./trace.js";

const binary = inject("mongod");

// A server of its own: fault points are off in any other.
describe.skipIf(!binary)(`durability on MongoDB${binary ? "" : " (no mongod: set MONGOD)"}`, () => {
  let set: ReplicaSet;
  let store: Storage;
  let admin: MongoClient;
  beforeAll(async () => {
    set = await startReplicaSet(binary, 1, ["enableTestCommands=1"]);
    store = await openStorage({ dataDir: "", mongodbUri: withDatabase(set.uri, "durable") });
    admin = await new MongoClient(set.uri).connect();
  });
  afterAll(async () => {
    await store?.close();
    await admin?.close();
    await set?.stop();
  });

  const fault = (times: number, data: Record<string, unknown>) =>
    admin.db("admin").command({ configureFailPoint: "failCommand", mode: { times }, data: { appName: "thongthin-forms durable", ...data } });

  test("every commit asks for a majority and its journal", async () => {
    // The server's own log of slow commands, with every command slow.
    await admin.db("admin").command({ profile: 0, slowms: -1 });
    await admin.db("admin").command({ setParameter: 1, logLevel: 0 });
    await admin.db("admin").command({ clearLog: "global" });
    const owner = fresh("lao");
    done(await store.commit([insert(doc(fresh("r"), owner)), event(owner)]));
    const { log } = await admin.db("admin").command({ getLog: "global" });
    await admin.db("admin").command({ profile: 0, slowms: 100 });
    const commits = (log as string[])
      .map((line) => JSON.parse(line))
      .flatMap(({ attr }) => (attr?.command?.commitTransaction ? [attr.command.writeConcern] : []));
    expect(commits).toEqual([expect.objectContaining({ w: "majority", j: true })]);
  });

  test("the journal is synced before each answer", async () => {
    const synced = async () => (await admin.db("admin").command({ serverStatus: 1 })).wiredTiger.log["log sync operations"] as number;
    const owner = fresh("lao");
    for (let i = 0; i < 5; i++) {
      const before = await synced();
      done(await store.commit([insert(doc(fresh("r"), owner))]));
      expect(await synced()).toBeGreaterThan(before);
    }
  });

  test.skipIf(!canTrace)(`and so say the server's system calls${noTrace}`, async () => {
    const { pid } = await admin.db("admin").command({ serverStatus: 1 });
    const owner = fresh("lao");
    const calls = await tracedWhile("fsync,fdatasync", Number(pid), async () => {
      done(await store.commit([insert(doc(fresh("r"), owner)), event(owner)]));
    });
    expect(calls.filter((line) => /(fsync|fdatasync)/.test(line) && line.includes("WiredTigerLog")).length).toBeGreaterThan(0);
  });

  const once = async (owner: string, id: string) => {
    expect(await store.get("records", id)).toBeDefined();
    expect((await store.changes(owner, 0, 10)).map(({ seq, type }) => [seq, type])).toEqual([[1, "record.submit"]]);
  };

  test("the line breaks before the commit arrives: it is sent again and done once", async () => {
    const [owner, id] = [fresh("lao"), fresh("r")];
    await fault(4, { failCommands: ["commitTransaction"], closeConnection: true });
    expect(done(await store.commit([insert(doc(id, owner)), event(owner)])).events).toEqual([1]);
    await once(owner, id);
  });

  test("the commit is done and its answer says that nobody knows: it is done once", async () => {
    const [owner, id] = [fresh("lao"), fresh("r")];
    await fault(4, { failCommands: ["commitTransaction"], writeConcernError: { code: 91, errmsg: "shutdown in progress" } });
    expect(done(await store.commit([insert(doc(id, owner)), event(owner)])).events).toEqual([1]);
    await once(owner, id);
  });

  test("a primary that stepped down inside the batch: tried again with the same numbers", async () => {
    const [owner, id] = [fresh("lao"), fresh("r")];
    await fault(2, { failCommands: ["insert"], errorCode: 10107, errorLabels: ["TransientTransactionError"] });
    expect(done(await store.commit([insert(doc(id, owner)), event(owner)])).events).toEqual([1]);
    await once(owner, id);
  });

  test("reads and the counter stumble: the batch goes on", async () => {
    const [owner, id] = [fresh("lao"), fresh("r")];
    await fault(3, { failCommands: ["find", "findAndModify"], errorCode: 11602, closeConnection: false });
    expect(done(await store.commit([insert(doc(id, owner)), event(owner)])).events).toHaveLength(1);
    expect(await store.get("records", id)).toBeDefined();
  });

  test("of lists without events or inserts too: a replacement is done once", async () => {
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await store.commit([insert(there)]));
    await fault(4, { failCommands: ["commitTransaction"], writeConcernError: { code: 91, errmsg: "shutdown in progress" } });
    done(await store.commit([replace(there, { note: "x" })]));
    expect(await store.get("records", there.id)).toMatchObject({ rev: 2, note: "x" });
    expect(lost(await store.commit([replace(there)]))).toBe(true);
  });

  test("where the server gives no change stream, watchers hear by looking at the counters", async () => {
    const owner = fresh("lao");
    await fault(1, { failCommands: ["aggregate"], errorCode: 40573 });
    let stop = async () => {};
    const heard = new Promise((resolve) => {
      void store
        .watch((change) => change.owner === owner && change.seq === 2 && resolve(change))
        .then((end) => {
          stop = end;
          return store.commit([event(owner), event(owner)]);
        });
    });
    expect(await heard).toEqual({ owner, seq: 2 });
    await stop();
  });
});
