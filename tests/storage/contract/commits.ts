// All of a list or nothing, whatever happens in the middle of it or of its batch.
import { expect, test } from "vitest";
import { at, doc, done, event, fresh, insert, replace, type Subject } from "./subject.js";

/** What no store can keep: its list fails with an error. */
const unkeepable = (owner: string) => {
  const circle: Record<string, unknown> = {};
  circle.itself = circle;
  return doc(fresh("r"), owner, { circle });
};

export function commits(subject: Subject): void {
  test("keeps a document as it is, to the letter", async () => {
    const owner = fresh("lao");
    const kept = doc(fresh("r"), owner, {
      text: "ก้ำ 'quoted' \"double\" \\ \u0000 \u2028 😀 \ud800",
      numbers: [0, -1, 0.1, 1e300, 123456789012345, 2 ** 31, 2 ** 53],
      nothing: null,
      yes: true,
      answers: { $row: "x", "a.b": 1, "": 2, constructor: 3, $ref: "#/a", $id: "b" },
      deep: JSON.parse(`${'{"a":'.repeat(150)}1${"}".repeat(150)}`),
    });
    Object.defineProperty(kept.answers, "__proto__", { value: { polluted: true }, enumerable: true });
    done(await subject.store.commit([insert(kept)]));
    const found = await subject.store.get("records", kept.id);
    expect(JSON.stringify(found)).toBe(JSON.stringify(kept));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test("many who ask at once each get their own copy of what is there, with what was committed before they asked", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const docs = Array.from({ length: 20 }, (_, n) => doc(fresh("r"), owner, { n }));
    const asked = docs.map(async (one, n) => {
      expect(await store.get("records", one.id)).toBeUndefined();
      done(await store.commit([insert(one)]));
      const both = await Promise.all([store.get("records", one.id), store.get<typeof one>("records", one.id), store.get("drafts", one.id)]);
      expect(both).toEqual([one, one, undefined]);
      expect(both[0]).not.toBe(both[1]);
      done(await store.commit([replace(one, { n: n + 100 })]));
      expect(await store.get("records", one.id)).toMatchObject({ rev: 2, n: n + 100 });
    });
    await Promise.all(asked);
  });

  test("does all of a list: documents, events, claims and effects", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const [a, b] = [doc(fresh("r"), owner), doc(fresh("r"), owner)];
    const effect = { id: fresh("e"), owner, type: "notify", at, data: {} };
    const { events } = done(
      await store.commit([
        insert(a),
        insert(b),
        event(owner),
        event(owner, "record.approve"),
        { op: "claim", owner, key: "k", by: a.id },
        { op: "effect", effect },
      ]),
    );
    expect(events).toEqual([1, 2]);
    expect(await store.getMany("records", [b.id, fresh("none"), a.id])).toEqual([b, a]);
    expect((await store.changes(owner, 0, 10)).map(({ type }) => type)).toEqual(["record.submit", "record.approve"]);
    const [leased] = await store.outbox.lease(at, 10, 1000);
    expect(leased).toMatchObject(effect);
    expect(await store.outbox.done(effect.id, leased!.token)).toBe(true);
  });

  test("a list whose last write loses leaves nothing behind", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await store.commit([insert(there)]));
    const other = doc(fresh("r"), owner);
    const effect = { id: fresh("e"), owner, type: "notify", at, data: {} };
    const outcome = await store.commit([
      insert(other, { entries: [{ view: owner, scope: "s", k1: "", k2: "" }] }),
      event(owner),
      { op: "claim", owner, key: "k", by: other.id },
      { op: "effect", effect },
      { op: "remove", collection: "drafts", id: fresh("none") },
      insert(there),
    ]);
    expect(outcome).toMatchObject({ conflict: "missing", index: 4 });
    expect(await store.get("records", other.id)).toBeUndefined();
    expect(await store.changes(owner, 0, 10)).toEqual([]);
    expect(await store.outbox.lease(at, 10, 1000)).toEqual([]);
    expect((await store.list("records", { view: owner, scopes: ["s"], limit: 5 })).items).toEqual([]);
    done(await store.commit([{ op: "claim", owner, key: "k", by: "somebody else" }]));
  });

  test("a fault in the middle of a batch undoes its own list and no other", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const good = Array.from({ length: 10 }, () => doc(fresh("r"), owner));
    const half = doc(fresh("r"), owner);
    const outcomes = await Promise.allSettled([
      ...good.slice(0, 5).map((one) => store.commit([insert(one), event(owner)])),
      store.commit([insert(half), event(owner), insert(unkeepable(owner))]),
      ...good.slice(5).map((one) => store.commit([insert(one), event(owner)])),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(5).fill("fulfilled"), "rejected", ...Array(5).fill("fulfilled")]);
    expect(
      await store.getMany(
        "records",
        good.map(({ id }) => id),
      ),
    ).toHaveLength(10);
    expect(await store.get("records", half.id)).toBeUndefined();
    expect((await store.changes(owner, 0, 100)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test("a fault before the commit of a batch leaves nothing of any list, and the store goes on", async () => {
    const owner = fresh("lao");
    let faults = 1;
    const store = await subject.open({
      trace: (point) => {
        if (point === "written" && faults-- > 0) throw new Error("the disk went away");
      },
    });
    const docs = Array.from({ length: 4 }, () => doc(fresh("r"), owner));
    const outcomes = await Promise.allSettled(docs.map((one) => store.commit([insert(one), event(owner)])));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(4).fill("rejected"));
    expect(
      await store.getMany(
        "records",
        docs.map(({ id }) => id),
      ),
    ).toEqual([]);
    const again = await Promise.all(docs.map((one) => store.commit([insert(one), event(owner)])));
    expect(again.map((outcome) => done(outcome).events.length)).toEqual([1, 1, 1, 1]);
    await store.close();
  });

  test("lists of one batch see each other in their order", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const first = doc(fresh("r"), owner, { step: 0 });
    const outcomes = await Promise.all([
      store.commit([insert(first)]),
      store.commit([replace(first, { step: 1 })]),
      store.commit([replace({ ...first, rev: 2 }, { step: 2 })]),
    ]);
    outcomes.forEach(done);
    expect(await store.get("records", first.id)).toMatchObject({ rev: 3, step: 2 });
  });

  test("the same action id twice has the effect of once, alone or in one batch", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const submit = (action: string, record: string) =>
      store.commit([{ op: "insert", collection: "actions", doc: doc(action, owner, { body: "b" }) }, insert(doc(record, owner)), event(owner)]);
    const action = fresh("a");
    done(await submit(action, fresh("r")));
    expect(await submit(action, fresh("r"))).toMatchObject({ conflict: "exists", index: 0 });
    const twice = fresh("a");
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => submit(twice, fresh("r"))));
    expect(outcomes.filter((outcome) => "events" in outcome)).toHaveLength(1);
    expect(outcomes.filter((outcome) => "conflict" in outcome && outcome.conflict === "exists")).toHaveLength(19);
    expect(await store.changes(owner, 0, 100)).toHaveLength(2);
  });

  test("a removed document is gone with its lines and its text; what is history stays", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const draft = doc(fresh("d"), owner);
    const write = {
      op: "insert",
      collection: "drafts",
      doc: draft,
      entries: [{ view: owner, scope: "s", k1: "", k2: "" }],
      search: { group: "g", scopes: ["s"], text: "ร่างคำขอ" },
    } as const;
    done(await store.commit([{ ...write, entries: [...write.entries], search: { ...write.search, scopes: ["s"] } }]));
    done(await store.commit([{ op: "remove", collection: "drafts", id: draft.id, rev: 1 }]));
    await store.indexed();
    expect(await store.get("drafts", draft.id)).toBeUndefined();
    expect((await store.list("drafts", { view: owner, scopes: ["s"], limit: 5 })).items).toEqual([]);
    expect((await store.search("drafts", { owner, groups: ["g"], scopes: ["s"], text: "ร่างคำขอ", limit: 5 })).items).toEqual([]);
    const record = doc(fresh("r"), owner);
    done(await store.commit([insert(record)]));
    await expect(store.commit([{ op: "remove", collection: "records", id: record.id }])).rejects.toThrow();
    expect(await store.get("records", record.id)).toEqual(record);
  });
}
