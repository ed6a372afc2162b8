// What people ask to be changed in forms: the open requests that this admin may read, and what is done with them. Each is a record, and changed as records are.
import "../ui/late-words.js";
import type { Action, History, HistoryItem, RecordList, RecordRow, RecordView } from "../../schemas/types.js";
import { api, query } from "../api/api.js";
import { ProblemError } from "../api/problem-error.js";
import { device } from "../offline/device.js";
import { type Performed, perform } from "../offline/outbox.js";
import { type Pointed, requestForm } from "../record/change-request.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";
import { both, t } from "../ui/words.js";
import { type CompiledForm, changesBetween } from "./engine.js";

export interface ChangeRequest extends Pointed {
  /** The record. */
  id: string;
  number?: string | undefined;
  row: RecordRow;
  /** The day it was asked on, ISO. */
  asked: string;
  /** What should change. */
  wanted: string;
}

const page = 100;
/** Whoever has more of them open reads the list. */
const mostPages = 5;
/** The list of requests is read by this answer alone: it costs what is open, not what was ever asked. */
const open = JSON.stringify({ change: "open" });

/** The open requests, of one form or of all, those asked first first. Where nobody can ask, or this admin may not read what was asked, there are none. */
export async function openRequests(form?: string): Promise<ChangeRequest[]> {
  const rows: RecordRow[] = [];
  let after: string | undefined;
  try {
    for (let read = 0; read < mostPages; read++) {
      const list = await api.get<RecordList>(query(`/forms/${requestForm}/records`, { filter: open, sort: "reported", answers: "true", limit: page, after }));
      rows.push(...list.items);
      after = list.next;
      if (after === undefined) break;
    }
  } catch (error) {
    // No form of reports here, one that does not know of requests, or not for this person.
    if (error instanceof ProblemError && error.status < 500) return [];
    throw error;
  }
  return rows.flatMap((row) => requestOf(row) ?? []).filter((one) => form === undefined || one.form_id === form);
}

function requestOf(row: RecordRow): ChangeRequest | undefined {
  const answers = row.answers as (Partial<Pointed> & { reported?: string; detail?: string }) | undefined;
  if (!answers?.form_id) return undefined;
  const { form_id, form_title = "", form_version = 0, field_id, field_title, reported = "", detail = "" } = answers;
  return {
    id: row.id,
    number: row.number,
    row,
    form_id,
    form_title,
    form_version,
    ...(field_id !== undefined && { field_id }),
    ...(field_title !== undefined && { field_title }),
    asked: reported,
    wanted: detail,
  };
}

/** What both sides have written, the first first. */
export async function threadOf(request: string): Promise<HistoryItem[]> {
  const { items } = await api.get<History>(query(`/records/${request}/history`, { limit: page }));
  return items.filter(({ comment }) => comment).reverse();
}

/** Writes to whoever asked; without a signal it goes later by itself, and once. */
export const answer = ({ id, row }: ChangeRequest, comment: string): Promise<Performed> => perform(actionOn(id, "answer", { comment }), row.formTitle);

/**
 * Says of a request that this version does what it asks; its own workflow tells whoever asked. What is no longer open was told already, and stays as it is.
 */
export async function publishedIn(request: string, version: number): Promise<void> {
  const view = await api.get<RecordView>(`/records/${request}`);
  if (!isOpen(view)) return;
  const form = view.form as unknown as CompiledForm;
  const answers = view.record.answers as Record<string, unknown>;
  const changes = changesBetween(form, answers, { ...answers, fixed_at: clock.today(), fixed_version: version });
  try {
    // Read by whoever asked, so in Thai.
    await api.post("/actions", actionOn(request, "publish-change", { changes, comment: both("asks.publishedIn", { n: version }).th }));
  } catch (error) {
    // Somebody else was quicker, or the answer to the press before this one was lost.
    if (!(error instanceof ProblemError) || isOpen(await api.get<RecordView>(`/records/${request}`))) throw error;
  }
}

const isOpen = ({ record }: RecordView): boolean => (record.answers as { change?: string }).change === "open";

const actionOn = (record: string, type: string, more: Pick<Action, "changes" | "comment">): Action => ({
  id: newId(),
  type,
  record,
  madeAt: clock.iso(),
  device: device(),
  ...more,
});

/** Of one request, how it is named in a list to choose from. */
export const requestWords = ({ field_title, wanted, row }: ChangeRequest): string =>
  t("asks.one", { field: field_title ?? t("ask.whole"), wanted, who: row.author ?? "" });
