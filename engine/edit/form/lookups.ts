// A lookup called otherwise: its key, every expression of the form that reads it, and what its examples give for it.
import type { FieldSchema, FormDefinition } from "../../../schemas/types.js";
import { renameIn } from "../../expression/rename.js";

const rules = ["x-show", "x-require", "x-value", "x-default", "x-rows"] as const;

/** The parts of the form that change; nothing when the name is none, is taken, or an expression cannot be read. */
export function renameLookup(form: FormDefinition, from: string, to: string): Pick<FormDefinition, "lookups" | "schema" | "layout" | "examples"> | undefined {
  const lookups = form.lookups ?? {};
  if (!/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(to) || !Object.hasOwn(lookups, from) || (to !== from && Object.hasOwn(lookups, to))) return undefined;
  let broken = false;
  const rule = (source: string): string => {
    const made = renameIn(source, (path) => (path.length === 2 && path[0] === "lookups" && path[1] === from ? to : undefined));
    // What does not speak of lookups may be unfinished; it is left as it is.
    if (typeof made !== "string" && source.includes("lookups")) broken = true;
    return typeof made === "string" ? made : source;
  };
  const field = (schema: FieldSchema): FieldSchema => ({
    ...schema,
    ...Object.fromEntries(rules.flatMap((keyword) => (schema[keyword] === undefined ? [] : [[keyword, rule(schema[keyword])]]))),
    ...(schema["x-check"] ? { "x-check": schema["x-check"].map((check) => ({ ...check, rule: rule(check.rule) })) } : {}),
    ...(schema.properties ? { properties: fields(schema.properties) } : {}),
    ...(schema.items?.properties ? { items: { ...schema.items, properties: fields(schema.items.properties) } } : {}),
  });
  const fields = (properties: Record<string, FieldSchema>): Record<string, FieldSchema> =>
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, field(schema)]));
  const called = <T>(facts: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name === from ? to : name, fact]));
  const next = {
    lookups: called(lookups),
    schema: { ...form.schema, properties: fields(form.schema.properties) },
    ...(form.layout
      ? {
          layout: form.layout.map((page) => ({
            ...page,
            sections: page.sections.map((section) => (section.show === undefined ? section : { ...section, show: rule(section.show) })),
          })),
        }
      : {}),
    ...(form.examples ? { examples: form.examples.map((one) => (one.lookups ? { ...one, lookups: called(one.lookups) } : one)) } : {}),
  };
  return broken ? undefined : next;
}
