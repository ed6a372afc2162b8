// What is different between two versions of a form, by identity, in words: a field that was renamed or moved is the same field.
import type { FormDefinition } from "../../../schemas/types.js";
import { t } from "../../ui/words.js";
import { fieldsOf } from "../engine.js";

export function differences(before: FormDefinition, after: FormDefinition): string[] {
  const [old, now] = [new Map(fieldsOf(before).map((field) => [field.id, field])), new Map(fieldsOf(after).map((field) => [field.id, field]))];
  const title = (field: { schema: { title?: string }; name: string }) => `“${field.schema.title ?? field.name}”`;
  const found: string[] = [];
  for (const [id, field] of now) if (!old.has(id)) found.push(t("publish.added", { title: title(field) }));
  for (const [id, field] of old) if (!now.has(id)) found.push(t("publish.removed", { title: title(field) }));
  for (const [id, field] of now) {
    const was = old.get(id);
    if (was && (own(was.schema) !== own(field.schema) || was.required !== field.required || was.name !== field.name))
      found.push(t("publish.changedField", { title: title(field) }));
  }
  if (frame(before) !== frame(after)) found.push(t("publish.frame"));
  if (JSON.stringify(before.examples) !== JSON.stringify(after.examples)) found.push(t("publish.examples"));
  return found;
}

/** A field without what stands in it: that is told for itself. */
const own = ({ properties: _, items, ...rest }: { properties?: unknown; items?: { properties?: unknown } | undefined }): string =>
  JSON.stringify({ ...rest, ...(items ? { items: { ...items, properties: undefined } } : {}) });

const frame = ({ schema: _, examples: __, ...rest }: FormDefinition): string => JSON.stringify(rest);
