// Documents by id, and events in their order.
import type { Event } from "../../../schemas/types.js";
import type { Collection, Doc } from "../port.js";
import type { Database } from "./database.js";

export function getDoc<T extends Doc>(db: Database, collection: Collection, id: string): T | undefined {
  const row = db.get<{ doc: string }>(`SELECT json(doc) AS doc FROM ${collection} WHERE id = ?`, id);
  return row && (JSON.parse(row.doc) as T);
}

/** In the order of the ids; those that do not exist are left out. */
export function getMany<T extends Doc>(db: Database, collection: Collection, ids: string[]): T[] {
  const found: T[] = [];
  for (const id of ids) {
    const doc = getDoc<T>(db, collection, id);
    if (doc) found.push(doc);
  }
  return found;
}

/** An owner's numbers are given inside the transaction here, so there is never a gap. */
export function eventsSince(db: Database, owner: string, since: number, limit: number): Event[] {
  return db
    .all<{ event: string }>("SELECT json(event) AS event FROM events WHERE owner = ? AND seq > ? ORDER BY seq LIMIT ?", owner, since, limit)
    .map(({ event }) => JSON.parse(event) as Event);
}

/** Events about one subject, newest first. */
export function eventsAbout(db: Database, owner: string, subject: string, before: number, limit: number): Event[] {
  return db
    .all<{ event: string }>(
      "SELECT json(event) AS event FROM events WHERE owner = ? AND subject = ? AND seq < ? ORDER BY seq DESC LIMIT ?",
      owner,
      subject,
      before,
      limit,
    )
    .map(({ event }) => JSON.parse(event) as Event);
}
