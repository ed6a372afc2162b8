// A form's fields as a tree found by identity: where each stands, and the form again with one place in it changed.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";

/** What holds fields directly: the form itself, a group, or the rows of a table. */
export interface Holder {
  properties: Record<string, FieldSchema>;
  required?: string[];
}

/** A field and where it stands. */
export interface Found {
  id: string;
  name: string;
  schema: FieldSchema;
  /** The group or table it stands in, by id; none for the form itself. */
  parent?: string;
  required: boolean;
  /** Names from the form down. */
  path: string[];
}

export const holds = (schema: FieldSchema): "group" | "table" | undefined =>
  schema.properties ? "group" : schema.items?.properties || schema.items?.type === "object" ? "table" : undefined;

/** The fields directly inside a group or table, or in the form. */
export function holderOf(schema: FieldSchema | FormDefinition["schema"]): Holder {
  const inside = "items" in schema && schema.items ? schema.items : schema;
  return { properties: inside.properties ?? {}, ...(inside.required ? { required: inside.required } : {}) };
}

/** All fields, parents before what is in them. */
export function fieldsOf(form: FormDefinition): Found[] {
  const found: Found[] = [];
  const walk = ({ properties, required = [] }: Holder, parent: string | undefined, path: string[]) => {
    for (const [name, schema] of Object.entries(properties)) {
      const id = schema["x-id"] ?? "";
      found.push({ id, name, schema, ...(parent === undefined ? {} : { parent }), required: required.includes(name), path: [...path, name] });
      if (holds(schema)) walk(holderOf(schema), id, [...path, name]);
    }
  };
  walk(holderOf(form.schema), undefined, []);
  return found;
}

export const findField = (form: FormDefinition, id: string): Found | undefined => fieldsOf(form).find((one) => one.id === id);

/** The form with what holds fields directly inside `parent` changed; the same form when there is no such group or table. */
export function withHolder(form: FormDefinition, parent: string | undefined, change: (holder: Holder) => Holder): FormDefinition {
  if (parent === undefined) return { ...form, schema: put(form.schema, change(holderOf(form.schema))) };
  return withField(form, parent, (schema) => {
    if (!holds(schema)) return schema;
    const holder = change(holderOf(schema));
    return schema.items ? { ...schema, items: put(schema.items, holder) } : put(schema, holder);
  });
}

/** The form with one field changed where it stands; the same form when there is none. */
export function withField(form: FormDefinition, id: string, change: (schema: FieldSchema) => FieldSchema): FormDefinition {
  const properties = within(form.schema.properties, id, change);
  return properties === form.schema.properties ? form : { ...form, schema: { ...form.schema, properties } };
}

function within(properties: Record<string, FieldSchema>, id: string, change: (schema: FieldSchema) => FieldSchema): Record<string, FieldSchema> {
  let changed = false;
  const entries = Object.entries(properties).map(([name, schema]) => {
    const next = schema["x-id"] === id ? change(schema) : deeper(schema, id, change);
    changed ||= next !== schema;
    return [name, next] as const;
  });
  return changed ? Object.fromEntries(entries) : properties;
}

function deeper(schema: FieldSchema, id: string, change: (schema: FieldSchema) => FieldSchema): FieldSchema {
  if (!holds(schema)) return schema;
  const { properties } = holderOf(schema);
  const next = within(properties, id, change);
  if (next === properties) return schema;
  return schema.items ? { ...schema, items: { ...schema.items, properties: next } } : { ...schema, properties: next };
}

/** `required` is left out when it names nothing. */
function put<T extends { required?: string[] }>(schema: T, { properties, required }: Holder): T {
  const { required: _, ...rest } = schema;
  return { ...rest, properties, ...(required?.length ? { required } : {}) } as unknown as T;
}
