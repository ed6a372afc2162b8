// Records as words: their state, their columns in a list, their title. Sensitive values never leave a list unmasked.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { kinds } from "../../engine/fields/index.js";
import { choices } from "../../engine/fields/options.js";
import { say } from "../../engine/text/text.js";
import { numberOf } from "../../engine/workflow/record-fact.js";
import { stateOf, stateTitle } from "../../engine/workflow/states.js";
import type { Actor, FormRecord, ListColumn, ListFilter, RecordRow, StateView } from "../../schemas/types.js";
import { codesFor, inLine, type LabelContext, labelOf, labelsOf } from "./labels.js";
import { formsOf, type RecordDoc } from "./subject.js";

/** What stands for a value that the reader may not see. */
export const masked = "•••";

export function stateView(form: CompiledForm, record: FormRecord): StateView {
  const state = stateOf(form.workflow.definition, record.state);
  return {
    id: record.state,
    title: stateTitle(form.workflow.definition, record.state),
    look: state?.look ?? "quiet",
    ...(state?.final ? { final: true } : {}),
    since: record.stateSince,
    ...(record.due === undefined ? {} : { due: record.due }),
  };
}

const topField = (form: CompiledForm, name: string): CompiledField | undefined => form.fields.find((field) => field.parent < 0 && field.name === name);
const columnsOf = (form: CompiledForm): CompiledField[] => (form.list.columns ?? []).flatMap((name) => topField(form, name) ?? []);

export function listColumns(form: CompiledForm): ListColumn[] {
  return columnsOf(form).map((field) => ({
    name: field.name,
    title: field.title,
    ...(kinds[field.type].value === "number" || field.options.json === "number" || field.options.json === "integer" ? { numeric: true } : {}),
    ...(form.list.sort?.includes(field.name) ? { sortable: true } : {}),
  }));
}

/** The state, and each field that the list filters by, with what may be chosen. */
export function listFilters(form: CompiledForm, facts: Facts): ListFilter[] {
  const states = form.workflow.definition.states.map(({ id, title }) => ({ id, title }));
  const fields = (form.list.filter ?? []).flatMap((name) => topField(form, name) ?? []);
  return [
    { name: "state", title: { th: "สถานะ", en: "State" }, options: states },
    ...fields.map((field) => ({
      name: field.name,
      title: field.title,
      options: (choices(field.options, facts) ?? []).slice(0, 500).map(({ id, title }) => ({ id, title })),
    })),
  ];
}

/** The values of a row by field name, as the newest version has them. */
export function rowByName(form: CompiledForm, record: FormRecord): Record<string, unknown> {
  const row = record.row as Record<string, unknown>;
  return Object.fromEntries(form.fields.filter(({ parent, id }) => parent < 0 && Object.hasOwn(row, id)).map(({ id, name }) => [name, row[id]]));
}

/** A record as a line of a list. */
export async function recordRow(context: LabelContext, record: RecordDoc, actor: Actor): Promise<RecordRow> {
  const { own, newest } = await formsOf(context.definitions, record);
  const row = rowByName(newest, record);
  const [codes, labels] = await Promise.all([codesFor(context.definitions, record.owner, newest), labelsOf({ ...context, actor }, newest, row)]);
  const facts: Facts = { today: record.createdAt.slice(0, 10), lookups: {}, codes, labels };
  const columns = columnsOf(newest).map((field) => {
    const value = row[field.name];
    if (value === undefined) return [field.name, ""];
    return [field.name, field.sensitive ? kinds[field.type].mask?.(value) || masked : inLine(field, value, facts)];
  });
  const place = context.snapshot.organizations.get(record.organization)?.name;
  const number = numberOf(newest, row) ?? numberOf(own, record.answers as Record<string, unknown>);
  return {
    id: record.id,
    form: record.form,
    formTitle: newest.title,
    ...(newest.icon === undefined ? {} : { icon: newest.icon }),
    title: labelOf(newest, { answers: row, createdAt: record.createdAt }, codes, context.snapshot),
    author: record.authorName,
    ...(record.authorPosition === undefined ? {} : { position: record.authorPosition }),
    ...(place === undefined ? {} : { place }),
    ...(number === undefined ? {} : { number }),
    state: stateView(own, record),
    at: record.updatedAt,
    columns: Object.fromEntries(columns) as Record<string, string>,
  };
}

export const thai = (text: Parameters<typeof say>[0]): string => say(text, "th");
