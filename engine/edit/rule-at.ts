// Where a rule of a form is written: what it may read there and what it must come to, and what is wrong with it while it is typed.
import type { FormDefinition, Problem } from "../../schemas/types.js";
import type { DefinitionContext } from "../definition/context.js";
import { flatten } from "../definition/flatten.js";
import { allowedIn, type RuleUse, readExpression, scopesOf } from "../definition/rules.js";
import { type Scope, workflowFacts } from "../expression/scope.js";
import type { Type } from "../expression/types.js";

export interface RulePlace {
  scope: Scope;
  allowed: readonly Type[];
}

/** `id` is the field whose rule it is; without one it is a section's, or a guard of the form's workflow, which reads who acts besides. */
export function rulePlace(form: FormDefinition, id: string | undefined, use: RuleUse | "guard", context: DefinitionContext = {}): RulePlace {
  const flat = flatten(form);
  const field = id === undefined ? undefined : flat.find(({ schema }) => schema["x-id"] === id);
  const scope = scopesOf(form, flat, context)(field?.parent ?? -1);
  return use === "guard" ? { scope: { ...scope, more: workflowFacts }, allowed: ["boolean"] } : { scope, allowed: allowedIn(use, field) };
}

/** Everything that keeps the expression from being used at that place; nothing for an empty one, which is no rule. */
export function ruleProblems(source: string, { scope, allowed }: RulePlace): Problem[] {
  if (source.trim() === "") return [];
  const found = readExpression(source, scope, allowed);
  return "problems" in found ? found.problems : [];
}
