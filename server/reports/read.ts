// Reads a report: walks its sources, folds their lines, and puts what came out into words.

import type { Facts } from "../../engine/expression/facts.js";
import { reportProblem } from "../../engine/problem/report.js";
import type { Shown } from "../../engine/report/compiled.js";
import { Fold, type Line, mostCells } from "../../engine/report/fold.js";
import type { Plain } from "../../engine/report/keys.js";
import { idsOf, sheetOf } from "../../engine/report/sheet.js";
import { say } from "../../engine/text/text.js";
import { addDays } from "../../engine/thai/day.js";
import type { Problem, ReportView } from "../../schemas/types.js";
import { type LabelContext, referenceLabel } from "../records/labels.js";
import type { Openings } from "../records/opened.js";
import type { RecordDoc } from "../records/subject.js";
import type { AllChosen } from "./chosen.js";
import type { OpenReport } from "./open.js";
import { type Stretch, turn, walk } from "./walk.js";

export interface ReadOrder extends OpenReport {
  chosen: AllChosen;
  openings: Openings;
  today: string;
  /** An instant. */
  now: string;
  language: "th" | "en";
}

interface Limits {
  records: number;
  lines: number;
}

/** What one reading may take: a choice that is too wide is told, with what to choose anew, and not waited for. */
export const readingLimits: Limits = { records: 20_000, lines: 400_000 };
/** Lines folded before others have their turn. */
const linesATurn = 100;
/** References named at once. */
const chunk = 100;

export async function readReport(context: LabelContext, order: ReadOrder, limits = readingLimits): Promise<ReportView> {
  const { compiled, chosen, today } = order;
  const facts: Facts = { today, lookups: {}, labels: {}, codes: await codesOf(context, compiled.codes) };
  const { id, title, description } = compiled.definition;
  const head = { report: { id, title, ...(description === undefined ? {} : { description }) }, parameters: chosen.shown, at: order.now };
  const folded = await foldAll(context, order, facts, limits);
  if ("code" in folded) return { ...head, problem: folded, count: 0, columns: [], lines: [], legend: [], charts: [] };
  const { fold, count } = folded;
  const labels = await labelsFor(context, idsOf(fold), order.language);
  const sheet = sheetOf(fold, chosen.parameters, chosen.period, { language: order.language, facts: { ...facts, labels } });
  return { ...head, count, ...sheet };
}

async function foldAll(context: LabelContext, order: ReadOrder, facts: Facts, limits: typeof readingLimits): Promise<{ fold: Fold; count: number } | Problem> {
  const { compiled, forms, scopes, chosen } = order;
  const { period, organization } = chosen;
  const fold = new Fold(compiled);
  const more = {
    period: period ?? { from: null, to: null },
    parameters: Object.fromEntries(chosen.parameters.map(({ name, fact }) => [name, fact])),
  };
  // Of one source all lines of a stretch of days; how many records there were, or that there are too many.
  const take = async (nth: number, period: Stretch | undefined, left: Limits, add: (line: Line) => void): Promise<{ records: number; full?: true }> => {
    const form = forms[nth]!;
    const source = compiled.sources[nth]!;
    let records = 0;
    const from = within(context, scopes[nth]!, organization);
    for await (const walked of walk(context, { source, form, scopes: from, period, organization, facts, more, openings: order.openings })) {
      left.lines -= walked.lines.length;
      if (--left.records < 0 || left.lines < 0) return { records, full: true };
      records++;
      for (const [at, line] of walked.lines.entries()) {
        add(line);
        if (at % linesATurn === linesATurn - 1) await turn();
      }
      if (fold.full) return { records };
    }
    return { records };
  };
  let count = 0;
  const left = { ...limits };
  const earlier = { ...limits };
  for (const [nth, source] of compiled.sources.entries()) {
    const covered = source.between && chosen.parameters.find(({ name }) => name === source.between!.parameter)?.period;
    const taken = await take(nth, covered, left, (line) => fold.add(nth, line));
    count += taken.records;
    if (taken.full) return reportProblem("report.too-many-records", { limit: count });
    if (source.brought && covered) {
      const before = await take(nth, { to: addDays(covered.from, -1) }, earlier, (line) => fold.addBefore(nth, line));
      if (before.full) return reportProblem("report.long-history", { limit: before.records });
    }
    if (fold.full) return reportProblem("report.too-large", { limit: mostCells });
  }
  return { fold, count };
}

/** The scopes that hold records of an organization: itself where the reader reaches it from above. */
function within({ snapshot }: LabelContext, scopes: readonly string[], organization: string | undefined): string[] {
  if (organization === undefined) return [...scopes];
  const unit = snapshot.unit(organization);
  const narrowed = scopes.flatMap((scope) => {
    if (scope.startsWith("account:")) return [scope];
    if (unit.includes(scope)) return [organization];
    return snapshot.unit(scope).includes(organization) ? [scope] : [];
  });
  return [...new Set(narrowed)];
}

async function codesOf({ definitions, snapshot }: LabelContext, lists: readonly string[]): Promise<Facts["codes"]> {
  const names = [...new Set([...lists, "holidays"])];
  const rows = await Promise.all(names.map((list) => definitions.rows(snapshot.owner, list)));
  return Object.fromEntries(names.flatMap((name, nth) => (rows[nth] ? [[name, rows[nth]!]] : [])));
}

/** Words for the people, organizations and records that are keys. */
async function labelsFor(context: LabelContext, found: { shown: Shown; values: Plain[] }[], language: "th" | "en"): Promise<Record<string, string>> {
  const { snapshot, storage } = context;
  const labels: Record<string, string> = {};
  const records = new Map<string, string | undefined>();
  for (const { shown, values } of found) {
    const type = shown.as === "field" ? shown.type : shown.as;
    for (const id of values) {
      if (typeof id !== "string" || id === "") continue;
      if (type === "reference") records.set(id, shown.as === "field" ? shown.options.form : undefined);
      // A computed answer, or an expression, may be a person or a place.
      const named = ["person", "organization", "position", "computed", "text"].includes(type);
      const text = named ? (snapshot.people.get(id)?.name ?? snapshot.organizations.get(id)?.name ?? snapshot.positions.get(id)?.title) : undefined;
      if (text !== undefined) labels[id] = say(text, language);
    }
  }
  const ids = [...records.keys()];
  for (let at = 0; at < ids.length; at += chunk) {
    for (const record of await storage.getMany<RecordDoc>("records", ids.slice(at, at + chunk)))
      if (record.owner === snapshot.owner && record.form === (records.get(record.id) ?? record.form)) labels[record.id] = await referenceLabel(context, record);
    await turn();
  }
  return labels;
}
