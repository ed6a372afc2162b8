// What search reads: the text is written in the commit, its letters are indexed soon after (indexer.ts).
import type { Collection, Doc, Searchable } from "../port.js";
import { marked } from "../words.js";
import type { Database } from "./database.js";

export function keepText(db: Database, collection: Collection, doc: Doc, { group, scopes, text }: Searchable): void {
  db.run(
    `INSERT INTO texts (collection, id, owner, grp, scopes, text, stale) VALUES (?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (collection, id) DO UPDATE SET owner = excluded.owner, grp = excluded.grp, scopes = excluded.scopes,
       stale = stale OR text IS NOT excluded.text, text = excluded.text`,
    collection,
    doc.id,
    doc.owner,
    group,
    JSON.stringify(scopes),
    marked(text),
  );
}

export function forgetText(db: Database, collection: Collection, id: string): void {
  const row = db.get<{ n: number }>("SELECT n FROM texts WHERE collection = ? AND id = ?", collection, id);
  if (!row) return;
  db.run("DELETE FROM grams WHERE rowid = ?", row.n);
  db.run("DELETE FROM texts WHERE n = ?", row.n);
}

/** Indexes up to `limit` texts that changed; how many it did. */
export function indexTexts(db: Database, limit: number): number {
  const rows = db.all<{ n: number; text: string }>("SELECT n, text FROM texts WHERE stale = 1 ORDER BY n LIMIT ?", limit);
  if (rows.length === 0) return 0;
  const index = () => {
    for (const { n, text } of rows) {
      db.run("INSERT OR REPLACE INTO grams (rowid, text) VALUES (?, ?)", n, text);
      db.run("UPDATE texts SET stale = 0 WHERE n = ? AND text IS ?", n, text);
    }
    return rows.length;
  };
  // The mark of what is stale is written with it: forgotten, it is done again.
  return db.unsynced(() => db.transaction(index));
}
