// Compiles a report beside the forms it reads: every expression parsed and typed, or all its problems at once, each with its place.
import type { FormDefinition, Problem, ReportColumn, ReportDefinition, ReportKey, ReportValue } from "../../schemas/types.js";
import { checkWho } from "../definition/check-access.js";
import { checkDocument } from "../definition/check-document.js";
import type { DefinitionContext } from "../definition/context.js";
import { check, checkResult, type Read, type Scope } from "../expression/check.js";
import { isTree, parse } from "../expression/parse.js";
import type { Tree } from "../expression/tree.js";
import { typeWords } from "../expression/type-words.js";
import { factNames, reservedNames, type Type } from "../expression/types.js";
import { definitionProblem } from "../problem/definition.js";
import { reportProblem } from "../problem/report.js";
import type { CompiledChart, CompiledColumn, CompiledKey, CompiledReport, CompiledSource, PerSource, Shown } from "./compiled.js";
import { neededFor } from "./fold.js";
import { reportFacts, SourceScope } from "./scope.js";

const scalars: readonly Type[] = ["text", "number", "date", "boolean"];
const taken = new Set<string>([...reservedNames, ...factNames, "period", "parameters"]);

/** All problems of a report whose shape is right; none means that it may be saved and published. */
export function checkReport(report: ReportDefinition, context: DefinitionContext): Problem[] {
  return new Compiler(report, context).run().problems;
}

/** The compiled report, or what keeps it from being one. */
export function compileReport(
  report: ReportDefinition,
  forms: Record<string, FormDefinition>,
  context: Omit<DefinitionContext, "forms"> = {},
): CompiledReport | Problem[] {
  const { problems, compiled } = new Compiler(report, { ...context, forms }).run();
  const refusing = problems.filter(({ level }) => level !== "warn");
  return refusing.length ? refusing : compiled;
}

const isPeriod = (type: string): boolean => type !== "organization";
/** The name a source goes by. */
export const sourceName = ({ name, form }: ReportDefinition["sources"][number]): string => name ?? form.replaceAll("-", "_");

class Compiler {
  readonly problems: Problem[] = [];
  readonly codes = new Set<string>();
  private readonly scopes: (SourceScope | undefined)[];
  private readonly names: string[];
  private readonly sensitive: Set<string>[];
  /** Fields read by each source that are sensitive. */
  private readonly secret: Set<string>[];

  constructor(
    readonly report: ReportDefinition,
    readonly context: DefinitionContext,
  ) {
    const { forms = {}, codes } = context;
    this.names = report.sources.map(sourceName);
    const form = (id: string) => (Object.hasOwn(forms, id) ? forms[id] : undefined);
    this.scopes = report.sources.map((source) => {
      const read = form(source.form);
      return read && new SourceScope(source, read, report, codes && Object.keys(codes));
    });
    this.sensitive = report.sources.map((source) => new Set(form(source.form)?.sensitive));
    this.secret = report.sources.map(() => new Set());
  }

  run(): { problems: Problem[]; compiled: CompiledReport } {
    const { report } = this;
    const { group = [], columns = [], matrix, charts = [], sort = [] } = report;
    if (!columns.length && !matrix) this.tell(reportProblem("report.nothing"), "/columns");
    this.access();
    this.parameters();
    this.unlike(this.names, "sources", (at) => `/sources/${at}/name`);
    const wheres = report.sources.map((_, at) => this.source(at));
    const named = [...group, ...(matrix ? [matrix.across, matrix.cell] : []), ...columns, ...(matrix?.foot ?? [])];
    this.unlike(
      named.map(({ name }) => name),
      "group, columns",
      (at) => this.placeOf(named[at]!),
    );
    const keys = group.map((key, at) => this.key(key, `/group/${at}`));
    for (const [at, { subtotal, name }] of group.entries())
      if (subtotal && at === group.length - 1) this.tell(reportProblem("report.subtotal", { name }), `/group/${at}/subtotal`);
    const across = matrix && this.key(matrix.across, "/matrix/across");
    if (matrix && matrix.cell.pick === undefined)
      this.tell(reportProblem("report.cell-picks"), `/matrix/cell/${matrix.cell.running === undefined ? "value" : "running"}`);
    const cell = matrix && this.figures([matrix.cell], () => "/matrix/cell")[0];
    const figures = this.figures(columns, (at) => `/columns/${at}`);
    this.balances(figures);
    const foot = this.figures(matrix?.foot ?? [], (at) => `/matrix/foot/${at}`);
    const sortable = [...keys.map(({ name }) => name), ...figures.map(({ name }) => name)];
    const compiled: CompiledReport = {
      definition: report,
      sources: report.sources.map((_, at) => this.compiledSource(at, wheres[at], figures)),
      keys,
      ...(across ? { across } : {}),
      ...(cell ? { cell } : {}),
      columns: figures,
      foot,
      total: report.total ?? true,
      sort: sort.map((one, at) => {
        const name = one.replace(/^-/, "");
        if (!sortable.includes(name)) this.tell(reportProblem("report.unknown-name", { list: "sort", name, allowed: sortable }), `/sort/${at}`);
        return { name, descending: one.startsWith("-") };
      }),
      charts: charts.map((chart, at) =>
        this.chart(chart, `/charts/${at}`, [...keys, ...(across ? [across] : [])], [...figures, ...(cell ? [cell] : []), ...foot]),
      ),
      codes: [],
    };
    this.document();
    for (const [at, read] of this.secret.entries())
      for (const name of read) this.tell({ ...reportProblem("report.sensitive", { name }), level: "warn" }, `/sources/${at}`);
    return { problems: this.problems, compiled: { ...compiled, codes: [...this.codes] } };
  }

  private tell(problem: Problem, path: string): void {
    this.problems.push({ ...problem, path });
  }

  private unlike(names: readonly string[], list: string, at: (index: number) => string): void {
    for (const [index, name] of names.entries())
      if (names.indexOf(name) !== index) this.tell(definitionProblem("definition.repeated-name", { list, name }), at(index));
  }

  private placeOf(part: ReportKey | ReportColumn): string {
    const { group = [], columns = [], matrix } = this.report;
    if (group.includes(part as ReportKey)) return `/group/${group.indexOf(part as ReportKey)}/name`;
    if (part === matrix?.across) return "/matrix/across/name";
    if (part === matrix?.cell) return "/matrix/cell/name";
    const at = columns.indexOf(part as ReportColumn);
    return at >= 0 ? `/columns/${at}/name` : `/matrix/foot/${matrix?.foot?.indexOf(part as ReportColumn) ?? 0}/name`;
  }

  private access(): void {
    this.problems.push(...checkWho(this.report.access, "/access", this.context.duties));
    for (const [at, name] of this.report.access.entries())
      if (name === "author" || name === "handler") this.tell(reportProblem("report.who", { name }), `/access/${at}`);
  }

  private parameters(): void {
    const { parameters = [] } = this.report;
    this.unlike(
      parameters.map(({ name }) => name),
      "parameters",
      (at) => `/parameters/${at}/name`,
    );
    const organizations = parameters.filter(({ type }) => !isPeriod(type));
    for (const [at, parameter] of parameters.entries()) {
      const { name, type, kinds, optional } = parameter;
      // The address says the language beside the parameters.
      if (name === "language") this.tell(definitionProblem("definition.reserved-name", { name, suggestion: `${name}_` }), `/parameters/${at}/name`);
      if (isPeriod(type) && (kinds || optional !== undefined))
        this.tell(reportProblem("report.kinds", { name }), `/parameters/${at}/${kinds ? "kinds" : "optional"}`);
      if (organizations.indexOf(parameter) > 0) this.tell(reportProblem("report.one-organization", { name }), `/parameters/${at}`);
    }
  }

  /** What a source must keep to besides its expressions; its `where`. */
  private source(at: number): Tree | undefined {
    const source = this.report.sources[at]!;
    const { forms, workflows } = this.context;
    const place = `/sources/${at}`;
    const scope = this.scopes[at];
    if (!scope) {
      if (forms) this.tell(definitionProblem("definition.unknown-form", { name: source.form }), `${place}/form`);
      return undefined;
    }
    const form = forms![source.form]!;
    const states = form.workflow === undefined ? undefined : workflows?.[form.workflow]?.states.map(({ id }) => id);
    for (const [nth, name] of (source.states ?? []).entries())
      if (states && !states.includes(name)) this.tell(reportProblem("report.unknown-state", { name, allowed: states }), `${place}/states/${nth}`);
    if (source.rows !== undefined && scope.table < 0) this.tell(reportProblem("report.not-a-table", { name: source.rows }), `${place}/rows`);
    if (source.between) {
      const { field, parameter } = source.between;
      const periods = (this.report.parameters ?? []).filter(({ type }) => isPeriod(type)).map(({ name }) => name);
      if (!periods.includes(parameter))
        this.tell(reportProblem("report.unknown-parameter", { name: parameter, allowed: periods }), `${place}/between/parameter`);
      if (!isDayOf(scope, field)) this.tell(reportProblem("report.not-a-day", { name: field }), `${place}/between/field`);
      else if (!form.list?.sort?.includes(field))
        this.tell({ ...reportProblem("report.not-indexed", { name: field }), level: "warn" }, `${place}/between/field`);
      this.lasting(at, scope);
    }
    return source.where === undefined ? undefined : this.tree(source.where, scope.scope, ["boolean"], `${place}/where`, at)?.tree;
  }

  /** What a source must keep to whose records last: it has a last day, and a line for each of its days. */
  private lasting(at: number, scope: SourceScope): void {
    const { between, rows } = this.report.sources[at]!;
    const { to, longest } = between!;
    const place = `/sources/${at}/between`;
    if (to === undefined) {
      if (longest !== undefined) this.tell(reportProblem("report.longest-alone"), `${place}/longest`);
      return;
    }
    if (!isDayOf(scope, to)) this.tell(reportProblem("report.not-a-day", { name: to }), `${place}/to`);
    if (rows !== undefined) this.tell(reportProblem("report.days-or-rows", { name: this.names[at]! }), `${place}/to`);
    if (longest === undefined) this.tell({ ...reportProblem("report.any-length", { name: to }), level: "warn" }, `${place}/to`);
  }

  /** Balances follow the calendar: the innermost group is by it, and nothing sorts otherwise. */
  private balances(figures: readonly CompiledColumn[]): void {
    const { group = [], sort = [] } = this.report;
    for (const [at, { running, name }] of figures.entries())
      if (running && (group.at(-1)?.by === undefined || sort.length > 0)) this.tell(reportProblem("report.running", { name }), `/columns/${at}/running`);
    for (const [at, { running, name }] of (this.report.matrix?.foot ?? []).entries())
      if (running !== undefined) this.tell(reportProblem("report.running", { name }), `/matrix/foot/${at}/running`);
  }

  private compiledSource(at: number, where: Tree | undefined, figures: readonly CompiledColumn[]): CompiledSource {
    const source = this.report.sources[at]!;
    const { form, states, between, rows } = source;
    const indexed = between !== undefined && (this.context.forms?.[form]?.list?.sort?.includes(between.field) ?? false);
    const balances = figures.flatMap(({ running, name }) => (running ? [name] : []));
    const brought = between !== undefined && neededFor(figures, balances).some(({ pick, of, from }) => from[at] && (pick === "count" || of[at] !== undefined));
    return {
      name: this.names[at]!,
      form,
      ...(states ? { states } : {}),
      ...(between ? { between: { ...between, indexed } } : {}),
      ...(rows === undefined ? {} : { rows }),
      ...(where ? { where } : {}),
      sensitive: this.secret[at]!.size > 0,
      brought,
    };
  }

  /** One expression, if nothing is wrong with it. */
  private tree(source: string, scope: Scope, allowed: readonly Type[], at: string, nth?: number): { tree: Tree; type: Type; reads: Read[] } | undefined {
    const tree = parse(source);
    if (!isTree(tree)) {
      this.tell(tree, at);
      return undefined;
    }
    const { type, problems, reads } = check(tree, scope);
    const result = problems.length ? undefined : checkResult(type, allowed);
    for (const problem of result ? [...problems, result] : problems) this.tell(problem, at);
    if (problems.length || result) return undefined;
    for (const read of reads) {
      if (read.kind === "codes") this.codes.add(read.path[0]!);
      if (nth !== undefined && read.kind === "field") this.notes(nth, read.level, read.path[0]!);
    }
    return { tree, type, reads };
  }

  /** Whether a field that is read is sensitive: it itself, or the table in whose row it stands. */
  private notes(nth: number, level: number, name: string): void {
    const { rows } = this.report.sources[nth]!;
    const top = rows !== undefined && level === 0 ? rows : name;
    if (this.sensitive[nth]!.has(top)) this.secret[nth]!.add(top);
  }

  /** An expression of each source that it is said for. */
  private perSource(
    value: ReportValue | undefined,
    at: string,
    allowed: readonly Type[],
    wanted: readonly boolean[],
  ): { trees: PerSource; type: Type; shown?: Shown; typed: boolean } {
    const trees: PerSource = this.names.map(() => undefined);
    let shown: Shown | undefined;
    let type: Type | undefined;
    const read = (source: string, nth: number, place: string): void => {
      const scope = this.scopes[nth];
      const found = scope && this.tree(source, scope.scope, allowed, place, nth);
      if (!scope || !found) return;
      trees[nth] = found.tree;
      type ??= found.type;
      shown ??= scope.shown(found.tree, found.type);
    };
    if (typeof value === "string") for (const nth of this.names.keys()) wanted[nth] && read(value, nth, at);
    else if (value)
      for (const [name, source] of Object.entries(value)) {
        const nth = this.names.indexOf(name);
        if (nth < 0) this.tell(reportProblem("report.unknown-source", { name, allowed: this.names }), `${at}/${name}`);
        else read(source, nth, `${at}/${name}`);
      }
    if (shown?.as === "field" && shown.options.codes) this.codes.add(shown.options.codes);
    return { trees, type: type ?? "any", typed: type !== undefined, ...(shown ? { shown } : {}) };
  }

  private key(key: ReportKey, at: string): CompiledKey {
    const { name, title, value, by, all, subtotal } = key;
    const read = this.perSource(
      value,
      `${at}/value`,
      ["any"],
      this.names.map(() => true),
    );
    if (typeof value !== "string") {
      const missing = this.names.filter((one) => !Object.hasOwn(value, one));
      if (missing.length) this.tell(reportProblem("report.source-missing", { name, missing }), `${at}/value`);
    }
    const { type, typed } = read;
    if (typed && type !== "any" && !scalars.includes(type)) this.tell(reportProblem("report.key-type", { name, actual: typeWords(type) }), `${at}/value`);
    const day = type === "date" || type === "any" || (type === "text" && read.shown?.as === "field");
    if (by && typed && !day) this.tell(reportProblem("report.by-needs-day", { name }), `${at}/by`);
    const options = read.shown?.as === "field" && (read.shown.options.options !== undefined || read.shown.options.codes !== undefined);
    const period = this.report.sources.some(({ between }) => between);
    if (all && typed && !(by && period) && !options) this.tell(reportProblem("report.all-unknown", { name }), `${at}/all`);
    if (all === "workdays" && by !== "day") this.tell(reportProblem("report.workdays", { name }), `${at}/all`);
    if (by === "day" || all === "workdays") this.codes.add("holidays");
    const shown: Shown = by ? { as: by } : (read.shown ?? { as: "text" });
    return { name, title, ...(by ? { by } : {}), ...(all ? { all } : {}), subtotal: subtotal ?? false, trees: read.trees, shown };
  }

  private figures(columns: readonly ReportColumn[], place: (at: number) => string): CompiledColumn[] {
    const before: { name: string; type: Type; decimals: number | undefined }[] = [];
    return columns.map((column, at) => {
      const { figure, type } = this.figure(column, place(at), before);
      before.push({ name: column.name, type, decimals: figure.decimals });
      return figure;
    });
  }

  private figure(
    column: ReportColumn,
    at: string,
    before: readonly { name: string; type: Type; decimals: number | undefined }[],
  ): { figure: CompiledColumn; type: Type } {
    const { name, title, heading, unit, marks, pick, value, running } = column;
    if (taken.has(name)) this.tell(definitionProblem("definition.reserved-name", { name, suggestion: `${name}_` }), `${at}/name`);
    if ([pick, value, running].filter((one) => one !== undefined).length !== 1) this.tell(reportProblem("report.pick-or-value", { name }), at);
    const wanted = this.wanted(column, at);
    const common = {
      name,
      title,
      ...(heading === undefined ? {} : { heading }),
      ...(unit === undefined ? {} : { unit }),
      ...(marks ? { marks } : {}),
      from: wanted,
    };
    const none: PerSource = this.names.map(() => undefined);
    if (pick === undefined) {
      const scope: Scope = {
        fields: before.map((one) => ({ name: one.name, type: one.type })) as Scope["fields"],
        lookups: {},
        more: reportFacts(this.report),
      };
      const source = value ?? running;
      const place = `${at}/${value === undefined ? "running" : "value"}`;
      const found = source === undefined ? undefined : this.tree(source, scope, value === undefined ? ["number"] : scalars, place);
      for (const read of found?.reads ?? [])
        if (read.kind === "fact" && ["record", "author", "organization"].includes(read.path[0]!))
          this.tell(reportProblem("report.not-of-a-record", { name, read: read.path[0]! }), place);
      const reads = (found?.reads ?? []).flatMap((read) => (read.kind === "field" ? [read.path[0]!] : []));
      const decimals = column.decimals ?? most(before.filter((one) => reads.includes(one.name)).map((one) => one.decimals));
      const type = running === undefined ? (found?.type ?? "any") : "number";
      const derived = {
        ...common,
        of: none,
        over: none,
        where: none,
        reads,
        numeric: type === "number" || type === "any",
        shown: shownAs(type),
        ...(running === undefined ? {} : { running: true as const }),
        ...digits(decimals),
      };
      return { figure: found ? { ...derived, derived: found.tree } : derived, type };
    }
    for (const keyword of ["of", "over"] as const) {
      const useless = column[keyword] !== undefined && (keyword === "of" ? pick === "count" : pick !== "percent");
      if (useless) this.tell(reportProblem("report.not-for-pick", { name, keyword }), `${at}/${keyword}`);
    }
    if (pick !== "count" && column.of === undefined) this.tell(reportProblem("report.needs-of", { name, pick }), `${at}/of`);
    const amounts: readonly Type[] = pick === "percent" ? ["number", "boolean"] : pick === "sum" || pick === "average" ? ["number"] : scalars;
    const of = this.perSource(column.of, `${at}/of`, amounts, wanted);
    const over = this.perSource(column.over, `${at}/over`, ["number", "boolean"], wanted);
    const where = this.perSource(column.where, `${at}/where`, ["boolean"], wanted);
    const worked = pick === "count" || pick === "sum" || pick === "average" || pick === "percent";
    const decimals = column.decimals ?? (pick === "average" || pick === "percent" ? 2 : pick === "count" ? undefined : decimalsOf(of.shown));
    const type: Type = worked ? "number" : of.type;
    const shown: Shown = worked ? { as: "number" } : (of.shown ?? shownAs(type));
    const numeric = worked || type === "number";
    return { figure: { ...common, pick, of: of.trees, over: over.trees, where: where.trees, reads: [], numeric, shown, ...digits(decimals) }, type };
  }

  /** The sources whose lines count for a column. */
  private wanted({ from }: ReportColumn, at: string): boolean[] {
    if (from !== undefined && !this.names.includes(from)) this.tell(reportProblem("report.unknown-source", { name: from, allowed: this.names }), `${at}/from`);
    return this.names.map((name) => from === undefined || name === from);
  }

  private chart(
    chart: NonNullable<ReportDefinition["charts"]>[number],
    at: string,
    keys: readonly CompiledKey[],
    figures: readonly CompiledColumn[],
  ): CompiledChart {
    const key = (given: string | ReportKey, path: string): CompiledKey => {
      if (typeof given !== "string") return this.key(given, path);
      const found = keys.find(({ name }) => name === given);
      if (!found) this.tell(reportProblem("report.unknown-name", { list: "charts", name: given, allowed: keys.map(({ name }) => name) }), path);
      return found ?? { name: given, title: given, subtotal: false, trees: [], shown: { as: "text" } };
    };
    for (const [nth, name] of chart.series.entries()) {
      const figure = figures.find((one) => one.name === name);
      if (!figure) this.tell(reportProblem("report.unknown-name", { list: "series", name, allowed: figures.map((one) => one.name) }), `${at}/series/${nth}`);
      else if (!figure.numeric) this.tell(reportProblem("report.not-drawn", { name }), `${at}/series/${nth}`);
    }
    if (chart.split !== undefined && chart.series.length > 1) this.tell(reportProblem("report.split-one"), `${at}/series`);
    const x = key(chart.x, `${at}/x`);
    const split = chart.split === undefined ? undefined : key(chart.split, `${at}/split`);
    const balance = neededFor(figures, chart.series).find(({ running }) => running);
    if (balance && (!x.by || split || (this.report.group ?? []).length !== 1))
      this.tell(reportProblem("report.running-drawn", { name: balance.name }), `${at}/series`);
    return { type: chart.type, title: chart.title, x, ...(split ? { split } : {}), series: chart.series, stacked: chart.stacked ?? false };
  }

  private document(): void {
    const template = this.report.document?.template;
    if (template === undefined) return;
    const found = checkDocument({ kind: "document", id: "template", title: "–", template });
    for (const problem of found) this.tell(problem, `/document${problem.path ?? ""}`);
  }
}

const digits = (decimals: number | undefined): { decimals?: number } => (decimals === undefined ? {} : { decimals });
const most = (all: readonly (number | undefined)[]): number | undefined => {
  const said = all.filter((one) => one !== undefined);
  return said.length ? Math.max(...said) : undefined;
};
const shownAs = (type: Type): Shown => ({
  as: type === "date" ? "day" : type === "number" || type === "any" ? "number" : type === "boolean" ? "boolean" : "text",
});

/** Baht have their satang; a number as many as its field says. */
function decimalsOf(shown: Shown | undefined): number | undefined {
  if (shown?.as !== "field") return undefined;
  return shown.type === "money" ? 2 : shown.options.decimals;
}

/** Whether a form has a day of this name, outside its tables. */
function isDayOf({ flat }: SourceScope, name: string): boolean {
  const found = flat.find((one) => one.parent < 0 && one.name === name);
  return found !== undefined && isDayField(found);
}

function isDayField({ type, schema }: { type: string | undefined; schema: { format?: string } }): boolean {
  return type === "date" || (type === "computed" && schema.format === "date");
}
