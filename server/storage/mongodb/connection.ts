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
    const unfit = unfitness(await db.command({ hello: 1 }));
    if (unfit) throw new Error(`MONGODB_URI names a server that ${unfit}`);
    return { client, db };
  } catch (error) {
    await client.close();
    throw error;
  }
}

/** Why a server that says `hello` so cannot keep records; nothing when it can. Wire version 16 is MongoDB 5.3, the first with clustered collections. */
export function unfitness(hello: { setName?: string; maxWireVersion?: number }): string | undefined {
  if ((hello.maxWireVersion ?? 0) < 16) return "is older than MongoDB 5.3; records are kept in a clustered collection, which it does not have.";
  return hello.setName ? undefined : "is no replica set; transactions need one (one member will do).";
}

/** The one in the address, or the product's own. */
function databaseName(uri: string): string {
  return /^[^/]+\/\/[^/]+\/([^?]+)/.exec(uri)?.[1] ?? "thongthin";
}
