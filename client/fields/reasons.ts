// "ทำไม?": the rows of a sum under a computed value, from the trace of its formula, with the date of what came from elsewhere.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { formatInstant } from "../../engine/thai/date.js";
import { language } from "../ui/language.js";
import { say, t } from "../ui/words.js";
import type { ComputedField } from "./computed-field.js";
import { shown } from "./shown.js";
import { traceRows } from "./trace-rows.js";
import "../styles/read.css";

/** The rows of why a value is so; the last one is the value. */
export function reasons(field: ComputedField): unknown {
  const { host, node, path } = field;
  const facts = host.facts();
  const trace = host.why(path);
  if (!trace) return nothing;
  const { rows, lookups } = traceRows(trace, host.form, facts);
  const from = lookups.flatMap((name) => (Object.hasOwn(facts.lookups, name) ? [facts.lookups[name]!.at] : [])).sort()[0];
  return html`<ul class="calc-why">${rows.map(({ words, value }) => html`<li><span>${words}</span><span class="n">${value}</span></li>`)}
    <li><span>${say(node.field.title)}</span><span class="n">${shown(node.value, node.field, facts) || "–"}</span></li></ul>
    ${from ? html`<p class="small calc-from">${t("field.asOf", { when: formatInstant(from, language()) })}</p>` : nothing}`;
}
