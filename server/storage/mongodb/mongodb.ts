// The store for more than one machine: a MongoDB replica set, with any number of servers in front of it.
import { Committer } from "../committer.js";
import { checked } from "../filters.js";
import { type StorageOptions, systemClock } from "../options.js";
import type { Collection, Storage, Write } from "../port.js";
import { applyBatch, type Ground } from "./batch.js";
import { connect } from "./connection.js";
import { endDeadTransactions } from "./dead.js";
import { files } from "./files.js";
import { findDocs, getMany } from "./find.js";
import { History } from "./history.js";
import { Indexer } from "./indexer.js";
import { countDocs, listDocs } from "./list.js";
import { outbox } from "./outbox.js";
import { Reads } from "./reads.js";
import { prepareSchema } from "./schema.js";
import { searchDocs } from "./search.js";
import { tablesOf } from "./tables.js";
import { Watchers } from "./watch.js";

export async function openMongodb(options: StorageOptions & { mongodbUri: string }): Promise<Storage> {
  const { client, db } = await connect(options.mongodbUri);
  await prepareSchema(db);
  const tables = tablesOf(db);
  const clock = options.clock ?? systemClock;
  const warn = options.warn ?? (() => undefined);
  const ground: Ground = { client, tables, now: () => clock.now(), trace: options.trace, warn };
  const history = new History(tables, ground.now, () => endDeadTransactions(client), warn);
  const watchers = new Watchers(db, tables, history, warn);
  const reads = new Reads(tables);
  const indexer = new Indexer(tables, warn);
  const committer = new Committer(async (lists) => {
    const verdicts = await applyBatch(ground, lists);
    indexer.wake(searched(lists.filter((_, i) => "events" in verdicts[i]!).flat()));
    return verdicts;
  });

  return {
    kind: "mongodb",
    commit: (writes) => committer.commit(writes),
    get: (collection, id) => reads.get(collection, id),
    getMany: (collection, ids) => getMany(tables, collection, ids),
    async find(collection, query) {
      const filter = checked(query.filter);
      return findDocs(tables, collection, { ...query, ...(filter ? { filter } : {}) });
    },
    list: (collection, query) => listDocs(tables, collection, query),
    count: (collection, query, limit) => countDocs(tables, collection, query, limit),
    search: (collection, query) => searchDocs(tables, collection, query),
    async indexed() {
      await committer.idle();
      await indexer.indexed();
    },
    changes: (owner, since, limit) => history.changes(owner, since, limit),
    history: (owner, subject, { before, limit }) => history.about(owner, subject, before, limit),
    watch: (listener) => watchers.add(listener),
    tombstone: (owner, seq) => history.tombstone(owner, seq),
    outbox: outbox(tables),
    files: await files(db),
    async check() {
      await db.command({ ping: 1 }, { timeoutMS: 3_000 });
    },
    async close() {
      await committer.close();
      await watchers.close();
      await indexer.close();
      await client.close();
    },
  };
}

const searched = (writes: Write[]): Set<Collection> => new Set(writes.flatMap((write) => ("search" in write && write.search ? [write.collection] : [])));
