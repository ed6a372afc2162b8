// Beside a record: the beads of its way, what happened to it, and who signed.
import { html, nothing, type TemplateResult } from "lit";
import { holdTogether } from "../../engine/text/hold.js";
import type { HistoryItem, RecordView, Signature, Step } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { checkBold } from "../ui/icons/check-bold.js";
import { hourglassMedium } from "../ui/icons/hourglass-medium.js";
import { nameOf, whole } from "../ui/screen/name.js";
import { dayOf, sinceOf, stampOf, timeOf } from "../ui/screen/when.js";
import { say, t } from "../ui/words.js";

/** Beads on a thread: done, now, later. */
export const stepsOf = (steps: Step[]): TemplateResult =>
  html`<ol class="steps">${steps.map(
    ({ title, status, who, at }) =>
      html`<li class=${status} aria-current=${status === "now" ? "step" : nothing}><span class="b" aria-hidden="true">${status === "done" ? icon(checkBold) : status === "now" ? icon(hourglassMedium) : nothing}</span><div class="t"><b>${say(title)}<span class="hide"> ${t(`step.${status}`)}</span></b><span class="small">${whole([say(who), at ? sinceOf(at) : ""]) || (status === "now" ? t("step.now") : "")}</span></div></li>`,
  )}</ol>`;

/** Newest first: when on the left, deed and words on the right. */
export const historyOf = (items: HistoryItem[], whole: boolean): TemplateResult =>
  html`<ol class="history">${items.map((item) => html`<li><time datetime=${item.at}>${stampOf(item.at)}</time><div><b>${say(item.title)}</b>${item.who ? html`<br><span class="small">${byWhom(item)}</span>` : nothing}${item.comment ? html`<br><span class="small">“${item.comment}”</span>` : nothing}${sentLater(item)}${whole ? changesOf(item) : nothing}</div></li>`)}</ol>`;

const byWhom = (item: HistoryItem): TemplateResult | "" =>
  whole([item.who, say(item.position), item.acting ? t("history.acting", { name: say(item.acting) }) : ""]);

/** Filled without a signal: both times are told. */
function sentLater({ madeAt, at }: HistoryItem): TemplateResult | typeof nothing {
  if (!madeAt || Date.parse(at) - Date.parse(madeAt) < 60_000) return nothing;
  return html`<br><span class="small">${t("history.made", { made: sinceOf(madeAt), sent: timeOf(at) })}</span>`;
}

function changesOf({ changes }: HistoryItem): TemplateResult | typeof nothing {
  if (!changes?.length) return nothing;
  return html`<ul class="changes small">${changes.map(
    ({ field, was, to }) => html`<li>${field}: ${was ? html`<del>${was}</del> → ` : nothing}${to ? html`<ins>${to}</ins>` : t("history.emptied")}</li>`,
  )}</ul>`;
}

/** The signatures as they stand on paper: ink, name in brackets, as whom, and the day. */
export function signaturesOf({ record }: RecordView): TemplateResult | typeof nothing {
  if (!record.signatures.length) return nothing;
  return html`<section><h2>${t("record.signed")}</h2><div class="signs">${record.signatures.map(signOf)}</div></section>`;
}

const signOf = (signature: Signature): TemplateResult =>
  html`<div class="sign ${signature.void ? "void" : ""}">${
    signature.image
      ? html`<img class="ink" src="/api/v1/files/${signature.image}" alt="">`
      : html`<span class="ink name" aria-hidden="true">${signature.name.replace(/^(นางสาว|นาง|นาย)/, "").split(" ")[0]}</span>`
  }<span>(${nameOf(signature.name)})</span><span class="small">${holdTogether(say(signature.as ?? signature.position))}<br>${dayOf(signature.at)}${signature.void ? html`<br>${t("record.voided")}` : nothing}</span></div>`;

/** The receiving stamp: whose, number, day, time. */
export const stampOfRecord = (lao: string, number: string, at: string): TemplateResult =>
  html`<div class="stamp" role="img" aria-label=${t("stamp.label", { lao, number, when: `${dayOf(at)} ${timeOf(at)}` })}><b>${lao}</b><span>${t("stamp.number")}</span><span>${number}</span><span>${t("stamp.day")}</span><span>${dayOf(at)}</span><span>${t("stamp.time")}</span><span>${timeOf(at)}</span></div>`;
