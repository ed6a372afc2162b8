// A record as its reader may see it: answers (sensitive ones masked), where it stands, what the reader may do and why not the rest.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { carry } from "../../engine/record/carry.js";
import { bangkokDate } from "../../engine/thai/date.js";
import { availableActions } from "../../engine/workflow/available.js";
import { editableSections } from "../../engine/workflow/editable.js";
import { keptFacts } from "../../engine/workflow/kept-facts.js";
import { isPrinted } from "../../engine/workflow/prints.js";
import { numberOf } from "../../engine/workflow/record-fact.js";
import { steps } from "../../engine/workflow/steps.js";
import type { Actor, Choice, Event, RecordView } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { Storage } from "../storage/port.js";
import { codesFor, type LabelContext, labelOf, labelsOf } from "./labels.js";
import { mask } from "./masking.js";
import { organizationFact, storedAuthor } from "./people-facts.js";
import type { RecordDoc, RecordForms } from "./subject.js";
import { stateView } from "./words.js";

/** Events read for the thread of a case; a longer history is read page by page. */
const mostEvents = 500;

/** The facts a stored record is read with: those it kept, and the words for what is in it. */
export async function storedFacts(context: LabelContext, form: CompiledForm, record: RecordDoc, now: string): Promise<Facts> {
  const { snapshot } = context;
  const today = bangkokDate(now);
  const [codes, labels] = await Promise.all([
    codesFor(context.definitions, record.owner, form),
    labelsOf(context, form, record.answers as Record<string, unknown>),
  ]);
  const organization = organizationFact(snapshot, record.organization);
  return keptFacts(record, { today, author: storedAuthor(snapshot, record, today), ...(organization ? { organization } : {}), lookups: {}, codes, labels });
}

/** All events of a record, oldest first. */
export async function eventsOf(storage: Storage, record: RecordDoc): Promise<Event[]> {
  return (await storage.history(record.owner, record.id, { limit: mostEvents })).reverse();
}

/** The documents that this record's release prints, as things stand with it. */
async function documentChoices(definitions: Definitions, own: CompiledForm, record: RecordDoc, facts: Facts): Promise<Choice[]> {
  const release = await definitions.releaseDoc(record.owner, record.release);
  const offered = Object.entries(release?.documents ?? {}).filter(([id]) => isPrinted(own, record, facts, id));
  const versions = await Promise.all(offered.map(([id, version]) => definitions.version(record.owner, "document", id, version)));
  return versions.flatMap((version) => (version ? [{ id: version.definition, title: version.content.title }] : []));
}

export interface Seeing {
  now: string;
  /** What is sensitive is shown. */
  sensitive: boolean;
  /** It would be, if it were asked for. */
  reveals: boolean;
}

export async function recordView(
  context: LabelContext,
  actor: Actor,
  record: RecordDoc,
  forms: RecordForms,
  { now, sensitive, reveals }: Seeing,
): Promise<RecordView> {
  const { own } = forms;
  const facts = await storedFacts(context, own, record, now);
  const editable = editableSections(own, record, actor);
  // Whoever may change it sees it in the newest version, in which it goes on.
  const carried = editable.length > 0 && !record.sealed && own.release !== forms.newest.release;
  const form = carried ? forms.newest : own;
  const shown = carried ? { ...record, ...carry(own, form, record.answers, record.retired) } : record;
  const number = numberOf(own, record.answers as Record<string, unknown>);
  const open = sensitive ? { record: shown, masked: [] } : mask(form, shown);
  return {
    record: open.record,
    form: { ...form },
    facts: { ...facts, ...(carried ? { codes: await codesFor(context.definitions, record.owner, form) } : {}) },
    title: labelOf(own, { answers: record.answers as Record<string, unknown>, createdAt: record.createdAt }, facts.codes, context.snapshot),
    state: stateView(own, record),
    actions: availableActions(own, record, actor, facts, { now }).filter(({ id }) => offered(own, record, id)),
    steps: steps(own, record, await eventsOf(context.storage, record)),
    documents: await documentChoices(context.definitions, own, record, facts),
    masked: open.masked,
    ...(reveals && open.masked.length > 0 ? { reveals } : {}),
    editable,
    ...(number === undefined ? {} : { number }),
  };
}

/** Actions of other states, and what only a deadline does, are not told with a reason: nobody asks for them here. */
function offered(form: CompiledForm, record: RecordDoc, id: string): boolean {
  const action = form.workflow.definition.actions.find((one) => one.id === id);
  return action !== undefined && !action.system && action.from.includes(record.state);
}
