// Checks a workflow where it is written: all problems at once, each naming the state or action and what to do.
// For where definitions are written; nothing that a phone loads for filling imports this.
import type { FormDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { checkForm } from "./check-form.js";
import { checkNames } from "./check-names.js";
import { checkPeople } from "./check-people.js";
import { checkRules } from "./check-rules.js";
import { checkWays } from "./check-ways.js";

/** What a workflow may name outside itself. Whatever is not given is not checked. */
export interface WorkflowContext {
  /** Duties that positions have. */
  duties?: readonly string[];
}

/** The problems of a workflow that has passed its schema; of its fit to a form too, when one is given. */
export function checkWorkflow(workflow: WorkflowDefinition, form?: FormDefinition, context: WorkflowContext = {}): Problem[] {
  return [
    ...checkNames(workflow),
    ...checkWays(workflow),
    ...checkPeople(workflow, context.duties),
    ...checkRules(workflow, form),
    ...(form ? checkForm(workflow, form) : []),
  ];
}
