// Filling: the form on the page, then, once it is sent, what became of it and what comes next.
// The address becomes the draft's as soon as there is one, so that a reload comes back to the same field.
import { html } from "lit";
import type { DraftKept, Sent } from "../form/filling-events.js";
import { TfElement } from "../ui/element.js";
import { goBack } from "../ui/screen/go.js";
import { screenWords } from "../ui/words.js";
import "../form/filling.js";

class FillScreen extends TfElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, sent: { state: true } };
  declare params: Record<string, string>;
  declare query: URLSearchParams;
  declare private sent: Sent | undefined;

  override render(): unknown {
    if (this.sent) return html`<tf-sent .sent=${this.sent} .form=${this.params.form}></tf-sent>`;
    const { form, draft, record } = this.params;
    return html`<tf-filling .form=${form} .draft=${draft} .record=${record} @tf-draft=${this.kept} @tf-sent=${this.done} @tf-leave=${this.leave}></tf-filling>`;
  }

  private kept(event: CustomEvent<DraftKept>): void {
    history.replaceState(history.state, "", `/drafts/${event.detail.id}`);
  }

  private async done(event: CustomEvent<Sent>): Promise<void> {
    const [late] = await Promise.all([import("./sent.js"), screenWords()]).catch(() => []);
    this.sent = event.detail;
    // Going back must not open the sent form again.
    await late?.toFirstStep();
    history.replaceState(history.state, "", `/records/${event.detail.record}`);
    scrollTo(0, 0);
  }

  private leave(): void {
    goBack("/");
  }
}

customElements.define("tf-fill", FillScreen);
