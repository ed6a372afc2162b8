// The page before sending: every answer as it will be read, each a press away from being changed, and on top what stands in the way.
import "../ui/late-words.js";
import { html, nothing, type TemplateResult } from "lit";
import { isEmpty } from "../../engine/fields/field.js";
import type { AvailableAction, Problem } from "../../schemas/types.js";
import { plainRows } from "../fields/plain-rows.js";
import { shown } from "../fields/shown.js";
import type { Signed } from "../fields/sign-pad.js";
import { signPart } from "../fields/sign-part.js";
import { toldTable } from "../fields/told-table.js";
import { icon } from "../ui/icon.js";
import { warning } from "../ui/icons/warning.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";
import { insideOf } from "./field-set.js";
import type { FormModel, Placed } from "./form-model.js";
import "./review.css";
import "../styles/read.css";

export interface Review {
  model: FormModel;
  problems: Placed[];
  warnings: Placed[];
  /** What the server said about the whole. */
  refused: Problem[];
  action: AvailableAction | undefined;
  person: string;
  edit: (path: string) => void;
  comment: (text: string) => void;
  signed: (signed: Signed | undefined) => void;
}

export function reviewPage(review: Review): TemplateResult {
  const { model, problems, warnings, refused } = review;
  const fields = new Set(problems.map(({ path }) => path)).size;
  return html`<h1 tabindex="-1" aria-describedby="page-n">${t("form.review")}</h1>
    ${problems.length || refused.length ? box("bad", fields ? t("form.blocked", { n: fields }) : t("form.refused"), problems, refused, review) : nothing}
    ${!problems.length && warnings.length ? box("wait", t("form.warned", { n: warnings.length }), warnings, [], review) : nothing}
    ${model.form.pages.map((page) => page.sections.map((section) => sectionOf(section.title ? say(section.title) : say(page.title), section.fields, review)))}
    ${ending(review)}`;
}

/** One box on top, focused: each line leads to its field. */
function box(kind: "bad" | "wait", title: string, placed: Placed[], whole: Problem[], { edit, model }: Review): TemplateResult {
  const to = (path: string) => (event: Event) => {
    event.preventDefault();
    edit(path);
  };
  return html`<div class="note ${kind} review-box" role="alert" tabindex="-1">${icon(kind === "bad" ? warningCircle : warning)}<div><b>${title}</b><ol>${whole.map(
    (problem) => html`<li>${say(problem.title)}</li>`,
  )}${placed.map(({ problem, path }) => html`<li><a href=${`#f-${path.replaceAll("/", "-")}`} @click=${to(path)}>${sentence(problem, path, model)}</a></li>`)}</ol></div></div>`;
}

/** The problem in words, with its field where the sentence does not name it, and of what it is a part: several people have a first name. Days stay whole. */
function sentence({ title }: Problem, path: string, model: FormModel): unknown {
  const [words, field] = [say(title), path ? say(model.node(path).field.title) : ""];
  const around = path.includes("/") ? say(model.node(path.split("/")[0]!).field.title) : "";
  const named = `${!field || words.includes(field) ? words : `${field}: ${words}`}${around ? ` (${around})` : ""}`;
  return named
    .split(/(\d[\d/.,:]*(?: (?:[ก-๙]+\.[ก-๙]+\.|มกราคม|กุมภาพันธ์|[ก-๙]+(?:ยน|คม)) \d{4})?)/)
    .map((part, i) => (i % 2 ? html`<span class="n">${part}</span>` : part));
}

function sectionOf(title: string, indexes: number[], review: Review): unknown {
  const rows = indexes.map((i) => review.model.form.fields[i]!.name).map((path) => rowOf(path, review));
  if (!rows.some((row) => row !== nothing)) return nothing;
  return html`<section class="review"><h2>${title}</h2><dl class="facts">${rows}</dl></section>`;
}

function rowOf(path: string, review: Review): unknown {
  const { model } = review;
  const { field, value, shown: visible, computed, readOnly, required } = model.node(path);
  if (!visible || field.type === "note" || (field.type === "signature" && isEmpty(value)) || (field.type === "running-number" && isEmpty(value)))
    return nothing;
  // What nobody can answer and has no value yet says nothing.
  if (isEmpty(value) && (computed || readOnly)) return nothing;
  const facts = model.state.facts;
  const inner = field.type === "group" ? insideRows(path, review) : field.type === "table" ? tableRows(path, review) : undefined;
  const words = shown(value, field, facts);
  const change =
    computed || readOnly || (field.type === "group" && nobodyAnswers(path, model))
      ? nothing
      : html`<button type="button" class="btn text" aria-label=${t("form.editOf", { title: say(field.title) })} @click=${() => review.edit(path)}>${t("form.edit")}</button>`;
  const typed = model.typed[path];
  const none = typed
    ? html`<b class="missing">${typed}</b>`
    : required
      ? html`<b class="missing">${t("field.nothing")}</b>`
      : html`<span class="small">${t("form.none")}</span>`;
  return html`<div class=${field.type === "table" && !isEmpty(value) ? "across" : nothing}><dt>${say(field.title)}</dt><dd><div class="answer">${inner ?? (words || none)}</div>${change}</dd></div>`;
}

/** Whether everything in a group is worked out. */
function nobodyAnswers(path: string, model: FormModel): boolean {
  const index = model.form.fields.indexOf(model.node(path).field);
  return insideOf(model.form.fields, index).every((i) => model.form.fields[i]!.value);
}

/** The fields of a group, or of one row, as short lines. */
function insideRows(path: string, { model }: Review): TemplateResult {
  const index = model.form.fields.indexOf(model.node(path).field);
  return lines(
    insideOf(model.form.fields, index).map((i) => `${path}/${model.form.fields[i]!.name}`),
    model,
  );
}

function tableRows(path: string, { model }: Review): TemplateResult {
  const { field, value, computed } = model.node(path);
  const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const columns = insideOf(model.form.fields, model.form.fields.indexOf(field)).map((i) => model.form.fields[i]!);
  if (!rows.length) return html`<span class="small">${computed ? t("field.waitingValue") : t("table.empty")}</span>`;
  return plainRows(toldTable(columns, rows, model.state.facts));
}

function lines(paths: string[], model: FormModel): TemplateResult {
  const said = paths.flatMap((path) => {
    const { field, value, shown: visible } = model.node(path);
    const words = visible ? shown(value, field, model.state.facts) : "";
    return words ? [html`<div>${say(field.title)} ${words}</div>`] : [];
  });
  return said.length ? html`${said}` : html`<span class="small">${t("form.none")}</span>`;
}

/** What the action asks for besides: a comment, a signature. */
function ending({ action, person, comment, signed }: Review): unknown {
  if (!action) return nothing;
  return html`${
    action.comment === "none"
      ? nothing
      : html`<div class="field"><label class="label" for="send-comment">${t("form.comment")}${
          action.comment === "optional" ? html` <span class="opt">${t("field.optional")}</span>` : nothing
        }</label><textarea id="send-comment" class="ctl area" maxlength="2000" @input=${(event: Event) => comment((event.target as HTMLTextAreaElement).value)}></textarea></div>`
  }${action.signs ? signPart(person, signed) : nothing}`;
}
