// Notices: what happened to my cases and what is asked of me, newest first. Opening one reads it.
import { html, nothing, type TemplateResult } from "lit";
import type { Notice, Notices } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { getKept } from "../offline/kept.js";
import { Screen } from "../record/screen.js";
import { empty, stale } from "../record/states.js";
import { icon } from "../ui/icon.js";
import { bell } from "../ui/icons/bell.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { sinceOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { readCounts } from "./menus.js";
import "./notices.css";

class NoticesScreen extends Screen {
  private items: Notice[] = [];
  private next: string | undefined;

  protected override hears({ kind }: LiveEvent): boolean {
    return kind === "notice";
  }

  protected async read(): Promise<void> {
    const { value } = await getKept<Notices>("/notices");
    this.items = value.items;
    this.next = value.next;
  }

  protected heading(): string {
    return t("notices.title");
  }

  protected content(): TemplateResult {
    const unread = this.items.some((notice) => !notice.read);
    return html`<div class="in"><div class="head"><h1>${t("notices.title")}</h1>${unread ? html`<button class="btn text" @click=${this.readAll}>${t("notices.readAll")}</button>` : nothing}</div>
      ${stale(this.failure)}
      <div class="sheet rows">${
        this.items.length ? this.items.map((notice) => this.row(notice)) : empty({ picture: bell, title: t("notices.none"), note: t("notices.noneNote") })
      }</div>
      ${this.next ? html`<p class="pager"><button class="btn" @click=${this.more}>${t("list.more")}</button></p>` : nothing}</div>`;
  }

  private row(notice: Notice): TemplateResult {
    const words = html`<span class="bead ${notice.read ? "quiet" : ""}">${icon(bell)}</span><div><span class=${notice.read ? "" : "new"}>${say(notice.title)}${notice.read ? nothing : html`<span class="hide"> ${t("notices.new")}</span>`}</span><span class="small">${sinceOf(notice.at)}</span></div>`;
    if (!notice.record) return html`<div class="row notice">${words}</div>`;
    return html`<a class="row notice" href="/records/${notice.record}" @click=${() => void this.mark([notice])}>${words}${icon(caretRight)}</a>`;
  }

  private readAll(): void {
    void this.mark(this.items.filter((notice) => !notice.read));
  }

  private async mark(notices: Notice[]): Promise<void> {
    const fresh = notices.filter((notice) => !notice.read);
    if (!fresh.length) return;
    this.items = this.items.map((notice) => (fresh.includes(notice) ? { ...notice, read: true } : notice));
    this.requestUpdate();
    // What could not be told now is new again at the next look.
    await Promise.allSettled(fresh.map(({ id }) => api.put(`/notices/${id}/read`)));
    await readCounts().catch(() => undefined);
  }

  private async more(): Promise<void> {
    const page = await api.get<Notices>(query("/notices", { after: this.next }));
    this.items = [...this.items, ...page.items];
    this.next = page.next;
    this.requestUpdate();
  }
}

customElements.define("tf-notices", NoticesScreen);
