// The workflow of a form that names none: whoever may make a record submits it, and there it stays.
import type { WorkflowDefinition } from "../../schemas/types.js";

export const simpleWorkflow: WorkflowDefinition = {
  kind: "workflow",
  id: "simple",
  title: { th: "ส่งแล้วเสร็จ", en: "Submitted and done" },
  states: [{ id: "submitted", title: { th: "ส่งแล้ว", en: "Submitted" }, look: "ok", final: true }],
  actions: [
    {
      id: "submit",
      title: { th: "ส่ง", en: "Submit" },
      done: { th: "ส่ง", en: "Submitted" },
      tone: "main",
      from: ["new"],
      to: "submitted",
      complete: true,
      comment: "none",
    },
  ],
};
