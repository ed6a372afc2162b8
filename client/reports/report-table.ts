// The sheet of a report: it scrolls within itself, heads stay at the top and the name of each line at the left.
import { html, nothing, type TemplateResult } from "lit";
import { headingsOf } from "../../engine/report/headings.js";
import type { ReportLegend, ReportLine, ReportView, ReportViewColumn } from "../../schemas/types.js";
import { nameOf } from "../ui/screen/name.js";
import { t } from "../ui/words.js";

export function tableOf({ columns, lines, legend }: ReportView, title: string): TemplateResult {
  const tones = new Map(legend.map(({ mark, tone }) => [mark, tone]));
  const name = t("report.sheet", { title });
  return html`<div class="sheet grid" role="region" aria-label=${name} tabindex="0"><table>${heads(columns)}<tbody>${lines.map((line) => row(columns, line, tones))}</tbody></table></div>
    ${legend.length ? html`<p class="small legend">${legend.map(({ mark, title, tone }) => html`<span><b class=${tone ?? nothing}>${mark}</b> ${title}</span>`)}</p>` : nothing}`;
}

/** A cell of so many letters (a day, a number, a short name) stays on one line. */
const whole = 16;

const place = ({ part, numeric, off }: ReportViewColumn, nth: number): string =>
  [nth === 0 ? "first" : part === "group" ? "named" : "", part === "across" ? "x" : "", numeric ? "num" : "", off ? "off" : ""].filter(Boolean).join(" ");

function heads(columns: ReportViewColumn[]): TemplateResult {
  const groups = headingsOf(columns);
  const one = (column: ReportViewColumn, nth: number, rows: number) => html`<th scope="col" class=${place(column, nth)} rowspan=${rows}>${column.title}</th>`;
  if (groups.every(({ heading }) => heading === "")) return html`<thead><tr>${columns.map((column, nth) => one(column, nth, 1))}</tr></thead>`;
  const above = groups.flatMap(({ heading, from, span }) =>
    heading === ""
      ? columns.slice(from, from + span).map((column, nth) => one(column, from + nth, 2))
      : [html`<th scope="colgroup" colspan=${span} class="over">${heading}</th>`],
  );
  return html`<thead><tr>${above}</tr><tr class="second">${columns.map((column, nth) => (column.heading === undefined ? nothing : one(column, nth, 1)))}</tr></thead>`;
}

function row(columns: ReportViewColumn[], { kind, cells }: ReportLine, tones: ReadonlyMap<string, ReportLegend["tone"]>): TemplateResult {
  return html`<tr class=${`is-${kind}`}>${cells.map((cell, nth) => {
    const column = columns[nth]!;
    if (nth === 0) return html`<th scope="row" class=${place(column, nth)}>${nameOf(cell.replace(/^(\d+) /, "$1\u00a0"))}</th>`;
    return html`<td class=${`${place(column, nth)} ${tones.get(cell) ?? ""} ${cell.length <= whole ? "n" : ""}`}>${cell}</td>`;
  })}</tr>`;
}
