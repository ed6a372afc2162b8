// Makes the sheet of what was folded: columns, lines in their order with totals, what the marks mean, and the figures of each picture.
import type { ReportLegend, ReportLine, ReportPicture, ReportViewColumn } from "../../schemas/types.js";
import type { Value } from "../expression/tree.js";
import { say } from "../text/text.js";
import { addsUp, type CompiledColumn, type CompiledKey, type CompiledReport, type Shown } from "./compiled.js";
import { type Fold, figures, figuresOf, type Group } from "./fold.js";
import { allOf, compare, figureWords, isOff, orderOf, type Plain, shortWords, type Words, wordsOf } from "./keys.js";
import type { Chosen, Period } from "./period.js";
import type { Balances } from "./running.js";
import { Tally } from "./tally.js";

export interface Sheet {
  columns: ReportViewColumn[];
  lines: ReportLine[];
  legend: ReportLegend[];
  charts: ReportPicture[];
}

/** Series of a picture at most: more lines than colours can be told apart. */
const mostSeries = 8;
const noAnswer = { th: "ไม่ระบุ", en: "Not said" };
const totalWords = { th: "รวม", en: "Total" };
const balanceWords = { brought: { th: "ยกมา", en: "Brought forward" }, carried: { th: "ยกไป", en: "Carried forward" } };

/** The lines of the innermost groups, and what is carried on after them: it stands below their total. */
interface Innermost {
  rows: ReportLine[];
  carried: ReportLine[];
}

/** Values that still need words: ids by how they are shown. */
export function idsOf(fold: Fold): { shown: Shown; values: Plain[] }[] {
  const { report, root } = fold;
  const found: { shown: Shown; values: Plain[] }[] = report.keys.map(({ shown }) => ({ shown, values: [] }));
  const walk = (group: Group, depth: number): void => {
    for (const [key, inner] of group.inside) {
      found[depth]!.values.push(key);
      walk(inner, depth + 1);
    }
    report.columns.forEach((column, nth) => {
      if (column.pick && !column.numeric) found.push({ shown: column.shown, values: [group.tallies[nth]!.value(column)] });
    });
    if (report.cell && !report.cell.numeric)
      found.push({ shown: report.cell.shown, values: [...group.across.values()].map((tally) => tally.value(report.cell!)) });
  };
  walk(root, 0);
  if (report.across) found.push({ shown: report.across.shown, values: [...fold.acrossKeys] });
  report.charts.forEach(({ x, split }, nth) => {
    found.push({ shown: x.shown, values: [...fold.drawn[nth]!.keys()] });
    if (split) found.push({ shown: split.shown, values: [...fold.drawn[nth]!.values()].flatMap((by) => [...by.keys()]) });
  });
  return found.filter(({ values }) => values.length > 0);
}

/** The sheet in the words of a language. */
export function sheetOf(fold: Fold, chosen: readonly Chosen[], period: Period | undefined, words: Words): Sheet {
  return new Maker(fold, chosen, period, words).make();
}

class Maker {
  private readonly report: CompiledReport;
  private readonly across: Plain[];
  private readonly facts: Record<string, Value>;

  constructor(
    readonly fold: Fold,
    chosen: readonly Chosen[],
    readonly period: Period | undefined,
    readonly words: Words,
  ) {
    this.report = fold.report;
    this.facts = {
      period: period ? { from: period.from, to: period.to } : { from: null, to: null },
      parameters: Object.fromEntries(chosen.map(({ name, fact }) => [name, fact])),
    };
    this.across = this.report.across ? this.ordered(this.report.across, fold.acrossKeys) : [];
  }

  make(): Sheet {
    const { report } = this;
    // Noughts for every day and every option would look like an answer. A balance is one, although nothing happened to it.
    if (this.fold.none) return { columns: [], lines: [], legend: [], charts: [], ...this.unmoved() };
    const { rows, carried } = this.all();
    if (report.keys.length && report.total && rows.length) rows.push(this.line("total", this.fold.root, [this.say(totalWords)]));
    const lines = [...rows, ...carried, ...this.foot()];
    return { columns: this.columns(), lines, legend: this.legend(), charts: report.charts.map((_, nth) => this.picture(nth)) };
  }

  private all(): Innermost {
    const { keys } = this.report;
    const { root } = this.fold;
    if (keys.length === 0) return { rows: [this.line("row", root, [])], carried: [] };
    return keys.length === 1 ? this.innermost(this.valuesOf(root, 0), []) : { rows: this.inside(root, 0, []), carried: [] };
  }

  /** A period in which nothing happened: what was brought is carried on. */
  private unmoved(): Partial<Sheet> {
    if (this.report.keys.length !== 1 || this.fold.before.inside.size === 0) return {};
    const { rows, carried } = this.innermost([], []);
    return { columns: this.columns(), lines: [...rows, ...carried] };
  }

  private say(text: Parameters<typeof say>[0]): string {
    return say(text, this.words.language);
  }

  /** All values of a key that are to be seen, in their order. */
  private ordered(key: CompiledKey, found: Iterable<Plain>): Plain[] {
    const values = [...new Set([...found, ...allOf(key, this.period, this.words.facts)])];
    const orders = new Map(values.map((value) => [value, orderOf(key.shown, value, this.words)]));
    return values.sort((a, b) => compare(orders.get(a)!, orders.get(b)!));
  }

  private keyWords(key: CompiledKey, value: Plain): string {
    return value === null ? this.say(noAnswer) : wordsOf(key.shown, value, this.words);
  }

  private columns(): ReportViewColumn[] {
    const { keys, columns, across, cell } = this.report;
    const { codes } = this.words.facts;
    const figure = (column: CompiledColumn): ReportViewColumn => ({
      name: column.name,
      title: this.say(column.title),
      ...(column.heading === undefined ? {} : { heading: this.say(column.heading) }),
      part: "column",
      ...(column.numeric ? { numeric: true } : {}),
    });
    return [
      ...keys.map(({ name, title }): ReportViewColumn => ({ name, title: this.say(title), part: "group" })),
      // Without groups the first column says what the line is.
      ...(keys.length || !across ? [] : [{ name: "", title: "", part: "group" } as const]),
      ...this.across.map(
        (value): ReportViewColumn => ({
          name: String(value ?? ""),
          title: value === null ? this.say(noAnswer) : shortWords(across!, value, this.period, this.words),
          heading: this.say(across!.title),
          part: "across",
          ...(cell!.numeric ? { numeric: true } : {}),
          ...(across!.by === "day" && typeof value === "string" && isOff(value, codes) ? { off: true } : {}),
        }),
      ),
      ...columns.map(figure),
    ];
  }

  /** The lines inside a group, and its own after them. */
  private inside(group: Group, depth: number, before: Plain[]): ReportLine[] {
    const { keys } = this.report;
    const key = keys[depth]!;
    return this.valuesOf(group, depth).flatMap((one) => {
      if (!one.inside.size) return [];
      const path = [...before, one.key];
      const last = depth + 2 === keys.length;
      const { rows, carried } = last ? this.innermost(this.valuesOf(one, depth + 1), path) : { rows: this.inside(one, depth + 1, path), carried: [] };
      if (key.subtotal && rows.length)
        rows.push(this.line("subtotal", one, [...this.headsOf(before), `${this.say(totalWords)} ${this.keyWords(key, one.key)}`]));
      return [...rows, ...carried];
    });
  }

  /** The groups inside one, in their order. Empty ones only where the value alone is a line: inside others it would be one for each. */
  private valuesOf(group: Group, depth: number): Group[] {
    const key = this.report.keys[depth]!;
    const values = depth === 0 ? this.ordered(key, group.inside.keys()) : this.orderedInside(key, group);
    return values.map(
      (value) => group.inside.get(value) ?? { key: value, tallies: this.report.columns.map(() => new Tally()), across: new Map(), inside: new Map() },
    );
  }

  /** The lines of innermost groups, between what was brought and what is carried on. */
  private innermost(groups: Group[], before: Plain[]): Innermost {
    const balances = this.brought(before);
    const heads = this.headsOf(before);
    const balance = (kind: "brought" | "carried"): ReportLine[] => (balances && this.period ? [this.balanceLine(kind, heads, balances)] : []);
    const opening = balance("brought");
    const rows = this.sorted(groups, before).map((one) => this.line("row", one, this.headsOf([...before, one.key]), [...before, one.key], balances));
    return { rows: [...opening, ...rows], carried: balance("carried") };
  }

  private headsOf(values: readonly Plain[]): string[] {
    return values.map((value, nth) => this.keyWords(this.report.keys[nth]!, value));
  }

  /** Balances as the period finds them: all groups before it, one after another. Nothing when no figure is one. */
  private brought(path: readonly Plain[]): Balances | undefined {
    const { keys, columns } = this.report;
    if (!columns.some(({ running }) => running)) return undefined;
    const balances: Balances = new Map();
    const outer = path.reduce<Group | undefined>((group, value) => group?.inside.get(value), this.fold.before);
    for (const value of outer ? this.orderedInside(keys.at(-1)!, outer) : [])
      figures(columns, outer!.inside.get(value)!.tallies, this.words.facts, this.facts, balances);
    return balances;
  }

  private balanceLine(kind: "brought" | "carried", heads: string[], balances: Balances): ReportLine {
    const { keys, columns } = this.report;
    const values = columns.map(({ running, name }): Plain => (running ? (balances.get(name) ?? 0) : null));
    const crossed = this.across.map(() => null);
    return {
      kind,
      cells: [...heads, this.say(balanceWords[kind]), ...crossed.map(() => ""), ...columns.map((column, nth) => this.cellWords(column, values[nth]!))],
      values: [...keys.map(() => null), ...crossed, ...values],
    };
  }

  private orderedInside(key: CompiledKey, group: Group): Plain[] {
    const orders = new Map([...group.inside.keys()].map((value) => [value, orderOf(key.shown, value, this.words)]));
    return [...orders.keys()].sort((a, b) => compare(orders.get(a)!, orders.get(b)!));
  }

  private sorted(groups: Group[], before: readonly Plain[]): Group[] {
    const { sort, keys, columns } = this.report;
    if (!sort.length) return groups;
    const orderIn = (group: Group): (string | number)[] => {
      const values = figures(columns, group.tallies, this.words.facts, this.facts);
      return sort.map(({ name }) => {
        const at = keys.findIndex((key) => key.name === name);
        if (at >= 0) return orderOf(keys[at]!.shown, [...before, group.key][at] ?? null, this.words);
        const nth = columns.findIndex((column) => column.name === name);
        return orderOf(columns[nth]!.shown, values[nth]!, this.words);
      });
    };
    const orders = new Map(groups.map((group) => [group, orderIn(group)]));
    return groups
      .map((group, at) => ({ group, at }))
      .sort((a, b) => {
        for (const [nth, { descending }] of sort.entries()) {
          const [x, y] = [orders.get(a.group)![nth]!, orders.get(b.group)![nth]!];
          const found = compare(x, y);
          // Nothing stays last, whichever way round.
          if (found) return descending && x !== "\uffff" && y !== "\uffff" ? -found : found;
        }
        return a.at - b.at;
      })
      .map(({ group }) => group);
  }

  private line(kind: ReportLine["kind"], group: Group, heads: string[], keys: Plain[] = [], balances?: Balances): ReportLine {
    const { columns, cell } = this.report;
    const width = Math.max(this.report.keys.length, this.report.across ? 1 : 0);
    const values = figures(columns, group.tallies, this.words.facts, this.facts, balances);
    const totals = kind !== "row" && cell && !addsUp(cell);
    const crossed = this.across.map((value): Plain => (totals ? null : (group.across.get(value)?.value(cell!) ?? null)));
    return {
      kind,
      cells: [
        ...Array.from({ length: width }, (_, nth) => heads[nth] ?? ""),
        ...crossed.map((value) => this.cellWords(cell!, value)),
        ...columns.map((column, nth) => this.cellWords(column, values[nth]!)),
      ],
      values: [...Array.from({ length: width }, (_, nth) => keys[nth] ?? null), ...crossed, ...values],
    };
  }

  private cellWords(column: CompiledColumn, value: Plain): string {
    if (value === null) return "";
    const mark = column.marks && Object.hasOwn(column.marks, String(value)) ? column.marks[String(value)]!.mark : undefined;
    if (mark !== undefined) return mark;
    return typeof value === "number" ? figureWords(value, column.decimals) : wordsOf(column.shown, value, this.words);
  }

  /** The lines below a matrix. */
  private foot(): ReportLine[] {
    const { foot, columns, keys } = this.report;
    const { columns: below, all } = this.fold.foot;
    if (!foot.length) return [];
    const none = () => foot.map(() => new Tally());
    const values = this.across.map((value) => {
      const tallies = below.get(value);
      // A day without lines has no figures, rather than noughts.
      return tallies ? figures(foot, tallies, this.words.facts, this.facts) : foot.map(() => null);
    });
    const whole = figures(foot, all.length ? all : none(), this.words.facts, this.facts);
    const width = Math.max(keys.length, 1);
    return foot.map((column, nth) => {
      const crossed = values.map((one) => one[nth]!);
      // Over everything stands in the first column after the days, when there is one.
      const rest: Plain[] = columns.map((_, at) => (at === 0 ? whole[nth]! : null));
      return {
        kind: "foot",
        cells: [
          ...Array.from({ length: width }, (_, at) => (at === 0 ? this.say(column.title) : "")),
          ...[...crossed, ...rest].map((value) => this.cellWords(column, value)),
        ],
        values: [...Array.from({ length: width }, () => null), ...crossed, ...rest],
      };
    });
  }

  private legend(): ReportLegend[] {
    const { cell, columns } = this.report;
    const marked = [...(cell ? [cell] : []), ...columns].flatMap(({ marks }) => Object.values(marks ?? {}));
    const once = new Map(marked.map(({ mark, title, tone }) => [mark, { mark, title: this.say(title), ...(tone ? { tone } : {}) }]));
    return [...once.values()];
  }

  private picture(nth: number): ReportPicture {
    const chart = this.report.charts[nth]!;
    const drawn = this.fold.drawn[nth]!;
    const needed = figuresOf(this.report, chart);
    const shown = chart.series.map((name) => needed.find((one) => one.name === name)!);
    const xs = this.ordered(chart.x, drawn.keys());
    const splits = chart.split
      ? this.ordered(
          chart.split,
          [...drawn.values()].flatMap((by) => [...by.keys()]),
        ).slice(0, mostSeries)
      : [null];
    // A balance goes from one x to the next.
    const balances = chart.split ? undefined : this.brought([]);
    const along = (split: Plain): Plain[][] =>
      xs.map((x) => {
        const tallies = drawn.get(x)?.get(split);
        return tallies ? figures(needed, tallies, this.words.facts, this.facts, balances) : needed.map(() => null);
      });
    const series = splits.flatMap((split) => {
      const all = along(split);
      return shown.map((column) => {
        const values = all.map((one) => one[needed.indexOf(column)]!).map((value) => (typeof value === "number" ? value : null));
        const title = chart.split ? this.keyWords(chart.split, split) : this.say(column.title);
        return { title, values, texts: values.map((value) => (value === null ? "" : figureWords(value, column.decimals))) };
      });
    });
    const units = new Set(shown.map(({ unit }) => (unit === undefined ? "" : this.say(unit))));
    const [unit = ""] = units.size === 1 ? units : [];
    return {
      type: chart.type,
      title: this.say(chart.title),
      xTitle: this.say(chart.x.title),
      ...(unit ? { unit } : {}),
      ...(chart.stacked ? { stacked: true } : {}),
      x: xs.map((x) => (x === null ? this.say(noAnswer) : shortWords(chart.x, x, this.period, this.words))),
      series,
    };
  }
}
