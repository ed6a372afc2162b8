// What an expression must come to where it stands.
import type { Problem } from "../../schemas/types.js";
import { expressionProblem } from "../problem/expression.js";
import { typeWords } from "./type-words.js";
import type { Type } from "./types.js";

/** The problem of an expression that must come to one of some types, if it does not. */
export function checkResult(type: Type, allowed: readonly Type[]): Problem | undefined {
  if (type === "any" || allowed.includes(type) || allowed.includes("any")) return undefined;
  if (allowed[0] === "boolean") return expressionProblem("expression.condition-type", { actual: typeWords(type) });
  return expressionProblem("expression.result-type", { expected: typeWords(allowed[0]!), actual: typeWords(type) });
}

/** Reports what stands where a condition must. */
export function needCondition({ type }: { type: Type }, checker: { problem(problem: Problem): void }): void {
  const problem = checkResult(type, ["boolean"]);
  if (problem) checker.problem(problem);
}
