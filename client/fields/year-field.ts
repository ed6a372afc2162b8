// Academic year, fiscal year and term: a list of the years around today.
import { html, nothing } from "lit";
import { kinds } from "../../engine/fields/index.js";
import { academicYear, fiscalYear, term } from "../../engine/thai/years.js";
import { language } from "../ui/language.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";

const before = 6;
const after = 2;

class YearField extends FieldElement {
  protected control(): unknown {
    const { field, value, required } = this.node;
    const facts = this.host.facts();
    const show = (item: string | number) => kinds[field.type].show(item, field.options, facts, language());
    const items = this.items(facts.today);
    if (value !== null && value !== undefined && !items.includes(value as string)) items.push(value as string);
    return html`<div class="ctl has-caret"><select id=${this.controlId} @change=${this.chose}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}>
      <option value="">${t("field.choose")}</option>${items.map((item) => html`<option value=${item} ?selected=${item === value}>${show(item)}</option>`)}</select></div>`;
  }

  private items(today: string): (string | number)[] {
    const { type, options } = this.node.field;
    const now = type === "fiscal-year" ? fiscalYear(today) : academicYear(today);
    const years = Array.from({ length: before + after + 1 }, (_, i) => now + after - i).filter(
      (year) => year >= (options.minimum ?? 0) && year <= (options.maximum ?? 9999),
    );
    if (type !== "term") return years;
    const [, current] = term(today).split("/");
    // The term of today first, then all others, newest first.
    const all = years.flatMap((year) => ["3", "2", "1"].map((n) => `${year}/${n}`));
    const here = `${now}/${current}`;
    return [here, ...all.filter((other) => other !== here)];
  }

  private chose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.answer(value === "" ? null : this.node.field.type === "term" ? value : Number(value));
  }
}

customElements.define("tf-year-field", YearField);
