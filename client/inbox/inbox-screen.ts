// What waits for me. A phone opens the case; a PC opens it beside the list, where it is decided.
import { html, nothing, type TemplateResult } from "lit";
import type { RecordList, RecordRow } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { getKept } from "../offline/kept.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowUUpLeft } from "../ui/icons/arrow-u-up-left.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { clock as clockIcon } from "../ui/icons/clock.js";
import { tray } from "../ui/icons/tray.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { go } from "../ui/screen/go.js";
import { bareTitle, nameOf } from "../ui/screen/name.js";
import { dueOf, isOverdue, nearOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { pressing, type Shelf, shelved, shelves } from "./shelves.js";
import "../ui/named-icon.js";
import "./open-case.js";
import "./inbox.css";

const wide = matchMedia("(min-width: 1024px)");

class Inbox extends Screen {
  static override properties = { ...Screen.properties, fetching: { state: true }, told: { state: true } };
  declare private fetching: boolean;
  /** What was just decided, said once. */
  declare private told: string;
  private items: RecordRow[] = [];
  private next: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const widen = (): void => this.requestUpdate();
    wide.addEventListener("change", widen);
    this.while(() => wide.removeEventListener("change", widen));
  }

  protected override hears({ kind }: LiveEvent): boolean {
    return kind === "record" || kind === "delegation" || kind === "holding";
  }

  protected async read(): Promise<void> {
    const { value } = await getKept<RecordList>("/inbox");
    this.items = value.items;
    this.next = value.next;
    this.order();
  }

  protected heading(): string {
    return t("nav.inbox");
  }

  private get shelf(): Shelf {
    const asked = this.query.get("show");
    return shelves.find((shelf) => shelf === asked) ?? "all";
  }

  protected content(): TemplateResult {
    const items = shelved(this.items, this.shelf, clock.now());
    const open = wide.matches ? (items.find(({ id }) => id === this.query.get("open")) ?? items[0]) : undefined;
    return html`<div class="in inbox"><div class=${open ? "split" : ""}><div>
        <div class="title"><h1>${t("nav.inbox")}</h1>${this.items.length ? html`<span class="count" aria-hidden="true">${this.items.length}${this.next ? "+" : ""}</span>` : nothing}</div>
        ${this.items.length ? this.tabs() : nothing}
        ${stale(this.failure)}
        <div role="status">${this.told ? html`<p class="note ok told" tabindex="-1">${icon(checkCircle)}<span>${this.told}</span></p>` : nothing}</div>
        <div class="sheet">${items.length ? items.map((row) => this.mail(row, row === open)) : this.none()}</div>
        ${this.next ? html`<p class="pager"><button class="btn" aria-busy=${this.fetching ? "true" : nothing} @click=${this.more}>${t("list.more")}</button></p>` : nothing}
        ${items.length > 1 ? html`<p class="small order">${t("inbox.order")}</p>` : nothing}
      </div>${open ? html`<tf-open-case @tf-decided=${this.decided} .record=${open.id} .rev=${`${open.state.id} ${open.at}`}></tf-open-case>` : nothing}</div></div>`;
  }

  private tabs(): TemplateResult {
    return html`<nav class="chips shelves" aria-label=${t("inbox.shelves")}>${shelves.map((shelf) => {
      const n = shelved(this.items, shelf, clock.now()).length;
      const here = shelf === this.shelf;
      if (!n && !here && shelf !== "all") return nothing;
      return html`<a class="chip ${here ? "on" : ""}" href=${shelf === "all" ? "/inbox" : `/inbox?show=${shelf}`} aria-current=${here ? "true" : nothing} @click=${(event: Event) => this.turn(event, shelf)}>${t(`inbox.${shelf}`)} ${n}</a>`;
    })}</nav>`;
  }

  private mail(row: RecordRow, now: boolean): TemplateResult {
    const back = row.state.look === "back";
    const title = bareTitle(row.title, row.number);
    // What the title says is not said again.
    const words = Object.values(row.columns)
      .filter((value) => value && value !== row.number && !title.includes(value))
      .slice(0, 4)
      .join(" · ");
    return html`<a class="mail ${now ? "now" : ""}" href="/records/${row.id}" aria-current=${now ? "true" : nothing} @click=${(event: MouseEvent) => this.open(event, row)}>
      <span class="bead ${back ? "back" : ""}">${back ? icon(arrowUUpLeft) : html`<tf-icon name=${row.icon ?? "file-text"}></tf-icon>`}</span>
      <div><b>${title || say(row.formTitle)}</b>${row.author ? html`<span>${nameOf(row.author)}</span>` : nothing}<span class="small">${row.comment ? `“${row.comment}”` : words || say(row.place)}</span>${row.state.due && isOverdue(row.state.due) ? html`<span class="small late">${dueOf(row.state.due)}</span>` : nothing}</div>
      <div class="when">${hurry(row)}<span class="fine"><span class="hide">${t("inbox.since")} </span>${nearOf(row.state.since ?? row.at)}</span></div></a>`;
  }

  private decided(event: CustomEvent<string>): void {
    this.told = event.detail;
    void this.reread().then(() => this.toTold());
  }

  /** The case that was decided is gone, and its button with it: the next thing to read is what became of it. */
  private async toTold(): Promise<void> {
    await this.updateComplete;
    if (!document.querySelector("dialog[open]")) this.querySelector<HTMLElement>(".told")?.focus();
  }

  private none(): TemplateResult {
    if (this.items.length) return empty({ picture: tray, title: t("inbox.noneHere"), way: html`<a class="btn" href="/inbox">${t("inbox.showAll")}</a>` });
    return empty({ picture: tray, title: t("inbox.none"), note: t("inbox.noneNote") });
  }

  private turn(event: Event, shelf: Shelf): void {
    event.preventDefault();
    go(shelf === "all" ? "/inbox" : `/inbox?show=${shelf}`, true);
  }

  /** On a PC the case opens beside; with a modifier key, or on a phone, the link is a link. */
  private open(event: MouseEvent, row: RecordRow): void {
    this.order();
    this.told = "";
    if (!wide.matches || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const show = this.shelf === "all" ? "" : `show=${this.shelf}&`;
    go(`/inbox?${show}open=${row.id}`, true);
  }

  /** So that an opened case can say which one of how many it is. */
  private order(): void {
    sessionStorage.setItem("inbox", this.items.map(({ id }) => id).join(","));
  }

  private async more(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    try {
      const page = await api.get<RecordList>(query("/inbox", { after: this.next }));
      this.items = [...this.items, ...page.items];
      this.next = page.next;
    } catch (error) {
      this.failure = error;
    } finally {
      this.fetching = false;
    }
  }
}

/** How pressing a row is: past its day, or near it. */
function hurry(row: RecordRow): TemplateResult | typeof nothing {
  const { due } = row.state;
  if (due === undefined || !pressing(row, clock.now())) return nothing;
  return isOverdue(due)
    ? html`<span class="tag back" title=${dueOf(due)}>${icon(warningCircle)}${t("inbox.overdue")}</span>`
    : html`<span class="tag wait" title=${dueOf(due)}>${icon(clockIcon)}${t("inbox.pressing")}</span>`;
}

customElements.define("tf-inbox", Inbox);
