// Lists of records: a form's, by filter, sort, search and cursor; and the actor's own. Each page costs the same however many there are,
// and every row is asked about again before it is shown.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { checkFilter } from "../../engine/query/check-filter.js";
import type { Filter } from "../../engine/query/filter.js";
import { matches } from "../../engine/query/matches.js";
import { viewOf } from "../../engine/record/rows.js";
import { searchable } from "../../engine/thai/normalise.js";
import type { Actor, RecordRow } from "../../schemas/types.js";
import { refuse } from "../plugins/refusal.js";
import type { Page, Storage } from "../storage/port.js";
import type { LabelContext } from "./labels.js";
import { formsOf, type RecordDoc, recordSubject } from "./subject.js";
import { recordRow, rowByName } from "./words.js";

export interface ListOrder {
  q?: string;
  /** A filter as JSON. */
  filter?: string;
  /** A field, `-` before it for downwards. Unless said, as the form says; else the newest number first where the list sorts by a running number, the newest change elsewhere. */
  sort?: string;
  after?: string;
  limit: number;
  /** With each row that the actor may also read, what the list knows of its answers. */
  answers?: boolean;
}

export interface Listed {
  sort?: string;
  items: RecordRow[];
  next?: string;
}

/** How many times a page is filled up from the store when the filter lets little through. */
const mostRounds = 20;

/** Reads on until the page is full: `next` gives records, `shown` the ones that may be. */
export async function fill(
  limit: number,
  after: string | undefined,
  next: (limit: number, after: string | undefined) => Promise<Page<RecordDoc>>,
  shown: (record: RecordDoc) => Promise<boolean>,
): Promise<{ records: RecordDoc[]; next?: string }> {
  const records: RecordDoc[] = [];
  let cursor = after;
  for (let round = 0; round < mostRounds; round++) {
    const page = await next(limit - records.length, cursor);
    for (const record of page.items) if (await shown(record)) records.push(record);
    cursor = page.next;
    if (cursor === undefined || records.length >= limit) break;
  }
  return { records, ...(cursor === undefined ? {} : { next: cursor }) };
}

/** A page of a form's records within these scopes. */
export async function listForm(context: LabelContext, form: CompiledForm, scopes: string[], order: ListOrder): Promise<Listed> {
  const { storage, actor } = context;
  const filter = readFilter(form, order.filter);
  const shown = async (record: RecordDoc): Promise<boolean> => {
    if (!context.may(actor, "record.list", recordSubject(record, form, (await formsOf(context.definitions, record)).own)).allowed) return false;
    return !filter || matches(filter, { state: record.state, ...rowByName(form, record) });
  };
  const q = order.q === undefined ? "" : searchable(order.q).trim();
  const sort = order.sort ?? usualSort(form);
  const next = q ? searching(storage, form, scopes, q) : listing(storage, form, scopes, filter, sort);
  const found = await fill(order.limit, order.after, next, shown);
  const items = await Promise.all(
    found.records.map(async (record) => {
      const row = await recordRow(context, record, actor);
      const where = q ? foundIn(form, rowByName(form, record), q) : undefined;
      const tells = order.answers === true && (await mayRead(context, actor, record));
      return { ...row, ...(where && { found: where }), ...(tells && { answers: plain(form, (await formsOf(context.definitions, record)).own, record) }) };
    }),
  );
  return { ...(q ? {} : { sort }), items, ...(found.next === undefined ? {} : { next: found.next }) };
}

function usualSort(form: CompiledForm): string {
  if (form.list.usual !== undefined) return form.list.usual;
  const number = form.list.sort?.find((name) => form.fields.some((field) => field.parent < 0 && field.name === name && field.type === "running-number"));
  return number === undefined ? "-updated" : `-${number}`;
}

/** The answers of a row as they are kept, without what is sensitive now or was when it was answered. */
function plain(newest: CompiledForm, own: CompiledForm, record: RecordDoc): Record<string, unknown> {
  const ids = [newest, own].flatMap(({ fields }) => fields.filter(({ sensitive, parent }) => sensitive && parent < 0).map(({ id }) => id));
  const secret = new Set(newest.fields.filter(({ id, parent }) => parent < 0 && ids.includes(id)).map(({ name }) => name));
  return Object.fromEntries(Object.entries(rowByName(newest, record)).filter(([name]) => !secret.has(name)));
}

const around = 40;

/** The first field of the search that holds what was asked for, with the words around it; never a sensitive one. */
function foundIn(form: CompiledForm, row: Record<string, unknown>, text: string): RecordRow["found"] {
  for (const name of form.list.search ?? []) {
    const field = form.fields.find((one) => one.parent < 0 && one.name === name);
    const value = row[name];
    if (!field || field.sensitive || typeof value !== "string") continue;
    // One line, so that places in the compared text are near those in the shown one.
    const words = value.replace(/\s+/g, " ").trim();
    const at = searchable(words).indexOf(text);
    if (at < 0) continue;
    const [from, to] = [Math.max(0, at - around), at + text.length + around];
    return { title: field.title, words: `${from ? "…" : ""}${words.slice(from, to)}${to < words.length ? "…" : ""}` };
  }
  return undefined;
}

const searching = (storage: Storage, form: CompiledForm, scopes: string[], text: string) => (limit: number, after: string | undefined) =>
  storage.search<RecordDoc>("records", { owner: form.owner, groups: [form.id], scopes, text, limit, ...(after === undefined ? {} : { after }) });

function listing(storage: Storage, form: CompiledForm, scopes: string[], filter: Filter | undefined, sort: string) {
  const descending = sort.startsWith("-");
  const by = descending ? sort.slice(1) : sort;
  const allowed = ["updated", ...(form.list.sort ?? [])];
  if (!allowed.includes(by)) refuse(formsProblem("list.unknown-sort", { sort, allowed }, "/sort"));
  const exact = filter && exactly(filter);
  const view = viewOf(form.owner, form.id, exact?.field, by);
  return (limit: number, after: string | undefined) =>
    storage.list<RecordDoc>("records", { view, scopes, descending, limit, k1: exact?.value ?? "", ...(after === undefined ? {} : { after }) });
}

/** The first field that the filter wants to be one value: the view that is read by it. */
function exactly(filter: Filter): { field: string; value: string } | undefined {
  for (const [field, wanted] of Object.entries(filter)) {
    if (field.startsWith("$")) continue;
    const value = typeof wanted === "object" && wanted !== null ? (wanted as { $eq?: unknown }).$eq : wanted;
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return { field, value: String(value) };
  }
  return undefined;
}

function readFilter(form: CompiledForm, text: string | undefined): Filter | undefined {
  if (text === undefined || text === "") return undefined;
  const allowed = ["state", ...(form.list.filter ?? [])];
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return refuse(formsProblem("list.unknown-filter", { filter: text.slice(0, 60), allowed }, "/filter"));
  }
  const filter = checkFilter(given, allowed);
  return Array.isArray(filter) ? refuse(filter) : filter;
}

/** A page of what the actor has submitted, the newest change first. */
export async function listMine(context: LabelContext, actor: Actor, order: ListOrder): Promise<Listed> {
  const { storage } = context;
  const next = (limit: number, after: string | undefined) =>
    storage.list<RecordDoc>("records", {
      view: `${actor.owner}/mine`,
      scopes: [`account:${actor.account}`],
      k1: "",
      descending: true,
      limit,
      ...(after === undefined ? {} : { after }),
    });
  const found = await fill(order.limit, order.after, next, (record) => mayRead(context, actor, record));
  const items = await Promise.all(
    found.records.map(async (record) => ({ ...(await recordRow(context, record, actor)), ...(await lastWord(storage, record)) })),
  );
  return { items, ...(found.next === undefined ? {} : { next: found.next }) };
}

export async function mayRead(context: LabelContext, actor: Actor, record: RecordDoc): Promise<boolean> {
  const forms = await formsOf(context.definitions, record);
  return context.may(actor, "record.read", recordSubject(record, forms.newest, forms.own)).allowed;
}

/** What was said when the record came into its state: why it was returned. */
async function lastWord(storage: Storage, record: RecordDoc): Promise<{ comment?: string }> {
  const events = await storage.history(record.owner, record.id, { limit: 10 });
  const moved = events.find(({ payload }) => (payload as { move?: { to?: string } } | undefined)?.move?.to === record.state);
  const comment = (moved?.payload as { comment?: unknown } | undefined)?.comment;
  return typeof comment === "string" ? { comment } : {};
}
