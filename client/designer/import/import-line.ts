// One line above a form that is designed: the rows of the file it was made from, and the way to import them once it is published.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../ui/icon.js";
import { table } from "../../ui/icons/table.js";
import { t } from "../../ui/words.js";
import { readSheetOf } from "./import-store.js";

export interface KeptRows {
  file: string;
  n: number;
}

/** How many rows wait, and of which file. */
export async function readKeptRows(form: string): Promise<KeptRows | undefined> {
  const sheet = await readSheetOf(form).catch(() => undefined);
  return sheet && { file: sheet.file, n: sheet.rows.length };
}

export function importLine(form: string, version: number, rows: KeptRows | undefined): TemplateResult | typeof nothing {
  if (!version)
    return rows ? html`<p class="import-line" role="status">${icon(table)}<span>${t("import.rowsWait", { n: rows.n, file: rows.file })}</span></p>` : nothing;
  const address = `/designer?import=${encodeURIComponent(form)}`;
  return rows
    ? html`<p class="import-line" role="status">${icon(table)}<a class="btn main" href=${`${address}&kept`}>${t("import.rowsReady", { n: rows.n })}</a><span class="small">${rows.file}</span></p>`
    : html`<p class="import-line quiet"><a class="btn text" href=${address}>${icon(table)}${t("import.title")}</a></p>`;
}
