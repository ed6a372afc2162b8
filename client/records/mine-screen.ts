// My matters: what I have not finished, what waits in this device, and what I sent with where it stands, the newest first.
import { html, nothing, type TemplateResult } from "lit";
import type { Draft, RecordList, RecordRow } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import type { Outgoing } from "../offline/database.js";
import { discard, onOutbox, outgoing } from "../offline/outbox.js";
import { allDrafts } from "../record/drafts.js";
import { keptList } from "../record/kept-list.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { cloudArrowUp } from "../ui/icons/cloud-arrow-up.js";
import { files } from "../ui/icons/files.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { bareTitle } from "../ui/screen/name.js";
import { tag } from "../ui/screen/tag.js";
import { sinceOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import "../ui/named-icon.js";
import "./mine.css";

class Mine extends Screen {
  static override properties = { ...Screen.properties, fetching: { state: true } };
  declare private fetching: boolean;
  private drafts: Draft[] = [];
  private waiting: Outgoing[] = [];
  /** Undefined until it came: what waits in this device is shown without it. */
  private list: RecordList | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onOutbox(() => void this.reread()));
  }

  protected override hears({ kind }: LiveEvent): boolean {
    return kind === "record" || kind === "draft";
  }

  protected async read(): Promise<void> {
    this.waiting = await outgoing().catch(() => []);
    this.drafts = await allDrafts();
    if (this.waiting.length || this.drafts.length) this.showSoFar();
    this.list = (await keptList<RecordList>("/records/mine", "/records/mine?limit=20")).value;
  }

  protected heading(): string {
    return t("nav.mine");
  }

  protected content(): TemplateResult {
    const { items = [], next } = this.list ?? {};
    return html`<div class="in stack"><h1>${t("nav.mine")}</h1>${this.list ? stale(this.failure) : nothing}
      ${this.waiting.length ? html`<section><div class="head"><h2>${t("outbox.title")}</h2></div><div class="sheet rows">${this.waiting.map((item) => this.waits(item))}</div></section>` : nothing}
      ${this.drafts.length ? html`<section><div class="head"><h2>${t("mine.drafts")}</h2></div><div class="sheet rows">${this.drafts.map(draftRow)}</div></section>` : nothing}
      <section><div class="head"><h2>${t("mine.sent")}</h2></div>
        ${this.list ? html`<div class="sheet rows sent">${items.length ? items.map(sentRow) : empty({ picture: files, title: t("mine.none"), note: t("mine.noneNote") })}</div>` : this.notYet()}
        ${next ? html`<p class="pager"><button class="btn" aria-busy=${this.fetching ? "true" : nothing} @click=${this.more}>${t("list.more")}</button></p>` : nothing}</section></div>`;
  }

  /** An action on its way; a refused one says why, and can be opened or taken back. */
  private waits({ id, title, at, problem, action }: Outgoing): TemplateResult {
    const href = action.draft ? `/drafts/${action.draft}` : `/records/${action.record}`;
    if (!problem)
      return html`<div class="row"><span class="bead wait">${icon(cloudArrowUp)}</span><div><b>${say(title)}</b><span class="small">${t("mine.waiting", { when: sinceOf(clock.iso(at)) })}</span></div></div>`;
    return html`<div class="row refused"><span class="bead back">${icon(warningCircle)}</span><div><b>${say(title)}</b><span class="small">${say(problem.title)}</span><span class="both"><a class="btn" href=${href}>${t("outbox.open")}</a><button class="btn text" @click=${() => void discard(id)}>${t("mine.takeBack")}</button></span></div></div>`;
  }

  private async more(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    try {
      const page = await api.get<RecordList>(query("/records/mine", { after: this.list!.next }));
      this.list = { ...this.list!, items: [...this.list!.items, ...page.items], next: page.next! };
    } catch (error) {
      this.failure = error;
    } finally {
      this.fetching = false;
    }
  }
}

const draftRow = (draft: Draft): TemplateResult =>
  html`<a class="row" href="/drafts/${draft.id}"><span class="bead quiet">${icon(pencilSimple)}</span><div><b>${say(draft.title) || draft.form}</b><span class="small">${t(draft.record ? "mine.editing" : "mine.filling", { when: sinceOf(draft.updatedAt) })}</span></div>${icon(caretRight)}</a>`;

const sentRow = (row: RecordRow): TemplateResult =>
  html`<a class="row" href="/records/${row.id}"><span class="bead quiet"><tf-icon name=${row.icon ?? "file-text"}></tf-icon></span><div><b>${bareTitle(row.title, row.number) || say(row.formTitle)}</b><span class="small">${[row.number, say(row.formTitle), row.comment ? `“${row.comment}”` : ""].filter(Boolean).join(" · ")}</span></div><span class="small when">${sinceOf(row.at)}</span>${tag(row.state)}</a>`;

customElements.define("tf-mine", Mine);
