// The form's own rules: what must be right before the record goes on, and what a person may go on with after a warning.
import type { Problem } from "../../schemas/types.js";
import { validateAnswers } from "../validate/validate.js";
import { stateOf } from "../workflow/states.js";
import type { Case, Step } from "./case.js";
import { destination } from "./move.js";

/** Refuses what is wrong; asks once about what is only doubtful. */
export const check: Step = (current) => {
  const { action, touched } = current;
  const level = needed(current);
  if (!level) return current;
  const problems = problemsAt(level, current);
  const wrong = problems.filter((problem) => problem.level !== "warn");
  if (wrong.length) return problems;
  // Doubts are the affair of whoever changes answers, not of those who act on them later.
  const doubts = touched ? problems : [];
  return doubts.length && !action.warnings ? doubts : { ...current, warnings: doubts };
};

/** How the answers must be for what comes next; nothing is asked of a record that only passes by. */
function needed(current: Case): "complete" | "shape" | undefined {
  const { does, record, touched, form } = current;
  const shape = (state: string) => stateOf(form.workflow.definition, state)?.check === "shape";
  const target = does ? destination(current) : record.state;
  if (does?.complete || (!shape(target) && (touched || shape(record.state)))) return "complete";
  return touched ? "shape" : undefined;
}

function problemsAt(level: "complete" | "shape", { form, record, before, facts, found, touched }: Case): Problem[] {
  if (touched && level === "complete") return [...found];
  return validateAnswers(form, record.answers, facts, level, before).problems;
}
