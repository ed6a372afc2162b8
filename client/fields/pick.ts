// A choice as a button 48 px high with a visible dot or box, on a native radio or checkbox.
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { icon } from "../ui/icon.js";
import { checkBold } from "../ui/icons/check-bold.js";

/** One choice; `name` joins radios of a field. */
export const pick = (kind: "radio" | "checkbox", name: string, words: string, on: boolean, choose: (on: boolean) => void): TemplateResult =>
  html`<label class=${on ? "pick on" : "pick"}><input type=${kind} class="hide" name=${name} .checked=${live(on)}
    @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)}>${
      kind === "radio" ? html`<span class="dot"></span>` : html`<span class="box">${on ? icon(checkBold) : ""}</span>`
    }<span>${words}</span></label>`;
