// `<tf-hidden>`: the questions of a form that are not shown now, each with what would show it. At the end of a page, closed until it is asked for.
import { html, nothing } from "lit";
import type { FormState } from "../../../engine/form-state/form-state.js";
import { type Hidden, hiddenFields } from "../../../engine/form-state/reasons.js";
import { type Properties, TfElement } from "../../ui/element.js";
import { icon } from "../../ui/icon.js";
import { eyeSlash } from "../../ui/icons/eye-slash.js";
import { say, t } from "../../ui/words.js";
import type { FieldHost } from "../field-element.js";
import "./reason-element.js";
import { namesOf, unseen } from "./unseen.js";

class HiddenElement extends TfElement {
  static override properties: Properties = { state: {} };
  /** Given with each drawing of the form; newer ones are asked of it. */
  declare state: FormState;
  private open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const draw = (): void => this.requestUpdate();
    const form = this.host;
    form.addEventListener("tf-edit", draw);
    this.while(() => form.removeEventListener("tf-edit", draw));
  }

  private get host(): FieldHost & HTMLElement {
    return this.closest<FieldHost & HTMLElement>("tf-form")!;
  }

  override render(): unknown {
    const { state, masked } = this.host;
    const all = hiddenFields(state).filter(({ path }) => !path.length || !unseen(namesOf(state, path), masked));
    if (!all.length) return nothing;
    return html`<button type="button" class="why" aria-expanded=${this.open} aria-controls="hidden-questions" @click=${this.toggle}>${icon(eyeSlash)}${t("why.hidden", { n: all.length })}</button>
      <div class="why-panel" id="hidden-questions" aria-live="polite" ?hidden=${!this.open}>${
        this.open ? html`<p class="small">${t("why.hiddenNote")}</p><ul>${all.map((one) => html`<li>${this.one(one, state, masked)}</li>`)}</ul>` : nothing
      }</div>`;
  }

  private one({ path, reason, rows }: Hidden, state: FormState, masked: readonly string[] | undefined): unknown {
    const title = path.length ? say(state.node(path).field.title) : t("why.hiddenSection", { title: sectionTitle(reason.section!, state) });
    return html`<p><b>${title}</b>${rows ? html` <span class="small">${t("why.hiddenRows", { n: rows.hidden, of: rows.of })}</span>` : nothing}</p><tf-reason .state=${state} .reasons=${[reason]} .masked=${masked}></tf-reason>`;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    this.requestUpdate();
  };
}

/** Its own title, or that of its page. */
function sectionTitle(section: NonNullable<Hidden["reason"]["section"]>, { form }: FormState): string {
  return say(section.title ?? form.pages.find(({ sections }) => sections.includes(section))?.title);
}

customElements.define("tf-hidden", HiddenElement);
