// Trying the form as people will meet it, on a phone or a PC: the real form on the screen, with nothing sent and nothing kept.
import { html, type TemplateResult } from "lit";
import type { FormDefinition, FormExample, WorkflowDefinition } from "../../../schemas/types.js";
import { readyFor } from "../../fields/ready.js";
import "../../form/form-element.js";
import { session } from "../../api/session.js";
import { clock } from "../../ui/clock.js";
import { icon } from "../../ui/icon.js";
import { desktop } from "../../ui/icons/desktop.js";
import { deviceMobile } from "../../ui/icons/device-mobile.js";
import { listChecks } from "../../ui/icons/list-checks.js";
import { t } from "../../ui/words.js";
import { type CompiledForm, compileForm, type ExampleCodes, factsOf } from "../engine.js";

/** A form sent is done: which steps follow does not matter for trying it. */
export const sendOnly: WorkflowDefinition = {
  kind: "workflow",
  id: "simple",
  title: "ส่ง",
  states: [{ id: "submitted", title: "ส่งแล้ว", look: "ok", final: true }],
  actions: [{ id: "submit", title: { th: "ส่ง", en: "Submit" }, done: "ส่ง", tone: "main", from: ["new"], to: "submitted", complete: true, comment: "none" }],
};

/** The compiled form, with what its fields need here; undefined while it has faults. */
export async function tried(form: FormDefinition): Promise<CompiledForm | undefined> {
  const { workflow: _, documents: __, ...alone } = form;
  const compiled = compileForm(alone, sendOnly, { owner: session.current?.actor.owner ?? "", version: 1, workflowVersion: 1 });
  if (Array.isArray(compiled)) return undefined;
  await readyFor(compiled);
  return compiled;
}

export interface Preview {
  form: CompiledForm;
  width: "phone" | "pc";
  turn: (width: "phone" | "pc") => void;
  codes: ExampleCodes;
  /** The example that it begins with. */
  example: FormExample | undefined;
  /** Keeps it, as it is filled now, as an example. */
  keep: () => void;
}

export function preview({ form, width, turn, codes, example, keep }: Preview): TemplateResult {
  const facts = example ? factsOf(example, codes) : { today: clock.today(), lookups: {}, codes, labels: {}, partial: true };
  return html`<div class="view"><div class="sw" role="group">${widthSwitch(width, turn)}</div><span class="small">${t("preview.note")}</span><button type="button" class="btn keep" @click=${keep}>${icon(listChecks)}${t("example.keep")}</button></div>
    <div class="canvas"><div class="tried ${width}"><tf-form .form=${form} .startFacts=${facts} .answers=${example?.answers ?? {}} .actions=${[]} .person=${session.current?.actor.name ?? ""}></tf-form></div></div>`;
}

const widthSwitch = (width: "phone" | "pc", turn: (width: "phone" | "pc") => void): TemplateResult =>
  html`<button type="button" aria-pressed=${width === "phone"} @click=${() => turn("phone")}>${icon(deviceMobile)}${t("preview.phone")}</button><button type="button" aria-pressed=${width === "pc"} @click=${() => turn("pc")}>${icon(desktop)}${t("preview.pc")}</button>`;
