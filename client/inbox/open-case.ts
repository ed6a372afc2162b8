// `<tf-open-case>`: a case opened beside the inbox on a PC, with its deciding facts, the last word about it, and the decision below.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { History, HistoryItem, RecordView } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import { session } from "../api/session.js";
import { readyFor } from "../fields/ready.js";
import { blockedNotes } from "../record/blocked.js";
import { factsOf, revealOf } from "../record/case-facts.js";
import { caseSections } from "../record/case-view.js";
import { type CaseChoice, type CaseChoices, caseChoices, noChoices } from "../record/choices.js";
import { decide, pictureOf } from "../record/decide.js";
import { keepWritten, writtenFor } from "../record/decision-kept.js";
import { skeleton, trouble } from "../record/states.js";
import { WhyBook } from "../record/why-book.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { pencilSimple } from "../ui/icons/pencil-simple.js";
import { bareTitle } from "../ui/screen/name.js";
import { tag } from "../ui/screen/tag.js";
import { momentOf, sinceOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";

class OpenCase extends TfElement {
  static override properties = { record: {}, rev: {}, view: { state: true }, failure: { state: true } };
  declare record: string;
  /** Changes when the row in the inbox does: then the case is read again. */
  declare rev: string;
  declare private view: RecordView | undefined;
  declare private failure: unknown;
  /** What is sensitive in this case was asked for. */
  private revealed = false;
  private last: HistoryItem | undefined;
  private choices: CaseChoices = noChoices;
  private readonly why = new WhyBook(() => this.requestUpdate());

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("record")) {
      this.view = undefined;
      this.revealed = false;
    }
    if (changed.has("record") || changed.has("rev")) void this.read(this.record);
  }

  private async read(id: string): Promise<void> {
    try {
      const [view, history] = await Promise.all([
        api.get<RecordView>(query(`/records/${id}`, this.revealed ? { sensitive: "true" } : {})),
        api.get<History>(`/records/${id}/history`),
      ]);
      await readyFor(view.form as unknown as CompiledForm);
      if (id !== this.record) return;
      this.choices = caseChoices(view, session.current!.actor.account);
      this.last = history.items.find((item) => item.who && item.who !== view.record.authorName);
      this.why.of(view);
      this.failure = undefined;
      this.view = view;
    } catch (error) {
      this.failure = error;
    }
  }

  override render(): TemplateResult {
    const { view } = this;
    if (!view) return this.failure === undefined ? skeleton(5) : trouble(this.failure, () => void this.read(this.record));
    const sections = caseSections(view);
    return html`<article class="sheet open" aria-label=${say(view.title)}><div class="pad">
        <div class="dec-head"><div><p class="small">${t("inbox.sent", { form: say((view.form as { title?: string }).title), when: momentOf(view.record.createdAt) })}</p><h2 class="case-title"><a href="/records/${view.record.id}">${bareTitle(say(view.title), view.number)}</a></h2></div>${tag(view.state)}</div>
        <dl class="facts"><div><dt>${t("inbox.from")}</dt><dd><b>${view.record.authorName}</b><br><span class="small">${say(view.record.authorPosition)}</span></dd></div></dl>
        ${sections.map((section) => html`<section>${sections.length > 1 && section.title ? html`<h3>${say(section.title)}</h3>` : nothing}${factsOf(section, this.why.open, view.reveals)}${revealOf(section, view.reveals ? this.reveal : undefined)}</section>`)}
        ${this.lastWord()}
      </div>${this.deciding()}</article>`;
  }

  private readonly reveal = (): void => {
    this.revealed = true;
    void this.read(this.record);
  };

  private lastWord(): unknown {
    if (!this.last) return nothing;
    const { who, title, comment, at } = this.last;
    return html`<div class="note ok">${icon(checkCircle)}<div><b>${who} ${say(title)}</b><p class="small">${[comment ? `“${comment}”` : "", sinceOf(at)].filter(Boolean).join(" · ")}</p></div></div>`;
  }

  private deciding(): unknown {
    const { main, others, correct, edit, blocked } = this.choices;
    if (correct)
      return html`<div class="decide"><div class="acts">${others.map((choice) => this.button(choice))}<a class="btn main" href="/records/${this.record}/edit">${icon(pencilSimple)}${t("record.correct")}</a></div></div>`;
    const all = main ? [...others, main] : others;
    if (!all.length && !edit) return nothing;
    const required = all.filter((choice) => choice.comment === "required");
    const takes = all.some((choice) => choice.comment !== "none");
    return html`<div class="decide">${
      takes
        ? html`<label class="label" for="op">${t("decide.comment")} <span class="opt">${required.length === all.length ? nothing : required.length ? t("inbox.commentWhen", { actions: required.map(({ title }) => say(title)).join(t("inbox.or")) }) : t("field.optional")}</span></label><textarea class="ctl area" id="op" rows="2" maxlength="2000" .value=${writtenFor(this.record).comment} @input=${this.writing}></textarea>`
        : nothing
    }${blockedNotes(blocked, this.view!)}<div class="acts">${edit ? html`<a class="btn ${all.length ? "" : "main"}" href="/records/${this.record}/edit">${icon(pencilSimple)}${t("record.edit")}</a>` : nothing}${all.map((choice) => this.button(choice))}</div></div>`;
  }

  private button(choice: CaseChoice): TemplateResult {
    const picture = pictureOf(choice);
    const look = choice === this.choices.main ? "main" : choice.tone === "danger" && !choice.returns ? "danger" : "";
    return html`<button class="btn ${look}" @click=${() => this.decide(choice)}>${picture ? icon(picture) : nothing}${say(choice.title)}</button>`;
  }

  private writing(event: Event): void {
    keepWritten(this.record, "", { comment: (event.target as HTMLTextAreaElement).value, fields: [] });
  }

  private decide(choice: CaseChoice): void {
    const written = this.querySelector<HTMLTextAreaElement>("#op")?.value ?? "";
    decide(
      this.view!,
      choice,
      ({ waiting }) => {
        // The list says it: by then this case may have left it, and the next one stands here.
        this.tell<string>("tf-decided", waiting ? t("decide.waiting") : t("decide.done", { action: say(choice.title) }));
        void this.read(this.record);
      },
      written,
    );
  }
}

customElements.define("tf-open-case", OpenCase);
