// ใช่ or ไม่ใช่: two buttons; none pressed is no answer.
import "../ui/late-words.js";
import { html } from "lit";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { pick } from "./pick.js";

class YesNoField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }

  protected control(): unknown {
    const { value } = this.node;
    const choose = (to: boolean) => () => this.answer(to);
    return html`<div class="picks two" id=${this.controlId} tabindex="-1">
      ${pick("radio", this.controlId, t("field.yes"), value === true, choose(true))}${pick("radio", this.controlId, t("field.no"), value === false, choose(false))}</div>`;
  }
}

customElements.define("tf-yes-no-field", YesNoField);
