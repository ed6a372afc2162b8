// `<tf-sign-in-form>`: name and password. It stands on the sign-in screen, and over a page whose session has ended.
import { html, nothing } from "lit";
import type { Session } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { eye } from "../ui/icons/eye.js";
import { eyeSlash } from "../ui/icons/eye-slash.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";
import { keepUsername } from "./session-kept.js";

const boxes = ["username", "password"] as const;
type Box = (typeof boxes)[number];

export class SignInForm extends TfElement {
  static override properties = {
    username: {},
    fixed: { type: Boolean },
    visible: { state: true },
    busy: { state: true },
    refused: { state: true },
    missing: { state: true },
    forgot: { state: true },
  };
  /** What stands in the name box. */
  declare username: string;
  /** Only this person may go on here. */
  declare fixed: boolean;
  declare private visible: boolean;
  declare private busy: boolean;
  declare private refused: string;
  /** Boxes that were left empty. */
  declare private missing: readonly Box[];
  declare private forgot: boolean;

  constructor() {
    super();
    this.username = "";
    this.fixed = false;
    this.visible = false;
    this.busy = false;
    this.refused = "";
    this.missing = [];
    this.forgot = false;
  }

  override render(): unknown {
    return html`<form @submit=${this.enter} novalidate>
      <div class="field ${this.missing.includes("username") ? "bad" : ""}"><label class="label" for="username">${t("signIn.username")}</label>
        <input class="ctl" id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" .value=${this.username} ?readonly=${this.fixed} aria-invalid=${this.invalid("username")} aria-describedby=${this.describedBy("username")} @input=${this.typed}>${this.complaint("username")}</div>
      <div class="field ${this.missing.includes("password") ? "bad" : ""}"><label class="label" for="password">${t("signIn.password")}</label>
        <div class="ctl has-input"><input id="password" name="password" type=${this.visible ? "text" : "password"} autocomplete="current-password" aria-invalid=${this.invalid("password")} aria-describedby=${this.describedBy("password")} @input=${this.typed}>
          <button class="end" type="button" aria-label=${t(this.visible ? "signIn.hide" : "signIn.show")} aria-pressed=${this.visible} @click=${this.look}>${icon(this.visible ? eyeSlash : eye)}</button></div>${this.complaint("password")}</div>
      ${this.refused ? html`<p class="problem" id="sign-in-problem" role="alert">${icon(warningCircle)}<span>${this.refused}</span></p>` : nothing}
      <button class="btn main big wide" aria-busy=${this.busy ? "true" : nothing}>${t(this.busy ? "signIn.entering" : "signIn.enter")}</button>
      <button class="btn text wide" type="button" aria-expanded=${this.forgot} @click=${this.help}>${t("signIn.forgot")}</button>
      ${this.forgot ? html`<p class="small" role="status">${t("signIn.forgotHelp")}</p>` : nothing}
    </form>`;
  }

  private invalid(name: Box): "true" | typeof nothing {
    return this.missing.includes(name) ? "true" : nothing;
  }

  private describedBy(name: Box): string | typeof nothing {
    return this.missing.includes(name) ? `${name}-problem` : this.refused ? "sign-in-problem" : nothing;
  }

  private complaint(name: Box): unknown {
    if (!this.missing.includes(name)) return nothing;
    return html`<p class="problem" id=${`${name}-problem`} role="alert">${icon(warningCircle)}<span>${t(name === "username" ? "signIn.noUsername" : "signIn.noPassword")}</span></p>`;
  }

  private typed(event: Event): void {
    this.missing = this.missing.filter((name) => name !== (event.target as HTMLInputElement).id);
  }

  private input(name: string): HTMLInputElement {
    return this.querySelector<HTMLInputElement>(`#${name}`)!;
  }

  private look(): void {
    this.visible = !this.visible;
    this.input("password").focus();
  }

  private help(): void {
    this.forgot = !this.forgot;
  }

  private async enter(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const [username, password] = [this.input("username").value.trim(), this.input("password").value];
    this.refused = "";
    this.missing = boxes.filter((name) => !(name === "username" ? username : password));
    if (this.missing.length) return this.input(this.missing[0]!).focus();
    this.busy = true;
    try {
      const session = await api.post<Session>("/sessions", { username, password });
      keepUsername(session.actor.account, username);
      this.tell<Session>("tf-signed-in", session);
    } catch (error) {
      this.refuse(sentence(error), "password");
    }
    this.busy = false;
  }

  private refuse(why: string, at: string): void {
    this.refused = why;
    const input = this.input(at);
    input.focus();
    input.select();
  }
}

function sentence(error: unknown): string {
  if (error instanceof OfflineError) return t("signIn.offline");
  if (error instanceof ProblemError) return say(error.problem.title);
  return t("error.unexpected");
}

customElements.define("tf-sign-in-form", SignInForm);
