// Opens a draft of this device or of the server, or a record that may be changed now.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { AvailableAction, Draft, RecordView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError, ProblemError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { readyFor } from "../fields/ready.js";
import { type LocalDraft, withDatabase } from "../offline/database.js";
import { answersOver } from "../offline/draft-merge.js";
import { withTyped } from "../offline/journal.js";
import { getKept } from "../offline/kept.js";
import { both } from "../ui/words.js";
import { blank, factsNow, type Opened, openForm } from "./open-filling.js";

const account = (): string => session.current?.actor.account ?? "";

export async function openDraft(id: string): Promise<Opened> {
  const draft = merged(await ownDraft(id), await fromServer(id));
  if (!draft) throw new OfflineError();
  if (draft.base) return openRecord(draft.target, draft);
  return { ...(await openForm(draft.form)), draft, fresh: false };
}

export async function openRecord(id: string, known?: LocalDraft): Promise<Opened> {
  const view = await viewOf(id);
  const mine = known ?? (await draftOf(id));
  const { record } = view;
  const form = view.form as unknown as CompiledForm;
  await readyFor(form);
  const base = { rev: record.rev, answers: record.answers as Record<string, unknown> };
  const draft = mine ? withBase(mine, base) : { ...blank(form), target: id, base, answers: base.answers, organization: record.organization };
  return {
    form,
    facts: factsNow(view.facts as unknown as Facts),
    actions: record.author === account() ? onward(view) : [save()],
    organizations: [],
    draft,
    fresh: !mine,
    editable: view.editable,
    ...(view.masked.length && { masked: view.masked }),
  };
}

/** The record with everything this person may see, for who changes it must see it; without reach as the device keeps it, which leaves out what is sensitive. */
async function viewOf(id: string): Promise<RecordView> {
  const { value } = await getKept<RecordView>(`/records/${id}`);
  if (!value.reveals) return value;
  return api.get<RecordView>(`/records/${id}?sensitive=true`, { retries: 0 }).catch((error: unknown) => {
    if (error instanceof OfflineError) return value;
    throw error;
  });
}

/** Whoever wrote it sends it on; others who may change parts of it only save, and so does its author while it waits for somebody's word. */
function onward({ actions, state }: RecordView): AvailableAction[] {
  if (state.look === "wait") return [save()];
  const own = actions.filter(({ allowed, tone }) => allowed && tone === "main");
  return own.length ? own : [save()];
}

const save = (): AvailableAction => ({ id: "edit", title: both("form.save"), tone: "main", comment: "none", signs: false, allowed: true });

/** A draft from the server knows the revision it began with, not the answers of it: what it did not touch is as the record has it. */
function withBase(draft: LocalDraft, base: NonNullable<LocalDraft["base"]>): LocalDraft {
  if (draft.base && (draft.base.rev === base.rev || Object.keys(draft.base.answers).length)) return draft;
  return { ...draft, base, answers: { ...base.answers, ...draft.answers } };
}

/** A draft of this device; only of the person signed in. */
async function ownDraft(id: string): Promise<LocalDraft | undefined> {
  const stored = await withDatabase((db) => db.get("drafts", id)).catch(() => undefined);
  const draft = withTyped(id, stored);
  return draft?.account === account() ? draft : undefined;
}

async function draftOf(record: string): Promise<LocalDraft | undefined> {
  const drafts = await withDatabase((db) => db.getAllFromIndex("drafts", "account", account())).catch(() => []);
  return drafts.find(({ target }) => target === record);
}

/** The server's copy. Without reach, or when it has none, the device's own will do. */
async function fromServer(id: string): Promise<Draft | undefined> {
  try {
    return await api.get<Draft>(`/drafts/${id}`, { retries: 0 });
  } catch (error) {
    if (error instanceof OfflineError || (error instanceof ProblemError && error.status !== 500)) return undefined;
    throw error;
  }
}

/** Both as one, path by path: what this device changed and the server lacks stands above the server's. */
function merged(local: LocalDraft | undefined, far: Draft | undefined): LocalDraft | undefined {
  if (!far || (local && far.rev <= local.rev)) return local;
  const mine = local ?? blankOf(far);
  return {
    ...mine,
    answers: answersOver(mine, far),
    rev: far.rev,
    typed: { ...far.typed, ...mine.typed },
    ...(far.field && !mine.field && { field: far.field }),
  };
}

function blankOf(far: Draft): LocalDraft {
  return {
    ...blank({ id: far.form, title: far.title ?? far.form, release: far.release }),
    id: far.id,
    ...(far.record && { target: far.record, base: { rev: far.base ?? 0, answers: {} } }),
    ...(far.organization && { organization: far.organization }),
  };
}
