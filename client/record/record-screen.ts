// A record: what it says, where it stands, what happened, its prints, and what this reader may do now, or why not.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Choice, History, RecordView } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import type { LiveEvent } from "../api/live.js";
import { session } from "../api/session.js";
import { readyFor } from "../fields/ready.js";
import { getKept } from "../offline/kept.js";
import { icon } from "../ui/icon.js";
import { caretRight } from "../ui/icons/caret-right.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { printer } from "../ui/icons/printer.js";
import { bareTitle, whole } from "../ui/screen/name.js";
import { statePicture, tag } from "../ui/screen/tag.js";
import { dueOf, momentOf, sinceOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";
import { blockedNotes } from "./blocked.js";
import { factsOf, revealOf } from "./case-facts.js";
import { caseSections } from "./case-view.js";
import { type CaseChoice, type CaseChoices, caseChoices, noChoices, otherSteps } from "./choices.js";
import { decide, pictureOf } from "./decide.js";
import { historyOf, signaturesOf, stampOfRecord, stepsOf } from "./rail.js";
import { Screen } from "./screen.js";
import { stale } from "./states.js";
import { WhyBook } from "./why-book.js";

export class RecordScreen extends Screen {
  static override properties = { ...Screen.properties, whole: { state: true }, told: { state: true }, revealed: { state: true } };
  /** The history with every changed field. */
  declare private whole: boolean;
  /** What just happened, said once. */
  declare private told: string;
  /** What is sensitive was asked for: it stays shown until the person leaves. */
  declare private revealed: boolean;
  private view!: RecordView;
  private history: History = { items: [] };
  private choices: CaseChoices = noChoices;
  private readonly why = new WhyBook(() => this.requestUpdate());

  protected override hears({ kind, id }: LiveEvent): boolean {
    return kind === "record" && id === this.params.record;
  }

  protected async read(): Promise<void> {
    const id = this.params.record!;
    const [view, history] = await Promise.all([this.get<RecordView>(`/records/${id}`), this.get<History>(`/records/${id}/history`)]);
    await readyFor(view.form as unknown as CompiledForm);
    this.view = view;
    this.history = history;
    this.choices = caseChoices(this.view, session.current!.actor.account);
    this.why.of(this.view);
    this.tell("tf-band", this.mine ? undefined : { title: this.formTitle, note: placeInInbox(id), up: "/inbox" });
  }

  /** What was asked for on purpose is not kept on the device. */
  private async get<T>(path: string): Promise<T> {
    return this.revealed ? api.get<T>(query(path, { sensitive: "true" })) : (await getKept<T>(path)).value;
  }

  private readonly reveal = async ({ currentTarget }: Event): Promise<void> => {
    const section = (currentTarget as Element).closest("section");
    this.revealed = true;
    await this.reread();
    if (this.failure !== undefined) {
      this.revealed = false;
      return;
    }
    this.told = t("record.revealed");
    await this.updateComplete;
    // The button is gone: whoever reads on begins at what it has shown.
    section?.querySelector<HTMLElement>("h2")?.focus();
  };

  private get mine(): boolean {
    return this.view.record.author === session.current?.actor.account;
  }

  private get formTitle(): string {
    return say((this.view.form as { title?: string }).title);
  }

  /** The form it is of, as this reader has it; none before it was read. */
  get compiled(): CompiledForm | undefined {
    return (this.view as RecordView | undefined)?.form as unknown as CompiledForm | undefined;
  }

  protected heading(): string {
    return bareTitle(say(this.view.title), this.view.number);
  }

  protected content(): TemplateResult {
    const { view } = this;
    const { number, record } = view;
    const lao = session.current!.lao;
    return html`<div class="in case">
      ${this.crumb()}
      <div class="top"><div><h1>${bareTitle(say(view.title), number)}</h1><p class="state">${tag(view.state)}<span class="small">${this.standing()}</span></p></div><div class="tools">${this.tools()}</div></div>
      ${stale(this.failure)}
      <div role="status">${this.told ? html`<p class="note ok told">${icon(checkCircle)}<span>${this.told}</span></p>` : nothing}</div>
      ${this.reason()}${blockedNotes(this.choices.blocked, view)}
      <div class="body">
        <article class="sheet rec">
          ${caseSections(view).map((section, i) => html`<section>${i === 0 && number ? stampOfRecord(say(lao.short ?? lao.name), number, record.createdAt) : nothing}<h2 tabindex="-1">${say(section.title) || this.formTitle}</h2>${factsOf(section, this.why.open, view.reveals)}${revealOf(section, view.reveals ? this.reveal : undefined)}</section>`)}
          ${signaturesOf(view)}
        </article>
        <div class="rail">
          ${view.steps.length ? html`<section class="sheet"><div class="pad"><h2>${t("record.steps")}</h2>${stepsOf(view.steps)}</div></section>` : nothing}
          <section class="sheet"><div class="pad"><h2>${t("record.history")}</h2>${historyOf(this.history.items, this.whole)}${this.historyMore()}</div></section>
          ${this.notNow()}${this.otherSteps()}
        </div>
      </div></div>${this.dock()}`;
  }

  /** Why it came back, or was refused: what the author looks for first. */
  private reason(): unknown {
    const last = this.view.state.look === "back" ? this.history.items.find(({ comment }) => comment) : undefined;
    if (!last) return nothing;
    return html`<div class="note bad told">${icon(statePicture(this.view.state))}<div><b>${say(last.title)}</b><p class="small">“${last.comment}” · ${[last.who, sinceOf(last.at)].filter(Boolean).join(" · ")}</p></div></div>`;
  }

  private crumb(): TemplateResult {
    const up = this.mine ? { href: "/mine", word: t("nav.mine") } : { href: "/inbox", word: t("nav.inbox") };
    return html`<p class="small crumb ${this.mine ? "" : "phone-off"}"><a href=${up.href} data-back>${up.word}</a>${icon(caretRight)}${this.formTitle}</p>`;
  }

  private standing(): TemplateResult | "" {
    const { number, record, state } = this.view;
    return whole([
      number ? t("record.number", { number }) : "",
      this.mine ? "" : record.authorName,
      state.due ? dueOf(state.due) : "",
      record.sealed && state.look === "ok" ? t("record.sealed") : t("record.sentAt", { when: momentOf(record.createdAt) }),
    ]);
  }

  /** Beside the title: on a PC everything, on a phone what is not in the dock. */
  private tools(): unknown {
    const { main, others, edit, correct } = this.choices;
    const editing = this.editFirst;
    const docked = main !== undefined || correct || editing;
    return html`${others.map((choice) => this.button(choice))}
      ${edit && !correct && !editing ? html`<a class="btn" href=${this.editHref}>${icon(pencilSimple)}${t("record.edit")}</a>` : nothing}
      ${this.view.documents.map((document, i) => this.print(document, docked || i > 0 ? "btn" : "btn main phone-off"))}
      ${main ? this.button(main, "main phone-off") : nothing}
      ${correct || editing ? this.editButton("btn main phone-off") : nothing}`;
  }

  /** What keeps an action of this reader away is missing answers: giving them is the main thing to do. */
  private get editFirst(): boolean {
    const { main, edit, correct, blocked } = this.choices;
    return edit && !correct && !main && blocked.length > 0;
  }

  private editButton(look: string): TemplateResult {
    return html`<a class=${look} href=${this.editHref}>${icon(pencilSimple)}${t(this.choices.correct ? "record.correct" : "record.edit")}</a>`;
  }

  private get editHref(): string {
    return `/records/${this.view.record.id}/edit`;
  }

  /** At the thumb: the one main thing to do. */
  private dock(): unknown {
    const { main, correct } = this.choices;
    const [document] = this.view.documents;
    const button =
      correct || this.editFirst
        ? this.editButton("btn main big")
        : main
          ? this.button(main, "main big")
          : document
            ? this.print(document, "btn main big")
            : nothing;
    return button === nothing ? nothing : html`<div class="under-dock pc-off"></div><div class="dock pc-off"><div class="dock-in">${button}</div></div>`;
  }

  private button(choice: CaseChoice, look: string = choice.tone === "danger" && !choice.returns ? "danger" : ""): TemplateResult {
    const picture = pictureOf(choice);
    return html`<button class="btn ${look}" @click=${() => this.decide(choice)}>${picture ? icon(picture) : nothing}${say(choice.title)}</button>`;
  }

  private print({ id, title }: Choice, look: string): TemplateResult {
    return html`<a class=${look.startsWith("btn") ? look : `btn ${look}`} href="/api/v1/records/${this.view.record.id}/documents/${id}" target="_blank">${icon(printer)}${t("record.print", { title: say(title) })}</a>`;
  }

  private notNow(): unknown {
    const { not } = this.choices;
    if (!not.length) return nothing;
    return html`<details class="sheet not-now"><summary class="pad">${t("record.notNow", { n: not.length })}</summary><ul class="rows">${not.map(
      (choice) => html`<li class="pad"><b>${say(choice.title)}</b><span class="small">${say(choice.why!.title)}</span>${this.whyNot(choice.id)}</li>`,
    )}</ul></details>`;
  }

  /** What belongs to other steps of the case, each with when it can be done. */
  private otherSteps(): unknown {
    const others = otherSteps(this.view);
    if (!others.length) return nothing;
    return html`<details class="sheet not-now"><summary class="pad">${t("record.otherSteps", { n: others.length })}</summary><ul class="rows">${others.map(
      ({ id, title }) => html`<li class="pad"><b>${say(title)}</b>${this.whyNot(id)}</li>`,
    )}</ul></details>`;
  }

  private whyNot(action: string): TemplateResult {
    return html`<tf-action-why .view=${this.view} .action=${action}></tf-action-why>`;
  }

  private historyMore(): unknown {
    const changed = this.history.items.some((item) => item.changes?.length);
    return html`${changed ? html`<button class="btn text" aria-expanded=${this.whole} @click=${this.showWhole}>${t(this.whole ? "history.less" : "history.whole")}</button>` : nothing}
      ${this.history.next ? html`<button class="btn text" @click=${this.older}>${t("history.older")}</button>` : nothing}`;
  }

  private showWhole(): void {
    this.whole = !this.whole;
  }

  private async older(): Promise<void> {
    const more = { after: this.history.next, ...(this.revealed && { sensitive: "true" }) };
    const page = await api.get<History>(query(`/records/${this.view.record.id}/history`, more));
    this.history = { ...page, items: [...this.history.items, ...page.items] };
    this.requestUpdate();
  }

  private decide(choice: CaseChoice): void {
    decide(this.view, choice, ({ waiting }) => {
      this.told = waiting ? t("decide.waiting") : t("decide.done", { action: say(choice.title) });
      void this.reread();
    });
  }
}

/** "งานรอฉัน 1 จาก 4", when the inbox was where the person came from. */
function placeInInbox(id: string): string {
  const ids = (sessionStorage.getItem("inbox") ?? "").split(",");
  const at = ids.indexOf(id);
  return at < 0 ? t("nav.inbox") : t("record.ofInbox", { n: at + 1, of: ids.length });
}

customElements.define("tf-record", RecordScreen);
