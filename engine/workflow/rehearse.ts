// A workflow walked before it is used, with the people who hold the LAO's positions: who could do what where the record stands, whom it would tell,
// what its deadline would do, and why the rest cannot be done. It asks what a real record asks; only its answers are not there, so guards are told, not judged.
import type {
  Access,
  ActionDefinition,
  Actor,
  FormRecord,
  HeldPosition,
  OrganizationView,
  PositionView,
  Problem,
  StateDefinition,
  WorkflowDefinition,
} from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { OrganizationFact } from "../expression/facts.js";
import { isProblem } from "../problem/problem.js";
import { unsaid } from "./access.js";
import { permit } from "./permit.js";
import { newState, stateOf } from "./states.js";
import { newSubject, subjectOf } from "./subject.js";
import { isDuty, matches, onDay } from "./who.js";

export interface Scene {
  workflow: WorkflowDefinition;
  /** Of the form that is sent. */
  access: Access;
  /** Where the record belongs. */
  place: OrganizationFact;
  people: readonly Actor[];
  /** Who sent it; of a new record, who would. */
  author: Actor | undefined;
  /** Accounts that acted on it. */
  handlers: readonly string[];
  state: string;
}

export interface Rehearsed {
  action: ActionDefinition;
  /** Who could do it now. */
  people: Actor[];
  /** Duties of it that nobody holds over this place. */
  vacant: string[];
  /** Why nobody can, where nobody can. */
  why?: Problem;
  /** Whom each of its notices would reach. */
  notices: Actor[][];
}

/** Everybody who holds a position on a day, as who they are to a record. */
export function castOf(positions: readonly PositionView[], organizations: readonly OrganizationView[], owner: string, day: string): Actor[] {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const people = new Map<string, Actor & { positions: HeldPosition[] }>();
  for (const position of positions) {
    const seat = seatIn(position, byId);
    if (!seat) continue;
    for (const { person, name, from, to } of position.holders ?? []) {
      const actor = people.get(person) ?? { account: person, person, owner, name, positions: [] };
      people.set(person, actor);
      actor.positions.push({ ...seat, from, ...(to === undefined ? {} : { to }) });
    }
  }
  return [...people.values()].map((actor) => onDay(actor, day)).filter((actor) => actor.positions.length > 0);
}

/** A position as its holder has it; undefined where its place is not known. */
export const seatOf = (position: PositionView, organizations: readonly OrganizationView[]): HeldPosition | undefined =>
  seatIn(position, new Map(organizations.map((one) => [one.id, one])));

function seatIn({ id, title, duties, organization, scope }: PositionView, byId: ReadonlyMap<string, OrganizationView>): HeldPosition | undefined {
  const [at, over] = [byId.get(organization), byId.get(scope)];
  if (!at || !over) return undefined;
  const above = aboveOf(at, byId).map((one) => one.id);
  return { id, title, duties, organization, organizationName: at.name, organizationKind: at.kind, above, scope, scopeKind: over.kind };
}

function aboveOf(organization: OrganizationView, byId: ReadonlyMap<string, OrganizationView>): OrganizationView[] {
  const above: OrganizationView[] = [];
  for (let at = organization.parent === undefined ? undefined : byId.get(organization.parent); at && !above.includes(at); ) {
    above.push(at);
    at = at.parent === undefined ? undefined : byId.get(at.parent);
  }
  return above;
}

/** An organization as rules know it. */
export function placeOf(organizations: readonly OrganizationView[], id: string): OrganizationFact | undefined {
  const byId = new Map(organizations.map((one) => [one.id, one]));
  const found = byId.get(id);
  return found && { id, kind: found.kind, name: found.name, ancestors: aboveOf(found, byId).map(({ id, kind, name }) => ({ id, kind, name })) };
}

/** Those whose rights reach a place, and those who sit there or below: nobody else has to do with its records. */
export const near = (people: readonly Actor[], { id, ancestors }: OrganizationFact): Actor[] => {
  const unit = new Set([id, ...ancestors.map((one) => one.id)]);
  return people.filter(({ positions }) => positions.some(({ organization, above, scope }) => unit.has(scope) || organization === id || above?.includes(id)));
};

/** Every action of the workflow where the record stands. */
export function rehearse(scene: Scene): Rehearsed[] {
  const { workflow, people, place, state } = scene;
  const form = formOf(scene);
  const record = state === newState ? null : recordOf(scene, state);
  const asked = (action: ActionDefinition, actor: Actor) => permit({ form, record, action, actor, facts: { organization: place }, now: "" });
  const unit = [place.id, ...place.ancestors.map(({ id }) => id)];
  return workflow.actions.map((action) => {
    const verdicts = people.map((actor) => ({ actor, verdict: asked(action, actor) }));
    const able = verdicts.filter(({ verdict }) => !isProblem(verdict)).map(({ actor }) => actor);
    const here = action.from.includes(state) && !action.system;
    const duties = here && record ? (action.who ?? []).filter(isDuty) : [];
    const vacant = duties.filter((duty) => !people.some((actor) => matches(duty, actor, { owner: actor.owner, author: "", handlers: [], unit })));
    const why = able.length
      ? undefined
      : reason(
          verdicts.map(({ verdict }) => verdict),
          asked(action, nobody),
        );
    return { action, people: able, vacant, ...(why && { why }), notices: noticesOf(scene, action) };
  });
}

/** Of all refusals the one that says most: that it is one's own record says more than that it is not one's duty. */
function reason(verdicts: readonly (Problem | HeldPosition | true)[], anyone: Problem | HeldPosition | true): Problem | undefined {
  const problems = [...verdicts, anyone].filter(isProblem);
  return problems.find(({ code }) => code !== "workflow.not-yours") ?? problems[0];
}

/** Whom the notices of an action would reach once it has been done. */
function noticesOf(scene: Scene, action: ActionDefinition): Actor[][] {
  const to = typeof action.to === "string" ? action.to : (action.to.at(-1)?.to ?? "");
  return (action.effects ?? []).filter(({ type }) => type === "notify").map((effect) => told(scene, to, effect.to ?? []));
}

/** Those of `who` around a record in a state, as far as they may read it. */
export function told(scene: Scene, state: string, who: readonly string[]): Actor[] {
  const form = formOf(scene);
  const record = recordOf(scene, state);
  const subject = subjectOf(form, record);
  const { owner, author, handlers, unit } = subject;
  return scene.people.filter((actor) => matches(who, actor, { owner, author, handlers, unit }) && matches(scene.access.read ?? unsaid.read, actor, subject));
}

/** Who may change answers in a state. */
export function editorsIn(scene: Scene, { id, edit }: StateDefinition): Actor[] {
  const subject = subjectOf(formOf(scene), recordOf(scene, id));
  return edit ? scene.people.filter((actor) => matches(edit.who, actor, subject)) : [];
}

/** Who could begin such a record there. */
export function makersIn(scene: Omit<Scene, "author" | "handlers" | "state">): Actor[] {
  const begins = rehearse({ ...scene, author: undefined, handlers: [], state: newState }).filter(({ action }) => action.from.includes(newState));
  const able = new Set(begins.flatMap(({ people }) => people));
  return scene.people.filter((actor) => able.has(actor));
}

const nobody: Actor = { account: "", person: "", owner: "", name: "", positions: [] };

// What `permit` and `subjectOf` read of a form and a record; the rest of either plays no part before there are answers.
const formOf = ({ workflow, access }: Scene): CompiledForm => ({ workflow: { definition: workflow, rules: {} }, access }) as unknown as CompiledForm;

function recordOf({ author, handlers, people, place, workflow }: Scene, state: string): FormRecord {
  const { owner, unit } = newSubject(author ?? people[0] ?? nobody, { organization: place });
  return {
    owner,
    unit,
    author: author?.account ?? "",
    handlers: [...handlers],
    state: stateOf(workflow, state)?.id ?? state,
    answers: {},
    signing: {},
    signatures: [],
  } as unknown as FormRecord;
}
