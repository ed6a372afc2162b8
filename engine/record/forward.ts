// Brings a stored record into the newest version of its form, if it may go there: a sealed one stays as signed, and nobody is held up
// by fields that a newer version asks for and that are not theirs to fill.
import type { Action, FormRecord, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { recordProblem } from "../problem/record.js";
import { validateAnswers } from "../validate/validate.js";
import { withRecord } from "../workflow/record-fact.js";
import { stateOf } from "../workflow/states.js";
import type { ActContext } from "./act-types.js";
import { carry } from "./carry.js";

export interface Forwarded {
  form: CompiledForm;
  record: FormRecord;
  carried: boolean;
}

/** The version in which the record goes on, and the record read in it. */
export function forward(record: FormRecord, action: Action, { release, facts }: ActContext): Forwarded | Problem {
  const { form } = release;
  const version = versionOf(record.release);
  if (version === form.version) return { form, record, carried: false };
  const own = release.older && Object.hasOwn(release.older, version) ? release.older[version] : undefined;
  if (!own) return recordProblem("record.not-latest", { version });
  const stays = { form: own, record, carried: false };
  if (record.sealed || !stateOf(form.workflow.definition, record.state)) return stays;
  const next = { ...record, ...carry(own, form, record.answers, record.retired), release: form.release };
  if (action.changes?.length) return { form, record: next, carried: true };
  const { problems } = validateAnswers(form, next.answers, withRecord(facts, form, next), "complete", next.answers);
  return problems.some(({ level }) => level !== "warn") ? stays : { form, record: next, carried: true };
}

/** The version of `id@version`. */
export function versionOf(release: string): number {
  return Number(release.slice(release.lastIndexOf("@") + 1));
}
