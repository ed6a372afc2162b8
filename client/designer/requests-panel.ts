// Below the canvas: what people ask to be changed in this form. Who, which field, what, and what was written about it; the answer is written here.
import { html, nothing, type TemplateResult } from "lit";
import type { HistoryItem } from "../../schemas/types.js";
import { forgetWritten, keepWritten, writtenFor } from "../record/decision-kept.js";
import { historyOf } from "../record/rail.js";
import { icon } from "../ui/icon.js";
import { arrowSquareOut } from "../ui/icons/arrow-square-out.js";
import { check } from "../ui/icons/check.js";
import { notePencil } from "../ui/icons/note-pencil.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { tag } from "../ui/screen/tag.js";
import { dayOf } from "../ui/screen/when.js";
import { toast } from "../ui/toast.js";
import { say, t } from "../ui/words.js";
import { explain } from "./explain.js";
import { answer, type ChangeRequest, openRequests, publishedIn, threadOf } from "./requests.js";
import "../record/case.css";

export class RequestsDesk {
  items: ChangeRequest[] = [];
  private readonly threads = new Map<string, HistoryItem[]>();
  /** Whose thread is open. */
  private readonly opened = new Set<string>();
  private readonly troubles = new Map<string, string>();
  private readonly busy = new Set<string>();
  private reading: Promise<void> | undefined;
  private stale = false;

  constructor(
    private readonly form: () => string,
    private readonly draw: () => void,
  ) {}

  /** Reads them again; what happens meanwhile is read once more. Without reach the last known stay. */
  async read(): Promise<void> {
    this.stale = true;
    this.reading ??= this.readOn().finally(() => {
      this.reading = undefined;
    });
    await this.reading;
  }

  private async readOn(): Promise<void> {
    while (this.stale) {
      this.stale = false;
      this.items = await openRequests(this.form()).catch(() => this.items);
      await Promise.all([...this.opened].map((id) => this.readThread(id)));
      this.draw();
    }
  }

  private async readThread(id: string): Promise<void> {
    const thread = await threadOf(id).catch(() => undefined);
    if (thread) this.threads.set(id, thread);
  }

  /** `select` puts a field of the form in hand, where the form still has it. */
  panel(version: number, select: (field: string) => (() => void) | undefined): TemplateResult | typeof nothing {
    if (!this.items.length) return nothing;
    return html`<details class="checks asks"><summary>${icon(notePencil)}<h3>${t("asks.title", { n: this.items.length })}</h3></summary>
      <ul>${this.items.map((request) => this.row(request, version, select))}</ul></details>`;
  }

  private row(request: ChangeRequest, version: number, select: (field: string) => (() => void) | undefined): TemplateResult {
    const { id, row, number, asked, wanted, form_version } = request;
    const told = this.opened.has(id);
    return html`<li class="ask"><div class="ask-head"><b>${row.author}</b>${tag(row.state)}<span class="small">${[say(row.position), say(row.place), asked ? dayOf(asked) : "", number ? t("record.number", { number }) : ""].filter(Boolean).join(" · ")}</span></div>
      <p>${this.place(request, select)}</p><p class="wanted">${wanted}</p>
      <p class="small">${t("asks.version", { n: form_version })}</p>
      <div class="ways"><button type="button" class="btn" aria-expanded=${told ? "true" : "false"} @click=${() => void this.turn(id)}>${t(told ? "asks.threadClose" : "asks.thread")}</button>
        ${version > form_version ? html`<button type="button" class="btn" @click=${() => void this.do(id, () => publishedIn(id, version).then(() => t("asks.told")))}>${icon(check)}${t("asks.already", { n: version })}</button>` : nothing}
        <a class="btn text" href="/records/${id}" target="_blank">${icon(arrowSquareOut)}${t("asks.open")}</a></div>
      ${told ? this.thread(id) : nothing}
      ${this.troubles.has(id) ? html`<p class="problem" role="alert">${icon(warningCircle)}<span>${this.troubles.get(id)}</span></p>` : nothing}</li>`;
  }

  /** The field by the name that it had; a press takes it in hand. */
  private place({ field_id, field_title }: ChangeRequest, select: (field: string) => (() => void) | undefined): TemplateResult {
    if (field_id === undefined) return html`<b>${t("ask.whole")}</b>`;
    const press = select(field_id);
    if (!press) return html`<b>${field_title}</b> <span class="small">${t("asks.gone")}</span>`;
    return html`<button type="button" class="btn text field-way" @click=${press}>${t("asks.field", { field: field_title ?? "" })}</button>`;
  }

  private thread(id: string): TemplateResult {
    const said = this.threads.get(id);
    const write = (event: Event): void => keepWritten(id, "answer", { comment: (event.target as HTMLTextAreaElement).value, fields: [] });
    return html`<div class="ask-thread" role="log" aria-label=${t("asks.thread")}>${
      said === undefined
        ? html`<p class="small">${t("asks.reading")}</p>`
        : said.length
          ? historyOf(said, false)
          : html`<p class="small">${t("asks.silent")}</p>`
    }</div>
      <form @submit=${(event: Event) => this.send(event, id)}><label class="label" for="answer-${id}">${t("asks.answer")}</label>
      <textarea class="ctl area" id="answer-${id}" rows="2" maxlength="2000" .value=${writtenFor(id, "answer").comment} @input=${write}></textarea>
      <button class="btn main" aria-busy=${this.busy.has(id) ? "true" : nothing}>${t("asks.send")}</button></form>`;
  }

  private async turn(id: string): Promise<void> {
    if (this.opened.delete(id)) return this.draw();
    this.opened.add(id);
    this.draw();
    await this.readThread(id);
    this.draw();
  }

  private send(event: Event, id: string): void {
    event.preventDefault();
    const { comment } = writtenFor(id, "answer");
    if (!comment.trim()) {
      this.troubles.set(id, t("asks.writeFirst"));
      this.draw();
      (event.target as HTMLFormElement).querySelector("textarea")!.focus();
      return;
    }
    void this.do(id, async () => {
      const { waiting } = await answer(this.items.find((one) => one.id === id)!, comment.trim());
      forgetWritten(id, "answer");
      return t(waiting ? "decide.waiting" : "asks.answered");
    });
  }

  /** One at a time for each; says what came of it. What was written stays until it has gone. */
  private async do(id: string, run: () => Promise<string>): Promise<void> {
    if (this.busy.has(id)) return;
    this.busy.add(id);
    this.troubles.delete(id);
    this.draw();
    try {
      toast(await run());
      await this.read();
    } catch (error) {
      this.troubles.set(id, explain(error));
    }
    this.busy.delete(id);
    this.draw();
  }
}
