// A table that is only read: its rows as a plain table with numbers at the right.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { say, t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { plainRows } from "./plain-rows.js";
import { toldTable } from "./told-table.js";

class RowsField extends FieldElement {
  protected control(): unknown {
    return nothing;
  }

  override render(): unknown {
    const { field, value, shown: visible } = this.node;
    this.hidden = !visible;
    this.className = "field";
    if (!visible) return nothing;
    const facts = this.host.facts();
    const columns = this.host.columns(this.path);
    const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    const problems = [...(this.extra ?? []), ...this.node.problems];
    const none = this.node.unknown ? t("field.unknown") : t("table.empty");
    return html`<div class="label" id=${this.controlId} tabindex="-1">${say(field.title)}</div>${
      rows.length ? plainRows(toldTable(columns, rows, facts), this.controlId) : html`<p class="small">${none}</p>`
    }${this.complaints(problems)}${this.why(problems)}`;
  }
}

customElements.define("tf-rows-field", RowsField);
