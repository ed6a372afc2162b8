// Pressing send: the action is made once and the outbox does it; a refusal goes to its fields, a conflict is shown side by side. Loaded when something is sent.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import type { Action, Problem } from "../../schemas/types.js";
import { ProblemError } from "../api/problem-error.js";
import type { LocalDraft } from "../offline/database.js";
import { device } from "../offline/device.js";
import { keepFile } from "../offline/files.js";
import { perform } from "../offline/outbox.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";
import type { FillingElement } from "./filling.js";
import type { Sending, Sent } from "./filling-events.js";

/** What became of it; nothing when the server refused and the person goes on. */
export async function sendFilling(filling: FillingElement, sending: Sending): Promise<Sent | undefined> {
  const { form } = filling.opened!;
  const box = await filling.keeper!.open();
  const { answers } = filling.formElement.model.state;
  try {
    await box.hold();
    const action = await actionOf(form, box.draft, answers, sending);
    const performed = await perform(action, box.draft.title, box.draft);
    box.finish();
    return { record: box.draft.target, title: form.title, ...performed };
  } catch (error) {
    box.resume();
    if (!(error instanceof ProblemError)) throw error;
    const problems = error.problem.problems?.length ? error.problem.problems : [error.problem];
    const clashing = problems.filter(isConflict);
    if (!clashing.length) filling.formElement.refuse(problems);
    else await (await import("./conflict.js")).openConflict(filling, clashing);
    return undefined;
  }
}

/** The id is made here, at the press, and kept on the device before anything leaves it. */
async function actionOf(form: CompiledForm, draft: LocalDraft, answers: Record<string, unknown>, sending: Sending): Promise<Action> {
  const image = await sending.signed?.image;
  const signature = image ? (await keepFile(image, "signature.png")).id : undefined;
  return {
    id: newId(),
    type: sending.action.id,
    record: draft.target,
    form: form.id,
    release: form.release,
    ...(!draft.base && draft.organization && { organization: draft.organization }),
    base: draft.base?.rev ?? 0,
    changes: changesBetween(form, draft.base ? draft.base.answers : null, answers),
    ...(sending.comment && { comment: sending.comment }),
    ...(sending.warnings && { warnings: true }),
    ...(signature && { signature }),
    draft: draft.id,
    madeAt: clock.iso(),
    device: device(),
  };
}

/** Whether somebody else changed the same answer meanwhile. */
const isConflict = ({ code }: Problem): boolean => ["record.conflict", "record.row-removed", "record.row-changed"].includes(code);
