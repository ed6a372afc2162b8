// Drafts of the server and of this device are one list.
import { expect, test } from "vitest";
import type { LocalDraft } from "../../../client/offline/database.js";
import { mergedDrafts } from "../../../client/record/merged-drafts.js";
import type { Draft } from "../../../schemas/types.js";

const server = (id: string, updatedAt: string): Draft => ({ id, form: "f", release: "f@1", answers: { from: "server" }, rev: 3, updatedAt, title: "ใบลา" });
const local = (id: string, updatedAt: string, more: Partial<LocalDraft> = {}): LocalDraft => ({
  id,
  account: "a",
  form: "f",
  title: "ใบลา",
  release: "f@1",
  target: `record-${id}`,
  answers: { from: "device" },
  typed: {},
  labels: {},
  pending: [],
  rev: 0,
  updatedAt: Date.parse(updatedAt),
  ...more,
});
const told = (drafts: Draft[]) => drafts.map(({ id, answers, record }) => [id, (answers as { from?: string }).from, record]);

test("what was filled without a signal is among them, the newest first", () => {
  const drafts = mergedDrafts([server("a", "2026-11-24T01:00:00.000Z")], [local("b", "2026-11-24T02:00:00Z")]);
  expect(told(drafts)).toEqual([
    ["b", "device", undefined],
    ["a", "server", undefined],
  ]);
});

test("of the same draft the newer answers count", () => {
  expect(told(mergedDrafts([server("a", "2026-11-24T01:00:00.000Z")], [local("a", "2026-11-24T02:00:00Z")]))).toEqual([["a", "device", undefined]]);
  expect(told(mergedDrafts([server("a", "2026-11-24T03:00:00.000Z")], [local("a", "2026-11-24T02:00:00Z")]))).toEqual([["a", "server", undefined]]);
});

test("what is on its way is no draft any more", () => {
  expect(mergedDrafts([server("a", "2026-11-24T01:00:00.000Z")], [local("a", "2026-11-24T00:00:00Z", { action: "x" })])).toEqual([]);
});

test("a correction names the record it corrects", () => {
  const correction = local("a", "2026-11-24T02:00:00Z", { target: "r1", base: { rev: 4, answers: {} } });
  expect(mergedDrafts([], [correction])[0]).toMatchObject({ record: "r1", base: 4 });
});
