// Two processes on one store, and one of them killed with SIGKILL: nothing acknowledged is lost, nothing is done by halves, no number is missing or given twice.
import { expect, test } from "vitest";
import { acknowledged, startChild } from "./child.js";
import { doc, done, event, follow, fresh, ids, insert, type Subject } from "./subject.js";

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

export function processes(subject: Subject): void {
  const kept = async (owner: string) => (await subject.store.changes(owner, 0, 10_000)).map(({ seq }) => seq);

  test("both commit at once: events without a gap, whenever they are read", async () => {
    const { store, place } = subject;
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 120 });
    let open = true;
    const reading = follow(store, owner, () => open);
    child.go();
    const ours: number[] = [];
    for (let i = 0; i < 30; i++) {
      const outcomes = await Promise.all([0, 1, 2, 3].map(() => store.commit([insert(doc(fresh("r"), owner)), event(owner)])));
      ours.push(...outcomes.flatMap((outcome) => done(outcome).events));
    }
    expect(await child.ended).toBeNull();
    open = false;
    const seen = await reading;
    const theirs = acknowledged(child.told);
    expect(theirs).toHaveLength(120);
    const all = [...ours, ...theirs.flatMap(({ events }) => events)].sort((a, b) => a - b);
    expect(new Set(all).size).toBe(360);
    const stored = await store.changes(owner, 0, 10_000);
    expect(stored.map(({ seq }) => seq)).toEqual(upTo(stored.length));
    expect(stored.filter(({ type }) => type !== "void").map(({ seq }) => seq)).toEqual(all);
    expect(seen).toEqual(upTo(seen.length));
  });

  test("killed under load: what it acknowledged is there, and every list is whole or not there", async () => {
    const { store, place } = subject;
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 3000 });
    child.go();
    await child.until((told) => typeof told === "object" && "acknowledged" in told && told.acknowledged >= 300);
    child.kill();
    expect(await child.ended).toBe("SIGKILL");
    const told = acknowledged(child.told);
    expect(told.length).toBeGreaterThan(0);
    const numbers = (await kept(owner)).length;
    const records = ids(
      await store.getMany(
        "records",
        Array.from({ length: 3000 }, (_, i) => `${owner}-${i}`),
      ),
    );
    const actions = ids(
      await store.getMany(
        "actions",
        Array.from({ length: 3000 }, (_, i) => `a-${owner}-${i}`),
      ),
    );
    const there = new Set(records);
    expect(told.filter((one) => !there.has(`${owner}-${one.acknowledged}`))).toEqual([]);
    expect(actions).toEqual(records.map((id) => `a-${id}`));
    expect(numbers).toBeGreaterThanOrEqual(told.length * 2);
    const { events } = done(await store.commit([event(owner)]));
    expect(events[0]!).toBeGreaterThan(numbers);
  });

  test("killed before the commit: nothing of its batch is there, and its action can be sent again", async () => {
    const { store, place } = subject;
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 5, dieAt: "written" });
    child.go();
    expect(await child.ended).toBe("SIGKILL");
    expect(acknowledged(child.told)).toEqual([]);
    expect(await store.get("records", `${owner}-0`)).toBeUndefined();
    done(await store.commit([{ op: "insert", collection: "actions", doc: doc(`a-${owner}-0`, owner) }, insert(doc(`${owner}-0`, owner))]));
  });

  test("killed after the commit and before it could say so: the batch is there, and its action is known", async () => {
    const { store, place } = subject;
    const owner = fresh("lao");
    const child = await startChild({ place, owner, lists: 5, dieAt: "committed" });
    child.go();
    expect(await child.ended).toBe("SIGKILL");
    expect(acknowledged(child.told)).toEqual([]);
    expect(
      await store.getMany(
        "records",
        upTo(5).map((i) => `${owner}-${i - 1}`),
      ),
    ).toHaveLength(5);
    expect(await kept(owner)).toEqual(upTo(10));
    expect(await store.commit([{ op: "insert", collection: "actions", doc: doc(`a-${owner}-0`, owner) }])).toMatchObject({ conflict: "exists" });
  });
}
