// Which documents of a form are offered for a record: those whose rule holds, and those without one.
import type { FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { withRecord } from "./record-fact.js";
import { holds } from "./rules.js";

/** Whether a document is offered as things stand with this record. */
export function isPrinted(form: CompiledForm, record: FormRecord, facts: Facts, document: string): boolean {
  const rules = (form.workflow.definition.prints ?? []).filter((print) => print.document === document);
  return rules.every(({ when }) => holds(when, { form, answers: record.answers as Record<string, unknown>, facts: withRecord(facts, form, record) }));
}
