// The part of the band that says which task or case is open, and leads back. Alone it is the band of filling.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../ui/icon.js";
import { arrowLeft } from "../ui/icons/arrow-left.js";
import { t } from "../ui/words.js";

export interface BackBand {
  title: string;
  note?: string;
  up: string;
}

/** `where` hides it on a width. */
export const backPart = ({ title, note, up }: BackBand, where = ""): TemplateResult =>
  html`<a class="ib ${where}" href=${up} data-back aria-label=${t("band.back")}>${icon(arrowLeft)}</a><div class="mark ${where}"><span><span class="cut">${title}</span>${note ? html`<small class="cut">${note}</small>` : nothing}</span></div>`;

export const taskBand = (back: BackBand): TemplateResult =>
  html`<header class="band"><div class="band-in task">${backPart(back)}<div class="end"><tf-save-state></tf-save-state></div></div></header>`;
