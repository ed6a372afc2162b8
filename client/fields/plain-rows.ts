// Rows of a table as they are read: heads once, numbers at the right, a cell nobody filled as a dash. Wider than its place, it scrolls by itself.
import { html, nothing, type TemplateResult } from "lit";
import { say } from "../ui/words.js";
import type { ToldTable } from "./told-table.js";
import "../styles/read.css";

/** `named` is the id of what names the table. */
export const plainRows = ({ columns, rows }: ToldTable, named?: string): TemplateResult =>
  html`<div class="scroll" tabindex="0"><table class="stat" aria-labelledby=${named ?? nothing}><thead><tr>${columns.map(
    ({ title, numeric }) => html`<th scope="col" class=${numeric ? "num" : nothing}>${say(title)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row) => html`<tr>${row.map((words, i) => html`<td class=${columns[i]!.numeric ? "num" : nothing}>${words || "–"}</td>`)}</tr>`,
  )}</tbody></table></div>`;
