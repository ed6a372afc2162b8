// `<tf-action-why>`: "ทำไม?" of an action that is not offered: who may, at which step, and the rule with what it read. Loaded late; until then it is empty.
import "../ui/why-words.js";
import { html, nothing } from "lit";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { explain } from "../../engine/expression/trace.js";
import { envOf } from "../../engine/workflow/rules.js";
import type { ActionDefinition, RecordView } from "../../schemas/types.js";
import { session } from "../api/session.js";
import type { Told } from "../fields/why/reason-element.js";
import "../fields/why/reason-element.js";
import { dutyWords } from "../ui/duties.js";
import { type Properties, TfElement } from "../ui/element.js";
import { icon } from "../ui/icon.js";
import { question } from "../ui/icons/question.js";
import { say, t } from "../ui/words.js";
import { stateOf } from "./reasons.js";

class ActionWhy extends TfElement {
  static override properties: Properties = { view: {}, action: {} };
  declare view: RecordView;
  /** Its id. */
  declare action: string;
  private open = false;

  override render(): unknown {
    const action = this.definition;
    if (!action) return nothing;
    const { open } = this;
    return html`<button type="button" class="why" aria-expanded=${open} @click=${this.toggle}>${icon(question)}${t("field.why")}<span class="hide"> ${t("why.action", { title: say(action.title) })}</span></button
      ><div class="why-panel" aria-live="polite" ?hidden=${!open}>${open ? this.panel(action) : nothing}</div>`;
  }

  private readonly toggle = (): void => {
    this.open = !this.open;
    this.requestUpdate();
  };

  private get form(): CompiledForm {
    return this.view.form as unknown as CompiledForm;
  }

  private get definition(): ActionDefinition | undefined {
    return this.form.workflow.definition.actions.find(({ id }) => id === this.action);
  }

  private panel(action: ActionDefinition): unknown {
    const { record, masked } = this.view;
    const { states } = this.form.workflow.definition;
    const titles = (ids: readonly string[]): string => ids.map((id) => say(states.find((one) => one.id === id)?.title) || id).join(", ");
    const guard = this.guard(action);
    const signed = record.signing[action.id]?.length ?? 0;
    return html`<ul class="sources">
      ${line(t("why.action.who"), whoWords(action, this.form).join(", "))}
      ${line(t("why.action.you"), session.current?.actor.positions.map(({ title }) => say(title)).join(", ") || t("why.action.none"))}
      ${action.notAuthor && record.author === session.current?.actor.account ? line(t("why.action.notAuthor"), "") : nothing}
      ${line(t("why.action.from"), titles(action.from))}${line(t("why.action.state"), titles([record.state]))}
      ${action.sign ? line(t("why.action.signs"), t("why.action.signsOf", { n: signed, of: action.sign.need ?? 1 })) : nothing}
    </ul>${guard ? html`<tf-reason .state=${stateOf(this.view)} .reasons=${[guard]} .masked=${masked} .stored=${record.answers}></tf-reason>` : nothing}`;
  }

  /** The rule of the action, as it comes out for this person now. */
  private guard({ when }: ActionDefinition): Told | undefined {
    const { record } = this.view;
    const state = stateOf(this.view);
    const rule = when === undefined ? undefined : this.form.workflow.rules[when];
    if (!rule) return undefined;
    const actor = session.current?.actor;
    const trace = explain(rule, envOf({ form: this.form, answers: record.answers as Record<string, unknown>, facts: state.facts, ...(actor && { actor }) }));
    return { asked: "guard", path: [], rule, trace };
  }
}

const line = (words: string, value: string): unknown => html`<li><div class="why-row"><span>${words}</span><span class="n">${value}</span></div></li>`;

/** Who may do an action, as people say it: duties, and whoever a field names. */
function whoWords({ who = [], person }: ActionDefinition, form: CompiledForm): string[] {
  const field = form.fields.find(({ parent, name }) => parent < 0 && name === person);
  return [...(field ? [t("why.action.person", { field: say(field.title) })] : []), ...who.map(dutyWords)];
}

customElements.define("tf-action-why", ActionWhy);
