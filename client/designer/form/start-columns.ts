// The columns of a file as the fields of a new form: what was guessed of each, to be corrected before the form is made.
import { html, nothing, type TemplateResult } from "lit";
import type { FieldType } from "../../../schemas/types.js";
import { t } from "../../ui/words.js";
import { type Guess, optionsOf, readable } from "../engine.js";
import type { Sheet } from "../read-sheet.js";
import { shelves, typeWords } from "./kinds.js";

/** A column, what it would be, and whether it comes along. */
export interface Column extends Guess {
  at: number;
  taken: boolean;
}

const types = shelves.flatMap((shelf) => shelf.types).filter(readable);
const samples = 3;
/** Rows among which they are sought. */
const mostLooked = 200;
/** Choices shown of a column; all of them come along. */
const mostShown = 6;

export const columnsOf = (guesses: readonly Guess[]): Column[] => guesses.map((guess, at) => ({ ...guess, at, taken: true }));

/** With choices where its kind has them: what stands in the column. */
export function retyped({ options, ...column }: Column, type: FieldType, { rows }: Sheet): Column {
  if (type !== "select" && type !== "multi-select") return { ...column, type };
  return { ...column, type, options: options ?? optionsOf(rows.map(({ cells }) => cells[column.at] ?? "")) };
}

export function startColumns(sheet: Sheet, columns: readonly Column[], change: (column: Column) => void): TemplateResult {
  return html`<p><b>${t("new.columns", { n: columns.filter(({ taken }) => taken).length, rows: sheet.rows.length })}</b></p><p class="small">${t("new.columnsNote")}</p>
    <div class="sheet scrolls" tabindex="0" role="region" aria-label=${t("new.columnsTitle")}><table class="list columns columns-table"><thead><tr><th scope="col">${t("new.column")}</th><th scope="col">${t("new.question")}</th><th scope="col">${t("new.kind")}</th><th scope="col">${t("new.required")}</th></tr></thead>
    <tbody>${columns.map((column) => row(sheet, column, change))}</tbody></table></div>`;
}

function row(sheet: Sheet, column: Column, change: (column: Column) => void): TemplateResult {
  const { at, title, type, taken, options, required } = column;
  const head = sheet.header[at] || t("import.unnamed", { n: at + 1 });
  const shown = [
    ...new Set(
      sheet.rows
        .slice(0, mostLooked)
        .map(({ cells }) => (cells[at] ?? "").trim())
        .filter(Boolean),
    ),
  ]
    .slice(0, samples)
    .join(" · ");
  return html`<tr><th scope="row"><label class="take"><input type="checkbox" .checked=${taken} @change=${(event: Event) => change({ ...column, taken: (event.target as HTMLInputElement).checked })}><span>${head}<br><span class="fine">${shown}</span></span></label></th>
    <td><div class="ctl"><input aria-label=${t("new.questionOf", { column: head })} .value=${title} ?disabled=${!taken} @input=${(event: Event) => change({ ...column, title: (event.target as HTMLInputElement).value })}></div></td>
    <td><div class="ctl has-caret"><select aria-label=${t("new.kindOf", { column: head })} ?disabled=${!taken} @change=${(event: Event) => change(retyped(column, (event.target as HTMLSelectElement).value as FieldType, sheet))}>${types.map(
      (one) => html`<option value=${one} ?selected=${one === type}>${typeWords(one)}</option>`,
    )}</select></div>${options ? html`<span class="fine">${options.slice(0, mostShown).join(" · ")}${options.length > mostShown ? ` · ${t("new.moreChoices", { n: options.length - mostShown })}` : ""}</span>` : nothing}</td>
    <td><label class="take"><input type="checkbox" aria-label=${t("new.requiredOf", { column: head })} .checked=${required === true} ?disabled=${!taken} @change=${(event: Event) => change({ ...column, required: (event.target as HTMLInputElement).checked })}></label></td></tr>`;
}
