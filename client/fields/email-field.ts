// An e-mail address, with the keyboard that has @ on it.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { FieldElement } from "./field-element.js";

class EmailField extends FieldElement {
  protected control(): unknown {
    const { value, required } = this.node;
    return html`<div class="ctl"><input id=${this.controlId} .value=${live(typeof value === "string" ? value : "")} @input=${this.typing}
      inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false"
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}></div>`;
  }

  private typing(event: Event): void {
    this.answer((event.target as HTMLInputElement).value || null);
  }
}

customElements.define("tf-email-field", EmailField);
