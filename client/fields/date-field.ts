// A day: typed in the Buddhist era in any usual way, or chosen from our own calendar. Kept as an ISO date.
import { html, nothing } from "lit";
import { formatDate, isDay, weekdayName } from "../../engine/thai/date.js";
import { arabicDigits } from "../../engine/thai/digits.js";
import { parseDate } from "../../engine/thai/parse-date.js";
import { icon } from "../ui/icon.js";
import { calendarBlank } from "../ui/icons/calendar-blank.js";
import { language } from "../ui/language.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";

// Only what names a whole year is taken while typing; a shorter text may still grow, so it is read when the box is left.
const whole = /^(\d{8}|\d{1,2}[/.-]\d{1,2}[/.-]2[4-6]\d\d)$/;

class DateField extends FieldElement {
  private text: string | undefined;

  protected override helpWords(): string {
    // Said once a form, at its first day to be typed.
    const first = this.host.form.fields.find(({ type, value }) => type === "date" && !value);
    return super.helpWords() || (first?.id === this.node.field.id ? t("date.help") : "");
  }

  protected control(): unknown {
    const { value, required } = this.node;
    const day = isDay(value) ? value : undefined;
    const text = this.text ?? this.typed ?? (day ? formatDate(day, "long", language()) : "");
    return html`<div class="ctl"><input id=${this.controlId} .value=${text} inputmode="numeric" autocomplete="off" class="date"
      @input=${this.typing} @focus=${this.open} @blur=${this.close} @keydown=${this.key}
      aria-describedby=${this.describedBy} aria-invalid=${this.invalid} aria-required=${required ? "true" : nothing}>${
        day && this.text === undefined ? html`<span class="small n">${weekdayName(day, language())}</span>` : nothing
      }<button type="button" class="end" aria-label=${t("date.open", { title: this.words })} @click=${this.calendar}>${icon(calendarBlank)}</button></div>`;
  }

  private open(event: Event): void {
    const { value } = this.node;
    this.text = this.typed ?? (isDay(value) ? formatDate(value, "numeric") : "");
    const input = event.target as HTMLInputElement;
    input.value = this.text;
    input.select();
    this.requestUpdate();
  }

  private typing(event: Event): void {
    this.text = (event.target as HTMLInputElement).value;
    const text = arabicDigits(this.text.trim());
    if (text === "") this.answer(null);
    else {
      // Not an answer yet, but not to be lost either.
      this.answer(null, { typed: this.text });
      if (whole.test(text)) this.read(this.text);
    }
  }

  private close(): void {
    const { text } = this;
    if (text === undefined) return;
    this.text = undefined;
    this.requestUpdate();
    if (text.trim()) this.read(text);
  }

  protected override read(text: string): void {
    const found = parseDate(text, this.host.facts().today);
    if ("date" in found) {
      if (found.date !== this.node.value || this.typed !== undefined) this.answer(found.date);
    } else this.answer(null, { typed: text, problem: { ...found.problem, path: this.path } });
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Enter") this.read(this.text ?? "");
    else if (event.key === "ArrowDown" && event.altKey) void this.calendar();
  }

  private async calendar(): Promise<void> {
    const { openCalendar } = await import("./calendar.js");
    const { value } = this.node;
    const { today } = this.host.facts();
    const chosen = await openCalendar(this.words, isDay(value) ? value : undefined, today);
    if (chosen) this.answer(chosen);
    this.querySelector<HTMLElement>("button.end")?.focus();
  }
}

customElements.define("tf-date-field", DateField);
