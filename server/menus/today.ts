// The work of the day: what an actor's menus ask for every day, for each place, and whether it has been sent. Forms, rules and words are all data.
import type { FastifyInstance } from "fastify";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { dayKeyOf } from "../../engine/definition/day-key.js";
import { openForm } from "../../engine/form-state/open.js";
import type { Actor, DayItem, DayWork, MenuItem } from "../../schemas/types.js";
import { creation } from "../records/creation.js";
import { holder, mostPlaces, startFacts } from "../records/existing.js";
import { inLine, type LabelContext, labelsOf } from "../records/labels.js";
import { places } from "../records/people-facts.js";
import { formsOf, type RecordDoc } from "../records/subject.js";
import { rowByName, stateView } from "../records/words.js";

/** Items of one person's menus that are looked at. */
const mostItems = 12;

/** How the day stands for the items of these menus that are work of the day. */
export async function dayWork(app: FastifyInstance, actor: Actor, items: readonly MenuItem[], today: string): Promise<DayWork> {
  const asked = flat(items).filter(({ today: daily, target }) => daily !== undefined && target?.form !== undefined);
  const context = await app.reading(actor);
  const found: DayItem[] = [];
  for (const item of asked.slice(0, mostItems)) {
    const newest = await app.definitions.newestForm(actor.owner, item.target!.form!);
    if (newest && !newest.head.retired) found.push(...(await inPlaces(app, context, actor, item, newest.form, today)));
  }
  return { day: today, items: found };
}

const flat = (items: readonly MenuItem[]): MenuItem[] => items.flatMap((item) => [item, ...flat(item.items ?? [])]);

async function inPlaces(app: FastifyInstance, context: LabelContext, actor: Actor, item: MenuItem, form: CompiledForm, today: string): Promise<DayItem[]> {
  const { snapshot } = context;
  const day = dayKeyOf(form.keys, (name) => name === form.day);
  if (!day) return [];
  const { field, key } = day;
  const found: DayItem[] = [];
  for (const place of places(snapshot, actor, form.unit).slice(0, mostPlaces)) {
    if (!app.may(actor, "record.create", creation(snapshot, actor, form, place)).allowed) continue;
    const state = openForm(form, {}, await startFacts(context, form, place, today));
    const answers = state.answers as Record<string, unknown>;
    // The form is not about today, or says itself that today is no day for it.
    if (answers[field] !== today || state.node([field]).problems.some(({ level }) => level !== "warn")) continue;
    const record = await holder(context, form, key, answers, place);
    found.push({
      item: item.id,
      form: form.id,
      label: item.label,
      ...(item.icon === undefined ? {} : { icon: item.icon }),
      place: { id: place, title: snapshot.organizations.get(place)!.name },
      field,
      today: item.today!,
      ...(record ? { sent: await sent(context, record, item.today!.show ?? []) } : {}),
    });
  }
  return found;
}

async function sent(context: LabelContext, record: RecordDoc, show: readonly string[]): Promise<NonNullable<DayItem["sent"]>> {
  const { own, newest } = await formsOf(context.definitions, record);
  const answers = { ...rowByName(newest, record), ...(record.release === newest.release ? (record.answers as Record<string, unknown>) : {}) };
  const labels = await labelsOf(context, newest, answers);
  const facts = { today: record.createdAt.slice(0, 10), lookups: {}, codes: {}, labels };
  const figures = show.flatMap((name) => {
    const field = newest.fields.find((one) => one.parent < 0 && one.name === name && !one.sensitive);
    const value = answers[name];
    return field && value !== undefined && value !== null ? [{ title: field.title, words: inLine(field, value, facts) }] : [];
  });
  return { record: record.id, at: record.createdAt, state: stateView(own, record), figures };
}
