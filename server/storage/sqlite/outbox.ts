// Effects that wait: leased for a time with a fencing number, done, tried again later, or given up.
// A lease moves the moment it is due to the end of the lease, so one that nobody finished comes back by itself.
// Nothing here waits for the disk: the effect itself came with its commit, and one whose lease or end is forgotten is done again.
import type { Committer } from "../committer.js";
import type { Effect, Storage } from "../port.js";
import type { Database } from "./database.js";
import { Together } from "./together.js";

interface Row {
  effect: string;
  fence: number;
  attempts: number;
  error: string | null;
}

const shown = ({ effect, attempts, error }: Omit<Row, "fence">): Effect => ({
  ...(JSON.parse(effect) as Effect),
  attempts,
  ...(error === null ? {} : { error }),
});

const leaseDue = `UPDATE effects SET due = ?, fence = fence + 1, attempts = attempts + 1
  WHERE id IN (SELECT id FROM effects WHERE failed = 0 AND due <= ? ORDER BY due, id LIMIT ?)
  RETURNING json(effect) AS effect, fence, attempts, error`;

export function outbox(db: Database, committer: Committer): Storage["outbox"] {
  const together = new Together(db, committer);
  const held = (set: string, id: string, token: string, ...values: string[]) =>
    together.run(() => db.run(`UPDATE effects SET ${set} WHERE id = ? AND fence = ? AND failed = 0`, ...values, id, Number(token)) === 1);
  return {
    async lease(now, limit, leaseMs) {
      if (db.get("SELECT 1 FROM effects WHERE failed = 0 AND due <= ? LIMIT 1", now) === undefined) return [];
      const until = new Date(Date.parse(now) + leaseMs).toISOString();
      const rows = await committer.whenFree(() => db.unsynced(() => db.all<Row>(leaseDue, until, now, limit)));
      return rows.map((row) => ({ ...shown(row), token: String(row.fence) })).sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1));
    },
    async done(id, token) {
      return together.run(() => db.run("DELETE FROM effects WHERE id = ? AND fence = ? AND failed = 0", id, Number(token)) === 1);
    },
    async retry(id, token, at, error) {
      // The lease ends here: whoever still holds its token has lost it.
      return held("due = ?, error = ?, fence = fence + 1", id, token, at, error);
    },
    async fail(id, token, error) {
      return held("failed = 1, error = ?, fence = fence + 1", id, token, error);
    },
    async failures(owner, limit) {
      return db
        .all<Row>("SELECT json(effect) AS effect, attempts, error FROM effects WHERE owner = ? AND failed = 1 ORDER BY id DESC LIMIT ?", owner, limit)
        .map(shown);
    },
    async next() {
      return db.get<{ due: string }>("SELECT due FROM effects WHERE failed = 0 ORDER BY due, id LIMIT 1")?.due;
    },
  };
}
