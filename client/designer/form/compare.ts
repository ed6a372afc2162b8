// What is different between two versions of a form, by identity, in words: a field that was renamed or moved is the same field.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import { t, type Word } from "../../ui/words.js";
import { type Found, fieldsOf } from "../engine.js";

export function differences(before: FormDefinition, after: FormDefinition): string[] {
  const [old, now] = [byId(before), byId(after)];
  const found: string[] = [];
  for (const [id, field] of now) if (!old.has(id)) found.push(t("publish.added", { title: title(field) }));
  for (const [id, field] of old) if (!now.has(id)) found.push(t("publish.removed", { title: title(field) }));
  for (const [id, field] of now) {
    const was = old.get(id);
    const parts = was ? changedParts(was, field) : [];
    if (parts.length) found.push(t("publish.changedField", { title: title(field), parts: parts.join(", ") }));
  }
  const frame = partsOf(formParts, before, after);
  if (frame.length) found.push(t("publish.frame", { parts: frame.join(", ") }));
  if (JSON.stringify(before.examples) !== JSON.stringify(after.examples)) found.push(t("publish.examples"));
  return found;
}

const byId = (form: FormDefinition): Map<string, Found> => new Map(fieldsOf(form).map((field) => [field.id, field]));
const title = (field: Found): string => `“${field.schema.title ?? field.name}”`;

/** What people call the keywords; those that are not here are settings. */
const fieldParts: Partial<Record<keyof FieldSchema, Word>> = {
  title: "part.question",
  description: "part.help",
  "x-en": "part.english",
  "x-field": "part.kind",
  type: "part.kind",
  format: "part.kind",
  "x-options": "part.choices",
  "x-codes": "part.choices",
  enum: "part.choices",
  "x-show": "part.show",
  "x-require": "part.require",
  "x-value": "part.value",
  "x-default": "part.default",
  default: "part.default",
  "x-check": "part.checks",
};
const formParts: Partial<Record<keyof FormDefinition, Word>> = {
  title: "part.title",
  description: "part.title",
  layout: "part.layout",
  access: "part.access",
  sensitive: "part.sensitive",
  workflow: "part.workflow",
  documents: "part.documents",
  list: "part.list",
  keys: "part.keys",
  lookups: "part.lookups",
  reference: "part.reference",
};
const elsewhere = new Set(["schema", "examples", "properties", "items"]);

function changedParts(was: Found, now: Found): string[] {
  const parts = partsOf(fieldParts, was.schema, now.schema);
  if (was.required !== now.required) parts.push(t(now.required ? "part.must" : "part.mustNot"));
  if (was.name !== now.name) parts.push(t("part.name"));
  return parts;
}

/** The parts in which two differ, each told once. */
function partsOf<T extends object>(words: Partial<Record<keyof T, Word>>, before: T, after: T): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !elsewhere.has(key)) as (keyof T)[];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return [...new Set(changed.map((key) => t(words[key] ?? "part.settings")))];
}
