// A value that is read, not typed: worked out by a formula, or not to be changed now. A figure stands large and explains itself.
import { html, nothing } from "lit";
import { takenOver } from "../../engine/expression/taken-over.js";
import { icon } from "../ui/icon.js";
import { question } from "../ui/icons/question.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { shown } from "./shown.js";

class ComputedField extends FieldElement {
  private open = false;
  private reasons: ((field: ComputedField) => unknown) | undefined;

  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, value, shown: visible, computed } = this.node;
    this.hidden = !visible;
    if (!visible) return nothing;
    const words = this.node.unknown ? t("field.unknown") : shown(value, field, this.host.facts());
    const figure = typeof value === "number" && !field.type.endsWith("year");
    const problems = [...(this.extra ?? []), ...this.node.problems.filter((problem) => this.loud || problem.code === "field.check")];
    const plain = !figure && field.options.json !== "number";
    this.className = `field${plain ? " fact" : ""}${problems.length ? " bad" : ""}`;
    // Before there is a value there is nothing to ask about.
    const why = words && computed && !plain && !(field.value && takenOver(field.value));
    return html`<div class=${plain ? "calc plain" : "calc"} id=${this.controlId} tabindex="-1">
      <div class="calc-top"><div><span class="small">${this.words}</span><div class=${words ? "val" : "val later"}>${words || t("field.waitingValue")}</div></div>${
        why
          ? html`<button type="button" class="why" aria-expanded=${this.open} aria-label=${t("field.whyOf", { title: this.words })} @click=${this.toggle}>${icon(question)}${t("field.why")}</button>`
          : nothing
      }</div>${this.open && this.reasons ? this.reasons(this) : nothing}</div>${this.complaints(problems)}`;
  }

  private async toggle(): Promise<void> {
    this.open = !this.open;
    this.requestUpdate();
    this.reasons ??= (await import("./reasons.js")).reasons;
    this.requestUpdate();
  }
}

customElements.define("tf-computed-field", ComputedField);

export type { ComputedField };
