// The band above the bench: which form, the way back, undo and redo, where the work is, trying, publishing.
import { html, nothing, type TemplateResult } from "lit";
import { clock } from "../ui/clock.js";
import { icon } from "../ui/icon.js";
import { arrowLeft } from "../ui/icons/arrow-left.js";
import { arrowUUpLeft } from "../ui/icons/arrow-u-up-left.js";
import { arrowUUpRight } from "../ui/icons/arrow-u-up-right.js";
import { bracketsCurly } from "../ui/icons/brackets-curly.js";
import { clockCounterClockwise } from "../ui/icons/clock-counter-clockwise.js";
import { cloudArrowUp } from "../ui/icons/cloud-arrow-up.js";
import { cloudCheck } from "../ui/icons/cloud-check.js";
import { deviceMobile } from "../ui/icons/device-mobile.js";
import { eye } from "../ui/icons/eye.js";
import { translate } from "../ui/icons/translate.js";
import { users } from "../ui/icons/users.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { say, t, time } from "../ui/words.js";
import type { Other } from "./company.js";
import { turnEnglish, writesEnglish } from "./english.js";
import type { Kind, Workbench } from "./workbench.js";

export const otherName = ({ name, self }: Other): string => (self ? t("bench.self") : name);

/** Who saved so long ago is told of. */
const lately = 5 * 60_000;

export interface BenchBand<K extends Kind> {
  bench: Workbench<K>;
  /** Who else has it open. */
  others: readonly Other[];
  trouble: string;
  /** Trying it, where that can be done. */
  trying?: boolean;
  tryIt?: () => void;
  publish: () => void;
  json: () => void;
  versions: () => void;
}

export function band<K extends Kind>({ bench, others, trying, trouble, tryIt, publish, json, versions }: BenchBand<K>): TemplateResult {
  const { definition, version, history } = bench;
  const { last, next } = history;
  return html`<header class="band"><div class="band-in">
      <a class="ib" href="/designer" data-back aria-label=${t("band.back")}>${icon(arrowLeft)}</a>
      <div class="mark"><span><h1 class="cut">${say(definition.title)}</h1><small class="cut">${version ? t("bench.copy", { n: version }) : t("bench.copyNew")}</small></span></div>
      <div class="end">
        ${step(arrowUUpLeft, last ? t("bench.undo", { what: say(last.words) }) : t("bench.undoNone"), !last, () => bench.undo())}
        ${step(arrowUUpRight, next ? t("bench.redo", { what: say(next.words) }) : t("bench.redoNone"), !next, () => bench.redo())}
        ${company(bench, others)}
        ${saved(bench)}
        <button type="button" class="ib" aria-label=${t("bench.english")} title=${t("bench.english")} aria-pressed=${writesEnglish() ? "true" : "false"} @click=${turnEnglish}>${icon(translate)}</button>
        <button type="button" class="ib" aria-label=${t("bench.json")} title=${t("json.title")} @click=${json}>${icon(bracketsCurly)}</button>
        <button type="button" class="ib" aria-label=${t("history.open")} title=${t("history.title")} @click=${versions}>${icon(clockCounterClockwise)}</button>
        ${tryIt ? html`<button type="button" class="btn on-band" @click=${tryIt}>${icon(eye)}${t(trying ? "bench.design" : "bench.try")}</button>` : nothing}
        <button type="button" class="btn light" @click=${publish}>${t("bench.publish")}</button>
      </div></div></header>
    ${trouble ? html`<p class="problem bench-trouble" role="alert">${icon(warningCircle)}<span>${trouble}</span></p>` : nothing}`;
}

const step = (picture: string, words: string, off: boolean, press: () => void): TemplateResult =>
  html`<button type="button" class="ib" aria-label=${words} title=${words} aria-disabled=${off ? "true" : nothing} @click=${() => !off && press()}>${icon(picture)}</button>`;

/** Who is at it too; of somebody who has left, when they last saved. */
function company({ other }: Pick<Workbench, "other">, others: readonly Other[]): TemplateResult | typeof nothing {
  const names = [...new Set(others.map(otherName))].join(", ");
  const words = names
    ? t("bench.with", { names })
    : other && clock.now() - other.at < lately
      ? t("bench.other", { name: other.name, when: time(other.at) })
      : undefined;
  return words ? html`<span class="save" role="status" title=${words}>${icon(users)}<span class="cut">${words}</span></span>` : nothing;
}

function saved({ saving, savedAt, refusal }: Pick<Workbench, "saving" | "savedAt" | "refusal">): TemplateResult {
  const [picture, words] = {
    saved: [cloudCheck, t("bench.saved", { when: time(savedAt) })],
    waiting: [deviceMobile, t("bench.waiting")],
    saving: [cloudArrowUp, t("bench.saving")],
    offline: [wifiSlash, t("bench.offline")],
    refused: [warningCircle, t("bench.refused", { why: say(refusal?.title) })],
  }[saving] as [string, string];
  return html`<span class="save" role="status" data-saving=${saving}>${icon(picture)}${words}</span>`;
}
