// Renders print templates in a worker thread with limits of time and memory: a template that never ends ends the worker, not the server.
// One template at a time; the next one waits its turn.
import { Worker } from "node:worker_threads";
import type { RenderAnswer, Rendered, RenderJob, TemplateFault } from "./render-job.js";

export interface TemplatingLimits {
  /** How long one template may run. */
  milliseconds: number;
  /** Old space of the worker. */
  megabytes: number;
  /** Characters of the page it makes. */
  maxOutput: number;
}

export const templatingLimits: TemplatingLimits = { milliseconds: 2_000, megabytes: 96, maxOutput: 5_000_000 };

interface Waiting {
  job: RenderJob;
  done(rendered: Rendered): void;
}

/** Beside the bundle the worker is JavaScript; from source (development, tests) it loads through tsx, as workers inherit no loader. */
function startWorker(megabytes: number): Worker {
  const options = { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 } };
  if (!import.meta.url.endsWith(".ts")) return new Worker(new URL("./render-worker.js", import.meta.url), options);
  const source = JSON.stringify(new URL("./render-worker.ts", import.meta.url).href);
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  return new Worker(`import(${tsx}).then(({ register }) => { register(); return import(${source}); })`, { ...options, eval: true });
}

export class Templating {
  readonly #limits: TemplatingLimits;
  readonly #queue: Waiting[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  #next = 0;

  constructor(limits: Partial<TemplatingLimits> = {}) {
    this.#limits = { ...templatingLimits, ...limits };
  }

  /** The fragment a template makes of plain data, or why it does not. */
  render(template: string, context: unknown): Promise<Rendered> {
    return this.#ask({ id: ++this.#next, template, context, maxOutput: this.#limits.maxOutput });
  }

  /** What is wrong with a template, without running it. */
  async check(template: string): Promise<TemplateFault[]> {
    const rendered = await this.#ask({ id: ++this.#next, template, maxOutput: this.#limits.maxOutput });
    return "faults" in rendered ? rendered.faults : [];
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    const waiting = this.#queue.splice(0);
    this.#answer({ faults: [{ fault: "time" }] });
    for (const { done } of waiting) done({ faults: [{ fault: "time" }] });
    await worker?.terminate();
  }

  #ask(job: RenderJob): Promise<Rendered> {
    return new Promise((done) => {
      this.#queue.push({ job, done });
      this.#turn();
    });
  }

  #turn(): void {
    if (!this.#current) this.#current = this.#queue.shift();
    if (!this.#current) this.#worker?.unref();
    else if (!this.#worker) this.#start();
    else if (this.#ready && !this.#timer) this.#give(this.#worker, this.#current);
  }

  #give(worker: Worker, { job }: Waiting): void {
    worker.ref();
    // A limit on a runaway, not a moment of the product: real time, whatever the server's clock says.
    this.#timer = setTimeout(() => this.#end({ fault: "time" }), this.#limits.milliseconds);
    worker.postMessage(job);
  }

  #start(): void {
    const worker = startWorker(this.#limits.megabytes);
    this.#worker = worker;
    this.#ready = false;
    worker.on("message", (answer: RenderAnswer | "ready") => {
      if (this.#worker !== worker) return;
      if (answer === "ready") this.#ready = true;
      else if (this.#current?.job.id === answer.id) this.#answer("html" in answer ? { html: answer.html } : { faults: answer.faults });
      this.#turn();
    });
    worker.on("error", (error: NodeJS.ErrnoException) => {
      if (this.#worker !== worker) return;
      this.#end(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { fault: "memory" } : { fault: "syntax", message: error.message });
    });
  }

  /** Ends the worker with the job it runs: whatever it was doing must not go on. */
  #end(fault: TemplateFault): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#answer({ faults: [fault] });
    this.#turn();
  }

  #answer(rendered: Rendered): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const current = this.#current;
    this.#current = undefined;
    current?.done(rendered);
  }
}
