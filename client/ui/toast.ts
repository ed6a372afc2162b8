// A short word about a done thing that can be undone. It goes after 6 seconds, but not while somebody is on it.
import { html, nothing, render } from "lit";
import { clock } from "./clock.js";
import { icon } from "./icon.js";
import { check } from "./icons/check.js";
import "./toast.css";

export interface ToastAction {
  label: string;
  run: () => void;
}

const stay = 6000;
let here: HTMLElement | undefined;
let stop = () => {};

/** Says it, in place of the one before. */
export function toast(words: string, action?: ToastAction): void {
  if (!here) {
    here = document.createElement("div");
    here.className = "toast-place";
    here.setAttribute("role", "status");
    document.body.append(here);
  }
  const place = here;
  const close = (): void => {
    stop();
    render(nothing, place);
  };
  const later = (): void => {
    stop();
    stop = clock.after(stay, close);
  };
  const act = (): void => {
    close();
    action?.run();
  };
  render(
    html`<div class="toast" @pointerenter=${() => stop()} @pointerleave=${later} @focusin=${() => stop()} @focusout=${later}>${icon(check)}<span>${words}</span>${
      action ? html`<button type="button" @click=${act}>${action.label}</button>` : nothing
    }</div>`,
    place,
  );
  later();
}
