// The record that a new one would repeat: of this class and day, say. Who opens the form then is led to it, instead of being refused at the end.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { isEmpty } from "../../engine/fields/field.js";
import { openForm } from "../../engine/form-state/open.js";
import { viewOf } from "../../engine/record/rows.js";
import { addDays, isDay } from "../../engine/thai/day.js";
import type { UniqueKey } from "../../schemas/types.js";
import type { ListQuery } from "../storage/port.js";
import { codesFor, type LabelContext } from "./labels.js";
import { mayRead } from "./list.js";
import { isListed } from "./listed.js";
import { authorFact, organizationFact } from "./people-facts.js";
import type { RecordDoc } from "./subject.js";
import { rowByName } from "./words.js";

type Answers = Record<string, unknown>;

/** What is known of a form at a place before other records are asked: enough for the answers that it gives by itself. */
export async function startFacts(
  { definitions, snapshot, actor }: Pick<LabelContext, "definitions" | "snapshot" | "actor">,
  form: CompiledForm,
  place: string,
  today: string,
): Promise<Facts> {
  const organization = organizationFact(snapshot, place);
  const codes = await codesFor(definitions, form.owner, form);
  return { today, author: authorFact(snapshot, actor, place), ...(organization ? { organization } : {}), lookups: {}, codes, labels: {}, partial: true };
}

/** Its id, if a key that refuses is full of starting values already, and the actor may read the record that holds it. */
export async function existing(context: LabelContext, form: CompiledForm, facts: Facts): Promise<string | undefined> {
  const answers = openForm(form, {}, facts).answers as Answers;
  for (const key of form.keys) {
    const found = await holder(context, form, key, answers, facts.organization?.id);
    if (found) return found.id;
  }
  return undefined;
}

/** The record that holds a key with these answers, if it can be found by index and this actor may read it. */
export async function holder(
  context: LabelContext,
  form: CompiledForm,
  key: UniqueKey,
  answers: Answers,
  place: string | undefined,
): Promise<RecordDoc | undefined> {
  const { storage, actor } = context;
  const fields = key.fields.filter((name) => name !== "$author");
  const scope = key.within === "unit" ? place : form.owner;
  const query = indexed(form, fields, answers);
  if (key.on === "warn" || !query || scope === undefined || fields.some((name) => isEmpty(answers[name])) || !(await isListed(storage, form))) return undefined;
  const { items } = await storage.list<RecordDoc>("records", { ...query, scopes: [scope], descending: true, limit: 20 });
  const holds = (record: RecordDoc): boolean => {
    const there = record.release === form.release ? (record.answers as Answers) : rowByName(form, record);
    return (
      (key.within === "lao" || record.organization === scope) &&
      (!key.fields.includes("$author") || record.author === actor.account) &&
      fields.every((name) => there[name] === answers[name])
    );
  };
  const found = items.find(holds);
  return found && (await mayRead(context, actor, found)) ? found : undefined;
}

/** Where records with such an answer stand together: a field that the list filters by, or a day that it sorts by. */
function indexed(form: CompiledForm, fields: readonly string[], answers: Answers): Pick<ListQuery, "view" | "k1" | "from" | "to"> | undefined {
  const filter = fields.find((name) => form.list.filter?.includes(name));
  if (filter !== undefined) return { view: viewOf(form.owner, form.id, filter, "updated"), k1: String(answers[filter]) };
  const sort = fields.find((name) => form.list.sort?.includes(name) && isDay(answers[name]));
  if (sort === undefined) return undefined;
  const day = answers[sort] as string;
  return { view: viewOf(form.owner, form.id, undefined, sort), k1: "", from: day, to: addDays(day, 1) };
}

/** Of several places the first that has no record yet; where all have one, the first of all. */
export async function openPlace(context: LabelContext, form: CompiledForm, places: readonly string[], today: string): Promise<string | undefined> {
  if (places.length > 1)
    for (const place of places.slice(0, mostPlaces))
      if ((await existing(context, form, await startFacts(context, form, place, today))) === undefined) return place;
  return places[0];
}

/** Places of one person that are looked at. */
export const mostPlaces = 12;
