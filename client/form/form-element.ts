// `<tf-form>`: one compiled form on the screen. Pages, progress, the dock; an answer draws again only its field and those that depend on it.
import { html, nothing } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { AvailableAction, DraftEdit, Problem } from "../../schemas/types.js";
import type { Answered, FieldHost } from "../fields/field-element.js";
import type { Signed } from "../fields/sign-pad.js";
import type { RowsChanged } from "../fields/table-field.js";
import { type Changed, TfElement } from "../ui/element.js";
import { say, t } from "../ui/words.js";
import { FieldSet, insideOf } from "./field-set.js";
import type { Edited, Sending } from "./filling-events.js";
import { FormModel } from "./form-model.js";
import { dock, fillPage, outline, pagesShown, progress, summaryOf } from "./form-page.js";
import { indexOf, pageOf } from "./paths.js";
import "./form.css";

export class FormElement extends TfElement implements FieldHost {
  static override properties = { form: {}, startFacts: {}, answers: {}, actions: {}, page: {}, busy: {}, editable: {} };
  declare form: CompiledForm;
  /** Facts to begin with; newer ones come by `takeFacts`. */
  declare startFacts: Facts;
  declare answers: Record<string, unknown>;
  declare typed: Record<string, string> | undefined;
  declare editable: readonly string[] | undefined;
  declare masked: readonly string[] | undefined;
  declare actions: AvailableAction[];
  declare organization: string | undefined;
  /** The page shown; one past the last is the review. */
  declare page: number;
  declare busy: boolean;
  /** Name of the person, for signing. */
  declare person: string;
  model!: FormModel;
  private fields!: FieldSet;
  private review: typeof import("./review-page.js") | undefined;
  private problemBox = false;
  private warned = false;
  private outline = "";
  private trouble = "";
  private refused: Problem[] = [];
  private comment = "";
  private signed: Signed | undefined;

  constructor() {
    super();
    this.page = 0;
    this.busy = false;
    this.actions = [];
    this.addEventListener("tf-answer", (event) => this.take((event as CustomEvent<Answered>).detail));
    this.addEventListener("tf-rows", (event) => this.draw(this.model.rows((event as CustomEvent<RowsChanged>).detail)));
    this.addEventListener("tf-left", (event) => {
      const path = (event as CustomEvent<string>).detail;
      if (this.model.leave(path)) this.fields.refresh(path);
    });
    this.addEventListener("focusin", (event) => {
      const path = (event.target as Element).closest<HTMLElement & { path?: string }>(".field")?.path;
      if (path) this.tell("tf-at", path);
    });
  }

  override willUpdate(changed: Changed): void {
    if (!changed.has("form") || !this.form) return;
    this.model = new FormModel({
      form: this.form,
      facts: this.startFacts,
      answers: this.answers ?? {},
      typed: this.typed,
      editable: this.editable,
      masked: this.masked,
    });
    this.fields = new FieldSet(this, (path) => ({ loud: this.model.loud(path), extra: this.model.extra(path), typed: this.model.typed[path] }));
  }

  // What fields ask of the form around them.
  facts(): Facts {
    return this.state.facts;
  }
  node(path: string): ReturnType<FormModel["node"]> {
    return this.model.node(path);
  }
  has(path: string): boolean {
    return this.state.has(path.split("/"));
  }
  get state(): FormModel["state"] {
    return this.model.state;
  }
  columns(path: string): CompiledForm["fields"] {
    return insideOf(this.form.fields, indexOf(path, this.form)).map((i) => this.form.fields[i]!);
  }
  inside(path: string): HTMLElement[] {
    return this.columns(path).map(({ name }) => this.fields.element(`${path}/${name}`));
  }

  /** New facts: lookups after an answer, words for what was chosen. */
  takeFacts(facts: Facts): void {
    this.model.withFacts(facts);
    this.drawChanged();
  }

  /** Answers from another window. */
  takeEdits(edits: readonly DraftEdit[]): void {
    this.model.take(edits);
    this.drawChanged();
  }

  /** The server refused: its problems are shown on top and under their fields. */
  refuse(problems: readonly Problem[]): void {
    this.refused = this.model.refuse(problems);
    // Nothing but warnings: seen now, the next press sends.
    this.warned = !this.model.remaining() && !this.refused.some(({ level }) => level !== "warn");
    this.fields.refreshAll();
    void this.showProblems();
  }

  /** Puts the cursor into a field, on whichever page it is. */
  async toField(path: string): Promise<void> {
    this.page = pageOf(path, this.form);
    await this.updateComplete;
    const element = this.fields.element(path);
    // Its code may still be on the way.
    await customElements.whenDefined(element.localName);
    await element.updateComplete;
    element.toControl();
  }

  override render(): unknown {
    if (!this.form) return nothing;
    const onReview = this.page >= this.form.pages.length;
    this.outline = outline(this.model);
    return html`${progress(this.model, this.page)}${onReview ? this.reviewPage() : fillPage(this.model, this.fields, this.page)}${this.dock(onReview)}`;
  }

  private reviewPage(): unknown {
    if (!this.review) {
      // A draft that was left here: its piece comes, or the page before is shown.
      void this.needReview().then((here) => (here ? this.requestUpdate() : this.page--));
      return nothing;
    }
    return this.review.reviewPage({
      model: this.model,
      problems: this.problemBox ? this.model.problems("refuse") : [],
      warnings: this.warned ? this.model.problems("warn") : [],
      refused: this.refused,
      action: this.mainAction(),
      person: this.person,
      edit: (path) => void this.toField(path),
      comment: (text) => {
        this.comment = text;
      },
      signed: (signed) => {
        this.signed = signed;
      },
    });
  }

  private dock(onReview: boolean): unknown {
    const { pages } = this.form;
    const shown = pagesShown(this.model);
    const back = shown.findLast((one) => one < this.page);
    const next = shown.find((one) => one > this.page) ?? pages.length;
    // What is filled every day goes from its last page.
    const last = onReview || (this.form.direct && next === pages.length);
    const action = this.mainAction();
    const send = this.warned && this.model.problems("warn").length ? t("form.sendAnyway") : action ? say(action.title) : t("form.send");
    const onward = t("form.next", { title: next < pages.length ? say(pages[next]!.title) : t("form.review") });
    return dock({
      back: back === undefined ? undefined : () => this.turn(back),
      leave: () => this.tell("tf-leave"),
      summary: last && summaryOf(this.model),
      main: last ? { words: send, press: this.send } : { words: onward, press: () => this.turn(next) },
      busy: this.busy,
      trouble: this.trouble,
    });
  }

  private mainAction(): AvailableAction | undefined {
    return this.actions.find(({ tone, allowed }) => allowed && tone === "main") ?? this.actions.find(({ allowed }) => allowed);
  }

  /** The way back and forth between pages. */
  turn(page: number): void {
    if (page !== this.page) void this.go(page);
  }

  override updated(changed: Changed): void {
    if (changed.has("page")) this.tell("tf-page", { page: this.page, was: changed.get("page") });
  }

  private async go(page: number): Promise<void> {
    for (const { fields } of this.form.pages[this.page]?.sections ?? []) {
      for (const i of fields) if (this.model.leave(this.form.fields[i]!.name)) this.fields.refresh(this.form.fields[i]!.name);
    }
    if (page >= this.form.pages.length && !(await this.needReview())) return;
    this.page = page;
    this.problemBox = false;
    await this.updateComplete;
    scrollTo(0, 0);
    this.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  private take(answered: Answered): void {
    // Its words first: what the last step changed is what the answer changed.
    if (answered.label && typeof answered.value === "string") this.label(answered.value, answered.label);
    const { loose } = this.model;
    const edits = this.model.answer(answered);
    if (this.model.loose !== loose) this.requestUpdate();
    this.draw(edits, answered);
  }

  private label(id: string, words: string): void {
    const facts = this.facts();
    this.model.withFacts({ ...facts, labels: { ...facts.labels, [id]: words } });
  }

  private draw(edits: DraftEdit[], answered?: Answered): void {
    this.drawChanged(answered?.path);
    const labels = answered?.label && typeof answered.value === "string" ? { [answered.value]: answered.label } : undefined;
    this.tell<Edited>("tf-edit", { edits, typed: this.model.typed, ...(labels && { labels }) });
  }

  private drawChanged(answered?: string): void {
    const paths = new Set(this.model.changed());
    if (answered) paths.add(answered);
    const moved = new Set([...paths].map((path) => this.fields.refresh(path)));
    // Most keys change nothing around the fields; the page before sending and the figures in the dock show answers themselves.
    const showsAnswers = this.form.summary !== undefined || this.page >= this.form.pages.length;
    if (this.warned || showsAnswers || moved.has("left") || (moved.has("shown") && outline(this.model) !== this.outline)) this.requestUpdate();
    this.warned = false;
  }

  private readonly send = (): void => {
    if (this.busy) return;
    this.model.tried = true;
    this.fields.refreshAll();
    const action = this.mainAction();
    if (!action) this.refused = this.actions.flatMap(({ why }) => why ?? []);
    if (this.model.remaining() || !action) return void this.showProblems();
    const warnings = this.model.problems("warn").length > 0;
    if (warnings && !this.warned) {
      this.warned = true;
      return void this.showProblems();
    }
    this.tell<Sending>("tf-send", { action, warnings, ...(this.comment && { comment: this.comment }), ...(this.signed && { signed: this.signed }) });
  };

  /** The box on top takes the focus, so that it is read at once. */
  private async showProblems(): Promise<void> {
    this.problemBox = true;
    if (!(await this.needReview())) return;
    this.page = this.form.pages.length;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>(".note[tabindex]")?.focus();
  }

  /** The page before sending may still have to be fetched: without reach that is said, and nothing else happens. */
  private async needReview(): Promise<boolean> {
    try {
      this.review ??= await import("./review-page.js");
      this.trouble = "";
    } catch {
      this.say(t("error.offline"));
    }
    return this.review !== undefined;
  }

  /** Says at the thumb why nothing happened. */
  say(trouble: string): void {
    this.trouble = trouble;
    this.requestUpdate();
  }
}

customElements.define("tf-form", FormElement);
