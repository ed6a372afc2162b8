// "ทำไม?" beside the form that is tried: which fields are shown, must be answered or are calculated just now, the rule that decides, and the answers it read.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition, Text } from "../../../schemas/types.js";
import { traceRows } from "../../fields/trace-rows.js";
import type { FormModel } from "../../form/form-model.js";
import { icon } from "../../ui/icon.js";
import { calculator } from "../../ui/icons/calculator.js";
import { eye } from "../../ui/icons/eye.js";
import { eyeSlash } from "../../ui/icons/eye-slash.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { t, type Word } from "../../ui/words.js";
import { fieldsOf } from "../engine.js";
import { ruleWords } from "./rule-words.js";

type Codes = ReadonlyMap<string, { id: string; title: Text }[]>;

export function whyPanel(form: FormDefinition, model: FormModel, codes: Codes): TemplateResult {
  const rows = fieldsOf(form).flatMap(({ id, name, parent, schema }) => {
    if (parent !== undefined || !model.state.has([name])) return [];
    const node = model.node(name);
    const row = (what: "show" | "require" | "value", source: string, picture: string, word: Word) => {
      const trace = model.state.why([name], what);
      const read = trace ? traceRows(trace, model.form, model.state.facts).rows : [];
      return html`<li><b>${schema.title ?? name}</b> <span class="tag">${icon(picture)}${t(word)}</span>
        <p class="small">${what === "value" ? source : ruleWords(source, form, id, codes)}</p>
        ${read.length ? html`<ul class="fine">${read.map(({ words, value }) => html`<li>${words}: ${value}</li>`)}</ul>` : nothing}</li>`;
    };
    const show = schema["x-show"];
    const must = schema["x-require"];
    const value = schema["x-value"];
    return [
      ...(show === undefined ? [] : [row("show", show, node.shown ? eye : eyeSlash, node.shown ? "whyNow.shown" : "whyNow.hidden")]),
      ...(must === undefined || !node.shown ? [] : [row("require", must, warningCircle, node.required ? "whyNow.required" : "whyNow.optional")]),
      ...(value === undefined || !node.shown ? [] : [row("value", value, calculator, "whyNow.computed")]),
    ];
  });
  return html`<aside class="prop why-now" aria-label=${t("whyNow.title")}><div class="hd"><h2>${t("whyNow.title")}</h2><p class="small">${t("whyNow.note")}</p></div>
    <div class="sec-p">${rows.length ? html`<ul class="why-list">${rows}</ul>` : html`<p class="small">${t("whyNow.none")}</p>`}</div></aside>`;
}
