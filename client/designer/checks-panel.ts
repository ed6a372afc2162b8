// Below the canvas: everything wrong or doubtful, each with the way to where it is.
import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { lightbulb } from "../ui/icons/lightbulb.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";

export const wrongOf = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level !== "warn");

/** `go` gives the way to what a problem is about, where there is one. */
export function checksPanel(problems: readonly Problem[], go: (problem: Problem) => (() => void) | undefined, more: unknown = nothing): TemplateResult {
  const wrong = wrongOf(problems);
  const doubts = problems.filter(({ level }) => level === "warn");
  const row = (problem: Problem) => {
    const way = go(problem);
    const warn = problem.level === "warn";
    return html`<li><span class=${warn ? "amber" : "chat"}>${icon(warn ? lightbulb : warningCircle)}</span><span>${say(problem.title)}</span>${way ? html`<button type="button" class="btn text" @click=${way}>${t("checks.go")}</button>` : nothing}</li>`;
  };
  return html`<section class="checks" aria-label=${t("checks.title")}><div class="t"><h3>${t("checks.title")}</h3>
    ${wrong.length ? html`<span class="tag back">${icon(warningCircle)}${t("checks.wrong", { n: wrong.length })}</span>` : html`<span class="tag ok">${icon(checkCircle)}${t("checks.fine")}</span>`}
    ${doubts.length ? html`<span class="tag wait">${icon(lightbulb)}${t("checks.doubt", { n: doubts.length })}</span>` : nothing}
    ${wrong.length ? html`<span class="small">${t("checks.note")}</span>` : nothing}<span class="end">${more}</span></div>
    ${problems.length ? html`<ul>${[...wrong, ...doubts].map(row)}</ul>` : nothing}</section>`;
}
