// Opens what is to be filled: a new form, a draft of this device or of the server, or a record that may be changed. Works from what is kept when there is no reach.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { AvailableAction, Choice, Draft, Fillable, RecordView } from "../../schemas/types.js";
import { api } from "../api/api.js";
import { OfflineError } from "../api/problem-error.js";
import { session } from "../api/session.js";
import { answerAt, withAnswer } from "../offline/answers-at.js";
import { type LocalDraft, withDatabase } from "../offline/database.js";
import { getKept } from "../offline/kept.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";
import { both } from "../ui/words.js";

export interface Opened {
  form: CompiledForm;
  facts: Facts;
  actions: AvailableAction[];
  organizations: Choice[];
  draft: LocalDraft;
  /** Nothing is kept of it yet. */
  fresh: boolean;
  editable?: string[];
}

export interface Asked {
  form?: string | undefined;
  draft?: string | undefined;
  record?: string | undefined;
}

const account = (): string => session.current?.actor.account ?? "";

export async function openFilling({ form, draft, record }: Asked): Promise<Opened> {
  if (draft) return openDraft(draft);
  if (record) return openRecord(record);
  const { value } = await getKept<Fillable>(`/forms/${form}`);
  const opened = fromFillable(value);
  return { ...opened, fresh: true, draft: { ...blank(opened.form), ...(opened.organizations[0] && { organization: opened.organizations[0].id }) } };
}

async function openDraft(id: string): Promise<Opened> {
  const [local, far] = await Promise.all([ownDraft(id), fromServer(id)]);
  const draft = merged(local, far);
  if (!draft) throw new OfflineError();
  if (draft.base) return openRecord(draft.target, draft);
  const { value } = await getKept<Fillable>(`/forms/${draft.form}`);
  return { ...fromFillable(value), draft, fresh: false };
}

async function openRecord(id: string, known?: LocalDraft): Promise<Opened> {
  const [{ value: view }, mine] = await Promise.all([getKept<RecordView>(`/records/${id}`), known ?? draftOf(id)]);
  const { record } = view;
  const form = view.form as unknown as CompiledForm;
  const base = { rev: record.rev, answers: record.answers as Record<string, unknown> };
  const draft = mine?.base
    ? mine
    : { ...blank(form), target: id, base, answers: base.answers, organization: record.organization, ...(mine && { id: mine.id, answers: mine.answers }) };
  // Whoever wrote it sends it on; others who may change parts of it only save.
  const own = view.actions.filter(({ allowed, tone }) => allowed && tone === "main");
  const save: AvailableAction = { id: "edit", title: both("form.save"), tone: "main", comment: "none", signs: false, allowed: true };
  return {
    form,
    facts: factsNow(view.facts as unknown as Facts),
    actions: record.author === account() && own.length ? own : [save],
    organizations: [],
    draft,
    fresh: !mine,
    editable: view.editable,
  };
}

function fromFillable({ form, facts, submit, organizations }: Fillable): Omit<Opened, "draft" | "fresh"> {
  return { form: form as unknown as CompiledForm, facts: factsNow(facts as unknown as Facts), actions: submit, organizations: organizations ?? [] };
}

/** Facts as a device has them: of today, and perhaps not all of them. */
export const factsNow = (facts: Facts): Facts => ({ ...facts, today: clock.today(), partial: true });

function blank(form: CompiledForm): LocalDraft {
  return {
    id: newId(),
    account: account(),
    form: form.id,
    title: form.title,
    release: form.release,
    target: newId(),
    answers: {},
    typed: {},
    labels: {},
    pending: [],
    rev: 0,
    updatedAt: clock.now(),
  };
}

/** A draft of this device; only of the person signed in. */
async function ownDraft(id: string): Promise<LocalDraft | undefined> {
  const draft = await withDatabase((db) => db.get("drafts", id)).catch(() => undefined);
  return draft?.account === account() ? draft : undefined;
}

async function draftOf(record: string): Promise<LocalDraft | undefined> {
  const drafts = await withDatabase((db) => db.getAllFromIndex("drafts", "account", account())).catch(() => []);
  return drafts.find(({ target }) => target === record);
}

/** The server's copy; without reach none, and the device's own will do. */
async function fromServer(id: string): Promise<Draft | undefined> {
  return api.get<Draft>(`/drafts/${id}`, { retries: 0 }).catch(() => undefined);
}

/** The newer of both, path by path: what this device changed and the server lacks stands above the server's. */
function merged(local: LocalDraft | undefined, far: Draft | undefined): LocalDraft | undefined {
  if (!far) return local;
  const mine = local ?? { ...blankFrom(far) };
  if (local && far.rev <= local.rev) return local;
  let answers = far.answers as Record<string, unknown>;
  for (const path of mine.pending) answers = withAnswer(answers, path.split("/"), answerAt(mine.answers, path.split("/")));
  return { ...mine, answers, rev: far.rev, typed: { ...far.typed, ...mine.typed }, ...(far.field && !mine.field && { field: far.field }) };
}

function blankFrom(far: Draft): LocalDraft {
  return {
    id: far.id,
    account: account(),
    form: far.form,
    title: far.title ?? far.form,
    release: far.release,
    target: far.record ?? newId(),
    ...(far.record && { base: { rev: far.base ?? 0, answers: {} } }),
    ...(far.organization && { organization: far.organization }),
    answers: {},
    typed: {},
    labels: {},
    pending: [],
    rev: far.rev,
    updatedAt: clock.now(),
  };
}
