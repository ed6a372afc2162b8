// Draws what a record says: sections of facts, files to open, tables, and "why" beside what was worked out.
import { html, nothing, type TemplateResult } from "lit";
import { plainRows } from "../fields/plain-rows.js";
import { icon } from "../ui/icon.js";
import { lock } from "../ui/icons/lock.js";
import { say, t } from "../ui/words.js";
import type { CaseSection, FactLine } from "./case-view.js";
import "./case.css";

/** Opens the reasons of a field under its line; undefined closes. */
export interface WhyOpen {
  path: string | undefined;
  drawn: unknown;
  toggle: (path: string) => void;
}

/** The lines of one section. */
export const factsOf = (section: Pick<CaseSection, "lines">, why?: WhyOpen): TemplateResult =>
  html`<dl class="facts">${section.lines.map((line) => html`<div class=${line.table || line.inside ? "across" : nothing}><dt>${say(line.title)}</dt><dd>${line.inside ? factsOf({ lines: line.inside }, why) : answerOf(line)}${why && line.computed ? whyButton(line, why) : nothing}</dd>${why && line.computed && why.path === line.path ? html`<dd class="reasons" role="status">${why.drawn}</dd>` : nothing}</div>`)}</dl>`;

function answerOf(line: FactLine): unknown {
  if (line.masked) return html`<span class="small masked">${icon(lock)}${t("record.masked")}</span>`;
  if (line.files) return line.files.map(fileOf);
  if (line.table) return plainRows(line.table);
  return html`<span class="words">${line.words}</span>`;
}

const fileOf = ({ id, name, picture }: NonNullable<FactLine["files"]>[number]): TemplateResult =>
  picture
    ? html`<a class="picture" href="/api/v1/files/${id}" target="_blank"><img src="/api/v1/files/${id}" alt=${name} loading="lazy"></a>`
    : html`<a class="file" href="/api/v1/files/${id}" target="_blank" download=${name}>${name}</a>`;

const whyButton = (line: FactLine, why: WhyOpen): TemplateResult =>
  html` <button class="why" aria-expanded=${why.path === line.path} aria-label=${t("field.whyOf", { title: say(line.title) })} @click=${() => why.toggle(line.path)}>${t("field.why")}</button>`;
