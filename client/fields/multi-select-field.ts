// Several of several: boxes to tick. The answer keeps the order of the choices.
import { html } from "lit";
import { choices } from "../../engine/fields/options.js";
import { say } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { pick } from "./pick.js";

class MultiSelectField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }

  protected control(): unknown {
    const { field, value } = this.node;
    const chosen = new Set(Array.isArray(value) ? (value as string[]) : []);
    const open = (choices(field.options, this.host.facts()) ?? []).filter((choice) => choice.open || chosen.has(choice.id));
    const choose = (id: string) => (on: boolean) => {
      const next = open.map((choice) => choice.id).filter((other) => (other === id ? on : chosen.has(other)));
      this.answer(next.length ? next : null);
    };
    const two = open.every(({ title }) => say(title).length <= 18);
    return html`<div class=${two ? "picks two" : "picks"} id=${this.controlId} tabindex="-1">${open.map(({ id, title }) =>
      pick("checkbox", this.controlId, say(title), chosen.has(id), choose(id)),
    )}</div>`;
  }
}

customElements.define("tf-multi-select-field", MultiSelectField);
