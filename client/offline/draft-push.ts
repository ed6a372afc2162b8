// Brings a draft's changed paths to the server within seconds of the change. One request at a time; what cannot go now goes later.
import type { Draft, DraftChange, DraftEdit } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { ProblemError } from "../api/problem-error.js";
import { clock } from "../ui/clock.js";
import { answerAt } from "./answers-at.js";
import type { LocalDraft } from "./database.js";
import { localIds } from "./files.js";

/** From the first change to the request: with its way there, well under the promised 5 seconds. */
const delay = 2000;

export class DraftPush {
  private going: Promise<void> | undefined;
  private more = false;
  private stop: (() => void) | undefined;
  private pause = delay;

  constructor(
    private readonly read: () => LocalDraft,
    /** The server has these paths as they are in `draft`, under revision `rev`. */
    private readonly arrived: (draft: LocalDraft, paths: string[], rev: number) => Promise<void>,
  ) {}

  /** There is something new. */
  soon(): void {
    if (this.going) this.more = true;
    else this.stop ??= clock.after(this.pause, () => void this.now());
  }

  /** Sends what is there; resolves when the server has it or cannot be reached. */
  now(): Promise<void> {
    this.stop?.();
    this.stop = undefined;
    this.going ??= this.send().finally(() => {
      this.going = undefined;
      if (this.more) this.soon();
      this.more = false;
    });
    return this.going;
  }

  /** Nothing new is sent; resolves when what is under way has arrived. */
  async hold(): Promise<void> {
    this.end();
    await this.going;
    this.end();
  }

  /** Nothing more is sent. */
  end(): void {
    this.stop?.();
    this.stop = undefined;
    this.more = false;
  }

  private async send(): Promise<void> {
    const draft = this.read();
    const local = await localIds();
    // A file that only this device has means nothing to the server: its path waits until the file is there.
    const paths = draft.pending.filter((path) => !holds(answerAt(draft.answers, path.split("/")), local));
    try {
      const { rev } = await api.patch<Draft>(`/drafts/${draft.id}`, body(draft, paths));
      this.pause = delay;
      await this.arrived(draft, paths, rev);
    } catch (error) {
      // A refusal does not get better by asking again. Without reach the pauses grow; the device has it all.
      if (error instanceof ProblemError && error.status < 500) return;
      this.pause = Math.min(this.pause * 2, 30_000);
      this.more = true;
    }
  }
}

function body(draft: LocalDraft, paths: string[]): DraftChange {
  return {
    form: draft.form,
    release: draft.release,
    ...(draft.base && { record: draft.target, base: draft.base.rev }),
    ...(draft.organization && { organization: draft.organization }),
    ...(draft.field && { field: draft.field }),
    changes: paths.map((path): DraftEdit => {
      const to = answerAt(draft.answers, path.split("/"));
      return to === undefined ? { path } : { path, to };
    }),
    typed: draft.typed,
  };
}

function holds(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  return typeof value === "object" && value !== null && Object.values(value).some((item) => holds(item, ids));
}
