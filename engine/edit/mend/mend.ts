// What puts a problem of a definition right in one step: each way with its words and the definition it makes. Where only its author can know, there is none.
// A problem speaks of places in the definition that was checked; a place that is no longer there has no mend.
import type { FormDefinition, MenuDefinition, Problem, Text, WorkflowDefinition } from "../../../schemas/types.js";
import { mendAccess } from "./access.js";
import { mendAsked } from "./asked.js";
import { mendField } from "./field.js";
import { mendFlow } from "./flow.js";
import { mendMenu } from "./menu.js";
import { mendPlace } from "./place.js";
import { mendRule } from "./rule.js";

export interface Mend<T> {
  /** What it does, as its button says it. */
  title: Text;
  next: T;
}

/** The ways to mend a problem, the gentlest first. `newId` gives an id to a field that a mend puts in. */
export function mendsOf<T extends object>(definition: T, problem: Problem, newId: () => string): Mend<T>[] {
  const kind = (definition as { kind?: unknown }).kind;
  const mends: Mend<object>[] = [
    ...mendRule(definition, problem),
    ...(kind === "form"
      ? [...mendField(definition as unknown as FormDefinition, problem), ...mendAccess(definition as unknown as FormDefinition, problem)]
      : []),
    ...(kind === "form" ? mendAsked(definition as unknown as FormDefinition, problem, newId) : []),
    ...(kind === "menu" ? mendMenu(definition as unknown as MenuDefinition, problem) : []),
    ...(kind === "workflow" ? mendFlow(definition as unknown as WorkflowDefinition, problem) : []),
    ...mendPlace(definition, problem),
  ];
  return mends.filter(({ next }) => next !== definition) as Mend<T>[];
}

/** The gentlest of them. */
export const mendOf = <T extends object>(definition: T, problem: Problem, newId: () => string): Mend<T> | undefined => mendsOf(definition, problem, newId)[0];
