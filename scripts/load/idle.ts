// Waits until a product has nothing left to do now.
import { setTimeout as wait } from "node:timers/promises";
import type { Storage } from "../../server/storage/port.js";

/** Later than this nothing is owed now: deadlines of reports are days away. */
const soonMs = 3_600_000;

/** Until no effect is due or leased any more, or patience ends. `storage` is opened beside the running product. */
export async function effectsDone(storage: Storage, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const next = await storage.outbox.next();
    if (next === undefined || Date.parse(next) > Date.now() + soonMs || Date.now() > end) return;
    await wait(100);
  }
}
