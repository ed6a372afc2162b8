// Collections and indexes, made when the store opens: a transaction cannot make one that another is making.
import { type Db, MongoServerError } from "mongodb";
import { collectionNames, collections } from "../collections.js";
import { fieldName } from "./lift.js";
import { tablesOf } from "./tables.js";

const tables = ["texts", "events", "effects", "claims", "sequences", "counters"];

export async function prepareSchema(db: Db): Promise<void> {
  await Promise.all([...collectionNames, ...tables].map((name) => db.createCollection(name).catch(ignoreExisting)));
  // Kept in the order of their keys, without an index beside them: a record has dozens of lines.
  await db.createCollection("lines", { clusteredIndex: { key: { _id: 1 }, unique: true } }).catch(ignoreExisting);
  const { texts, events, effects, docs } = tablesOf(db);
  await Promise.all([
    texts.createIndex({ owner: 1, g: 1, i: -1 }),
    events.createIndex({ owner: 1, seq: 1 }, { unique: true }),
    events.createIndex({ owner: 1, subject: 1, seq: -1 }, { partialFilterExpression: { subject: { $exists: true } } }),
    effects.createIndex({ due: 1, _id: 1 }, { partialFilterExpression: { failed: false } }),
    effects.createIndex({ owner: 1, _id: -1 }, { partialFilterExpression: { failed: true } }),
    ...collectionNames.flatMap((name) => [
      docs(name).createIndex({ "t.n": 1 }, { partialFilterExpression: { "t.n": { $exists: true } } }),
      ...collections[name].indexes.map((paths) => docs(name).createIndex(indexOf(paths))),
    ]),
  ]);
}

const indexOf = (paths: readonly string[]): Record<string, 1> => Object.fromEntries([...paths.map(fieldName), "_id"].map((field) => [field, 1 as const]));

function ignoreExisting(error: unknown): void {
  if (!(error instanceof MongoServerError && error.codeName === "NamespaceExists")) throw error;
}
