// What a record that does not exist yet is to the policy: whoever's position sits at or below its place counts as being over it.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { recordProblem } from "../../engine/problem/record.js";
import { makersOf } from "../../engine/workflow/access.js";
import type { Access, Actor } from "../../schemas/types.js";
import type { Snapshot } from "../organizations/snapshot.js";
import type { Subject } from "../plugins/access.js";
import { refuse } from "../plugins/refusal.js";
import { mayBelong, places } from "./people-facts.js";

/** The form's access with who may create said. */
export function createAccess(form: CompiledForm): Access {
  return { ...form.access, create: [...makersOf(form.access, form.workflow.definition)] };
}

/** A place that was asked for and is not the actor's is refused: elsewhere others would check the record, or nobody. */
export function creation(snapshot: Snapshot, actor: Actor, form: CompiledForm, organization?: string): Subject {
  if (organization !== undefined && !mayBelong(snapshot, actor, form.unit, organization)) refuse(recordProblem("record.other-place"));
  const place = organization ?? places(snapshot, actor, form.unit)[0];
  const below = actor.positions.filter((position) => place !== undefined && snapshot.unit(position.organization).includes(place));
  return {
    owner: form.owner,
    author: actor.account,
    handlers: [],
    unit: [...(place === undefined ? [] : snapshot.unit(place)), ...below.map(({ scope }) => scope)],
    access: createAccess(form),
  };
}
