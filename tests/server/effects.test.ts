// Effects over the outbox: notices to the right people, deadlines that remind and act, prints kept; failures tried again and seen.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { History, Notices } from "../../schemas/types.js";
import { handlers } from "../../server/effects/handlers.js";
import { delay, EffectWorker } from "../../server/effects/worker.js";
import { instant } from "../../server/plugins/clock.js";
import { type Cases, openCases, report } from "../help/cases.js";
import { day } from "../help/clock.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report"]);
});
afterAll(() => cases.close());

const idle = () => cases.server.app.effects.idle();
const notices = async (username: string) => (await (await cases.as(username)).get<Notices>("/api/v1/notices")).body.items;
const solve = async (record: string) => {
  await cases.act("education-office", record, "edit", { answers: { owner: cases.server.town.people["education-office"], fixed_at: cases.server.app.today() } });
  await cases.act("education-office", record, "assign");
  await cases.act("education-office", record, "fix");
};

test("those whose duty it is are told once, with the number, and nobody else", async () => {
  const record = await cases.submitted("teacher", "problem-report", report);
  await idle();
  for (const username of ["education-office", "lao-admin"]) {
    expect((await notices(username)).filter((one) => one.record === record)).toMatchObject([
      { title: { th: "มีเรื่องแจ้งปัญหาใหม่ 1/2570", en: "A new problem report 1/2570" }, read: false },
    ]);
  }
  for (const username of ["teacher", "director", "other-teacher", "b-lao-admin", "province"]) expect(await notices(username)).toEqual([]);
});

test("an effect that was done before for one person tells the others, and nobody twice", async () => {
  const { app, town } = cases.server;
  const record = await cases.submitted("teacher", "problem-report", report);
  await idle();
  const { notify } = handlers({ acting: app.acting, templating: app.templating });
  const at = instant(app.clock.now());
  const told = (...to: string[]) =>
    notify!({ id: "told-again", owner: town.organizations.a!, type: "notify", at, data: { record, rev: 1, due: at, to, message: { th: "แจ้งอีกครั้ง" } } });
  await told("lao-admin");
  await told("education-office", "lao-admin");
  await told("education-office", "lao-admin");
  for (const username of ["education-office", "lao-admin"])
    expect((await notices(username)).filter(({ title }) => (title as { th: string }).th === "แจ้งอีกครั้ง")).toHaveLength(1);
});

test("a notice is an event that only its reader hears", async () => {
  const before = cases.server.app.feed;
  await before.follow(cases.server.town.organizations.a!);
  const since = before.position(cases.server.town.organizations.a!);
  await cases.submitted("teacher", "problem-report", report);
  await idle();
  const heard = async (username: string) =>
    (await (await cases.as(username)).get<{ items: { type: string }[] }>(`/api/v1/events?since=${since}`)).body.items.filter(
      ({ type }) => type === "notice.made",
    ).length;
  expect([await heard("lao-admin"), await heard("teacher"), await heard("director")]).toEqual([1, 0, 0]);
});

test("a deadline reminds, on the working day, and only while the record waits", async () => {
  const waiting = await cases.submitted("teacher", "problem-report", report);
  const taken = await cases.submitted("teacher", "problem-report", report);
  await solve(taken);
  cases.server.clock.advance(3 * day);
  await idle();
  const late = (await notices("lao-admin")).filter(({ title }) => (title as { th: string }).th.includes("พ้นกำหนด"));
  expect(late.map(({ record }) => record)).toContain(waiting);
  expect(late.map(({ record }) => record)).not.toContain(taken);
});

test("a deadline acts as the system, once, and the history says so", async () => {
  const record = await cases.submitted("teacher", "problem-report", report);
  await solve(record);
  cases.server.clock.advance(6 * day);
  await idle();
  expect((await cases.view("teacher", record)).body.state.id).toBe("fixed");
  cases.server.clock.advance(2 * day);
  await idle();
  expect((await cases.view("teacher", record)).body.state.id).toBe("closed");
  const { items } = (await (await cases.as("teacher")).get<History>(`/api/v1/records/${record}/history`)).body;
  expect(items[0]).toMatchObject({ type: "record.auto-close", who: "ระบบ", title: { th: "ปิดเรื่องเมื่อพ้นกำหนดยืนยัน" } });
  expect(items.filter(({ type }) => type === "record.auto-close")).toHaveLength(1);
});

test("a record that went on and came back waits for its new deadline", async () => {
  const record = await cases.submitted("teacher", "problem-report", report);
  await solve(record);
  cases.server.clock.advance(4 * day);
  await cases.act("teacher", record, "reopen", { comment: "ยังไม่หาย" });
  expect(await cases.act("education-office", record, "fix-again")).toMatchObject({ problem: { code: "workflow.guard" } });
  await cases.act("education-office", record, "fix-again", { answers: { fixed_at: cases.server.app.today() } });
  cases.server.clock.advance(4 * day);
  await idle();
  expect((await cases.view("teacher", record)).body.state.id).toBe("fixed");
  cases.server.clock.advance(4 * day);
  await idle();
  expect((await cases.view("teacher", record)).body.state.id).toBe("closed");
});

test("what fails is tried again later and later, given up in the end, and seen", async () => {
  const { storage, clock, newId } = cases.server;
  const owner = cases.server.town.organizations.a!;
  await cases.server.app.effects.stop();
  const tries: number[] = [];
  let left = 3;
  const handlers = {
    flaky: async () => {
      tries.push(clock.now());
      if (left-- > 0) throw new Error("not yet");
    },
    never: async () => {
      throw new Error("cannot be");
    },
  };
  const worker = new EffectWorker({ storage, clock, handlers, failed: () => {} });
  const [flaky, never, unknown] = [newId(), newId(), newId()];
  const at = new Date(clock.now()).toISOString();
  const effect = (id: string, type: string) => ({ op: "effect" as const, effect: { id, owner, type, at, data: {} } });
  await storage.commit([effect(flaky, "flaky"), effect(never, "never"), effect(unknown, "nobody")]);
  const begun = clock.now();
  await worker.start();
  await worker.idle();
  expect((await storage.outbox.failures(owner, 10)).map(({ id }) => id)).toEqual([unknown]);
  for (let n = 0; n < 20; n++) {
    clock.advance(3_600_001);
    await worker.idle();
  }
  expect(tries).toHaveLength(4);
  expect(tries[0]).toBe(begun);
  expect((await storage.outbox.failures(owner, 10)).map(({ id, error }) => [id, error]).sort()).toEqual(
    [
      [never, "cannot be"],
      [unknown, expect.stringContaining("nobody")],
    ].sort(),
  );
  expect([1, 2, 3, 20].map(delay)).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  await worker.stop();
});
