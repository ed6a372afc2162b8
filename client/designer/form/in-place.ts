// Words edited where they stand on the form: a box in their place and in their letters, for as long as one writes.
import { html, type TemplateResult } from "lit";
import { t } from "../../ui/words.js";
import type { Selection } from "./selection.js";

/** What is being worded, if anything. */
export interface Wording {
  at: Selection | undefined;
  begin(at: Selection): void;
  change(text: string): void;
  /** Written to the end; `back` gives the focus to what was worded. */
  end(back: boolean): void;
}

export const isWorded = ({ at }: Wording, it: Selection): boolean => JSON.stringify(at) === JSON.stringify(it);

/** `title` is how it is called until now; the keys of the canvas are not heard meanwhile. */
export function inPlace({ change, end }: Wording, text: string, title: string): TemplateResult {
  const pressed = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    end(true);
  };
  return html`<textarea class="in-place" rows="1" aria-label=${t("canvas.wordingOf", { title })} .value=${text} @input=${(event: Event) => change((event.target as HTMLTextAreaElement).value.replaceAll("\n", " "))}
    @keydown=${pressed} @click=${(event: Event) => event.stopPropagation()} @blur=${() => end(false)}></textarea>`;
}
