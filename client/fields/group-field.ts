// Fields that belong together under one name. Its fields are elements of their own.
import { html } from "lit";
import { FieldElement } from "./field-element.js";
import "./group.css";

class GroupField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }

  protected override titleLine(): unknown {
    return this.words;
  }

  protected control(): unknown {
    return html`<div class="group" id=${this.controlId} tabindex="-1">${this.host.inside(this.path)}</div>`;
  }
}

customElements.define("tf-group-field", GroupField);
