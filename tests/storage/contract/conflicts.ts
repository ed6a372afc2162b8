// A list that loses says which write lost and why, and its neighbours in the batch do not feel it.
import { expect, test } from "vitest";
import type { Conflict, Write } from "../../../server/storage/port.js";
import { doc, done, event, fresh, insert, lost, replace, type Subject } from "./subject.js";

export function conflicts(subject: Subject): void {
  test("each kind of conflict names the write that lost and what was found", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const there = { ...doc(fresh("r"), owner), rev: 3 };
    const none = fresh("none");
    done(await store.commit([insert(there), { op: "claim", owner, key: "k", by: "holder" }]));
    const table: [Write, Conflict][] = [
      [insert(there), { conflict: "exists", index: 1, found: 3 }],
      [replace({ ...there, rev: 2 }), { conflict: "revision", index: 1, found: 3 }],
      [replace(doc(none, owner)), { conflict: "missing", index: 1 }],
      [
        { op: "assert", collection: "records", id: there.id, rev: 2 },
        { conflict: "revision", index: 1, found: 3 },
      ],
      [
        { op: "assert", collection: "records", id: there.id, rev: 0 },
        { conflict: "exists", index: 1, found: 3 },
      ],
      [
        { op: "assert", collection: "records", id: none, rev: 1 },
        { conflict: "missing", index: 1 },
      ],
      [
        { op: "assert", collection: "records", id: none, rev: -1 },
        { conflict: "missing", index: 1 },
      ],
      [
        { op: "remove", collection: "drafts", id: none },
        { conflict: "missing", index: 1 },
      ],
      [
        { op: "claim", owner, key: "k", by: "another" },
        { conflict: "claimed", index: 1, found: "holder" },
      ],
    ];
    for (const [write, conflict] of table) expect(await store.commit([event(owner), write])).toEqual(conflict);
    expect(await store.changes(owner, 0, 10)).toEqual([]);
  });

  test("what holds is done: asserts, claims already held, claims given back", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await store.commit([insert(there), { op: "claim", owner, key: "k", by: "a" }]));
    done(
      await store.commit([
        { op: "assert", collection: "records", id: there.id, rev: 1 },
        { op: "assert", collection: "records", id: there.id, rev: -1 },
        { op: "assert", collection: "records", id: fresh("none"), rev: 0 },
        { op: "claim", owner, key: "k", by: "a" },
        { op: "unclaim", owner, key: "k", by: "somebody without it" },
      ]),
    );
    expect(await store.commit([{ op: "claim", owner, key: "k", by: "b" }])).toMatchObject({ conflict: "claimed", found: "a" });
    done(
      await store.commit([
        { op: "unclaim", owner, key: "k", by: "a" },
        { op: "claim", owner, key: "k", by: "b" },
      ]),
    );
    done(await store.commit([{ op: "claim", owner: fresh("lao"), key: "k", by: "c" }]));
  });

  test("the losers of a batch do not hurt their neighbours", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await store.commit([insert(there)]));
    const docs = Array.from({ length: 30 }, (_, i) => doc(fresh("r"), owner, { i }));
    const outcomes = await Promise.all(
      docs.map((one, i) =>
        store.commit([insert(one), event(owner), i % 3 === 1 ? insert(there) : { op: "assert", collection: "records", id: there.id, rev: 1 }]),
      ),
    );
    expect(outcomes.map(lost)).toEqual(docs.map((_, i) => i % 3 === 1));
    expect(
      await store.getMany(
        "records",
        docs.map(({ id }) => id),
      ),
    ).toEqual(docs.filter((_, i) => i % 3 !== 1));
    expect((await store.changes(owner, 0, 100)).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test("of many who replace one revision exactly one wins", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await subject.store.commit([insert(there)]));
    const outcomes = await Promise.all(Array.from({ length: 40 }, (_, by) => (by % 2 ? subject.store : other).commit([replace(there, { by }), event(owner)])));
    const winners = outcomes.flatMap((outcome, by) => (lost(outcome) ? [] : [by]));
    expect(winners).toHaveLength(1);
    expect(outcomes.filter(lost).every(({ conflict, found }) => conflict === "revision" && found === 2)).toBe(true);
    expect(await subject.store.get("records", there.id)).toMatchObject({ rev: 2, by: winners[0] });
    await other.close();
  });

  test("of many who claim one key exactly one holds it", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 ? subject.store : other).commit([{ op: "claim", owner, key: "leave/2026-11-23", by: `r${i}` }, insert(doc(fresh("r"), owner))]),
      ),
    );
    const winner = outcomes.findIndex((outcome) => !lost(outcome));
    expect(outcomes.filter((outcome) => !lost(outcome))).toHaveLength(1);
    expect(outcomes.filter(lost)).toEqual(Array(39).fill({ conflict: "claimed", index: 0, found: `r${winner}` }));
    await other.close();
  });

  test("an assert holds until its list is committed", async () => {
    // Two lists that each rely on what the other one changes: both may never be done.
    const other = await subject.open();
    const owner = fresh("lao");
    for (let round = 0; round < 10; round++) {
      const [a, b] = [doc(fresh("r"), owner), doc(fresh("r"), owner)];
      done(await subject.store.commit([insert(a), insert(b)]));
      const outcomes = await Promise.all([
        subject.store.commit([{ op: "assert", collection: "records", id: a.id, rev: 1 }, replace(b)]),
        other.commit([{ op: "assert", collection: "records", id: b.id, rev: 1 }, replace(a)]),
      ]);
      expect(outcomes.filter(lost)).toHaveLength(1);
    }
    await other.close();
  });

  test("that something must not exist holds until its list is committed", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    for (let round = 0; round < 10; round++) {
      const [a, b] = [fresh("r"), fresh("r")];
      const outcomes = await Promise.all([
        subject.store.commit([{ op: "assert", collection: "records", id: a, rev: 0 }, insert(doc(b, owner))]),
        other.commit([{ op: "assert", collection: "records", id: b, rev: 0 }, insert(doc(a, owner))]),
      ]);
      expect(outcomes.filter(lost)).toHaveLength(1);
    }
    await other.close();
  });
}
