// Asks a reader worker, which is started at its first question and again if it should die.
import { Worker } from "node:worker_threads";
import type { Doc, Page } from "../port.js";
import { QueryRefused } from "../refused.js";
import type { Answer, Asked, Question } from "./reader.js";

interface Pending {
  resolve: (page: Page<Doc>) => void;
  reject: (error: Error) => void;
}

export class Reader {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending>();
  private asked = 0;
  private closed = false;

  constructor(private readonly dataDir: string) {}

  ask<T extends Doc>(question: Question): Promise<Page<T>> {
    if (this.closed) return Promise.reject(new Error("The store is closed."));
    this.worker ??= this.start();
    const n = ++this.asked;
    return new Promise((resolve, reject) => {
      this.pending.set(n, { resolve: resolve as Pending["resolve"], reject });
      this.worker!.ref();
      this.worker!.postMessage({ n, question } satisfies Asked);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const worker = this.worker;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.ref();
    worker.postMessage("close");
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(...program(this.dataDir));
    worker.on("message", (answer: Answer) => this.settle(answer));
    worker.on("error", (error) => this.lost(worker, error));
    worker.on("exit", () => this.lost(worker, new Error("The reader ended.")));
    return worker;
  }

  private settle(answer: Answer): void {
    const pending = this.pending.get(answer.n);
    this.pending.delete(answer.n);
    // Idle, it does not keep the process alive.
    if (this.pending.size === 0) this.worker?.unref();
    if ("page" in answer) pending?.resolve(answer.page);
    else pending?.reject("refused" in answer ? new QueryRefused(answer.refused) : new Error(answer.failed));
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}

/** Beside the bundle lies the worker's bundle. Run from its sources, the worker first learns TypeScript from the development tool that runs them. */
function program(dataDir: string): ConstructorParameters<typeof Worker> {
  const workerData = { dataDir };
  if (!import.meta.url.endsWith(".ts")) return [new URL("./reader.js", import.meta.url), { workerData }];
  const source = new URL("./reader.ts", import.meta.url).href;
  const api = import.meta.resolve("tsx/esm/api");
  const start = `import { register } from ${JSON.stringify(api)}; register(); await import(${JSON.stringify(source)});`;
  return [new URL(`data:text/javascript,${encodeURIComponent(start)}`), { workerData }];
}
