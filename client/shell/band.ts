// The band of everything but filling: who we are or, on a phone, the case that is open; what is new, and whose account this is.
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { bell } from "../ui/icons/bell.js";
import { say, t } from "../ui/words.js";
import { type BackBand, backPart } from "./back-band.js";
import { house } from "./mark.js";
import { positionWords } from "./position-words.js";

export interface Band {
  session: Session;
  unread: number;
  /** The case that is open: on a phone it takes the place of the product's name. */
  back?: BackBand;
  /** Home continues the band with its greeting. */
  flush: boolean;
}

export function fullBand({ session, unread, back, flush }: Band): TemplateResult {
  return html`<header class="band ${flush ? "flush" : ""}"><div class="band-in ${back ? "back" : ""}">
    ${back ? backPart(back, "pc-off") : nothing}
    <a class="mark ${back ? "phone-off" : ""}" href="/"><svg viewBox="0 0 34 34" aria-hidden="true">${house()}</svg><span>${t("app.name")}<small class="cut">${say(session.lao.name)}</small></span></a>
    <div class="end"><tf-save-state class="quiet"></tf-save-state>${bellPart(unread)}${whoPart(session)}</div>
  </div></header>`;
}

const bellPart = (unread: number): TemplateResult =>
  html`<a class="ib" href="/notices" aria-label=${unread ? t("band.noticesNew", { n: unread }) : t("band.notices")}>${icon(bell)}${unread ? html`<span class="count" aria-hidden="true">${unread > 99 ? "99+" : unread}</span>` : nothing}</a>`;

function whoPart({ actor }: Session): TemplateResult {
  const position = actor.positions[0];
  return html`<button class="who" aria-haspopup="dialog" @click=${openAccount}><span class="hide pc-off">${t("band.account", { name: actor.name })}</span><span class="face" aria-hidden="true">${initialOf(actor.name)}</span><span class="phone-off">${actor.name}${
    position ? html`<br><span class="fine">${positionWords(position)}</span>` : nothing
  }</span></button>`;
}

async function openAccount(event: Event): Promise<void> {
  const button = event.currentTarget as HTMLElement;
  const { openAccountMenu } = await import("./account-menu.js");
  openAccountMenu(button);
}

/** The first letter of a name, past its title and past the vowels that stand before their consonant. */
export function initialOf(name: string): string {
  const bare = name.replace(/^(นางสาว|นาง|นาย|ดร\.|ว่าที่ ?ร\.[ตทอ]\.|ด\.ช\.|ด\.ญ\.|Mrs?\.?|Miss|Ms\.?|Dr\.?)\s*/, "");
  return (/[ก-ฮA-Za-z]/.exec(bare) ?? [bare.slice(0, 1)])[0].toUpperCase();
}
