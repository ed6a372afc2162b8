// A number of a register: given by the server inside the commit. Until then it says when it comes.
import { html, nothing } from "lit";
import { say, t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";

class RunningNumberField extends FieldElement {
  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, shown, value } = this.node;
    this.hidden = !shown;
    this.className = "field fact";
    if (!shown) return nothing;
    return html`<div class="given"><span class="small">${say(field.title)}</span><b class=${value ? "" : "later"}>${value ? String(value) : t("field.numberLater")}</b></div>`;
  }
}

customElements.define("tf-running-number-field", RunningNumberField);
