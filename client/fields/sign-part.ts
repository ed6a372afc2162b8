// Drawing a signature, offered beside an action that signs: the press itself signs with the name of the account, a drawing may be added.
import "./sign-pad.js";
import { html, type TemplateResult } from "lit";
import type { TfElement } from "../ui/element.js";
import { t } from "../ui/words.js";
import type { Signed } from "./sign-pad.js";

/** The closed part; `signed` is told what was drawn so far, or nothing when it was wiped out. */
export const signPart = (name: string, signed: (signed: Signed | undefined) => void): TemplateResult =>
  html`<details class="field" @toggle=${bring}><summary class="label">${t("sign.draw")} <span class="opt">${t("field.optional")}</span></summary><tf-sign-pad .name=${name} @tf-signed=${(
    event: CustomEvent<Signed | undefined>,
  ) => signed(event.detail ?? undefined)}></tf-sign-pad></details>`;

/** What opens comes out from behind the buttons below. */
async function bring({ currentTarget }: Event): Promise<void> {
  const part = currentTarget as HTMLDetailsElement;
  if (!part.open) return;
  await part.querySelector<TfElement>("tf-sign-pad")!.updateComplete;
  part.scrollIntoView({ block: "nearest" });
}
