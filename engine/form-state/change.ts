// One step of a form state: what was touched is worked out again, then whoever reads what came out otherwise, and nobody else.
// Values first, in the order in which they read each other; then what is required and wrong, which nobody reads.
import type { Dependant } from "../compile/compiled.js";
import type { Env } from "../expression/evaluate.js";
import { evaluate } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import { unknown, type Value } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { rowKey } from "../fields/table.js";
import { judge, shows, worth } from "../validate/judge.js";
import { type Builder, buildRows } from "./build.js";
import type { Cell, Level, Rows } from "./cells.js";
import { giveRows } from "./given-rows.js";
import { cellAt, keyOf, type Place, putCell } from "./place.js";
import { Queue } from "./queue.js";
import { seen } from "./read.js";
import { alike, sameProblems } from "./same.js";

export class Change {
  /** Paths whose nodes came out otherwise. */
  readonly changed = new Set<string>();
  /** How many cells and sections were worked out: their values, and their problems. */
  worked = 0;
  private readonly queue = new Queue();
  private readonly toJudge = new Map<string, Place>();

  constructor(
    private readonly builder: Builder,
    public root: Level,
    public sections: readonly boolean[],
    private readonly facts: Facts,
  ) {}

  cell(place: Place): Cell | undefined {
    return cellAt(this.builder.plan, this.root, place);
  }

  /** Replaces a cell and has it, and whoever reads it, worked out. */
  replace(place: Place, cell: Cell, rows = false): void {
    this.put(place, cell);
    this.want(place);
    if (rows) this.tell(place, true);
  }

  /** Has a place that was made anew worked out, and whatever is inside it. */
  wantAll(place: Place): void {
    this.want(place);
    this.changed.add(this.key(place));
    for (const child of this.builder.plan.children.get(place.index) ?? []) for (const inner of this.spread(child, place.rows)) this.wantAll(inner);
  }

  /** Has a field or a section worked out, in every row. */
  wantNode(node: number): void {
    if (node >= this.builder.form.fields.length) this.queue.add(this.builder.plan.rank[node]!, `#${node}`, { index: node, rows: [] });
    else for (const place of this.spread(node, [])) this.want(place);
  }

  /** Works everything out. */
  run(): this {
    for (let places = this.queue.take(); places; places = this.queue.take()) for (const place of places) this.compute(place);
    for (const place of this.toJudge.values()) this.judge(place);
    return this;
  }

  /** The names an expression of this place may read. */
  env(place: Place): Env {
    const { form, plan } = this.builder;
    return {
      facts: this.facts,
      name: (name) => {
        for (let parent = form.fields[place.index]?.parent ?? -1; ; parent = form.fields[parent]!.parent) {
          const index = plan.names.get(parent)?.get(name);
          const found = index === undefined ? undefined : this.cell({ index, rows: place.rows.slice(0, plan.tables[index]!.length) });
          if (found) return seen(form, plan, index!, found);
          if (parent < 0) return undefined;
        }
      },
    };
  }

  private want(place: Place): void {
    this.queue.add(this.builder.plan.rank[place.index]!, this.key(place), place);
    this.toJudge.set(this.key(place), place);
  }

  private key(place: Place): string {
    return keyOf(this.builder.form, this.builder.plan, place);
  }

  private put(place: Place, cell: Cell): void {
    this.root = putCell(this.builder.plan, this.root, place, cell);
    this.changed.add(this.key(place));
  }

  private compute(place: Place): void {
    const { form } = this.builder;
    this.worked++;
    if (place.index >= form.fields.length) {
      this.computeSection(place.index - form.fields.length);
      return;
    }
    const cell = this.cell(place);
    if (!cell) return;
    const field = form.fields[place.index]!;
    const env = this.env(place);
    const shown = this.around(place) && shows(field, env);
    if (field.type === "group" || field.type === "table") {
      const rows = field.value
        ? this.computeRows(place, cell, shown ? worth(field, undefined, env) : null)
        : field.rows && shown && this.facts.record?.state === undefined
          ? this.withRows(cell, giveRows(this.builder, place.index, cell.rows!, evaluate(field.rows, env)))
          : undefined;
      if (shown !== cell.shown || rows) {
        this.put(place, { ...(rows ?? cell), shown });
        this.tell(place, false);
        if (rows) this.wantAll(place);
      }
      return;
    }
    const raw = cell.follows ? plainDefault(evaluate(field.default!, env)) : cell.raw;
    const value = shown ? worth(field, raw, env) : null;
    if (shown === cell.shown && alike(value, cell.value) && alike(raw as Value, cell.raw as Value)) return;
    const matters = shown !== cell.shown || !alike(value, cell.value);
    this.put(place, { ...cell, raw, shown, value });
    if (matters) this.tell(place, false);
    this.toJudge.set(this.key(place), place);
  }

  private computeSection(number: number): void {
    const { form, plan } = this.builder;
    const shown = shows(plan.sections[number]!, this.env({ index: -1, rows: [] }));
    if (shown === this.sections[number]) return;
    this.sections = this.sections.with(number, shown);
    for (const dependant of form.dependants[form.fields.length + number]!) this.reach(dependant, []);
  }

  // A formula gave other rows than stand there.
  private computeRows(place: Place, cell: Cell, value: Value): Cell | undefined {
    const state = value === unknown ? unknown : null;
    const list = Array.isArray(value) ? value : [];
    if (cell.value === state && alike(list, (computedRows.get(cell.rows!) as Value | undefined) ?? [])) return undefined;
    const rows = buildRows(this.builder, place.index, list, undefined);
    computedRows.set(rows, list);
    return { ...cell, value: state, rows };
  }

  private withRows(cell: Cell, rows: Rows | undefined): Cell | undefined {
    return rows && { ...cell, raw: undefined, rows };
  }

  private around({ index, rows }: Place): boolean {
    const { form, plan } = this.builder;
    const parent = form.fields[index]!.parent;
    if (parent >= 0) return this.cell({ index: parent, rows: rows.slice(0, plan.tables[parent]!.length) })!.shown;
    const section = plan.sectionOf[index]!;
    return section < 0 || this.sections[section]!;
  }

  // Has everybody worked out who reads a place. When only its rows came or went, what stands in the others is as it was.
  private tell(place: Place, onlyRows: boolean): void {
    for (const dependant of this.builder.form.dependants[place.index]!) {
      const inside = this.builder.form.fields[dependant.node]?.parent === place.index && dependant.through === undefined;
      if (!(onlyRows && inside)) this.reach(dependant, place.rows, place.index);
    }
  }

  private reach({ node, rule, through }: Dependant, rows: readonly string[], from = -1): void {
    const { form, plan } = this.builder;
    if (node >= form.fields.length) {
      this.wantNode(node);
      return;
    }
    const [there, here] = [plan.tables[node]!, plan.tables[from] ?? []];
    const most = through === undefined ? Infinity : plan.tables[through]!.length;
    let common = 0;
    while (common < there.length && common < here.length && common < most && there[common] === here[common]) common++;
    for (const place of this.spread(node, rows.slice(0, common))) {
      if (rule) this.toJudge.set(this.key(place), place);
      else this.want(place);
    }
  }

  // The places of a field in every row inside the given ones.
  private spread(node: number, rows: readonly string[]): Place[] {
    const table = this.builder.plan.tables[node]![rows.length];
    if (table === undefined) return [{ index: node, rows }];
    const ids = this.cell({ index: table, rows })?.rows?.ids ?? [];
    return ids.flatMap((id) => this.spread(node, [...rows, id]));
  }

  private judge(place: Place): void {
    const { form } = this.builder;
    const cell = this.cell(place);
    if (!cell) return;
    this.worked++;
    const field = form.fields[place.index]!;
    const { required, problems } = cell.shown ? judge(this.subject(place, cell), this.env(place), "complete") : { required: false, problems: [] };
    const lacks = required && !field.value && kinds[field.type].byPeople && this.empty(cell);
    if (required === cell.required && lacks === cell.lacks && sameProblems(problems, cell.problems)) return;
    this.put(place, { ...cell, required, problems, lacks });
  }

  private subject(place: Place, cell: Cell) {
    const field = this.builder.form.fields[place.index]!;
    const rows = cell.rows && isEmpty(cell.raw) ? cell.rows.ids.map((id) => ({ [rowKey]: id })) : undefined;
    const value = cell.value === unknown ? unknown : cell.inside || cell.rows ? (rows ?? cell.raw ?? {}) : cell.value;
    return { field, value, empty: this.empty(cell), before: cell.before };
  }

  private empty(cell: Cell): boolean {
    if (cell.value === unknown || !(cell.inside || cell.rows)) return cell.value === null;
    return isEmpty(cell.raw) && (cell.inside ? cell.inside.answered === 0 : cell.rows!.ids.length === 0);
  }
}

// What a formula gave, beside the rows made of it.
const computedRows = new WeakMap<object, Value>();

function plainDefault(value: Value): unknown {
  return value === unknown || value === null ? undefined : value;
}
