// The list of a form: search, filters, sort, pages by cursor. A table on a PC, rows on a phone. What is shown stands in the address.
import { html, nothing, type TemplateResult } from "lit";
import type { ListFilter, RecordList } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { session } from "../api/session.js";
import { getKept } from "../offline/kept.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowsClockwise } from "../ui/icons/arrows-clockwise.js";
import { files } from "../ui/icons/files.js";
import { magnifyingGlass } from "../ui/icons/magnifying-glass.js";
import { plus } from "../ui/icons/plus.js";
import { table } from "../ui/icons/table.js";
import { x } from "../ui/icons/x.js";
import { go } from "../ui/screen/go.js";
import { say, t } from "../ui/words.js";
import { fromAddress, type ListView, nextSort, toAddress, toRequest } from "./list-address.js";
import { rowsOf } from "./list-rows.js";
import { stateWords, tableOf } from "./list-table.js";
import "./list.css";

const pauseOfTyping = 300;

class ListScreen extends Screen {
  static override properties = { ...Screen.properties, newer: { state: true }, fetching: { state: true } };
  /** Something happened while later pages are open: the person decides when to read again. */
  declare private newer: boolean;
  declare private fetching: boolean;
  private list: RecordList = { items: [] };
  private pages = 0;
  private seen: ListView = { q: "", filter: {}, sort: "" };
  private wait = (): void => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(() => this.wait());
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // Another filter in the address, also by the way back: read it.
    if (changed.has("query") && this.pages > 0 && toAddress(this.seen) !== toAddress(this.asked)) void this.reread();
  }

  protected override hears({ kind }: LiveEvent): boolean {
    if (kind !== "record") return false;
    if (this.pages <= 1) return true;
    this.newer = true;
    return false;
  }

  private get asked(): ListView {
    return fromAddress(this.query);
  }

  private get path(): string {
    return `/forms/${encodeURIComponent(this.params.form!)}/records`;
  }

  protected async read(): Promise<void> {
    const asked = this.asked;
    this.fetching = true;
    try {
      const { value } = await getKept<RecordList>(query(this.path, toRequest(asked)));
      this.list = value;
      this.pages = 1;
      this.newer = false;
      this.seen = asked;
    } finally {
      this.fetching = false;
    }
  }

  protected heading(): string {
    return say(this.list.form?.title);
  }

  protected content(): TemplateResult {
    const { items, next, form } = this.list;
    return html`<div class="in list-page">
      <div class="head"><h1>${this.heading()}</h1>${form?.create ? html`<span class="ways">${session.current?.admin ? html`<a class="btn phone-off" href="/designer?import=${form.id}">${icon(table)}${t("list.import")}</a>` : nothing}<a class="btn main" href="/forms/${form.id}/new">${icon(plus)}${t("list.new", { title: this.heading() })}</a></span>` : nothing}</div>
      <div class="tools" role="search">${this.searchBox()}${this.list.filters?.length ? html`<div class="chips">${this.list.filters.map((filter) => this.filter(filter))}</div>` : nothing}</div>
      ${stale(this.failure)}
      <p class="small found" role="status">${this.counted()}</p>
      ${this.newer ? html`<p class="newer"><button class="btn" @click=${this.reread}>${icon(arrowsClockwise)}${t("list.newer")}</button></p>` : nothing}
      <div aria-busy=${this.fetching ? "true" : nothing}>${items.length ? this.rows() : html`<div class="sheet">${this.none()}</div>`}</div>
      ${items.length ? html`<div class="pager"><span class="small">${t(`list.${next ? "shown" : "all"}${this.list.lead === "columns" ? "Lines" : ""}`, { n: items.length })}</span>${next ? html`<button class="btn" aria-busy=${this.fetching ? "true" : nothing} @click=${this.more}>${t("list.more")}</button>` : nothing}</div>` : nothing}
    </div>`;
  }

  private rows(): TemplateResult {
    const { q } = this.seen;
    const sort = this.seen.sort || (this.list.sort ?? "");
    return html`<div class="sheet phone-off">${tableOf(this.list, q, sort, (column) => this.turn({ sort: nextSort(sort, column) }))}</div>
      <div class="sheet cards pc-off">${rowsOf(this.list, q)}</div>`;
  }

  private searchBox(): TemplateResult {
    const { q } = this.asked;
    return html`<div class="ctl has-input">${icon(magnifyingGlass)}<input type="search" enterkeyhint="search" aria-label=${t("list.search")} placeholder=${t("list.searchHint")} .value=${q} @input=${this.typed} @change=${this.searchNow}>${
      q ? html`<button class="end" aria-label=${t("list.clear")} @click=${this.clear}>${icon(x)}</button>` : nothing
    }</div>`;
  }

  private filter({ name, title, options }: ListFilter): TemplateResult {
    const chosen = this.asked.filter[name] ?? "";
    const words = name === "state" ? stateWords(this.list) : say(title);
    const change = (event: Event): void => this.turn({ filter: { ...this.asked.filter, [name]: (event.target as HTMLSelectElement).value } });
    return html`<label class="chip pick-chip ${chosen ? "on" : ""}"><span class="hide">${words}</span><select .value=${chosen} @change=${change}><option value="">${t("list.any", { title: words })}</option>${options.map(
      (option) => html`<option value=${option.id} ?selected=${option.id === chosen}>${say(option.title)}</option>`,
    )}</select></label>`;
  }

  private counted(): string {
    const { q } = this.seen;
    if (!q || !this.list.items.length) return "";
    return t(this.list.next ? "list.foundMore" : "list.found", { n: this.list.items.length, q });
  }

  private none(): TemplateResult {
    const { q, filter } = this.seen;
    const chosen = q !== "" || Object.values(filter).some(Boolean);
    if (chosen)
      return empty({
        picture: magnifyingGlass,
        title: q ? t("list.notFound", { q }) : t("list.noneChosen"),
        note: t("list.notFoundNote"),
        way: html`<button class="btn" @click=${this.everything}>${t("list.everything")}</button>`,
      });
    const { form } = this.list;
    return empty({
      picture: files,
      title: t("list.none"),
      note: t("list.noneNote"),
      ...(form?.create && { way: html`<a class="btn" href="/forms/${form.id}/new">${t("list.new", { title: this.heading() })}</a>` }),
    });
  }

  /** Another view of the list: the address changes in place, one step of the way back for the whole search. */
  private turn(part: Partial<ListView>): void {
    go(`/forms/${encodeURIComponent(this.params.form!)}${toAddress({ ...this.asked, ...part })}`, true);
  }

  private typed(event: Event): void {
    const q = (event.target as HTMLInputElement).value;
    this.wait();
    this.wait = clock.after(pauseOfTyping, () => this.turn({ q }));
  }

  private searchNow(event: Event): void {
    this.wait();
    this.turn({ q: (event.target as HTMLInputElement).value });
  }

  private clear(): void {
    this.turn({ q: "" });
    this.querySelector<HTMLInputElement>("input[type=search]")?.focus();
  }

  private everything(): void {
    this.turn({ q: "", filter: {} });
  }

  private async more(): Promise<void> {
    if (this.fetching) return;
    const { seen } = this;
    this.fetching = true;
    try {
      const page = await api.get<RecordList>(query(this.path, toRequest(seen, this.list.next)));
      if (seen === this.seen) this.list = { ...this.list, items: [...this.list.items, ...page.items], next: page.next! };
      this.pages++;
      this.failure = undefined;
    } catch (error) {
      this.failure = error;
    } finally {
      this.fetching = false;
    }
  }
}

customElements.define("tf-list", ListScreen);
