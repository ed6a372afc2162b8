// Actions of a workflow that nobody could do somewhere: no holder of a position with such a duty, in a school or child centre of the LAO.
import { flowProblem } from "../../engine/problem/flow.js";
import { dutyOf, isDuty } from "../../engine/workflow/who.js";
import type { Problem, Text, WorkflowDefinition } from "../../schemas/types.js";
import type { Snapshot } from "../organizations/snapshot.js";

/** Places named in one sentence; more are counted. */
const most = 3;

/** A doubt for each action, not a refusal: people come and go while the workflow stays. */
export function vacancies(workflow: WorkflowDefinition, snapshot: Snapshot, today: string): Problem[] {
  const places = [...snapshot.organizations.values()].filter(({ kind, owner }) => owner === snapshot.owner && (kind === "school" || kind === "centre"));
  return workflow.actions.flatMap((action, at) => {
    const duties = (action.who ?? []).filter(isDuty).map(dutyOf);
    // Whoever stands otherwise to the record, or is named in it, can do it wherever it is.
    if (!duties.length || action.system || action.person !== undefined || duties.length < (action.who ?? []).length) return [];
    const vacant = places.filter(({ id }) => {
      const unit = snapshot.unit(id);
      return !duties.some(({ duty, kind }) => snapshot.isHeld(duty, kind, unit, today));
    });
    if (!vacant.length) return [];
    const names: Text[] = vacant.slice(0, most).map(({ name }) => name);
    return [flowProblem("flow.vacant", { action: action.title, count: vacant.length, places: names }, `/actions/${at}/who`, { level: "warn" })];
  });
}
