// The yardstick: a Fastify route that writes the same JSON to the same kind of store, one commit a request, and does nothing else.
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import Fastify from "fastify";
import { MongoClient } from "mongodb";

type Submission = { id: string };

interface Store {
  /** Returns when it is durable. */
  keep(submission: Submission): void | Promise<void>;
  close(): void | Promise<void>;
}

function openSqlite(dataDir: string): Store {
  const db = new DatabaseSync(join(dataDir, "bare.db"));
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE submissions (id TEXT PRIMARY KEY, doc BLOB NOT NULL)");
  const insert = db.prepare("INSERT INTO submissions (id, doc) VALUES (?, jsonb(?))");
  return {
    keep: (submission) => void insert.run(submission.id, JSON.stringify(submission)),
    close: () => db.close(),
  };
}

/** One transaction a request, acknowledged by a majority that has it in its journal: what the product promises, too. */
async function openMongodb(uri: string): Promise<Store> {
  const client = await new MongoClient(uri, { writeConcern: { w: "majority", journal: true } }).connect();
  const db = client.db("bare");
  await db.createCollection("submissions");
  const submissions = db.collection<Submission & { _id: string }>("submissions");
  return {
    async keep(submission) {
      await client.withSession((session) => session.withTransaction(() => submissions.insertOne({ _id: submission.id, ...submission }, { session })));
    },
    close: () => client.close(),
  };
}

/** Listens on a free port of the loopback; returns its address. */
export async function startBare(dataDir: string, mongodbUri?: string): Promise<{ url: string; stop(): Promise<void> }> {
  const store = mongodbUri === undefined ? openSqlite(dataDir) : await openMongodb(mongodbUri);
  const app = Fastify();
  app.post<{ Body: Submission }>("/submissions", async (request, reply) => {
    await store.keep(request.body);
    return reply.code(201).send({ id: request.body.id });
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    async stop() {
      await app.close();
      await store.close();
    },
  };
}

// As a program: it runs in a process of its own, like the product it is measured against.
if (process.argv[2] === "serve") {
  const { url } = await startBare(process.argv[3]!, process.argv[4]);
  process.send?.({ url });
}
