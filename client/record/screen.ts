// What every screen is: it reads what it shows, says that it waits or what went wrong, hears what happens elsewhere, and names itself.
// It stands at the first of the screens' stations, so that lists, inbox and shell can build on it.
import { html, type TemplateResult } from "lit";
import { type LiveEvent, onLive } from "../api/live.js";
import { network } from "../api/network.js";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { skeleton, trouble } from "./states.js";

export abstract class Screen extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, shown: { state: true }, failure: { state: true } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;
  /** There is something to show; a later failure to read again leaves it standing. */
  declare protected shown: boolean;
  declare protected failure: unknown;
  private reading = 0;
  private named = "";

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.shown = false;
  }

  /** Fetches what the screen shows. */
  protected abstract read(): Promise<void>;
  /** Draws what was read. */
  protected abstract content(): unknown;
  /** The screen's name, for the title of the page. */
  protected abstract heading(): string;

  /** Whether this happening changes what the screen shows. */
  protected hears(_event: LiveEvent): boolean {
    return false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onLive((event) => (event.kind === "again" || this.hears(event)) && void this.reread()));
    this.while(
      network.watch((reachable) => {
        // What is shown is old now, or can be made new.
        if (reachable) void this.reread();
        else this.requestUpdate();
      }),
    );
    this.while(session.watch((who) => who && !session.lost && this.failure !== undefined && void this.reread()));
    void this.reread();
  }

  /** Reads again and draws what came; the newest reading wins. */
  protected async reread(): Promise<void> {
    const reading = ++this.reading;
    try {
      await this.read();
      if (reading !== this.reading) return;
      this.failure = undefined;
      this.shown = true;
      this.requestUpdate();
    } catch (error) {
      if (reading === this.reading) this.failure = error;
    }
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    super.updated(changed);
    const name = this.shown ? this.heading() : "";
    if (name && name !== this.named) this.tell("tf-title", name);
    this.named = name;
    if (changed.has("shown") || changed.has("failure")) if (this.shown || this.failure !== undefined) this.tell("tf-ready");
  }

  /** What this device has itself can be drawn while the rest is on its way, or stays away. */
  protected showSoFar(): void {
    this.shown = true;
    this.requestUpdate();
  }

  override render(): unknown {
    return this.shown ? this.content() : html`<div class="in">${this.notYet()}</div>`;
  }

  /** What stands in the place of the content until there is some. */
  protected notYet(): TemplateResult {
    return this.failure === undefined ? skeleton() : trouble(this.failure, () => this.again());
  }

  private again(): void {
    this.failure = undefined;
    void this.reread();
  }
}
