// Why a value of a record is what it is: its form is opened with the record's answers and facts, and the rule told with what it read.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { openForm } from "../../engine/form-state/form-state.js";
import { reasons } from "../../engine/form-state/reasons.js";
import { withRecord } from "../../engine/workflow/record-fact.js";
import type { RecordView } from "../../schemas/types.js";
import "../fields/why/reason-element.js";

export function reasonsOf(view: RecordView, path: string[]): TemplateResult | typeof nothing {
  const state = stateOf(view);
  const found = reasons(state, path, "value");
  if (!found.length) return nothing;
  return html`<tf-reason .state=${state} .reasons=${found} .masked=${view.masked} .stored=${view.record.answers}></tf-reason>`;
}

/** The form with the record's answers. */
export function stateOf({ form, facts, record }: RecordView) {
  const compiled = form as unknown as CompiledForm;
  return openForm(compiled, record.answers as Record<string, unknown>, withRecord(facts as unknown as Facts, compiled, record));
}
