// A clock that runs on from any moment and can be moved forward: for a server in a process of its own, beside a page whose clock the test moves alike.
import type { Clock } from "../../server/plugins/clock.js";

export interface RunningClock extends Clock {
  advance(ms: number): void;
}

export function runningClock(start: number): RunningClock {
  const began = performance.now();
  let moved = 0;
  const waiting = new Set<() => void>();
  const now = () => Math.floor(start + moved + performance.now() - began);
  return {
    now,
    at(when, run) {
      let timer: NodeJS.Timeout | undefined;
      // Looked at again when the clock was moved.
      const look = () => {
        clearTimeout(timer);
        const left = when - now();
        if (left > 0) {
          timer = setTimeout(look, Math.min(left, 2 ** 31 - 1));
          return;
        }
        waiting.delete(look);
        run();
      };
      waiting.add(look);
      timer = setTimeout(look, Math.max(0, Math.min(when - now(), 2 ** 31 - 1)));
      return () => {
        clearTimeout(timer);
        waiting.delete(look);
      };
    },
    advance(ms) {
      moved += ms;
      for (const look of [...waiting]) look();
    },
  };
}
