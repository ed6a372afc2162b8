// The first minutes of a real installation: whoever has the one-time link names the LAO and becomes its administrator.
import { html, nothing, type TemplateResult } from "lit";
import type { Session } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { Screen } from "../record/screen.js";
import { empty } from "../record/states.js";
import { icon } from "../ui/icon.js";
import { lock } from "../ui/icons/lock.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { go } from "../ui/screen/go.js";
import { say, t, type Word } from "../ui/words.js";
import "./set-up.css";

/** The boxes of the screen, by the names of the request. */
const boxes: { name: string; word: Word; help?: Word; auto: string; kind?: "password" }[] = [
  { name: "lao", word: "setUp.lao", help: "setUp.laoHelp", auto: "organization" },
  { name: "province", word: "setUp.province", auto: "address-level1" },
  { name: "name", word: "setUp.name", help: "setUp.nameHelp", auto: "name" },
  { name: "username", word: "setUp.username", help: "setUp.usernameHelp", auto: "username" },
  { name: "password", word: "setUp.password", help: "setUp.passwordHelp", auto: "new-password", kind: "password" },
];

class SetUp extends Screen {
  static override properties = { ...Screen.properties, missing: { state: true }, refused: { state: true }, busy: { state: true } };
  declare private missing: string[];
  declare private refused: string;
  declare private busy: boolean;
  private open = false;

  constructor() {
    super();
    this.missing = [];
  }

  protected async read(): Promise<void> {
    this.open = (await api.get<{ open: boolean }>("/setup")).open;
  }

  protected heading(): string {
    return t("setUp.title");
  }

  protected content(): TemplateResult {
    const token = location.hash.slice(1);
    if (!this.open || !token)
      return html`<div class="in set-up"><h1>${t("setUp.title")}</h1><div class="sheet">${empty({
        picture: lock,
        title: t(this.open ? "setUp.needLink" : "setUp.closed"),
        note: t(this.open ? "setUp.needLinkNote" : "setUp.closedNote"),
        way: this.open ? nothing : html`<a class="btn main" href="/sign-in">${t("signIn.title")}</a>`,
      })}</div></div>`;
    return html`<div class="in set-up"><h1>${t("setUp.title")}</h1><p>${t("setUp.note")}</p>
      <form class="sheet pad" novalidate @submit=${(event: Event) => void this.make(event, token)}>${boxes.map((box) => this.box(box))}
        ${this.refused ? html`<p class="problem" role="alert">${icon(warningCircle)}<span>${this.refused}</span></p>` : nothing}
        <button class="btn main big wide" aria-busy=${this.busy ? "true" : nothing}>${t(this.busy ? "setUp.making" : "setUp.make")}</button></form></div>`;
  }

  private box({ name, word, help, auto, kind }: (typeof boxes)[number]): TemplateResult {
    const bad = this.missing.includes(name);
    return html`<div class="field ${bad ? "bad" : ""}"><label class="label" for=${name}>${t(word)}</label>${help ? html`<span class="help" id="${name}-help">${t(help)}</span>` : nothing}
      <input class="ctl" id=${name} name=${name} type=${kind ?? "text"} autocomplete=${auto} maxlength="200" aria-describedby=${help ? `${name}-help` : nothing} aria-invalid=${bad ? "true" : nothing}>
      ${bad ? html`<p class="problem">${icon(warningCircle)}<span>${t("setUp.fill", { title: t(word) })}</span></p>` : nothing}</div>`;
  }

  private async make(event: Event, token: string): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const values = Object.fromEntries(
      [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, name === "password" ? String(value) : String(value).trim()]),
    );
    this.refused = "";
    this.missing = boxes.filter(({ name }) => !values[name]).map(({ name }) => name);
    if (this.missing[0]) return this.querySelector<HTMLElement>(`#${this.missing[0]}`)?.focus();
    this.busy = true;
    try {
      session.set(await api.post<Session>("/setup", { token, ...values }));
      go("/", true);
    } catch (error) {
      this.refused = error instanceof ProblemError ? sentences(error) : t(error instanceof OfflineError ? "signIn.offline" : "error.unexpected");
    }
    this.busy = false;
  }
}

const sentences = ({ problem }: ProblemError): string => (problem.problems?.length ? problem.problems : [problem]).map(({ title }) => say(title)).join(" ");

customElements.define("tf-set-up", SetUp);
