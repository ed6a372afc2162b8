// Guards and routes of a workflow: conditions over the answers, the facts, the actor and the comment. Anything but true is no.
import type { ActionDefinition, Actor } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { condition, type Env } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import type { Value } from "../expression/tree.js";
import { toValue } from "../expression/value.js";

/** What a rule looks at. */
export interface Moment {
  form: CompiledForm;
  /** The answers as rules see them: what is hidden is not among them. */
  answers: Record<string, unknown>;
  facts: Facts;
  actor?: Actor;
  comment?: string;
}

/** Whether a condition holds; one that is not there does. */
export function holds(when: string | undefined, moment: Moment): boolean {
  if (when === undefined) return true;
  const { rules } = moment.form.workflow;
  const tree = Object.hasOwn(rules, when) ? rules[when] : undefined;
  return tree !== undefined && condition(tree, envOf(moment)) === true;
}

/** What a rule reads at this moment: for the rule itself and for whoever explains it. */
export const envOf = (moment: Moment): Env => ({ facts: moment.facts, name: (name) => named(name, moment) });

/** Where an action leads at this moment: the first route that is true, the last one having no condition. */
export function routeOf(action: ActionDefinition, moment: Moment): string {
  if (typeof action.to === "string") return action.to;
  const route = action.to.find(({ when }) => holds(when, moment)) ?? action.to.at(-1)!;
  return route.to;
}

function named(name: string, { form, answers, actor, comment }: Moment): Value | undefined {
  if (form.fields.some((field) => field.parent < 0 && field.name === name)) return toValue(Object.hasOwn(answers, name) ? answers[name] : undefined);
  if (name === "actor") return actor ? { account: actor.account, person: actor.person, duties: duties(actor) } : null;
  if (name === "comment") return comment?.trim() || null;
  return undefined;
}

function duties(actor: Actor): string[] {
  return [...new Set(actor.positions.flatMap((position) => position.duties))];
}
