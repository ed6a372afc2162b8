// Opens what is to be filled: a new form here; a draft or a record in open-kept.ts, loaded for them. Works from what is kept when there is no reach.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { AvailableAction, Choice, Fillable } from "../../schemas/types.js";
import { session } from "../api/session.js";
import { readyFor } from "../fields/ready.js";
import type { LocalDraft } from "../offline/database.js";
import { getKept } from "../offline/kept.js";
import { clock } from "../ui/clock.js";
import { newId } from "../ui/new-id.js";

export interface Opened {
  form: CompiledForm;
  facts: Facts;
  actions: AvailableAction[];
  organizations: Choice[];
  /** The record that this one would repeat. */
  existing?: string | undefined;
  draft: LocalDraft;
  /** Nothing is kept of it yet. */
  fresh: boolean;
  /** Sections that may be changed; absent means all. */
  editable?: string[];
  /** Answers that this person does not see: they are left out, and stay as they are. */
  masked?: string[];
}

export interface Asked {
  form?: string | undefined;
  draft?: string | undefined;
  record?: string | undefined;
}

/** What was asked for, ready to be filled. */
export async function openFilling({ form, draft, record }: Asked): Promise<Opened> {
  if (draft || record) {
    const { openDraft, openRecord } = await import("./open-kept.js");
    return draft ? openDraft(draft) : openRecord(record!);
  }
  const opened = await openForm(form!);
  const [organization] = opened.organizations;
  return { ...opened, fresh: true, draft: { ...blank(opened.form), ...(organization && { organization: organization.id }) } };
}

/** A form as this person may fill it now. */
export async function openForm(id: string): Promise<Omit<Opened, "draft" | "fresh">> {
  const { form, facts, submit, organizations, existing } = (await getKept<Fillable>(`/forms/${id}`)).value;
  await readyFor(form as unknown as CompiledForm);
  return {
    form: form as unknown as CompiledForm,
    facts: factsNow(facts as unknown as Facts),
    actions: submit,
    organizations: organizations ?? [],
    ...(existing?.day === clock.today() && { existing: existing.id }),
  };
}

/** Facts as a device has them: of today, and perhaps not all of them. */
export const factsNow = (facts: Facts): Facts => ({ ...facts, today: clock.today(), partial: true });

/** A draft in which nothing was answered yet. Its ids are made here, once. */
export function blank(form: Pick<CompiledForm, "id" | "title" | "release">): LocalDraft {
  return {
    id: newId(),
    account: session.current?.actor.account ?? "",
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
