// Walks a workflow with the LAO's own people: who could do what where the record stands, whom it tells, what runs out, and why the rest cannot be done yet.
import { html, nothing, type TemplateResult } from "lit";
import type { Access, ActionDefinition, Actor, CodeRow, FormDefinition, OrganizationView, WorkflowDefinition } from "../../../schemas/types.js";
import { dutyWords } from "../../ui/duties.js";
import { icon } from "../../ui/icon.js";
import { arrowCounterClockwise } from "../../ui/icons/arrow-counter-clockwise.js";
import { bell } from "../../ui/icons/bell.js";
import { clockCountdown } from "../../ui/icons/clock-countdown.js";
import { pencilSimple } from "../../ui/icons/pencil-simple.js";
import { users } from "../../ui/icons/users.js";
import { warningCircle } from "../../ui/icons/warning-circle.js";
import { say, t } from "../../ui/words.js";
import { choiceControl } from "../controls.js";
import { rankOf } from "../duties.js";
import { editorsIn, makersIn, near, placeOf, type Rehearsed, rehearse, routesOf, type Scene, told } from "../engine.js";
import { durationWords } from "./duration.js";
import { guardWords } from "./guard-words.js";
import { sectionWords } from "./sections.js";

export interface Walk {
  state: string;
  /** What was done so far, as words. */
  steps: string[];
  /** Who acted on it, by account. */
  handlers: string[];
  /** Where the record belongs and who sent it; unsaid, the first that can be. */
  place?: string;
  author?: string;
}

export const start: Walk = { state: "new", steps: [], handlers: [] };

export interface Simulator {
  workflow: WorkflowDefinition;
  walk: Walk;
  /** Everybody who holds a position today. */
  people: readonly Actor[];
  organizations: readonly OrganizationView[];
  /** The forms that go this way; the first one says who may read. */
  forms: readonly FormDefinition[];
  codes: ReadonlyMap<string, CodeRow[]>;
  go: (walk: Walk) => void;
}

const places = ["school", "centre", "office", "lao"];
/** Names told at once. */
const most = 4;

export function simulator(simulator: Simulator): TemplateResult {
  const { workflow, walk, organizations, go } = simulator;
  const options = organizations.filter(({ kind }) => places.includes(kind)).sort((a, b) => places.indexOf(a.kind) - places.indexOf(b.kind));
  const place = placeOf(organizations, walk.place ?? options[0]?.id ?? "");
  const state = workflow.states.find(({ id }) => id === walk.state);
  const again = walk.steps.length
    ? html`<button type="button" class="btn text" @click=${() => go({ ...walk, state: "new", steps: [], handlers: [] })}>${icon(arrowCounterClockwise)}${t("flow.again")}</button>`
    : nothing;
  return html`<section class="sec-p" aria-label=${t("flow.walk")}><h3>${t("flow.walk")}</h3><p class="small">${t("flow.walkNote")}</p>
    ${choiceControl({ id: "p-walk-place", label: t("flow.walkPlace"), value: place?.id, change: (id) => go({ ...start, ...(id === undefined ? {} : { place: id }) }), options: options.map(({ id, name }) => ({ id, title: say(name) })) })}
    ${place ? scene(simulator, { workflow, place, access: accessOf(simulator), people: near(simulator.people, place), state: walk.state, handlers: walk.handlers, author: undefined }, again) : nothing}
    ${walk.steps.length ? html`<ol class="walked">${walk.steps.map((one) => html`<li class="small">${one}</li>`)}</ol>` : nothing}
    <p class="hide" role="status">${walk.steps.length ? t("flow.walkedTo", { state: say(state?.title) }) : ""}</p></section>`;
}

const accessOf = ({ forms }: Simulator): Access => forms[0]?.access ?? {};

function scene(simulator: Simulator, given: Scene, again: unknown): TemplateResult {
  const { workflow, walk, go } = simulator;
  // Whoever begins most often first: a teacher before a director, whose own requests others decide.
  const rank = ({ positions }: Actor) => rankOf(positions.flatMap(({ duties }) => duties));
  const makers = makersIn(given).sort((a, b) => rank(a) - rank(b));
  const author = makers.find(({ account }) => account === walk.author) ?? makers[0];
  const now: Scene = { ...given, author };
  const all = rehearse(now);
  const state = workflow.states.find(({ id }) => id === walk.state);
  const here = all.filter(({ action }) => action.from.includes(walk.state));
  const others = all.filter((one) => !here.includes(one));
  return html`${choiceControl({
    id: "p-walk-author",
    label: t("flow.walkAuthor"),
    value: author?.account,
    change: (account) => go({ ...start, ...(walk.place === undefined ? {} : { place: walk.place }), ...(account === undefined ? {} : { author: account }) }),
    options: makers.map((actor) => ({ id: actor.account, title: named(actor, simulator) })),
    ...(makers.length ? {} : { none: t("flow.walkNobody") }),
  })}
    <p class="walk-at"><span class="tag ${state?.look ?? ""}">${state ? say(state.title) : t("flow.new")}</span>${again}</p>
    ${state ? waiting(simulator, now, state) : nothing}
    ${here.length ? here.map((one) => offered(simulator, now, one)) : html`<p class="small">${state?.final ? t("flow.ends") : t("flow.stuck")}</p>`}
    ${
      others.length
        ? html`<details class="walk-later"><summary>${t("flow.notYet", { n: others.length })}</summary><ul>${others.map(({ action, why }) => html`<li class="small"><b>${say(action.title)}</b> ${why ? say(why.title) : nothing}</li>`)}</ul></details>`
        : nothing
    }`;
}

/** What holds while it waits in a state: what runs out, and who may change what. */
function waiting(simulator: Simulator, now: Scene, state: WorkflowDefinition["states"][number]): TemplateResult {
  const { deadline, edit } = state;
  const action = deadline && simulator.workflow.actions.find(({ id }) => id === deadline.action);
  return html`${
    deadline
      ? html`<p class="small with-icon">${icon(clockCountdown)}<span>${t("flow.walkDue", { after: durationWords(deadline.after) })}
          ${deadline.notify ? t("flow.walkRemind", { who: names(told(now, state.id, deadline.notify), simulator) || t("flow.walkNobody") }) : nothing}
          ${action ? t("flow.walkAuto", { action: say(action.title) }) : nothing}</span></p>`
      : nothing
  }${
    edit
      ? html`<p class="small with-icon">${icon(pencilSimple)}<span>${t("flow.walkEdit", { who: names(editorsIn(now, state), simulator) || t("flow.walkNobody"), sections: edit.sections ? edit.sections.map((id) => sectionWords(simulator.forms, id)).join(", ") : t("flow.allSections") })}</span></p>`
      : nothing
  }`;
}

function offered(simulator: Simulator, now: Scene, one: Rehearsed): TemplateResult {
  const { action, vacant, why, notices } = one;
  // Of a new record it is whoever was chosen above.
  const people = simulator.walk.state === "new" && now.author ? [now.author] : one.people;
  const reached = [...new Set(notices.flat())];
  const words = (rule: string) => dutyRule(rule) ?? guardWords(rule, simulator.workflow, simulator.forms[0], Object.fromEntries(simulator.codes));
  return html`<div class="walk-action"><b>${say(action.title)}</b><span class="small">${whoWords(action)}</span>
    ${people.length ? html`<span class="small with-icon">${icon(users)}<span>${names(people, simulator)}</span></span>` : nothing}
    ${vacant.length ? html`<span class="problem">${icon(warningCircle)}<span>${t("flow.walkVacant", { duties: vacant.map(dutyWords).join(", "), place: say(now.place.name) })}</span></span>` : nothing}
    ${!people.length && !vacant.length && why && !action.system && action.person === undefined ? html`<span class="problem">${icon(warningCircle)}<span>${say(why.title)}</span></span>` : nothing}
    ${action.when === undefined ? nothing : html`<span class="fine">${t("flow.if", { when: words(action.when) })}${action.unless ? html` · ${t("flow.elseSays", { words: say(action.unless) })}` : nothing}</span>`}
    ${reached.length ? html`<span class="small with-icon">${icon(bell)}<span>${t("flow.walkTells", { who: names(reached, simulator) })}</span></span>` : nothing}
    <span class="ways">${routesOf(action).map(({ to, when }) => {
      const target = say(simulator.workflow.states.find(({ id }) => id === to)?.title) || to;
      return html`<button type="button" class="btn" @click=${() => simulator.go(stepped(simulator.walk, one, to, target, now))}><span><span class="hide">${t("flow.walkGo", { action: say(action.title) })}</span>${target}</span>${when ? html`<span class="fine">${t("flow.if", { when: words(when) })}</span>` : nothing}</button>`;
    })}</span></div>`;
}

/** What many routes ask: which duty the author or whoever acts has. */
function dutyRule(rule: string): string | undefined {
  const [, duty, whose] = /^'([a-z][a-z0-9-]*)' in (author|actor)\.duties$/.exec(rule) ?? [];
  return duty === undefined ? undefined : t(whose === "author" ? "flow.authorIs" : "flow.actorIs", { duty: dutyWords(duty) });
}

function stepped(walk: Walk, { action, people }: Rehearsed, to: string, target: string, { author, place }: Scene): Walk {
  const by = walk.state === "new" ? author : people[0];
  const done = say(action.done ?? action.title);
  return {
    state: to,
    steps: [...walk.steps, t(by ? "flow.walkedBy" : "flow.walked", { done, who: by?.name ?? "", state: target })],
    handlers: by && !walk.handlers.includes(by.account) ? [...walk.handlers, by.account] : walk.handlers,
    place: place.id,
    ...(author ? { author: author.account } : {}),
  };
}

/** A person with the position that counts here. */
function named({ name, positions }: Actor, { organizations }: Simulator): string {
  const held = positions[0];
  if (!held) return name;
  const at = say(organizations.find(({ id }) => id === held.organization)?.name);
  const title = say(held.title);
  return `${name} · ${title}${at && !title.includes(at) ? ` ${at}` : ""}`;
}

function names(people: readonly Actor[], simulator: Simulator): string {
  const told = people.slice(0, most).map((actor) => named(actor, simulator));
  return told.join(", ") + (people.length > most ? t("flow.more", { n: people.length - most }) : "");
}

function whoWords(action: ActionDefinition): string {
  if (action.system) return t("flow.bySystem");
  const who = action.from.includes("new") ? [t("flow.whoFills")] : (action.who ?? []).map(dutyWords);
  const person = action.person === undefined ? [] : [t("flow.whoNamed")];
  const need = (action.sign?.need ?? 1) > 1 ? [t("flow.walkNeed", { n: action.sign!.need! })] : [];
  return [...who, ...person, ...need, ...(action.notAuthor ? [t("flow.notAuthor")] : [])].join(" · ") || t("flow.nobody");
}
