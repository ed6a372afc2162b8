// What rules read as `record.*`: its state and since when, its number, the day it was made.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts, RecordFact } from "../expression/facts.js";
import { bangkokDate } from "../thai/date.js";
import { newState } from "./states.js";

type Read = Pick<FormRecord, "state" | "stateSince" | "createdAt" | "answers">;

/** The facts with the record itself among them. */
export function withRecord(facts: Facts, form: CompiledForm, record: Read): Facts {
  return { ...facts, record: recordFact(form, record) };
}

// A new record is in no state yet: rules ask `empty(record.state)`.
function recordFact(form: CompiledForm, record: Read): RecordFact {
  const number = numberOf(form, record.answers);
  return {
    date: bangkokDate(record.createdAt),
    ...(record.state !== newState && { state: record.state, since: bangkokDate(record.stateSince) }),
    ...(number !== undefined && { number }),
  };
}

/** The record's running number: the first one it has been given. */
export function numberOf(form: CompiledForm, answers: Record<string, unknown>): string | undefined {
  for (const { type, parent, name } of form.fields) {
    if (type === "running-number" && parent < 0 && Object.hasOwn(answers, name)) return answers[name] as string;
  }
  return undefined;
}
