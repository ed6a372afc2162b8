// What a rule of a field may read, as an author knows it: the questions of the form, and a few facts around it.
import type { FieldSchema, FieldType, FormDefinition, Text } from "../../../schemas/types.js";
import { say } from "../../ui/words.js";
import { type Found, fieldsOf, findField } from "../engine.js";

/** Something a rule can compare: its path in expressions, its words, and how its values are chosen. */
export interface Readable {
  path: string;
  title: string;
  type: FieldType;
  schema: FieldSchema;
}

/** The fields that a rule of this field (or of the form itself) sees: those beside it and around it, not those inside other tables. A check sees its own field, too. */
export function readable(form: FormDefinition, id: string | undefined, itself = false): Readable[] {
  const own = id === undefined ? undefined : findField(form, id);
  const around = new Set<string | undefined>([undefined]);
  for (let at = own?.parent; at !== undefined; at = findField(form, at)?.parent) around.add(at);
  const all = fieldsOf(form);
  const byId = new Map(all.map((field) => [field.id, field]));
  return all.flatMap((field) => {
    const type = field.schema["x-field"];
    if (!type || (field.id === id && !itself) || type === "note" || type === "group") return [];
    const path = pathFrom(field, around, byId);
    return path === undefined ? [] : [{ path, title: titleOf(field, byId), type, schema: field.schema }];
  });
}

/** The names from the nearest level that the rule stands in; undefined for what lies in a table that it does not stand in. */
function pathFrom(field: Found, around: ReadonlySet<string | undefined>, byId: ReadonlyMap<string, Found>): string | undefined {
  const names = [field.name];
  for (let parent = field.parent; !around.has(parent); parent = byId.get(parent!)?.parent) {
    const holder = byId.get(parent!);
    if (!holder || holder.schema["x-field"] === "table") return undefined;
    names.unshift(holder.name);
  }
  return names.join(".");
}

function titleOf(field: Found, byId: ReadonlyMap<string, Found>): string {
  const holder = field.parent === undefined ? undefined : byId.get(field.parent);
  const title = field.schema.title ?? field.name;
  return holder && holder.schema["x-field"] === "group" ? `${holder.schema.title ?? holder.name} › ${title}` : title;
}

export interface Choice {
  id: string;
  title: string;
}

/** The choices of a field, when it has any: its own, or of a list of the LAO that is here. */
export function choicesOf(schema: FieldSchema, codes: ReadonlyMap<string, { id: string; title: Text }[]>): Choice[] | undefined {
  if (schema["x-options"]) return schema["x-options"].map(({ id, title }) => ({ id, title: say(title) }));
  const list = schema.enum ?? schema.items?.enum;
  if (list) return list.map((id) => ({ id, title: id }));
  const rows = schema["x-codes"] === undefined ? undefined : codes.get(schema["x-codes"]);
  return rows?.map(({ id, title }) => ({ id, title: say(title) }));
}
