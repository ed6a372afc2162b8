// Renders print templates in worker threads. Owners take turns, and none has two workers at once: a template that never ends makes nobody
// wait but who wrote it, and is not tried again for a while.
import type { Rendered, RenderJob, TemplateFault } from "./render-job.js";
import { Renderer, type RendererLimits } from "./renderer.js";
import { type Print, Runaways } from "./runaways.js";
import { Turns } from "./turns.js";

export interface TemplatingLimits extends RendererLimits {
  /** Characters of the page it makes. */
  maxOutput: number;
  /** Started when owners print at the same time. */
  workers: number;
}

export const templatingLimits: TemplatingLimits = { milliseconds: 2_000, megabytes: 96, maxOutput: 5_000_000, workers: 2 };

interface Waiting {
  job: RenderJob;
  print: Print | undefined;
  done(rendered: Rendered): void;
}

/** Checks of definitions belong to no owner: they share one turn. */
const nobody = "";
const tooLong: Rendered = { faults: [{ fault: "time" }] };

export class Templating {
  /** How many jobs were given to a worker. */
  given = 0;
  readonly #limits: TemplatingLimits;
  readonly #turns = new Turns<Waiting>();
  readonly #runaways: Runaways;
  readonly #idle: Renderer[] = [];
  /** Who is at work, by owner. */
  readonly #busy = new Map<string, Renderer>();
  #next = 0;

  constructor(limits: Partial<TemplatingLimits> = {}, now: () => number = Date.now) {
    this.#limits = { ...templatingLimits, ...limits };
    this.#runaways = new Runaways(now);
  }

  /** The fragment a template makes of plain data, or why it does not. What ran out of time or memory a moment ago is not tried again. */
  render(template: string, context: unknown, print?: Print): Promise<Rendered> {
    return this.#ask({ id: ++this.#next, template, context, maxOutput: this.#limits.maxOutput }, print);
  }

  /** What is wrong with a template, without running it. */
  async check(template: string): Promise<TemplateFault[]> {
    const rendered = await this.#ask({ id: ++this.#next, template, maxOutput: this.#limits.maxOutput });
    return "faults" in rendered ? rendered.faults : [];
  }

  async close(): Promise<void> {
    for (const { done } of this.#turns.clear()) done(tooLong);
    await Promise.all([...this.#idle, ...this.#busy.values()].map((renderer) => renderer.close()));
  }

  #ask(job: RenderJob, print?: Print): Promise<Rendered> {
    return new Promise((done) => {
      this.#turns.add(print?.owner ?? nobody, { job, print, done });
      this.#turn();
    });
  }

  /** Gives every free worker something to do, as far as somebody waits who has none. */
  #turn(): void {
    while (this.#busy.size < this.#limits.workers) {
      const next = this.#turns.take(this.#busy);
      if (!next) return;
      const { owner, item } = next;
      // Asked when its turn has come: one just like it may have run out meanwhile.
      if (item.print && this.#runaways.knows(item.print, item.job.template)) item.done(tooLong);
      else this.#give(owner, item);
    }
  }

  #give(owner: string, { job, print, done }: Waiting): void {
    const renderer = this.#idle.pop() ?? new Renderer(this.#limits);
    this.#busy.set(owner, renderer);
    this.given++;
    void renderer.run(job).then((rendered) => {
      if (print && "faults" in rendered && rendered.faults.some(({ fault }) => fault === "time" || fault === "memory"))
        this.#runaways.note(print, job.template);
      this.#busy.delete(owner);
      this.#idle.push(renderer);
      done(rendered);
      this.#turn();
    });
  }
}
