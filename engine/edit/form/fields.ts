// What an author does to fields: put in, taken away, moved, changed, turned into another kind. Each gives the next form and leaves the old one as it was.
import type { FieldSchema, FieldType, FormDefinition } from "../../../schemas/types.js";
import { commonKeywords } from "../../definition/keywords.js";
import { kinds } from "../../fields/index.js";
import { layoutOf, sectionIds, sectionOf, withSection } from "./layout.js";
import { freeName, withoutNames } from "./names.js";
import { newField } from "./new-field.js";
import { type Found, fieldsOf, findField, type Holder, holderOf, withField, withHolder } from "./tree.js";

/** A place between fields: in a section of the form, or inside a group or table (by id). */
export type Spot = { section: string; at: number } | { parent: string; at: number };

/** A field with its name and whether it must be answered, wherever it stands. */
export interface Loose {
  name: string;
  schema: FieldSchema;
  required: boolean;
}

const parentOf = (spot: Spot): string | undefined => ("parent" in spot ? spot.parent : undefined);

/** Puts a field in. Its name is made free; its id is the caller's to give. The same form when there is no such place. */
export function putField(form: FormDefinition, spot: Spot, { name, schema, required }: Loose): FormDefinition {
  const parent = parentOf(spot);
  if ("section" in spot ? !sectionIds(form).includes(spot.section) : !holdsFields(findField(form, spot.parent))) return form;
  const taken = Object.keys(parent === undefined ? form.schema.properties : holderOf(findField(form, parent)!.schema).properties);
  const free = freeName(name, taken);
  const shown = parent === undefined ? { ...form, layout: layoutOf(form) } : form;
  const put = withHolder(shown, parent, (holder) => insert(holder, "section" in spot ? taken.length : spot.at, free, schema, required));
  return "section" in spot ? withSection(put, spot.section, (section) => ({ ...section, fields: section.fields.toSpliced(spot.at, 0, free) })) : put;
}

/** A new field of a kind, empty but for what its kind needs. */
export function addField(form: FormDefinition, spot: Spot, type: FieldType, title: string, id: string): FormDefinition {
  return putField(form, spot, { name: type, schema: { "x-id": id, ...newField(type, title) }, required: false });
}

/** Takes fields away, and out of every list that names them. */
export function removeFields(form: FormDefinition, ids: readonly string[]): FormDefinition {
  return ids.reduce((left, id) => {
    const field = findField(left, id);
    if (!field) return left;
    const bare = withHolder(left, field.parent, (holder) => without(holder, field.name));
    return field.parent === undefined ? withoutNames(bare, new Set([field.name])) : bare;
  }, form);
}

/** Moves a field; into itself it does not go. In another group or table it may need another name. */
export function moveField(form: FormDefinition, id: string, spot: Spot): FormDefinition {
  const field = findField(form, id);
  const parent = parentOf(spot);
  if (!field || (parent !== undefined && isInside(form, parent, id)) || field.parent !== parent) return field ? elsewhere(form, field, spot) : form;
  if ("parent" in spot) return withHolder(form, parent, (holder) => reorder(holder, field.name, spot.at));
  if (!sectionIds(form).includes(spot.section)) return form;
  const from = sectionOf(form, field.name);
  const before = from?.id === spot.section ? from.fields.indexOf(field.name) : -1;
  const at = before >= 0 && before < spot.at ? spot.at - 1 : spot.at;
  const out = from ? withSection(form, from.id, (section) => ({ ...section, fields: section.fields.filter((name) => name !== field.name) })) : form;
  return withSection(out, spot.section, (section) => ({ ...section, fields: section.fields.toSpliced(at, 0, field.name) }));
}

function elsewhere(form: FormDefinition, { id, name, schema, required }: Found, spot: Spot): FormDefinition {
  if ("parent" in spot && isInside(form, spot.parent, id)) return form;
  const moved = putField(removeFields(form, [id]), spot, { name, schema, required });
  return findField(moved, id) ? moved : form;
}

/** Changes keywords of a field; undefined takes one away. */
export function setField(form: FormDefinition, id: string, changes: { [K in keyof FieldSchema]?: FieldSchema[K] | undefined }): FormDefinition {
  return withField(form, id, (schema) => {
    const next: Record<string, unknown> = { ...schema, ...changes };
    for (const [keyword, value] of Object.entries(changes)) if (value === undefined) delete next[keyword];
    return next as FieldSchema;
  });
}

/** Whether a field must be answered always. */
export function setRequired(form: FormDefinition, id: string, required: boolean): FormDefinition {
  const field = findField(form, id);
  if (!field || field.required === required) return form;
  return withHolder(form, field.parent, (holder) => {
    const others = (holder.required ?? []).filter((name) => name !== field.name);
    return { ...holder, required: required ? [...others, field.name] : others };
  });
}

/** Whether what a top field holds is sensitive; what stands in a table or group is as sensitive as that. */
export function setSensitive(form: FormDefinition, id: string, sensitive: boolean): FormDefinition {
  const field = findField(form, id);
  if (!field || field.parent !== undefined) return form;
  const { sensitive: before = [], ...rest } = form;
  const others = before.filter((name) => name !== field.name);
  if (sensitive === others.length < before.length) return form;
  const next = sensitive ? [...others, field.name] : others;
  return next.length ? { ...rest, sensitive: next } : rest;
}

/** Another kind of field under the same name and id: what both kinds understand stays. */
export function turnInto(form: FormDefinition, id: string, type: FieldType): FormDefinition {
  const understood = new Set<string>([...commonKeywords, ...kinds[type].keywords]);
  return withField(form, id, (schema) => {
    const kept = Object.fromEntries(Object.entries(schema).filter(([keyword]) => understood.has(keyword) && keyword !== "type" && keyword !== "x-field"));
    const fresh = newField(type, schema.title ?? "");
    return { ...fresh, ...kept, "x-field": type, ...(fresh.type ? { type: fresh.type } : {}) };
  });
}

const holdsFields = (field: Found | undefined): field is Found =>
  field !== undefined && (field.schema["x-field"] === "group" || field.schema["x-field"] === "table");

/** Whether a group or table is this field, or stands somewhere in it. */
function isInside(form: FormDefinition, one: string, id: string): boolean {
  const all = new Map(fieldsOf(form).map((field) => [field.id, field]));
  for (let at: string | undefined = one; at !== undefined; at = all.get(at)?.parent) if (at === id) return true;
  return false;
}

function insert({ properties, required = [] }: Holder, at: number, name: string, schema: FieldSchema, must: boolean): Holder {
  return { properties: Object.fromEntries(Object.entries(properties).toSpliced(at, 0, [name, schema])), required: must ? [...required, name] : required };
}

function without({ properties, required = [] }: Holder, name: string): Holder {
  return { properties: Object.fromEntries(Object.entries(properties).filter(([one]) => one !== name)), required: required.filter((one) => one !== name) };
}

function reorder(holder: Holder, name: string, at: number): Holder {
  const entries = Object.entries(holder.properties);
  const from = entries.findIndex(([one]) => one === name);
  return { ...holder, properties: Object.fromEntries(entries.toSpliced(from, 1).toSpliced(from < at ? at - 1 : at, 0, entries[from]!)) };
}
