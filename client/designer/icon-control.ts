// A picture out of those that a menu or a form may carry, chosen by its look.
import { html, nothing, type TemplateResult } from "lit";
import { t, type Word } from "../ui/words.js";
import "../ui/named-icon.js";
import { iconNames } from "./menu/icon-names.js";

interface IconControl {
  label: string;
  value: string | undefined;
  change: (name: string | undefined) => void;
  /** Whether it may have none. */
  none?: boolean;
}

export function iconControl({ label, value, change, none }: IconControl): TemplateResult {
  const one = (name: string | undefined, words: string, shown: unknown) =>
    html`<label title=${words} class=${name === value ? "on" : ""}><input class="hide" type="radio" name="p-icon" value=${name ?? ""} aria-label=${words} .checked=${name === value} @change=${() => change(name)}>${shown}</label>`;
  return html`<fieldset class="prop-field"><legend class="label">${label}</legend><div class="icon-list">${none ? one(undefined, t("about.iconNone"), html`<span class="small">${t("about.iconNone")}</span>`) : nothing}${iconNames.map(
    (name) => one(name, t(`icon.${name}` as Word), html`<tf-icon name=${name}></tf-icon>`),
  )}</div></fieldset>`;
}
