// Ids made on the device: ULIDs that order by time.
import { afterEach, expect, test, vi } from "vitest";
import { newId } from "../../../client/ui/new-id.js";

afterEach(() => vi.useRealTimers());

test("an id is a ULID", () => {
  expect(newId()).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
});

test("ids made later order later", () => {
  vi.useFakeTimers({ now: Date.parse("2026-11-24T00:52:00.000Z") });
  const first = newId();
  vi.setSystemTime(Date.parse("2026-11-24T00:52:00.001Z"));
  expect(newId().slice(0, 10) > first.slice(0, 10)).toBe(true);
});

test("a thousand ids of one millisecond are a thousand ids", () => {
  vi.useFakeTimers({ now: 0 });
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});
