// One working copy on the bench: what it is now, the steps that led there, what is wrong with it, and its way to the server and back.
// It is saved by itself. When somebody else has saved meanwhile, both are put together and nothing of either is overwritten.
import type {
  CodesDefinition,
  DocumentDefinition,
  FormDefinition,
  MenuDefinition,
  Problem,
  Text,
  WorkflowDefinition,
  WorkingCopy,
} from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { waits } from "../offline/waits.js";
import { clock } from "../ui/clock.js";
import { byRow, type Conflict, History, type Merge, merge, mergeForms } from "./engine.js";
import { forgetUnsaved, keepUnsaved, noteUnsaved, readUnsaved, type Unsaved } from "./unsaved.js";

/** What may lie on a bench, by kind. */
export interface Benched {
  form: FormDefinition;
  menu: MenuDefinition;
  workflow: WorkflowDefinition;
  codes: CodesDefinition;
  document: DocumentDefinition;
}
export type Kind = keyof Benched;

const merges = {
  form: mergeForms,
  menu: merge,
  workflow: merge,
  codes: (base: CodesDefinition, mine: CodesDefinition, theirs: CodesDefinition) => merge(base, mine, theirs, byRow),
  document: merge,
} as { [K in Kind]: Merge<Benched[K]> };

export type Saving = "saved" | "waiting" | "saving" | "offline" | "refused";

/** A pause in typing after which a change is saved. */
const pause = 700;
const again = 5_000;

export class Workbench<K extends Kind = Kind> {
  history: History<Benched[K]>;
  saving: Saving = "saved";
  /** When the server last took it. */
  savedAt: number;
  /** Why the server would not take it. */
  refusal: Problem | undefined;
  problems: Problem[];
  /** What others changed in the same place: mine stands until the author says otherwise. */
  conflicts: Conflict[] = [];
  version: number;
  retired: boolean;
  /** Who else saved it last, and when; they may be at it now. */
  other: { name: string; at: number } | undefined;
  private base: Benched[K];
  private rev: number;
  private wait = () => {};
  private busy: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  private constructor(
    readonly kind: K,
    copy: WorkingCopy,
  ) {
    this.base = copy.definition as unknown as Benched[K];
    this.history = History.of(this.base, merges[kind]);
    this.rev = copy.rev;
    this.version = copy.version ?? 0;
    this.retired = copy.retired ?? false;
    this.problems = copy.problems;
    this.see(copy);
    this.savedAt = copy.updatedAt === undefined ? clock.now() : Date.parse(copy.updatedAt);
    window.addEventListener("pagehide", this.leave);
  }

  private readonly leave = (): void => {
    if (this.definition !== this.base) noteUnsaved(this.kind, this.id, this.unsaved);
  };

  private get unsaved(): Unsaved<Benched[K]> {
    return { base: this.base, definition: this.definition };
  }

  /** Fetches the working copy; what an earlier visit could not save any more is put on top of it. */
  static async open<K extends Kind>(kind: K, id: string): Promise<Workbench<K>> {
    const bench = new Workbench(kind, await api.get<WorkingCopy>(`/definitions/${kind}/${encodeURIComponent(id)}`));
    const unsaved = await readUnsaved<Benched[K]>(kind, id);
    if (unsaved) {
      const mine = History.of(unsaved.base, merges[kind]).take({ th: "งานที่ค้างในเครื่อง", en: "Work kept in this device" }, unsaved.definition);
      const { history, conflicts } = mine.join(unsaved.base, bench.base);
      bench.history = history;
      bench.conflicts = conflicts;
      bench.later(0);
    }
    return bench;
  }

  get definition(): Benched[K] {
    return this.history.definition;
  }

  /** Its address among the server's definitions. */
  get path(): string {
    return `/definitions/${this.kind}/${encodeURIComponent(this.id)}`;
  }

  get id(): string {
    return this.base.id;
  }

  private see({ by, updatedAt }: WorkingCopy): void {
    if (!by || updatedAt === undefined) return;
    if (by.account !== session.current?.actor.account) this.other = { name: by.name, at: Date.parse(updatedAt) };
  }

  watch(run: () => void): () => void {
    this.listeners.add(run);
    return () => this.listeners.delete(run);
  }

  private tell(): void {
    for (const run of this.listeners) run();
  }

  /** One step of the author, or more of the last one. */
  take(words: Text, next: Benched[K], further = false): void {
    this.move(this.history.take(words, next, further));
  }

  undo(): void {
    this.move(this.history.undo());
  }

  redo(): void {
    this.move(this.history.redo());
  }

  /** Their value instead of mine. */
  takeTheirs(conflict: Conflict, words: Text, put: (definition: Benched[K], path: string, value: unknown) => Benched[K]): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.take(words, put(this.definition, conflict.path, conflict.theirs));
  }

  keepMine(conflict: Conflict): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.tell();
  }

  /** Somebody else saved: reads it and puts both together. */
  async refresh(): Promise<void> {
    await this.busy;
    await this.meet(await api.get<WorkingCopy>(this.path));
    if (this.definition !== this.base) this.later(0);
    this.tell();
  }

  /** Waits until the server has everything. */
  async settled(): Promise<void> {
    while (this.definition !== this.base || this.busy) {
      await this.save();
      if (this.saving === "offline" || this.saving === "refused")
        throw this.refusal ? new ProblemError(this.refusal, this.refusal.status ?? 422) : new OfflineError();
    }
  }

  /** The page is left: what waits is on its way or kept in this device. */
  close(): void {
    this.wait();
    window.removeEventListener("pagehide", this.leave);
    if (this.definition !== this.base) void this.save();
  }

  private move(history: History<Benched[K]>): void {
    if (history === this.history) return;
    this.history = history;
    this.saving = "waiting";
    void keepUnsaved(this.kind, this.id, this.unsaved);
    this.later(pause);
    this.tell();
  }

  private later(ms: number): void {
    this.wait();
    this.wait = clock.after(ms, () => void this.save());
  }

  private save(): Promise<void> {
    this.busy ??= this.send().finally(() => {
      this.busy = undefined;
      this.tell();
      // Without a session it goes on at signing in.
      if (this.definition !== this.base && this.saving !== "refused" && !session.lost) this.later(this.saving === "offline" ? again : 0);
    });
    return this.busy;
  }

  private async send(): Promise<void> {
    this.wait();
    const sent = this.definition;
    this.saving = "saving";
    this.tell();
    try {
      await this.taken(sent, await api.put<WorkingCopy>(this.path, sent, { headers: { "if-match": String(this.rev) } }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await this.meet(await api.get<WorkingCopy>(this.path).catch(() => undefined));
      else if (waits(error)) this.saving = "offline";
      else [this.saving, this.refusal] = ["refused", (error as ProblemError).problem];
    }
  }

  /** The server has what was sent; an id that it gave is taken over. */
  private async taken(sent: Benched[K], copy: WorkingCopy): Promise<void> {
    const stored = copy.definition as unknown as Benched[K];
    this.rev = copy.rev;
    this.problems = copy.problems;
    this.savedAt = clock.now();
    this.refusal = undefined;
    const changed = JSON.stringify(stored) !== JSON.stringify(sent);
    this.base = changed ? stored : sent;
    if (changed) this.history = this.history.join(sent, stored).history;
    this.saving = this.definition === this.base ? "saved" : "waiting";
    if (this.definition === this.base) await forgetUnsaved(this.kind, this.id);
  }

  private async meet(copy: WorkingCopy | undefined): Promise<void> {
    if (!copy) {
      this.saving = "offline";
      return;
    }
    const theirs = copy.definition as unknown as Benched[K];
    this.version = copy.version ?? 0;
    this.retired = copy.retired ?? false;
    this.see(copy);
    if (copy.rev === this.rev) return;
    const { history, conflicts } = this.history.join(this.base, theirs);
    this.base = theirs;
    this.rev = copy.rev;
    this.history = history;
    this.problems = copy.problems;
    this.conflicts = [...this.conflicts, ...conflicts];
    // Nothing of mine is left to save: the same definition, as the server has it.
    if (JSON.stringify(history.definition) === JSON.stringify(theirs)) this.base = history.definition;
    this.saving = this.definition === this.base ? "saved" : "waiting";
  }
}
