// The facts a record keeps: what its rules used, each with its source. A sealed record is worked out with these, so that nothing in it moves.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";

/** What is kept of the facts. Codes are not: their rows are dated and never change. */
type Kept = Pick<Facts, "today" | "lookups"> & Partial<Pick<Facts, "author" | "organization" | "labels">> & { numbered?: Record<string, string> };

/** What to keep of the facts with these answers: the lookups of the form, and words for the ids that occur. */
export function keep(form: CompiledForm, facts: Facts, answers: Record<string, unknown>, numbered: Record<string, string>): Kept {
  const named = new Set(strings(answers));
  const used = Object.keys(form.lookups).filter((name) => Object.hasOwn(facts.lookups, name) && !onlyGivesRows(form, name));
  const lookups = Object.fromEntries(used.map((name) => [name, facts.lookups[name]!]));
  const labels = Object.fromEntries(Object.entries(facts.labels).filter(([id]) => named.has(id)));
  return {
    today: facts.today,
    lookups,
    labels,
    ...(facts.author && { author: facts.author }),
    ...(facts.organization && { organization: facts.organization }),
    ...(Object.keys(numbered).length && { numbered }),
  };
}

/** Who belongs into a table is asked while a record is new; then its rows say it themselves. */
function onlyGivesRows(form: CompiledForm, lookup: string): boolean {
  const readers = (form.lookupDependants[lookup] ?? []).map((node) => form.fields[node]);
  return readers.length > 0 && readers.every((field) => field?.rows && !field.show && !field.require && !field.checks);
}

/** The facts of now, with those that the record kept in their place. */
export function keptFacts(record: FormRecord, facts: Facts): Facts {
  const { today, lookups, author, organization, labels } = record.facts as Partial<Kept>;
  return {
    ...facts,
    ...(today !== undefined && { today }),
    ...(lookups && { lookups }),
    ...(author && { author }),
    ...(organization && { organization }),
    labels: { ...facts.labels, ...labels },
  };
}

/** When each running number was given, by field id. */
export function numberedOf(record: Pick<FormRecord, "facts">): Record<string, string> {
  return (record.facts as Partial<Kept>).numbered ?? {};
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}
