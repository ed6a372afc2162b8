// How long: a number of days, hours or minutes, or until a time of the day. As words, and as a control.
import { html, nothing, type TemplateResult } from "lit";
import type { Duration } from "../../../schemas/types.js";
import { t } from "../../ui/words.js";

const units = ["workdays", "days", "hours", "minutes", "until"] as const;
type Unit = (typeof units)[number];

const unitOf = (duration: Duration | undefined): Unit => units.find((unit) => duration?.[unit] !== undefined) ?? "workdays";

export function durationWords(duration: Duration): string {
  const unit = unitOf(duration);
  return t(`flow.for.${unit}`, { n: String(duration[unit] ?? "") });
}

interface DurationControl {
  id: string;
  label: string;
  help: string;
  value: Duration | undefined;
  change: (value: Duration | undefined) => void;
}

/** Empty for none. Another unit keeps the number where it means one. */
export function durationControl({ id, label, help, value, change }: DurationControl): TemplateResult {
  const unit = unitOf(value);
  const amount = value?.[unit];
  const put = (unit: Unit, text: string) => {
    if (text === "") return change(undefined);
    if (unit === "until") return change({ until: text });
    const n = Math.round(Number(text));
    change(n >= 1 ? ({ [unit]: n } as Duration) : undefined);
  };
  const turn = (next: Unit) => put(next, next === "until" ? "16:30" : typeof amount === "number" ? String(amount) : "1");
  return html`<div class="prop-field"><label class="label" for=${id}>${label}</label><span class="help" id=${`${id}-help`}>${help}</span>
    <div class="two"><div class="ctl"><input id=${id} type=${unit === "until" ? "time" : "number"} min=${unit === "until" ? nothing : 1} aria-describedby=${`${id}-help`} .value=${amount === undefined ? "" : String(amount)} @change=${(event: Event) => put(unit, (event.target as HTMLInputElement).value)}></div>
    <div class="ctl has-caret"><select aria-label=${t("flow.unit")} .value=${unit} @change=${(event: Event) => turn((event.target as HTMLSelectElement).value as Unit)}>${units.map((one) => html`<option value=${one} ?selected=${one === unit}>${t(`flow.unit.${one}`)}</option>`)}</select></div></div></div>`;
}
