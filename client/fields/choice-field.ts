// Somebody, somewhere or something that the server knows: people, organizations, positions, records of another form. Chosen by a search.

import { html, nothing } from "lit";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { pickButton } from "./pick-button.js";
import { shown } from "./shown.js";

class ChoiceField extends FieldElement {
  protected control(): unknown {
    const { field, value, required } = this.node;
    const words = shown(value, field, this.host.facts());
    return html`${pickButton(this, words, this.search)}${
      words && !required ? html`<button type="button" class="btn text" @click=${() => this.answer(null)}>${t("field.clear")}</button>` : nothing
    }`;
  }

  private readonly search = async (): Promise<void> => {
    const [{ openPicker }, { finder }] = await Promise.all([import("./picker.js"), import("./find-choices.js")]);
    const chosen = await openPicker(this.words, finder(this.node.field, this.host), false);
    if (chosen) this.answer(chosen.id, { label: chosen.words });
    this.toControl();
  };
}

customElements.define("tf-choice-field", ChoiceField);
