// The small controls of the property panel: a text, words in both languages, a number, a choice, some names, a switch. Each tells its new value when it changes; undefined for nothing.
import { html, nothing, type TemplateResult } from "lit";
import type { Text } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { paperclip } from "../ui/icons/paperclip.js";
import { x } from "../ui/icons/x.js";
import { t } from "../ui/words.js";
import { writesEnglish } from "./english.js";
import { englishOf, reword, rewordEnglish, thaiOf } from "./reword.js";

interface Control<T> {
  id: string;
  label: string;
  help?: string;
  value: T | undefined;
  change: (value: T | undefined) => void;
}

const field = (id: string, label: string, help: string | undefined, control: unknown): TemplateResult =>
  html`<div class="prop-field"><label class="label" for=${id}>${label}</label>${help ? html`<span class="help" id=${`${id}-help`}>${help}</span>` : nothing}${control}</div>`;

const described = (id: string, help: string | undefined) => (help ? `${id}-help` : nothing);

export function textControl({ id, label, help, value, change, rows }: Control<string> & { rows?: number }): TemplateResult {
  const typed = (event: Event) => change((event.target as HTMLInputElement).value || undefined);
  return field(
    id,
    label,
    help,
    rows
      ? html`<textarea class="ctl area" id=${id} rows=${rows} aria-describedby=${described(id, help)} .value=${value ?? ""} @input=${typed}></textarea>`
      : html`<div class="ctl"><input id=${id} autocomplete="off" aria-describedby=${described(id, help)} .value=${value ?? ""} @input=${typed}></div>`,
  );
}

/** Words in Thai and, when the author writes both, in English beneath them. */
export function wordsControl({ id, label, help, value, change, rows }: Control<Text> & { rows?: number }): TemplateResult {
  const more = rows ? { rows } : {};
  const thai = textControl({
    id,
    label,
    ...(help ? { help } : {}),
    value: thaiOf(value) || undefined,
    change: (words) => change(words || englishOf(value) ? reword(value, words) : undefined),
    ...more,
  });
  if (!writesEnglish()) return thai;
  return html`${thai}${textControl({ id: `${id}-en`, label: t("props.inEnglish", { label }), value: englishOf(value) || undefined, change: (words) => change(rewordEnglish(value, words) || undefined), ...more })}`;
}

export function numberControl({ id, label, help, value, change, least }: Control<number> & { least?: number }): TemplateResult {
  const typed = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    change(value === "" ? undefined : Number(value));
  };
  return field(
    id,
    label,
    help,
    html`<div class="ctl"><input id=${id} type="number" step="any" min=${least ?? nothing} aria-describedby=${described(id, help)} .value=${value === undefined ? "" : String(value)} @change=${typed}></div>`,
  );
}

export interface Option {
  id: string;
  title: string;
}

export function choiceControl({ id, label, help, value, change, options, none }: Control<string> & { options: Option[]; none?: string }): TemplateResult {
  const chosen = value ?? "";
  return html`<div class="prop-field"><label class="label" for=${id}>${label}</label>${help ? html`<span class="help" id=${`${id}-help`}>${help}</span>` : nothing}<div class="ctl has-caret"><select id=${id} .value=${chosen} @change=${(
    event: Event,
  ) =>
    change(
      (event.target as HTMLSelectElement).value || undefined,
    )}>${none === undefined ? nothing : html`<option value="" ?selected=${!chosen}>${none}</option>`}${options.map(
    ({ id, title }) => html`<option value=${id} ?selected=${id === chosen}>${title}</option>`,
  )}</select></div></div>`;
}

export const switchControl = ({ id, label, value, change }: Omit<Control<boolean>, "help">): TemplateResult =>
  html`<div class="prop-switch"><label for=${id}><b>${label}</b></label><input id=${id} type="checkbox" role="switch" class="toggle" .checked=${value === true} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}></div>`;

/** Some of these, in the order in which they were chosen: each with its way out, and a list to add from. */
export function namesControl({ id, label, help, value = [], change, options }: Control<string[]> & { options: readonly Option[] }): TemplateResult {
  const titled = (one: string) => options.find((option) => option.id === one)?.title ?? one;
  const left = options.filter((option) => !value.includes(option.id));
  const put = (next: string[]) => change(next.length ? next : undefined);
  return html`<div class="prop-field names" role="group" aria-labelledby=${`${id}-label`}><p class="label" id=${`${id}-label`}>${label}</p>${help ? html`<span class="help" id=${`${id}-help`}>${help}</span>` : nothing}
    ${value.length ? html`<ol class="slot-list">${value.map((one) => html`<li class="chip on">${titled(one)}<button type="button" class="slot-x" aria-label=${t("props.takeOut", { title: titled(one) })} @click=${() => put(value.filter((other) => other !== one))}>${icon(x)}</button></li>`)}</ol>` : nothing}
    ${
      left.length
        ? html`<div class="ctl has-caret"><select id=${id} aria-label=${t("props.addTo", { label })} aria-describedby=${described(id, help)} .value=${""} @change=${(
            event: Event,
          ) => {
            const box = event.target as HTMLSelectElement;
            if (box.value) put([...value, box.value]);
            box.value = "";
          }}><option value="" selected>${t("props.addOne")}</option>${left.map((option) => html`<option value=${option.id}>${option.title}</option>`)}</select></div>`
        : nothing
    }</div>`;
}

/** A file of a spreadsheet: a button in our own words, as the browser's are in its own language; beside it which file was chosen. */
export const sheetFileControl = ({
  id,
  label,
  help,
  chosen,
  change,
}: {
  id: string;
  label: string;
  help: string;
  chosen?: string | undefined;
  change: (event: Event) => void;
}): TemplateResult =>
  html`<span class="help" id=${`${id}-help`}>${help}</span><div class="file-pick"><input id=${id} class="hide" type="file" accept=".csv,.xlsx,text/csv" aria-describedby=${`${id}-help`} @change=${change}><label class="btn" for=${id}>${icon(paperclip)}${label}</label>${chosen ? html`<span class="small">${chosen}</span>` : nothing}</div>`;
