// Drafts: forms being filled, saved by what changed. Private to their author, no record yet, judged for size and shape only.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { safeKey } from "../../engine/path/path.js";
import { formsProblem } from "../../engine/problem/forms.js";
import { shapeOf } from "../../engine/record/shape.js";
import type { Actor, Draft, DraftChange, Text } from "../../schemas/types.js";
import type { Definitions } from "../definitions/definitions.js";
import { refuse } from "../plugins/refusal.js";
import type { Doc, Storage } from "../storage/port.js";
import { withChanges } from "./draft-changes.js";
import { draftId } from "./writes.js";

/** Characters of a draft as JSON. */
const largest = 1_500_000;
const mostTries = 8;
const mostTyped = 2_000;

export interface DraftDoc extends Doc {
  account: string;
  draft: string;
  form: string;
  release: string;
  record?: string;
  base?: number;
  organization?: string;
  answers: Record<string, unknown>;
  typed?: Record<string, string>;
  field?: string;
  updatedAt: string;
}

export function draftView(doc: DraftDoc, title?: Text): Draft {
  const { draft, form, release, record, base, organization, answers, typed, field, rev, updatedAt } = doc;
  return {
    id: draft,
    form,
    release,
    answers,
    rev,
    updatedAt,
    ...(record === undefined ? {} : { record }),
    ...(base === undefined ? {} : { base }),
    ...(organization === undefined ? {} : { organization }),
    ...(typed === undefined ? {} : { typed }),
    ...(field === undefined ? {} : { field }),
    ...(title === undefined ? {} : { title }),
  };
}

/** Keeps the changed paths; the first save makes the draft. Two tabs that save at once both keep what they changed. */
export async function saveDraft(storage: Storage, definitions: Definitions, actor: Actor, draft: string, change: DraftChange, at: string): Promise<DraftDoc> {
  const form = (await definitions.release(actor.owner, change.release)) ?? (await definitions.newestForm(actor.owner, change.form))?.form;
  if (form?.id !== change.form) return refuse(formsProblem("form.release-unknown", { release: change.release.slice(0, 80) }, "/release"));
  const id = draftId(actor.owner, actor.account, draft);
  for (let tries = 0; tries < mostTries; tries++) {
    const stored = await storage.get<DraftDoc>("drafts", id);
    const doc = apply(form, stored, { id, owner: actor.owner, format: 1, rev: (stored?.rev ?? 0) + 1, account: actor.account, draft }, change, at);
    const done = await storage.commit([stored ? { op: "replace", collection: "drafts", doc, rev: stored.rev } : { op: "insert", collection: "drafts", doc }]);
    if (!("conflict" in done)) return doc;
  }
  return refuse(formsProblem("action.busy"));
}

type Identity = Pick<DraftDoc, "id" | "owner" | "format" | "rev" | "account" | "draft">;

function apply(form: CompiledForm, stored: DraftDoc | undefined, identity: Identity, change: DraftChange, at: string): DraftDoc {
  const answers = withChanges(shapeOf(form).top, stored?.answers ?? {}, change.changes);
  const typed = typedOf(stored?.typed, change.typed);
  const { form: name, release, record, base, organization, field } = change;
  const doc: DraftDoc = {
    ...stored,
    ...identity,
    form: name,
    release,
    answers,
    updatedAt: at,
    ...(record === undefined ? {} : { record }),
    ...(base === undefined ? {} : { base }),
    ...(organization === undefined ? {} : { organization }),
    ...(field === undefined ? {} : { field }),
    ...(typed === undefined ? {} : { typed }),
  };
  if (JSON.stringify(doc).length > largest) refuse(formsProblem("draft.too-large", { limit: largest }));
  return doc;
}

/** Half-typed texts by path; an empty one is taken away. */
function typedOf(stored: Record<string, string> | undefined, given: Record<string, string> | undefined): Record<string, string> | undefined {
  if (!given) return stored;
  const merged = Object.entries({ ...stored, ...given }).filter(([path, text]) => safeKey(path) && text !== "");
  return Object.fromEntries(merged.slice(-mostTyped));
}
