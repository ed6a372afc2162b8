// Renames a field in its form: the key, every list that names it, every expression that reads it. Its x-id stays, so its answers are still its own.
import type { FieldSchema, FormDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { renameIn } from "../expression/rename.js";
import { definitionProblem } from "../problem/definition.js";
import { isProblem } from "../problem/problem.js";
import { type FlatField, flatten, levelsOf } from "./flatten.js";
import { renameInExamples } from "./rename-examples.js";

/** What renames one expression where it stands; problems are gathered. */
type Rewrite = (source: string, parent: number, at: string) => string;

/** The form with the field at a path of names (`["address", "house"]`) called otherwise; or why that cannot be. */
export function renameField(form: FormDefinition, from: readonly string[], to: string): FormDefinition | Problem[] {
  const flat = flatten(form);
  const target = find(flat, from);
  if (target < 0) return [definitionProblem("definition.unknown-field", { list: "rename", name: from.join("/") }, "")];
  const { parent, path } = flat[target]!;
  if (!/^[A-Za-z][A-Za-z0-9_]{0,62}$/.test(to)) return [definitionProblem("definition.bad-name", { value: to }, path)];
  if (flat.some((other) => other.parent === parent && other.name === to)) return [definitionProblem("definition.name-taken", { name: to }, path)];
  const problems: Problem[] = [];
  const rewrite: Rewrite = (source, level, at) => {
    const made = renameIn(source, (read) => (resolve(flat, level, read) === target ? to : undefined));
    if (!isProblem(made)) return made;
    problems.push({ ...made, path: at });
    return source;
  };
  const properties = renameProperties(form.schema.properties, { flat, target, to, rewrite }, -1);
  const top = parent < 0 ? (name: string) => (name === from[0] ? to : name) : (name: string) => name;
  const renamed: FormDefinition = {
    ...form,
    schema: { ...form.schema, properties, ...(form.schema.required ? { required: form.schema.required.map(top) } : {}) },
    ...(form.layout ? { layout: renameLayout(form.layout, top, rewrite) } : {}),
    ...(form.lookups ? { lookups: renameLookups(form, top) } : {}),
    ...(form.list ? { list: renameList(form.list, top) } : {}),
    ...(form.keys ? { keys: form.keys.map((key) => ({ ...key, fields: key.fields.map(top) })) } : {}),
    ...(form.reference ? { reference: renameReference(form.reference, top) } : {}),
    ...(form.sensitive ? { sensitive: form.sensitive.map(top) } : {}),
    ...(form.summary ? { summary: form.summary.map(top) } : {}),
    ...(form.access?.place === undefined ? {} : { access: { ...form.access, place: top(form.access.place) } }),
    ...(form.examples ? { examples: renameInExamples(form, from, to) } : {}),
  };
  return problems.length ? problems : renamed;
}

function renameList(list: NonNullable<FormDefinition["list"]>, top: (name: string) => string): NonNullable<FormDefinition["list"]> {
  const renamed = Object.entries(list).map(([use, names]) => {
    if (Array.isArray(names)) return [use, names.map(top)];
    return [use, use === "usual" ? names.replace(/[^-].*/, top) : names];
  });
  return Object.fromEntries(renamed) as NonNullable<FormDefinition["list"]>;
}

/** The workflow of a form with a field of the form (top level) called otherwise. */
export function renameInWorkflow(workflow: WorkflowDefinition, from: string, to: string): WorkflowDefinition | Problem[] {
  const problems: Problem[] = [];
  const rule = (source: string, at: string): string => {
    const made = renameIn(source, ([root, ...rest]) => (root === from && rest.length === 0 ? to : undefined));
    if (!isProblem(made)) return made;
    problems.push({ ...made, path: at });
    return source;
  };
  const actions = workflow.actions.map((action, index) => ({
    ...action,
    ...(action.when === undefined ? {} : { when: rule(action.when, `/actions/${index}/when`) }),
    ...(action.person === from ? { person: to } : {}),
    ...(action.sign?.field === from ? { sign: { ...action.sign, field: to } } : {}),
    to: Array.isArray(action.to)
      ? action.to.map((route, at) => (route.when === undefined ? route : { ...route, when: rule(route.when, `/actions/${index}/to/${at}/when`) }))
      : action.to,
  }));
  const prints = workflow.prints?.map((print, index) => ({ ...print, when: rule(print.when, `/prints/${index}/when`) }));
  return problems.length ? problems : { ...workflow, actions, ...(prints && { prints }) };
}

interface Renaming {
  flat: readonly FlatField[];
  target: number;
  to: string;
  rewrite: Rewrite;
}

function renameProperties(properties: Record<string, FieldSchema>, renaming: Renaming, parent: number): Record<string, FieldSchema> {
  const { flat, target, to } = renaming;
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const index = flat.findIndex((field) => field.parent === parent && field.name === name);
      return [index === target ? to : name, renameSchema(schema, renaming, index)];
    }),
  );
}

function renameSchema(schema: FieldSchema, renaming: Renaming, index: number): FieldSchema {
  const { flat, target, to, rewrite } = renaming;
  const { parent, path, type } = flat[index]!;
  const renamed = { ...schema };
  for (const keyword of ["x-show", "x-require", "x-value", "x-default", "x-rows"] as const) {
    const source = schema[keyword];
    if (source !== undefined) renamed[keyword] = rewrite(source, parent, `${path}/${keyword}`);
  }
  const checks = schema["x-check"];
  if (checks) renamed["x-check"] = checks.map((check, at) => ({ ...check, rule: rewrite(check.rule, parent, `${path}/x-check/${at}/rule`) }));
  const own = (names: string[] | undefined) =>
    names ? { required: flat[target]!.parent === index ? names.map((name) => (name === flat[target]!.name ? to : name)) : names } : {};
  // What a kind left behind that held fields is no field any more.
  if (schema.properties && type === "group") Object.assign(renamed, { properties: renameProperties(schema.properties, renaming, index) }, own(schema.required));
  if (schema.items?.properties && type === "table") {
    renamed.items = { ...schema.items, properties: renameProperties(schema.items.properties, renaming, index), ...own(schema.items.required) };
  }
  return renamed;
}

function renameLayout(layout: NonNullable<FormDefinition["layout"]>, top: (name: string) => string, rewrite: Rewrite): FormDefinition["layout"] {
  return layout.map((page, p) => ({
    ...page,
    sections: page.sections.map((section, s) => ({
      ...section,
      fields: section.fields.map(top),
      ...(section.show === undefined ? {} : { show: rewrite(section.show, -1, `/layout/${p}/sections/${s}/show`) }),
    })),
  }));
}

// `$name` is an answer of this form; keys, field, sort and by are fields of the form that is read, which may be this one.
function renameLookups(form: FormDefinition, top: (name: string) => string): FormDefinition["lookups"] {
  const asked = <T>(value: T): T | string => (typeof value === "string" && value.startsWith("$") ? `$${top(value.slice(1))}` : value);
  return Object.fromEntries(
    Object.entries(form.lookups!).map(([name, lookup]) => {
      const read = lookup.form === form.id ? top : (field: string) => field;
      const where = Object.entries(lookup.where ?? {}).map(([field, value]) => [read(field), Array.isArray(value) ? value.map(asked) : asked(value)]);
      return [
        name,
        {
          ...lookup,
          ...(lookup.where ? { where: Object.fromEntries(where) } : {}),
          ...(lookup.before ? { before: Object.fromEntries(Object.entries(lookup.before).map(([field, value]) => [read(field), asked(value)])) } : {}),
          ...(lookup.while ? { while: Object.fromEntries(Object.entries(lookup.while).map(([field, value]) => [read(field), value])) } : {}),
          ...(lookup.sort ? { sort: lookup.sort.map(read) } : {}),
          ...(lookup.field === undefined ? {} : { field: read(lookup.field) }),
          ...(lookup.by === undefined ? {} : { by: read(lookup.by) }),
          ...(lookup.fields ? { fields: lookup.fields.map(read) } : {}),
        },
      ];
    }),
  );
}

function renameReference(reference: NonNullable<FormDefinition["reference"]>, top: (name: string) => string): FormDefinition["reference"] {
  const label = reference.label.replace(/\{([A-Za-z]\w*)\}/g, (_, name: string) => `{${top(name)}}`);
  return { ...reference, label, ...(reference.fields ? { fields: reference.fields.map(top) } : {}) };
}

function find(flat: readonly FlatField[], path: readonly string[]): number {
  let at = -1;
  for (const name of path) {
    at = flat.findIndex((field) => field.parent === at && field.name === name);
    if (at < 0) return -1;
  }
  return at;
}

/** Which field a path of an expression reads, from the level it stands on; -1 for what is no field. */
export function resolve(flat: readonly FlatField[], parent: number, path: readonly string[]): number {
  const [root, ...rest] = path;
  const level = levelsOf(flat, parent).find((one) => flat.some((field) => field.parent === one && field.name === root));
  if (level === undefined) return -1;
  let at = flat.findIndex((field) => field.parent === level && field.name === root);
  for (const name of rest) {
    at = flat.findIndex((field) => field.parent === at && field.name === name);
    if (at < 0) return -1;
  }
  return at;
}
