// The screens' states besides content: waiting, empty, and each thing that can go wrong with what to do about it.
import { html, nothing, type TemplateResult } from "lit";
import { network } from "../api/network.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { icon } from "../ui/icon.js";
import { lock } from "../ui/icons/lock.js";
import { magnifyingGlass } from "../ui/icons/magnifying-glass.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { wifiSlash } from "../ui/icons/wifi-slash.js";
import { say, t } from "../ui/words.js";
import "./states.css";

/** Hairline rows in the place of what is coming; the style shows them only after 400 ms. */
export const skeleton = (rows = 4): TemplateResult =>
  html`<div class="skeleton" role="status"><span class="hide">${t("state.loading")}</span>${Array.from({ length: rows }, () => html`<i></i>`)}</div>`;

export interface Empty {
  picture: string;
  title: string;
  note?: string;
  /** One way on: a link or a button. */
  way?: unknown;
}

/** Nothing to show: what is so, what will happen, one way on. */
export const empty = ({ picture, title, note, way }: Empty): TemplateResult =>
  html`<div class="empty">${icon(picture)}<b>${title}</b>${note ? html`<p class="small">${note}</p>` : nothing}${way ?? nothing}</div>`;

/** A screen that could not be read: no signal, no right, no such thing, or a fault of ours. */
export function trouble(error: unknown, again: () => void): TemplateResult {
  const retry = html`<button class="btn" @click=${again}>${t("state.again")}</button>`;
  const home = html`<a class="btn" href="/">${t("state.home")}</a>`;
  if (error instanceof OfflineError) return page(empty({ picture: wifiSlash, title: t("state.offline"), note: t("state.offlineNote"), way: retry }));
  if (error instanceof ProblemError) {
    const { status, problem } = error;
    if (status === 403) return page(empty({ picture: lock, title: t("state.forbidden"), note: t("state.forbiddenNote"), way: home }));
    if (status === 404) return page(empty({ picture: magnifyingGlass, title: say(problem.title), note: t("state.missingNote"), way: home }));
    return page(empty({ picture: warningCircle, title: say(problem.title), way: retry }));
  }
  console.error(error);
  return page(empty({ picture: warningCircle, title: t("state.fault"), note: t("state.faultNote"), way: retry }));
}

const page = (content: TemplateResult): TemplateResult => html`<div class="sheet" role="alert">${content}</div>`;

/** What is shown may be old, as it could not be read again. */
export const stale = (failure: unknown): TemplateResult | typeof nothing =>
  failure === undefined && network.reachable ? nothing : html`<p class="small stale" role="status">${icon(wifiSlash)}${t("state.stale")}</p>`;
