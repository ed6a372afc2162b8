// Effects that wait: leased to one worker at a time, tried again, given up where it is seen.
import { expect, test } from "vitest";
import { done, fresh, type Subject } from "./subject.js";

const minute = (n: number) => new Date(Date.UTC(2026, 10, 23, 3, n)).toISOString();
const lease = 60_000;

export function outbox(subject: Subject): void {
  const add = async (at: string) => {
    const effect = { id: fresh("e"), owner: fresh("lao"), type: "notify", at, data: { to: ["ก"] } };
    done(await subject.store.commit([{ op: "effect", effect }]));
    return effect;
  };

  test("a lease gives what is due, the earliest first, and nobody else gets it meanwhile", async () => {
    const { outbox } = subject.store;
    const [later, sooner] = [await add(minute(2)), await add(minute(1))];
    await add(minute(50));
    expect(await outbox.next()).toBe(minute(1));
    const leased = await outbox.lease(minute(5), 10, lease);
    expect(leased.map(({ id }) => id)).toEqual([sooner.id, later.id]);
    expect(leased[0]).toMatchObject({ ...sooner, attempts: 1 });
    expect(await outbox.lease(minute(5), 10, lease)).toEqual([]);
    for (const { id, token } of leased) expect(await outbox.done(id, token)).toBe(true);
    expect(await outbox.next()).toBe(minute(50));
    const [rest] = await outbox.lease(minute(50), 10, lease);
    expect(await outbox.done(rest!.id, rest!.token)).toBe(true);
    expect(await outbox.next()).toBeUndefined();
  });

  test("a lease that ran out goes to another, and the first holder can do nothing more", async () => {
    const { outbox } = subject.store;
    const { id } = await add(minute(1));
    const [first] = await outbox.lease(minute(1), 1, lease);
    expect(await outbox.lease(minute(1), 1, lease)).toEqual([]);
    const [second] = await outbox.lease(minute(2), 1, lease);
    expect(second).toMatchObject({ id, attempts: 2 });
    expect(second!.token).not.toBe(first!.token);
    expect(await outbox.done(id, first!.token)).toBe(false);
    expect(await outbox.retry(id, first!.token, minute(3), "late")).toBe(false);
    expect(await outbox.fail(id, first!.token, "late")).toBe(false);
    expect(await outbox.done(id, second!.token)).toBe(true);
    expect(await outbox.done(id, second!.token)).toBe(false);
  });

  test("what failed is tried again when it is due, with its last error and its count", async () => {
    const { outbox } = subject.store;
    const { id } = await add(minute(1));
    const [first] = await outbox.lease(minute(1), 1, lease);
    expect(await outbox.retry(id, first!.token, minute(10), "no answer")).toBe(true);
    expect(await outbox.done(id, first!.token)).toBe(false);
    expect(await outbox.lease(minute(9), 1, lease)).toEqual([]);
    expect(await outbox.next()).toBe(minute(10));
    const [second] = await outbox.lease(minute(10), 1, lease);
    expect(second).toMatchObject({ id, attempts: 2, error: "no answer" });
    expect(await outbox.done(id, second!.token)).toBe(true);
  });

  test("what is given up is kept where failures are seen, and never leased again", async () => {
    const { outbox } = subject.store;
    const { id, owner } = await add(minute(1));
    const [first] = await outbox.lease(minute(1), 1, lease);
    expect(await outbox.fail(id, first!.token, "address unknown")).toBe(true);
    expect(await outbox.lease(minute(59), 10, lease)).toEqual([]);
    expect(await outbox.next()).toBeUndefined();
    expect(await outbox.failures(owner, 10)).toMatchObject([{ id, owner, error: "address unknown", attempts: 1, data: { to: ["ก"] } }]);
    expect(await outbox.failures(fresh("lao"), 10)).toEqual([]);
  });

  test("many that end at once: each is told of its own lease", async () => {
    const { outbox } = subject.store;
    const effects = await Promise.all([1, 2, 3, 4].map(minute).map(add));
    const early = await outbox.lease(minute(4), 10, lease);
    expect(early.map(({ id }) => id)).toEqual(effects.map(({ id }) => id));
    // The leases of all ran out; one of them went to another worker.
    const [again] = await outbox.lease(minute(5), 1, lease);
    const ended = await Promise.all(early.map(({ id, token }) => outbox.done(id, token)));
    expect(ended).toEqual(early.map(({ id }) => id !== again!.id));
    expect(await Promise.all([...early, again!].map(({ id, token }) => outbox.done(id, token)))).toEqual([false, false, false, false, true]);
    expect(await outbox.next()).toBeUndefined();
  });

  test("of two workers that ask at once each effect goes to one", async () => {
    const other = await subject.open();
    const effects = await Promise.all(Array.from({ length: 30 }, () => add(minute(1))));
    const leased = (await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? subject.store : other).outbox.lease(minute(1), 7, lease)))).flat();
    expect(leased.map(({ id }) => id).sort()).toEqual(effects.map(({ id }) => id).sort());
    for (const { id, token } of leased) expect(await subject.store.outbox.done(id, token)).toBe(true);
    await other.close();
  });
}
