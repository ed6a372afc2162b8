// The workflow that a form is tried with: its own as it is written now, or one that only sends.
import type { FormDefinition, WorkflowDefinition } from "../../../schemas/types.js";
import { checkDefinition } from "../engine.js";
import type { Surroundings } from "../surroundings.js";

/** A form sent is done: which steps follow does not matter for trying it. */
export const sendOnly: WorkflowDefinition = {
  kind: "workflow",
  id: "simple",
  title: "ส่ง",
  states: [{ id: "submitted", title: "ส่งแล้ว", look: "ok", final: true }],
  actions: [{ id: "submit", title: { th: "ส่ง", en: "Submit" }, done: "ส่ง", tone: "main", from: ["new"], to: "submitted", complete: true, comment: "none" }],
};

/** Undefined where the form names none, or one that is not there or has faults of its own. */
export async function ownWorkflow({ workflow }: FormDefinition, around: Surroundings): Promise<WorkflowDefinition | undefined> {
  const found = workflow === undefined ? undefined : await around.copy("workflow", workflow);
  return found && !checkDefinition(found).length ? found : undefined;
}
