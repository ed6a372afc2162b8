// Trying the form as people will meet it, on a phone or a PC: the real form on the screen, with nothing sent and nothing kept.
import { html, nothing, type TemplateResult } from "lit";
import type { FormDefinition, FormExample, PositionView } from "../../../schemas/types.js";
import { session } from "../../api/session.js";
import { readyFor } from "../../fields/ready.js";
import type { Sending } from "../../form/filling-events.js";
import type { FormElement } from "../../form/form-element.js";
import "../../form/form-element.js";
import { clock } from "../../ui/clock.js";
import { dutyWords } from "../../ui/duties.js";
import { icon } from "../../ui/icon.js";
import { desktop } from "../../ui/icons/desktop.js";
import { deviceMobile } from "../../ui/icons/device-mobile.js";
import { eraser } from "../../ui/icons/eraser.js";
import { listChecks } from "../../ui/icons/list-checks.js";
import { magicWand } from "../../ui/icons/magic-wand.js";
import { prohibit } from "../../ui/icons/prohibit.js";
import { toast } from "../../ui/toast.js";
import { say, t } from "../../ui/words.js";
import { type CompiledForm, compileForm } from "../engine.js";
import type { Surroundings } from "../surroundings.js";
import { ownWorkflow, sendOnly } from "./own-workflow.js";
import { Trial } from "./trial.js";

/** The compiled form, with what its fields need here; undefined while it has faults. Its own workflow says what sends it, where that is there and whole. */
export async function tried(form: FormDefinition, around: Surroundings, draw: () => void, example?: FormExample): Promise<Trial | undefined> {
  const { workflow: _, documents: __, ...alone } = form;
  const workflow = await ownWorkflow(form, around);
  const compiled = [...(workflow ? [workflow] : []), sendOnly]
    .map((one) => compileForm(alone, one, { owner: session.current?.actor.owner ?? "", version: 1, workflowVersion: 1 }))
    .find((one) => !Array.isArray(one)) as CompiledForm | undefined;
  if (!compiled) return undefined;
  await Promise.all([readyFor(compiled), import("../../fields/why/why-element.js"), around.need([...compiled.codes, "holidays"])]);
  return new Trial(form, compiled, around, draw, example);
}

export interface Preview {
  trial: Trial;
  width: "phone" | "pc";
  turn: (width: "phone" | "pc") => void;
  /** Keeps it, as it is filled now, as an example. */
  keep: () => void;
}

export function preview({ trial, width, turn, keep }: Preview): TemplateResult {
  return html`<div class="view"><div class="sw" role="group">${widthSwitch(width, turn)}</div>${seatSwitch(trial)}
      <button type="button" class="btn" @click=${() => trial.fill()}>${icon(magicWand)}${t("preview.sample")}</button><button type="button" class="btn" @click=${() => trial.empty()}>${icon(eraser)}${t("preview.empty")}</button>
      <button type="button" class="btn" @click=${keep}>${icon(listChecks)}${t("example.keep")}</button>
      <span class="small">${t("preview.note")}</span></div>
    <div class="canvas">${refused(trial)}<div class="tried ${width}"><tf-form .form=${trial.form} .startFacts=${trial.facts} .answers=${trial.answers} .actions=${trial.actions} .person=${trial.seat.actor.name}
      @tf-send=${(event: CustomEvent<Sending>) => sent(trial, event)}></tf-form></div></div>`;
}

/** Rules, rights and what is filled by itself are those of the position. */
function seatSwitch(trial: Trial): TemplateResult {
  const choose = ({ target }: Event): void => {
    const select = target as HTMLSelectElement;
    trial.sit(select.value || undefined, select.closest(".try")!.querySelector<FormElement>("tf-form")!);
  };
  return html`<label class="seat"><span class="small">${t("preview.as")}</span><span class="ctl has-caret"><select @change=${choose}><option value="">${t("preview.self", { name: session.current?.actor.name ?? "" })}</option>${trial.around.positions.map(
    (position) => html`<option value=${position.id} ?selected=${position.id === trial.seated}>${seatWords(trial, position)}</option>`,
  )}</select></span></label>`;
}

function seatWords({ around }: Trial, position: PositionView): string {
  const today = clock.today();
  const holder = position.holders?.find(({ from, to }) => from <= today && (to === undefined || today <= to));
  return holder ? `${around.positionWords(position)} (${holder.name})` : around.positionWords(position);
}

/** Said where this position may not make one at all, with who may. */
function refused({ actions, form }: Trial): unknown {
  if (actions.some(({ allowed }) => allowed)) return html`<div role="status"></div>`;
  const who = form.access.create?.map(dutyWords).join(", ");
  return html`<div role="status"><div class="note bad in-form">${icon(prohibit)}<div><b>${t("preview.mayNot")}</b>${actions.flatMap(({ why }) => (why ? [html`<p class="small">${say(why.title)}</p>`] : []))}${
    who ? html`<p class="small">${t("preview.may", { who })}</p>` : nothing
  }</div></div></div>`;
}

/** Nothing goes anywhere: only what would become of it is said. */
function sent(trial: Trial, { detail, currentTarget }: CustomEvent<Sending>): void {
  const problem = trial.refusal(detail.action.id, currentTarget as FormElement);
  if (problem) (currentTarget as FormElement).refuse([problem]);
  else toast(t("preview.sent", { action: say(detail.action.title) }));
}

const widthSwitch = (width: "phone" | "pc", turn: (width: "phone" | "pc") => void): TemplateResult =>
  html`<button type="button" aria-pressed=${width === "phone"} @click=${() => turn("phone")}>${icon(deviceMobile)}${t("preview.phone")}</button><button type="button" aria-pressed=${width === "pc"} @click=${() => turn("pc")}>${icon(desktop)}${t("preview.pc")}</button>`;
