// The fields of a form in one list: parents before children, in the order they are written.
import type { FieldSchema, FieldType, FormDefinition, Text } from "../../schemas/types.js";
import type { Scope, ScopeField } from "../expression/scope.js";
import { asScopeField, fieldType } from "./field-type.js";

export interface FlatField {
  name: string;
  schema: FieldSchema;
  type: FieldType | undefined;
  /** Index of the group or table it stands in, or -1. */
  parent: number;
  /** JSON Pointer into the definition. */
  path: string;
  /** Title in both languages; its name while it has none. */
  title: Text;
  /** Named in `required` of its object. */
  required: boolean;
}

export const titleOf = (name: string, schema: FieldSchema): Text => {
  const th = schema.title ?? name;
  const en = schema["x-en"]?.title;
  return en ? { th, en } : { th, en: schema.title ?? name };
};

/** The fields inside a group or table, with the pointer of what holds them. */
export function inside(field: FlatField): { properties: Record<string, FieldSchema>; required: readonly string[]; at: string } {
  if (field.type === "table") {
    return { properties: field.schema.items?.properties ?? {}, required: field.schema.items?.required ?? [], at: `${field.path}/items` };
  }
  if (field.type === "group") return { properties: field.schema.properties ?? {}, required: field.schema.required ?? [], at: field.path };
  return { properties: {}, required: [], at: field.path };
}

/** All fields of a form. */
export function flatten(form: Pick<FormDefinition, "schema">): FlatField[] {
  const flat: FlatField[] = [];
  const add = (properties: Record<string, FieldSchema>, required: readonly string[], parent: number, at: string): void => {
    for (const [name, schema] of Object.entries(properties)) {
      const field: FlatField = {
        name,
        schema,
        type: fieldType(schema),
        parent,
        path: `${at}/properties/${name}`,
        title: titleOf(name, schema),
        required: required.includes(name),
      };
      const index = flat.push(field) - 1;
      const within = inside(field);
      add(within.properties, within.required, index, within.at);
    }
  };
  add(form.schema.properties, form.schema.required ?? [], -1, "/schema");
  return flat;
}

/** Indexes of the fields standing directly in each field; the form itself is -1. */
export function childrenOf(flat: readonly { parent: number }[]): Map<number, number[]> {
  const children = new Map<number, number[]>([[-1, []]]);
  for (const [index, { parent }] of flat.entries()) {
    const list = children.get(parent);
    if (list) list.push(index);
    else children.set(parent, [index]);
  }
  return children;
}

/** The levels an expression of a field sees: its own first, then around it. Each is the field that holds the level, -1 for the form. */
export function levelsOf(flat: readonly { parent: number }[], parent: number): number[] {
  const levels: number[] = [];
  for (let at = parent; at >= 0; at = flat[at]!.parent) levels.push(at);
  return [...levels, -1];
}

/** Makes the scope of any level of a form; what is the same for several levels is made once. */
export function scopes(flat: readonly FlatField[], rest: Omit<Scope, "fields" | "outer">): (parent: number) => Scope {
  const children = childrenOf(flat);
  const made = new Map<number, ScopeField[]>();
  const fieldsIn = (parent: number): ScopeField[] => {
    const known = made.get(parent);
    if (known) return known;
    const fields = (children.get(parent) ?? [])
      .map((index) => asScopeField(flat[index]!.name, flat[index]!.type, flat[index]!.schema, fieldsIn(index)))
      .filter((field): field is ScopeField => field !== undefined);
    made.set(parent, fields);
    return fields;
  };
  return (parent) => {
    const [own, ...outer] = levelsOf(flat, parent).map(fieldsIn);
    return { ...rest, fields: own!, outer };
  };
}
