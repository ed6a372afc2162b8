// Rows of a table as they are read: heads once, numbers at the right, a cell nobody filled as a dash.
import { html, nothing, type TemplateResult } from "lit";
import type { CompiledField } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { say } from "../ui/words.js";
import { shown } from "./shown.js";
import "../styles/read.css";

const isNumeric = ({ type, options }: CompiledField): boolean => ["number", "integer", "money"].includes(type) || options.json === "number";

/** `named` is the id of what names the table. */
export const plainRows = (columns: readonly CompiledField[], rows: readonly Record<string, unknown>[], facts: Facts, named?: string): TemplateResult =>
  html`<div class="scroll"><table class="stat" aria-labelledby=${named ?? nothing}><thead><tr>${columns.map(
    (column) => html`<th scope="col" class=${isNumeric(column) ? "num" : nothing}>${say(column.title)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map((column) => html`<td class=${isNumeric(column) ? "num" : nothing}>${shown(row[column.name], column, facts) || "–"}</td>`)}</tr>`,
  )}</tbody></table></div>`;
