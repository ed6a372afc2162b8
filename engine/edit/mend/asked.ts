// A question that another form asks already becomes an answer taken from there: of the record that a reference field chooses.
import type { FieldSchema, FormDefinition, Problem, Text } from "../../../schemas/types.js";
import { parts } from "../../path/path.js";
import { putField, setRequired } from "../form/fields.js";
import { layoutOf, sectionOf } from "../form/layout.js";
import { freeName } from "../form/names.js";
import { newField } from "../form/new-field.js";
import type { Mend } from "./mend.js";

/** As many lookups as a form may have. */
const most = 30;

export function mendAsked(form: FormDefinition, { code, path = "", params }: Problem, newId: () => string): Mend<FormDefinition>[] {
  if (code !== "definition.asked-elsewhere") return [];
  const { id, field, form: other } = (params ?? {}) as { id?: string; field?: string; form?: Text };
  const name = parts(path).at(-1)!;
  const schema = form.schema.properties[name];
  if (!schema || id === undefined || field === undefined || Object.keys(form.lookups ?? {}).length >= most) return [];
  const words = typeof other === "object" ? other : { th: other ?? id };
  const [th, en] = [words.th, words.en ?? words.th];
  const chosen = Object.entries(form.schema.properties).find(([, one]) => one["x-field"] === "reference" && one["x-form"] === id)?.[0];
  if (chosen !== undefined)
    return [{ title: { th: `ดึงคำตอบจาก${th}ที่เลือกไว้`, en: `Take the answer from the ${en} that is chosen` }, next: taken(form, name, { id, field, chosen }) }];
  const withChoice = choosing(form, name, { id, title: th, newId });
  return withChoice
    ? [
        {
          title: { th: `ให้เลือกจาก${th} แล้วดึงคำตอบมา`, en: `Choose from ${en}, and take the answer from there` },
          next: taken(withChoice.form, name, { id, field, chosen: withChoice.chosen }),
        },
      ]
    : [];
}

/** The field under the same name and id, its answer read from the record that is chosen. What only a person's answer needs goes. */
function taken(form: FormDefinition, name: string, { id, field, chosen }: { id: string; field: string; chosen: string }): FormDefinition {
  const { default: _, "x-default": __, "x-require": ___, "x-check": ____, ...schema } = form.schema.properties[name]!;
  const lookup = freeName(field, Object.keys(form.lookups ?? {}));
  const loose = setRequired(form, schema["x-id"] ?? "", false);
  const value: FieldSchema = { ...schema, "x-value": `lookups.${lookup}` };
  return {
    ...loose,
    schema: { ...loose.schema, properties: { ...loose.schema.properties, [name]: value } },
    lookups: { ...form.lookups, [lookup]: { form: id, where: { record: `$${chosen}` }, pick: "first", field } },
  };
}

/** The form with a field before this one that chooses a record of the other form. */
function choosing(
  form: FormDefinition,
  name: string,
  { id, title, newId }: { id: string; title: string; newId: () => string },
): { form: FormDefinition; chosen: string } | undefined {
  const section = sectionOf(form, name) ?? layoutOf(form)[0]?.sections[0];
  if (!section) return undefined;
  const chosen = freeName(id, Object.keys(form.schema.properties));
  const schema: FieldSchema = { "x-id": newId(), ...newField("reference", title), "x-form": id };
  const at = Math.max(0, section.fields.indexOf(name));
  return { form: putField(form, { section: section.id, at }, { name: chosen, schema, required: false }), chosen };
}
