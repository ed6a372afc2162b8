// `<tf-app>`: the frame around every screen. The router puts screens into `main`; the frame never draws over them,
// so that a lost session or a switch of language leaves what was typed where it is.
import { html, nothing } from "lit";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { t } from "../ui/words.js";
import { type BackBand, taskBand } from "./back-band.js";
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
  /** What surrounds screens other than filling, once it was needed. */
  private frame: typeof import("./frame.js") | undefined;

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
  async arrive(kind: FrameKind, path: string, up: string): Promise<void> {
    if (kind === "full" || kind === "record") await this.surround().catch(() => undefined);
    this.kind = kind;
    this.path = path;
    this.up = up;
    this.back = undefined;
    this.name = "";
  }

  private async surround(): Promise<void> {
    if (this.frame) return;
    this.frame = await import("./frame.js");
    this.while(this.frame.onAround(() => this.requestUpdate()));
    this.frame.keepAround();
  }

  override updated(): void {
    document.body.classList.toggle("has-tabs", this.kind === "full" && session.current !== null);
  }

  override render(): unknown {
    const who = session.current;
    const framed = who !== null && this.kind !== "none";
    const frame = framed && this.kind !== "task" ? this.frame : undefined;
    return html`${framed ? html`<a class="skip btn" href="#main" @click=${this.toMain}>${t("app.skip")}</a>` : nothing}
      ${frame ? frame.bandAround(who!, this.path, this.back) : framed ? taskBand({ title: this.name, note: t("form.unsent"), up: this.up, ...this.back }) : nothing}
      <div class=${frame ? "frame" : "bare"}>${frame?.sideAround(this.path)}<main id="main" tabindex="-1"></main></div>
      ${frame?.tabsAround(this.path, this.kind === "full")}
      ${session.lost ? html`<tf-sign-in-again></tf-sign-in-again>` : nothing}`;
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
}

customElements.define("tf-app", App);
