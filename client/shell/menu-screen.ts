// The menu on a phone: every group of the menus as data, and the account.
import { html, nothing, type TemplateResult } from "lit";
import { empty } from "../record/states.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { squaresFour } from "../ui/icons/squares-four.js";
import { say, t } from "../ui/words.js";
import { linksOf } from "./menu-links.js";
import { around, onAround } from "./menus.js";
import "../ui/named-icon.js";

class Menu extends TfElement {
  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onAround(() => this.requestUpdate()));
  }

  override firstUpdated(): void {
    this.tell("tf-title", t("nav.menu"));
    this.tell("tf-ready");
  }

  override render(): TemplateResult {
    const groups = around().menus.filter((group) => linksOf(group).length);
    return html`<div class="in stack"><h1>${t("nav.menu")}</h1>${
      groups.length
        ? groups.map(
            (group) =>
              html`<section><div class="head"><h2>${say(group.title)}</h2></div><div class="sheet rows">${linksOf(group).map(
                ({ item, href, outside }) =>
                  html`<a class="row" href=${href!} target=${outside ? "_blank" : nothing} rel=${outside ? "noopener" : nothing}><span class="bead"><tf-icon name=${item.icon ?? "file-text"}></tf-icon></span><b>${say(item.label)}</b>${icon(caretRight)}</a>`,
              )}</div></section>`,
          )
        : html`<div class="sheet">${empty({ picture: squaresFour, title: t("menu.none"), note: t("menu.noneNote") })}</div>`
    }</div>`;
  }
}

customElements.define("tf-menu", Menu);
