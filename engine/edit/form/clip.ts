// Fields copied from a form and pasted into the same or another one: as plain JSON, so that they pass through a clipboard.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import { type Loose, putField, type Spot } from "./fields.js";
import { fieldsOf, holderOf, holds } from "./tree.js";

export interface Clip {
  kind: "fields";
  fields: Loose[];
}

/** These fields with all that is in them, in the order of the form; what stands inside another one of them goes with it. */
export function copyFields(form: FormDefinition, ids: readonly string[]): Clip {
  const wanted = new Set(ids);
  const all = fieldsOf(form);
  const parents = new Map(all.map(({ id, parent }) => [id, parent]));
  const alone = (id: string): boolean => {
    for (let at = parents.get(id); at !== undefined; at = parents.get(at)) if (wanted.has(at)) return false;
    return true;
  };
  return { kind: "fields", fields: all.filter(({ id }) => wanted.has(id) && alone(id)).map(({ name, schema, required }) => ({ name, schema, required })) };
}

/**
 * Pastes them at a place, one after another. An id that the form has already is given anew: inside one form a copy is another field;
 * in another form it stays what it is.
 */
export function pasteFields(form: FormDefinition, clip: Clip, spot: Spot, newId: () => string): FormDefinition {
  return clip.fields.reduce((next, field, nth) => {
    const there = new Set(fieldsOf(next).map(({ id }) => id));
    return putField(next, { ...spot, at: spot.at + nth }, { ...field, schema: fresh(field.schema, there, newId) });
  }, form);
}

function fresh(schema: FieldSchema, there: Set<string>, newId: () => string): FieldSchema {
  const id = schema["x-id"] !== undefined && !there.has(schema["x-id"]) ? schema["x-id"] : newId();
  there.add(id);
  const next = { ...schema, "x-id": id };
  if (!holds(schema)) return next;
  const { properties } = holderOf(schema);
  const inside = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, fresh(inner, there, newId)]));
  return schema.items ? { ...next, items: { ...schema.items, properties: inside } } : { ...next, properties: inside };
}

/** Reads what was pasted as text; undefined when it is no clip of ours. */
export function readClip(text: string): Clip | undefined {
  try {
    const value = JSON.parse(text) as Partial<Clip>;
    const isField = (one: unknown) => typeof (one as Loose)?.name === "string" && typeof (one as Loose).schema === "object" && (one as Loose).schema !== null;
    return value?.kind === "fields" && Array.isArray(value.fields) && value.fields.every(isField) ? (value as Clip) : undefined;
  } catch {
    return undefined;
  }
}
