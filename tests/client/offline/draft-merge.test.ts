// What the windows of a device, this device and the server know of one draft.
import { expect, test } from "vitest";
import type { LocalDraft } from "../../../client/offline/database.js";
import { answersOver, elsewhere, joined, owed, without } from "../../../client/offline/draft-merge.js";
import type { Draft } from "../../../schemas/types.js";

const local = (part: Partial<LocalDraft>): LocalDraft => ({
  id: "D1",
  account: "A1",
  form: "visit",
  title: "เยี่ยมบ้าน",
  release: "visit@1",
  target: "R1",
  answers: {},
  typed: {},
  labels: {},
  pending: [],
  rev: 1,
  updatedAt: 0,
  ...part,
});
const far = (answers: Record<string, unknown>): Draft => ({
  id: "D1",
  form: "visit",
  release: "visit@1",
  answers,
  rev: 3,
  updatedAt: "2026-11-24T00:40:00.000Z",
});

test("paths of two windows are each owed once; a cell goes with its table", () => {
  expect(joined(["a", "items/R1/qty"], ["a", "items"])).toEqual(["a", "items"]);
  expect(joined(["items/R1/qty"], ["items/R1/name"])).toEqual(["items/R1/qty", "items/R1/name"]);
});

test("what was delivered is owed no more, unless it was changed meanwhile", () => {
  const delivered = [{ path: "a", to: 1 }, { path: "b", to: [1, 2] }, { path: "c" }];
  expect(without(["a", "b", "c", "d"], delivered, { a: 2, b: [1, 2], d: 4 })).toEqual(["a", "d"]);
});

test("what the server lacks stands above what it has; what it took away is gone", () => {
  const draft = local({ answers: { a: 1, b: 1, c: 1 }, pending: ["a"] });
  expect(answersOver(draft, far({ a: 9, b: 9 }))).toEqual({ a: 1, b: 9 });
  expect(elsewhere(draft, far({ a: 9, b: 9 }))).toEqual([{ path: "b", to: 9 }, { path: "c" }]);
});

test("the draft of a record's change holds only what was changed: the rest of the record stays", () => {
  const draft = local({ base: { rev: 4, answers: { a: 1, b: 1 } }, answers: { a: 1, b: 2 }, pending: [] });
  expect(answersOver(draft, far({ b: 3 }))).toEqual({ a: 1, b: 3 });
});

test("of a record's change a table goes whole: the server's draft has no other rows of it", () => {
  expect(owed(local({ base: { rev: 4, answers: {} } }), ["items/R1/qty", "items/R2/qty", "a"])).toEqual(["items", "a"]);
  expect(owed(local({}), ["items/R1/qty", "a"])).toEqual(["items/R1/qty", "a"]);
});
