// Whether the actor may do this now, and whether each change is in a section that is theirs to change.
import type { Change, Problem } from "../../schemas/types.js";
import { isProblem } from "../problem/problem.js";
import { recordProblem } from "../problem/record.js";
import { workflowProblem } from "../problem/workflow.js";
import { silent } from "../workflow/available.js";
import { type Editable, editable } from "../workflow/editable.js";
import { permit } from "../workflow/permit.js";
import { stateOf, stateTitle } from "../workflow/states.js";
import { subjectOf } from "../workflow/subject.js";
import { matches } from "../workflow/who.js";
import type { Case, Step } from "./case.js";
import { Desk } from "./desk.js";
import { findPlace } from "./place.js";
import { actionLimits } from "./read-action.js";
import { shapeOf } from "./shape.js";

/** Duty, state and sections, before anything is changed. */
export const allow: Step = (current) => {
  const as = standing(current);
  if (isProblem(as)) return [as];
  const { does, action, form, stored, actor } = current;
  const speechless = does && silent(does, action.comment ?? "");
  if (speechless) return [speechless];
  const closed = firstClosed(current, editable(form, stored && current.record, actor));
  return closed.length ? closed : { ...current, as };
};

function standing({ does, form, stored, record, actor, context }: Case): Case["as"] | Problem {
  if (does) return permit({ form, record: stored && record, action: does, actor, facts: context.facts, now: context.now });
  const edit = stateOf(form.workflow.definition, record.state)?.edit;
  const as = edit && matches(edit.who, actor, subjectOf(form, record));
  return as || workflowProblem("workflow.no-edit", { state: stateTitle(form.workflow.definition, record.state) });
}

function firstClosed(current: Case, sections: Editable): Problem[] {
  const desk = new Desk(current.record.answers);
  const closed: Problem[] = [];
  for (const change of current.action.changes ?? []) {
    if (closed.length >= actionLimits.problems) break;
    const problem = closedTo(change, sections, current, desk);
    if (problem) closed.push(problem);
  }
  return closed;
}

/** A field outside the open sections. What the form does not have at all is told when the changes are applied. */
function closedTo(change: Change, sections: Editable, { form, record }: Case, desk: Desk): Problem | undefined {
  const place = findPlace(shapeOf(form), change.path);
  if (!place || sections === "all" || (place.node.section !== undefined && sections.includes(place.node.section))) return;
  const { title, id } = place.node.field;
  const path = desk.pointer(place.steps);
  if (record.sealed) return recordProblem("record.sealed", { title, field: id }, path);
  return recordProblem("record.not-editable", { title, field: id, state: stateTitle(form.workflow.definition, record.state) }, path);
}
