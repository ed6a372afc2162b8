// Which sections somebody may change now: all of a new record; of a stored one what its state allows, none unless said.
import type { Actor, FormRecord } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { stateOf } from "./states.js";
import { subjectOf } from "./subject.js";
import { matches } from "./who.js";

/** Section ids, or `all` when fields outside every section are meant too. */
export type Editable = "all" | readonly string[];

export function editable(form: CompiledForm, record: FormRecord | null, actor: Actor): Editable {
  if (!record) return "all";
  const edit = stateOf(form.workflow.definition, record.state)?.edit;
  if (!edit || !matches(edit.who, actor, subjectOf(form, record))) return [];
  return edit.sections ?? "all";
}

/** The same as a list of section ids, for screens. */
export function editableSections(form: CompiledForm, record: FormRecord | null, actor: Actor): string[] {
  const sections = editable(form, record, actor);
  return sections === "all" ? form.pages.flatMap((page) => page.sections.map(({ id }) => id)) : [...sections];
}
