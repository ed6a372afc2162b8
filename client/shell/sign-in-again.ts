// `<tf-sign-in-again>`: the session has ended while something is open. The same person signs in over the page, which stays as it is;
// another person begins at home, so that nobody goes on in somebody else's form.
import { html } from "lit";
import type { Session } from "../../schemas/types.js";
import { session } from "../api/session.js";
import { TfElement } from "../ui/element.js";
import { t } from "../ui/words.js";
import "../ui/screen/sheet.css";
import { keptUsername } from "./session-kept.js";
import type { SignInForm } from "./sign-in-form.js";
import "./sign-in-form.js";
import "./sign-in.css";

class SignInAgain extends TfElement {
  override firstUpdated(): void {
    const dialog = this.querySelector("dialog")!;
    // Escape would leave a page that can save nothing: only signing in closes it.
    dialog.addEventListener("cancel", (event) => event.preventDefault());
    dialog.showModal();
    const form = this.querySelector<SignInForm>("tf-sign-in-form")!;
    void form.updateComplete.then(() => form.querySelector<HTMLElement>(form.username ? "#password" : "#username")?.focus());
  }

  override render(): unknown {
    return html`<dialog class="sheet-dialog" aria-labelledby="again-title">
      <h2 id="again-title">${t("again.title")}</h2>
      <p class="small">${t("again.note", { name: session.current?.actor.name ?? "" })}</p>
      <tf-sign-in-form .username=${keptUsername(session.current?.actor.account)} @tf-signed-in=${this.entered}></tf-sign-in-form>
    </dialog>`;
  }

  private entered(event: CustomEvent<Session>): void {
    const same = event.detail.actor.account === session.current?.actor.account;
    if (!same) {
      location.assign("/");
      return;
    }
    // Closing gives the cursor back to the field it was in.
    this.querySelector("dialog")!.close();
    session.set(event.detail);
  }
}

customElements.define("tf-sign-in-again", SignInAgain);
