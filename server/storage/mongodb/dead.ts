// Transactions whose process died in the middle. The server keeps their locks for a minute; a living process is never silent so long in one,
// so whoever is held up by one ends it. One that was only slow gets an error and tries its batch again.
import type { MongoClient } from "mongodb";

/** How long a transaction may be silent. */
const silentMicros = 1_500_000;

export async function endDeadTransactions(client: MongoClient): Promise<void> {
  const { appName } = client.options;
  if (!appName) return;
  // Only sessions of our own user and name: no rights beyond the product's own are needed.
  const dead = await client
    .db("admin")
    .aggregate<{ lsid?: { id: unknown } }>(
      [
        { $currentOp: { allUsers: false, idleSessions: true } },
        { $match: { appName, "transaction.timeInactiveMicros": { $gt: silentMicros } } },
        { $project: { lsid: 1 } },
      ],
      { readConcern: { level: "local" } },
    )
    .toArray();
  const sessions = dead.flatMap(({ lsid }) => (lsid ? [{ id: lsid.id }] : []));
  if (sessions.length > 0) await client.db("admin").command({ killSessions: sessions });
}
