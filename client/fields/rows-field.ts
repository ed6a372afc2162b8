// A table that is only read: its rows as a plain table with numbers at the right.
import "../ui/late-words.js";
import { html, nothing } from "lit";
import { say, t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import { shown } from "./shown.js";
import "../styles/read.css";

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
    const numeric = new Set(columns.filter((column) => ["number", "integer", "money"].includes(column.type) || column.options.json === "number"));
    const none = this.node.unknown ? t("field.unknown") : t("table.empty");
    return html`<div class="label" id=${this.controlId} tabindex="-1">${say(field.title)}</div>${
      rows.length
        ? html`<div class="scroll"><table class="stat" aria-labelledby=${this.controlId}><thead><tr>${columns.map(
            (column) => html`<th scope="col" class=${numeric.has(column) ? "num" : nothing}>${say(column.title)}</th>`,
          )}</tr></thead><tbody>${rows.map(
            (row) =>
              html`<tr>${columns.map((column) => html`<td class=${numeric.has(column) ? "num" : nothing}>${shown(row[column.name], column, facts)}</td>`)}</tr>`,
          )}</tbody></table></div>`
        : html`<p class="small">${none}</p>`
    }${this.complaints([...(this.extra ?? []), ...this.node.problems])}`;
  }
}

customElements.define("tf-rows-field", RowsField);
