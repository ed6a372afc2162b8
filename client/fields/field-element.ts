// What every field on the screen shares: its label, help, control, problems, and how it tells the form what was done to it.
import { html, nothing } from "lit";
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { FieldNode, FormState } from "../../engine/form-state/form-state.js";
import type { Problem } from "../../schemas/types.js";
import { type Properties, TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";

export type { FieldNode };

/** What a field may ask of the form around it. Paths are names and row ids joined by `/`. */
export interface FieldHost {
  facts(): Facts;
  node(path: string): FieldNode;
  /** Whether there is a field at a path: a row may be gone. */
  has(path: string): boolean;
  /** The elements of the fields inside a group, or inside a row of a table. */
  inside(path: string): HTMLElement[];
  /** The fields of a table's rows. */
  columns(path: string): CompiledField[];
  /** The form as it stands: whoever explains asks it. */
  readonly state: FormState;
  /** Names of fields whose answers this person does not see. */
  readonly masked: readonly string[] | undefined;
  readonly form: CompiledForm;
  /** The organization the form is filled for, and the form: what a search may depend on. */
  organization: string | undefined;
}

/** `tf-answer`: the person answered. With `typed`, it is not an answer yet: half-typed text, and what is wrong with it. */
export interface Answered {
  path: string;
  value: unknown;
  typed?: string;
  problem?: Problem | undefined;
  /** Words for the id that was chosen. */
  label?: string;
}

export abstract class FieldElement extends TfElement {
  static override properties: Properties = { node: {}, loud: {}, extra: {}, path: {}, typed: {} };
  declare node: FieldNode;
  declare path: string;
  declare host: FieldHost;
  /** Its problems may be shown: it was left, or sending was tried. */
  declare loud: boolean;
  /** Problems from elsewhere: the server's, or of half-typed text. */
  declare extra: Problem[] | undefined;
  /** Half-typed text to begin with. */
  declare typed: string | undefined;

  /** It draws what its cells say beside their own elements. */
  declare readonly tellsCells?: boolean;

  /** Several controls under one name: a fieldset with a legend. */
  protected get several(): boolean {
    return false;
  }

  /** What the person answers with. */
  protected abstract control(): unknown;

  /** Makes an answer of text, or says what is wrong with it. */
  protected read(_text: string): void {}

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("focusout", this.left);
    this.while(() => this.removeEventListener("focusout", this.left));
  }

  /** Text that came back with a draft is read again: what is wrong with it must be known before sending. */
  protected override firstUpdated(): void {
    if (this.typed !== undefined) this.read(this.typed);
  }

  override render(): unknown {
    const { node } = this;
    this.hidden = !node.shown;
    const problems = this.problems();
    this.className = `field${problems.some(({ level }) => level !== "warn") ? " bad" : ""}`;
    if (!node.shown) return nothing;
    const { words, controlId } = this;
    const [optional, help, control, wrong, why] = [this.optional(), this.help(), this.control(), this.complaints(problems), this.why(problems)];
    // One template a field: at 1,000 of them each template inside another one is felt.
    return this.several
      ? html`<fieldset aria-describedby=${this.describedBy}><legend class="label" id=${`${controlId}-label`}>${words}${optional}</legend>${help}${control}${wrong}${why}</fieldset>`
      : html`<label class="label" for=${controlId}>${words}${optional}</label>${help}${control}${wrong}${why}`;
  }

  /** The id of the control: problems link to it and labels name it. */
  get controlId(): string {
    return `f-${this.path.replaceAll("/", "-")}`;
  }

  /** Puts the cursor here. */
  toControl(): void {
    const control = this.querySelector<HTMLElement>(`#${CSS.escape(this.controlId)}`) ?? this.querySelector<HTMLElement>("input,button,select,textarea");
    control?.focus();
    this.scrollIntoView({ block: "center" });
  }

  protected get words(): string {
    return say(this.node.field.title);
  }

  protected get describedBy(): string {
    return `${this.controlId}-help ${this.controlId}-problem`;
  }

  protected get invalid(): "true" | typeof nothing {
    return this.classList.contains("bad") ? "true" : nothing;
  }

  /** Tells the form an answer; null for none. */
  protected answer(value: unknown, more: Partial<Answered> = {}): void {
    this.tell<Answered>("tf-answer", { path: this.path, value, ...more });
  }

  /** Said beside the title of what may stay empty. */
  protected optional(): unknown {
    const { required, computed } = this.node;
    return required || computed ? nothing : html` <span class="opt">${t("field.optional")}</span>`;
  }

  /** Help, and the reason of a rule before it fails. */
  protected helpWords(): string {
    const { field, required } = this.node;
    const why = field.why && (required || !field.require) ? say(field.why) : "";
    return [say(field.help), why].filter(Boolean).join(" ");
  }

  /** Problems in words, under the control. */
  protected complaints(problems: Problem[]): unknown {
    if (!problems.length) return nothing;
    return html`<div id=${`${this.controlId}-problem`}>${problems.map(
      (problem) => html`<p class=${problem.level === "warn" ? "problem warn" : "problem"}>${icon(warningCircle)}<span>${say(problem.title)}</span></p>`,
    )}</div>`;
  }

  /** "ทำไม?" where a rule decides or something is wrong. What comes late draws it (why/why-element.ts). */
  protected why(problems: Problem[]): unknown {
    const { computed, required, field } = this.node;
    return computed || (required && field.require) || problems.length ? html`<tf-why .node=${this.node} .problems=${problems}></tf-why>` : nothing;
  }

  private help(): unknown {
    const words = this.helpWords();
    return words ? html`<span class="help" id=${`${this.controlId}-help`}>${words}</span>` : nothing;
  }

  /** What is said under the field now. */
  private problems(): Problem[] {
    const { extra = [] } = this;
    // What was typed cannot be read: then it is not also missing.
    const own = this.loud ? this.node.problems.filter(({ code }) => !extra.length || code !== "field.required") : [];
    return [...extra, ...own];
  }

  private readonly left = (event: FocusEvent): void => {
    if (!this.contains(event.relatedTarget as Node | null)) this.tell("tf-left", this.path);
  };
}
