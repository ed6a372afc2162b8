// A table: each row is a card of its fields. Rows are added at the end; a removed row can be brought back.
import "../ui/late-words.js";
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { rowKey } from "../../engine/fields/table.js";
import { icon } from "../ui/icon.js";
import { plus } from "../ui/icons/plus.js";
import { trash } from "../ui/icons/trash.js";
import { newId } from "../ui/new-id.js";
import { t } from "../ui/words.js";
import { FieldElement } from "./field-element.js";
import "./table.css";

/** `tf-rows`: a row comes or goes. */
export interface RowsChanged {
  path: string;
  add?: string;
  remove?: string;
  /** A removed row, to be brought back where it was. */
  restore?: { row: Record<string, unknown>; at: number };
}

class TableField extends FieldElement {
  protected override get several(): boolean {
    return true;
  }
  private added: string | undefined;

  protected control(): unknown {
    const { value, field } = this.node;
    const rows = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
    const full = rows.length >= (field.options.maxItems ?? 2000);
    return html`<div id=${this.controlId} tabindex="-1" class="table-rows">${
      rows.length
        ? repeat(
            rows,
            (row) => row[rowKey],
            (row, i) => this.row(String(row[rowKey]), i + 1),
          )
        : html`<p class="small">${t("table.empty")}</p>`
    }</div>${
      full
        ? html`<p class="small">${t("table.max", { n: rows.length })}</p>`
        : html`<button type="button" class="btn" @click=${this.add}>${icon(plus)}${t("table.add")}</button>`
    }`;
  }

  private row(id: string, n: number): unknown {
    return html`<section class="sheet table-row" aria-label=${t("table.row", { n })}>
      <div class="table-row-head"><b>${t("table.row", { n })}</b><button type="button" class="btn text icon" aria-label=${t("table.remove", { n })} @click=${() => this.removeRow(id, n)}>${icon(trash)}</button></div>
      <div class="table-row-fields">${this.host.inside(`${this.path}/${id}`)}</div>
    </section>`;
  }

  private add(): void {
    this.added = newId();
    this.tell<RowsChanged>("tf-rows", { path: this.path, add: this.added });
  }

  override updated(): void {
    if (!this.added) return;
    const first = this.host.inside(`${this.path}/${this.added}`)[0];
    this.added = undefined;
    // The first field of the new row may still be loading: it takes the cursor when it is there.
    queueMicrotask(() => (first?.querySelector<HTMLElement>("input,select,textarea,button") ?? undefined)?.focus());
  }

  private async removeRow(id: string, n: number): Promise<void> {
    const rows = this.host.node(this.path).value as Record<string, unknown>[];
    const at = rows.findIndex((row) => row[rowKey] === id);
    const restore = { row: rows[at]!, at };
    this.tell<RowsChanged>("tf-rows", { path: this.path, remove: id });
    this.querySelector<HTMLElement>(`#${CSS.escape(this.controlId)}`)?.focus();
    const { toast } = await import("../ui/toast.js");
    toast(t("table.removed", { n }), {
      label: t("table.undo"),
      run: () => this.tell<RowsChanged>("tf-rows", { path: this.path, restore }),
    });
  }
}

customElements.define("tf-table-field", TableField);
