// Words for the ids in answers: people, organizations, positions, files, and records of other forms, as far as the reader may see those.
import type { CompiledField, CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { kinds } from "../../engine/fields/index.js";
import { say } from "../../engine/text/text.js";
import { formatDate, isDay } from "../../engine/thai/date.js";
import { formatRange } from "../../engine/thai/range.js";
import type { Actor, Text } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import type { FileDoc } from "../files/file.js";
import type { Snapshot } from "../organizations/snapshot.js";
import type { May } from "../policy/policy.js";
import type { Storage } from "../storage/port.js";
import { formsOf, type RecordDoc, recordSubject } from "./subject.js";
import { idsIn, type Leaf, leaves } from "./walk.js";

export interface LabelContext {
  storage: Storage;
  definitions: Definitions;
  snapshot: Snapshot;
  /** Who reads; the system sees what anybody of the owner may. */
  actor: Actor;
  may: May;
}

/** What stands for a record that the reader may not see. */
export const hiddenLabel = "เรื่องที่ท่านไม่มีสิทธิ์เห็น";
/** References and files named at once; more stay ids. */
const most = 500;

/** Words by id. An id without words here is of nothing, or of another owner. */
export const labelsOf = (context: LabelContext, form: CompiledForm, answers: Record<string, unknown>): Promise<Record<string, string>> =>
  labelsIn(context, leaves(form, answers));

/** The same for answers from anywhere, each with its field. */
export async function labelsIn(context: LabelContext, answers: Iterable<Pick<Leaf, "field" | "value">>): Promise<Record<string, string>> {
  const { snapshot } = context;
  const labels: Record<string, string> = {};
  const files = new Set<string>();
  /** With the form that the field asks for: a record of another one has no words here. */
  const records = new Map<string, string | undefined>();
  const tell = (id: string, text: Text | undefined) => {
    if (text !== undefined) labels[id] = say(text, "th");
  };
  for (const { field, value } of answers) {
    for (const id of idsIn(value)) {
      if (field.type === "person") tell(id, snapshot.people.get(id)?.name);
      else if (field.type === "organization") tell(id, snapshot.organizations.get(id)?.name);
      else if (field.type === "position") tell(id, snapshot.positions.get(id)?.title);
      else if (field.type === "reference") records.set(id, field.options.form);
      else if (field.type === "file" || field.type === "photo") files.add(id);
      // A computed answer may be `author.person`.
      else if (field.type === "computed") tell(id, snapshot.people.get(id)?.name ?? snapshot.organizations.get(id)?.name);
    }
  }
  await Promise.all([tellFiles(context, [...files].slice(0, most), labels), tellRecords(context, records, labels)]);
  return labels;
}

async function tellFiles({ storage, snapshot }: LabelContext, ids: string[], labels: Record<string, string>): Promise<void> {
  if (!ids.length) return;
  for (const file of await storage.getMany<FileDoc>("files", ids)) if (file.owner === snapshot.owner) labels[file.id] = file.name;
}

async function tellRecords(context: LabelContext, wanted: ReadonlyMap<string, string | undefined>, labels: Record<string, string>): Promise<void> {
  if (!wanted.size) return;
  const records = await context.storage.getMany<RecordDoc>("records", [...wanted.keys()].slice(0, most));
  for (const record of records) {
    if (record.owner === context.snapshot.owner && record.form === (wanted.get(record.id) ?? record.form))
      labels[record.id] = await referenceLabel(context, record);
  }
}

/** A record as other forms may show it: its form's label over its reference fields, never a sensitive one. */
export async function referenceLabel(context: LabelContext, record: RecordDoc): Promise<string> {
  const forms = await formsOf(context.definitions, record);
  if (!context.may(context.actor, "record.read", recordSubject(record, forms.newest, forms.own)).allowed) return hiddenLabel;
  return labelOf(forms.own, record, await codesFor(context.definitions, record.owner, forms.own), context.snapshot);
}

/** `{no} {type}` with the words of those fields; the form's title when nothing is left. */
export function labelOf(
  form: CompiledForm,
  record: { answers: Record<string, unknown>; createdAt: string },
  codes: Facts["codes"],
  snapshot?: Snapshot,
): string {
  const pattern = form.reference?.label;
  if (!pattern) return say(form.title, "th");
  const facts: Facts = { today: record.createdAt.slice(0, 10), lookups: {}, codes, labels: peopleLabels(snapshot, record.answers) };
  const slot = (name: string) => {
    const field = form.fields.find((one) => one.parent < 0 && one.name === name);
    const value = Object.hasOwn(record.answers, name) ? record.answers[name] : undefined;
    return !field || field.sensitive || value === undefined ? undefined : { value, words: inLine(field, value, facts) };
  };
  const words = pattern
    // Two days with a dash between are one stretch of days.
    .replace(/\{([A-Za-z]\w*)\}–\{([A-Za-z]\w*)\}/g, (_, first: string, last: string) => {
      const [from, to] = [slot(first), slot(last)];
      if (from && to && isDay(from.value) && isDay(to.value)) return formatRange(from.value, to.value);
      return [from?.words, to?.words].filter(Boolean).join("–");
    })
    .replace(/\{([A-Za-z]\w*)\}/g, (_, name: string) => slot(name)?.words ?? "");
  return words.replace(/\s+/g, " ").trim() || say(form.title, "th");
}

/** An answer as words within a line: a day with its month in short. */
export function inLine({ type, options }: CompiledField, value: unknown, facts: Facts): string {
  const words = kinds[type].show(value, options, facts, "th");
  return isDay(value) && words === formatDate(value, "long", "th") ? formatDate(value, "short", "th") : words;
}

function peopleLabels(snapshot: Snapshot | undefined, answers: Record<string, unknown>): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const value of Object.values(answers)) {
    const name = typeof value === "string" ? (snapshot?.people.get(value)?.name ?? snapshot?.organizations.get(value)?.name) : undefined;
    if (name !== undefined) labels[value as string] = say(name, "th");
  }
  return labels;
}

/** The rows of the code lists that a form names, and of the holidays. */
export async function codesFor(definitions: Definitions, owner: string, form: CompiledForm): Promise<Facts["codes"]> {
  const lists = [...new Set([...form.codes, "holidays"])];
  const rows = await Promise.all(lists.map((list) => definitions.rows(owner, list)));
  return Object.fromEntries(lists.flatMap((list, nth) => (rows[nth] ? [[list, rows[nth]!]] : [])));
}
