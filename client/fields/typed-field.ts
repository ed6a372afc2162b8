// A box whose text becomes another thing once it can be read: what is half typed is kept with the draft and is no answer yet.
import { html, nothing } from "lit";
import { kinds } from "../../engine/fields/index.js";
import { FieldElement } from "./field-element.js";

export abstract class TypedField extends FieldElement {
  /** What stands in the box while the cursor is in it. */
  private text: string | undefined;

  /** Text that is whole while the person may still type: taken at once. A shorter one may grow, and is read when the box is left. */
  protected abstract readonly whole: RegExp;
  protected abstract readonly keyboard: "numeric" | "text";
  /** An answer as it stands in the box. */
  protected abstract written(value: unknown): string;

  /** The box, with what stands behind it. */
  protected box(after: unknown): unknown {
    const { value, required } = this.node;
    const text = this.text ?? this.typed ?? this.written(value);
    return html`<div class="ctl"><input id=${this.controlId} .value=${text} inputmode=${this.keyboard} autocomplete="off"
      @input=${this.typing} @focus=${this.open} @blur=${this.close} @keydown=${this.key}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}>${after}</div>`;
  }

  private open(): void {
    this.text = this.typed ?? this.written(this.node.value);
    this.requestUpdate();
  }

  private typing(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    const text = this.text.trim();
    if (text === "") this.answer(null);
    else if (this.whole.test(text)) this.read(text);
    else this.answer(null, { typed: this.text });
  }

  private close(): void {
    const { text } = this;
    if (text === undefined) return;
    this.text = undefined;
    this.requestUpdate();
    if (text.trim() && (this.typed !== undefined || text !== this.written(this.node.value))) this.read(text);
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter" && this.text?.trim()) this.read(this.text);
  }

  protected override read(text: string): void {
    const { field } = this.node;
    const kind = kinds[field.type];
    const value = kind.clean!(text, field.options);
    // What stays as it was typed could not be read.
    if (value !== text || this.written(value)) {
      this.answer(value);
      return;
    }
    const [problem] = kind.validate(value, { title: field.title, options: field.options, path: this.path }, this.host.facts());
    this.answer(null, { typed: text, problem });
  }
}
