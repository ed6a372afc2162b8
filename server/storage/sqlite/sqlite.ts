// The embedded store: one database file and the files beside it. One process at a time is usual; more than one is safe.
import { mkdir } from "node:fs/promises";
import { Committer } from "../committer.js";
import { withoutPayload } from "../events.js";
import { checked } from "../filters.js";
import type { StorageOptions } from "../options.js";
import type { Storage, Write } from "../port.js";
import { Reader } from "./ask-reader.js";
import { Writer } from "./ask-writer.js";
import { applyBatch } from "./batch.js";
import { Database } from "./database.js";
import { files } from "./files.js";
import { findDocs, isQuick } from "./find.js";
import { Indexer } from "./indexer.js";
import { countDocs, listDocs } from "./list.js";
import { outbox } from "./outbox.js";
import { eventsAbout, eventsSince, getDoc, getMany } from "./read.js";
import { prepareSchema } from "./schema.js";
import { Watchers } from "./watch.js";

export async function openSqlite(options: StorageOptions): Promise<Storage> {
  await mkdir(options.dataDir, { recursive: true });
  const db = new Database(options.dataDir, "write");
  prepareSchema(db);
  // Two, so that a lookup never waits for a search. Each starts at its first question.
  const finder = new Reader(options.dataDir);
  const searcher = new Reader(options.dataDir);
  const watchers = new Watchers(db);
  const writer = options.writerThread ? new Writer(options.dataDir, options.trace) : undefined;
  // Its checkpoints wait for the disk: where a thread commits, they are that thread's.
  if (writer) db.exec("PRAGMA wal_autocheckpoint=0");
  const committer: Committer = new Committer(async (lists) => {
    const verdicts = writer ? await writer.apply(lists) : await applyBatch(db, lists, options.trace);
    const done = lists.filter((_, i) => "events" in verdicts[i]!).flat();
    watchers.tell(ownersOf(done));
    if (done.some((write) => "search" in write && write.search)) indexer.wake();
    return verdicts;
  });
  const indexer = new Indexer(db, committer, options.warn ?? (() => undefined));
  indexer.wake();

  return {
    kind: "sqlite",
    commit: (writes) => committer.commit(writes),
    get: async (collection, id) => getDoc(db, collection, id),
    getMany: async (collection, ids) => getMany(db, collection, ids),
    async find(collection, query) {
      const filter = checked(query.filter);
      const question = { ...query, ...(filter ? { filter } : {}) };
      return isQuick(collection, question) ? findDocs(db, collection, question) : finder.ask({ ask: "find", collection, query: question });
    },
    list: (collection, query) => listDocs(db, collection, query),
    count: (collection, query, limit) => countDocs(db, collection, query, limit),
    search: (collection, query) => searcher.ask({ ask: "search", collection, query }),
    async indexed() {
      await committer.idle();
      await indexer.indexed();
    },
    changes: async (owner, since, limit) => eventsSince(db, owner, since, limit),
    history: async (owner, subject, { before, limit }) => eventsAbout(db, owner, subject, before ?? Number.MAX_SAFE_INTEGER, limit),
    watch: async (listener) => watchers.add(listener),
    async tombstone(owner, seq) {
      const bury = () => {
        const [event] = eventsSince(db, owner, seq - 1, 1);
        if (event?.seq === seq) db.run("UPDATE events SET event = jsonb(?) WHERE owner = ? AND seq = ?", JSON.stringify(withoutPayload(event)), owner, seq);
      };
      await committer.whenFree(() => db.transaction(bury));
    },
    outbox: outbox(db, committer),
    files: await files(options.dataDir),
    async check() {
      db.get("SELECT count(*) FROM settings");
    },
    async close() {
      await committer.close();
      watchers.close();
      await indexer.close();
      await Promise.all([finder.close(), searcher.close(), writer?.close()]);
      db.close();
    },
  };
}

const ownersOf = (writes: Write[]): Set<string> => new Set(writes.flatMap((write) => (write.op === "event" ? [write.event.owner] : [])));
