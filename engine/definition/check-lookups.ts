// Rules of lookups: what each reads, and what it is asked with.
import type { FormDefinition, Problem } from "../../schemas/types.js";
import { definitionProblem } from "../problem/definition.js";
import type { DefinitionContext } from "./context.js";
import type { FlatField } from "./flatten.js";

/** Facts that a condition may be compared with. */
const given = new Set(["$actor", "$author", "$fiscalYear", "$academicYear", "$term", "$today", "$unit", "$record"]);
/** What every record has beside its answers. */
const always = new Set(["state", "person", "author", "unit", "fiscalYear", "academicYear", "not", "number", "organization", "record"]);

/** Problems of the lookups of a form. */
export function checkLookups(form: FormDefinition, top: ReadonlyMap<string, FlatField>, { forms }: DefinitionContext): Problem[] {
  return Object.entries(form.lookups ?? {}).flatMap(([name, lookup]) => {
    const at = `/lookups/${name}`;
    const found: Problem[] = [];
    if ((lookup.pick === "run") !== (lookup.while !== undefined))
      found.push(definitionProblem("definition.lookup-run", { name }, `${at}/${lookup.while === undefined ? "pick" : "while"}`));
    if (lookup.pick === "sum" && lookup.field === undefined)
      found.push(definitionProblem("definition.lookup-needs-field", { name, pick: lookup.pick }, `${at}/field`));
    for (const keyword of ["where", "before"] as const)
      for (const [key, value] of Object.entries(lookup[keyword] ?? {}))
        for (const one of [value].flat()) {
          if (typeof one !== "string" || !one.startsWith("$") || given.has(one) || top.has(one.slice(1))) continue;
          found.push(definitionProblem("definition.lookup-where", { name, value: one }, `${at}/${keyword}/${key}`));
        }
    const own = lookup.form === form.id;
    const other = own ? form : forms && Object.hasOwn(forms, lookup.form) ? forms[lookup.form] : undefined;
    if (!other) {
      if (forms) found.push(definitionProblem("definition.unknown-form", { name: lookup.form }, `${at}/form`));
      return found;
    }
    // Other forms see only what a form offers; its own lookups see all its fields.
    const offered = new Set(own ? Object.keys(form.schema.properties) : (other.reference?.fields ?? []).filter((field) => !other.sensitive?.includes(field)));
    const table = lookup.in === undefined ? undefined : other.schema.properties[lookup.in];
    if (lookup.in !== undefined && (!table?.items?.properties || !(own || offered.has(lookup.in))))
      found.push(definitionProblem("definition.lookup-not-offered", { form: lookup.form, field: lookup.in }, `${at}/in`));
    for (const column of Object.keys(table?.items?.properties ?? {})) offered.add(column);
    const read = [
      ...(lookup.field === undefined ? [] : [[lookup.field, `${at}/field`] as const]),
      ...(lookup.by === undefined ? [] : [[lookup.by, `${at}/by`] as const]),
      ...(lookup.fields ?? []).map((field, index) => [field, `${at}/fields/${index}`] as const),
      ...(lookup.sort ?? []).map((field, index) => [field, `${at}/sort/${index}`] as const),
      ...Object.keys(lookup.while ?? {}).map((field) => [field, `${at}/while/${field}`] as const),
      ...Object.keys(lookup.where ?? {}).map((field) => [field, `${at}/where/${field}`] as const),
      ...Object.keys(lookup.before ?? {}).map((field) => [field, `${at}/before/${field}`] as const),
    ];
    for (const [field, path] of read) {
      if (!offered.has(field) && !always.has(field)) found.push(definitionProblem("definition.lookup-not-offered", { form: lookup.form, field }, path));
    }
    return found;
  });
}
