// Gives fields what their tool has not given them: an id, a kind, a title. So any plain JSON Schema of our dialect opens as a form.
import type { FieldSchema, FormDefinition } from "../../schemas/types.js";
import { fieldType } from "./field-type.js";

/**
 * The same form with an `x-id`, `x-field` and title for each field. `newId` makes a new id each time: ten letters and digits,
 * or a ULID, of which the random end is taken. What is already there stays.
 */
export function identify(form: FormDefinition, newId: () => string): FormDefinition {
  if (!isObject(form.schema) || !isObject(form.schema.properties)) return form;
  const used = new Set<string>();
  collect(form.schema.properties, used);
  const fresh = (): string => {
    // A source of ids that repeats itself would never end this; a second look is all it gets.
    for (let tries = 0; ; tries++) {
      const id = newId().slice(-10).toLowerCase();
      if (!used.has(id) || tries > 100) {
        used.add(id);
        return id;
      }
    }
  };
  return { ...form, schema: { ...form.schema, properties: each(form.schema.properties, fresh) } };
}

function each(properties: Record<string, FieldSchema>, fresh: () => string): Record<string, FieldSchema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, isObject(schema) ? identified(name, schema, fresh) : schema]));
}

function identified(name: string, schema: FieldSchema, fresh: () => string): FieldSchema {
  const type = fieldType(schema);
  const { items, properties } = schema;
  return {
    "x-id": schema["x-id"] ?? fresh(),
    ...(type === undefined ? {} : { "x-field": type }),
    ...(schema.title === undefined && type !== "note" ? { title: name } : {}),
    ...schema,
    ...(isObject(properties) ? { properties: each(properties, fresh) } : {}),
    ...(isObject(items) && isObject(items.properties) ? { items: { ...items, properties: each(items.properties, fresh) } } : {}),
  };
}

function collect(properties: Record<string, FieldSchema>, used: Set<string>): void {
  for (const schema of Object.values(properties)) {
    if (!isObject(schema)) continue;
    if (typeof schema["x-id"] === "string") used.add(schema["x-id"]);
    if (isObject(schema.properties)) collect(schema.properties, used);
    if (isObject(schema.items) && isObject(schema.items.properties)) collect(schema.items.properties, used);
  }
}

function isObject<T>(value: T | undefined): value is T & object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
