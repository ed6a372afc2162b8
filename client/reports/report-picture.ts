// A picture of a report: the engine draws it, the screen gives it its place, its key, and its figures as a table.
import { html, nothing, type TemplateResult } from "lit";
import { chartSvg, colourOf } from "../../engine/report/chart.js";
import type { ReportPicture } from "../../schemas/types.js";
import { t } from "../ui/words.js";

/** Below this a picture is drawn for a phone. */
const narrow = 600;

/** Text that the engine made and escaped, as nodes: no string is ever set as HTML. */
function nodeOf(svg: string): Node {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}

export function pictureOf(picture: ReportPicture, nth: number): TemplateResult {
  const { title, series, x, xTitle, unit } = picture;
  return html`<figure class="sheet pad"><figcaption><h2>${title}</h2></figcaption>
    <div class="drawing">${nodeOf(chartSvg(picture, `chart-${nth}`, innerWidth < narrow ? { width: 350 } : {}))}</div>
    ${series.length > 1 ? html`<p class="small key">${series.map((one, at) => html`<span><svg viewBox="0 0 10 10" aria-hidden="true"><rect width="10" height="10" fill=${colourOf(at)}></rect></svg>${one.title}</span>`)}</p>` : nothing}
    <details><summary>${t("report.figures")}${unit ? ` (${unit})` : ""}</summary><div class="grid" role="region" tabindex="0" aria-label=${`${t("report.figures")} ${title}`}><table><thead><tr><th scope="col" class="first">${xTitle}</th>${series.map((one) => html`<th scope="col" class="num">${one.title}</th>`)}</tr></thead>
      <tbody>${x.map((words, at) => html`<tr><th scope="row" class="first">${words}</th>${series.map(({ texts }) => html`<td class="num">${texts[at] || "–"}</td>`)}</tr>`)}</tbody></table></div></details></figure>`;
}
