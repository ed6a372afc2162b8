// Reading a workflow: its states and actions by id, and where an action may lead.
import type { ActionDefinition, StateDefinition, Text, WorkflowDefinition } from "../../schemas/types.js";

/** The reserved state of a record that does not exist yet. */
export const newState = "new";

/** The reserved action that changes answers and moves nothing. */
export const editAction = "edit";

export function stateOf(workflow: WorkflowDefinition, id: string): StateDefinition | undefined {
  return workflow.states.find((state) => state.id === id);
}

export function actionOf(workflow: WorkflowDefinition, id: string): ActionDefinition | undefined {
  return workflow.actions.find((action) => action.id === id);
}

/** Actions that begin in a state. */
export function actionsFrom(workflow: WorkflowDefinition, state: string): ActionDefinition[] {
  return workflow.actions.filter((action) => action.from.includes(state));
}

/** Every state an action may lead to. */
export function targets(action: ActionDefinition): string[] {
  return typeof action.to === "string" ? [action.to] : action.to.map((route) => route.to);
}

/** The title of a state, for sentences. */
export function stateTitle(workflow: WorkflowDefinition, id: string): Text {
  return id === newState ? { th: "เรื่องใหม่", en: "new" } : (stateOf(workflow, id)?.title ?? id);
}
