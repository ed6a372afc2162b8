// Below the canvas: everything wrong or doubtful, each with the way to where it is and, where that can be known, what mends it.
import { html, nothing, type TemplateResult } from "lit";
import type { Problem, Text } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { lightbulb } from "../ui/icons/lightbulb.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";
import type { Kind } from "./workbench.js";

export const wrongOf = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level !== "warn");

export interface Checks {
  /** What lies on the bench. */
  kind: Kind;
  problems: readonly Problem[];
  /** The way to what a problem is about, where there is one. */
  go: (problem: Problem) => (() => void) | undefined;
  /** What mends it, the gentlest first: one step that can be undone. */
  mends: (problem: Problem) => { title: Text; run: () => void }[];
  /** What else is told of the whole. */
  more?: unknown;
}

export function checksPanel({ kind, problems, go, mends, more = nothing }: Checks): TemplateResult {
  const wrong = wrongOf(problems);
  const doubts = problems.filter(({ level }) => level === "warn");
  const row = (problem: Problem, nth: number) => {
    const way = go(problem);
    const warn = problem.level === "warn";
    const button = (label: string, press: () => void, look: string) =>
      html`<button type="button" class=${`btn ${look}`} aria-describedby=${`check-${nth}`} @click=${press}>${label}</button>`;
    return html`<li><span class=${warn ? "amber" : "chat"}>${icon(warn ? lightbulb : warningCircle)}</span><span id=${`check-${nth}`}>${say(problem.title)}</span>
      <span class="ways">${mends(problem).map(({ title, run }) => button(say(title), run, "mend"))}${elsewhere(problem)}${way ? button(t("checks.go"), way, "text") : nothing}</span></li>`;
  };
  return html`<section class="checks" aria-label=${t(`checks.title.${kind}`)}><div class="t"><h3 tabindex="-1">${t(`checks.title.${kind}`)}</h3>
    ${wrong.length ? html`<span class="tag back">${icon(warningCircle)}${t("checks.wrong", { n: wrong.length })}</span>` : html`<span class="tag ok">${icon(checkCircle)}${t("checks.fine")}</span>`}
    ${doubts.length ? html`<span class="tag wait">${icon(lightbulb)}${t("checks.doubt", { n: doubts.length })}</span>` : nothing}
    ${wrong.length ? html`<span class="small">${t("checks.note")}</span>` : nothing}<span class="end">${more}</span></div>
    ${problems.length ? html`<ul>${[...wrong, ...doubts].map(row)}</ul>` : nothing}</section>`;
}

/** The bench of another form that the problem is about. */
function elsewhere({ code, params }: Problem): TemplateResult | typeof nothing {
  const id = (params as { id?: unknown } | undefined)?.id;
  return /^definition\.asked-elsewhere-(closed|many)$/.test(code) && typeof id === "string"
    ? html`<a class="btn text" href=${`/designer/form/${encodeURIComponent(id)}`}>${t("checks.other")}</a>`
    : nothing;
}
