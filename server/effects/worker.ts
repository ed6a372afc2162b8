// Runs effects from the outbox when they are due, on the server's clock. Each is leased, so that of many processes one does it;
// a failure is tried again with a growing delay and given up in the end, where failures are seen.
import type { Problem } from "../../schemas/types.js";
import { type Clock, instant } from "../plugins/clock.js";
import { Refusal } from "../plugins/refusal.js";
import type { Effect, Storage } from "../storage/port.js";

/** Does one effect. Delivery is at least once: doing it twice must do no harm. */
export type Handler = (effect: Effect) => Promise<void>;

/** Trying again cannot help. */
export class Hopeless extends Error {}

export interface WorkerOptions {
  storage: Storage;
  clock: Clock;
  handlers: Record<string, Handler>;
  failed(effect: Effect, error: unknown, last: boolean): void;
}

const batch = 100;
/** What commits that follow each other closely ask for is done together, so that nobody's request waits for a disk that is busy with notices. */
const gather = 250;
const lease = 60_000;
const mostAttempts = 12;
const first = 5_000;
const longest = 3_600_000;

/** How long to wait after so many attempts: twice as long each time, up to an hour. */
export const delay = (attempts: number): number => Math.min(longest, first * 2 ** (attempts - 1));

export class EffectWorker {
  readonly #options: WorkerOptions;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #cancel = () => {};
  #gathering: (() => void) | undefined;
  #unwatch: (() => Promise<void>) | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Begins with what is due now, and looks again soon after every commit and when the next one is due. May follow a stop. */
  async start(): Promise<void> {
    this.#stopped = false;
    this.#unwatch = await this.#options.storage.watch(() => this.#soon());
    this.poke();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel();
    this.#gathering?.();
    this.#gathering = undefined;
    await this.#unwatch?.();
    await this.#running;
  }

  /** There may be something to do. */
  poke(): void {
    this.#again = true;
    if (!this.#stopped) this.#running ??= this.#run();
  }

  /** Waits until nothing is due. */
  async idle(): Promise<void> {
    this.poke();
    while (this.#running) await this.#running;
  }

  #soon(): void {
    if (this.#stopped) return;
    const { clock } = this.#options;
    this.#gathering ??= clock.at(clock.now() + gather, () => {
      this.#gathering = undefined;
      this.poke();
    });
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#drain();
      }
      await this.#wait();
    } catch (error) {
      // The store does not answer: look again in a while.
      this.#options.failed({ id: "", owner: "", type: "outbox", at: "", data: {} }, error, false);
      this.#cancel = this.#options.clock.at(this.#options.clock.now() + first, () => this.poke());
    } finally {
      this.#running = undefined;
    }
    if (this.#again) this.poke();
  }

  async #drain(): Promise<void> {
    const { storage, clock } = this.#options;
    for (;;) {
      const effects = await storage.outbox.lease(instant(clock.now()), batch, lease);
      // Side by side: what they commit goes to the disk together.
      await Promise.all(effects.map((effect) => this.#one(effect)));
      if (effects.length < batch || this.#stopped) return;
    }
  }

  async #one(effect: Effect & { token: string }): Promise<void> {
    const { storage, handlers, failed, clock } = this.#options;
    try {
      const handler = Object.hasOwn(handlers, effect.type) ? handlers[effect.type] : undefined;
      if (!handler) throw new Hopeless(`nobody does effects of type ${effect.type}`);
      await handler(effect);
      await storage.outbox.done(effect.id, effect.token);
    } catch (error) {
      const attempts = effect.attempts ?? 1;
      const last = error instanceof Hopeless || attempts >= mostAttempts;
      failed(effect, error, last);
      if (last) await storage.outbox.fail(effect.id, effect.token, words(error));
      else await storage.outbox.retry(effect.id, effect.token, instant(clock.now() + delay(attempts)), words(error));
    }
  }

  async #wait(): Promise<void> {
    const { storage, clock } = this.#options;
    const next = await storage.outbox.next();
    this.#cancel();
    if (next !== undefined && !this.#stopped) this.#cancel = clock.at(Math.max(Date.parse(next), clock.now() + 1), () => this.poke());
  }
}

function words(error: unknown): string {
  if (error instanceof Refusal) return problemWords(error.problem).slice(0, 1_000);
  return String(error instanceof Error ? error.message : error).slice(0, 1_000);
}

const problemWords = ({ code, title, problems }: Problem): string => [`${code}: ${title.th}`, ...(problems ?? []).map((one) => one.title.th)].join(" · ");
