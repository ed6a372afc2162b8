// One list of writes inside the transaction of its batch: numbers first, then each write; the first one that loses ends it.
// Its savepoint belongs to batch.ts.
import { numbered } from "../events.js";
import { withNumbers, written } from "../numbers.js";
import type { Committed, Conflict, Write } from "../port.js";
import type { Database } from "./database.js";
import { assertRevision, insertDoc, removeDoc, replaceDoc } from "./docs.js";

type Losing = Omit<Conflict, "index">;

export function applyList(db: Database, list: Write[]): Committed | Conflict {
  const numbers = takeNumbers(db, list);
  const events: number[] = [];
  for (const [index, write] of withNumbers(list, numbers).entries()) {
    const losing = applyWrite(db, write, events);
    if (losing) return { ...losing, index };
  }
  return { numbers, events };
}

function takeNumbers(db: Database, list: Write[]): Record<string, string> {
  const numbers: Record<string, string> = {};
  for (const write of list) {
    if (write.op !== "take") continue;
    const { n } = db.get<{ n: number }>(
      "INSERT INTO sequences (owner, name, n) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1 RETURNING n",
      write.owner,
      write.sequence,
    )!;
    numbers[write.token] = written(write.pattern, n);
  }
  return numbers;
}

function applyWrite(db: Database, write: Write, events: number[]): Losing | undefined {
  switch (write.op) {
    case "insert":
      return insertDoc(db, write);
    case "replace":
      return replaceDoc(db, write);
    case "remove":
      return removeDoc(db, write);
    case "assert":
      return assertRevision(db, write);
    case "claim":
      return claim(db, write.owner, write.key, write.by);
    case "unclaim":
      db.run("DELETE FROM claims WHERE owner = ? AND key = ? AND holder = ?", write.owner, write.key, write.by);
      return undefined;
    case "event":
      events.push(addEvent(db, write.event));
      return undefined;
    case "effect": {
      const { id, owner, at, attempts } = write.effect;
      db.run(
        "INSERT INTO effects (id, owner, due, fence, attempts, failed, effect) VALUES (?, ?, ?, 0, ?, 0, jsonb(?))",
        id,
        owner,
        at,
        attempts ?? 0,
        JSON.stringify(write.effect),
      );
      return undefined;
    }
    case "take":
      return undefined;
  }
}

function claim(db: Database, owner: string, key: string, by: string): Losing | undefined {
  if (db.run("INSERT INTO claims (owner, key, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", owner, key, by) === 1) return undefined;
  const { holder } = db.get<{ holder: string }>("SELECT holder FROM claims WHERE owner = ? AND key = ?", owner, key)!;
  return holder === by ? undefined : { conflict: "claimed", found: holder };
}

function addEvent(db: Database, event: Extract<Write, { op: "event" }>["event"]): number {
  const { seq } = db.get<{ seq: number }>("INSERT INTO heads (owner, seq) VALUES (?, 1) ON CONFLICT DO UPDATE SET seq = seq + 1 RETURNING seq", event.owner)!;
  db.run(
    "INSERT INTO events (owner, seq, subject, event) VALUES (?, ?, ?, jsonb(?))",
    event.owner,
    seq,
    event.subject?.id ?? null,
    JSON.stringify(numbered(event, seq)),
  );
  return seq;
}
