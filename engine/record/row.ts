// What lists, search and other forms read of a record without opening it: plain values by field id, in the newest version of the form.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledField, CompiledForm } from "../compile/compiled.js";
import { isEmpty } from "../fields/field.js";
import { carry } from "./carry.js";
import { versionOf } from "./forward.js";

/** The row of a record. One written in an older version is read through `own`, that version's form. */
export function rowOf(form: CompiledForm, record: FormRecord, own?: CompiledForm): Record<string, unknown> {
  const answers = answersIn(form, record, own);
  const fields = rowFields(form).filter(({ name }) => !isEmpty(answers[name]));
  return Object.fromEntries(fields.map(({ id, name }) => [id, answers[name]]));
}

/** The answers of a record as the newest version has them. */
export function answersIn(form: CompiledForm, record: FormRecord, own?: CompiledForm): Record<string, unknown> {
  if (!own || own.version === form.version || versionOf(record.release) === form.version) return record.answers;
  return carry(own, form, record.answers, record.retired).answers;
}

/** Top-level fields that a list shows, filters, sorts or searches by, that a key counts, or that other forms may read. */
export function rowFields(form: CompiledForm): CompiledField[] {
  const { columns = [], filter = [], sort = [], search = [] } = form.list;
  const keyed = form.keys.flatMap(({ fields }) => fields);
  const names = new Set([...columns, ...filter, ...sort, ...search, ...keyed, ...(form.reference?.fields ?? []), ...slots(form.reference?.label ?? "")]);
  return form.fields.filter((field) => field.parent < 0 && names.has(field.name));
}

function slots(label: string): string[] {
  return [...label.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
}
