// `<tf-workflow-designer>`: the bench of one workflow. Its picture, its states and actions as lists, what is in hand, and a walk through it.
import { html, nothing, type TemplateResult } from "lit";
import type { ActionDefinition, FormDefinition, SignRule, StateDefinition, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { icon } from "../../ui/icon.js";
import { arrowDown } from "../../ui/icons/arrow-down.js";
import { arrowUp } from "../../ui/icons/arrow-up.js";
import { plus } from "../../ui/icons/plus.js";
import { trash } from "../../ui/icons/trash.js";
import { both, say, t } from "../../ui/words.js";
import { BenchScreen } from "../bench-screen.js";
import { conflictsPanel } from "../conflicts-panel.js";
import { choiceControl, numberControl, type Option, switchControl, wordsControl } from "../controls.js";
import { addAction, addState, moveAction, moveState, removeAction, removeState, routesOf, setAction, setState } from "../engine.js";
import { RuleDesk, ruleBuilder } from "../form/rule-builder.js";
import { freeId } from "../new-id.js";
import { whoControl } from "../who-control.js";
import type { Workbench } from "../workbench.js";
import { commonForm, fieldsOfKind } from "./common-form.js";
import { durationControl } from "./duration.js";
import { notices } from "./notices.js";
import { type Chosen, picture } from "./picture.js";
import { sectionsControl } from "./sections.js";
import { simulator, start, type Walk } from "./simulator.js";

/** Changes an action; undefined takes a member away. */
type Change = (changes: Parameters<typeof setAction>[2]) => void;

class WorkflowDesigner extends BenchScreen<"workflow"> {
  static override properties = { ...BenchScreen.properties, chosen: { state: true }, walk: { state: true } };
  declare private chosen: Chosen;
  declare private walk: Walk;
  protected readonly kind = "workflow";
  /** The forms that go this way, as they are being written. */
  private forms: readonly FormDefinition[] = [];
  private readonly desk = new RuleDesk(() => this.requestUpdate());

  constructor() {
    super();
    this.chosen = { what: "workflow" };
    this.walk = start;
  }

  protected override async surround(): Promise<void> {
    await super.surround();
    this.forms = await this.around.formsOf(this.params.id!);
    await this.around.need(this.forms.flatMap(({ schema }) => Object.values(schema.properties).flatMap((field) => field["x-codes"] ?? [])));
  }

  /** The picture is seen from where a record begins. */
  protected override opened(): void {
    requestAnimationFrame(() => this.querySelector(".flow-state.begin")?.scrollIntoView({ block: "nearest", inline: "center" }));
  }

  protected work(bench: Workbench<"workflow">): TemplateResult {
    const workflow = bench.definition;
    return html`<div class="work flow-work">${this.lists(workflow)}
        <div class="mid"><div class="canvas">${picture(workflow, this.chosen, (chosen) => (this.chosen = chosen), this.walk.state)}</div>${conflictsPanel(bench)}${this.checks(bench, ({ path = "" }) => this.wayTo(path))}</div>
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
    return html`${own}${simulator({ workflow, walk: this.walk, people: this.around.people, organizations: this.around.organizations, forms: this.forms, codes: this.around.rows, go: (walk) => (this.walk = walk) })}`;
  }

  private flowPanel(workflow: WorkflowDefinition): TemplateResult {
    return html`<div class="hd"><p class="small">${t("flow.settings")}</p><h2>${say(workflow.title)}</h2></div>
      <div class="sec-p">${wordsControl({ id: "p-title", label: t("flow.name"), value: workflow.title, change: (title = "") => this.do({ ...workflow, title }) })}
      <p class="small">${this.forms.length ? t("flow.usedBy", { forms: this.forms.map(({ title }) => say(title)).join(", ") }) : t("flow.noForms")}</p></div>
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
      this.rule(`print-${id}`, title, prints.find((one) => one.document === id)?.when, commonForm(this.forms), (when) => put(id, when)),
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
    // What a deadline does, nobody is there to sign or to give a reason for.
    const alone = workflow.actions
      .filter(({ from, sign, comment, system }) => from.includes(id) && (system || (!sign && comment !== "required")))
      .map((one) => ({ id: one.id, title: say(one.title) }));
    const setDeadline = (changes: { [K in keyof NonNullable<typeof deadline>]?: NonNullable<typeof deadline>[K] | undefined }) => {
      const next = Object.fromEntries(Object.entries({ ...deadline, ...changes }).filter(([, value]) => value !== undefined));
      set({ deadline: next.after ? (next as unknown as typeof deadline) : undefined });
    };
    return html`<div class="hd"><p class="small">${t("flow.state")}</p><h2>${say(state.title)}</h2>${this.mover(at, workflow.states.length, (by) => this.do(moveState(workflow, id, by)))}</div>
      <div class="sec-p">${wordsControl({ id: "p-question", label: t("flow.stateTitle"), value: state.title, change: (title = "") => set({ title }) })}
      ${choiceControl({ id: "p-look", label: t("flow.look"), value: state.look ?? "move", change: (look) => look && set({ look: look as NonNullable<StateDefinition["look"]> }), options: (["wait", "move", "back", "ok", "quiet"] as const).map((one) => ({ id: one, title: t(`flow.look.${one}`) })) })}
      ${switchControl({ id: "p-final", label: t("flow.isFinal"), value: state.final === true, change: (final) => set({ final: final || undefined }) })}
      ${switchControl({ id: "p-shape", label: t("flow.shape"), value: state.check === "shape", change: (shape) => set({ check: shape ? "shape" : undefined }) })}</div>
      <div class="sec-p">${whoControl(t("flow.editors"), edit?.who ?? [], this.around.duties, (who) => set({ edit: who.length ? { ...edit, who } : undefined }), t("flow.editorsNone"), ["author", "handler"])}
      ${edit ? sectionsControl({ label: t("flow.editSections"), forms: this.forms, chosen: edit.sections, change: (sections) => set({ edit: { who: edit.who, ...(sections ? { sections } : {}) } }), all: t("flow.editAll") }) : nothing}</div>
      <div class="sec-p">${durationControl({ id: "p-days", label: t("flow.deadline"), help: t("flow.deadlineHelp"), value: deadline?.after, change: (after) => setDeadline({ after }) })}
      ${deadline ? whoControl(t("flow.remind"), deadline.notify ?? [], this.around.duties, (notify) => setDeadline({ notify: notify.length ? notify : undefined }), t("flow.remindNobody"), ["author", "handler"]) : nothing}
      ${deadline && (alone.length || deadline.action) ? choiceControl({ id: "p-auto", label: t("flow.auto"), value: deadline.action, change: (action) => setDeadline({ action }), options: alone, none: t("flow.autoNone") }) : nothing}</div>
      <div class="sec-p"><button type="button" class="btn danger" @click=${() => this.drop(removeState(workflow, id))}>${icon(trash)}${t("flow.removeState")}</button></div>`;
  }

  private actionPanel(workflow: WorkflowDefinition, action: ActionDefinition): TemplateResult {
    const { id } = action;
    const set = (changes: Parameters<typeof setAction>[2]) => this.do(setAction(workflow, id, changes));
    const at = workflow.actions.findIndex((one) => one.id === id);
    const states = workflow.states.map((one) => ({ id: one.id, title: say(one.title) }));
    const from = [{ id: "new", title: t("flow.new") }, ...states];
    const form = commonForm(this.forms);
    const begins = action.from.includes("new") && action.from.length === 1;
    return html`<div class="hd"><p class="small">${t("flow.action")}</p><h2>${say(action.title)}</h2>${this.mover(at, workflow.actions.length, (by) => this.do(moveAction(workflow, id, by)))}</div>
      <div class="sec-p">${wordsControl({ id: "p-question", label: t("flow.button"), value: action.title, change: (title = "") => set({ title }) })}
      ${wordsControl({ id: "p-done", label: t("flow.done"), help: t("flow.doneHelp"), value: action.done, change: (done) => set({ done }) })}
      ${choiceControl({ id: "p-tone", label: t("flow.tone"), value: action.tone ?? "plain", change: (tone) => tone && set({ tone: tone as NonNullable<ActionDefinition["tone"]> }), options: (["main", "plain", "danger"] as const).map((one) => ({ id: one, title: t(`flow.tone.${one}`) })) })}</div>
      <div class="sec-p"><fieldset class="who-list"><legend class="label">${t("flow.from")}</legend>${from.map(
        (one) =>
          html`<label class="chip ${action.from.includes(one.id) ? "on" : ""}"><input class="hide" type="checkbox" .checked=${action.from.includes(one.id)} @change=${() => {
            const next = action.from.includes(one.id) ? action.from.filter((id) => id !== one.id) : [...action.from, one.id];
            if (next.length) set({ from: next });
            else this.requestUpdate();
          }}>${one.title}</label>`,
      )}</fieldset>${this.routes(action, form, states, set)}</div>
      <div class="sec-p">${begins ? html`<p class="small">${t("flow.whoCreates")}</p>` : this.actors(action, form, set)}</div>
      <div class="sec-p">${choiceControl({ id: "p-comment", label: t("flow.comment"), value: action.comment ?? "optional", change: (comment) => comment && set({ comment: comment as NonNullable<ActionDefinition["comment"]> }), options: (["none", "optional", "required"] as const).map((one) => ({ id: one, title: t(`flow.comment.${one}`) })) })}
      ${switchControl({ id: "p-complete", label: t("flow.complete"), value: action.complete === true, change: (on) => set({ complete: on || undefined }) })}
      ${action.system ? nothing : this.signing(action, form, set)}</div>
      <div class="sec-p">${this.rule(`${id}-when`, t("flow.when"), action.when, form, (when) => set(when === undefined ? { when, unless: undefined } : { when }))}
      ${action.when ? wordsControl({ id: "p-unless", label: t("flow.unless"), help: t("flow.unlessHelp"), value: action.unless, change: (unless) => set({ unless }) }) : nothing}</div>
      <div class="sec-p">${notices(action, this.around.duties, (effects) => set({ effects }))}</div>
      <div class="sec-p">${this.makes(workflow, action, set)}</div>
      <div class="sec-p"><button type="button" class="btn danger" @click=${() => this.drop(removeAction(workflow, id))}>${icon(trash)}${t("flow.removeAction")}</button></div>`;
  }

  /** People by their duties or by a field that names them; or the system, when a deadline is over. */
  private actors(action: ActionDefinition, form: FormDefinition, set: Change): TemplateResult {
    const people = fieldsOfKind(form, "person", action.person);
    return html`${switchControl({ id: "p-system", label: t("flow.system"), value: action.system === true, change: (on) => set(on ? { system: true, who: undefined, person: undefined, sign: undefined, notAuthor: undefined } : { system: undefined }) })}
      ${
        action.system
          ? html`<p class="help">${t("flow.systemHelp")}</p>`
          : html`${whoControl(t("flow.who"), action.who ?? [], this.around.duties, (who) => set({ who: who.length ? who : undefined }), action.person === undefined ? t("flow.whoNone") : undefined, ["author", "handler"])}
        ${people.length ? choiceControl({ id: "p-person", label: t("flow.person"), value: action.person, change: (person) => set({ person }), options: people, none: t("flow.personNone") }) : nothing}
        ${switchControl({ id: "p-not-author", label: t("flow.notAuthor"), value: action.notAuthor === true, change: (on) => set({ notAuthor: on || undefined }) })}`
      }`;
  }

  /** Whether who acts signs, as what, in which field, for which sections, and with how many others. */
  private signing(action: ActionDefinition, form: FormDefinition, set: Change): TemplateResult {
    const { sign } = action;
    const put = (changes: { [K in keyof SignRule]?: SignRule[K] | undefined }) =>
      set({ sign: Object.fromEntries(Object.entries({ ...sign, ...changes }).filter(([, value]) => value !== undefined)) as SignRule });
    const fields = fieldsOfKind(form, "signature", sign?.field);
    return html`${switchControl({ id: "p-sign", label: t("flow.sign"), value: sign !== undefined, change: (on) => set({ sign: on ? {} : undefined }) })}
      ${
        sign
          ? html`${wordsControl({ id: "p-sign-as", label: t("flow.signAs"), help: t("flow.signAsHelp"), value: sign.as, change: (as) => put({ as }) })}
        ${fields.length ? choiceControl({ id: "p-sign-field", label: t("flow.signField"), value: sign.field, change: (field) => put({ field }), options: fields, none: t("flow.signFieldNone") }) : nothing}
        ${sectionsControl({ label: t("flow.signSections"), forms: this.forms, chosen: sign.sections, change: (sections) => put({ sections }), all: t("flow.signAll") })}
        ${numberControl({ id: "p-need", label: t("flow.need"), value: sign.need ?? 1, change: (need) => put({ need: Math.max(1, Math.min(20, Math.round(need ?? 1))) }), least: 1 })}`
          : nothing
      }`;
  }

  /** A condition that is there or not, as a sentence over the questions of the forms. */
  private rule(key: string, label: string, source: string | undefined, form: FormDefinition, change: (source: string | undefined) => void): TemplateResult {
    const on = source !== undefined || this.desk.begun(key);
    const turn = (value: boolean | undefined) => {
      this.desk.begin(key, value === true);
      if (!value) change(undefined);
    };
    return html`${switchControl({ id: `p-${key}`, label, value: on, change: turn })}
      ${on ? this.sentence(key, source ?? "", form, (next) => change(next || undefined)) : nothing}`;
  }

  private sentence(key: string, source: string, form: FormDefinition, change: (source: string) => void): TemplateResult {
    return ruleBuilder(this.desk, {
      form,
      id: undefined,
      key,
      source,
      use: "guard",
      codes: this.around.rows,
      lists: this.around.lists,
      forms: {},
      change,
    });
  }

  /** One way, or several of which the first whose condition is true is taken. */
  private routes(action: ActionDefinition, form: FormDefinition, states: { id: string; title: string }[], set: Change): TemplateResult {
    const routes = routesOf(action);
    const put = (next: { to: string; when?: string }[]) => set({ to: next.length === 1 && next[0]!.when === undefined ? next[0]!.to : next });
    return html`${routes.map(
      (
        { to, when },
        at,
      ) => html`${choiceControl({ id: `p-to-${at}`, label: routes.length > 1 ? t("flow.toN", { n: at + 1 }) : t("flow.to"), value: to, change: (id) => id && put(routes.with(at, { to: id, ...(when === undefined ? {} : { when }) })), options: states })}
        ${routes.length > 1 && at < routes.length - 1 ? html`<p class="label">${t("flow.ifWhen")}</p>${this.sentence(`${action.id}-to-${at}`, when ?? "", form, (rule) => put(routes.with(at, { to, when: rule })))}` : nothing}
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

customElements.define("tf-workflow-designer", WorkflowDesigner);
