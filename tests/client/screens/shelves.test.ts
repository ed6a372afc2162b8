// The shelves of the inbox and their order.
import { expect, test } from "vitest";
import { pressing, shelved } from "../../../client/inbox/shelves.js";
import type { RecordRow } from "../../../schemas/types.js";

const now = Date.parse("2026-11-24T05:00:00Z");
const row = (id: string, look: RecordRow["state"]["look"], since: string, due?: string): RecordRow => ({
  id,
  form: "f",
  formTitle: "ใบลา",
  title: id,
  at: since,
  columns: {},
  state: { id: "s", title: "s", look, since, ...(due && { due }) },
});
const rows = [
  row("late", "wait", "2026-11-20T00:00:00Z", "2026-11-23T00:00:00Z"),
  row("old", "wait", "2026-11-01T00:00:00Z"),
  row("soon", "wait", "2026-11-22T00:00:00Z", "2026-11-25T04:00:00Z"),
  row("later", "wait", "2026-11-22T00:00:00Z", "2026-11-25T06:00:00Z"),
  row("mine", "back", "2026-11-10T00:00:00Z"),
];
const ids = (kept: RecordRow[]) => kept.map(({ id }) => id);

test("the nearest deadline first, then what came back to me, then what waits longest", () => {
  expect(ids(shelved(rows, "all", now))).toEqual(["late", "soon", "later", "mine", "old"]);
});

test("pressing is due within a day, or overdue", () => {
  expect(ids(shelved(rows, "pressing", now))).toEqual(["late", "soon"]);
  expect(pressing(row("x", "wait", "2026-11-01T00:00:00Z"), now)).toBe(false);
});

test("what came back to me", () => {
  expect(ids(shelved(rows, "back", now))).toEqual(["mine"]);
});

test("sorting leaves the rows of the screen as they were", () => {
  const before = ids(rows);
  shelved(rows, "all", now);
  expect(ids(rows)).toEqual(before);
});
