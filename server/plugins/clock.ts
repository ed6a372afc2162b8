// The one source of time. Everything that asks what time it is, or waits, asks this; tests bring their own.

/** Milliseconds since 1970, and a call at a moment. */
export interface Clock {
  now(): number;
  /** Runs once, at or after the moment; returns what takes it back. */
  at(when: number, run: () => void): () => void;
}

declare module "fastify" {
  interface FastifyInstance {
    clock: Clock;
  }
}

/** setTimeout counts in 32 bits; longer waits are made of several. */
const longest = 2 ** 31 - 1;

/** The clock of the machine. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  at(when, run) {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = when - Date.now();
      timer = left > longest ? setTimeout(wait, longest) : setTimeout(run, Math.max(0, left));
      timer.unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};

/** A moment as the stored form has it. */
export const instant = (ms: number): string => new Date(ms).toISOString();

/** Runs again and again, so long after it began; returns what stops it. */
export function every(clock: Clock, ms: number, run: () => void): () => void {
  let stop = () => {};
  const next = () => {
    stop = clock.at(clock.now() + ms, () => {
      next();
      run();
    });
  };
  next();
  return () => stop();
}
