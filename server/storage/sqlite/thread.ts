// A worker thread that is asked and answers, started at its first question and again if it should die. Idle, it does not keep the process alive.
import { Worker } from "node:worker_threads";

/** A question as it is posted; the answer carries the same number. */
export type Asked<Question> = { n: number; question: Question } | "close";

interface Pending<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

export class Thread<Question, Answer> {
  private worker: Worker | undefined;
  private readonly pending = new Map<number, Pending<Answer>>();
  private asked = 0;
  private closed = false;

  /** `hear` is told what the worker says without being asked. */
  constructor(
    private readonly program: "reader" | "writer",
    private readonly workerData: { dataDir: string } & Record<string, unknown>,
    private readonly hear: (said: unknown) => void = () => undefined,
  ) {}

  ask(question: Question): Promise<Answer> {
    if (this.closed) return Promise.reject(new Error("The store is closed."));
    this.worker ??= this.start();
    const n = ++this.asked;
    return new Promise((resolve, reject) => {
      this.pending.set(n, { resolve, reject });
      this.worker!.ref();
      this.worker!.postMessage({ n, question } satisfies Asked<Question>);
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    const worker = this.worker;
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once("exit", resolve));
    worker.ref();
    worker.postMessage("close" satisfies Asked<Question>);
    await ended;
  }

  private start(): Worker {
    const worker = new Worker(...source(this.program, this.workerData));
    worker.on("message", (message: { n: number; answer: Answer } | { said: unknown }) => {
      if ("said" in message) this.hear(message.said);
      else this.settle(message.n, message.answer);
    });
    worker.on("error", (error) => this.lost(worker, error));
    worker.on("exit", () => this.lost(worker, new Error(`The ${this.program} ended.`)));
    return worker;
  }

  private settle(n: number, answer: Answer): void {
    const pending = this.pending.get(n);
    this.pending.delete(n);
    if (this.pending.size === 0) this.worker?.unref();
    pending?.resolve(answer);
  }

  private lost(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    for (const { reject } of this.pending.values()) reject(error);
    this.pending.clear();
  }
}

/** Beside the bundle lies the worker's bundle. Run from its sources, the worker first learns TypeScript from the development tool that runs them. */
function source(program: string, workerData: unknown): ConstructorParameters<typeof Worker> {
  if (!import.meta.url.endsWith(".ts")) return [new URL(`./${program}.js`, import.meta.url), { workerData }];
  const file = new URL(`./${program}.ts`, import.meta.url).href;
  const api = import.meta.resolve("tsx/esm/api");
  const start = `import { register } from ${JSON.stringify(api)}; register(); await import(${JSON.stringify(file)});`;
  return [new URL(`data:text/javascript,${encodeURIComponent(start)}`), { workerData }];
}
