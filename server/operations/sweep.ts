// Takes away what has had its time: sessions that ended, pauses that are over, uploads that no record has named for 30 days.
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Filter } from "../../engine/query/filter.js";
import type { FileDoc } from "../files/file.js";
import { instant } from "../plugins/clock.js";
import type { Collection, Doc } from "../storage/port.js";

const day = 86_400_000;
const unnamed = 30 * day;

/** Removes documents that match, a page at a time; each is gone only if it is still as it was found. */
async function remove<T extends Doc>(app: FastifyInstance, collection: Collection, filter: Filter, after?: (doc: T) => Promise<void>): Promise<number> {
  let count = 0;
  for (;;) {
    const { items } = await app.storage.find<T>(collection, { filter, limit: 200 });
    let gone = 0;
    for (const doc of items) {
      const done = await app.storage.commit([{ op: "remove", collection, id: doc.id, rev: doc.rev }]);
      if ("conflict" in done) continue;
      gone++;
      await after?.(doc);
    }
    count += gone;
    if (items.length < 200 || gone === 0) return count;
  }
}

/** Removes the bytes when no other document speaks of them. Whoever uploads the same at that very moment gets them back, or is asked again. */
async function removeBytes({ storage }: FastifyInstance, { sha256 }: FileDoc): Promise<void> {
  const named = async () => (await storage.find("files", { filter: { sha256 }, limit: 1 })).items.length > 0;
  const bytes = (await named()) ? undefined : await storage.files.get(sha256);
  if (!bytes) return;
  const kept: Uint8Array[] = [];
  for await (const chunk of bytes) kept.push(chunk);
  await storage.files.remove(sha256);
  if (await named()) await storage.files.put(Readable.from(kept));
}

export interface Swept {
  sessions: number;
  pauses: number;
  files: number;
}

/** One sweep after the other, never two at once: whoever asks gets one that began after the question. */
export function sweeper(app: FastifyInstance): () => Promise<Swept> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<Swept> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      return sweep(app);
    });
    running = next.catch(() => {});
    return next;
  };
}

async function sweep(app: FastifyInstance): Promise<Swept> {
  const now = app.clock.now();
  return {
    sessions: await remove(app, "sessions", { expiresAt: { $lt: instant(now) } }),
    pauses: await remove(app, "settings", { owner: "*", expiresAt: { $lt: instant(now) } }),
    files: await remove<FileDoc>(app, "files", { record: { $exists: false }, createdAt: { $lt: instant(now - unnamed) } }, (doc) => removeBytes(app, doc)),
  };
}
