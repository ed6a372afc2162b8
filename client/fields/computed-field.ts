// A value that is read, not typed: worked out by a formula, or not to be changed now. A figure stands large and explains itself.
import { html, nothing } from "lit";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { shown } from "./shown.js";

class ComputedField extends FieldElement {
  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, value, shown: visible } = this.node;
    this.hidden = !visible;
    if (!visible) return nothing;
    const words = this.node.unknown ? t("field.unknown") : shown(value, field, this.host.facts());
    const figure = typeof value === "number" && !field.type.endsWith("year");
    const problems = [...(this.extra ?? []), ...this.node.problems.filter((problem) => this.loud || problem.code === "field.check")];
    const plain = !figure && field.options.json !== "number";
    this.className = `field${plain ? " fact" : ""}${problems.length ? " bad" : ""}`;
    return html`<div class=${plain ? "calc plain" : "calc"} id=${this.controlId} tabindex="-1">
      <div class="calc-top"><div><span class="small">${this.words}</span><div class=${words ? "val" : "val later"}>${words || t("field.waitingValue")}</div></div>${this.why(problems)}</div></div>${this.complaints(problems)}`;
  }
}

customElements.define("tf-computed-field", ComputedField);
