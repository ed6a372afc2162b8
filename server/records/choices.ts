// Ids that somebody newly chose must be of something here that they may see: the engine only knows what an id looks like.
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { formsProblem } from "../../engine/problem/forms.js";
import type { FormRecord, Problem } from "../../schemas/types.js";
import { hiddenLabel } from "./labels.js";
import { idsIn, leaves } from "./walk.js";

const chosen = new Set(["person", "organization", "position", "reference"]);

/** A problem for each newly chosen id without words. `labels` are those of all ids in the answers. */
export function choiceProblems(form: CompiledForm, stored: FormRecord | null, record: FormRecord, labels: Record<string, string>): Problem[] {
  const before = new Set(stored ? [...leaves(form, stored.answers)].flatMap(({ value }) => idsIn(value)) : []);
  return [...leaves(form, record.answers)].flatMap(({ field, value, path }) => {
    if (!chosen.has(field.type) || field.value) return [];
    const unknown = idsIn(value).some((id) => !before.has(id) && (!Object.hasOwn(labels, id) || labels[id] === hiddenLabel));
    return unknown ? [formsProblem("action.unknown-choice", { title: field.title }, path)] : [];
  });
}
