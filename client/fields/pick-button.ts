// What opens a search: a control that shows what is chosen.
import { html, type TemplateResult } from "lit";
import { icon } from "../ui/icon.js";
import { caretDown } from "../ui/icons/caret-down.js";
import { t } from "../ui/words.js";
import type { FieldElement } from "./field-element.js";

/** The button of a field, named by the field and by what is chosen. */
export const pickButton = (
  field: FieldElement,
  words: string,
  open: () => unknown,
): TemplateResult => html`<button type="button" class="ctl" id=${field.controlId}
  aria-haspopup="dialog" aria-describedby="${field.controlId}-help ${field.controlId}-problem" @click=${open}>
  <span class=${words ? "" : "ph"}>${words || t("field.choose")}</span><span class="end">${icon(caretDown)}</span></button>`;
