// Where the designer begins: the list of what there is, and `<tf-bench>`, the bench of whatever kind the address names. Each bench comes when it is first needed.
import { html, nothing } from "lit";
import { TfElement } from "../ui/element.js";
import { go } from "../ui/screen/go.js";
import "./designs-screen.js";

const benches = {
  form: () => import("./form/form-designer.js"),
  menu: () => import("./menu/menu-designer.js"),
  workflow: () => import("./workflow/workflow-designer.js"),
  codes: () => import("./codes/codes-designer.js"),
  document: () => import("./document/document-designer.js"),
};

class Bench extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, here: { state: true } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;
  /** The kind whose code is here. */
  declare private here: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.bring();
  }

  private async bring(): Promise<void> {
    const { kind = "" } = this.params;
    // Nothing lies on such a bench: back to the list of what there is.
    if (!Object.hasOwn(benches, kind)) return go("/designer", true);
    await benches[kind as keyof typeof benches]();
    this.here = kind;
  }

  override render(): unknown {
    const { params, query, here } = this;
    if (here === "form") return html`<tf-form-designer .params=${params} .query=${query}></tf-form-designer>`;
    if (here === "menu") return html`<tf-menu-designer .params=${params} .query=${query}></tf-menu-designer>`;
    if (here === "workflow") return html`<tf-workflow-designer .params=${params} .query=${query}></tf-workflow-designer>`;
    if (here === "codes") return html`<tf-codes-designer .params=${params} .query=${query}></tf-codes-designer>`;
    if (here === "document") return html`<tf-document-designer .params=${params} .query=${query}></tf-document-designer>`;
    return nothing;
  }
}

customElements.define("tf-bench", Bench);
