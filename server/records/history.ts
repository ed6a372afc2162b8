// The history of a record in words: who did what, when, in which position, and what changed, with the titles of fields.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { kinds } from "../../engine/fields/index.js";
import { findPlace, type Place } from "../../engine/record/place.js";
import { type Node, shapeOf } from "../../engine/record/shape.js";
import { say } from "../../engine/text/text.js";
import { type ActingMark, actingWords } from "../../engine/workflow/acting.js";
import { actionOf, newState } from "../../engine/workflow/states.js";
import type { Change, Event, History, HistoryItem, ShownChange, Text } from "../../schemas/types.js";
import type { Storage } from "../storage/port.js";
import { type LabelContext, labelsIn } from "./labels.js";
import type { RecordDoc, RecordForms } from "./subject.js";
import type { Leaf } from "./walk.js";
import { masked } from "./words.js";

const deeds: Record<string, Text> = {
  edit: { th: "แก้ไขข้อมูล", en: "Changed" },
  opened: { th: "เปิดดูข้อมูลอ่อนไหว", en: "Opened what is sensitive" },
};
const longest = 300;

export interface HistoryOrder {
  record: RecordDoc;
  forms: RecordForms;
  facts: Facts;
  /** Names what was answered before and is no answer any more. */
  labels: LabelContext;
  /** Whether the reader may see sensitive values. */
  sensitive: boolean;
  before?: number;
  limit: number;
}

/** A page of the history, the newest first. */
export async function history(storage: Storage, order: HistoryOrder): Promise<History> {
  const { record, before, limit } = order;
  const events = await storage.history(record.owner, record.id, { limit, ...(before === undefined ? {} : { before }) });
  const labels = await labelsIn(
    order.labels,
    events.flatMap((event) => changesOf(order, event)).flatMap((change) => leavesOf(order.forms, change)),
  );
  const known = { ...order, facts: { ...order.facts, labels: { ...labels, ...order.facts.labels } } };
  const items = events.map((event) => item(known, event));
  return { items, ...(events.length === limit ? { next: String(events.at(-1)!.seq) } : {}) };
}

interface Told {
  changes?: Change[];
  comment?: string;
  move?: { from?: string };
}

/** What was answered. Of what a first submission worked out by itself nothing is told: it was nobody's change. */
function changesOf({ forms }: HistoryOrder, event: Event): Change[] {
  const { changes = [], move } = (event.payload ?? {}) as Told;
  return move?.from === newState ? changes.filter(({ path }) => !placeIn(forms, path)?.place.node.field.value) : changes;
}

/** Where a change was made; a field of another version is found in the form that has it. */
function placeIn({ own, newest }: RecordForms, path: string): { form: CompiledForm; place: Place } | undefined {
  for (const form of [own, newest]) {
    const place = findPlace(shapeOf(form), path);
    if (place) return { form, place };
  }
  return undefined;
}

/** The answers before and after a change, each with its field. */
function leavesOf(forms: RecordForms, { path, was, to }: Change): Pick<Leaf, "field" | "value">[] {
  const found = placeIn(forms, path);
  if (!found) return [];
  const within = ({ field, children }: Node, value: unknown): Pick<Leaf, "field" | "value">[] => {
    if (Array.isArray(value) && children.length) return value.flatMap((row) => children.flatMap((child) => inside(child, row)));
    return children.length ? children.flatMap((child) => inside(child, value)) : value === undefined || value === null ? [] : [{ field, value }];
  };
  const inside = (node: Node, value: unknown) =>
    typeof value === "object" && value !== null ? within(node, (value as Record<string, unknown>)[node.field.id]) : [];
  return [was, to].flatMap((value) => within(found.place.node, value));
}

function item(order: HistoryOrder, event: Event): HistoryItem {
  const { comment } = (event.payload ?? {}) as Told;
  const changes = changesOf(order, event);
  const { actor } = event;
  const acting = actor?.acting as ActingMark | undefined;
  return {
    seq: event.seq,
    type: event.type,
    title: deed(order.forms, event.type.replace(/^record\./, "")),
    at: event.at,
    ...(event.madeAt === undefined ? {} : { madeAt: event.madeAt }),
    ...(actor ? { who: actor.name } : {}),
    ...(actor?.position === undefined ? {} : { position: actor.position }),
    ...(acting?.kind ? { acting: actingWords({ kind: acting.kind, position: acting.position ?? actor?.position ?? acting.name }) } : {}),
    ...(comment === undefined ? {} : { comment }),
    ...(changes.length ? { changes: changes.map((change) => shown(order, change)) } : {}),
  };
}

function deed({ own, newest }: RecordForms, action: string): Text {
  const done = actionOf(own.workflow.definition, action) ?? actionOf(newest.workflow.definition, action);
  return done?.done ?? done?.title ?? deeds[action] ?? action;
}

/** A change by the title of its field. */
function shown(order: HistoryOrder, { path, was, to }: Change): ShownChange {
  const found = placeIn(order.forms, path);
  if (!found) return { field: path.split("/").at(-1) ?? path };
  const { node, row } = found.place;
  const hidden = !order.sensitive && secret(node);
  const words = (value: unknown) => (hidden ? masked : wordsOf(found.form, order.facts, node, value, row !== undefined).slice(0, longest));
  return { field: titleOf(node), ...(was === undefined ? {} : { was: words(was) }), ...(to === undefined ? {} : { to: words(to) }) };
}

const secret = (node: Node): boolean => node.field.sensitive === true || (node.parent !== undefined && secret(node.parent));

const titleOf = (node: Node): string => (node.parent ? `${titleOf(node.parent)} › ${say(node.field.title, "th")}` : say(node.field.title, "th"));

function wordsOf(form: CompiledForm, facts: Facts, node: Node, value: unknown, row: boolean): string {
  if (value === null || value === undefined) return "";
  if (row || node.field.type === "group") return cells(form, facts, node, value);
  if (node.field.type === "table") return Array.isArray(value) ? `${value.length} แถว` : "";
  return kinds[node.field.type].show(value, node.field.options, facts, "th");
}

/** A whole row: its cells by field id, each under the title of its column. */
function cells(form: CompiledForm, facts: Facts, table: Node, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const row = value as Record<string, unknown>;
  const told = table.children.filter(({ field }) => Object.hasOwn(row, field.id) && !field.sensitive);
  return told
    .flatMap((node) => {
      const words = wordsOf(form, facts, node, row[node.field.id], false);
      return words ? [`${say(node.field.title, "th")}: ${words}`] : [];
    })
    .join(" · ");
}
