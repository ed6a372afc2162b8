// One form being filled. A state never changes: each answer gives the next one, which shares with it all that stayed as it was.
import type { Problem } from "../../schemas/types.js";
import type { CompiledField, CompiledForm } from "../compile/compiled.js";
import { planOf } from "../compile/plan.js";
import type { Facts } from "../expression/facts.js";
import { type Explained, explain } from "../expression/trace.js";
import type { Tree } from "../expression/tree.js";
import { unknown, type Value } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { asObject } from "../validate/sheet.js";
import { type Builder, buildCell, buildLevel } from "./build.js";
import { type Cell, type Level, rowsOf } from "./cells.js";
import { Change } from "./change.js";
import { factsChange } from "./facts-change.js";
import { columnsGiven } from "./given-rows.js";
import { cellAt, type Place, placeOf } from "./place.js";
import { allProblems, pathOf } from "./problems.js";
import { answerOf, toJson } from "./read.js";

/** A field as it stands: what a screen needs to draw it. */
export interface FieldNode {
  field: CompiledField;
  /** What was typed, or computed; undefined where there is nothing. */
  value: unknown;
  shown: boolean;
  required: boolean;
  /** A formula gives it. */
  computed: boolean;
  /** Nobody types it. */
  readOnly: boolean;
  /** The formula needs a fact that is not known here. */
  unknown: boolean;
  problems: Problem[];
  /** Ids of the rows of a table, in order. */
  rows?: readonly string[];
}

/** Nodes by their cells, which never change: a field that stayed as it was has the node it had. */
const nodes = new WeakMap<Cell, FieldNode>();

export class FormState {
  private constructor(
    private readonly builder: Builder,
    private readonly root: Level,
    private readonly sections: readonly boolean[],
    readonly facts: Facts,
    /** Paths whose nodes differ from the state before. */
    readonly changed: Set<string>,
    /** How many cells and sections the last step worked out. */
    readonly worked: number,
  ) {}

  /** Opens a form. A form without any answer is new and takes its defaults. */
  static open(form: CompiledForm, answers: Record<string, unknown> | null | undefined, facts: Facts): FormState {
    const builder = { form, plan: planOf(form) };
    const given = asObject(answers);
    const root = buildLevel(builder, -1, given, given, isEmpty(given));
    const change = new Change(
      builder,
      root,
      builder.plan.sections.map(() => true),
      { ...facts, partial: true },
    );
    for (const node of form.order) change.wantNode(node);
    return FormState.of(builder, change.run(), { ...facts, partial: true });
  }

  private static of(builder: Builder, change: Change, facts: Facts): FormState {
    return new FormState(builder, change.root, change.sections, facts, change.changed, change.worked);
  }

  get form(): CompiledForm {
    return this.builder.form;
  }

  /** Takes an answer; null or nothing clears it. What nobody types stays as it is. */
  answer(path: readonly string[], value: unknown): FormState {
    const { place, cell } = this.at(path);
    if (this.readOnly(place)) return this;
    return this.step((change) => {
      const next = buildCell(this.builder, place.index, value, cell.before, false);
      const holds = next.inside !== undefined || next.rows !== undefined;
      // What is inside is worked out again; the cell itself keeps its verdict until then.
      change.replace(
        place,
        { ...next, value: holds ? next.value : cell.value, shown: cell.shown, required: cell.required, problems: cell.problems, lacks: cell.lacks },
        holds,
      );
      if (holds) change.wantAll(place);
    });
  }

  /** Adds a row at the end, or at a place; its unanswered fields take their defaults. */
  addRow(path: readonly string[], rowId: string, values: Record<string, unknown> = {}, at?: number): FormState {
    const { place, cell } = this.at(path, "table");
    if (this.fixed(place) || cell.rows!.at.has(rowId)) return this;
    const level = buildLevel(this.builder, place.index, values, {}, true);
    const position = at ?? cell.rows!.ids.length;
    return this.step((change) => {
      change.replace(
        place,
        { ...cell, raw: undefined, rows: rowsOf(cell.rows!.ids.toSpliced(position, 0, rowId), cell.rows!.levels.toArray().toSpliced(position, 0, level)) },
        true,
      );
      for (const child of this.builder.plan.children.get(place.index) ?? []) change.wantAll({ index: child, rows: [...place.rows, rowId] });
    });
  }

  /** Takes a row away. */
  removeRow(path: readonly string[], rowId: string): FormState {
    const { place, cell } = this.at(path, "table");
    const from = cell.rows!.at.get(rowId);
    if (this.fixed(place) || from === undefined) return this;
    return this.step((change) =>
      change.replace(place, { ...cell, rows: rowsOf(cell.rows!.ids.toSpliced(from, 1), cell.rows!.levels.toArray().toSpliced(from, 1)) }, true),
    );
  }

  /** Moves a row to another position. */
  moveRow(path: readonly string[], rowId: string, to: number): FormState {
    const { place, cell } = this.at(path, "table");
    const from = cell.rows!.at.get(rowId);
    if (this.fixed(place) || from === undefined || from === to) return this;
    const moved = <T>(items: readonly T[]): T[] => items.toSpliced(from, 1).toSpliced(to, 0, items[from]!);
    return this.step((change) => change.replace(place, { ...cell, rows: rowsOf(moved(cell.rows!.ids), moved(cell.rows!.levels.toArray())) }, true));
  }

  /** The same answers beside other facts; only who reads what changed is worked out again. */
  withFacts(facts: Facts): FormState {
    const next = { ...facts, partial: true as const };
    const nodes = factsChange(this.form, this.facts, next);
    const change = new Change(this.builder, this.root, this.sections, next);
    for (const node of nodes) change.wantNode(node);
    return FormState.of(this.builder, change.run(), next);
  }

  /** A field at a path of names and row ids. */
  node(path: readonly string[]): FieldNode {
    const { place, cell } = this.at(path);
    const node = nodes.get(cell) ?? this.nodeOf(place, cell);
    nodes.set(cell, node);
    if (!cell.problems.length) return node;
    // Rows may have moved: only problems say where a field stands.
    const pointer = pathOf(this.builder, this.root, place);
    return { ...node, problems: cell.problems.map((problem) => ({ ...problem, path: `${pointer}${problem.path ?? ""}` })) };
  }

  /** Whether there is a field at a path. */
  has(path: readonly string[]): boolean {
    return placeOf(this.builder.plan, this.form, this.root, path) !== undefined;
  }

  /** Whether a section is shown. */
  shows(section: string): boolean {
    const number = this.builder.plan.sections.findIndex(({ id }) => id === section);
    return number < 0 || this.sections[number]!;
  }

  /** All answers as plain JSON: as typed, computed ones too, hidden ones still there. */
  get answers(): Record<string, unknown> {
    return toJson(this.form, this.builder.plan, -1, this.root);
  }

  /** Everything wrong, in the order of the pages. */
  problems(): Problem[] {
    return allProblems(this.builder, this.root);
  }

  /** How many required fields are still to be answered. */
  missing(): number {
    return this.root.missing;
  }

  /** What an expression comes to at a field, with its reasons. Which one decides what is told by reasons.ts. */
  why(path: readonly string[], tree: Tree): Explained {
    return explain(tree, new Change(this.builder, this.root, this.sections, this.facts).env(this.at(path).place));
  }

  private nodeOf(place: Place, cell: Cell): FieldNode {
    const field = this.form.fields[place.index]!;
    const value = answerOf(this.form, this.builder.plan, place.index, cell);
    return {
      field,
      value: isEmpty(value) ? undefined : value,
      shown: cell.shown,
      required: cell.required,
      computed: field.value !== undefined,
      readOnly: this.readOnly(place),
      unknown: cell.value === unknown,
      problems: [],
      ...(cell.rows ? { rows: cell.rows.ids } : {}),
    };
  }

  private step(make: (change: Change) => void): FormState {
    const change = new Change(this.builder, this.root, this.sections, this.facts);
    make(change);
    return FormState.of(this.builder, change.run(), this.facts);
  }

  private at(path: readonly string[], type?: "table"): { place: Place; cell: Cell } {
    const place = placeOf(this.builder.plan, this.form, this.root, path);
    if (!place || (type && this.form.fields[place.index]!.type !== type)) throw new RangeError(`This form has no ${type ?? "field"} at ${path.join("/")}`);
    return { place, cell: cellAt(this.builder.plan, this.root, place)! };
  }

  // Whose rows are given, or all of whose values are.
  private fixed(place: Place): boolean {
    return this.form.fields[place.index]!.rows !== undefined || this.readOnly(place);
  }

  // Computed fields, all inside a computed table, columns that are given with their rows, and what an action writes.
  private readOnly({ index }: Place): boolean {
    const field = this.form.fields[index]!;
    const rows = this.form.fields[field.parent]?.rows;
    if (rows && columnsGiven(rows).has(field.name)) return true;
    return !kinds[field.type].byPeople || this.builder.plan.chain[index]!.some((one) => this.form.fields[one]!.value !== undefined);
  }
}

export type { Explained, Value };

/** Opens a form with answers (none: a new form, which takes its defaults) and facts, which may be incomplete. */
export function openForm(form: CompiledForm, answers: Record<string, unknown> | null | undefined, facts: Facts): FormState {
  return FormState.open(form, answers, facts);
}
