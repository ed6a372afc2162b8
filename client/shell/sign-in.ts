// The sign-in screen: the product's promise on one side, the form on the other. Afterwards the person is where they wanted to be.
import { html, nothing } from "lit";
import type { Session, Text } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { clockCounterClockwise } from "../ui/icons/clock-counter-clockwise.js";
import { deviceMobile } from "../ui/icons/device-mobile.js";
import { shieldCheck } from "../ui/icons/shield-check.js";
import { translate } from "../ui/icons/translate.js";
import { language, setLanguage } from "../ui/language.js";
import { go } from "../ui/screen/go.js";
import { say, t } from "../ui/words.js";
import { house } from "./mark.js";
import { keptLao } from "./session-kept.js";
import "./sign-in-form.js";
import "./sign-in.css";

/** What the server tells people who are not signed in. */
export interface Setup {
  /** Nobody has an account yet: the one-time link of the first start may be used. */
  open: boolean;
  lao?: { name: Text };
  /** A demo says its accounts; a real installation never does. */
  demo?: { password: string; accounts: { username: string; title: Text }[] };
}

class SignIn extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, setup: { state: true }, username: { state: true } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;
  declare private setup: Setup | undefined;
  declare private username: string;

  constructor() {
    super();
    this.query = new URLSearchParams();
    this.username = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Signing in works without what the set-up says.
    api.get<Setup>("/setup").then(
      (setup) => {
        this.setup = setup;
      },
      () => undefined,
    );
  }

  override firstUpdated(): void {
    this.tell("tf-title", t("signIn.title"));
    this.tell("tf-ready");
    this.querySelector<HTMLElement>("#username")?.focus();
  }

  override render(): unknown {
    const lao = this.setup?.lao?.name ?? keptLao();
    return html`<div class="sign-in">
      <header class="hero">
        <svg class="big" viewBox="3 3 28 28" aria-hidden="true">${house(1.8)}</svg>
        <div class="big-n">${t("app.name")}</div>
        <p>${lao ? say(lao) : " "}</p>
        <ul class="promise"><li>${icon(deviceMobile)}${t("signIn.promiseOffline")}</li><li>${icon(shieldCheck)}${t("signIn.promiseOurs")}</li><li>${icon(clockCounterClockwise)}${t("signIn.promiseHistory")}</li></ul>
        <svg class="ghost" viewBox="0 0 34 34" aria-hidden="true"><path d="M4 14.5 17 4l13 10.5V30H4z" fill="none" stroke="currentColor" stroke-width=".28"></path><path d="M10.5 18h13M10.5 23h8" stroke="currentColor" stroke-width=".28"></path></svg>
      </header>
      <div class="form">
        <h1>${t("signIn.title")}</h1>
        <tf-sign-in-form .username=${this.username} @tf-signed-in=${this.entered}></tf-sign-in-form>
        ${this.demo()}
        <p class="small foot"><button class="btn text" lang=${language() === "th" ? "en" : "th"} @click=${this.speak}>${icon(translate)}${language() === "th" ? "English" : "ภาษาไทย"}</button></p>
      </div></div>`;
  }

  private demo(): unknown {
    const demo = this.setup?.demo;
    if (!demo) return nothing;
    return html`<details class="demo" open><summary>${t("signIn.demo")}</summary><p class="small">${t("signIn.demoPassword", { password: demo.password })}</p>
      <ul class="chips">${demo.accounts.map(
        ({ username, title }) => html`<li><button class="chip" type="button" @click=${() => this.take(username, demo.password)}>${say(title)}</button></li>`,
      )}</ul></details>`;
  }

  /** A demo account by one press: the boxes are filled, the person signs in. */
  private take(username: string, password: string): void {
    this.username = username;
    const input = this.querySelector<HTMLInputElement>("#password")!;
    input.value = password;
    this.querySelector<HTMLElement>("tf-sign-in-form .btn.main")?.focus();
  }

  private entered(event: CustomEvent<Session>): void {
    session.set(event.detail);
    void setLanguage(event.detail.language);
    go(wanted(this.query.get("to")), true);
  }

  private speak(): void {
    void setLanguage(language() === "th" ? "en" : "th");
  }
}

/** Only a place of ours: never another site that a link names. */
export function wanted(to: string | null): string {
  return to && /^\/(?![/\\])/.test(to) && !to.startsWith("/sign-in") ? to : "/";
}

customElements.define("tf-sign-in", SignIn);
