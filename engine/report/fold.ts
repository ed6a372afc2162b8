// Folds lines into groups and figures, one line at a time: what it holds grows with the groups and not with the lines.
// Lines from before the period are folded beside them, for the balances that begin with them.
import { evaluate } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import { type Tree, unknown, type Value } from "../expression/tree.js";
import { addsUp, type CompiledChart, type CompiledColumn, type CompiledKey, type CompiledReport } from "./compiled.js";
import { keyOf, type Plain } from "./keys.js";
import { type Balances, balanced } from "./running.js";
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
  /** The same of the lines from before the period: only what balances read. */
  readonly before: Group;
  /** Everything that stands across. */
  readonly acrossKeys = new Set<Plain>();
  /** The lines below a matrix: by column, and over everything. */
  readonly foot: { columns: Map<Plain, Tally[]>; all: Tally[] };
  readonly drawn: Drawn[];
  private readonly drawnFigures: CompiledColumn[][];
  private readonly inBalances: ReadonlySet<CompiledColumn>;
  private cells = 0;
  private taken = 0;

  constructor(readonly report: CompiledReport) {
    this.root = newGroup(null, report);
    this.before = newGroup(null, report);
    this.inBalances = new Set(
      neededFor(
        report.columns,
        report.columns.flatMap(({ running, name }) => (running ? [name] : [])),
      ),
    );
    this.foot = { columns: new Map(), all: report.foot.map(() => new Tally()) };
    this.drawn = report.charts.map(() => new Map());
    this.drawnFigures = report.charts.map((chart) => figuresOf(report, chart));
  }

  /** Whether there are more cells than anybody can read: whoever folds stops then. */
  get full(): boolean {
    return this.cells > mostCells;
  }

  /** Nothing came of the period itself. */
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
      group = this.inner(group, key(one));
      this.tell(group, said, across, cell);
    }
    if (across !== undefined) this.below(source, line, across);
    report.charts.forEach((chart, nth) => {
      this.draw(nth, key(chart.x), chart.split ? key(chart.split) : null, source, line);
    });
    return true;
  }

  /** Takes in a line from before the period. */
  addBefore(source: number, line: Line): void {
    const { report } = this;
    const { where } = report.sources[source]!;
    if (where && read(where, line) !== true) return;
    const said = report.columns.map((column) => (this.inBalances.has(column) ? this.says(column, source, line) : undefined));
    let group = this.before;
    for (const one of report.keys) group = this.inner(group, keyOf(one, read(one.trees[source], line)));
    this.tell(group, said, undefined, undefined);
  }

  /** The group of a key inside another, made when it is new. */
  private inner(group: Group, key: Plain): Group {
    const found = group.inside.get(key);
    if (found) return found;
    const made = newGroup(key, this.report);
    group.inside.set(key, made);
    this.cells += this.report.columns.length + 1;
    return made;
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
  return [report.columns, report.foot, report.cell ? [report.cell] : []].flatMap((list) => neededFor(list, series));
}

/** Of a list of figures those of these names, and what they are worked out of. */
export function neededFor(list: readonly CompiledColumn[], names: readonly string[]): CompiledColumn[] {
  const needed = new Set(names);
  for (const column of [...list].reverse()) if (needed.has(column.name)) for (const name of column.reads) needed.add(name);
  return list.filter(({ name }) => needed.has(name));
}

/** The figures of a line, the derived ones worked out of those before them. Balances are moved on by it; a line that has none of them (a total) leaves them out. */
export function figures(
  columns: readonly CompiledColumn[],
  tallies: readonly Tally[],
  facts: Facts,
  more: Record<string, Value>,
  balances?: Balances,
): Plain[] {
  const known: Record<string, Value> = { ...more };
  return columns.map((column, nth) => {
    const { derived, running } = column;
    const said = derived ? evaluate(derived, { facts, name: (name) => (Object.hasOwn(known, name) ? known[name] : undefined) }) : tallies[nth]!.value(column);
    const value = running ? balanced(balances, column.name, said) : said;
    known[column.name] = value === unknown ? null : value;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  });
}

function read(tree: Tree | undefined, line: Line): Value {
  if (!tree) return null;
  const value = evaluate(tree, line);
  return value === unknown ? null : value;
}
