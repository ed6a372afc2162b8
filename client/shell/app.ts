// `<tf-app>`: the frame around every screen. The router puts screens into `main`; the frame never draws over them,
// so that a lost session or a switch of language leaves what was typed where it is.
import { html, nothing } from "lit";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { t } from "../ui/words.js";
import { type BackBand, bandOf } from "./band.js";
import { around, onAround } from "./menus.js";
import "../offline/save-state-element.js";
import "./app.css";

export type FrameKind = "full" | "record" | "task" | "none";

export class App extends TfElement {
  static override properties = { kind: {}, path: {}, up: {}, name: { state: true }, back: { state: true } };
  declare kind: FrameKind;
  declare path: string;
  /** Where the way back leads when there is nothing behind. */
  declare up: string;
  declare private name: string;
  declare private back: BackBand | undefined;

  constructor() {
    super();
    this.kind = "none";
    this.path = "/";
    this.up = "/";
    this.name = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(session.watch(() => this.requestUpdate()));
    this.while(onAround(() => this.requestUpdate()));
    this.addEventListener("tf-title", (event) => this.call((event as CustomEvent<string>).detail));
    this.addEventListener("tf-band", (event) => {
      this.back = (event as CustomEvent<BackBand | undefined>).detail;
    });
  }

  /** Where the router puts the screens. */
  get outlet(): HTMLElement {
    return this.querySelector("main")!;
  }

  /** A new place: the band is its own again. */
  arrive(kind: FrameKind, path: string, up: string): void {
    this.kind = kind;
    this.path = path;
    this.up = up;
    this.back = undefined;
    this.name = "";
    if (kind === "full" || kind === "record") void import("./navigation.js").catch(() => undefined);
  }

  override updated(): void {
    document.body.classList.toggle("has-tabs", this.kind === "full" && session.current !== null);
  }

  override render(): unknown {
    const who = session.current;
    const framed = who !== null && this.kind !== "none";
    const wide = framed && this.kind !== "task";
    return html`${framed ? html`<a class="skip btn" href="#main" @click=${this.toMain}>${t("app.skip")}</a>` : nothing}
      ${
        framed
          ? bandOf({
              session: who,
              unread: around().unread,
              back: this.kind === "task" ? { title: this.name, note: t("form.unsent"), up: this.up, ...this.back } : this.back,
              task: this.kind === "task",
              flush: this.path === "/",
              openAccount: (event) => void this.openAccount(event.currentTarget as HTMLElement),
            })
          : nothing
      }
      <div class=${wide ? "frame" : "bare"}>
        ${wide ? html`<nav class="side" aria-label=${t("nav.main")}><tf-side .path=${this.path}></tf-side></nav>` : nothing}
        <main id="main" tabindex="-1"></main>
      </div>
      ${wide && this.kind === "full" ? html`<tf-tabs .path=${this.path}></tf-tabs>` : nothing}
      ${who && session.lost && this.kind !== "none" ? html`<tf-sign-in-again></tf-sign-in-again>` : nothing}`;
  }

  override willUpdate(): void {
    if (session.lost) void import("./sign-in-again.js").catch(() => undefined);
  }

  private call(title: string): void {
    this.name = title;
    document.title = title ? `${title} · ${t("app.name")}` : t("app.name");
  }

  private toMain(event: Event): void {
    event.preventDefault();
    this.outlet.focus();
    this.outlet.scrollIntoView();
  }

  private async openAccount(button: HTMLElement): Promise<void> {
    const { openAccountMenu } = await import("./account-menu.js");
    openAccountMenu(button);
  }
}

customElements.define("tf-app", App);
