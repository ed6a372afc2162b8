// A report: what was chosen, the sheet, its pictures, and the way to the print. What is chosen stands in the address.
import { html, nothing, type TemplateResult } from "lit";
import type { ReportView } from "../../schemas/types.js";
import { query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { getKept } from "../offline/kept.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowsClockwise } from "../ui/icons/arrows-clockwise.js";
import { files } from "../ui/icons/files.js";
import { printer } from "../ui/icons/printer.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { type Language, language, onLanguage } from "../ui/language.js";
import { go } from "../ui/screen/go.js";
import { momentOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { choosers } from "./choose.js";
import { pictureOf } from "./report-picture.js";
import { tableOf } from "./report-table.js";
import "./report.css";

class ReportScreen extends Screen {
  static override properties = { ...Screen.properties, newer: { state: true }, fetching: { state: true } };
  /** Records changed since it was read: the person decides when to read again. */
  declare private newer: boolean;
  declare private fetching: boolean;
  private view: ReportView | undefined;
  private seen = "";
  private spoken: Language = language();
  /** Drawn once for each reading: a picture is not made anew because a control changed. */
  private pictures: TemplateResult[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    // Its words come from the server: in another language it is another reading.
    this.while(onLanguage(() => this.shown && language() !== this.spoken && void this.reread()));
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("query") && this.shown && this.query.toString() !== this.seen) void this.reread();
  }

  protected override hears({ kind }: LiveEvent): boolean {
    if (kind === "record" && this.shown) this.newer = true;
    return kind === "definition";
  }

  private get path(): string {
    return `/reports/${encodeURIComponent(this.params.report!)}`;
  }

  private get asked(): Record<string, string> {
    return { ...Object.fromEntries(this.query), language: language() };
  }

  protected async read(): Promise<void> {
    const seen = this.query.toString();
    const spoken = language();
    this.fetching = true;
    try {
      const { value } = await getKept<ReportView>(query(this.path, this.asked));
      [this.view, this.seen, this.spoken] = [value, seen, spoken];
      this.pictures = value.charts.filter(({ series }) => series.some(({ values }) => values.some((one) => one !== null))).map(pictureOf);
      this.newer = false;
    } finally {
      this.fetching = false;
    }
  }

  protected heading(): string {
    return say(this.view?.report.title);
  }

  protected content(): TemplateResult {
    const { parameters, count, at, lines } = this.view!;
    const print = query(`/api/v1${this.path}/print`, { ...Object.fromEntries(parameters.map(({ name, value }) => [name, value])), language: language() });
    const full = lines.length > 0;
    return html`<div class="in report-page">
      <div class="head"><h1>${this.heading()}</h1>${full ? html`<a class="btn" href=${print} target="_blank">${icon(printer)}${t("report.print")}</a>` : nothing}</div>
      ${parameters.length ? html`<div class="choosers">${choosers(parameters, clock.today(), (name, value) => this.choose(name, value))}</div>` : nothing}
      ${stale(this.failure)}
      ${this.newer ? html`<p class="newer"><button class="btn" @click=${this.reread}>${icon(arrowsClockwise)}${t("report.newer")}</button></p>` : nothing}
      <div class="parts" aria-busy=${this.fetching ? "true" : nothing}>${full ? html`<div>${tableOf(this.view!, this.heading())}<p class="small counted" role="status">${t("report.count", { n: count, when: momentOf(at) })}</p></div>${this.pictures}` : html`<div class="sheet" role="status">${this.none()}</div>`}</div>
    </div>`;
  }

  private none(): TemplateResult {
    const { problem } = this.view!;
    if (problem) return empty({ picture: warningCircle, title: say(problem.title) });
    return empty({ picture: files, title: t("report.none"), note: t("report.noneNote") });
  }

  /** Another choice: the address changes in place, so that a link and a reload show the same. */
  private choose(name: string, value: string): void {
    const chosen = new URLSearchParams(this.view!.parameters.map((one) => [one.name, one.name === name ? value : one.value]));
    go(`${this.path}?${chosen}`, true);
  }
}

customElements.define("tf-report", ReportScreen);
