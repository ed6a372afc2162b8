// The questions of a form to choose from, by name.
import type { FieldType, FormDefinition } from "../../../schemas/types.js";
import type { Option } from "../controls.js";

/** Not told in one line: they have no place in a list. */
export const wide = new Set<FieldType>(["note", "group", "table", "file", "photo", "signature", "location"]);

/** The questions of the form itself, by name; `kinds` leaves some out. */
export function fieldOptions(form: FormDefinition, without: ReadonlySet<FieldType> = new Set<FieldType>(["note"])): Option[] {
  return Object.entries(form.schema.properties).flatMap(([id, schema]) => (without.has(schema["x-field"]!) ? [] : [{ id, title: schema.title ?? id }]));
}
