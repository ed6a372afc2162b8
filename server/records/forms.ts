// What a person needs to fill a form: which forms there are to make, the compiled form, the facts known now, and the actions that submit it.

import type { CompiledForm } from "../../engine/compile/compiled.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { availableActions } from "../../engine/workflow/available.js";
import { newState } from "../../engine/workflow/states.js";
import type { Actor, Choice, Fillable } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import { creation } from "./creation.js";
import { existing, openPlace } from "./existing.js";
import { type FactSources, resolveFacts } from "./facts.js";
import { places } from "./people-facts.js";

/** Whether this actor may make records of a form that is in use. */
export async function mayCreate(sources: FactSources, actor: Actor, form: CompiledForm): Promise<boolean> {
  const snapshot = await sources.directory.of(actor.owner);
  return sources.may(actor, "record.create", creation(snapshot, actor, form)).allowed;
}

/** The forms this actor may make records of, in the order of their ids. */
export async function creatable(sources: FactSources, actor: Actor): Promise<{ form: CompiledForm }[]> {
  const forms = await inUse(sources.definitions, actor.owner);
  const allowed = await Promise.all(forms.map((form) => mayCreate(sources, actor, form)));
  return forms.filter((_, nth) => allowed[nth]).map((form) => ({ form }));
}

/** Every published form of an owner that is not retired. */
export async function inUse(definitions: Definitions, owner: string): Promise<CompiledForm[]> {
  const heads = await definitions.inUse(owner, ["form"]);
  const forms = await Promise.all(heads.map(({ name, release }) => definitions.release(owner, `${name}@${release}`)));
  return forms.filter((form) => form !== undefined);
}

export async function fillable(sources: FactSources, actor: Actor, form: CompiledForm, recordId: string, now: string): Promise<Fillable> {
  const snapshot = await sources.directory.of(actor.owner);
  const today = bangkokDate(now);
  const all = places(snapshot, actor, form.unit);
  const organization = await openPlace({ ...sources, snapshot, actor }, form, all, today);
  const facts = await resolveFacts(sources, { form, actor, answers: {}, record: null, recordId, organization, today, now });
  const makers = new Set(form.workflow.definition.actions.filter(({ from, system }) => from.includes(newState) && !system).map(({ id }) => id));
  const there = await existing({ ...sources, snapshot, actor }, form, facts);
  const first = all.filter((id) => id === organization);
  const organizations: Choice[] = [...new Set([...first, ...all])].map((id) => ({ id, title: snapshot.organizations.get(id)!.name }));
  return {
    form: { ...form },
    facts: { ...facts },
    submit: availableActions(form, null, actor, facts, { now }).filter(({ id }) => makers.has(id)),
    organizations,
    ...(there !== undefined && { existing: { id: there, day: facts.today } }),
  };
}
