// "ทำไม?" beside the form that is tried: every rule at work just now, of questions, groups, columns and sections, with what it read; and why it could not be sent.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledField, CompiledSection } from "../../../engine/compile/compiled.js";
import { explain } from "../../../engine/expression/trace.js";
import type { Tree } from "../../../engine/expression/tree.js";
import { type Asked, reasons } from "../../../engine/form-state/reasons.js";
import { envOf } from "../../../engine/workflow/rules.js";
import type { AvailableAction } from "../../../schemas/types.js";
import { readerOf } from "../../fields/why/reader.js";
import type { Told } from "../../fields/why/reason-element.js";
import { formulaWords, ruleWords } from "../../fields/why/rule-words.js";
import "../../fields/why/reason-element.js";
import type { FormModel } from "../../form/form-model.js";
import { icon } from "../../ui/icon.js";
import { calculator } from "../../ui/icons/calculator.js";
import { eye } from "../../ui/icons/eye.js";
import { eyeSlash } from "../../ui/icons/eye-slash.js";
import { prohibit } from "../../ui/icons/prohibit.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { say, t, type Word } from "../../ui/words.js";
import type { Trial } from "./trial.js";

export function whyPanel(model: FormModel, trial: Trial): TemplateResult {
  const placed = model.form.pages.flatMap(({ title, sections }) => sections.flatMap((section) => sectionRows(model, section, say(section.title ?? title))));
  const unplaced = model.form.fields.flatMap((field, index) => (field.parent < 0 && !inSection(model, index) ? rowsOf(model, index, [], "") : []));
  const rows = [...placed, ...unplaced];
  const refused = trial.actions.flatMap((action) => actionRow(model, trial, action));
  return html`<aside class="prop why-now" tabindex="0" aria-label=${t("whyNow.title")}><div class="hd"><h2>${t("whyNow.title")}</h2><p class="small">${t("whyNow.note")}</p></div>
    ${refused.length ? html`<div class="sec-p"><ul class="why-list">${refused}</ul></div>` : nothing}
    <div class="sec-p">${rows.length ? html`<ul class="why-list">${rows}</ul>` : html`<p class="small">${t("whyNow.none")}</p>`}</div></aside>`;
}

/** Why what makes a record is not offered: who may not, and the rule of the action with what it read. */
function actionRow({ state, form }: FormModel, { seat }: Trial, { id, title, allowed, why }: AvailableAction): TemplateResult[] {
  const { when } = form.workflow.definition.actions.find((one) => one.id === id) ?? {};
  const rule = when === undefined ? undefined : form.workflow.rules[when];
  const trace = rule && explain(rule, envOf({ form, answers: state.answers, facts: state.facts, actor: seat.actor }));
  if (allowed && (!trace || trace.value === true)) return [];
  const told: Told[] = rule && trace ? [{ asked: "guard", path: [], rule, trace }] : [];
  return [
    html`<li><b>${say(title)}</b> <span class="tag back">${icon(prohibit)}${t("whyNow.notOffered")}</span>${why ? html`<p class="small">${say(why.title)}</p>` : nothing}${told.length ? html`<tf-reason .state=${state} .reasons=${told}></tf-reason>` : nothing}</li>`,
  ];
}

const inSection = ({ form }: FormModel, index: number): boolean => form.pages.some(({ sections }) => sections.some(({ fields }) => fields.includes(index)));

/** Whether a section is shown, and the rules inside it while it is. */
function sectionRows(model: FormModel, section: CompiledSection, title: string): TemplateResult[] {
  const { state, form } = model;
  const shown = state.shows(section.id);
  const [first] = section.fields;
  const found = first === undefined ? [] : reasons(state, [form.fields[first]!.name], "show").filter((reason) => reason.section);
  const own = html`<li><b>${t("why.hiddenSection", { title })}</b> <span class="tag">${icon(shown ? eye : eyeSlash)}${t(shown ? "whyNow.shown" : "whyNow.hidden")}</span><tf-reason .state=${state} .reasons=${found}></tf-reason></li>`;
  return [...(found.length ? [own] : []), ...(shown ? section.fields.flatMap((index) => rowsOf(model, index, [], "")) : [])];
}

/** The rules of a field and of those inside it; of a column those of its first row, or only their words while there is none. */
function rowsOf(model: FormModel, index: number, around: readonly string[], above: string): TemplateResult[] {
  const { state, form } = model;
  const field = form.fields[index]!;
  const path = [...around, field.name];
  const title = `${above}${say(field.title)}`;
  if (!state.has(path)) return without(model, field, title);
  const node = model.node(path.join("/"));
  const row = (asked: Asked, picture: string, word: Word): TemplateResult[] => {
    // What hides or gives all around it stands there.
    const found = reasons(state, path, asked).filter((reason) => !reason.section && reason.path.length === path.length);
    return found.length
      ? [html`<li><b>${title}</b> <span class="tag">${icon(picture)}${t(word)}</span><tf-reason .state=${state} .reasons=${found}></tf-reason></li>`]
      : [];
  };
  const [first] = node.rows ?? [];
  const within = field.type === "table" ? [...path, first ?? ""] : path;
  return [
    ...(field.show || !node.shown ? row("show", node.shown ? eye : eyeSlash, node.shown ? "whyNow.shown" : "whyNow.hidden") : []),
    ...(field.require && node.shown ? row("require", warningCircle, node.required ? "whyNow.required" : "whyNow.optional") : []),
    ...(field.value && node.shown ? row("value", calculator, "whyNow.computed") : []),
    ...(node.shown ? row("check", prohibit, "whyNow.refused") : []),
    ...form.fields.flatMap((one, at) => (one.parent === index ? rowsOf(model, at, within, `${title} › `) : [])),
  ];
}

/** Rules of a column of which there is no row yet. */
function without({ state, form }: FormModel, field: CompiledField, title: string): TemplateResult[] {
  const reader = readerOf(form, state.facts, namesTo(field, form.fields));
  const told = (rule: Tree | undefined, word: Word, words: typeof ruleWords): TemplateResult[] =>
    rule ? [html`<li><b>${title}</b><p>${t(word)} <b>${words(rule, reader) ?? t("say.form")}</b></p></li>`] : [];
  return [
    ...told(field.show, "why.rule.show", ruleWords),
    ...told(field.require, "why.rule.require", ruleWords),
    ...told(field.value, "why.rule.value", formulaWords),
  ];
}

function namesTo(field: CompiledField, fields: readonly CompiledField[]): string[] {
  return [...(field.parent < 0 ? [] : namesTo(fields[field.parent]!, fields)), field.name];
}
