// Words to read between the fields.
import { html, nothing } from "lit";
import { icon } from "../ui/icon.js";
import { info } from "../ui/icons/info.js";
import { say } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import "../styles/read.css";

class NoteField extends FieldElement {
  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, shown } = this.node;
    this.hidden = !shown;
    this.className = "field";
    return shown
      ? html`<div class="note">${icon(info)}<div><b>${say(field.title)}</b>${field.help ? html`<p>${say(field.help)}</p>` : nothing}</div></div>`
      : nothing;
  }
}

customElements.define("tf-note-field", NoteField);
