// The yardstick: a Fastify route that writes the same JSON to SQLite, one commit a request, and does nothing else.
import { join } from "node:path";
import { DatabaseSync } from "@photostructure/sqlite";
import Fastify from "fastify";

/** Listens on a free port of the loopback; returns its address. */
export async function startBare(dataDir: string): Promise<{ url: string; stop(): Promise<void> }> {
  const db = new DatabaseSync(join(dataDir, "bare.db"));
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE submissions (id TEXT PRIMARY KEY, doc BLOB NOT NULL)");
  const insert = db.prepare("INSERT INTO submissions (id, doc) VALUES (?, jsonb(?))");
  const app = Fastify();
  app.post<{ Body: { id: string } }>("/submissions", async (request, reply) => {
    insert.run(request.body.id, JSON.stringify(request.body));
    return reply.code(201).send({ id: request.body.id });
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    url,
    async stop() {
      await app.close();
      db.close();
    },
  };
}

// As a program: it runs in a process of its own, like the product it is measured against.
if (process.argv[2] === "serve") {
  const { url } = await startBare(process.argv[3]!);
  process.send?.({ url });
}
