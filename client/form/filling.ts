// `<tf-filling>`: opens a form, keeps every change, restores the place, sends. What it is given and tells stands in filling-events.ts.
import { html, nothing } from "lit";
import type { DraftEdit, Problem } from "../../schemas/types.js";
import { OfflineError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { clock } from "../ui/clock.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { users } from "../ui/icons/users.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { say, t } from "../ui/words.js";
import type { Clash, Clashes } from "./conflict.js";
import type { DraftKept, Sent } from "./filling-events.js";
import type { Edited, FormElement, Sending } from "./form-element.js";
import "./form-element.js";
import { Keeper } from "./keeper.js";
import { refreshFacts } from "./lookups.js";
import { type Opened, openFilling } from "./open-filling.js";

class FillingElement extends TfElement {
  static override properties = { form: {}, draft: {}, record: {} };
  declare form: string | undefined;
  declare draft: string | undefined;
  declare record: string | undefined;
  private opened: Opened | undefined;
  private keeper: Keeper | undefined;
  private failed: "offline" | Problem | undefined;
  private busy = false;
  private clashes: Clashes | undefined;
  private conflictPage: typeof import("./conflict.js") | undefined;
  /** Answers of this window that another window replaced, newest last. */
  private replaced = new Map<string, unknown>();
  private stopLookups = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    void this.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopLookups();
    void this.keeper?.close();
  }

  private get formElement(): FormElement {
    return this.querySelector("tf-form")!;
  }

  private async open(): Promise<void> {
    this.failed = undefined;
    try {
      const opened = await openFilling({ form: this.form, draft: this.draft, record: this.record });
      this.opened = opened;
      const { draft } = opened;
      opened.facts = { ...opened.facts, labels: { ...opened.facts.labels, ...draft.labels } };
      this.keeper = new Keeper(
        draft,
        !opened.fresh,
        (id) => this.tell<DraftKept>("tf-draft", { id }),
        (edits, replaced) => this.fromOther(edits, replaced),
      );
      this.tell("tf-title", say(opened.form.title));
    } catch (error) {
      this.failed = error instanceof OfflineError ? "offline" : ((error as { problem?: Problem }).problem ?? "offline");
      if (!(error instanceof OfflineError) && this.failed === "offline") console.error(error);
    }
    this.requestUpdate();
    await this.updateComplete;
    this.tell("tf-ready");
    // Back to the field the person was in.
    const { field } = this.opened?.draft ?? {};
    if (field) await this.formElement.toField(field);
  }

  override render(): unknown {
    if (this.failed) return this.failure(this.failed);
    if (!this.opened) return html`<p class="small in-form" role="status">${t("form.loading")}</p>`;
    const { form, facts, draft, actions, editable } = this.opened;
    return html`${this.clashes && this.conflictPage ? html`<div class="in-form">${this.conflictPage.conflictBox(this.clashes, this.choose, this.useChosen)}</div>` : nothing}
      ${this.otherWindow()}${this.organizations()}
      <tf-form .form=${form} .startFacts=${facts} .answers=${draft.answers} .typed=${draft.typed} .page=${draft.page ?? 0} .actions=${actions} .editable=${editable}
        .organization=${draft.organization} .person=${session.current?.actor.name ?? ""} .busy=${this.busy} ?hidden=${Boolean(this.clashes)}
        @tf-edit=${this.edited} @tf-at=${this.at} @tf-page=${this.paged} @tf-send=${this.send} @tf-leave=${this.leave}></tf-form>`;
  }

  private failure(why: "offline" | Problem): unknown {
    return html`<div class="empty" role="alert">${icon(wifiSlash)}<b>${why === "offline" ? t("form.notHere") : say(why.title)}</b><button type="button" class="btn" @click=${this.open}>${t("field.again")}</button></div>`;
  }

  /** Which of the person's organizations it is for, when there are several. */
  private organizations(): unknown {
    const { organizations, draft } = this.opened!;
    if (organizations.length < 2) return nothing;
    const chose = (event: Event) => {
      draft.organization = (event.target as HTMLSelectElement).value;
      this.keeper!.change([], { organization: draft.organization });
      this.lookUp();
    };
    return html`<div class="in-form"><label class="label" for="filling-organization">${t("form.organization")}</label><div class="ctl has-caret"><select id="filling-organization" @change=${chose}>${organizations.map(
      ({ id, title }) => html`<option value=${id} ?selected=${id === draft.organization}>${say(title)}</option>`,
    )}</select></div></div>`;
  }

  private otherWindow(): unknown {
    if (!this.replaced.size) return nothing;
    const back = (path: string, value: unknown) => () => {
      this.replaced.delete(path);
      this.formElement.dispatchEvent(new CustomEvent("tf-answer", { detail: { path, value } }));
      this.requestUpdate();
    };
    return html`<div class="note wait in-form" role="status">${icon(users)}<div><b>${t("tabs.title")}</b>${[...this.replaced].map(
      ([path, value]) =>
        html`<p>${t("tabs.help", { field: say(this.formElement.node(path).field.title) })} <button type="button" class="btn text" @click=${back(path, value)}>${t("tabs.mine", { value: String(value) })}</button></p>`,
    )}</div></div>`;
  }

  private readonly edited = ({ detail }: CustomEvent<Edited>): void => {
    const { edits, typed, labels } = detail;
    const { draft } = this.opened!;
    if (labels) draft.labels = { ...draft.labels, ...labels };
    // The first save holds the defaults as well: a draft that is opened again takes none.
    const all = this.opened!.fresh && (edits.length || Object.keys(typed).length) ? this.formElement.model.given() : edits;
    if (all !== edits) this.opened!.fresh = false;
    this.keeper!.change(all, { typed, ...(labels && { labels: draft.labels }) });
    if (edits.length) this.lookUp();
  };

  private readonly at = ({ detail }: CustomEvent<string>): void => this.keeper!.change([], { field: detail });

  private readonly paged = ({ detail }: CustomEvent<number>): void => this.keeper!.change([], { page: detail });

  private readonly leave = (event: Event): void => {
    // Our own event goes on once everything is kept.
    if (event.target === this) return;
    event.stopPropagation();
    const { keeper } = this;
    this.keeper = undefined;
    void keeper!.close().then(() => this.tell("tf-leave"));
  };

  /** Facts of other records may depend on the answers: asked again when the typing rests. */
  private lookUp(): void {
    this.stopLookups();
    const { form, draft } = this.opened!;
    if (!Object.keys(form.lookups).length) return;
    this.stopLookups = clock.after(600, async () => {
      const { state } = this.formElement.model;
      const facts = await refreshFacts(form.id, state.answers, state.facts, draft.organization, draft.base && draft.target);
      if (facts) this.formElement.takeFacts(facts);
    });
  }

  private fromOther(edits: DraftEdit[], replaced: Record<string, unknown>): void {
    for (const [path, value] of Object.entries(replaced)) this.replaced.set(path, value);
    this.formElement.takeEdits(edits);
    this.requestUpdate();
  }

  private readonly send = async ({ detail }: CustomEvent<Sending>): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.requestUpdate();
    const { form } = this.opened!;
    const box = await this.keeper!.open();
    const { answers } = this.formElement.model.state;
    const { sendDraft, problemsOf, isConflict } = await import("./send.js");
    try {
      await box.hold();
      const { done, waiting } = await sendDraft(form, box.draft, answers, detail);
      box.finish();
      this.keeper = undefined;
      this.tell<Sent>("tf-sent", { record: box.draft.target, title: form.title, waiting, ...(done && { done }) });
    } catch (error) {
      box.resume();
      const problems = problemsOf(error);
      const clashing = problems.filter(isConflict);
      if (clashing.length) await this.showClashes(clashing);
      else this.formElement.refuse(problems);
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  };

  private async showClashes(problems: Problem[]): Promise<void> {
    this.conflictPage = await import("./conflict.js");
    const { form } = this.opened!;
    const { state } = this.formElement.model;
    this.clashes = await this.conflictPage.findClashes(form, state.facts, state.answers, problems, this.opened!.draft.target);
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(".review-box")?.focus();
  }

  private readonly choose = (path: string, choice: Clash["choice"]): void => {
    this.clashes = { ...this.clashes!, items: this.clashes!.items.map((item) => (item.path === path ? { ...item, choice } : item)) };
    this.requestUpdate();
  };

  private readonly useChosen = async (): Promise<void> => {
    const box = await this.keeper!.open();
    const { record } = this.clashes!;
    const before = this.formElement.model.state.answers;
    const answers = this.conflictPage!.settled(box.draft.base?.answers ?? {}, before, this.clashes!);
    const edits = Object.keys({ ...before, ...answers })
      .filter((name) => before[name] !== answers[name])
      .map((name): DraftEdit => (answers[name] === undefined ? { path: name } : { path: name, to: answers[name] }));
    this.formElement.takeEdits(edits);
    box.change(edits, { base: { rev: record.rev, answers: record.answers as Record<string, unknown> } });
    this.clashes = undefined;
    this.requestUpdate();
  };
}

customElements.define("tf-filling", FillingElement);
