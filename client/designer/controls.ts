// The small controls of the property panel: a text, a number, a choice, a switch. Each tells its new value when it changes; undefined for nothing.
import { html, nothing, type TemplateResult } from "lit";

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
