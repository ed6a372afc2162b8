// The name of a person in its parts: prefix, first, last.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import "./name.css";

const parts = ["prefix", "first", "last"] as const;
type Name = Partial<Record<(typeof parts)[number], string>>;

class PersonNameField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }

  protected control(): unknown {
    const name = (this.node.value ?? {}) as Name;
    const id = (part: string) => (part === "prefix" ? this.controlId : `${this.controlId}-${part}`);
    return html`<div class="name-parts">${parts.map(
      (
        part,
      ) => html`<div><label class="small" for=${id(part)}>${t(`name.${part}`)}</label><div class="ctl"><input id=${id(part)} .value=${live(name[part] ?? "")}
        list=${part === "prefix" ? `${this.controlId}-prefixes` : nothing} autocomplete="off" aria-invalid=${this.invalid} @input=${this.typing(part)}></div></div>`,
    )}</div><datalist id=${`${this.controlId}-prefixes`}>${t("name.prefixes")
      .split(" ")
      .map((prefix) => html`<option value=${prefix}></option>`)}</datalist>`;
  }

  private typing(part: (typeof parts)[number]): (event: Event) => void {
    return (event) => {
      const { [part]: _, ...others } = (this.node.value ?? {}) as Name;
      const text = (event.target as HTMLInputElement).value;
      const name: Name = text ? { ...others, [part]: text } : others;
      this.answer(Object.keys(name).length ? name : null);
    };
  }
}

customElements.define("tf-person-name-field", PersonNameField);
