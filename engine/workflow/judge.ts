// What stands in the way of an action once its actor is known: the guard, and answers that are not complete.
import type { ActionDefinition, Problem } from "../../schemas/types.js";
import { workflowProblem } from "../problem/workflow.js";
import { validateAnswers } from "../validate/validate.js";
import { holds, type Moment } from "./rules.js";

/** The guard's refusal, in the words its author gave it. */
export function guarded(action: ActionDefinition, moment: Moment): Problem | undefined {
  if (holds(action.when, moment)) return;
  const why = action.unless ?? {
    th: "ยังไม่เข้าเงื่อนไขของขั้นนี้ ตรวจข้อมูลในเรื่องแล้วลองใหม่",
    en: "The condition of this action does not hold yet. Check the answers and try again.",
  };
  return workflowProblem("workflow.guard", { why, action: action.title });
}

/** What is missing, as one problem with all of them inside. */
export function incomplete(action: ActionDefinition, { form, answers, facts }: Moment): Problem | undefined {
  if (!action.complete) return;
  const problems = validateAnswers(form, answers, facts, "complete", answers).problems.filter(({ level }) => level !== "warn");
  if (problems.length) return workflowProblem("workflow.not-complete", { action: action.title, count: problems.length }, undefined, { problems });
}
