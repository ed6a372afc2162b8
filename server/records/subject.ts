// What a record is to the policy: whose, where, and what its form says about access.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { subjectOf } from "../../engine/workflow/subject.js";
import type { FormRecord } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { Subject } from "../plugins/access.js";
import type { Doc, Storage } from "../storage/port.js";

/** A record as it is stored. */
export type RecordDoc = FormRecord & Doc;

/** `newest` says who has access: rights follow the form as it is now; the workflow is that of the record's own release. */
export function recordSubject(record: FormRecord, newest: CompiledForm, own: CompiledForm): Subject {
  return { ...subjectOf(own, record), access: newest.access };
}

/** The forms that speak about a record: the one it was written in, and the newest. */
export interface RecordForms {
  own: CompiledForm;
  newest: CompiledForm;
}

export async function formsOf(definitions: Definitions, record: FormRecord): Promise<RecordForms> {
  const [own, newest] = await Promise.all([definitions.release(record.owner, record.release), definitions.newestForm(record.owner, record.form)]);
  if (!own || !newest) throw new Error(`Record ${record.id} names ${record.release}, which is not there`);
  return { own, newest: newest.form };
}

/** A record of this owner with its forms; another owner's is as good as none. */
export async function readRecord(
  storage: Storage,
  definitions: Definitions,
  owner: string,
  id: string,
): Promise<{ record: RecordDoc; forms: RecordForms; subject: Subject } | undefined> {
  const record = await storage.get<RecordDoc>("records", id);
  if (!record || record.owner !== owner) return undefined;
  const forms = await formsOf(definitions, record);
  return { record, forms, subject: recordSubject(record, forms.newest, forms.own) };
}
