// Text of many lines. The box grows with it; near its limit it says how much is left.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";

class LongTextField extends FieldElement {
  protected control(): unknown {
    const { field, value, required } = this.node;
    const text = typeof value === "string" ? value : "";
    const left = (field.options.maxLength ?? Number.POSITIVE_INFINITY) - [...text].length;
    return html`<textarea class="ctl area" rows="3" id=${this.controlId} .value=${live(text)} @input=${this.typing} maxlength=${field.options.maxLength ?? nothing}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}></textarea>
      ${left <= 100 ? html`<span class="help num" role="status">${t("field.letters", { n: left })}</span>` : nothing}`;
  }

  private typing(event: Event): void {
    this.answer((event.target as HTMLTextAreaElement).value || null);
  }
}

customElements.define("tf-long-text-field", LongTextField);
