// One form being filled, without the screen: the engine's form state, half-typed text, problems from elsewhere, and what may be said aloud.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { rowKey } from "../../engine/fields/table.js";
import { type FormState, openForm } from "../../engine/form-state/form-state.js";
import type { DraftEdit, Problem } from "../../schemas/types.js";
import type { Answered, FieldNode } from "../fields/field-element.js";
import type { RowsChanged } from "../fields/table-field.js";
import { fieldPath, screenPath } from "./paths.js";

/** What to open a form with. */
export interface Opening {
  form: CompiledForm;
  facts: Facts;
  answers: Record<string, unknown>;
  typed?: Record<string, string> | undefined;
  /** Sections that may be changed now; absent means all. */
  editable?: readonly string[] | undefined;
  /** Fields whose answers this person does not see; they are left out. */
  masked?: readonly string[] | undefined;
}

/** A problem and the field it belongs to; no path when it is about the whole. */
export interface Placed {
  problem: Problem;
  path: string;
}

export class FormModel {
  readonly form: CompiledForm;
  state: FormState;
  typed: Record<string, string>;
  /** Sending was tried: every problem may be shown. */
  tried = false;
  private readonly left = new Set<string>();
  private readonly typedProblems = new Map<string, Problem>();
  private readonly told = new Map<string, Problem[]>();
  private readonly locked: ReadonlySet<string>;
  private readonly masked: ReadonlySet<string>;

  constructor({ form, facts, answers, typed = {}, editable, masked }: Opening) {
    this.form = form;
    this.state = openForm(form, answers, facts);
    this.typed = typed;
    this.masked = new Set(masked);
    const sections = form.pages.flatMap((page) => page.sections);
    this.locked = new Set(editable ? sections.filter(({ id }) => !editable.includes(id)).flatMap(({ fields }) => fields.map((i) => form.fields[i]!.name)) : []);
  }

  node(path: string): FieldNode {
    const node = this.state.node(path.split("/"));
    if (this.isMasked(path)) return { ...node, shown: false, required: false, problems: [] };
    return this.locked.has(topOf(path)) ? { ...node, readOnly: true } : node;
  }

  private isMasked(path: string): boolean {
    return this.masked.has(topOf(path));
  }

  /** Takes an answer; gives back what the draft has to keep. */
  answer({ path, value, typed, problem }: Answered): DraftEdit[] {
    const before = this.state;
    const { [path]: _, ...others } = this.typed;
    this.typed = typed === undefined ? others : { ...others, [path]: typed };
    if (problem) this.typedProblems.set(path, problem);
    else this.typedProblems.delete(path);
    this.told.delete(path);
    if (value === null && isNothing(this.node(path).value)) return [];
    this.state = before.answer(path.split("/"), value);
    return [value === null ? { path } : { path, to: value }];
  }

  /** How many problems stand beside those of the form's own state: of half-typed text, and the server's. */
  get loose(): number {
    return this.typedProblems.size + this.told.size;
  }

  /** Everything people have answered, defaults too, for the first save of a new draft. */
  given(): DraftEdit[] {
    return Object.entries(this.state.answers)
      .filter(([name]) => !this.state.node([name]).readOnly)
      .map(([path, to]) => ({ path, to }));
  }

  /** A row of a table comes, goes or is back. */
  rows({ path, add, remove, restore }: RowsChanged): DraftEdit[] {
    const parts = path.split("/");
    if (add) this.state = this.state.addRow(parts, add);
    else if (remove) this.state = this.state.removeRow(parts, remove);
    else if (restore) {
      const { [rowKey]: id, ...values } = restore.row;
      this.state = this.state.addRow(parts, String(id), values, restore.at);
    }
    return [{ path, to: this.node(path).value }];
  }

  /** Answers from another window. */
  take(edits: readonly DraftEdit[]): void {
    const changed = new Set<string>();
    for (const { path, to } of edits) {
      this.state = this.state.answer(path.split("/"), to ?? null);
      for (const one of this.state.changed) changed.add(one);
    }
    this.lastChanged = changed;
  }

  private lastChanged: Set<string> | undefined;

  /** Paths of the screen whose nodes the last step changed. */
  changed(): Set<string> {
    const changed = this.lastChanged ?? this.state.changed;
    this.lastChanged = undefined;
    return changed;
  }

  withFacts(facts: Facts): void {
    this.state = this.state.withFacts(facts);
  }

  /** The person left a field: its problems may be shown. */
  leave(path: string): boolean {
    if (this.left.has(path)) return false;
    this.left.add(path);
    return true;
  }

  loud(path: string): boolean {
    return this.tried || this.left.has(path);
  }

  /** Problems from elsewhere that stand under a field. Half-typed text is complained of once its field was left. */
  extra(path: string): Problem[] | undefined {
    const typed = this.typedProblems.get(path);
    const told = this.told.get(path) ?? [];
    const all = typed && this.loud(path) ? [typed, ...told] : told;
    return all.length ? all : undefined;
  }

  /** The server refused: its problems go to their fields until these are answered anew. Gives back those without a field. */
  refuse(problems: readonly Problem[]): Problem[] {
    this.told.clear();
    const rest: Problem[] = [];
    for (const problem of problems) {
      const path = problem.path === undefined ? "" : fieldPath(screenPath(problem.path, this.state.answers), this.form);
      if (path) this.told.set(path, [...(this.told.get(path) ?? []), problem]);
      else rest.push(problem);
    }
    return rest;
  }

  /** Everything that stands against sending (`refuse`) or should be seen before (`warn`), in the order of the form. */
  problems(level: "refuse" | "warn"): Placed[] {
    const own = this.state.problems().map((problem) => ({ problem, path: screenPath(problem.path ?? "", this.state.answers) }));
    const typed = [...this.typedProblems].map(([path, problem]) => ({ problem, path }));
    const told = [...this.told].flatMap(([path, problems]) => problems.map((problem) => ({ problem, path })));
    const half = new Set(typed.map(({ path }) => path));
    // A half-typed required field is one problem, not two; nor is a group one beside what is missing in it.
    const twice = ({ path, problem }: Placed) => problem.code === "field.required" && own.some((one) => one.path.startsWith(`${path}/`));
    return [...typed, ...own.filter((one) => !half.has(one.path) && !this.isMasked(one.path) && !twice(one)), ...told].filter(
      ({ problem }) => (problem.level ?? "refuse") === level,
    );
  }

  /** How many fields are still to be answered or put right. */
  remaining(): number {
    return new Set(this.problems("refuse").map(({ path }) => path)).size;
  }
}

const topOf = (path: string): string => path.split("/")[0]!;
const isNothing = (value: unknown): boolean => value === undefined || value === null;
