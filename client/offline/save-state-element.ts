// `<tf-save-state>`: where the work is, with icon and words, for the band. It speaks to screen readers at most every 10 seconds.
import "../ui/late-words.js";
import { html, nothing, type TemplateResult } from "lit";
import { clock } from "../ui/clock.js";
import { TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { cloudArrowUp } from "../ui/icons/cloud-arrow-up.js";
import { cloudCheck } from "../ui/icons/cloud-check.js";
import { deviceMobile } from "../ui/icons/device-mobile.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { t, time } from "../ui/words.js";
import { onSaveState, type SaveState, saveState } from "./save-state.js";

const silence = 10_000;

class SaveStateElement extends TfElement {
  private spoken = "";
  private spokenAt = 0;
  private later = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.while(onSaveState(() => this.requestUpdate()));
    this.while(() => this.later());
  }

  override render(): unknown {
    const state = saveState();
    const words = sentence(state);
    this.speak(words);
    return html`<span class="save">${words ? icon(pictures[state.kind]) : nothing}${link(state, words)}${
      state.kind === "device" || state.kind === "server" ? html`<span class="roomy">${time(state.at)}</span>` : nothing
    }</span><span class="hide" role="status">${this.spoken}</span>`;
  }

  /** What is new is spoken now, or when the silence since the last sentence is over. */
  private speak(words: string): void {
    this.later();
    if (words === this.spoken) return;
    const left = this.spokenAt + silence - clock.now();
    if (left <= 0) {
      this.spoken = words;
      this.spokenAt = clock.now();
    } else this.later = clock.after(left, () => this.requestUpdate());
  }
}

const pictures: Record<SaveState["kind"], string> = {
  none: "",
  device: deviceMobile,
  server: cloudCheck,
  waiting: cloudArrowUp,
  offline: wifiSlash,
  failed: warningCircle,
  full: warningCircle,
  "sign-in": cloudArrowUp,
};

function sentence({ kind, n }: SaveState): string {
  if (kind === "none") return "";
  if (kind === "sign-in") return t("save.signIn");
  return t(`save.${kind}`, { n });
}

/** What waits or failed can be looked at; signing in again is one press away. */
function link({ kind }: SaveState, words: string): TemplateResult | string {
  if (kind === "waiting" || kind === "failed") return html`<a href="/mine">${words}</a>`;
  if (kind === "sign-in") return html`<a href="/sign-in">${words}</a>`;
  return words;
}

customElements.define("tf-save-state", SaveStateElement);
