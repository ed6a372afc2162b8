// Why a value of a record is what it is: its form is opened with the record's answers and facts, and the formula told as rows of a sum.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { openForm } from "../../engine/form-state/form-state.js";
import type { RecordView } from "../../schemas/types.js";
import { shown } from "../fields/shown.js";
import { traceRows } from "../fields/trace-rows.js";
import { momentOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";

export function reasonsOf(view: RecordView, path: string[]): TemplateResult | typeof nothing {
  const form = view.form as unknown as CompiledForm;
  const facts = view.facts as unknown as Facts;
  const state = openForm(form, view.record.answers as Record<string, unknown>, facts);
  const trace = state.why(path, "value");
  if (!trace) return nothing;
  const { rows, lookups } = traceRows(trace, form, facts);
  const from = lookups.flatMap((name) => (Object.hasOwn(facts.lookups, name) ? [facts.lookups[name]!.at] : [])).sort()[0];
  return html`<ul class="calc-why">${rows.map(({ words, value }) => html`<li><span>${words}</span><span class="n">${value}</span></li>`)}<li><span>${say(state.node(path).field.title)}</span><span class="n">${shown(state.node(path).value, state.node(path).field, facts) || "–"}</span></li></ul>${from ? html`<p class="small">${t("field.asOf", { when: momentOf(from) })}</p>` : nothing}`;
}
