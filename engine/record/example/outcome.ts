// What comes out of an example of a form: worked out and judged as a person's answers are, without a person, a record or anything kept.
import type { Actor, CodeRow, ExampleAuthor, FormExample, Problem } from "../../../schemas/types.js";
import type { CompiledForm } from "../../compile/compiled.js";
import type { Facts } from "../../expression/facts.js";
import { refuses } from "../../problem/problem.js";
import { layOut } from "../../validate/sheet.js";
import { validateAnswers } from "../../validate/validate.js";
import { guarded } from "../../workflow/judge.js";
import { routeOf } from "../../workflow/rules.js";
import { actionOf, actionsFrom, newState, stateOf } from "../../workflow/states.js";
import { mainAction } from "../../workflow/steps.js";
import { known } from "./known.js";

export interface Outcome {
  /** What refuses; warnings are not among them. */
  problems: Problem[];
  /** As a record would keep them. */
  answers: Record<string, unknown>;
  /** Fields (not those inside groups and tables) that are shown. */
  shown: ReadonlySet<string>;
  /** The state to which the action leads; undefined where it cannot be done. */
  next?: string;
  facts: Facts;
}

/** Rows of the code lists that the form uses, by list. */
export type ExampleCodes = Record<string, CodeRow[]>;

/** A fact that the example does not give is unknown, as on a device: it shows, does not require and does not block. */
export function factsOf({ today, author, organization, lookups = {}, state }: FormExample, codes: ExampleCodes): Facts {
  const found = Object.entries(lookups).map(([name, value]) => [name, { value, at: `${today}T00:00:00.000Z` }]);
  return {
    today,
    ...(author && { author }),
    ...(organization && { organization }),
    ...(state !== undefined && state !== newState && { record: { state, date: today, since: today } }),
    lookups: Object.fromEntries(found),
    codes,
    labels: {},
    partial: true,
  };
}

export function outcomeOf(form: CompiledForm, example: FormExample, codes: ExampleCodes): Outcome {
  const facts = factsOf(example, codes);
  const { kept } = known(form, example.answers);
  const { problems, answers } = validateAnswers(form, kept, facts, "complete", example.state === undefined ? undefined : kept);
  const refusing = problems.filter(refuses);
  const { root } = layOut(form, kept, facts, {});
  const next = nextOf(form, example, answers, facts, refusing);
  return {
    problems: refusing,
    answers,
    shown: new Set(root.cells.flatMap(({ shown, field }) => (shown ? [field.name] : []))),
    ...(next !== undefined && { next }),
    facts,
  };
}

/** What the example does: the action it names, or the main one where it stands. */
export function actionIn(form: CompiledForm, { state = newState, action }: FormExample) {
  const { definition } = form.workflow;
  return action === undefined ? mainAction(actionsFrom(definition, state)) : actionOf(definition, action);
}

function nextOf(form: CompiledForm, example: FormExample, answers: Record<string, unknown>, facts: Facts, problems: Problem[]): string | undefined {
  const action = actionIn(form, example);
  if (!action) return undefined;
  const moment = { form, answers, facts, ...(example.author && { actor: actorOf(example.author) }) };
  if (guarded(action, moment)) return undefined;
  const to = routeOf(action, moment);
  const loose = !action.complete && stateOf(form.workflow.definition, to)?.check === "shape";
  return problems.length && !loose ? undefined : to;
}

/** Guards and routes read who acts: whoever fills the example. */
function actorOf({ account, person, name, duties, position = "" }: ExampleAuthor): Actor {
  const place = { organization: "", organizationName: "", organizationKind: "", scope: "", scopeKind: "" };
  return { account, person, owner: "", name, positions: [{ id: "", title: position, duties, ...place }] };
}
