// One draft being filled: every change is kept on this device at once, and goes to the server within seconds.
// Two windows with the same draft tell each other; the last writer wins a path, and what it replaced is kept.
import type { Draft, DraftEdit } from "../../schemas/types.js";
import { network } from "../api/network.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { answerAt, withAnswer } from "./answers-at.js";
import { type LocalDraft, withDatabase } from "./database.js";
import { editOf, elsewhere, joined, owed, without } from "./draft-merge.js";
import { DraftPush } from "./draft-push.js";
import { forgetTyped, noteTyped } from "./journal.js";
import { deviceFull, draftKept } from "./save-state.js";

/** What there is to come back to besides the answers. */
export type DraftPart = Partial<Pick<LocalDraft, "typed" | "field" | "page" | "organization" | "labels" | "base">>;

/** What windows with the same draft tell each other. */
interface Told {
  edits: DraftEdit[];
  /** The server has these, under this revision, and `edits` came from there. */
  delivered?: DraftEdit[];
  rev?: number;
}

/** A window that hears of a change waits this long for the one that made it to bring it to the server. */
const theirs = 2000;

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
  private ended = false;
  private stopHeard: (() => void) | undefined;

  constructor(
    public draft: LocalDraft,
    /** Another window changed these paths; `replaced` are answers of this window that had not been saved yet. */
    private readonly onOther: (edits: DraftEdit[], replaced: Record<string, unknown>) => void,
  ) {
    this.channel = new BroadcastChannel(`draft-${draft.id}`);
    this.channel.onmessage = ({ data }: MessageEvent<Told>) => this.hear(data);
    this.draft = { ...draft, pending: owed(draft, draft.pending) };
    this.push = new DraftPush(
      () => this.unsent(),
      (sent, paths, far) => this.arrived(sent, paths, far),
      Object.keys(draft.typed),
    );
    const hidden = () => void (document.visibilityState === "hidden" && this.draft.pending.length && this.push.now());
    document.addEventListener("visibilitychange", hidden);
    this.stops.push(() => document.removeEventListener("visibilitychange", hidden));
    const on = () => void (network.reachable && !session.lost && (this.push.owes || this.draft.pending.length) && this.push.now());
    this.stops.push(network.watch(on), session.watch(on));
    if (draft.pending.length) this.push.soon();
  }

  /** Keeps changes: answers by path, and what else there is to come back to. */
  change(edits: DraftEdit[], part: DraftPart = {}): void {
    this.draft = { ...this.draft, ...part, updatedAt: clock.now() };
    this.part = { ...this.part, ...part };
    this.take(edits);
    if (edits.length) this.channel.postMessage({ edits } satisfies Told);
    if (edits.length || part.typed) this.push.soon();
  }

  /** Keeps changes of this window or of another one: whoever of them lives on has all of it. */
  private take(edits: DraftEdit[]): void {
    const touched = edits.map(({ path }) => path);
    this.draft = { ...this.draft, answers: withAll(this.draft.answers, edits), pending: owed(this.draft, [...this.draft.pending, ...touched]) };
    this.edits.push(...edits);
    this.note();
    void this.write();
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
    this.ended = true;
    this.stopHeard?.();
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

  /** What is to go to the server. After leaving the database is asked: the draft may have been opened again, changed and sent meanwhile. */
  private async unsent(): Promise<LocalDraft | undefined> {
    if (!this.ended || this.edits.length) return this.draft;
    const stored = await withDatabase((db) => db.get("drafts", this.draft.id)).catch(() => undefined);
    if (!stored?.pending.length || stored.action) return undefined;
    this.draft = stored;
    return stored;
  }

  /** Reads before it writes, as another window may have written the same draft: what that one still owes the server stays owed. */
  private async put(edits: DraftEdit[], part: DraftPart, delivered?: DraftEdit[]): Promise<void> {
    const { rev, updatedAt } = this.draft;
    await withDatabase(async (db) => {
      const tx = db.transaction("drafts", "readwrite");
      const stored = await tx.store.get(this.draft.id);
      let answers = stored ? stored.answers : this.draft.answers;
      // What came from the server gives way to what another window has changed just now.
      const news = delivered ? untouched(edits, stored?.pending ?? []) : edits;
      if (stored) for (const { path, to } of news) answers = withAnswer(answers, path.split("/"), to);
      const pending = without(joined(stored?.pending ?? [], this.draft.pending), delivered ?? [], answers);
      await tx.store.put({ ...(stored ?? this.draft), ...part, answers, pending, rev: Math.max(stored?.rev ?? 0, rev), updatedAt });
      await tx.done;
    });
  }

  private async arrived(sent: LocalDraft, paths: string[], far: Draft): Promise<void> {
    const delivered = paths.map((path) => editOf(sent.answers, path));
    // Its revision stays behind: opening the draft again looks at what the server has.
    if (this.ended) return this.put([], {}, delivered).catch(() => deviceFull());
    const { rev } = this.draft;
    this.deliver(delivered, far.rev);
    // The revision went on by more than this save: another device has changed the draft too.
    const edits = far.rev > rev + 1 ? elsewhere(this.draft, far) : [];
    this.draft = { ...this.draft, answers: withAll(this.draft.answers, edits) };
    await this.put(edits, {}, delivered).catch(() => deviceFull());
    if (this.ended) return;
    this.channel.postMessage({ edits, delivered, rev: far.rev } satisfies Told);
    if (edits.length) this.onOther(edits, {});
    if (!this.draft.pending.length) draftKept("server");
  }

  /** The server has these. */
  private deliver(delivered: DraftEdit[], rev: number): void {
    const { answers, pending } = this.draft;
    this.draft = { ...this.draft, rev: Math.max(this.draft.rev, rev), pending: without(pending, delivered, answers) };
  }

  private hear({ edits, delivered, rev }: Told): void {
    if (delivered && rev) {
      this.hearArrived(untouched(edits, this.draft.pending), delivered, rev);
      return;
    }
    const replaced: Record<string, unknown> = {};
    for (const { path, to } of edits) {
      const mine = answerAt(this.draft.answers, path.split("/"));
      if (this.draft.pending.includes(path) && mine !== undefined && mine !== to) replaced[path] = mine;
    }
    this.draft = { ...this.draft, replaced: { ...this.draft.replaced, ...replaced } };
    this.take(edits);
    // The window that made the change may be closed before it is sent.
    this.stopHeard ??= clock.after(theirs, () => {
      this.stopHeard = undefined;
      if (this.draft.pending.length) this.push.soon();
    });
    this.onOther(edits, replaced);
  }

  private hearArrived(edits: DraftEdit[], delivered: DraftEdit[], rev: number): void {
    this.draft = { ...this.draft, answers: withAll(this.draft.answers, edits) };
    this.deliver(delivered, rev);
    if (!this.draft.pending.length) draftKept("server");
    if (edits.length) this.onOther(edits, {});
  }
}

const withAll = (answers: LocalDraft["answers"], edits: readonly DraftEdit[]): LocalDraft["answers"] =>
  edits.reduce((all, { path, to }) => withAnswer(all, path.split("/"), to), answers);

/** The changes of whole answers in which nothing is pending. */
const untouched = (edits: DraftEdit[], pending: string[]): DraftEdit[] => edits.filter(({ path }) => !pending.some((one) => one.split("/")[0] === path));
