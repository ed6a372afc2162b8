// A national id number or a G-code: typed with or without dashes, shown in its groups once the box is left.
import { html, nothing } from "lit";
import { kinds } from "../../engine/fields/index.js";
import { language } from "../ui/language.js";
import { FieldElement } from "./field-element.js";

class NationalIdField extends FieldElement {
  private typing = false;

  protected control(): unknown {
    const { field, value, required } = this.node;
    const text = typeof value === "string" ? value : "";
    return html`<div class="ctl"><input id=${this.controlId} .value=${this.typing ? text : this.grouped(text)} inputmode=${field.options.gCode === false ? "numeric" : "text"}
      autocomplete="off" autocapitalize="characters" spellcheck="false" @input=${this.type} @focus=${this.at(true)} @blur=${this.at(false)}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}></div>`;
  }

  /** A number that is whole in its groups; any other as it was typed, so that the slip can be seen. */
  private grouped(text: string): string {
    const { field } = this.node;
    const kind = kinds["national-id"];
    const clean = kind.clean!(text, field.options) as string;
    return /^(\d{13}|G\d{12})$/.test(clean) ? kind.show(clean, field.options, this.host.facts(), language()) : text;
  }

  private type(event: Event): void {
    this.answer((event.target as HTMLInputElement).value || null);
  }

  private at(typing: boolean): () => void {
    return () => {
      this.typing = typing;
      this.requestUpdate();
    };
  }
}

customElements.define("tf-national-id-field", NationalIdField);
