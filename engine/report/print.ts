// A report on paper: heading, what was chosen, the sheet with its head on every page, pictures, and places to sign. Every text is escaped here.
import type { ReportDefinition, ReportLine, ReportView, ReportViewColumn } from "../../schemas/types.js";
import { say } from "../text/text.js";
import { thaiDigits } from "../thai/digits.js";
import { chartSvg, colourOf, escapeMarkup } from "./chart.js";
import { headingsOf } from "./headings.js";

export interface PrintOrder {
  definition: ReportDefinition;
  view: ReportView;
  /** The owner's name, above the title. */
  organization: string;
  language: "th" | "en";
}

/** A letter's print is set for sentences; a sheet of figures is smaller, and says its page. */
const style = `<style>
@page{@bottom-right{content:counter(page) "/" counter(pages);font:11pt "TF Letter","TH Sarabun New",sans-serif}}
.report h1{margin:0}.report h2{margin:8pt 0 2pt;text-align:left;font-weight:700;break-after:avoid}
.report .sub{text-align:center;margin:0 0 4pt}
.report table{font-size:13pt;line-height:1.2}
.report thead{display:table-header-group}
.report th,.report td{padding:0 3pt}.report th{vertical-align:middle}
.report .wide{font-size:11pt}.report .wide .x{padding:0 .5pt;text-align:center;min-width:4.6mm}
.report .off{background:#e6e6e6;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.report :is(.subtotal,.total,.foot,.brought,.carried) td{font-weight:700}
.report .total td{border-top:1.2pt solid #000}
.report .legend{font-size:12pt;margin:2pt 0}.report .legend span{margin-right:5mm;white-space:nowrap}
.report figure{margin:6pt 0;break-inside:avoid}.report figure svg{display:block;width:125mm;max-width:100%;margin:0 auto}.report svg text{font-family:"TF Letter","TH Sarabun New",sans-serif;font-size:18px}
.report .key{font-size:12pt;text-align:center}.report .key i{display:inline-block;width:4mm;height:2.6mm;margin:0 1mm 0 4mm;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.report .signers{display:flex;flex-wrap:wrap;justify-content:space-around;gap:6mm;margin-top:10mm;break-inside:avoid}.report .signers .sign{margin:0;width:66mm}
</style>`;

/** How text is printed: its digits as the document wants them. */
export const printerOf = ({ document }: ReportDefinition): ((text: string) => string) =>
  (document?.digits ?? "thai") === "thai" ? thaiDigits : (text) => text;

/** The default print, a fragment for the page. */
export function printReport({ definition, view, organization, language }: PrintOrder): string {
  const printed = printerOf(definition);
  const print = (text: string) => escapeMarkup(printed(text));
  const chosen = view.parameters.map(({ words }) => words).filter(Boolean);
  return `<div class="report">${style}<h1>${print(say(view.report.title, language))}</h1><p class="sub">${[organization, ...chosen].map(print).join(" &#160; ")}</p>
${sheetMarkup(view, print)}${legendMarkup(view, print)}${picturesMarkup(definition, view, printed)}${signersMarkup(definition, language, print)}</div>`;
}

type Print = (text: string) => string;

function sheetMarkup({ columns, lines }: ReportView, print: Print): string {
  if (!lines.length) return "";
  const wide = columns.length > 14 ? "wide" : "";
  const cls = ({ part, numeric, off }: ReportViewColumn) => [part === "across" ? "x" : "", numeric ? "number" : "", off ? "off" : ""].filter(Boolean).join(" ");
  const line = ({ kind, cells }: ReportLine) =>
    `<tr class="${kind}">${cells.map((cell, nth) => `<td class="${cls(columns[nth]!)}">${print(cell)}</td>`).join("")}</tr>`;
  return `<table class="${wide}"><thead>${headMarkup(columns, print)}</thead><tbody>${lines.map(line).join("")}</tbody></table>`;
}

/** One row of heads, or two where some stand under a heading. */
function headMarkup(columns: ReportViewColumn[], print: Print): string {
  const headings = headingsOf(columns);
  const th = ({ title, part, off }: ReportViewColumn, more = "") =>
    `<th class="${[part === "across" ? "x" : "", off ? "off" : ""].filter(Boolean).join(" ")}"${more}>${print(title)}</th>`;
  if (headings.every(({ heading }) => heading === "")) return `<tr>${columns.map((column) => th(column)).join("")}</tr>`;
  const first = headings.map(({ heading, from, span }) =>
    heading === ""
      ? columns
          .slice(from, from + span)
          .map((column) => th(column, ' rowspan="2"'))
          .join("")
      : `<th colspan="${span}">${print(heading)}</th>`,
  );
  const second = columns.filter(({ heading }) => heading !== undefined);
  return `<tr>${first.join("")}</tr><tr>${second.map((column) => th(column)).join("")}</tr>`;
}

function legendMarkup({ legend }: ReportView, print: Print): string {
  return legend.length ? `<p class="legend">${legend.map(({ mark, title }) => `<span>${print(mark)} = ${print(title)}</span>`).join("")}</p>` : "";
}

/** The pictures of a print; a template has them after it. */
export function picturesMarkup({ document }: ReportDefinition, { charts }: ReportView, print: Print): string {
  if (document?.charts === false) return "";
  return charts
    .filter(({ series }) => series.some(({ values }) => values.some((value) => value !== null)))
    .map((chart, nth) => {
      const said = {
        ...chart,
        title: print(chart.title),
        xTitle: print(chart.xTitle),
        x: chart.x.map(print),
        ...(chart.unit ? { unit: print(chart.unit) } : {}),
      };
      const key =
        chart.series.length > 1
          ? `<p class="key">${chart.series.map(({ title }, at) => `<i style="background:${colourOf(at)}"></i>${escapeMarkup(print(title))}`).join("")}</p>`
          : "";
      return `<figure><h2>${escapeMarkup(print(chart.title))}</h2>${chartSvg(said, `chart-${nth}`, { print })}${key}</figure>`;
    })
    .join("");
}

function signersMarkup({ document }: ReportDefinition, language: "th" | "en", print: Print): string {
  const signers = document?.signers ?? [];
  if (!signers.length) return "";
  const word = language === "th" ? "ลงชื่อ" : "Signed";
  return `<div class="signers">${signers.map((signer) => `<div class="sign">${word} ${".".repeat(34)}<br>(${".".repeat(40)})<br>${print(say(signer, language))}</div>`).join("")}</div>`;
}

/** The plain context of a template of its own. */
export function reportContext({ definition, view, organization, language }: PrintOrder, today: string): Record<string, unknown> {
  const print = printerOf(definition);
  const periods = view.parameters.filter(({ type }) => type !== "organization").map(({ words }) => words);
  return {
    title: print(say(view.report.title, language)),
    organization: print(organization),
    period: print(periods.join(" ")),
    today: print(today),
    count: print(String(view.count)),
    parameters: Object.fromEntries(view.parameters.map(({ name, words }) => [name, print(words)])),
    columns: view.columns.map(({ title, numeric }) => ({ title: print(title), numeric: numeric ?? false })),
    lines: view.lines.map(({ kind, cells }) => ({
      kind,
      cells: cells.map(print),
      by: Object.fromEntries(view.columns.flatMap(({ name }, nth) => (name === "" ? [] : [[name, print(cells[nth]!)]]))),
    })),
    legend: view.legend.map(({ mark, title }) => ({ mark: print(mark), title: print(title) })),
    signers: (definition.document?.signers ?? []).map((signer) => print(say(signer, language))),
  };
}
