// One draft being filled: every change is kept on this device at once, and goes to the server within seconds.
// Two windows with the same draft tell each other; the last writer wins a path, and what it replaced is kept.
import type { DraftEdit } from "../../schemas/types.js";
import { network } from "../api/network.js";
import { clock } from "../ui/clock.js";
import { answerAt, withAnswer } from "./answers-at.js";
import { type LocalDraft, withDatabase } from "./database.js";
import { DraftPush } from "./draft-push.js";
import { forgetTyped, noteTyped } from "./journal.js";
import { deviceFull, draftKept } from "./save-state.js";

/** What there is to come back to besides the answers. */
export type DraftPart = Partial<Pick<LocalDraft, "typed" | "field" | "page" | "organization" | "labels" | "base">>;

export class DraftBox {
  private edits: DraftEdit[] = [];
  private part: DraftPart = {};
  /** What the database is being told now. */
  private going: { edits: DraftEdit[]; part: DraftPart } = { edits: [], part: {} };
  private known = false;
  private writing: Promise<void> | undefined;
  private readonly channel: BroadcastChannel;
  private readonly push: DraftPush;
  private readonly stops: (() => void)[] = [];

  constructor(
    public draft: LocalDraft,
    /** Another window changed these paths; `replaced` are answers of this window that had not been saved yet. */
    private readonly onOther: (edits: DraftEdit[], replaced: Record<string, unknown>) => void,
  ) {
    this.channel = new BroadcastChannel(`draft-${draft.id}`);
    this.channel.onmessage = ({ data }: MessageEvent<DraftEdit[]>) => this.hear(data);
    this.push = new DraftPush(
      () => this.draft,
      (sent, paths, rev) => this.arrived(sent, paths, rev),
    );
    const hidden = () => void (document.visibilityState === "hidden" && this.draft.pending.length && this.push.now());
    document.addEventListener("visibilitychange", hidden);
    this.stops.push(() => document.removeEventListener("visibilitychange", hidden));
    this.stops.push(network.watch((reachable) => void (reachable && this.draft.pending.length && this.push.now())));
    if (draft.pending.length) this.push.soon();
  }

  /** Keeps changes: answers by path, and what else there is to come back to. */
  change(edits: DraftEdit[], part: DraftPart = {}): void {
    let { answers, pending } = this.draft;
    for (const { path, to } of edits) {
      answers = withAnswer(answers, path.split("/"), to);
      // A whole table that is to go takes its cells with it.
      pending = [...pending.filter((other) => other !== path && !other.startsWith(`${path}/`)), path];
    }
    this.draft = { ...this.draft, ...part, answers, pending, updatedAt: clock.now() };
    this.edits.push(...edits);
    this.part = { ...this.part, ...part };
    this.note();
    if (edits.length) this.channel.postMessage(edits);
    void this.write();
    if (edits.length || part.typed) this.push.soon();
  }

  /** Resolves when everything so far is on this device. */
  settled(): Promise<void> {
    return this.write();
  }

  /** The person leaves: all of it is kept here, and what the server lacks goes there now. */
  async close(): Promise<void> {
    this.end();
    await this.write();
    // Not waited for: the way out must not hang on a weak signal.
    if (this.draft.pending.length) void this.push.now();
    draftKept("none");
  }

  /** Sending begins: what is there is kept, and no save may arrive behind the record. */
  async hold(): Promise<void> {
    await this.write();
    await this.push.hold();
  }

  /** Sending was refused: saving goes on. */
  resume(): void {
    if (this.draft.pending.length) this.push.soon();
  }

  /** The draft became a record: nothing more is kept of it. */
  finish(): void {
    this.end();
    forgetTyped(this.draft.id);
    draftKept("none");
  }

  private end(): void {
    this.push.end();
    for (const stop of this.stops.splice(0)) stop();
    this.channel.close();
  }

  /** One write at a time; what came meanwhile goes with the next. */
  private write(): Promise<void> {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
    });
    return this.writing;
  }

  private async writeAll(): Promise<void> {
    while (this.edits.length || Object.keys(this.part).length) {
      const edits = this.edits.splice(0);
      const part = this.part;
      this.part = {};
      this.going = { edits, part };
      try {
        await this.put(edits, part);
        this.known = true;
        draftKept("device");
      } catch {
        // Kept in memory for the next try, and said loudly.
        this.edits.unshift(...edits);
        this.part = { ...part, ...this.part };
        deviceFull();
        return;
      } finally {
        this.going = { edits: [], part: {} };
      }
      this.note();
    }
  }

  /** What the database has not said it has. */
  private note(): void {
    const edits = [...this.going.edits, ...this.edits];
    const part = { ...this.going.part, ...this.part };
    if (!edits.length && !Object.keys(part).length) forgetTyped(this.draft.id);
    else noteTyped(this.draft.id, { edits, part, ...(!this.known && { draft: this.draft }) });
  }

  /** Reads before it writes, as another window may have written the same draft. */
  private async put(edits: DraftEdit[], part: DraftPart): Promise<void> {
    const { pending, rev, updatedAt } = this.draft;
    await withDatabase(async (db) => {
      const tx = db.transaction("drafts", "readwrite");
      const stored = await tx.store.get(this.draft.id);
      let answers = stored ? stored.answers : this.draft.answers;
      if (stored) for (const { path, to } of edits) answers = withAnswer(answers, path.split("/"), to);
      await tx.store.put({ ...(stored ?? this.draft), ...part, answers, pending, rev, updatedAt });
      await tx.done;
    });
  }

  private async arrived(sent: LocalDraft, paths: string[], rev: number): Promise<void> {
    const same = (path: string) => answerAt(this.draft.answers, path.split("/")) === answerAt(sent.answers, path.split("/"));
    const gone = new Set(paths.filter(same));
    this.draft = { ...this.draft, rev, pending: this.draft.pending.filter((path) => !gone.has(path)) };
    await this.put([], {}).catch(() => deviceFull());
    if (!this.draft.pending.length) draftKept("server");
  }

  private hear(edits: DraftEdit[]): void {
    const replaced: Record<string, unknown> = {};
    let { answers } = this.draft;
    for (const { path, to } of edits) {
      const mine = answerAt(answers, path.split("/"));
      if (this.draft.pending.includes(path) && mine !== undefined && mine !== to) replaced[path] = mine;
      answers = withAnswer(answers, path.split("/"), to);
    }
    this.draft = { ...this.draft, answers, replaced: { ...this.draft.replaced, ...replaced } };
    this.onOther(edits, replaced);
  }
}
