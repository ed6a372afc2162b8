// What the check found: how many rows are right, doubtful and wrong, each of these with its reasons, and the way on.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../ui/icon.js";
import { checkCircle } from "../../ui/icons/check-circle.js";
import { lightbulb } from "../../ui/icons/lightbulb.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { t } from "../../ui/words.js";
import type { Sheet } from "../read-sheet.js";
import type { Checked, CheckedRow } from "./check-rows.js";
import type { RowLeft } from "./import-store.js";
import { downloadButton, reasonsTable } from "./left-rows.js";

export interface CheckedView {
  sheet: Sheet;
  checked: Checked;
  /** Doubtful rows are imported as well. */
  doubts: boolean;
  setDoubts(doubts: boolean): void;
}

export const reasoned = (row: CheckedRow): RowLeft => ({
  line: row.line,
  cells: row.cells,
  reasons: row.problems.map(({ at, problem }) => ({ ...(at !== undefined && { at }), words: problem.title })),
});

export function checkedView({ sheet, checked: { good, doubtful, wrong }, doubts, setDoubts }: CheckedView): TemplateResult {
  return html`<section class="part"><h2>${t("import.found")}</h2>
      <p class="counts"><span class="tag ok">${icon(checkCircle)}${t("import.good", { n: good.length })}</span>${doubtful.length ? html`<span class="tag wait">${icon(lightbulb)}${t("import.doubtful", { n: doubtful.length })}</span>` : nothing}${wrong.length ? html`<span class="tag back">${icon(warningCircle)}${t("import.wrong", { n: wrong.length })}</span>` : nothing}</p></section>
    ${
      wrong.length
        ? html`<section class="part"><h2>${t("import.wrongRows")}</h2><p class="small">${t("import.wrongNote")}</p>${reasonsTable(sheet.header, wrong.map(reasoned), t("import.wrongRows"))}<p class="more">${downloadButton(sheet.file, sheet.header, wrong.map(reasoned))}</p></section>`
        : nothing
    }
    ${
      doubtful.length
        ? html`<section class="part"><h2>${t("import.doubtfulRows")}</h2>${reasonsTable(sheet.header, doubtful.map(reasoned), t("import.doubtfulRows"))}
          <label class="pick ${doubts ? "on" : ""}"><input type="checkbox" class="hide" .checked=${doubts} @change=${(event: Event) => setDoubts((event.target as HTMLInputElement).checked)}><span class="box" aria-hidden="true"></span><span>${t("import.takeDoubts", { n: doubtful.length })}</span></label></section>`
        : nothing
    }`;
}
