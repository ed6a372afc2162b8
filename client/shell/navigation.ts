// The ways around: tabs at the thumb on a phone, the side with every menu on a PC. Groups and items are data.
import { html, nothing, type TemplateResult } from "lit";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { files } from "../ui/icons/files.js";
import { house } from "../ui/icons/house.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { squaresFour } from "../ui/icons/squares-four.js";
import { tray } from "../ui/icons/tray.js";
import { say, t, type Word } from "../ui/words.js";
import { isHere, linksOf } from "./menu-links.js";
import { around, onAround } from "./menus.js";
import "../ui/named-icon.js";

interface OwnPlace {
  href: string;
  word: Word;
  picture: string;
}

const home: OwnPlace = { href: "/", word: "nav.home", picture: house };
const inbox: OwnPlace = { href: "/inbox", word: "nav.inbox", picture: tray };
const mine: OwnPlace = { href: "/mine", word: "nav.mine", picture: files };
const designs: OwnPlace = { href: "/designer", word: "nav.design", picture: pencilSimple };
const menu: OwnPlace = { href: "/menu", word: "nav.menu", picture: squaresFour };

abstract class Ways extends TfElement {
  static override properties = { path: {} };
  declare path: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onAround(() => this.requestUpdate()));
    this.while(session.watch(() => this.requestUpdate()));
  }

  protected own({ href, word, picture }: OwnPlace): TemplateResult {
    const waiting = href === "/inbox" ? around().inbox : 0;
    return html`<a href=${href} aria-current=${isHere(href, this.path) ? "page" : nothing}>${icon(picture)}${t(word)}${
      waiting ? html`<span class="count">${waiting}<span class="hide">${t("nav.waiting")}</span></span>` : nothing
    }</a>`;
  }
}

class Side extends Ways {
  override render(): unknown {
    return html`${this.own(home)}${this.own(inbox)}${this.own(mine)}${around().menus.map(
      (group) =>
        html`<h3>${say(group.title)}</h3>${linksOf(group).map(
          ({ item, href, outside }) =>
            html`<a href=${href!} target=${outside ? "_blank" : nothing} rel=${outside ? "noopener" : nothing} aria-current=${isHere(href!, this.path) ? "page" : nothing}><tf-icon name=${item.icon ?? "file-text"}></tf-icon>${say(item.label)}</a>`,
        )}`,
    )}${session.current?.admin ? html`<h3>${t("nav.administer")}</h3>${this.own(designs)}` : nothing}`;
  }
}

class Tabs extends Ways {
  override render(): unknown {
    return html`<nav class="tabs" aria-label=${t("nav.main")}>${this.own(home)}${this.own(inbox)}${this.own(mine)}${this.own(menu)}</nav>`;
  }
}

customElements.define("tf-side", Side);
customElements.define("tf-tabs", Tabs);
