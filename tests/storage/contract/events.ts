// The one history: numbered an owner without a gap, watched, read by subject, and with its payloads replaceable.
import { expect, test } from "vitest";
import type { Change } from "../../../server/storage/port.js";
import { doc, done, event, follow, fresh, insert, lost, type Subject } from "./subject.js";

/** Calls when the watcher has been told of `seq`, however often it is told. */
function until(changes: Change[], owner: string, seq: number, listeners: Set<() => void>): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!changes.some((change) => change.owner === owner && change.seq >= seq)) return;
      listeners.delete(look);
      resolve();
    };
    listeners.add(look);
    look();
  });
}

export function events(subject: Subject): void {
  test("each owner counts from one; a page begins after what was seen", async () => {
    const { store } = subject;
    const [a, b] = [fresh("lao"), fresh("lao")];
    done(await store.commit([event(a), event(b), event(a)]));
    const { events } = done(await store.commit([event(b, "x"), event(a, "y"), event(b, "z")]));
    expect(events).toEqual([2, 3, 3]);
    expect((await store.changes(a, 1, 10)).map(({ seq, id, type }) => [seq, id, type])).toEqual([
      [2, `${a}/2`, "record.submit"],
      [3, `${a}/3`, "y"],
    ]);
    expect((await store.changes(b, 0, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await store.changes(b, 3, 10)).toEqual([]);
    expect(await store.changes(fresh("lao"), 0, 10)).toEqual([]);
  });

  test("an event is kept as it was", async () => {
    const owner = fresh("lao");
    const more = {
      madeAt: "2026-11-22T03:00:00.000Z",
      actor: { account: "a", name: "ครู" },
      subject: { kind: "record", id: fresh("r") },
      action: fresh("a"),
      payload: { changes: [{ path: "k3v9d02mqa", was: null, to: ["ก", 1] }] },
    };
    done(await subject.store.commit([event(owner, "record.submit", more)]));
    const [kept] = await subject.store.changes(owner, 0, 1);
    expect(kept).toEqual({ format: 1, id: `${owner}/1`, owner, seq: 1, type: "record.submit", at: "2026-11-23T03:00:00.000Z", hash: "0".repeat(64), ...more });
  });

  test("the history of one subject, newest first, page by page", async () => {
    const { store } = subject;
    const [owner, other] = [fresh("lao"), fresh("lao")];
    const [id, else_] = [fresh("r"), fresh("r")];
    for (let i = 0; i < 5; i++)
      done(
        await store.commit([
          event(owner, `t${i}`, { subject: { kind: "record", id } }),
          event(owner, "other", { subject: { kind: "record", id: else_ } }),
          event(owner, "none"),
        ]),
      );
    done(await store.commit([event(other, "foreign", { subject: { kind: "record", id } })]));
    const first = await store.history(owner, id, { limit: 3 });
    expect(first.map(({ type }) => type)).toEqual(["t4", "t3", "t2"]);
    expect((await store.history(owner, id, { limit: 3, before: first.at(-1)!.seq })).map(({ type }) => type)).toEqual(["t1", "t0"]);
    expect(await store.history(owner, fresh("none"), { limit: 3 })).toEqual([]);
  });

  test("a tombstone takes the payload and leaves the header", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    done(await store.commit([event(owner, "a", { payload: { secret: "ศาสนา" } }), event(owner, "b", { payload: { kept: 1 } })]));
    const [before] = await store.changes(owner, 0, 1);
    await store.tombstone(owner, 1);
    const [after, next] = await store.changes(owner, 0, 10);
    expect(JSON.stringify(after)).not.toContain("ศาสนา");
    expect({ ...after, payload: null }).toEqual({ ...before, payload: null });
    expect(next!.payload).toEqual({ kept: 1 });
    await store.tombstone(owner, 99);
    expect(await store.changes(owner, 0, 10)).toHaveLength(2);
  });

  test("two stores at once: every number once, in order, and no reader ever sees a gap", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await subject.store.commit([insert(there)]));
    let open = true;
    const reading = follow(other, owner, () => open);
    const outcomes = await Promise.all(
      Array.from({ length: 150 }, (_, i) => (i % 2 ? subject.store : other).commit([event(owner), ...(i % 5 === 0 ? [insert(there)] : []), event(owner)])),
    );
    open = false;
    const seen = await reading;
    const given = outcomes.flatMap((outcome) => (lost(outcome) ? [] : outcome.events)).sort((a, b) => a - b);
    const kept = (await subject.store.changes(owner, 0, 1000)).filter(({ type }) => type !== "void").map(({ seq }) => seq);
    expect(kept).toEqual(given);
    expect(given).toHaveLength(240);
    expect(seen).toEqual(seen.map((_, i) => i + 1));
    await other.close();
  });

  test("a watcher hears of commits here and in another store, and can read what it heard of", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    const heard: Change[] = [];
    const listeners = new Set<() => void>();
    const gaps: string[] = [];
    const stop = await subject.store.watch(async (change) => {
      heard.push(change);
      if (change.owner === owner && (await subject.store.changes(owner, change.seq - 1, 1))[0]?.seq !== change.seq) gaps.push(`${change.seq}`);
      for (const listener of listeners) listener();
    });
    done(await subject.store.commit([event(owner)]));
    await until(heard, owner, 1, listeners);
    done(await other.commit([event(owner), event(owner)]));
    await until(heard, owner, 3, listeners);
    await stop();
    const count = heard.length;
    done(await subject.store.commit([event(owner)]));
    expect(heard).toHaveLength(count);
    expect(gaps).toEqual([]);
    await other.close();
  });
}
