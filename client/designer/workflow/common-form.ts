// What all forms of one workflow have: the fields that its rules, signatures and named people may speak of.
import type { FieldType, FormDefinition } from "../../../schemas/types.js";
import type { Option } from "../controls.js";

/** The first form with only those top fields that the others have, too, of the same kind. Without a form, a form without fields. */
export function commonForm([first, ...others]: readonly FormDefinition[]): FormDefinition {
  if (!first) return { kind: "form", id: "none", title: "", schema: { type: "object", properties: {} } };
  const shared = Object.entries(first.schema.properties).filter(([name, schema]) =>
    others.every((form) => Object.hasOwn(form.schema.properties, name) && form.schema.properties[name]!["x-field"] === schema["x-field"]),
  );
  return { ...first, schema: { ...first.schema, properties: Object.fromEntries(shared) } };
}

/** Its fields of a kind, to choose from; what is chosen stays to be seen. */
export function fieldsOfKind({ schema }: FormDefinition, kind: FieldType, chosen: string | undefined): Option[] {
  const found = Object.entries(schema.properties).flatMap(([name, one]) => (one["x-field"] === kind ? [{ id: name, title: one.title ?? name }] : []));
  return chosen === undefined || found.some(({ id }) => id === chosen) ? found : [...found, { id: chosen, title: chosen }];
}
