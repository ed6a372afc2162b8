// `<tf-workflow-designer>`: the bench of one workflow. Its picture, its states and actions as lists, what is in hand, and a walk through it.
import { html, nothing, type TemplateResult } from "lit";
import type { ActionDefinition, StateDefinition, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { arrowDown } from "../../ui/icons/arrow-down.js";
import { arrowUp } from "../../ui/icons/arrow-up.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { both, say, t } from "../../ui/words.js";
import { BenchScreen } from "../bench-screen.js";
import { checksPanel } from "../checks-panel.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { choiceControl, numberControl, type Option, switchControl, textControl } from "../controls.js";
import { addAction, addState, moveAction, moveState, removeAction, removeState, routesOf, setAction, setState } from "../engine.js";
import { freeId } from "../new-id.js";
import { reword } from "../reword.js";
import { whoControl } from "../who-control.js";
import type { Workbench } from "../workbench.js";
import { type Chosen, picture } from "./picture.js";
import { simulator, start, type Walk } from "./simulator.js";

class WorkflowDesigner extends BenchScreen<"workflow"> {
  static override properties = { ...BenchScreen.properties, chosen: { state: true }, walk: { state: true } };
  declare private chosen: Chosen;
  declare private walk: Walk;
  protected readonly kind = "workflow";

  constructor() {
    super();
    this.chosen = { what: "workflow" };
    this.walk = start;
  }

  protected work(bench: Workbench<"workflow">): TemplateResult {
    const workflow = bench.definition;
    return html`<div class="work flow-work">${this.lists(workflow)}
        <main class="mid"><div class="canvas">${picture(workflow, this.chosen, (chosen) => (this.chosen = chosen), this.walk.state)}</div>${conflictsPanel(bench)}${checksPanel(bench.problems, ({ path = "" }) => this.wayTo(path))}</main>
        <aside class="prop" aria-label=${t("flow.settings")}>${this.panel(workflow)}</aside></div>`;
  }

  private lists(workflow: WorkflowDefinition): TemplateResult {
    const row = (what: "state" | "action", { id, title }: { id: string; title: Text }, note: string) =>
      html`<li><button type="button" class="flow-row ${this.chosen.what === what && this.chosen.id === id ? "sel" : ""}" @click=${() => (this.chosen = { what, id })}><span>${say(title) || t("canvas.unnamed")}</span><span class="fine">${note}</span></button></li>`;
    const titleOf = (id: string) => (id === "new" ? t("flow.new") : say(workflow.states.find((one) => one.id === id)?.title) || id);
    return html`<aside class="pal" aria-label=${t("flow.list")}>
      <h3>${t("flow.states")}</h3><ul>${workflow.states.map((state) => row("state", state, state.final ? t("flow.final") : ""))}</ul>
      <button type="button" class="btn text" @click=${this.newState}>${icon(plus)}${t("flow.addState")}</button>
      <h3>${t("flow.actions")}</h3><ul>${workflow.actions.map((action) =>
        row(
          "action",
          action,
          `${action.from.map(titleOf).join(", ")} → ${routesOf(action)
            .map(({ to }) => titleOf(to))
            .join(", ")}`,
        ),
      )}</ul>
      <button type="button" class="btn text" @click=${this.newAction}>${icon(plus)}${t("flow.addAction")}</button></aside>`;
  }

  private panel(workflow: WorkflowDefinition): TemplateResult {
    const { what, id } = this.chosen;
    const state = what === "state" ? workflow.states.find((one) => one.id === id) : undefined;
    const action = what === "action" ? workflow.actions.find((one) => one.id === id) : undefined;
    const own = state ? this.statePanel(workflow, state) : action ? this.actionPanel(workflow, action) : this.flowPanel(workflow);
    return html`${own}${simulator({ workflow, walk: this.walk, positions: this.around.positions, words: (position) => this.around.positionWords(position), go: (walk) => (this.walk = walk) })}`;
  }

  private flowPanel(workflow: WorkflowDefinition): TemplateResult {
    return html`<div class="hd"><p class="small">${t("flow.settings")}</p><h2>${say(workflow.title)}</h2></div>
      <div class="sec-p">${textControl({ id: "p-title", label: t("flow.name"), value: say(workflow.title), change: (value) => this.do({ ...workflow, title: reword(workflow.title, value) }) })}</div>
      ${this.prints(workflow)}`;
  }

  /** What the forms that follow these steps print. */
  private documents({ id }: WorkflowDefinition): Option[] {
    const printed = new Set(this.around.uses.flatMap(({ workflow, documents }) => (workflow === id ? documents : [])));
    return this.around.documents.filter((one) => printed.has(one.id));
  }

  /** Documents that are offered only while something is so. */
  private prints(workflow: WorkflowDefinition): TemplateResult | typeof nothing {
    const documents = this.documents(workflow);
    const { prints = [], ...rest } = workflow;
    if (!documents.length) return nothing;
    const put = (document: string, when: string | undefined) => {
      const at = prints.findIndex((one) => one.document === document);
      const others = prints.filter((one) => one.document !== document);
      const next = when === undefined ? others : at < 0 ? [...prints, { document, when }] : prints.with(at, { document, when });
      this.do({ ...rest, ...(next.length ? { prints: next } : {}) });
    };
    return html`<div class="sec-p"><h3>${t("flow.prints")}</h3><p class="help">${t("flow.printsHelp")}</p>${documents.map(({ id, title }) =>
      textControl({ id: `p-print-${id}`, label: title, value: prints.find((one) => one.document === id)?.when, change: (when) => put(id, when) }),
    )}</div>`;
  }

  /** Documents that are kept with the record when this is done. */
  private makes(workflow: WorkflowDefinition, { effects = [] }: ActionDefinition, set: (changes: Parameters<typeof setAction>[2]) => void): TemplateResult {
    const documents = this.documents(workflow);
    const kept = effects.flatMap(({ type, document }) => (type === "document" && document !== undefined ? [document] : []));
    const known = [...documents, ...kept.filter((id) => !documents.some((one) => one.id === id)).map((id) => ({ id, title: id }))];
    const turn = (document: string) => {
      const next = kept.includes(document) ? effects.filter((one) => one.document !== document) : [...effects, { type: "document" as const, document }];
      set({ effects: next.length ? next : undefined });
    };
    return html`<fieldset class="who-list"><legend class="label">${t("flow.makes")}</legend><p class="help wide">${t(known.length ? "flow.makesHelp" : "flow.makesNone")}</p>${known.map(
      ({ id, title }) =>
        html`<label class="chip ${kept.includes(id) ? "on" : ""}"><input type="checkbox" class="hide" .checked=${kept.includes(id)} @change=${() => turn(id)}>${title}</label>`,
    )}</fieldset>`;
  }

  private statePanel(workflow: WorkflowDefinition, state: StateDefinition): TemplateResult {
    const { id, deadline, edit } = state;
    const set = (changes: Parameters<typeof setState>[2]) => this.do(setState(workflow, id, changes));
    const at = workflow.states.findIndex((one) => one.id === id);
    const days = deadline?.after.workdays ?? deadline?.after.days;
    const systemActions = workflow.actions.filter(({ system, from }) => system && from.includes(id)).map((one) => ({ id: one.id, title: say(one.title) }));
    return html`<div class="hd"><p class="small">${t("flow.state")}</p><h2>${say(state.title)}</h2>${this.mover(at, workflow.states.length, (by) => this.do(moveState(workflow, id, by)))}</div>
      <div class="sec-p">${textControl({ id: "p-question", label: t("flow.stateTitle"), value: say(state.title), change: (value) => set({ title: reword(state.title, value) }) })}
      ${choiceControl({ id: "p-look", label: t("flow.look"), value: state.look ?? "move", change: (look) => look && set({ look: look as NonNullable<StateDefinition["look"]> }), options: (["wait", "move", "back", "ok", "quiet"] as const).map((one) => ({ id: one, title: t(`flow.look.${one}`) })) })}
      ${switchControl({ id: "p-final", label: t("flow.isFinal"), value: state.final === true, change: (final) => set({ final: final || undefined }) })}
      ${switchControl({ id: "p-shape", label: t("flow.shape"), value: state.check === "shape", change: (shape) => set({ check: shape ? "shape" : undefined }) })}</div>
      <div class="sec-p">${whoControl(t("flow.editors"), edit?.who ?? [], this.around.duties, (who) => set({ edit: who.length ? { ...edit, who } : undefined }), t("flow.editorsNone"), ["author"])}</div>
      <div class="sec-p">${numberControl({ id: "p-days", label: t("flow.deadline"), help: t("flow.deadlineHelp"), value: days, change: (n) => set({ deadline: n ? { ...deadline, after: { workdays: n } } : undefined }), least: 1 })}
      ${deadline ? whoControl(t("flow.remind"), deadline.notify ?? [], this.around.duties, (notify) => set({ deadline: { ...withoutKey(deadline, "notify"), ...(notify.length ? { notify } : {}) } }), undefined, ["author"]) : nothing}
      ${deadline && systemActions.length ? choiceControl({ id: "p-auto", label: t("flow.auto"), value: deadline.action, change: (action) => set({ deadline: { ...withoutKey(deadline, "action"), ...(action ? { action } : {}) } }), options: systemActions, none: t("flow.autoNone") }) : nothing}</div>
      <div class="sec-p"><button type="button" class="btn danger" @click=${() => this.drop(removeState(workflow, id))}>${icon(trash)}${t("flow.removeState")}</button></div>`;
  }

  private actionPanel(workflow: WorkflowDefinition, action: ActionDefinition): TemplateResult {
    const { id } = action;
    const set = (changes: Parameters<typeof setAction>[2]) => this.do(setAction(workflow, id, changes));
    const at = workflow.actions.findIndex((one) => one.id === id);
    const states = workflow.states.map((one) => ({ id: one.id, title: say(one.title) }));
    const from = [{ id: "new", title: t("flow.new") }, ...states];
    const notify = action.effects?.find(({ type }) => type === "notify");
    const setNotify = (next: typeof notify) => {
      const others = (action.effects ?? []).filter((one) => one !== notify);
      const effects = next ? [next, ...others] : others;
      set({ effects: effects.length ? effects : undefined });
    };
    return html`<div class="hd"><p class="small">${t("flow.action")}</p><h2>${say(action.title)}</h2>${this.mover(at, workflow.actions.length, (by) => this.do(moveAction(workflow, id, by)))}</div>
      <div class="sec-p">${textControl({ id: "p-question", label: t("flow.button"), value: say(action.title), change: (value) => set({ title: reword(action.title, value) }) })}
      ${choiceControl({ id: "p-tone", label: t("flow.tone"), value: action.tone ?? "plain", change: (tone) => tone && set({ tone: tone as NonNullable<ActionDefinition["tone"]> }), options: (["main", "plain", "danger"] as const).map((one) => ({ id: one, title: t(`flow.tone.${one}`) })) })}</div>
      <div class="sec-p"><fieldset class="who-list"><legend class="label">${t("flow.from")}</legend>${from.map(
        (one) =>
          html`<label class="chip ${action.from.includes(one.id) ? "on" : ""}"><input class="hide" type="checkbox" .checked=${action.from.includes(one.id)} @change=${() => {
            const next = action.from.includes(one.id) ? action.from.filter((id) => id !== one.id) : [...action.from, one.id];
            if (next.length) set({ from: next });
            else this.requestUpdate();
          }}>${one.title}</label>`,
      )}</fieldset>${this.routes(action, states, set)}</div>
      ${
        action.from.includes("new") && action.from.length === 1
          ? html`<div class="sec-p"><p class="small">${t("flow.whoCreates")}</p></div>`
          : html`<div class="sec-p">${whoControl(t("flow.who"), action.who ?? [], this.around.duties, (who) => set({ who: who.length ? who : undefined }), undefined, ["author", "handler"])}
      ${switchControl({ id: "p-not-author", label: t("flow.notAuthor"), value: action.notAuthor === true, change: (on) => set({ notAuthor: on || undefined }) })}</div>`
      }
      <div class="sec-p">${choiceControl({ id: "p-comment", label: t("flow.comment"), value: action.comment ?? "optional", change: (comment) => comment && set({ comment: comment as NonNullable<ActionDefinition["comment"]> }), options: (["none", "optional", "required"] as const).map((one) => ({ id: one, title: t(`flow.comment.${one}`) })) })}
      ${switchControl({ id: "p-complete", label: t("flow.complete"), value: action.complete === true, change: (on) => set({ complete: on || undefined }) })}
      ${switchControl({ id: "p-sign", label: t("flow.sign"), value: action.sign !== undefined, change: (on) => set({ sign: on ? {} : undefined }) })}
      ${action.sign ? numberControl({ id: "p-need", label: t("flow.need"), value: action.sign.need ?? 1, change: (need) => set({ sign: { ...action.sign, need: Math.max(1, Math.min(20, Math.round(need ?? 1))) } }), least: 1 }) : nothing}
      ${textControl({ id: "p-when", label: t("flow.when"), help: t("flow.whenHelp"), value: action.when, change: (when) => set({ when }) })}
      ${action.when ? textControl({ id: "p-unless", label: t("flow.unless"), value: say(action.unless) || undefined, change: (unless) => set({ unless }) }) : nothing}</div>
      <div class="sec-p">${whoControl(t("flow.notify"), notify?.to ?? [], this.around.duties, (to) => setNotify(to.length ? { type: "notify", message: notify?.message ?? say(action.done ?? action.title), to } : undefined), undefined, ["author", "handler"])}
      ${notify ? textControl({ id: "p-message", label: t("flow.message"), value: say(notify.message), change: (message) => setNotify({ ...notify, message: reword(notify.message ?? "", message) }) }) : nothing}</div>
      <div class="sec-p">${this.makes(workflow, action, set)}</div>
      <div class="sec-p"><button type="button" class="btn danger" @click=${() => this.drop(removeAction(workflow, id))}>${icon(trash)}${t("flow.removeAction")}</button></div>`;
  }

  /** One way, or several of which the first whose condition is true is taken. */
  private routes(action: ActionDefinition, states: { id: string; title: string }[], set: (changes: Parameters<typeof setAction>[2]) => void): TemplateResult {
    const routes = routesOf(action);
    const put = (next: { to: string; when?: string }[]) => set({ to: next.length === 1 && next[0]!.when === undefined ? next[0]!.to : next });
    return html`${routes.map(
      (
        { to, when },
        at,
      ) => html`${choiceControl({ id: `p-to-${at}`, label: routes.length > 1 ? t("flow.toN", { n: at + 1 }) : t("flow.to"), value: to, change: (id) => id && put(routes.with(at, { to: id, ...(when === undefined ? {} : { when }) })), options: states })}
        ${routes.length > 1 && at < routes.length - 1 ? textControl({ id: `p-if-${at}`, label: t("flow.ifWhen"), value: when, change: (rule) => put(routes.with(at, { to, when: rule ?? "" })) }) : nothing}
        ${routes.length > 1 ? html`<button type="button" class="btn text" @click=${() => put(routes.toSpliced(at, 1).map((one, n, all) => (n === all.length - 1 ? { to: one.to } : one)))}>${icon(trash)}${t("flow.removeRoute", { n: at + 1 })}</button>` : nothing}`,
    )}<button type="button" class="btn text" @click=${() => put([{ to: states[0]?.id ?? "", when: "" }, ...routes])}>${icon(plus)}${t("flow.addRoute")}</button>`;
  }

  private mover(at: number, of: number, move: (by: number) => void): TemplateResult {
    return html`<p class="mover"><button type="button" class="btn icon text" aria-label=${t("canvas.up")} ?disabled=${at === 0} @click=${() => move(-1)}>${icon(arrowUp)}</button><button type="button" class="btn icon text" aria-label=${t("canvas.down")} ?disabled=${at === of - 1} @click=${() => move(1)}>${icon(arrowDown)}</button></p>`;
  }

  private readonly newState = (): void => {
    const workflow = this.bench!.definition;
    const id = freeId("state", new Set(workflow.states.map((one) => one.id)));
    this.chosen = { what: "state", id };
    this.do(addState(workflow, workflow.states.length, { id, title: t("flow.newState"), look: "wait" }));
    void this.focusOn("#p-question");
  };

  private readonly newAction = (): void => {
    const workflow = this.bench!.definition;
    const id = freeId("action", new Set(workflow.actions.map((one) => one.id)));
    const from = this.chosen.what === "state" ? this.chosen.id! : (workflow.states[0]?.id ?? "new");
    const to = workflow.states.find((one) => one.id !== from)?.id ?? from;
    this.chosen = { what: "action", id };
    this.do(addAction(workflow, workflow.actions.length, { id, title: t("flow.newAction"), from: [from], to, who: ["director"] }));
    void this.focusOn("#p-question");
  };

  private drop(next: WorkflowDefinition): void {
    this.chosen = { what: "workflow" };
    this.do(next);
  }

  private do(next: WorkflowDefinition): void {
    this.walk = start;
    this.bench!.take(both("did.workflow"), next);
  }

  private wayTo(path: string): (() => void) | undefined {
    const [, list, at] = path.split("/");
    const { states, actions } = this.bench!.definition;
    const one = list === "states" ? states[Number(at)] : list === "actions" ? actions[Number(at)] : undefined;
    return () => {
      this.chosen = one ? { what: list === "states" ? "state" : "action", id: one.id } : { what: "workflow" };
    };
  }

  protected differences(before: WorkflowDefinition, after: WorkflowDefinition): string[] {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [t("publish.flow")];
  }

  protected publishing(): { first: string } {
    return { first: t("publish.flowFirst") };
  }
}

function withoutKey<T extends object, K extends keyof T>(object: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = object;
  return rest;
}

customElements.define("tf-workflow-designer", WorkflowDesigner);
