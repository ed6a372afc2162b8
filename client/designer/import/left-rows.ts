// Rows that are no records, with the reason of each: as a table to read, and as a file to mend and bring again.
import { html, nothing, type TemplateResult } from "lit";
import Papa from "papaparse";
import { icon } from "../../ui/icon.js";
import { downloadSimple } from "../../ui/icons/download-simple.js";
import { say, t } from "../../ui/words.js";
import type { RowLeft } from "./import-store.js";

/** More than anybody reads on a screen; the file has them all. */
const mostShown = 100;

/** Whether a column of a file is one that such a download added, which comes back with the mended file and is no answer. */
export const isOurs = (words: string): boolean => words === t("import.lineHead") || words === t("import.whyHead");

export function reasonsTable(header: readonly string[], rows: readonly RowLeft[], caption: string): TemplateResult {
  const lines = rows.flatMap((row) => row.reasons.map((reason, nth) => ({ row, reason, nth })));
  return html`<div class="sheet scrolls" tabindex="0" role="region" aria-label=${caption}><table class="list reasons"><caption class="hide">${caption}</caption>
      <thead><tr><th scope="col" class="num">${t("import.line")}</th><th scope="col">${t("import.column")}</th><th scope="col">${t("import.stands")}</th><th scope="col">${t("import.why")}</th></tr></thead>
      <tbody>${lines
        .slice(0, mostShown)
        .map(
          ({ row, reason: { at, words }, nth }) =>
            html`<tr>${nth ? html`<td></td>` : html`<th scope="row" class="num">${row.line}</th>`}<td>${at === undefined ? "" : header[at]}</td><td>${at === undefined ? "" : row.cells[at]?.trim() || html`<span class="small">${t("import.emptyCell")}</span>`}</td><td>${say(words)}</td></tr>`,
        )}</tbody></table></div>
    ${lines.length > mostShown ? html`<p class="small">${t("import.moreReasons", { n: lines.length - mostShown })}</p>` : nothing}`;
}

export const downloadButton = (file: string, header: readonly string[], rows: readonly RowLeft[]): TemplateResult =>
  html`<button type="button" class="btn" @click=${() => download(file, header, rows)}>${icon(downloadSimple)}${t("import.download", { n: rows.length })}</button>`;

/** A column before the others says which row it was, one after them why. The mark at its start tells Excel that it is Thai. */
function download(file: string, header: readonly string[], rows: readonly RowLeft[]): void {
  const line = ({ line, cells, reasons }: RowLeft): (string | number)[] => [
    line,
    ...header.flatMap((words, at) => (isOurs(words) ? [] : [cells[at] ?? ""])),
    reasons.map(({ words }) => say(words)).join(" · "),
  ];
  const csv = Papa.unparse([[t("import.lineHead"), ...header.filter((words) => !isOurs(words)), t("import.whyHead")], ...rows.map(line)]);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\ufeff${csv}`], { type: "text/csv;charset=utf-8" }));
  link.download = `${file.replace(/\.[^.]*$/, "")}-${t("import.downloadName")}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
