// `<tf-icon name="calendar-dots">`: an icon that a definition names. Their module loads once, when the first one is shown.
import { html, nothing } from "lit";
import { TfElement } from "./element.js";
import { icon } from "./icon.js";

class NamedIcon extends TfElement {
  static override properties = { name: {}, kind: {} };
  declare name: string;
  declare kind: string;
  private paths: Record<string, string> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void import("./icons/named.js").then(({ named }) => {
      this.paths = named;
      this.requestUpdate();
    });
  }

  override render(): unknown {
    // Room is kept while the module loads, so that nothing moves.
    const path = this.paths && (Object.hasOwn(this.paths, this.name) ? this.paths[this.name] : this.paths["file-text"]);
    return path ? icon(path, this.kind) : html`<svg class="i ${this.kind ?? nothing}" aria-hidden="true"></svg>`;
  }
}

customElements.define("tf-icon", NamedIcon);
