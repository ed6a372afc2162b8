// Sends the rows of an import as actions, several at a time, and keeps how far it came. It goes on from there after a reload, a lost signal or
// another sign-in; a row whose answer was lost is sent again under the same id, and has the effect of once.
import type { Action, ActionDone, Problem } from "../../../schemas/types.js";
import { api } from "../../api/api.js";
import { network } from "../../api/network.js";
import { ProblemError } from "../../api/problem-error.js";
import { session } from "../../api/session.js";
import { waits } from "../../offline/waits.js";
import { clock } from "../../ui/clock.js";
import { endImport, type ImportHead, keepHead, pieceDone, type RowOut, readHead, readPiece } from "./import-store.js";

/** Rows on their way at the same time. */
const several = 6;
/** The server takes 1,200 requests a minute of one session: some are left for what else this person does. */
const apart = 60;
const shortest = 1_000;
const longest = 30_000;
/** How often a row may break the server before it is taken for the row's own fault. */
const mostBroken = 5;
/** How often somebody who waits looks whether it is over. */
const glance = 250;

/** What holds it up; nothing while it goes on. */
export type Held = "offline" | "session" | "busy" | "elsewhere" | undefined;

const imports = new Map<string, Importing>();

export class Importing {
  held: Held;
  /** Why it stopped although nobody asked: this device could not keep what came of a piece. */
  trouble: unknown;
  /** Of the piece that is under way. */
  private answered = 0;
  /** This window is the one at it: no other may change what is kept of it. */
  private mine = false;
  private stopping = false;
  private going: Promise<void> | undefined;
  private turn = 0;
  /** What is kept of it is written one after another, so that nothing older lands on something newer. */
  private writing: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  private constructor(public head: ImportHead) {}

  /** The import of a form that is kept here, if there is one: the same one for every screen of this page. */
  static async of(form: string): Promise<Importing | undefined> {
    const head = await readHead(form);
    return head && Importing.with(head);
  }

  static with(head: ImportHead): Importing {
    const name = `${head.account} ${head.form} ${head.at}`;
    const known = imports.get(name) ?? new Importing(head);
    imports.set(name, known);
    return known;
  }

  watch(run: () => void): () => void {
    this.listeners.add(run);
    return () => this.listeners.delete(run);
  }

  private tell(): void {
    for (const run of this.listeners) run();
  }

  /** Rows that have their answer. */
  get counted(): number {
    return Math.min(this.head.total, this.head.done + this.head.refused.length + this.answered);
  }

  get active(): boolean {
    return this.going !== undefined && this.head.state === "running";
  }

  /** Sends what is left, in this window alone. */
  async start(): Promise<void> {
    if (this.stopping) await this.going;
    if (this.head.state === "finished") return;
    this.stopping = false;
    this.trouble = undefined;
    this.going ??= this.alone()
      .catch((error: unknown) => {
        this.trouble = error;
      })
      .finally(() => {
        this.going = undefined;
        this.held = undefined;
        this.tell();
      });
    this.tell();
  }

  /** What is on its way comes to its end; the rest stays for later. */
  async pause(): Promise<void> {
    this.stopping = true;
    this.tell();
    if (this.mine && this.head.state === "running") await this.keep({ state: "paused" }, keepHead);
    await this.going;
  }

  /** What has become a record stays one; the rest is not sent any more. What was sent and not answered may be one: it is counted apart. */
  async cancel(): Promise<void> {
    await this.pause();
    // Where another window is at it meanwhile, that one goes on, and this one shows it.
    if (!(await this.locked(() => this.giveUp()))) await this.start();
  }

  private async giveUp(): Promise<void> {
    await this.readOn();
    const { head } = this;
    if (head.state === "finished") return this.tell();
    const uncertain = (await readPiece(head, head.next)).filter(({ sent }) => head.begun || sent);
    await this.end({ uncertain: uncertain.length, cancelled: head.total - head.done - head.refused.length - uncertain.length }, uncertain);
  }

  private keep(changes: Partial<ImportHead>, write: (head: ImportHead) => Promise<unknown>): Promise<void> {
    const kept = this.writing.then(async () => {
      const next = { ...this.head, ...changes };
      await write(next);
      this.head = next;
      this.tell();
    });
    this.writing = kept.catch(() => undefined);
    return kept;
  }

  private get lock(): string {
    return `import-${this.head.account}-${this.head.form}`;
  }

  /** Does it unless another window is at it. Browsers give locks only to secure pages; without them the same ids from two windows still have the effect of once. */
  private async locked(does: () => Promise<void>): Promise<boolean> {
    if (!navigator.locks) {
      await does();
      return true;
    }
    return navigator.locks.request(this.lock, { ifAvailable: true }, async (lock) => {
      if (lock) await does();
      return lock !== null;
    });
  }

  private async alone(): Promise<void> {
    if (await this.locked(() => this.run())) return;
    this.held = "elsewhere";
    this.tell();
    const asked = new AbortController();
    const stop = this.watch(() => this.stopping && asked.abort());
    try {
      await navigator.locks.request(this.lock, { signal: asked.signal }, () => this.run());
    } catch (error) {
      if (!asked.signal.aborted) throw error;
    } finally {
      stop();
    }
  }

  private async run(): Promise<void> {
    this.held = undefined;
    await this.readOn();
    if (this.head.state === "finished") return;
    this.mine = true;
    await this.all().finally(() => {
      this.mine = false;
    });
  }

  /** From where it is now: another window may have been at it meanwhile, or done with it. */
  private async readOn(): Promise<void> {
    const now = await readHead(this.head.form);
    const same = now?.at === this.head.at ? now : undefined;
    this.head = same ?? { ...this.head, state: "finished" };
  }

  private async all(): Promise<void> {
    if (this.head.state === "paused") await this.keep({ state: "running" }, keepHead);
    while (this.head.next < this.head.pieces) if (this.stopping || !(await this.piece())) return;
    if (this.head.next === this.head.pieces) await this.end({});
  }

  /** One piece. Broken off, what is left of it is sent later under the same ids; false when it is not done. */
  private async piece(): Promise<boolean> {
    const n = this.head.next;
    const rows = await readPiece(this.head, n);
    await this.keep({ begun: true }, keepHead);
    const results = new Map<RowOut, Problem[]>();
    const sent = new Set<RowOut>();
    const waiting = [...rows];
    const worker = async (): Promise<void> => {
      for (let row = waiting.shift(); row && !this.stopping; row = waiting.shift()) {
        sent.add(row);
        const result = await this.send(row.action);
        if (!result) return;
        results.set(row, result);
        this.answered = results.size;
        this.tell();
      }
    };
    await Promise.all(Array.from({ length: several }, worker));
    this.answered = 0;
    const refused = rows.flatMap((row) => {
      const why = results.get(row) ?? [];
      return why.length ? [{ line: row.line, cells: row.cells, reasons: why.map(({ title }) => ({ words: title })) }] : [];
    });
    const imported = rows.filter((row) => results.get(row)?.length === 0);
    const rest = rows.flatMap((row): RowOut[] => (results.has(row) ? [] : [{ ...row, ...(sent.has(row) && { sent: true }) }]));
    const came = {
      next: rest.length ? n : n + 1,
      begun: false,
      done: this.head.done + imported.length,
      refused: [...this.head.refused, ...refused],
    };
    await this.keep(came, (head) =>
      pieceDone(
        head,
        n,
        rest,
        imported.map(({ digest }) => digest),
      ),
    );
    return !rest.length;
  }

  /** The problems that it was refused for, none when it is a record now; nothing at all when it was stopped before. */
  private async send(action: Action): Promise<Problem[] | undefined> {
    let broken = 0;
    for (let pause = shortest; !this.stopping; pause = Math.min(pause * 2, longest)) {
      if (session.lost || session.current?.actor.account !== this.head.account) {
        await this.hold("session", longest, () => !session.lost && session.current?.actor.account === this.head.account);
        continue;
      }
      await this.inTurn();
      try {
        await api.post<ActionDone>("/actions", action);
        if (this.held) this.free();
        return [];
      } catch (error) {
        if (!waits(error) || (error instanceof ProblemError && error.status === 500 && ++broken === mostBroken)) {
          const { problem } = error as ProblemError;
          return problem.problems?.length ? problem.problems : [problem];
        }
        const seconds = error instanceof ProblemError ? Number((error.problem.params as { seconds?: number } | undefined)?.seconds ?? 0) : 0;
        if (error instanceof ProblemError) await this.hold("busy", Math.max(pause, seconds * 1000), () => false);
        else await this.hold("offline", pause, () => network.reachable);
      }
    }
    return undefined;
  }

  /** One after another, with a breath between. */
  private async inTurn(): Promise<void> {
    const now = clock.now();
    this.turn = Math.max(now, this.turn + apart);
    if (this.turn > now) await clock.wait(this.turn - now);
  }

  private async hold(why: Held, most: number, over: () => boolean): Promise<void> {
    this.held = why;
    this.tell();
    // At least a glance, so that nobody knocks at a closed door without a pause.
    for (let waited = 0; waited < most && !this.stopping; waited += glance) {
      await clock.wait(glance);
      if (over()) break;
    }
  }

  private free(): void {
    this.held = undefined;
    this.tell();
  }

  private end(came: Partial<ImportHead>, uncertain: readonly RowOut[] = []): Promise<void> {
    return this.keep({ state: "finished", begun: false, ...came }, (head) =>
      endImport(
        head,
        uncertain.map(({ digest }) => digest),
      ),
    );
  }
}
