// The lines of the side table that lists read: one for each view and scope in which a record is found.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledField, CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { numberedOf } from "../workflow/kept-facts.js";
import type { Entry } from "./entry.js";
import { inboxEntries } from "./inbox.js";
import type { Answers } from "./place.js";

import { listedUnder } from "./scopes.js";

export type { Entry } from "./entry.js";
export { answersIn, rowFields, rowOf } from "./row.js";
export { type Searched, searchOf } from "./searched.js";

/** The sort that every list has: when it was last changed. */
export const updated = "updated";
/** The filter that every list has: the workflow state. */
export const state = "state";

/** The name of a form's view: filtered by a field (or `state`, or nothing) and sorted by one (or `updated`). Fields by name. */
export function viewOf(owner: string, form: string, filter: string | undefined, sort: string = updated): string {
  return `${owner}/${form}/${filter ?? "-"}/${sort}`;
}

/** Where a record is listed: its form's views, the inboxes it waits in, and its author's own records. */
export function entriesOf(form: CompiledForm, record: FormRecord, facts?: Facts): Entry[] {
  const known = factsOf(record, facts);
  // Under its author a record is looked for only where authors may list; when a publish says so, all lines are made anew.
  const scopes = [...listedUnder(record), ...((form.access.list ?? ["author"]).includes("author") ? [`account:${record.author}`] : [])];
  const sorts = [[updated, record.updatedAt] as const, ...named(form, form.list.sort).map((field) => [field.name, sortKey(field, record, known)] as const)];
  const filters = [
    [undefined, [""]] as const,
    [state, [record.state]] as const,
    ...named(form, form.list.filter).map((field) => [field.name, filterKeys(field, record)] as const),
  ];
  const listed = filters.flatMap(([filter, k1s]) =>
    sorts.flatMap(([sort, k2]) => k1s.flatMap((k1) => scopes.map((scope) => ({ view: viewOf(record.owner, form.id, filter, sort), scope, k1, k2 })))),
  );
  const mine = { view: `${record.owner}/mine`, scope: `account:${record.author}`, k1: "", k2: record.updatedAt };
  return [...listed, mine, ...inboxEntries(form, record)];
}

function named(form: CompiledForm, names: readonly string[] = []): CompiledField[] {
  return names.flatMap((name) => form.fields.find((field) => field.parent < 0 && field.name === name) ?? []);
}

// A number is counted inside the commit, after these lines are made; numbers are given in the order of their moments.
function sortKey(field: CompiledField, record: FormRecord, facts: Facts): string {
  const value = (record.row as Answers)[field.id];
  if (isEmpty(value)) return "";
  if (field.type === "running-number") return numberedOf(record)[field.id] ?? "";
  return kinds[field.type].sortKey?.(value, field.options, facts) ?? "";
}

function filterKeys(field: CompiledField, record: FormRecord): string[] {
  const value = (record.row as Answers)[field.id];
  if (isEmpty(value)) return [""];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function factsOf(record: FormRecord, facts: Facts | undefined): Facts {
  return { today: record.createdAt.slice(0, 10), lookups: {}, codes: {}, labels: {}, ...(record.facts as Partial<Facts>), ...facts };
}
