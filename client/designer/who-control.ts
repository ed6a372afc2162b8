// Who: the duties of the LAO's positions as chips that are on or off.
import { html, nothing, type TemplateResult } from "lit";
import { dutyWords } from "../ui/duties.js";
import { dutyOptions } from "./duties.js";

export function whoControl(
  label: string,
  chosen: readonly string[],
  used: readonly string[],
  change: (who: string[]) => void,
  none?: string,
  also: readonly string[] = [],
): TemplateResult {
  const options = dutyOptions(used, also);
  const all = [...options, ...chosen.filter((one) => !options.some(({ id }) => id === one)).map((id) => ({ id, title: dutyWords(id) }))];
  return html`<fieldset class="who-list"><legend class="label">${label}</legend>${none && !chosen.length ? html`<p class="small wide">${none}</p>` : nothing}${all.map(
    ({ id, title }) =>
      html`<label class="chip ${chosen.includes(id) ? "on" : ""}"><input type="checkbox" class="hide" .checked=${chosen.includes(id)} @change=${() => change(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])}>${title}</label>`,
  )}</fieldset>`;
}
