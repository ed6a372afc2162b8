// A clock that stands still until the test moves it; what was to happen meanwhile happens in order.
import type { Clock } from "../../server/plugins/clock.js";

export interface ManualClock extends Clock {
  /** Moves on, and runs what was due on the way at its own moment. */
  advance(ms: number): void;
  /** Moves on to a moment. */
  goTo(iso: string): void;
}

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Starts on a Tuesday morning in Bangkok unless told otherwise. */
export function manualClock(start = "2026-11-24T00:52:00.000Z"): ManualClock {
  let now = Date.parse(start);
  let waiting: { when: number; run: () => void }[] = [];
  const goTo = (until: number) => {
    for (;;) {
      const next = waiting.filter(({ when }) => when <= until).sort((a, b) => a.when - b.when)[0];
      if (!next) break;
      waiting = waiting.filter((one) => one !== next);
      now = Math.max(now, next.when);
      next.run();
    }
    now = Math.max(now, until);
  };
  return {
    now: () => now,
    at(when, run) {
      const one = { when, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((other) => other !== one);
      };
    },
    advance: (ms) => goTo(now + ms),
    goTo: (iso) => goTo(Date.parse(iso)),
  };
}
