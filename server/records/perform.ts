// The one way to change a record: an action is judged by the engine with facts resolved beforehand, refereed, and stored in one commit.
// A record that changed meanwhile is read again and the action judged again, a bounded number of times.
import { formsProblem } from "../../engine/problem/forms.js";
import { serverProblem } from "../../engine/problem/server.js";
import { act } from "../../engine/record/act.js";
import type { Acted } from "../../engine/record/act-types.js";
import { carry } from "../../engine/record/carry.js";
import { type Claim, claimsOf } from "../../engine/record/claims.js";
import { readAction } from "../../engine/record/read-action.js";
import { rebase } from "../../engine/record/rebase.js";
import type { Action, ActionDone, Actor, Problem } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import { sha256 } from "../events/event.js";
import { found, Refusal, refuse } from "../plugins/refusal.js";
import type { Conflict, Write } from "../storage/port.js";
import { type ActionDoc, actionDoc, answerBefore, hashOf } from "./action-docs.js";
import { choiceProblems } from "./choices.js";
import { creation } from "./creation.js";
import { dayOf, type FactSources, resolveFacts } from "./facts.js";
import { codesFor, labelsOf } from "./labels.js";
import { fileWrites } from "./named-files.js";
import type { Referee } from "./referee.js";
import { remembering } from "./remembering.js";
import { formsOf, type RecordDoc, type RecordForms, recordSubject } from "./subject.js";
import { deedWrites, draftId } from "./writes.js";

export interface Acting extends FactSources {
  referee: Referee;
  /** An instant. */
  now(): string;
  newId(): string;
  /** Told when engine and referee disagree: a bug that nothing else shows. */
  disagreed(action: string, complaints: string[]): void;
}

export interface Performed {
  done: ActionDone;
  /** It had been done before: this is the first answer again. */
  repeated: boolean;
}

/** How often an action that loses a race is judged again. */
const mostTries = 20;

export async function perform(acting: Acting, actor: Actor, action: Action): Promise<Performed> {
  // Before its moment, its size and its depth are worked with.
  const read = readAction(action);
  if (Array.isArray(read)) refuse(refusal(read));
  const hash = hashOf(action);
  try {
    return await decided(acting, actor, action, hash);
  } catch (error) {
    // What cannot be done now may be what was done before: then it gets its first answer again, or the word that its id was used.
    const before = error instanceof Refusal && (await answerBefore(acting.storage, actor, action, hash));
    if (before) return { done: before, repeated: true };
    throw error;
  }
}

/** Most actions are new. Nobody looks beforehand whether this one is: its id is inserted with it, and loses where it stands already. */
async function decided(acting: Acting, actor: Actor, action: Action, hash: string): Promise<Performed> {
  const without = new Set<string>();
  for (let tries = 0; tries < mostTries; tries++) {
    const deed = await judge({ ...acting, storage: remembering(acting.storage) }, actor, action, hash, without);
    const committed = await acting.storage.commit(deed.writes);
    if (!("conflict" in committed)) return { done: answered(action, deed, committed.events, committed.numbers), repeated: false };
    const again = await answerBefore(acting.storage, actor, action, hash);
    if (again) return { done: again, repeated: true };
    afterConflict(action, deed, committed, without);
  }
  return refuse(formsProblem("action.busy"));
}

interface Judged {
  writes: Write[];
  doc: ActionDoc;
  acted: Acted;
  claims: Claim[];
}

/** Everything an action comes to, before it is stored; refuses it with all its problems. */
async function judge(acting: Acting, actor: Actor, action: Action, hash: string, without: ReadonlySet<string>): Promise<Judged> {
  const now = acting.now();
  const { stored, forms } = await whatItIsAbout(acting, actor, action);
  const form = stored?.sealed ? forms.own : forms.newest;
  const base = !stored ? {} : form === forms.own ? (stored.answers as Record<string, unknown>) : carry(forms.own, form, stored.answers, stored.retired).answers;
  // What cannot be applied is refused below: then nothing is looked up for it.
  const rebased = rebase(form, base, action.changes ?? []);
  const answers = rebased.problems.length ? base : rebased.answers;
  const facts = await resolveFacts(acting, {
    form,
    actor,
    answers,
    record: stored,
    recordId: action.record,
    organization: action.organization,
    today: dayOf(action.madeAt, now),
    now,
  });
  if (forms.own !== form) facts.codes = { ...(await codesFor(acting.definitions, actor.owner, forms.own)), ...facts.codes };
  const release = { form: forms.newest, older: { [forms.own.version]: forms.own } };
  const snapshot = await acting.directory.of(actor.owner);
  const unitOf = (organization: string) => snapshot.unit(organization);
  const acted = act(stored, action, { release, actor, facts, now, newId: acting.newId, unitOf, hash: sha256 });
  if (Array.isArray(acted)) return refuse(refusal(acted));

  const ownForm = acted.record.release === forms.newest.release ? forms.newest : forms.own;
  const labels = await labelsOf({ ...acting, snapshot, actor }, ownForm, acted.record.answers as Record<string, unknown>);
  const files = await fileWrites(acting.storage, actor, action, ownForm, stored, acted.record);
  const problems = [...choiceProblems(ownForm, stored, acted.record, { labels, snapshot, today: facts.today }), ...("problems" in files ? files.problems : [])];
  if (problems.length || "problems" in files) return refuse(refusal(problems));
  await refereed(acting, action, ownForm, acted);

  const titles = Object.fromEntries(acted.numbers.map(({ field, token }) => [ownForm.fields.find(({ id }) => id === field)?.name ?? field, token]));
  const doc = actionDoc(actor, action, hash, now, {
    record: acted.record.id,
    rev: acted.record.rev,
    state: acted.record.state,
    ...(acted.numbers.length ? { numbers: titles } : {}),
    ...(acted.warnings.length ? { warnings: acted.warnings } : {}),
  });
  const claims = claimsOf(ownForm, acted.record, sha256);
  return {
    acted,
    doc,
    claims,
    writes: deedWrites({
      acted,
      draft: await storedDraft(acting, actor, action),
      stored,
      forms: { own: ownForm, newest: forms.newest },
      facts: { ...facts, labels },
      done: doc,
      files: files.writes,
      without,
    }),
  };
}

/** The draft that goes with the commit, if the device's ever reached the server. */
async function storedDraft({ storage }: Acting, actor: Actor, { draft }: Action): Promise<string | undefined> {
  if (draft === undefined) return undefined;
  const id = draftId(actor.owner, actor.account, draft);
  return (await storage.get("drafts", id)) ? id : undefined;
}

/** The stored record and its forms, or the form of a new one, after asking whether the actor may. */
async function whatItIsAbout(acting: Acting, actor: Actor, action: Action): Promise<{ stored: RecordDoc | null; forms: RecordForms }> {
  const stored = await acting.storage.get<RecordDoc>("records", action.record);
  if (!stored) return { stored: null, forms: await newRecord(acting, actor, action) };
  if (stored.owner !== actor.owner) return refuse(serverProblem("server.not-found"));
  const forms = await formsOf(acting.definitions, stored);
  const verdict = acting.may(actor, "record.act", recordSubject(stored, forms.newest, forms.own));
  if (!actor.system && !verdict.allowed) refuse(verdict.problem);
  return { stored, forms };
}

async function newRecord(acting: Acting, actor: Actor, action: Action): Promise<RecordForms> {
  // Without a form it was meant for a record that is there: one that is not says no more than one that is somebody else's.
  if (action.form === undefined) return refuse(serverProblem("server.not-found"));
  const newest = found(await newestOpen(acting.definitions, actor.owner, action.form));
  const verdict = acting.may(actor, "record.create", creation(await acting.directory.of(actor.owner), actor, newest, action.organization));
  if (!verdict.allowed) refuse(verdict.problem);
  return { own: newest, newest };
}

/** The newest release of a form that is in use; a retired one takes no new records. */
async function newestOpen(definitions: Definitions, owner: string, form: string) {
  const newest = await definitions.newestForm(owner, form);
  if (newest?.head.retired) refuse(formsProblem("form.retired", { form: newest.form.title }));
  return newest?.form;
}

function refusal(problems: Problem[]): Problem {
  if (problems.length === 1) return problems[0]!;
  const status = problems.find((one) => one.status !== undefined && one.level !== "warn")?.status ?? 422;
  return { ...formsProblem("action.refused", { count: problems.length }, undefined, { problems }), status };
}

/** What the engine accepts and Ajv does not is a bug: it is logged, and nothing is stored. */
async function refereed(acting: Acting, action: Action, form: RecordForms["own"], { record }: Acted): Promise<void> {
  const complaints = await acting.referee.complaints(form, record);
  if (!complaints.length) return;
  acting.disagreed(action.id, complaints);
  refuse(formsProblem("action.referee", { action: action.id }));
}

/** A lost race is judged again, except where trying again cannot help. */
function afterConflict(action: Action, { acted, claims, writes }: Judged, conflict: Conflict, without: Set<string>): void {
  if (conflict.conflict !== "claimed") return;
  const lost = writes[conflict.index];
  const key = lost?.op === "claim" ? lost.key : "";
  const claim = claims.find((one) => one.key === key);
  if (claim?.problem.level !== "warn" || !action.warnings) refuse(claim?.problem ?? formsProblem("action.busy"));
  without.add(key);
  acted.warnings.push(claim.problem);
}

function answered(action: Action, { doc }: Judged, events: number[], numbers: Record<string, string>): ActionDone {
  const given = Object.entries(doc.answer.numbers ?? {}).map(([name, token]) => [name, numbers[token] ?? token]);
  return { action: action.id, seq: Math.max(0, ...events), ...doc.answer, ...(given.length ? { numbers: Object.fromEntries(given) } : {}) };
}
