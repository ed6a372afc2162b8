// The expressions of a workflow: that they can be read, and, beside their form, that their names and types are right.
import type { FormDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { flatten, scopes } from "../definition/flatten.js";
import { check, checkResult } from "../expression/check.js";
import { isTree, parse } from "../expression/parse.js";
import { type Scope, workflowFacts } from "../expression/scope.js";

export function checkRules(workflow: WorkflowDefinition, form?: FormDefinition): Problem[] {
  const scope = form && scopeOf(form);
  return rulesOf(workflow).flatMap(({ source, path }) => problemsOf(source, scope).map((problem) => ({ ...problem, path })));
}

/** Every condition of a workflow with its place. */
export function rulesOf({ actions, prints = [] }: WorkflowDefinition): { source: string; path: string }[] {
  const offers = prints.map(({ when }, index) => ({ source: when, path: `/prints/${index}/when` }));
  const moves = actions.flatMap(({ when, to }, index) => [
    ...(when === undefined ? [] : [{ source: when, path: `/actions/${index}/when` }]),
    ...(typeof to === "string" ? [] : to).flatMap((route, number) =>
      route.when === undefined ? [] : [{ source: route.when, path: `/actions/${index}/to/${number}/when` }],
    ),
  ]);
  return [...moves, ...offers];
}

function problemsOf(source: string, scope: Scope | undefined): Problem[] {
  const tree = parse(source);
  if (!isTree(tree)) return [tree];
  if (!scope) return [];
  const { type, problems } = check(tree, scope);
  if (problems.length) return problems;
  const wrong = checkResult(type, ["boolean"]);
  return wrong ? [wrong] : [];
}

/** What a rule of a workflow may name beside this form: its fields, its facts, who acts and what is commented. */
function scopeOf(form: FormDefinition): Scope {
  const lookups = Object.fromEntries(Object.keys(form.lookups ?? {}).map((name) => [name, { type: "any" as const }]));
  return scopes(flatten(form), { lookups, more: workflowFacts })(-1);
}
