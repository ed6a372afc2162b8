// The one clock of the client. It asks Date and setTimeout at the moment of use, so that a browser test can set the time.
const bangkok = 7 * 3600_000;

export const clock = {
  now: (): number => Date.now(),
  /** The instant, ISO 8601 in UTC with milliseconds. */
  iso: (at: number = Date.now()): string => new Date(at).toISOString(),
  /** The day in Bangkok, ISO. */
  today: (): string => new Date(Date.now() + bangkok).toISOString().slice(0, 10),
  /** Runs once, later; the answer takes it back. */
  after(delay: number, run: () => void): () => void {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
  wait: (delay: number): Promise<void> => new Promise((done) => setTimeout(done, delay)),
};
