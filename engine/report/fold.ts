// Folds lines into groups and figures, one line at a time: what it holds grows with the groups and not with the lines.
import { evaluate } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import { type Tree, unknown, type Value } from "../expression/tree.js";
import { addsUp, type CompiledChart, type CompiledColumn, type CompiledKey, type CompiledReport } from "./compiled.js";
import { keyOf, type Plain } from "./keys.js";
import { type Said, Tally } from "./tally.js";

/** A record, or a row of it, as expressions read it. */
export interface Line {
  /** Its fields by name; undefined where there is no such name. */
  name(name: string): Value | undefined;
  facts: Facts;
  /** The day of its source, and when its record was made. */
  at: string;
}

/** Lines with the same keys so far. */
export interface Group {
  key: Plain;
  tallies: Tally[];
  /** Of the matrix: by what stands across. */
  across: Map<Plain, Tally>;
  inside: Map<Plain, Group>;
}

/** A picture: figures by what stands along the bottom, and by what it is split by. */
export type Drawn = Map<Plain, Map<Plain, Tally[]>>;

/** Cells at most, so that neither memory nor the reader is asked for too much. */
export const mostCells = 200_000;

const newGroup = (key: Plain, report: CompiledReport): Group => ({ key, tallies: report.columns.map(() => new Tally()), across: new Map(), inside: new Map() });

export class Fold {
  readonly root: Group;
  /** Everything that stands across. */
  readonly acrossKeys = new Set<Plain>();
  /** The lines below a matrix: by column, and over everything. */
  readonly foot: { columns: Map<Plain, Tally[]>; all: Tally[] };
  readonly drawn: Drawn[];
  private readonly drawnFigures: CompiledColumn[][];
  private cells = 0;
  private taken = 0;

  constructor(readonly report: CompiledReport) {
    this.root = newGroup(null, report);
    this.foot = { columns: new Map(), all: report.foot.map(() => new Tally()) };
    this.drawn = report.charts.map(() => new Map());
    this.drawnFigures = report.charts.map((chart) => figuresOf(report, chart));
  }

  /** Whether there are more cells than anybody can read: whoever folds stops then. */
  get full(): boolean {
    return this.cells > mostCells;
  }

  /** Nothing came. */
  get none(): boolean {
    return this.taken === 0;
  }

  /** Takes a line of a source in, unless its source does not want it. */
  add(source: number, line: Line): boolean {
    const { report, root } = this;
    const { where } = report.sources[source]!;
    if (where && read(where, line) !== true) return false;
    this.taken++;
    const key = (one: CompiledKey): Plain => keyOf(one, read(one.trees[source], line));
    const said = report.columns.map((column) => this.says(column, source, line));
    const across = report.across && key(report.across);
    const cell = report.cell && this.says(report.cell, source, line);
    let group = root;
    this.tell(group, said, across, cell, report.keys.length ? addsUp : undefined);
    for (const one of report.keys) {
      const value = key(one);
      const inner = group.inside.get(value) ?? newGroup(value, report);
      if (!group.inside.has(value)) {
        group.inside.set(value, inner);
        this.cells += report.columns.length + 1;
      }
      group = inner;
      this.tell(group, said, across, cell);
    }
    if (across !== undefined) this.below(source, line, across);
    report.charts.forEach((chart, nth) => {
      this.draw(nth, key(chart.x), chart.split ? key(chart.split) : null, source, line);
    });
    return true;
  }

  private says(column: CompiledColumn, source: number, line: Line): Said | undefined {
    const { pick, from, where, of, over } = column;
    if (pick === undefined || !from[source]) return undefined;
    if (pick !== "count" && !of[source]) return undefined;
    if (where[source] && read(where[source], line) !== true) return undefined;
    return { of: read(of[source], line), over: pick === "percent" && over[source] ? read(over[source], line) : true, at: line.at };
  }

  private tell(group: Group, said: (Said | undefined)[], across: Plain | undefined, cell: Said | undefined, only?: (column: CompiledColumn) => boolean): void {
    const { columns, cell: column } = this.report;
    said.forEach((one, nth) => {
      if (one) group.tallies[nth]!.add(columns[nth]!, one);
    });
    if (across === undefined || !column) return;
    this.acrossKeys.add(across);
    if (!cell || (only && !only(column))) return;
    let tally = group.across.get(across);
    if (!tally) {
      tally = new Tally();
      group.across.set(across, tally);
      this.cells++;
    }
    tally.add(column, cell);
  }

  private below(source: number, line: Line, across: Plain): void {
    const { foot } = this.report;
    if (!foot.length) return;
    const tallies = this.foot.columns.get(across) ?? foot.map(() => new Tally());
    this.foot.columns.set(across, tallies);
    foot.forEach((column, nth) => {
      const said = this.says(column, source, line);
      if (!said) return;
      tallies[nth]!.add(column, said);
      this.foot.all[nth]!.add(column, said);
    });
  }

  private draw(nth: number, x: Plain, split: Plain, source: number, line: Line): void {
    const figures = this.drawnFigures[nth]!;
    const drawn = this.drawn[nth]!;
    const by = drawn.get(x) ?? new Map<Plain, Tally[]>();
    drawn.set(x, by);
    let tallies = by.get(split);
    if (!tallies) {
      tallies = figures.map(() => new Tally());
      by.set(split, tallies);
      this.cells += figures.length;
    }
    figures.forEach((column, at) => {
      const said = this.says(column, source, line);
      if (said) tallies[at]!.add(column, said);
    });
  }
}

/** All figures a picture needs: those drawn, and those that derived ones read. In the order in which each comes after what it reads. */
export function figuresOf(report: CompiledReport, { series }: CompiledChart): CompiledColumn[] {
  const lists = [report.columns, report.foot, report.cell ? [report.cell] : []];
  return lists.flatMap((list) => {
    const needed = new Set(series);
    for (const column of [...list].reverse()) if (needed.has(column.name)) for (const name of column.reads) needed.add(name);
    return list.filter(({ name }) => needed.has(name));
  });
}

/** The figures of a line, the derived ones worked out of those before them. */
export function figures(columns: readonly CompiledColumn[], tallies: readonly Tally[], facts: Facts, more: Record<string, Value>): Plain[] {
  const known: Record<string, Value> = { ...more };
  return columns.map((column, nth) => {
    const { derived } = column;
    const value = derived ? evaluate(derived, { facts, name: (name) => (Object.hasOwn(known, name) ? known[name] : undefined) }) : tallies[nth]!.value(column);
    known[column.name] = value === unknown ? null : value;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  });
}

function read(tree: Tree | undefined, line: Line): Value {
  if (!tree) return null;
  const value = evaluate(tree, line);
  return value === unknown ? null : value;
}
