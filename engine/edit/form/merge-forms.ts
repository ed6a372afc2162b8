// Merging forms: a field that one side calls otherwise is called so on all sides first, so that lists and rules speak of the same thing.
import type { FormDefinition } from "../../../schemas/types.js";
import { renameField } from "../../definition/rename.js";
import { type Merged, merge } from "../merge.js";
import { fieldsOf } from "./tree.js";

/** What `mine` and `theirs` made of `base`, together (see merge). */
export function mergeForms(base: FormDefinition, mine: FormDefinition, theirs: FormDefinition): Merged<FormDefinition> {
  if (mine === base || theirs === base) return merge(base, mine, theirs);
  const [fromMine, fromTheirs] = [renames(base, mine), renames(base, theirs)];
  const names = (form: FormDefinition, ...lists: Rename[][]) => lists.flat().reduce(renamed, form);
  // Where both gave a field another name, mine stands.
  const late = fromTheirs.filter(({ id }) => !fromMine.some((one) => one.id === id));
  return merge(names(base, fromMine, late), names(mine, late), names(theirs, fromMine));
}

interface Rename {
  id: string;
  to: string;
}

function renames(base: FormDefinition, next: FormDefinition): Rename[] {
  const before = new Map(fieldsOf(base).map(({ id, name, parent }) => [id, { name, parent }]));
  return fieldsOf(next).flatMap(({ id, name, parent }) => {
    const was = before.get(id);
    return was && was.name !== name && was.parent === parent ? [{ id, to: name }] : [];
  });
}

/** The form with that field called so; as it is where that cannot be. */
function renamed(form: FormDefinition, { id, to }: Rename): FormDefinition {
  const field = fieldsOf(form).find((one) => one.id === id);
  if (!field || field.name === to) return form;
  const next = renameField(form, field.path, to);
  return Array.isArray(next) ? form : next;
}
