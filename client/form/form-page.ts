// How a form is drawn around its fields: how far one is, a page with its sections, and the dock at the thumb.
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import type { CompiledForm, CompiledSection } from "../../engine/compile/compiled.js";
import { shown } from "../fields/shown.js";
import { say, t } from "../ui/words.js";
import type { FieldSet } from "./field-set.js";
import type { FormModel } from "./form-model.js";

/** The fields of a section as they stand on the page. What a form of every day comes to stands in the dock already. */
const onPage = ({ direct, summary }: CompiledForm, { fields }: CompiledSection): number[] => (direct ? fields.filter((i) => !summary?.includes(i)) : fields);
const anyShown = (model: FormModel, section: CompiledSection): boolean => onPage(model.form, section).some((i) => model.node(model.form.fields[i]!.name).shown);

/** Which sections have something to show now, in short. */
export const outline = (model: FormModel): string =>
  model.form.pages.map(({ sections }) => sections.map((section) => Number(anyShown(model, section))).join("")).join();

/** The pages that have something to show now, by number; the review comes after the last one. */
export function pagesShown(model: FormModel): number[] {
  return model.form.pages.flatMap(({ sections }, i) => (sections.some((section) => anyShown(model, section)) ? [i] : []));
}

/** "หน้า 1 จาก 2", and how many fields are left. */
export function progress(model: FormModel, page: number): TemplateResult {
  const shown = pagesShown(model);
  const of = shown.length + (model.form.direct ? 0 : 1);
  if (of === 1) return html``;
  const n = page >= model.form.pages.length ? of : shown.filter((one) => one <= page).length || 1;
  const left = model.remaining();
  return html`<div class="pages"><span class="small" id="page-n">${t("form.page", { n, of })}</span><progress max=${of} value=${n} aria-labelledby="page-n"></progress
    ><span class="small">${left ? t("form.left", { n: left }) : t("form.complete")}</span></div>`;
}

/** One page: its title, and its sections with their fields. */
export function fillPage(model: FormModel, fields: FieldSet, page: number): TemplateResult {
  const { title, sections } = model.form.pages[page]!;
  const words = say(title);
  return html`<h1 tabindex="-1" aria-describedby="page-n">${words}</h1>${sections.map((section) => sectionOf(model, fields, section, words))}<tf-hidden .state=${model.state}></tf-hidden>`;
}

function sectionOf(model: FormModel, fields: FieldSet, section: CompiledSection, pageTitle: string): TemplateResult {
  const title = say(section.title);
  return html`<section class="sec" ?hidden=${!anyShown(model, section)}>${title && title !== pageTitle ? html`<h2>${title}</h2>` : nothing}${
    section.description ? html`<p class="small">${say(section.description)}</p>` : nothing
  }${guard([model.form, section], () => paired(model.form, fields, section))}</section>`;
}

/** Two days in a row stand side by side where there is room. */
function paired(form: CompiledForm, fields: FieldSet, section: CompiledSection): unknown[] {
  const indexes = onPage(form, section);
  const day = (i: number | undefined) => i !== undefined && form.fields[i]!.type === "date" && !form.fields[i]!.value;
  const element = (at: number) => fields.element(form.fields[indexes[at]!]!.name);
  const drawn: unknown[] = [];
  for (let at = 0; at < indexes.length; at++) {
    if (day(indexes[at]) && day(indexes[at + 1])) drawn.push(html`<div class="pair">${element(at)}${element(++at)}</div>`);
    else drawn.push(element(at));
  }
  return drawn;
}

export interface Dock {
  /** The page before this one; none on the first. */
  back: (() => void) | undefined;
  leave: () => void;
  main: { words: string; press: () => void };
  /** What it comes to, beside the main action. */
  summary: unknown;
  busy: boolean;
  /** Why the last press did nothing. */
  trouble: string;
}

/** The figures that the form names, as they stand now. */
export const summaryOf = (model: FormModel): unknown =>
  model.form.summary &&
  html`<p class="sum">${model.form.summary.map((i) => {
    const { field, value } = model.node(model.form.fields[i]!.name);
    return html`<span class="n">${say(field.title)} <b>${shown(value, field, model.state.facts) || "–"}</b></span>`;
  })}</p>`;

/** The main action at the thumb, the quiet one left of it. */
export const dock = ({ back, leave, main, summary, busy, trouble }: Dock): TemplateResult =>
  html`<div class="dock">${trouble ? html`<p class="problem" role="alert">${trouble}</p>` : nothing}${summary}<div class="dock-in">${
    back
      ? html`<button type="button" class="btn big" @click=${back}>${t("form.back")}</button>`
      : html`<button type="button" class="btn big" title=${t("form.leaveHint")} @click=${leave}>${t("form.leave")}</button>`
  }<button type="button" class="btn main big" ?disabled=${busy} aria-busy=${busy ? "true" : nothing} @click=${main.press}>${busy ? t("form.sending") : main.words}</button></div></div>`;
