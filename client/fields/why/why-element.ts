// `<tf-why>`: "ทำไม?" beside a field that is worked out, required by a rule or refused; opens the chain of reasons. Fetched once the form is drawn:
// until then the element that stands in the field is empty.
import { html, nothing } from "lit";
import { reasons } from "../../../engine/form-state/reasons.js";
import type { Problem } from "../../../schemas/types.js";
import { type Properties, TfElement } from "../../ui/element.js";
import { icon } from "../../ui/icon.js";
import { question } from "../../ui/icons/question.js";
import { say, t } from "../../ui/words.js";
import type { FieldElement, FieldNode } from "../field-element.js";
import { shown } from "../shown.js";
import type { Told } from "./reason-element.js";
import "./hidden-element.js";

class WhyElement extends TfElement {
  static override properties: Properties = { node: {}, problems: {} };
  declare node: FieldNode;
  /** What is said to be wrong with its answer. */
  declare problems: readonly Problem[];
  private open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    const form = this.closest("tf-form");
    const draw = (): void => {
      if (this.open) this.requestUpdate();
    };
    form?.addEventListener("tf-edit", draw);
    this.while(() => form?.removeEventListener("tf-edit", draw));
  }

  override render(): unknown {
    const { node, open } = this;
    const field = this.closest<FieldElement>(".field")!;
    const id = `why-${field.controlId}`;
    return html`<button type="button" class="why" aria-expanded=${open} aria-controls=${id} @click=${this.toggle}>${icon(question)}${t("field.why")}<span class="hide"> ${say(node.field.title)}</span></button
      ><div class="why-panel" id=${id} aria-live="polite" ?hidden=${!open}>${open ? this.panel(field) : nothing}</div>`;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    this.requestUpdate();
  };

  private panel({ host, path }: FieldElement): unknown {
    const { node, problems } = this;
    const { state } = host;
    const at = path.split("/");
    const codes = new Set(problems.map(({ code }) => code));
    const must = codes.has("field.required") || (node.required && !node.computed);
    const told: Told[] = [
      ...(node.computed ? reasons(state, at, "value") : []),
      ...(codes.has("field.check") ? reasons(state, at, "check") : []),
      ...(must && !node.field.required ? reasons(state, at, "require") : []),
    ];
    const limits = problems.filter(({ code }) => code !== "field.check" && code !== "field.required");
    const answer = shown(node.value, node.field, state.facts);
    return html`${told.length ? html`<tf-reason .state=${state} .reasons=${told} .masked=${host.masked}></tf-reason>` : nothing}${
      codes.has("field.required") && node.field.required ? html`<p class="reason">${t("why.always")}</p>` : nothing
    }${limits.map(
      ({ title }) =>
        html`<div class="reason"><p>${t("why.limit", { words: say(title) })}</p>${answer ? html`<p class="small">${t("why.yours")}: ${answer}</p>` : nothing}</div>`,
    )}`;
  }
}

customElements.define("tf-why", WhyElement);
