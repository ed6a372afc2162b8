// The screens of the designer, in one piece: who opens one of them soon opens another. `<tf-bench>` is the bench of whatever the address names.
import { html, nothing } from "lit";
import { TfElement } from "../ui/element.js";
import "./designs-screen.js";
import "./form/form-designer.js";
import "./menu/menu-designer.js";
import "./workflow/workflow-designer.js";

class Bench extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;

  override render(): unknown {
    const { params, query } = this;
    if (params.kind === "form") return html`<tf-form-designer .params=${params} .query=${query}></tf-form-designer>`;
    if (params.kind === "menu") return html`<tf-menu-designer .params=${params} .query=${query}></tf-menu-designer>`;
    if (params.kind === "workflow") return html`<tf-workflow-designer .params=${params} .query=${query}></tf-workflow-designer>`;
    return nothing;
  }
}

customElements.define("tf-bench", Bench);
