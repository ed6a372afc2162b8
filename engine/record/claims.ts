// What may occur once: each key of a form as a claim that the commit takes, or refuses because another record holds it.
import type { FormRecord, Problem, Text, UniqueKey } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { isEmpty } from "../fields/field.js";
import { recordProblem } from "../problem/record.js";
import { searchable } from "../thai/normalise.js";
import { canonical } from "./canonical.js";
import type { Answers } from "./place.js";

/** A claim, and what to tell somebody who cannot have it. */
export interface Claim {
  key: string;
  problem: Problem;
}

/** The claims of a record as it stands. A key with an empty field claims nothing. */
export function claimsOf(form: CompiledForm, record: FormRecord, hash: (text: string) => string): Claim[] {
  const answers: Answers = record.answers;
  return form.keys.flatMap((key) => {
    const values = key.fields.map((name) => (name === "$author" ? record.author : answers[name]));
    if (values.some(isEmpty)) return [];
    const scope = key.within === "unit" ? record.organization : record.owner;
    const said = canonical(values.map((value) => (typeof value === "string" ? searchable(value).trim() : value)));
    const short = said.length > 200 ? hash(said) : said;
    return [{ key: `form/${form.id}/${identity(form, key)}/${scope}/${short}`, problem: taken(form, key) }];
  });
}

/** A key is its fields, so that it stays itself when keys are put in another order or fields are renamed. */
function identity(form: CompiledForm, { fields }: UniqueKey): string {
  return fields.map((name) => fieldOf(form, name)?.id ?? name).join("+");
}

function taken(form: CompiledForm, key: UniqueKey): Problem {
  const first = key.fields.find((name) => name !== "$author");
  const path = first === undefined ? undefined : `/${first}`;
  const level = key.on ?? "refuse";
  if (key.message !== undefined) return recordProblem("record.key-message", { message: key.message }, path, { level });
  const fields: Text[] = key.fields.map((name) => (name === "$author" ? { th: "ผู้ยื่น", en: "author" } : (fieldOf(form, name)?.title ?? name)));
  return recordProblem("record.key-taken", { fields }, path, { level });
}

function fieldOf(form: CompiledForm, name: string) {
  return form.fields.find((field) => field.parent < 0 && field.name === name);
}
