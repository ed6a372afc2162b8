// A starting answer that a link brings: `?start.<field>=words`. It is a proposal like a default: the person sees it, may change it, and nothing is kept before something is typed.
// In the address, and not in the history's state, so that it survives signing in, a new window and a reload before the first key.
import type { FillingElement } from "./filling.js";

const prefix = "start.";
/** No field takes more from an address, whatever its definition allows. */
const most = 500;

/** Gives the first answers of a new form, where its definition has a plain text field that is shown, empty, and neither worked out nor with a default of its own. */
export function startAnswers(filling: FillingElement, query: URLSearchParams): void {
  if (!filling.opened?.fresh || filling.opened.draft.base) return;
  const { model } = filling.formElement;
  for (const [key, words] of query) {
    const name = key.slice(prefix.length);
    const field = key.startsWith(prefix) ? model.form.fields.find((one) => one.parent === -1 && one.name === name) : undefined;
    if (field?.type !== "text" || field.value || field.default || field.options.pattern) continue;
    const { value, shown, readOnly } = model.node(name);
    // One line of plain text, as if it had been typed.
    const to = [...words.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim()].slice(0, Math.min(most, field.options.maxLength ?? most)).join("");
    if (to && shown && !readOnly && (value === undefined || value === null)) filling.formElement.takeEdits([{ path: name, to }]);
  }
}
