// One of several: up to 5 are buttons, 6 to 12 a list, more a search; the form may say otherwise.
import { html, nothing } from "lit";
import { live } from "lit/directives/live.js";
import { type Choice, choices } from "../../engine/fields/options.js";
import { say, t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { pick } from "./pick.js";
import { pickButton } from "./pick-button.js";

class SelectField extends FieldElement {
  protected override get several(): boolean {
    return this.look() === "radio";
  }

  protected control(): unknown {
    const { value, required } = this.node;
    const open = this.open();
    const chosen = open.find(({ id }) => id === value);
    if (this.look() === "radio") {
      const longest = Math.max(...open.map(({ title }) => say(title).length));
      const side = longest > 18 ? "" : open.length === 3 && longest <= 9 ? " three" : " two";
      return html`<div class=${`picks${side}`} id=${this.controlId} tabindex="-1">${open.map(({ id, title }) =>
        pick("radio", this.controlId, say(title), id === value, () => this.answer(id)),
      )}</div>${!required && chosen ? html`<button type="button" class="btn text" @click=${() => this.answer(null)}>${t("field.clear")}</button>` : nothing}`;
    }
    if (this.look() === "search") return pickButton(this, chosen ? say(chosen.title) : "", () => this.search(open));
    return html`<div class="ctl has-caret"><select id=${this.controlId} .value=${live(typeof value === "string" ? value : "")} @change=${this.chose}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}>
      <option value="">${t("field.choose")}</option>${open.map(({ id, title }) => html`<option value=${id} ?selected=${id === value}>${say(title)}</option>`)}</select></div>`;
  }

  /** What may be chosen: the open ones, and the one the record already has. */
  private open(): Choice[] {
    const { field, value } = this.node;
    return (choices(field.options, this.host.facts()) ?? []).filter((choice) => choice.open || choice.id === value);
  }

  private look(): "radio" | "list" | "search" {
    const { display } = this.node.field.options;
    if (display && display !== "sheet") return display;
    const n = this.open().length;
    return n <= 5 ? "radio" : n <= 12 ? "list" : "search";
  }

  private chose(event: Event): void {
    this.answer((event.target as HTMLSelectElement).value || null);
  }

  private async search(open: Choice[]): Promise<void> {
    const { openPicker, among } = await import("./picker.js");
    const chosen = await openPicker(this.words, among(open), !this.node.required);
    if (chosen !== undefined) this.answer(chosen?.id ?? null);
    this.toControl();
  }
}

customElements.define("tf-select-field", SelectField);
