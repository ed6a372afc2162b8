// Draws what a record says: sections of facts, files to open, tables, and "why" beside what was worked out.
import { html, nothing, type TemplateResult } from "lit";
import { holdTogether } from "../../engine/text/hold.js";
import { plainRows } from "../fields/plain-rows.js";
import { icon } from "../ui/icon.js";
import { eye } from "../ui/icons/eye.js";
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

/** The lines of one section; `reveals`: what is masked in it may be shown to this reader. */
export const factsOf = (section: Pick<CaseSection, "lines">, why?: WhyOpen, reveals = false): TemplateResult =>
  html`<dl class="facts">${section.lines.map((line) => html`<div class=${line.table || line.inside ? "across" : nothing}><dt>${say(line.title)}</dt><dd>${line.inside ? factsOf({ lines: line.inside }, why, reveals) : answerOf(line, reveals)}${why && line.computed ? whyButton(line, why) : nothing}</dd>${why && line.computed && why.path === line.path ? html`<dd class="reasons" role="status">${why.drawn}</dd>` : nothing}</div>`)}</dl>`;

/** Below a section that hides something, for who may see it: shows it when it is asked for, which is noted. */
export const revealOf = ({ masked }: CaseSection, reveal: ((event: Event) => void) | undefined): unknown =>
  masked && reveal
    ? html`<p class="reveal"><button class="btn" @click=${reveal}>${icon(eye)}${t("record.reveal")}</button><span class="small">${t("record.revealNoted")}</span></p>`
    : nothing;

function answerOf(line: FactLine, reveals: boolean): unknown {
  if (line.masked) return html`<span class="small masked">${icon(lock)}${holdTogether(t(reveals ? "record.hidden" : "record.masked"))}</span>`;
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
