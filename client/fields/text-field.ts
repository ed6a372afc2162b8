// One line of text, and telephone numbers.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { FieldElement } from "./field-element.js";

class TextField extends FieldElement {
  protected control(): unknown {
    const { field, value, required } = this.node;
    const phone = field.type === "phone";
    return html`<div class="ctl"><input id=${this.controlId} .value=${live(typeof value === "string" ? value : "")} @input=${this.typing}
      type=${phone ? "tel" : "text"} inputmode=${phone ? "tel" : "text"} autocomplete=${phone ? "tel" : "off"} maxlength=${field.options.maxLength ?? nothing}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}></div>`;
  }

  private typing(event: Event): void {
    this.answer((event.target as HTMLInputElement).value || null);
  }
}

customElements.define("tf-text-field", TextField);
