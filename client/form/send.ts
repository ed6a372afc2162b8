// Makes the action of pressing send, once, and has the outbox do it. Loaded when something is sent.

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import type { Action, Problem } from "../../schemas/types.js";
import { ProblemError } from "../api/problem-error.js";
import type { LocalDraft } from "../offline/database.js";
import { device } from "../offline/device.js";
import { keepFile } from "../offline/files.js";
import { type Performed, perform } from "../offline/outbox.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";
import type { Sending } from "./form-element.js";

/** Sends a draft. The id is made here, at the press, and kept on the device before anything leaves it. */
export async function sendDraft(form: CompiledForm, draft: LocalDraft, answers: Record<string, unknown>, sending: Sending): Promise<Performed> {
  const image = sending.signed?.image;
  const signature = image ? (await keepFile(image, "signature.png")).id : undefined;
  const action: Action = {
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
  return perform(action, draft.title, draft);
}

/** The problems inside a refusal, or the refusal itself. */
export function problemsOf(error: unknown): Problem[] {
  if (!(error instanceof ProblemError)) throw error;
  return error.problem.problems?.length ? error.problem.problems : [error.problem];
}

/** Whether somebody else changed the same answer meanwhile. */
export const isConflict = ({ code }: Problem): boolean => ["record.conflict", "record.row-removed", "record.row-changed"].includes(code);
