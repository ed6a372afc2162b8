// One batch: one transaction, one fsync, a savepoint a list.
// A list that loses, or whose own data is at fault, is undone alone; its neighbours stay.
import type { Verdict } from "../committer.js";
import type { StorageOptions } from "../options.js";
import type { Write } from "../port.js";
import { applyList } from "./apply.js";
import type { Database } from "./database.js";

export async function applyBatch(db: Database, lists: Write[][], trace: StorageOptions["trace"]): Promise<Verdict[]> {
  await trace?.("batch");
  db.exec("BEGIN IMMEDIATE");
  try {
    const verdicts = lists.map((list) => applyAlone(db, list));
    // What fails must reject everybody, so nobody is told before this returns. The trace is synchronous here: nothing may run in between.
    void trace?.("written");
    db.exec("COMMIT");
    await trace?.("committed");
    return verdicts;
  } catch (error) {
    db.rollback();
    throw error;
  }
}

function applyAlone(db: Database, list: Write[]): Verdict {
  db.run("SAVEPOINT list");
  let verdict: Verdict;
  try {
    verdict = applyList(db, list);
  } catch (error) {
    // The disk is full or broken: SQLite has undone the whole batch by itself.
    if (!db.inTransaction) throw error;
    verdict = { failed: error };
  }
  if (!("events" in verdict)) {
    db.run("ROLLBACK TO list");
    db.names.forget();
  }
  db.run("RELEASE list");
  return verdict;
}
