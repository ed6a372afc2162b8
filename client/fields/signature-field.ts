// A place where a workflow action signs: shown once signed, written by nobody here.
import { html, nothing } from "lit";
import { formatInstant } from "../../engine/thai/date.js";
import type { Text } from "../../schemas/types.js";
import { language } from "../ui/language.js";
import { say } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import "./signature.css";

class SignatureField extends FieldElement {
  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, value, shown } = this.node;
    const signed = value as { name: string; position?: Text; at: string; image?: string } | null | undefined;
    this.hidden = !shown || !signed;
    this.className = "field";
    if (!shown || !signed) return nothing;
    return html`<div class="label">${say(field.title)}</div><div class="sign">${
      signed.image ? html`<img class="ink" src=${`/api/v1/files/${signed.image}`} alt="" height="56">` : nothing
    }<span>(${signed.name})</span>${signed.position ? html`<span class="small">${say(signed.position)}</span>` : nothing}<span class="small">${formatInstant(signed.at, language())}</span></div>`;
  }
}

customElements.define("tf-signature-field", SignatureField);
