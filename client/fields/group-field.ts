// Fields that belong together under one name. Its fields are elements of their own.
import { html, nothing } from "lit";
import { FieldElement } from "./field-element.js";
import "./group.css";

class GroupField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }

  protected override optional(): unknown {
    return nothing;
  }

  protected control(): unknown {
    return html`<div class="group" id=${this.controlId} tabindex="-1">${this.host.inside(this.path)}</div>`;
  }
}

customElements.define("tf-group-field", GroupField);
