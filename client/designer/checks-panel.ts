// Below the canvas: everything wrong or doubtful, each with the way to where it is.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition, Problem } from "../../schemas/types.js";
import { icon } from "../ui/icon.js";
import { checkCircle } from "../ui/icons/check-circle.js";
import { lightbulb } from "../ui/icons/lightbulb.js";
import { warningCircle } from "../ui/icons/warning-circle.js";
import { say, t } from "../ui/words.js";
import { layoutOf } from "./engine.js";
import type { Selection } from "./workbench.js";

export const wrongOf = (problems: readonly Problem[]): Problem[] => problems.filter(({ level }) => level !== "warn");

export function checksPanel(form: FormDefinition, problems: readonly Problem[], go: (selection: Selection, problem: Problem) => void): TemplateResult {
  const wrong = wrongOf(problems);
  const doubts = problems.filter(({ level }) => level === "warn");
  const row = (problem: Problem) => {
    const place = placeOf(form, problem.path ?? "");
    const warn = problem.level === "warn";
    return html`<li><span class=${warn ? "amber" : "chat"}>${icon(warn ? lightbulb : warningCircle)}</span><span>${say(problem.title)}</span>${place ? html`<button type="button" class="btn text" @click=${() => go(place, problem)}>${t("checks.go")}</button>` : nothing}</li>`;
  };
  return html`<section class="checks" aria-label=${t("checks.title")}><div class="t"><h3>${t("checks.title")}</h3>
    ${wrong.length ? html`<span class="tag back">${icon(warningCircle)}${t("checks.wrong", { n: wrong.length })}</span>` : html`<span class="tag ok">${icon(checkCircle)}${t("checks.fine")}</span>`}
    ${doubts.length ? html`<span class="tag wait">${icon(lightbulb)}${t("checks.doubt", { n: doubts.length })}</span>` : nothing}
    ${wrong.length ? html`<span class="small end">${t("checks.note")}</span>` : nothing}</div>
    ${problems.length ? html`<ul>${[...wrong, ...doubts].map(row)}</ul>` : nothing}</section>`;
}

/** What a pointer into the definition is about: the field it leads into, a section, or the form. */
export function placeOf(form: FormDefinition, path: string): Selection | undefined {
  const parts = path
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
  let id: string | undefined;
  let at: unknown = form;
  for (const part of parts) {
    at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[part] : undefined;
    const own = (at as { "x-id"?: unknown } | undefined)?.["x-id"];
    if (typeof own === "string") id = own;
  }
  if (id !== undefined) return { what: "field", id };
  if (parts[0] === "layout") {
    const page = layoutOf(form)[Number(parts[1])];
    const section = page?.sections[Number(parts[3])];
    return section ? { what: "section", id: section.id } : { what: "page", at: Number(parts[1]) };
  }
  return { what: "form" };
}
