// Today's work: one line a thing to do, the most pressing first.
import { expect, test } from "vitest";
import { shelved } from "../../../client/inbox/shelves.js";
import { todaysWork } from "../../../client/shell/today.js";
import type { Draft, RecordRow } from "../../../schemas/types.js";

const row = (id: string, look: RecordRow["state"]["look"], more: Partial<RecordRow> & { due?: string } = {}): RecordRow => ({
  id,
  form: "leave-request",
  formTitle: "ใบลา",
  title: `เรื่อง ${id}`,
  author: "ครู ก",
  at: "2026-11-24T01:00:00.000Z",
  columns: {},
  ...more,
  state: { id: look, title: look, look, ...(more.due && { due: more.due }) },
});
const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  form: "leave-request",
  release: "leave-request@1",
  answers: {},
  rev: 1,
  updatedAt: "2026-11-24T02:00:00.000Z",
  ...more,
});
const lines = (tasks: ReturnType<typeof todaysWork>) => tasks.map(({ kind, id, href }) => `${kind} ${id} ${href}`);

test("returned cases come before drafts, drafts before what others ask", () => {
  expect(lines(todaysWork([draft("d1")], [row("r1", "wait"), row("r2", "back")], []))).toEqual([
    "back r2 /records/r2",
    "draft d1 /drafts/d1",
    "inbox r1 /records/r1",
  ]);
});

test("a returned case whose correction has begun is one line, and leads to the correction", () => {
  expect(lines(todaysWork([draft("d1", { record: "r1" })], [row("r1", "back")], [row("r1", "back")]))).toEqual(["back r1 /drafts/d1"]);
});

test("what has a deadline comes first, the nearest before", () => {
  const due = (day: string) => ({ due: `2026-11-${day}T00:00:00.000Z` });
  expect(lines(todaysWork([draft("d1")], [row("r1", "wait", due("30")), row("r2", "wait", due("25")), row("r3", "back")], []))).toEqual([
    "inbox r2 /records/r2",
    "inbox r1 /records/r1",
    "back r3 /records/r3",
    "draft d1 /drafts/d1",
  ]);
});

test("home and inbox put the same rows in the same order", () => {
  const rows = ["03", "01", "02"].map((day) => row(`r${day}`, "wait", { at: `2026-11-${day}T01:00:00.000Z` }));
  expect(todaysWork([], rows, []).map(({ id }) => id)).toEqual(shelved(rows, "all").map(({ id }) => id));
  expect(todaysWork([], rows, []).map(({ id }) => id)).toEqual(["r01", "r02", "r03"]);
});

test("the returned case tells why, another's case tells who", () => {
  const [back, inbox] = todaysWork([], [row("r1", "back"), row("r2", "wait")], [row("r1", "back", { comment: "ขาดผู้ปฏิบัติแทน" })]);
  expect([back?.comment, back?.who, inbox?.who]).toEqual(["ขาดผู้ปฏิบัติแทน", undefined, "ครู ก"]);
});

test("what I sent is no work of mine, nor is what was refused for good", () => {
  expect(todaysWork([], [], [row("r1", "ok"), row("r2", "wait"), row("r3", "back")])).toEqual([]);
});
