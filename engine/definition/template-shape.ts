// What a print template may name, as a tree: the context that `engine/document` makes of a record, for one form. Kept beside it by a test.
import type { FieldSchema, FormDefinition } from "../../schemas/types.js";
import { fieldType } from "./field-type.js";
import { inside } from "./flatten.js";

export interface Shape {
  /** Nothing is known of what is in it: everything may be named. */
  any?: true;
  inside?: Record<string, Shape>;
  /** Names that are not listed. */
  other?: Shape;
  /** What each of a list is. */
  each?: Shape;
  /** What is in it are fields of the form. */
  fields?: true;
}

const text: Shape = {};
const any: Shape = { any: true };
const named = (names: string): Record<string, Shape> => Object.fromEntries(names.split(" ").map((name) => [name, text]));
const day: Shape = { inside: named("long short day month year weekday time") };
const signed: Shape = { inside: { ...named("action field as name position acting comment image"), date: day } };
const box: Shape = { inside: named("id label chosen box") };

export function templateShape(form: Pick<FormDefinition, "schema">): Shape {
  return {
    inside: {
      form: { inside: named("id title") },
      number: text,
      state: { inside: named("id title") },
      created: day,
      updated: day,
      today: day,
      check: text,
      fields: fieldsShape(form.schema.properties),
      signed: { each: signed },
      signatures: { other: signed },
      signatureFields: { fields: true, inside: signatureFields(form.schema.properties) },
      author: { inside: named("name position organization") },
      organization: { other: text },
    },
  };
}

function fieldsShape(properties: Record<string, FieldSchema>): Shape {
  return { fields: true, inside: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, fieldShape(name, schema)])) };
}

function fieldShape(name: string, schema: FieldSchema): Shape {
  const type = fieldType(schema);
  const own: Record<string, Shape> = { ...named("type label text empty"), value: any };
  const within = inside({ name, schema, type, parent: -1, path: "", title: name, required: false }).properties;
  if (type === "date" || type === "computed") own.day = day;
  if (type === "money") own.words = text;
  if (type === "select" || type === "multi-select" || type === "yes-no") own.options = { each: box };
  if (type === "file" || type === "photo") own.files = { each: { inside: named("id name") } };
  if (type === "group") own.fields = fieldsShape(within);
  if (type === "table") {
    own.columns = { each: { inside: named("name label") } };
    own.rows = { each: { inside: { number: text, cells: fieldsShape(within) } } };
  }
  return { inside: own };
}

function signatureFields(properties: Record<string, FieldSchema>): Record<string, Shape> {
  return Object.fromEntries(Object.entries(properties).flatMap(([name, schema]) => (fieldType(schema) === "signature" ? [[name, signed] as const] : [])));
}
