// `<tf-sent>`: the form is sent. Its number or that it waits in this device, where it goes next, and the ways on.
import { html, nothing, type TemplateResult } from "lit";
import type { RecordView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { type LiveEvent, onLive } from "../api/live.js";
import type { Sent } from "../form/filling-events.js";
import { onOutbox, outgoing } from "../offline/outbox.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { deviceMobile } from "../ui/icons/device-mobile.js";
import { say, t } from "../ui/words.js";
import { stepsOf } from "./rail.js";
import "./case.css";
import "./sent.css";

class SentPage extends TfElement {
  static override properties = { sent: { attribute: false }, view: { state: true }, waiting: { state: true } };
  declare sent: Sent;
  declare private view: RecordView | undefined;
  declare private waiting: boolean;

  override connectedCallback(): void {
    super.connectedCallback();
    this.waiting = this.sent.waiting;
    this.while(onOutbox(() => void this.look()));
    this.while(onLive((event: LiveEvent) => event.kind === "record" && event.id === this.sent.record && void this.read()));
    if (!this.waiting) void this.read();
    this.tell("tf-title", say(this.sent.title));
  }

  override firstUpdated(): void {
    this.tell("tf-band", { title: say(this.sent.title), note: "" });
    this.querySelector<HTMLElement>("h1")?.focus();
  }

  override render(): TemplateResult {
    const numbers = Object.values(this.sent.done?.numbers ?? {});
    const number = this.view?.number ?? numbers[0];
    return html`<div class="in sent-page">
      <div class="sheet pad sent-head ${this.waiting ? "wait" : "ok"}">${icon(this.waiting ? deviceMobile : checkCircle)}
        <h1 tabindex="-1">${t(this.waiting ? "sent.kept" : "sent.done", { title: say(this.sent.title) })}</h1>
        ${this.waiting ? html`<p>${t("sent.keptNote")}</p>` : number ? html`<p>${t("sent.number")}</p><p class="figure">${number}</p>` : nothing}
        ${this.waiting ? html`<p class="small">${t("field.numberLater")}</p>` : nothing}</div>
      ${this.view?.steps.length ? html`<section class="sheet"><div class="pad"><h2>${t("sent.next")}</h2>${stepsOf(this.view.steps)}</div></section>` : nothing}
      <div class="ways">${this.waiting ? nothing : html`<a class="btn main big" href="/records/${this.sent.record}">${t("sent.open")}</a>`}<a class="btn big" href="/">${t("state.home")}</a></div>
    </div>`;
  }

  /** What waited has gone, or was refused: then it is said here too. */
  private async look(): Promise<void> {
    const mine = (await outgoing()).find(({ action }) => action.record === this.sent.record);
    if (mine || !this.waiting) return;
    this.waiting = false;
    await this.read();
  }

  /** The way of the case is beside the point of being sent: without it the page is still true. */
  private async read(): Promise<void> {
    this.view = await api.get<RecordView>(`/records/${this.sent.record}`).catch(() => undefined);
  }
}

/** Back to the first step of this place in the history, so that the one before it is the place the person came from. */
export function toFirstStep(): Promise<void> {
  const { steps = 0 } = (history.state ?? {}) as { steps?: number };
  return new Promise((there) => {
    if (!steps) return there();
    window.addEventListener("popstate", () => there(), { once: true });
    history.go(-steps);
  });
}

customElements.define("tf-sent", SentPage);
