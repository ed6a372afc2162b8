// One worker thread that renders print templates, a job at a time, with limits of time and memory: a template that never ends ends the
// worker, not the server. The next job gets a new one.
import { Worker } from "node:worker_threads";
import type { RenderAnswer, Rendered, RenderJob, TemplateFault } from "./render-job.js";

export interface RendererLimits {
  /** How long one template may run. */
  milliseconds: number;
  /** Old space of the worker. */
  megabytes: number;
}

interface Running {
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

export class Renderer {
  readonly #limits: RendererLimits;
  #worker: Worker | undefined;
  #ready = false;
  #current: Running | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: RendererLimits) {
    this.#limits = limits;
  }

  /** Runs a job; one must have been answered before the next is given. */
  run(job: RenderJob): Promise<Rendered> {
    return new Promise((done) => {
      this.#current = { job, done };
      this.#turn();
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#answer({ faults: [{ fault: "time" }] });
    await worker?.terminate();
  }

  #turn(): void {
    if (!this.#current) this.#worker?.unref();
    else if (!this.#worker) this.#start();
    else if (this.#ready && !this.#timer) this.#give(this.#worker, this.#current);
  }

  #give(worker: Worker, { job }: Running): void {
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
