// The connection to a replica set. Durable whatever the address says: every write is acknowledged by a majority that has it in its journal,
// and nothing is read that a fail-over could take back.
import { type Db, MongoClient } from "mongodb";

export const durable = { w: "majority", journal: true } as const;

export interface Connection {
  client: MongoClient;
  db: Db;
}

export async function connect(uri: string): Promise<Connection> {
  const name = databaseName(uri);
  const client = new MongoClient(uri, {
    // By which this product's own transactions are known (dead.ts).
    appName: `thongthin-forms ${name}`,
    writeConcern: durable,
    readConcern: { level: "majority" },
    readPreference: "primary",
    retryWrites: true,
    retryReads: true,
    ignoreUndefined: true,
  });
  try {
    await client.connect();
    const db = client.db(name);
    const { setName } = await db.command({ hello: 1 });
    if (!setName) throw new Error("MONGODB_URI names a server that is no replica set; transactions need one (one member will do).");
    return { client, db };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** The one in the address, or the product's own. */
function databaseName(uri: string): string {
  return /^[^/]+\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? "thongthin";
}
