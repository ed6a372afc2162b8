// Whole numbers, numbers, percent and money. Typed with or without commas and in either digits; grouped once it is left.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { kinds } from "../../engine/fields/index.js";
import { arabicDigits } from "../../engine/thai/digits.js";
import { formatNumber } from "../../engine/thai/money.js";
import { say, t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";

class NumberField extends FieldElement {
  /** What stands in the box while the cursor is in it. */
  private text: string | undefined;

  protected control(): unknown {
    const { field, value, required } = this.node;
    const unit = field.type === "money" ? t("field.baht") : field.type === "percent" ? "%" : say(field.options.unit);
    const decimals = field.type === "money" ? 2 : undefined;
    const text = this.text ?? this.typed ?? (typeof value === "number" ? formatNumber(value, decimals) : "");
    return html`<div class="ctl"><input id=${this.controlId} class=${field.type === "money" ? "num" : nothing} .value=${text} inputmode="decimal" autocomplete="off"
      @input=${this.typing} @focus=${this.open} @blur=${this.close}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}>${unit ? html`<span class="small n">${unit}</span>` : nothing}</div>`;
  }

  private open(event: Event): void {
    const input = event.target as HTMLInputElement;
    const { value } = this.node;
    this.text = this.typed ?? (typeof value === "number" ? String(value) : "");
    input.value = this.text;
    this.requestUpdate();
  }

  private close(): void {
    this.text = undefined;
    this.requestUpdate();
  }

  private typing(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    this.read(this.text);
  }

  protected override read(text: string): void {
    const { field } = this.node;
    const plain = arabicDigits(text)
      .replace(field.type === "percent" ? /[\s,%]/g : /[\s,]/g, "")
      .replace(/[−–]/, "-");
    const number = /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
    if (plain === "" || Number.isFinite(number)) {
      this.answer(plain === "" ? null : number);
      return;
    }
    const [problem] = kinds[field.type].validate(text, { title: field.title, options: field.options, path: this.path }, this.host.facts());
    this.answer(null, { typed: text, problem });
  }
}

customElements.define("tf-number-field", NumberField);
