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
import { addDays, bangkokDate } from "../../engine/thai/date.js";
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
  period: Period | undefined;
  organization: string | undefined;
  /** Facts that every line has: today, the rows of code lists. */
  facts: Facts;
  /** What expressions read beside the fields. */
  more: Record<string, unknown>;
  openings: Openings;
}

type Answers = Record<string, unknown>;
export interface Walked {
  record: RecordDoc;
  lines: Line[];
}

const page = 50;

/** Every record of a source, each once, with its lines. */
export async function* walk(context: LabelContext, order: WalkOrder): AsyncGenerator<Walked> {
  const { form, source, period, scopes } = order;
  const by = source.between?.indexed && period ? source.between.field : undefined;
  const range = by && period ? { from: period.from, to: addDays(period.to, 1) } : {};
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
  const day = source.between && answers[source.between.field];
  if (source.between && order.period && !(typeof day === "string" && day >= order.period.from && day <= order.period.to)) return undefined;
  return { record, lines: linesOf(context, order, record, own, answers, typeof day === "string" ? day : "") };
}

function linesOf(context: LabelContext, order: WalkOrder, record: RecordDoc, own: CompiledForm, answers: Answers, day: string): Line[] {
  const { form, source, more } = order;
  const { snapshot } = context;
  const place = organizationFact(snapshot, record.organization);
  const facts: Facts = { ...order.facts, author: storedAuthor(snapshot, record, order.facts.today), ...(place ? { organization: place } : {}) };
  const number = numberOf(own, answers);
  const known: Answers = { ...more, record: { id: record.id, state: record.state, date: bangkokDate(record.createdAt), number: number ?? null } };
  const { top, inside } = namesOf(form, source.rows);
  const at = `${day} ${record.createdAt} ${record.id}`;
  const line = (row: Answers | undefined): Line => ({
    facts,
    at,
    name: (name) => {
      if (row && inside.has(name)) return toValue(row[name]);
      if (top.has(name)) return toValue(answers[name]);
      return Object.hasOwn(known, name) ? toValue(known[name]) : undefined;
    },
  });
  if (source.rows === undefined) return [line(undefined)];
  const rows = answers[source.rows];
  return Array.isArray(rows) ? rows.filter(isPlain).map(line) : [];
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
