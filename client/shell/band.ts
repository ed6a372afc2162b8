// The band on top: who we are or the way back, where the work is, what is new, and whose account this is.
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { arrowLeft } from "../ui/icons/arrow-left.js";
import { bell } from "../ui/icons/bell.js";
import { say, t } from "../ui/words.js";
import { house } from "./mark.js";
import { positionWords } from "./position-words.js";

/** A band that says which case is open and leads back, instead of the product's name. */
export interface BackBand {
  title: string;
  note?: string;
  up: string;
}

export interface Band {
  session: Session;
  unread: number;
  /** A task has it on every width; a record only on the phone. */
  back?: BackBand;
  task: boolean;
  /** Home continues the band with its greeting. */
  flush: boolean;
  openAccount: (event: Event) => void;
}

export function bandOf({ session, unread, back, task, flush, openAccount }: Band): TemplateResult {
  return html`<header class="band ${flush ? "flush" : ""}"><div class="band-in ${back ? "back" : ""} ${task ? "task" : ""}">
    ${back ? backPart(back, task) : nothing}
    ${back && task ? nothing : html`<a class="mark ${back ? "phone-off" : ""}" href="/"><svg viewBox="0 0 34 34" aria-hidden="true">${house()}</svg><span>${t("app.name")}<small class="cut">${say(session.lao.name)}</small></span></a>`}
    <div class="end">
      <tf-save-state class=${task ? "" : "quiet"}></tf-save-state>
      ${task ? nothing : html`${bellPart(unread)}${whoPart(session, openAccount)}`}
    </div>
  </div></header>`;
}

const backPart = ({ title, note, up }: BackBand, task: boolean): TemplateResult =>
  html`<a class="ib ${task ? "" : "pc-off"}" href=${up} data-back aria-label=${t("band.back")}>${icon(arrowLeft)}</a><div class="mark ${task ? "" : "pc-off"}"><span><span class="cut">${title}</span>${note ? html`<small class="cut">${note}</small>` : nothing}</span></div>`;

const bellPart = (unread: number): TemplateResult =>
  html`<a class="ib" href="/notices" aria-label=${unread ? t("band.noticesNew", { n: unread }) : t("band.notices")}>${icon(bell)}${unread ? html`<span class="count" aria-hidden="true">${unread > 99 ? "99+" : unread}</span>` : nothing}</a>`;

function whoPart({ actor }: Session, open: (event: Event) => void): TemplateResult {
  const position = actor.positions[0];
  return html`<button class="who" aria-haspopup="dialog" @click=${open}><span class="hide pc-off">${t("band.account", { name: actor.name })}</span><span class="face" aria-hidden="true">${initialOf(actor.name)}</span><span class="phone-off">${actor.name}${
    position ? html`<br><span class="fine">${positionWords(position)}</span>` : nothing
  }</span></button>`;
}

/** The first letter of a name, past its title and past the vowels that stand before their consonant. */
export function initialOf(name: string): string {
  const bare = name.replace(/^(นางสาว|นาง|นาย|ดร\.|ว่าที่ ?ร\.[ตทอ]\.|ด\.ช\.|ด\.ญ\.|Mrs?\.?|Miss|Ms\.?|Dr\.?)\s*/, "");
  return (/[ก-ฮA-Za-z]/.exec(bare) ?? [bare.slice(0, 1)])[0].toUpperCase();
}
