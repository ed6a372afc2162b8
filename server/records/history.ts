// The history of a record in words: who did what, when, in which position, and what changed, with the titles of fields.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import { kinds } from "../../engine/fields/index.js";
import { findPlace } from "../../engine/record/place.js";
import { type Node, shapeOf } from "../../engine/record/shape.js";
import { say } from "../../engine/text/text.js";
import { type ActingMark, actingWords } from "../../engine/workflow/acting.js";
import { actionOf } from "../../engine/workflow/states.js";
import type { Change, Event, History, HistoryItem, ShownChange, Text } from "../../schemas/types.js";
import type { Storage } from "../storage/port.js";
import type { RecordDoc, RecordForms } from "./subject.js";
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
  /** Whether the reader may see sensitive values. */
  sensitive: boolean;
  before?: number;
  limit: number;
}

/** A page of the history, the newest first. */
export async function history(storage: Storage, order: HistoryOrder): Promise<History> {
  const { record, before, limit } = order;
  const events = await storage.history(record.owner, record.id, { limit, ...(before === undefined ? {} : { before }) });
  const items = events.map((event) => item(order, event));
  return { items, ...(events.length === limit ? { next: String(events.at(-1)!.seq) } : {}) };
}

interface Told {
  changes?: Change[];
  comment?: string;
}

function item(order: HistoryOrder, event: Event): HistoryItem {
  const { changes = [], comment } = (event.payload ?? {}) as Told;
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

/** A change by the title of its field; a field of another version is found in the one that has it. */
function shown(order: HistoryOrder, { path, was, to }: Change): ShownChange {
  for (const form of [order.forms.own, order.forms.newest]) {
    const place = findPlace(shapeOf(form), path);
    if (!place) continue;
    const { node, row } = place;
    const hidden = !order.sensitive && secret(node);
    const words = (value: unknown) => (hidden ? masked : wordsOf(form, order.facts, node, value, row !== undefined).slice(0, longest));
    return { field: titleOf(node), ...(was === undefined ? {} : { was: words(was) }), ...(to === undefined ? {} : { to: words(to) }) };
  }
  return { field: path.split("/").at(-1) ?? path };
}

const secret = (node: Node): boolean => node.field.sensitive === true || (node.parent !== undefined && secret(node.parent));

const titleOf = (node: Node): string => (node.parent ? `${titleOf(node.parent)} › ${say(node.field.title, "th")}` : say(node.field.title, "th"));

function wordsOf(form: CompiledForm, facts: Facts, node: Node, value: unknown, row: boolean): string {
  if (value === null || value === undefined) return "";
  if (row || node.field.type === "group") return cells(form, facts, node, value);
  if (node.field.type === "table") return Array.isArray(value) ? `${value.length}` : "";
  return kinds[node.field.type].show(value, node.field.options, facts, "th");
}

/** A whole row: its cells by field id, joined. */
function cells(form: CompiledForm, facts: Facts, table: Node, value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const row = value as Record<string, unknown>;
  const told = table.children.filter(({ field }) => Object.hasOwn(row, field.id) && !field.sensitive);
  return told
    .map((node) => wordsOf(form, facts, node, row[node.field.id], false))
    .filter(Boolean)
    .join(" · ");
}
