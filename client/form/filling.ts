// `<tf-filling>`: opens a form, keeps every change, restores the place, sends. What it is given and tells stands in filling-events.ts.
// What few people see (several organizations, another window, a refusal, a conflict) loads when it happens.
import { html, nothing } from "lit";
import { formatDate } from "../../engine/thai/date.js";
import type { DraftEdit, Problem } from "../../schemas/types.js";
import { OfflineError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import type { LocalDraft } from "../offline/database.js";
import { keepTrying } from "../ui/bring.js";
import { clock } from "../ui/clock.js";
import { TfElement } from "../ui/element.js";
import { language } from "../ui/language.js";
import { go } from "../ui/screen/go.js";
import { say, t } from "../ui/words.js";
import type { DraftKept, Edited, Sending, Sent } from "./filling-events.js";
import type { FormElement } from "./form-element.js";
import "./form-element.js";
import { Keeper } from "./keeper.js";
import { refreshFacts } from "./lookups.js";
import { type Opened, openFilling } from "./open-filling.js";
import { pageOf } from "./paths.js";

/** The page to begin with: of this step of the way back, or where the draft was left. */
const pageNow = ({ page }: LocalDraft): number => (history.state as { page?: number } | null)?.page ?? page ?? 0;

/** A form is drawn before anything listens for what changes elsewhere. */
const aMoment = 1000;

export class FillingElement extends TfElement {
  static override properties = { form: {}, draft: {}, record: {} };
  declare form: string | undefined;
  declare draft: string | undefined;
  declare record: string | undefined;
  opened: Opened | undefined;
  keeper: Keeper | undefined;
  failed: "offline" | Problem | undefined;
  /** Answers of this window that another window replaced, newest last. */
  readonly replaced = new Map<string, unknown>();
  /** Draws both sides of a conflict while there is one. */
  conflict: (() => unknown) | undefined;
  private busy = false;
  private said = "";
  private around: typeof import("./filling-around.js") | undefined;
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

  get formElement(): FormElement {
    return this.querySelector("tf-form")!;
  }

  readonly open = async (): Promise<void> => {
    this.failed = undefined;
    try {
      const opened = await openFilling({ form: this.form, draft: this.draft, record: this.record });
      const { draft, existing, fresh } = opened;
      if (existing && fresh && this.form) return go(`/records/${existing}`, true);
      opened.facts = { ...opened.facts, labels: { ...opened.facts.labels, ...draft.labels } };
      this.opened = opened;
      this.keeper = new Keeper(
        draft,
        !opened.fresh,
        (id) => this.tell<DraftKept>("tf-draft", { id }),
        (edits, replaced) => this.fromOther(edits, replaced),
      );
    } catch (error) {
      this.failed = (error as { problem?: Problem }).problem ?? "offline";
      if (!(error instanceof OfflineError) && this.failed === "offline") console.error(error);
    }
    if (this.failed || this.opened?.masked || (this.opened?.organizations.length ?? 0) > 1) await this.needAround();
    this.requestUpdate();
    await this.updateComplete;
    this.head();
    this.tell("tf-ready");
    // What lookups read may change elsewhere while this form stands open.
    if (this.opened && Object.keys(this.opened.form.lookups).length) clock.after(aMoment, () => void this.listen());
    // Back to the field the person was in, unless another page was turned to since.
    const { field } = this.opened?.draft ?? {};
    if (field && pageOf(field, this.opened!.form) === this.formElement.page) await this.formElement.toField(field);
  };

  override render(): unknown {
    if (this.failed) return this.around?.failure(this);
    if (!this.opened) return html`<p class="small in-form" role="status">${t("form.loading")}</p>`;
    const { form, facts, draft, actions, editable, masked } = this.opened;
    return html`${this.conflict?.() ?? nothing}${this.around?.otherWindow(this) ?? nothing}${this.around?.organizations(this) ?? nothing}${this.around?.hidden(this) ?? nothing}
      <tf-form .form=${form} .startFacts=${facts} .answers=${draft.answers} .typed=${draft.typed} .page=${pageNow(draft)} .actions=${actions} .editable=${editable} .masked=${masked}
        .organization=${draft.organization} .person=${session.current?.actor.name ?? ""} .busy=${this.busy} ?hidden=${this.conflict !== undefined}
        @tf-edit=${this.edited} @tf-at=${this.at} @tf-page=${this.paged} @tf-send=${this.send} @tf-leave=${this.leave}></tf-form>`;
  }

  /** The band says what is being filled: of a sheet of the day also whose it is, and of which day. */
  private head(): void {
    if (!this.opened) return;
    const { form, state } = this.formElement.model;
    const { organization } = state.facts;
    const day = form.day && state.answers[form.day];
    const title = say(form.title) + (form.day && organization ? ` ${say(organization.name)}` : "");
    if (this.said === title + day) return;
    this.said = title + day;
    this.tell("tf-title", title);
    if (day) this.tell("tf-band", { note: formatDate(String(day), "short", language()) });
  }

  /** Facts of other records may depend on the answers: asked again when the typing rests. */
  lookUp(): void {
    this.stopLookups();
    const { form, draft } = this.opened!;
    if (!Object.keys(form.lookups).length) return;
    this.stopLookups = clock.after(600, async () => {
      const { state } = this.formElement.model;
      const facts = await refreshFacts(form.id, state.answers, state.facts, draft.organization, draft.base && draft.target);
      if (facts) this.formElement.takeFacts(facts);
      this.head();
    });
  }

  private async listen(): Promise<void> {
    const { onLive } = await keepTrying(() => import("../api/live.js"));
    this.while(onLive(({ kind }) => kind === "record" && this.lookUp()));
  }

  private async needAround(): Promise<void> {
    this.around ??= await import("./filling-around.js");
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
    this.head();
  };

  private readonly at = ({ detail }: CustomEvent<string>): void => this.keeper!.change([], { field: detail });

  private readonly paged = ({ detail: { page } }: CustomEvent<{ page: number }>): void => this.keeper!.change([], { page });

  private readonly leave = (event: Event): void => {
    // Our own event goes on once everything is kept.
    if (event.target === this) return;
    event.stopPropagation();
    const { keeper } = this;
    this.keeper = undefined;
    void keeper!.close().then(() => this.tell("tf-leave"));
  };

  private async fromOther(edits: DraftEdit[], replaced: Record<string, unknown>): Promise<void> {
    for (const [path, value] of Object.entries(replaced)) this.replaced.set(path, value);
    this.formElement.takeEdits(edits);
    await this.needAround();
    this.requestUpdate();
  }

  private readonly send = async ({ detail }: CustomEvent<Sending>): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.requestUpdate();
    try {
      const { sendFilling } = await import("./send.js");
      const sent = await sendFilling(this, detail);
      if (!sent) return;
      this.keeper = undefined;
      this.tell<Sent>("tf-sent", sent);
    } catch (error) {
      // Not a refusal: the piece that sends could not be fetched, or this device could not keep the action. All answers are still here.
      this.formElement.say(t(error instanceof TypeError ? "error.offline" : "error.unexpected"));
      if (!(error instanceof TypeError)) console.error(error);
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  };
}

customElements.define("tf-filling", FillingElement);
