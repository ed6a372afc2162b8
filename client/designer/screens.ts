// Where the designer begins: `<tf-designs>`, the list of what there is or the import of rows into one of its forms, and `<tf-bench>`, the bench of
// whatever kind the address names. Each bench, and the import, comes when it is first needed.
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

class Designs extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, here: { state: true } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;
  /** The code of the import is here. */
  declare private here: boolean;

  override willUpdate(): void {
    if (this.query.has("import") && !this.here) void import("./import/import-screen.js").then(() => (this.here = true));
  }

  override render(): unknown {
    const form = this.query.get("import");
    if (!form) return html`<tf-design-list></tf-design-list>`;
    return this.here ? html`<tf-import .form=${form} .query=${this.query}></tf-import>` : nothing;
  }
}

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

customElements.define("tf-designs", Designs);
customElements.define("tf-bench", Bench);
