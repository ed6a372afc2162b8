// Walks the records of a source: by index where the form sorts by the day, in pages, only those that the reader may list,
// sensitive answers taken out unless the reader may see them. Between pages and long tables others have their turn.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { toValue } from "../../engine/expression/value.js";
import { isPlain } from "../../engine/record/place.js";
import { answersIn, viewOf } from "../../engine/record/rows.js";
import type { CompiledSource } from "../../engine/report/compiled.js";
import type { Line } from "../../engine/report/fold.js";
import type { Period } from "../../engine/report/period.js";
import { addDays, bangkokDate, isDay } from "../../engine/thai/date.js";
import { numberOf } from "../../engine/workflow/record-fact.js";
import type { FormRecord } from "../../schemas/types.js";
import type { LabelContext } from "../records/labels.js";
import { mask } from "../records/masking.js";
import type { Openings } from "../records/opened.js";
import { organizationFact, storedAuthor } from "../records/people-facts.js";
import { formsOf, type RecordDoc, recordSubject } from "../records/subject.js";

export interface WalkOrder {
  source: CompiledSource;
  /** The newest form. */
  form: CompiledForm;
  scopes: string[];
  /** Without `from`: everything up to its end. */
  period: Stretch | undefined;
  organization: string | undefined;
  /** Facts that every line has: today, the rows of code lists. */
  facts: Facts;
  /** What expressions read beside the fields. */
  more: Record<string, unknown>;
  openings: Openings;
}

/** The days whose records are read; without a first one, from the beginning. */
export type Stretch = Partial<Pick<Period, "from">> & Pick<Period, "to">;

type Answers = Record<string, unknown>;
export interface Walked {
  record: RecordDoc;
  lines: Line[];
}

const page = 50;
/** Days of one record that are lines at most. */
const mostDays = 3_660;

/** Every record of a source, each once, with its lines. */
export async function* walk(context: LabelContext, order: WalkOrder): AsyncGenerator<Walked> {
  const { form, source, period, scopes } = order;
  const by = source.between?.indexed && period ? source.between.field : undefined;
  const range = by && period ? rangeOf(source, period) : {};
  // A record that changes while we walk comes by again.
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const found = await context.storage.list<RecordDoc>("records", {
      view: viewOf(form.owner, form.id, undefined, by),
      scopes,
      k1: "",
      ...range,
      limit: page,
      ...(after === undefined ? {} : { after }),
    });
    for (const record of found.items) {
      if (seen.has(record.id)) continue;
      seen.add(record.id);
      const walked = await read(context, order, record);
      if (walked) yield walked;
    }
    after = found.next;
    await turn();
  } while (after !== undefined);
}

/** Where in the index the records of a period stand: a record that lasts may begin before it. */
function rangeOf({ between }: CompiledSource, { from, to }: Stretch): { from?: string; to: string } {
  const { to: last, longest } = between!;
  const first = from !== undefined && last !== undefined ? longest && addDays(from, 1 - longest) : from;
  return { ...(first ? { from: first } : {}), to: addDays(to, 1) };
}

/** Lets others have their turn. */
export const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

async function read(context: LabelContext, order: WalkOrder, record: RecordDoc): Promise<Walked | undefined> {
  const { source, form, organization } = order;
  if (source.states && !source.states.includes(record.state)) return undefined;
  if (organization !== undefined && !record.unit.includes(organization)) return undefined;
  const { own } = await formsOf(context.definitions, record);
  const subject = recordSubject(record, form, own);
  if (!context.may(context.actor, "record.list", subject).allowed) return undefined;
  let open: FormRecord = record;
  if (source.sensitive) {
    if (context.may(context.actor, "record.sensitive", subject).allowed) await order.openings.note(context.actor, record, own);
    else open = mask(own, record).record;
  }
  let answers: Answers = answersIn(form, open, own);
  // A field that became sensitive since is so in old records too.
  if (open !== record) answers = mask(form, { ...open, answers }).record.answers as Answers;
  const days = daysOf(source, order.period, answers);
  return days && { record, lines: linesOf(context, order, record, own, answers, days) };
}

/** The days of a record that lie in the period, or undefined where none does: one, unless it lasts. */
function daysOf({ between }: CompiledSource, period: Stretch | undefined, answers: Answers): string[] | undefined {
  if (!between) return [""];
  const [first, last] = [answers[between.field], answers[between.to ?? between.field]];
  if (!isDay(first) || !isDay(last)) return period ? undefined : [""];
  const from = period?.from !== undefined && period.from > first ? period.from : first;
  const to = period && period.to < last ? period.to : last;
  if (between.to === undefined) return from <= to ? [first] : undefined;
  const days: string[] = [];
  for (let day = from; day <= to && days.length < mostDays; day = addDays(day, 1)) days.push(day);
  return days.length ? days : undefined;
}

function linesOf(context: LabelContext, order: WalkOrder, record: RecordDoc, own: CompiledForm, answers: Answers, days: readonly string[]): Line[] {
  const { form, source, more } = order;
  const { snapshot } = context;
  const place = organizationFact(snapshot, record.organization);
  const facts: Facts = { ...order.facts, author: storedAuthor(snapshot, record, order.facts.today), ...(place ? { organization: place } : {}) };
  const number = numberOf(own, answers);
  const fact = { id: record.id, state: record.state, date: bangkokDate(record.createdAt), number: number ?? null };
  const { top, inside } = namesOf(form, source.rows);
  const line = (row: Answers | undefined, nth: number): Line => {
    const known: Answers = { ...more, record: source.between?.to === undefined ? fact : { ...fact, day: days[nth], first: nth === 0 } };
    return {
      facts,
      at: `${days[nth] ?? days[0]} ${record.createdAt} ${record.id}`,
      name: (name) => {
        if (row && inside.has(name)) return toValue(row[name]);
        if (top.has(name)) return toValue(answers[name]);
        return Object.hasOwn(known, name) ? toValue(known[name]) : undefined;
      },
    };
  };
  if (source.rows === undefined) return days.map((_, nth) => line(undefined, nth));
  const rows = answers[source.rows];
  return Array.isArray(rows) ? rows.filter(isPlain).map((row) => line(row, 0)) : [];
}

const names = new WeakMap<CompiledForm, Map<string, { top: Set<string>; inside: Set<string> }>>();

/** Names of the fields of a form, and of the columns of a table of it. */
function namesOf(form: CompiledForm, rows: string | undefined): { top: Set<string>; inside: Set<string> } {
  const kept = names.get(form) ?? new Map();
  names.set(form, kept);
  const key = rows ?? "";
  if (!kept.has(key)) {
    const table = form.fields.findIndex(({ parent, name }) => parent < 0 && name === rows);
    const within = (parent: number) => new Set(form.fields.filter((field) => field.parent === parent).map(({ name }) => name));
    kept.set(key, { top: within(-1), inside: rows === undefined || table < 0 ? new Set<string>() : within(table) });
  }
  return kept.get(key)!;
}
