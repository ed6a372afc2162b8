// Places that are not there: an address nobody has, and a part of the program that this device does not have yet.
import { html } from "lit";
import { empty } from "../record/states.js";
import { TfElement } from "../ui/element.js";
import { magnifyingGlass } from "../ui/icons/magnifying-glass.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { t } from "../ui/words.js";

class NotFound extends TfElement {
  override firstUpdated(): void {
    this.tell("tf-title", t("missing.title"));
    this.tell("tf-ready");
  }

  override render(): unknown {
    return html`<div class="in"><h1 class="hide">${t("missing.title")}</h1><div class="sheet">${empty({
      picture: magnifyingGlass,
      title: t("missing.title"),
      note: t("missing.note"),
      way: html`<a class="btn" href="/">${t("state.home")}</a>`,
    })}</div></div>`;
  }
}

class NotLoaded extends TfElement {
  override firstUpdated(): void {
    this.tell("tf-title", t("state.offline"));
    this.tell("tf-ready");
  }

  override render(): unknown {
    return html`<div class="in"><h1 class="hide">${t("state.offline")}</h1><div class="sheet" role="alert">${empty({
      picture: wifiSlash,
      title: t("notLoaded.title"),
      note: t("notLoaded.note"),
      way: html`<button class="btn" @click=${() => location.reload()}>${t("state.again")}</button>`,
    })}</div></div>`;
  }
}

customElements.define("tf-not-found", NotFound);
customElements.define("tf-not-loaded", NotLoaded);
