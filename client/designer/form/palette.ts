// The kinds of fields at the left: searched, dragged onto the form, or pressed to stand behind the field in hand.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { dotsSixVertical } from "../../ui/icons/dots-six-vertical.js";
import { magnifyingGlass } from "../../ui/icons/magnifying-glass.js";
import { t } from "../../ui/words.js";
import { pictures, shelves, typeWords } from "./kinds.js";

export interface Palette {
  sought: string;
  seek: (text: string) => void;
  add: (type: FieldType) => void;
}

export function palette({ sought, seek, add }: Palette): TemplateResult {
  const wanted = sought.trim().toLowerCase();
  const found = shelves
    .map(({ title, types }) => ({ title, types: types.filter((type) => typeWords(type).toLowerCase().includes(wanted) || type.includes(wanted)) }))
    .filter(({ types }) => types.length);
  return html`<aside class="pal" aria-label=${t("palette.title")}>
    <div class="ctl has-input">${icon(magnifyingGlass)}<input type="search" aria-label=${t("palette.search")} placeholder=${t("palette.search")} .value=${sought}
      title=${t("palette.key")} @input=${(event: Event) => seek((event.target as HTMLInputElement).value)} @keydown=${(event: KeyboardEvent) => {
        const [first] = found.flatMap(({ types }) => types);
        if (event.key !== "Enter" || !wanted || !first) return;
        event.preventDefault();
        seek("");
        add(first);
      }}></div>
    ${found.map(
      ({ title, types }) =>
        html`<h3>${t(title)}</h3>${types.map(
          // A button that can be dragged does not move in every browser: what is dragged is what it stands in.
          (type) =>
            html`<div class="kind" draggable="true" data-type=${type}><button type="button" title=${t("palette.add", { type: typeWords(type) })} @click=${() => add(type)}>${icon(pictures[type])}<span>${typeWords(type)}</span></button>${icon(dotsSixVertical, "grip")}</div>`,
        )}`,
    )}
    ${found.length ? nothing : html`<p class="small" role="status">${t("palette.none")}</p>`}
  </aside>`;
}
