// An import under way or over: how far it is, what holds it up, and in the end what became of every row.
import { html, nothing, type TemplateResult } from "lit";
import { icon } from "../../ui/icon.js";
import { checkCircle } from "../../ui/icons/check-circle.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { say, t } from "../../ui/words.js";
import type { RowLeft } from "./import-store.js";
import type { Importing } from "./importing.js";
import { downloadButton, reasonsTable } from "./left-rows.js";

export interface Progress {
  importing: Importing;
  /** Rows that were wrong before anything was sent. */
  left: readonly RowLeft[];
  cancel(): void;
  finish(): void;
}

export function progressView({ importing, left, cancel, finish }: Progress): TemplateResult {
  const { head, active } = importing;
  if (head.state === "finished") return finished(importing, left, finish);
  const { counted } = importing;
  // Who is at it may stop it: another window would stop what it does not know.
  const elsewhere = importing.held === "elsewhere";
  return html`<section class="part"><h2>${t(active ? "import.running" : "import.paused")}</h2>
    <p class="import-bar"><progress aria-label=${t("import.running")} max=${head.total} value=${counted}></progress><b class="n">${t("import.counted", { n: counted, total: head.total })}</b></p>
    <p class="small" role="status">${statusWords(importing)}</p>
    ${
      elsewhere
        ? nothing
        : html`<p class="more">${
            active
              ? html`<button type="button" class="btn" @click=${() => void importing.pause()}>${t("import.pause")}</button>`
              : html`<button type="button" class="btn main" @click=${() => void importing.start()}>${t("import.resume")}</button>`
          }<button type="button" class="btn danger" @click=${cancel}>${t("import.cancel")}</button></p>`
    }</section>
    ${head.refused.length ? refusedPart(importing, head.refused) : nothing}`;
}

/** Said when it changes, not with every row. */
function statusWords({ head, held, active, trouble }: Importing): string {
  if (trouble !== undefined) return t("import.cannotKeep");
  if (!active) return t("import.pausedNote");
  if (held) return t(`import.held.${held}`);
  return head.refused.length ? t("import.refusedSoFar", { n: head.refused.length }) : t("import.runningNote");
}

function finished({ head }: Importing, left: readonly RowLeft[], finish: () => void): TemplateResult {
  const out = [...head.refused, ...left].sort((a, b) => a.line - b.line);
  const clean = !out.length && !head.cancelled && !head.uncertain;
  return html`<section class="part" role="status"><h2>${icon(clean ? checkCircle : warningCircle)}${t("import.done", { n: head.done })}</h2>
      <ul class="changes">${head.refused.length ? html`<li>${t("import.refused", { n: head.refused.length })}</li>` : nothing}${left.length ? html`<li>${t("import.leftOut", { n: left.length })}</li>` : nothing}${head.cancelled ? html`<li>${t("import.cancelled", { n: head.cancelled })}</li>` : nothing}${head.uncertain ? html`<li>${t("import.uncertain", { n: head.uncertain })}</li>` : nothing}</ul></section>
    ${
      out.length
        ? html`<section class="part"><h2>${t("import.notImported")}</h2>${reasonsTable(head.header, out, t("import.notImported"))}<p class="more">${downloadButton(head.file, head.header, out)}</p></section>`
        : nothing
    }
    <p class="more"><a class="btn main" href=${`/forms/${encodeURIComponent(head.form)}`}>${t("import.toList", { title: say(head.title) })}</a><button type="button" class="btn" @click=${finish}>${t("import.another")}</button></p>`;
}

const refusedPart = ({ head }: Importing, refused: readonly RowLeft[]): TemplateResult =>
  html`<section class="part"><h2>${t("import.refused", { n: refused.length })}</h2>${reasonsTable(head.header, refused, t("import.refused", { n: refused.length }))}</section>`;
