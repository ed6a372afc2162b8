// One working copy on the bench: what it is now, the steps that led there, what is wrong with it, and its way to the server and back.
// It is saved by itself. When somebody else has saved meanwhile, both are put together and nothing of either is overwritten.
import type { FormDefinition, Problem, Text, WorkingCopy } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { clock } from "../ui/clock.js";
import { type Conflict, findField, History, mergeForms } from "./engine.js";
import { forgetUnsaved, keepUnsaved, readUnsaved } from "./unsaved.js";

/** What the author has in hand. */
export type Selection = { what: "form" } | { what: "page"; at: number } | { what: "section"; id: string } | { what: "field"; id: string };

export type Saving = "saved" | "waiting" | "saving" | "offline" | "refused";

/** A pause in typing after which a change is saved. */
const pause = 700;
const again = 5_000;

export class Workbench {
  history: History<FormDefinition>;
  selected: Selection = { what: "form" };
  page = 0;
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
  private base: FormDefinition;
  private rev: number;
  private wait = () => {};
  private busy: Promise<void> | undefined;
  private readonly listeners = new Set<() => void>();

  private constructor(copy: WorkingCopy) {
    this.base = copy.definition as unknown as FormDefinition;
    this.history = History.of(this.base, mergeForms);
    this.rev = copy.rev;
    this.version = copy.version ?? 0;
    this.retired = copy.retired ?? false;
    this.problems = copy.problems;
    this.savedAt = copy.updatedAt === undefined ? clock.now() : Date.parse(copy.updatedAt);
  }

  /** Fetches the working copy; what an earlier visit could not save any more is put on top of it. */
  static async open(id: string): Promise<Workbench> {
    const bench = new Workbench(await api.get<WorkingCopy>(pathOf(id)));
    const unsaved = await readUnsaved(id);
    if (unsaved) {
      const mine = History.of(unsaved.base, mergeForms).take({ th: "งานที่ค้างในเครื่อง", en: "Work kept in this device" }, unsaved.definition);
      const { history, conflicts } = mine.join(unsaved.base, bench.base);
      bench.history = history;
      bench.conflicts = conflicts;
      bench.later(0);
    }
    return bench;
  }

  get form(): FormDefinition {
    return this.history.definition;
  }

  get id(): string {
    return this.base.id;
  }

  watch(run: () => void): () => void {
    this.listeners.add(run);
    return () => this.listeners.delete(run);
  }

  private tell(): void {
    for (const run of this.listeners) run();
  }

  /** One step of the author. */
  take(words: Text, next: FormDefinition): void {
    this.move(this.history.take(words, next));
  }

  undo(): void {
    this.move(this.history.undo());
  }

  redo(): void {
    this.move(this.history.redo());
  }

  select(selection: Selection): void {
    this.selected = selection;
    this.tell();
  }

  turn(page: number): void {
    this.page = page;
    this.tell();
  }

  /** Their value instead of mine. */
  takeTheirs(conflict: Conflict, words: Text, put: (form: FormDefinition, path: string, value: unknown) => FormDefinition): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.take(words, put(this.form, conflict.path, conflict.theirs));
  }

  keepMine(conflict: Conflict): void {
    this.conflicts = this.conflicts.filter((one) => one !== conflict);
    this.tell();
  }

  /** Somebody else saved: reads it and puts both together. */
  async refresh(): Promise<void> {
    await this.busy;
    await this.meet(await api.get<WorkingCopy>(pathOf(this.id)));
    if (this.form !== this.base) this.later(0);
    this.tell();
  }

  /** Waits until the server has everything. */
  async settled(): Promise<void> {
    while (this.form !== this.base || this.busy) {
      await this.save();
      if (this.saving === "offline" || this.saving === "refused")
        throw this.refusal ? new ProblemError(this.refusal, this.refusal.status ?? 422) : new OfflineError();
    }
  }

  /** The page is left: what waits is on its way or kept in this device. */
  close(): void {
    this.wait();
    if (this.form !== this.base) void this.save();
  }

  private move(history: History<FormDefinition>): void {
    if (history === this.history) return;
    this.history = history;
    // What is in hand may have gone with a step back.
    if (this.selected.what === "field" && !findField(this.form, this.selected.id)) this.selected = { what: "form" };
    this.saving = "waiting";
    void keepUnsaved(this.id, { base: this.base, definition: this.form });
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
      if (this.form !== this.base && this.saving !== "refused") this.later(this.saving === "offline" ? again : 0);
    });
    return this.busy;
  }

  private async send(): Promise<void> {
    this.wait();
    const sent = this.form;
    this.saving = "saving";
    this.tell();
    try {
      await this.taken(sent, await api.put<WorkingCopy>(pathOf(this.id), sent, { headers: { "if-match": String(this.rev) } }));
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) await this.meet(await api.get<WorkingCopy>(pathOf(this.id)).catch(() => undefined));
      else if (error instanceof ProblemError && error.status < 500) [this.saving, this.refusal] = ["refused", error.problem];
      else this.saving = "offline";
    }
  }

  /** The server has what was sent; an id that it gave is taken over. */
  private async taken(sent: FormDefinition, copy: WorkingCopy): Promise<void> {
    const stored = copy.definition as unknown as FormDefinition;
    this.rev = copy.rev;
    this.problems = copy.problems;
    this.savedAt = clock.now();
    this.refusal = undefined;
    const changed = JSON.stringify(stored) !== JSON.stringify(sent);
    this.base = changed ? stored : sent;
    if (changed) this.history = this.history.join(sent, stored).history;
    this.saving = this.form === this.base ? "saved" : "waiting";
    if (this.form === this.base) await forgetUnsaved(this.id);
  }

  private async meet(copy: WorkingCopy | undefined): Promise<void> {
    if (!copy) {
      this.saving = "offline";
      return;
    }
    const theirs = copy.definition as unknown as FormDefinition;
    this.version = copy.version ?? 0;
    this.retired = copy.retired ?? false;
    if (copy.rev === this.rev) return;
    const { history, conflicts } = this.history.join(this.base, theirs);
    this.base = theirs;
    this.rev = copy.rev;
    this.history = history;
    this.problems = copy.problems;
    this.conflicts = [...this.conflicts, ...conflicts];
    // Nothing of mine is left to save: the same definition, as the server has it.
    if (JSON.stringify(history.definition) === JSON.stringify(theirs)) this.base = history.definition;
    this.saving = this.form === this.base ? "saved" : "waiting";
  }
}

const pathOf = (id: string): string => `/definitions/form/${encodeURIComponent(id)}`;
