// Walks a workflow with the LAO's own positions: who may do what from where the record stands, and why the others may not.
import { html, nothing, type TemplateResult } from "lit";
import type { PositionView, WorkflowDefinition } from "../../../schemas/types.js";
import { dutyWords } from "../../ui/duties.js";
import { icon } from "../../ui/icon.js";
import { arrowCounterClockwise } from "../../ui/icons/arrow-counter-clockwise.js";
import { say, t } from "../../ui/words.js";
import { routesOf } from "../engine.js";

export interface Walk {
  state: string;
  /** What was done so far, as words. */
  steps: string[];
  /** The condition of a route that the walker has not answered for is asked here. */
}

export const start: Walk = { state: "new", steps: [] };

export interface Simulator {
  workflow: WorkflowDefinition;
  walk: Walk;
  positions: readonly PositionView[];
  words: (position: PositionView) => string;
  go: (walk: Walk) => void;
}

export function simulator({ workflow, walk, positions, words, go }: Simulator): TemplateResult {
  const state = workflow.states.find(({ id }) => id === walk.state);
  const actions = workflow.actions.filter(({ from }) => from.includes(walk.state));
  return html`<div class="sec-p"><h3>${t("flow.walk")}</h3><p class="small">${t("flow.walkNote")}</p>
    <p><span class="tag ${state?.look ?? ""}">${state ? say(state.title) : t("flow.new")}</span>${walk.steps.length ? html`<button type="button" class="btn text" @click=${() => go(start)}>${icon(arrowCounterClockwise)}${t("flow.again")}</button>` : nothing}</p>
    ${walk.steps.length ? html`<ol class="walked">${walk.steps.map((one) => html`<li class="small">${one}</li>`)}</ol>` : nothing}
    ${
      actions.length
        ? actions.map((action) => {
            const who = action.system ? [t("flow.bySystem")] : (action.who ?? (action.from.includes("new") ? ["create"] : [])).map((one) => whoWords(one));
            const holders = positions.filter(({ duties, holders = [] }) => holders.length && action.who?.some((one) => duties.includes(one.split("@")[0]!)));
            const byDuty = action.who?.some((one) => one !== "author" && one !== "handler" && one !== "anyone");
            return html`<div class="walk-action"><b>${say(action.title)}</b><span class="small">${who.join(" · ") || t("flow.nobody")}</span>
              ${byDuty && !action.system ? (holders.length ? html`<span class="fine">${holders.slice(0, 3).map(words).join(" · ")}${holders.length > 3 ? t("flow.more", { n: holders.length - 3 }) : ""}</span>` : html`<span class="problem">${t("flow.nobodyHolds")}</span>`) : nothing}
              <span class="ways">${routesOf(action).map(({ to, when }) => {
                const target = workflow.states.find(({ id }) => id === to);
                return html`<button type="button" class="btn" @click=${() => go({ state: to, steps: [...walk.steps, `${say(action.done ?? action.title)} → ${say(target?.title) || to}`] })}>${say(target?.title) || to}${when ? html`<span class="fine">${t("flow.if", { when })}</span>` : nothing}</button>`;
              })}</span></div>`;
          })
        : html`<p class="small">${state?.final ? t("flow.ends") : t("flow.stuck")}</p>`
    }</div>`;
}

const whoWords = (who: string): string => (who === "create" ? t("flow.whoFills") : dutyWords(who.split("@")[0]!));
