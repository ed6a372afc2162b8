// The work of every day as home tells it: to begin, begun, waiting in this device, sent.
import { expect, test } from "vitest";
import type { Outgoing } from "../../../client/offline/database.js";
import { dayTasks, dayTitle, isLeft } from "../../../client/shell/day-tasks.js";
import type { DayItem, DayWork, Draft } from "../../../schemas/types.js";

const today = "2026-11-24";
const item = (form: string, place: string, more: Partial<DayItem> = {}): DayItem => ({
  item: form,
  form,
  label: { th: "เช็กชื่อ", en: "Attendance" },
  place: { id: place, title: `ป.${place}` },
  field: "day",
  today: {},
  ...more,
});
const sent = { record: "r1", at: "2026-11-24T00:50:00.000Z", state: { id: "open", title: "ส่งแล้ว", look: "ok" as const }, figures: [] };
const work = (...items: DayItem[]): DayWork => ({ day: today, items });
const draft = (more: Partial<Draft> = {}): Draft => ({
  id: "d1",
  form: "roll",
  release: "roll@1",
  answers: { day: today },
  rev: 1,
  updatedAt: "2026-11-24T00:40:00.000Z",
  ...more,
});
const outgoing = (action: Partial<Outgoing["action"]>, more: Partial<Outgoing> = {}): Outgoing => ({
  id: "a1",
  account: "x",
  title: "เช็กชื่อ",
  at: Date.parse("2026-11-24T00:45:00.000Z"),
  action: { id: "a1", type: "send", record: "r", base: 0, form: "roll", madeAt: "2026-11-24T00:45:00.000Z", changes: [], ...more.action, ...action },
  ...more,
});
const lines = (given: DayWork | undefined, drafts: Draft[] = [], waiting: Outgoing[] = []) =>
  dayTasks(given, today, drafts, waiting).map((task) => `${task.kind} ${task.item.place.id} ${task.href ?? "-"}`);

test("what is left comes before what is done, each leading to where one goes on", () => {
  expect(lines(work(item("roll", "1", { sent }), item("roll", "2")))).toEqual(["open 2 /forms/roll/new", "sent 1 /records/r1"]);
  expect(dayTasks(work(item("roll", "1", { sent }), item("roll", "2")), today, [], []).map(isLeft)).toEqual([true, false]);
  expect(dayTitle(dayTasks(work(item("roll", "2")), today, [], [])[0]!, (text) => (typeof text === "string" ? text : text.th))).toBe("เช็กชื่อ ป.2");
});

test("the draft of today is gone on with; one of another day, place or form, or of a record, is other work", () => {
  expect(lines(work(item("roll", "1")), [draft()])).toEqual(["draft 1 /drafts/d1"]);
  for (const other of [{ answers: { day: "2026-11-23" } }, { organization: "9" }, { form: "lunch" }, { record: "r1" }])
    expect(lines(work(item("roll", "1")), [draft(other)])).toEqual(["open 1 /forms/roll/new"]);
  expect(lines(work(item("roll", "1"), item("roll", "2")), [draft({ organization: "2" })])).toEqual(["open 1 /forms/roll/new", "draft 2 /drafts/d1"]);
});

test("what was sent without a signal waits, and is not asked for again; what was refused is", () => {
  expect(lines(work(item("roll", "1")), [], [outgoing({})])).toEqual(["waiting 1 -"]);
  expect(lines(work(item("roll", "1")), [], [outgoing({ base: 3 })])).toEqual(["open 1 /forms/roll/new"]);
  expect(lines(work(item("roll", "1")), [], [outgoing({}, { at: Date.parse("2026-11-23T00:45:00.000Z") })])).toEqual(["open 1 /forms/roll/new"]);
  expect(lines(work(item("roll", "1")), [], [outgoing({}, { problem: { code: "x", status: 409, title: { th: "x", en: "x" } } as never })])).toEqual([
    "open 1 /forms/roll/new",
  ]);
});

test("what this device was told yesterday says nothing of today; never told, nothing is asked", () => {
  expect(lines({ ...work(item("roll", "1", { sent })), day: "2026-11-23" })).toEqual(["open 1 /forms/roll/new"]);
  expect(lines(undefined)).toEqual([]);
});
