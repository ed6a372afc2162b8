// Resolves the lookups of a form: facts taken from records, found by index and read in the newest version of their form.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { AuthorFact, Fact, OrganizationFact } from "../../engine/expression/facts.js";
import { isEmpty } from "../../engine/fields/field.js";
import { carry } from "../../engine/record/carry.js";
import { viewOf } from "../../engine/record/rows.js";
import { academicYear, fiscalYear } from "../../engine/thai/years.js";
import type { LookupDefinition } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { Snapshot } from "../organizations/snapshot.js";
import type { Page, Storage } from "../storage/port.js";
import { isListed } from "./listed.js";
import type { RecordDoc } from "./subject.js";

export interface LookupContext {
  storage: Storage;
  definitions: Definitions;
  snapshot: Snapshot;
  today: string;
  /** An instant. */
  now: string;
  author: AuthorFact | undefined;
  organization: OrganizationFact | undefined;
  /** The record that asks: it never counts itself. */
  record: string;
}

/** Records that one lookup reads at most; of more, the newest. */
const mostRecords = 2_000;
const mostSources = 20;

type Answers = Record<string, unknown>;
interface Found {
  record: RecordDoc;
  answers: Answers;
  /** One row of the table that is counted, when each counts alone. */
  row?: Answers;
}

export async function lookupFacts(context: LookupContext, form: CompiledForm, answers: Answers): Promise<Record<string, Fact>> {
  const names = Object.keys(form.lookups);
  const reads: Reads = new Map();
  const facts = await Promise.all(names.map((name) => lookup(context, reads, form, form.lookups[name]!, answers)));
  return Object.fromEntries(names.flatMap((name, nth) => (facts[nth] ? [[name, facts[nth]!]] : [])));
}

/** What the lookups of one form read: those that ask alike read once. */
type Reads = Map<string, Promise<Found[]>>;

/** One fact, or nothing while what it compares with is not answered. */
async function lookup(context: LookupContext, reads: Reads, form: CompiledForm, definition: LookupDefinition, answers: Answers): Promise<Fact | undefined> {
  const { owner } = context.snapshot;
  const target =
    definition.form === form.id
      ? (await context.definitions.newestForm(owner, form.id))?.form
      : (await context.definitions.newestForm(owner, definition.form))?.form;
  const where = wanted(context, answers, definition.where);
  const before = wanted(context, answers, definition.before);
  if (!target || !where || !before) return { value: emptyOf(definition), at: context.now };
  const newest = (await candidates(context, reads, target, where)).filter(({ record }) => record.id !== context.record);
  const told = definition.form === form.id ? () => true : publicOf(target, definition.in);
  const found = (definition.in === undefined ? newest : unfolded(newest, definition.in)).filter((one) => fits(one, where) && isEarlier(one, before));
  found.sort(inOrder(definition.sort ?? []));
  const sources = [...new Set(found.map(({ record }) => record.id))].slice(-mostSources);
  return { value: pick(definition, found, told), at: context.now, sources };
}

/** What each compared field must be; undefined when something compared with is empty: then nothing can be found. */
function wanted(context: LookupContext, answers: Answers, where: LookupDefinition["where"] = {}): Map<string, unknown[]> | undefined {
  const conditions = new Map<string, unknown[]>();
  for (const [field, value] of Object.entries(where)) {
    const values = (Array.isArray(value) ? value : [value]).map((one) =>
      typeof one === "string" && one.startsWith("$") ? named(context, one.slice(1), answers) : one,
    );
    if (field === "$record") continue;
    // A constant empty text asks for what is not answered; what is compared with something empty fits nothing.
    if (values.some(isEmpty) && value !== "") return undefined;
    conditions.set(field, values);
  }
  return conditions;
}

function named({ today, author, organization, record }: LookupContext, name: string, answers: Answers): unknown {
  switch (name) {
    case "actor":
      return author?.person;
    case "today":
      return today;
    case "fiscalYear":
      return Object.hasOwn(answers, name) ? answers[name] : fiscalYear(today);
    case "academicYear":
      return Object.hasOwn(answers, name) ? answers[name] : academicYear(today);
    case "unit":
      return organization?.id;
    case "record":
      return record;
    default:
      return Object.hasOwn(answers, name) ? answers[name] : undefined;
  }
}

/** Each row of a table for itself, beside its record. */
const unfolded = (found: Found[], table: string): Found[] =>
  found.flatMap((one) => (Array.isArray(one.answers[table]) ? (one.answers[table] as Answers[]) : []).map((row) => ({ ...one, row })));

/** By the fields named, then what was made first. */
function inOrder(fields: readonly string[]): (a: Found, b: Found) => number {
  const compare = (a: unknown, b: unknown): number =>
    a === b
      ? 0
      : isEmpty(a)
        ? 1
        : isEmpty(b)
          ? -1
          : typeof a === "string" && typeof b === "string"
            ? thai.compare(a, b)
            : (a as number) < (b as number)
              ? -1
              : 1;
  return (a, b) => {
    for (const field of fields) {
      const order = compare(valueIn(a, field), valueIn(b, field));
      if (order) return order;
    }
    return compareText(a.record.createdAt, b.record.createdAt) || compareText(a.record.id, b.record.id);
  };
}

const thai = new Intl.Collator("th", { numeric: true });
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The records an index gives: those that are named themselves, those of an author, or of a place and one value that the form's list filters by; the newest of them. */
async function candidates(context: LookupContext, reads: Reads, target: CompiledForm, where: Map<string, unknown[]>): Promise<Found[]> {
  const { storage, snapshot } = context;
  const { owner } = snapshot;
  const once = (key: unknown, read: () => Promise<RecordDoc[]>): Promise<Found[]> => {
    const asked = JSON.stringify([target.id, key]);
    const found = reads.get(asked) ?? read().then((records) => inNewest(context, target, records));
    reads.set(asked, found);
    return found;
  };
  const ids = where.get("record");
  if (ids) {
    return once({ ids }, async () => {
      const named = await storage.getMany<RecordDoc>("records", [...new Set(ids.filter((id) => typeof id === "string"))]);
      return named.filter((record) => record.owner === owner && record.form === target.id);
    });
  }
  const by = (member: string, values: unknown[]) => ({ owner, form: target.id, [member]: { $in: values as string[] } });
  const people = personFields(target).flatMap((name) => where.get(name) ?? []);
  const authors = people.length ? [...snapshot.accounts.values()].filter(({ person }) => people.includes(person)).map(({ id }) => id) : where.get("author");
  const scopes = (where.get("organization") ?? where.get("unit") ?? [owner]) as string[];
  const alone = [...where].filter(([, values]) => values.length === 1 && values[0] !== "");
  const filtered = alone.find(([field]) => target.list.filter?.includes(field));
  const exact = filtered && (await isListed(storage, target)) ? filtered : alone.find(([field]) => field === "state");
  const view = viewOf(owner, target.id, exact?.[0], "updated");
  const k1 = exact ? String(exact[1][0]) : "";
  return once(authors ? { authors } : { view, scopes, k1 }, () =>
    everyPage((after) => {
      const more = { limit: 500, ...(after === undefined ? {} : { after }) };
      if (authors) return storage.find<RecordDoc>("records", { filter: by("author", authors), ...more });
      return storage.list<RecordDoc>("records", { view, scopes, k1, descending: true, ...more });
    }),
  );
}

async function everyPage(next: (after: string | undefined) => Promise<Page<RecordDoc>>): Promise<RecordDoc[]> {
  const records: RecordDoc[] = [];
  let after: string | undefined;
  do {
    const page = await next(after);
    records.push(...page.items);
    after = page.next;
  } while (after !== undefined && records.length < mostRecords);
  return records;
}

/** Fields whose answer is always the author's person: who compares one of them wants that author's records. */
function personFields(form: CompiledForm): string[] {
  const author = JSON.stringify(["get", ["name", "author"], "person"]);
  return form.fields.filter(({ parent, value }) => parent < 0 && value && JSON.stringify(value) === author).map(({ name }) => name);
}

async function inNewest({ definitions, snapshot }: LookupContext, target: CompiledForm, records: RecordDoc[]): Promise<Found[]> {
  return Promise.all(
    records.map(async (record) => {
      if (record.release === target.release) return { record, answers: record.answers };
      const own = await definitions.release(snapshot.owner, record.release);
      return { record, answers: own ? carry(own, target, record.answers, record.retired).answers : {} };
    }),
  );
}

function fits(found: Found, where: Map<string, unknown[]>): boolean {
  return [...where].every(([field, values]) =>
    field === "unit" && !Object.hasOwn(found.answers, field)
      ? found.record.unit.some((one) => values.includes(one))
      : values.includes(orNothing(valueIn(found, field))),
  );
}

/** Whether what a record has lies before what it is compared with. */
function isEarlier(found: Found, before: Map<string, unknown[]>): boolean {
  return [...before].every(([field, [than]]) => {
    const value = valueIn(found, field);
    return typeof value === typeof than && (value as string) < (than as string);
  });
}

const orNothing = (value: unknown): unknown => (isEmpty(value) ? "" : value);

/** A column of the row, else a field, else what a record is: its id, state, author, organization. */
function valueIn({ record, answers, row }: Found, field: string): unknown {
  if (row && Object.hasOwn(row, field)) return row[field];
  if (Object.hasOwn(answers, field)) return answers[field];
  if (field === "state" || field === "author" || field === "organization") return record[field];
  return field === "record" ? record.id : field === "unit" ? record.organization : undefined;
}

/** Other forms see only the reference fields of a form (and the columns of a table among them), and never a sensitive one. */
function publicOf(target: CompiledForm, table?: string): (field: string) => boolean {
  const shown = new Set(["record", ...(target.reference?.fields ?? [])]);
  const at = target.fields.findIndex(({ name, parent }) => parent < 0 && name === table);
  if (table !== undefined && shown.has(table)) for (const { name, parent } of target.fields) if (parent === at) shown.add(name);
  return (field) => shown.has(field) && !target.fields.some(({ name, parent, sensitive }) => (parent < 0 || parent === at) && name === field && sensitive);
}

const emptyOf = ({ pick, by }: LookupDefinition): unknown => ((pick === "count" || pick === "run") && !by ? 0 : pick === "rows" || by ? [] : null);

function pick(definition: LookupDefinition, found: Found[], told: (field: string) => boolean): unknown {
  const { by } = definition;
  if (by === undefined) return single(definition, found, told);
  if (!told(by)) return [];
  const groups = new Map<unknown, Found[]>();
  for (const one of found) {
    const key = valueIn(one, by);
    if (!isEmpty(key)) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, group]) => ({ key, value: single(definition, group, told) }));
}

function single(definition: LookupDefinition, found: Found[], told: (field: string) => boolean): unknown {
  const { field, limit = 100 } = definition;
  const value = (one: Found, name: string) => (told(name) ? (valueIn(one, name) ?? null) : null);
  const row = (one: Found) => (field !== undefined ? value(one, field) : Object.fromEntries((definition.fields ?? []).map((name) => [name, value(one, name)])));
  switch (definition.pick) {
    case "count":
      return found.length;
    case "run":
      return found.length - 1 - found.findLastIndex((one) => !isAs(one, definition.while ?? {}));
    case "sum":
      return sum(found.map((one) => (field === undefined ? undefined : value(one, field))));
    case "first":
      return found[0] ? row(found[0]) : null;
    case "last":
      return found.length ? row(found.at(-1)!) : null;
    case "rows":
      return found.slice(-limit).map(row);
  }
}

const isAs = (found: Found, wanted: NonNullable<LookupDefinition["while"]>): boolean =>
  Object.entries(wanted).every(([field, value]) => [value].flat().includes(valueIn(found, field) as string));

/** Exact to the satang and finer: numbers are added as whole millionths. */
function sum(values: unknown[]): number | null {
  const numbers = values.filter((value): value is number => typeof value === "number");
  return numbers.length ? numbers.reduce((total, value) => total + Math.round(value * 1_000_000), 0) / 1_000_000 : null;
}
