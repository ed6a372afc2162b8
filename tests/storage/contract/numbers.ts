// Running numbers: without gaps and without doubles, whoever loses in between.
import { expect, test } from "vitest";
import { doc, done, event, fresh, insert, lost, type Subject, take } from "./subject.js";

export function numbers(subject: Subject): void {
  test("a number stands wherever its token stood: document, lines, search, event, claim, effect", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const token = fresh("token");
    const record = doc(fresh("r"), owner, { number: token, answers: { note: `เลขที่ ${token} ลงวันที่`, rows: [{ ref: token }] } });
    const at = "2026-11-23T03:00:00.000Z";
    const effect = { id: fresh("e"), owner, type: "document", at, data: { title: token } };
    const outcome = done(
      await store.commit([
        insert(record, { entries: [{ view: owner, scope: "s", k1: "", k2: token }], search: { group: "g", scopes: ["s"], text: token } }),
        take(owner, "leave/2570", token, "ศธ {n}/2570"),
        event(owner, "record.submit", { payload: { number: token } }),
        { op: "claim", owner, key: token, by: record.id },
        { op: "effect", effect },
      ]),
    );
    expect(outcome.numbers).toEqual({ [token]: "ศธ 1/2570" });
    expect(await store.get("records", record.id)).toMatchObject({
      number: "ศธ 1/2570",
      answers: { note: "เลขที่ ศธ 1/2570 ลงวันที่", rows: [{ ref: "ศธ 1/2570" }] },
    });
    expect((await store.list("records", { view: owner, scopes: ["s"], from: "ศธ 1", to: "ศธ 2", limit: 5 })).items).toHaveLength(1);
    expect((await store.changes(owner, 0, 5))[0]!.payload).toEqual({ number: "ศธ 1/2570" });
    expect(await store.commit([{ op: "claim", owner, key: "ศธ 1/2570", by: "another" }])).toMatchObject({ conflict: "claimed" });
    const [leased] = await store.outbox.lease(at, 10, 1000);
    expect(leased!.data).toEqual({ title: "ศธ 1/2570" });
    await store.outbox.done(leased!.id, leased!.token);
    await store.indexed();
    expect((await store.search("records", { owner, groups: ["g"], scopes: ["s"], text: "1/2570", limit: 5 })).items).toHaveLength(1);
  });

  test("several numbers of several series in one list", async () => {
    const { store } = subject;
    const owner = fresh("lao");
    const list = (a: string, b: string, c: string) => [take(owner, "in", a), take(owner, "out", b), take(owner, "in", c)];
    expect(done(await store.commit(list("A", "B", "C"))).numbers).toEqual({ A: "1", B: "1", C: "2" });
    expect(done(await store.commit(list("A", "B", "C"))).numbers).toEqual({ A: "3", B: "2", C: "4" });
    expect(done(await store.commit([take(fresh("lao"), "in", "A")])).numbers).toEqual({ A: "1" });
  });

  test("200 at once from two stores, every fourth one loses: no gap, no double", async () => {
    const other = await subject.open();
    const owner = fresh("lao");
    const there = doc(fresh("r"), owner);
    done(await subject.store.commit([insert(there)]));
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const record = doc(fresh("r"), owner, { number: "TOKEN" });
        const loses = i % 4 === 0 ? [insert(there)] : [];
        const outcome = await (i % 2 ? subject.store : other).commit([take(owner, "leave/2570", "TOKEN", "{n}/2570"), insert(record), event(owner), ...loses]);
        return { record, outcome };
      }),
    );
    const kept = outcomes.filter(({ outcome }) => !lost(outcome));
    expect(kept).toHaveLength(150);
    const given = kept.map(({ outcome }) => Number.parseInt(done(outcome).numbers.TOKEN!, 10)).sort((a, b) => a - b);
    expect(given).toEqual(Array.from({ length: 150 }, (_, i) => i + 1));
    const stored = await subject.store.getMany<ReturnType<typeof doc>>(
      "records",
      kept.map(({ record }) => record.id),
    );
    expect(stored.map(({ number }) => number)).toEqual(kept.map(({ outcome }) => done(outcome).numbers.TOKEN));
    await other.close();
  });
}
