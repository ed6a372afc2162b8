// Commits a transaction and does not rest until it is known what became of it.
import { setTimeout as wait } from "node:timers/promises";
import type { ClientSession } from "mongodb";
import type { Event } from "../../../schemas/types.js";
import { collections } from "../collections.js";
import type { Collection } from "../port.js";
import { isTransient, isUnknown } from "./errors.js";
import type { Plan } from "./plan.js";
import type { Tables } from "./tables.js";

/** Returns when it is committed; throws when it is not. */
export async function commitSettled(tables: Tables, session: ClientSession, plan: Plan, events: Event[], attempt: string, patienceMs: number): Promise<void> {
  const end = performance.now() + patienceMs;
  let unknown = false;
  for (;;) {
    try {
      // Sent again, it is the same commit: the server answers with what became of the first one.
      await session.commitTransaction();
      return;
    } catch (error) {
      if (isUnknown(error) && performance.now() < end) {
        unknown = true;
        await wait(50);
        continue;
      }
      // A new primary may have forgotten the transaction and still have what it wrote.
      if (unknown && (await wasWritten(tables, plan, events, attempt))) return;
      if (unknown && !isTransient(error)) throw new Error("It is not known whether this was committed.", { cause: error });
      throw error;
    }
  }
}

/** The transaction wrote all or nothing, so one trace of it decides. An event or an inserted document never loses it. */
async function wasWritten(tables: Tables, { cells }: Plan, events: Event[], attempt: string): Promise<boolean> {
  if (events[0]) return (await tables.events.countDocuments({ _id: events[0].id, b: attempt })) > 0;
  for (const [kind, changed] of cells) {
    if (!(kind in collections)) continue;
    for (const [_id, cell] of changed) {
      if (cell.doc && (await tables.docs(kind as Collection).countDocuments({ _id, b: attempt })) > 0) return true;
    }
  }
  return false;
}
