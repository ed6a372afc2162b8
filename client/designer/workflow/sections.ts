// Sections of the forms that go this way, by their words: none chosen is all of them. One that is named and that a form does not have is told.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { lightbulb } from "../../ui/icons/lightbulb.js";
import { say, t } from "../../ui/words.js";

interface Named {
  id: string;
  title: string;
  /** The forms that have it. */
  forms: FormDefinition[];
}

/** Each section once, however many of the forms have it. */
function sectionsOf(forms: readonly FormDefinition[]): Named[] {
  const found = new Map<string, Named>();
  for (const form of forms)
    for (const { page, sections } of form.layout ?? [])
      for (const { id, title } of sections) {
        const known = found.get(id);
        if (known) known.forms.push(form);
        else found.set(id, { id, title: say(title) || say(page) || id, forms: [form] });
      }
  return [...found.values()];
}

/** A section as people know it; one that no form has by its id. */
export const sectionWords = (forms: readonly FormDefinition[], id: string): string => sectionsOf(forms).find((one) => one.id === id)?.title ?? id;

interface SectionsControl {
  label: string;
  forms: readonly FormDefinition[];
  chosen: readonly string[] | undefined;
  change: (sections: string[] | undefined) => void;
  /** What it means that none is chosen. */
  all: string;
}

export function sectionsControl({ label, forms, chosen, change, all }: SectionsControl): TemplateResult {
  const known = sectionsOf(forms);
  const lost = (chosen ?? []).filter((id) => !known.some((one) => one.id === id)).map((id) => ({ id, title: id, forms: [] as FormDefinition[] }));
  const turn = (id: string) => {
    const next = chosen?.includes(id) ? chosen.filter((one) => one !== id) : [...(chosen ?? []), id];
    change(next.length ? next : undefined);
  };
  const missing = (chosen ?? []).flatMap((id) => {
    const having = known.find((one) => one.id === id)?.forms ?? [];
    return forms.filter((form) => !having.includes(form)).map((form) => t("flow.sectionMissing", { section: sectionWords(forms, id), form: say(form.title) }));
  });
  return html`<fieldset class="who-list"><legend class="label">${label}</legend>
    ${chosen === undefined ? html`<p class="help wide">${all}</p>` : nothing}
    ${known.length || lost.length ? nothing : html`<p class="help wide">${t(forms.length ? "flow.noSections" : "flow.noForms")}</p>`}
    ${[...known, ...lost].map(
      ({ id, title }) =>
        html`<label class="chip ${chosen?.includes(id) ? "on" : ""}"><input type="checkbox" class="hide" .checked=${chosen?.includes(id) === true} @change=${() => turn(id)}>${title}</label>`,
    )}${missing.map((words) => html`<p class="small wide with-icon amber">${icon(lightbulb)}<span>${words}</span></p>`)}</fieldset>`;
}
