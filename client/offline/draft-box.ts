// One draft being filled: every change goes to this device at once and to the server within seconds, changed paths only.
// Two windows with the same draft tell each other; the last writer wins a path, and what it replaced is kept.
import type { Draft, DraftChange, DraftEdit } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { answerAt, withAnswer } from "./answers-at.js";
import { type LocalDraft, withDatabase } from "./database.js";
import { localIds } from "./files.js";
import { deviceFull, draftKept } from "./save-state.js";

/** From the first change to the server: well under the promised 5 seconds. */
const delay = 2000;

export type DraftPart = Partial<Pick<LocalDraft, "typed" | "field" | "page" | "organization" | "labels" | "base">>;
interface Message {
  edits: DraftEdit[];
}

export class DraftBox {
  private edits: DraftEdit[] = [];
  private part: DraftPart = {};
  private writing: Promise<void> | undefined;
  private pushing: Promise<void> | undefined;
  private stopPush: (() => void) | undefined;
  private readonly channel: BroadcastChannel;
  private closed = false;

  constructor(
    public draft: LocalDraft,
    /** Another window changed these paths. */
    private readonly onOther: (edits: DraftEdit[]) => void,
  ) {
    this.channel = new BroadcastChannel(`draft-${draft.id}`);
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => this.hear(data.edits);
    document.addEventListener("visibilitychange", this.hidden);
    addEventListener("pagehide", this.hidden);
  }

  /** Keeps changes: answers by path, and what else there is to come back to. */
  change(edits: DraftEdit[], part: DraftPart = {}): void {
    let { answers, pending } = this.draft;
    for (const { path, to } of edits) {
      answers = withAnswer(answers, path.split("/"), to);
      pending = [...pending.filter((other) => other !== path && !other.startsWith(`${path}/`)), path];
    }
    this.draft = { ...this.draft, ...part, answers, pending, updatedAt: clock.now() };
    this.edits.push(...edits);
    this.part = { ...this.part, ...part };
    if (edits.length) this.channel.postMessage({ edits } satisfies Message);
    void this.write();
    this.stopPush ??= clock.after(delay, () => void this.push());
  }

  /** Resolves when everything so far is on this device. */
  async settled(): Promise<void> {
    await this.write();
  }

  /** Stops keeping; what is not on the server yet goes there now. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    document.removeEventListener("visibilitychange", this.hidden);
    removeEventListener("pagehide", this.hidden);
    await this.write();
    this.stopPush?.();
    await this.push();
    this.channel.close();
    draftKept("none");
  }

  /** The draft became a record: nothing more is kept of it. */
  finish(): void {
    this.closed = true;
    this.stopPush?.();
    document.removeEventListener("visibilitychange", this.hidden);
    removeEventListener("pagehide", this.hidden);
    this.channel.close();
    draftKept("none");
  }

  /** One write at a time; what came meanwhile goes with the next. Reads first, as another window writes the same draft. */
  private write(): Promise<void> {
    this.writing ??= (async () => {
      try {
        while (this.edits.length || Object.keys(this.part).length) {
          const edits = this.edits.splice(0);
          const part = this.part;
          this.part = {};
          try {
            await this.put(edits, part);
          } catch {
            this.edits.unshift(...edits);
            this.part = { ...part, ...this.part };
            deviceFull();
            return;
          }
        }
      } finally {
        this.writing = undefined;
      }
    })();
    return this.writing;
  }

  private async put(edits: DraftEdit[], part: DraftPart): Promise<void> {
    await withDatabase(async (db) => {
      const tx = db.transaction("drafts", "readwrite");
      const stored = await tx.store.get(this.draft.id);
      let answers = stored?.answers ?? this.draft.answers;
      if (stored) for (const { path, to } of edits) answers = withAnswer(answers, path.split("/"), to);
      await tx.store.put({ ...(stored ?? this.draft), ...part, answers, pending: this.draft.pending, rev: this.draft.rev, updatedAt: this.draft.updatedAt });
      await tx.done;
    });
    draftKept("device");
  }

  /** Sends the changed paths. Without reach they stay pending and go at the next change or the next opening. */
  private push(): Promise<void> {
    this.pushing ??= (async () => {
      this.stopPush = undefined;
      const { draft } = this;
      const local = await localIds();
      // A file that is still only on this device means nothing to the server: its path waits.
      const ready = draft.pending.filter((path) => !holds(answerAt(draft.answers, path.split("/")), local));
      try {
        const change: DraftChange = {
          form: draft.form,
          release: draft.release,
          ...(draft.base && { record: draft.target, base: draft.base.rev }),
          ...(draft.organization && { organization: draft.organization }),
          ...(draft.field && { field: draft.field }),
          changes: ready.map((path) => editOf(draft, path)),
          typed: draft.typed,
        };
        const { rev } = await api.patch<Draft>(`/drafts/${draft.id}`, change);
        const moved = new Set(ready.filter((path) => answerAt(this.draft.answers, path.split("/")) === answerAt(draft.answers, path.split("/"))));
        this.draft = { ...this.draft, rev, pending: this.draft.pending.filter((path) => !moved.has(path)) };
        await this.put([], {});
        if (!this.draft.pending.length) draftKept("server");
      } catch (error) {
        // A refusal will not get better by asking again; no reach will: either way the device has it.
        if (!(error instanceof ProblemError) && !this.closed) this.stopPush = clock.after(delay * 2, () => void this.push());
      } finally {
        this.pushing = undefined;
      }
      if (this.draft.pending.length > draft.pending.length - ready.length && !this.closed) this.stopPush ??= clock.after(delay, () => void this.push());
    })();
    return this.pushing;
  }

  private hear(edits: DraftEdit[]): void {
    let { answers } = this.draft;
    const replaced = { ...this.draft.replaced };
    for (const { path, to } of edits) {
      const mine = answerAt(answers, path.split("/"));
      if (this.draft.pending.includes(path) && mine !== undefined && mine !== to) replaced[path] = mine;
      answers = withAnswer(answers, path.split("/"), to);
    }
    this.draft = { ...this.draft, answers, replaced };
    this.onOther(edits);
  }

  /** The page is going out of sight and may not come back: the server gets what it lacks now. */
  private readonly hidden = (): void => {
    if (document.visibilityState === "hidden" && this.draft.pending.length && session.current && !session.lost) {
      this.stopPush?.();
      void this.push();
    }
  };
}

function editOf(draft: LocalDraft, path: string): DraftEdit {
  const to = answerAt(draft.answers, path.split("/"));
  return to === undefined ? { path } : { path, to };
}

function holds(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === "string") return ids.has(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((item) => holds(item, ids));
}
