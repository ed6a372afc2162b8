// `<tf-home-outbox>`: what is kept in this device and not yet at the LAO, with what to do about what was refused.
import { html, nothing, type TemplateResult } from "lit";
import { network } from "../api/network.js";
import type { Outgoing } from "../offline/database.js";
import { runOutbox } from "../offline/outbox.js";
import { clock } from "../ui/clock.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { cloudArrowUp } from "../ui/icons/cloud-arrow-up.js";
import { deviceMobile } from "../ui/icons/device-mobile.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { sinceOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";

class HomeOutbox extends TfElement {
  static override properties = { items: { attribute: false }, sending: { state: true } };
  declare items: Outgoing[];
  declare private sending: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(network.watch(() => this.requestUpdate()));
  }

  override render(): unknown {
    const refused = this.items.filter((item) => item.problem);
    const waiting = this.items.filter((item) => !item.problem);
    return html`<section><div class="head"><h2>${t("outbox.title")}</h2><span class="save wait">${network.reachable ? html`${icon(cloudArrowUp)}${t("outbox.going")}` : html`${icon(wifiSlash)}${t("outbox.offline")}`}</span></div>
      ${waiting.length ? this.box(waiting) : nothing}
      ${refused.length ? this.failed(refused) : nothing}</section>`;
  }

  private box(items: Outgoing[]): TemplateResult {
    return html`<div class="note wait send">${icon(deviceMobile)}<div><b>${t("outbox.kept", { n: items.length })}</b><p class="small">${t("outbox.note")}</p></div>
      <ul>${items.map((item) => html`<li>${say(item.title)}<span>${sinceOf(clock.iso(item.at))}</span></li>`)}</ul>
      <button class="btn text" aria-busy=${this.sending ? "true" : nothing} @click=${this.send}>${t(this.sending ? "outbox.trying" : "outbox.try")}</button></div>`;
  }

  /** What the server refused: the answers are in the draft, the way there beside the reason. */
  private failed(items: Outgoing[]): TemplateResult {
    return html`<div class="note bad send">${icon(warningCircle)}<div><b>${t("outbox.refused", { n: items.length })}</b></div>
      <ul>${items.map(
        ({ action, title, problem }) =>
          html`<li><div><b>${say(title)}</b><br>${say(problem!.title)}<br><a href=${action.draft ? `/drafts/${action.draft}` : `/records/${action.record}`}>${t("outbox.open")}</a></div></li>`,
      )}</ul></div>`;
  }

  private async send(): Promise<void> {
    this.sending = true;
    await runOutbox().catch(() => undefined);
    this.sending = false;
  }
}

customElements.define("tf-home-outbox", HomeOutbox);
