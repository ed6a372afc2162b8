// When something is due: to the moment for minutes and hours, until the end of the day in Bangkok for days.
import { expect, test } from "vitest";
import { after, dueAt } from "../../../engine/workflow/deadline.js";
import type { Duration } from "../../../schemas/types.js";

const holidays = [
  { id: "2026-12-07", title: "ชดเชยวันพ่อ" },
  { id: "2026-12-10", title: "วันรัฐธรรมนูญ" },
];
const rows: [Duration, since: string, due: string, codes?: Record<string, typeof holidays>][] = [
  [{ minutes: 90 }, "2026-11-25T02:00:00.000Z", "2026-11-25T03:30:00.000Z"],
  [{ hours: 24 }, "2026-12-31T20:00:00.000Z", "2027-01-01T20:00:00.000Z"],
  [{ days: 1 }, "2026-11-25T02:00:00.000Z", "2026-11-26T16:59:59.999Z"],
  [{ days: 7 }, "2026-02-25T02:00:00.000Z", "2026-03-04T16:59:59.999Z"],
  // 01:00 in Bangkok on the 26th is still the 25th in UTC: the day counts where the people are.
  [{ days: 1 }, "2026-11-25T18:00:00.000Z", "2026-11-27T16:59:59.999Z"],
  [{ until: "18:00" }, "2026-11-27T02:00:00.000Z", "2026-11-27T11:00:00.000Z"],
  [{ until: "18:00" }, "2026-11-27T11:00:00.000Z", "2026-11-28T11:00:00.000Z"],
  [{ until: "00:30" }, "2026-11-27T17:00:00.000Z", "2026-11-27T17:30:00.000Z"],
  [{ workdays: 1 }, "2026-11-27T02:00:00.000Z", "2026-11-30T16:59:59.999Z"],
  [{ workdays: 3 }, "2026-12-03T02:00:00.000Z", "2026-12-09T16:59:59.999Z", { holidays }],
  [{ workdays: 4 }, "2026-12-03T02:00:00.000Z", "2026-12-11T16:59:59.999Z", { holidays }],
  [{ workdays: 3 }, "2026-12-03T02:00:00.000Z", "2026-12-08T16:59:59.999Z"],
];

test.each(rows)("%o from %s is over at %s", (duration, since, due, codes = {}) => {
  expect(after(duration, since, codes)).toBe(due);
});

test("a state without a deadline has nothing due", () => {
  expect(dueAt({ id: "a", title: "ก" }, "2026-11-25T02:00:00.000Z", {})).toBeUndefined();
});
