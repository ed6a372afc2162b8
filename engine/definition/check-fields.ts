// Rules of fields, one by one: names, ids, kinds, keywords, defaults, what is required.
import type { FieldSchema, FormDefinition, Problem, Text } from "../../schemas/types.js";
import { nearest } from "../expression/scope.js";
import { factNames, reservedNames } from "../expression/types.js";
import { isEmpty } from "../fields/field.js";
import { cleaned, kinds } from "../fields/index.js";
import { definitionProblem } from "../problem/definition.js";
import { refuses } from "../problem/problem.js";
import type { DefinitionContext } from "./context.js";
import { fieldType } from "./field-type.js";
import { type FlatField, inside } from "./flatten.js";
import { commonKeywords, noteKeywords } from "./keywords.js";
import { limits } from "./limits.js";
import { listWords } from "./list-words.js";
import { optionsOf } from "./options-of.js";
import { sectionsOf } from "./rules.js";

// `comment` is a fact of workflow rules only, and a good name for a field.
const taken = new Set<string>([...reservedNames, ...factNames.filter((name) => name !== "comment")]);

/** Problems of all fields of a form. */
export function checkFields(form: FormDefinition, flat: readonly FlatField[], context: DefinitionContext): Problem[] {
  const found: Problem[] = [];
  if (flat.length > limits.fields)
    found.push(definitionProblem("definition.too-many-fields", { count: flat.length, limit: limits.fields }, "/schema/properties"));
  const byId = new Map<string, FlatField>();
  for (const field of flat) {
    const { schema, name, path, title } = field;
    if (taken.has(name)) found.push(definitionProblem("definition.reserved-name", { name, suggestion: `${name}_` }, path));
    if (schema.title === undefined && (field.type !== "note" || schema.description === undefined))
      found.push(definitionProblem("definition.no-title", { name }, path));
    const id = schema["x-id"];
    const other = id === undefined ? undefined : byId.get(id);
    if (other) found.push(definitionProblem("definition.repeated-id", { title, id: id!, other: other.title }, `${path}/x-id`));
    else if (id !== undefined) byId.set(id, field);
    found.push(...checkKind(field, flat));
    found.push(...checkDefault(field));
    found.push(...checkElsewhere(field, form, context));
    const within = inside(field);
    found.push(...checkRequired(within.required, within.properties, within.at));
  }
  found.push(...checkRequired(form.schema.required ?? [], form.schema.properties, "/schema"), ...checkRequiredFields(form, flat));
  return found;
}

function checkKind(field: FlatField, flat: readonly FlatField[]): Problem[] {
  const { schema, type, title, path } = field;
  if (!type) return [definitionProblem("definition.no-type", { title }, path)];
  const kind = kinds[type];
  const found: Problem[] = [];
  if (schema.type !== undefined && !kind.json.includes(schema.type)) {
    const expected = kind.json.length ? kind.json : [{ th: "โดยไม่ใส่ type", en: "no type" }];
    found.push(definitionProblem("definition.type-mismatch", { title, field: type, type: schema.type, expected }, `${path}/type`));
  }
  const known = type === "note" ? noteKeywords : [...commonKeywords, ...kind.keywords];
  for (const keyword of Object.keys(schema) as (keyof FieldSchema)[]) {
    if (!known.includes(keyword)) found.push(definitionProblem("definition.keyword-not-for-type", { title, field: type, keyword }, `${path}/${keyword}`));
  }
  for (const { code, at, params } of kind.check?.(schema) ?? [])
    found.push(definitionProblem(code, { ...params, title }, at === undefined ? path : `${path}/${at}`));
  const display = schema["x-display"];
  if (display !== undefined && (display === "sheet") !== (type === "table"))
    found.push(definitionProblem("definition.display-not-for-type", { title, field: type, display }, `${path}/x-display`));
  if (type === "table") {
    if (schema["x-rows"] !== undefined && schema["x-value"] !== undefined)
      found.push(definitionProblem("definition.rows-and-value", { title }, `${path}/x-rows`));
    const marks = Object.values(schema.items?.properties ?? {}).some((column) => fieldType(column) === "select");
    if (display === "sheet" && !(schema["x-rows"] && marks)) found.push(definitionProblem("definition.sheet-needs-rows", { title }, `${path}/x-display`));
    for (let up = field.parent; up >= 0; up = flat[up]!.parent) {
      if (flat[up]!.type === "table") found.push(definitionProblem("definition.table-in-table", { title }, path));
    }
    const count = Math.max(schema.maxItems ?? 0, schema.minItems ?? 0);
    const at = (schema.maxItems ?? 0) > limits.rows ? "maxItems" : "minItems";
    if (count > limits.rows) found.push(definitionProblem("definition.too-many-rows", { title, limit: limits.rows, count }, `${path}/${at}`));
  }
  return found;
}

// A default is an answer: it must pass the field's own rules.
function checkDefault({ schema, type, title, path }: FlatField): Problem[] {
  const found: Problem[] = [];
  for (const keyword of ["default", "x-default"] as const) {
    if (schema[keyword] !== undefined && schema["x-value"] !== undefined)
      found.push(definitionProblem("definition.value-and-default", { title, keyword }, `${path}/${keyword}`));
  }
  if (schema.default === undefined || !type || !(kinds[type].keywords as readonly string[]).includes("default")) return found;
  if (schema["x-default"] !== undefined) found.push(definitionProblem("definition.default-twice", { title }, `${path}/default`));
  const options = optionsOf(type, schema);
  const value = cleaned(type, schema.default, options);
  const facts = { today: "2000-01-01", lookups: {}, codes: {}, labels: {}, partial: true as const };
  const wrong =
    isEmpty(value) || (kinds[type].check?.(schema) ?? []).length ? undefined : kinds[type].validate(value, { title, options, path: "" }, facts).find(refuses);
  if (wrong) found.push(definitionProblem("definition.default-not-valid", { title, detail: wrong.title as Text }, `${path}/default`));
  return found;
}

function checkElsewhere({ schema, path, type }: FlatField, form: FormDefinition, { codes, forms, workflows }: DefinitionContext): Problem[] {
  const found: Problem[] = [];
  const [list, other] = [schema["x-codes"], schema["x-form"]];
  if (codes && list !== undefined && !Object.hasOwn(codes, list)) found.push(definitionProblem("definition.unknown-codes", { name: list }, `${path}/x-codes`));
  if (forms && other !== undefined && other !== form.id && !Object.hasOwn(forms, other))
    found.push(definitionProblem("definition.unknown-form", { name: other }, `${path}/x-form`));
  const workflow = form.workflow !== undefined && workflows && Object.hasOwn(workflows, form.workflow) ? workflows[form.workflow] : undefined;
  if (workflow && type === "running-number" && schema["x-number"]) {
    const action = schema["x-number"].on ?? "submit";
    if (!workflow.actions.some(({ id }) => id === action)) found.push(definitionProblem("definition.unknown-action", { name: action }, `${path}/x-number`));
  }
  return found;
}

function checkRequired(required: readonly string[], properties: Record<string, FieldSchema>, at: string): Problem[] {
  const found: Problem[] = [];
  for (const [index, name] of required.entries()) {
    const path = `${at}/required/${index}`;
    if (required.indexOf(name) !== index) found.push(definitionProblem("definition.repeated-name", { list: listWords("required"), name }, path));
    else if (!Object.hasOwn(properties, name)) {
      const suggestion = nearest(name, Object.keys(properties));
      found.push(
        suggestion
          ? definitionProblem("definition.required-misspelt", { name, suggestion }, path)
          : definitionProblem("definition.required-unknown", { name }, path),
      );
    }
  }
  return found;
}

// `required` is for what can never be hidden and for what people answer: a plain JSON Schema must accept every complete record.
function checkRequiredFields(form: FormDefinition, flat: readonly FlatField[]): Problem[] {
  const hidden = new Map(
    sectionsOf(form).flatMap(({ section }) => (section.show === undefined ? [] : section.fields.map((name) => [name, section.title ?? section.id] as const))),
  );
  return flat.flatMap((field) => {
    const { title, path, type, schema, parent, name } = field;
    if (!field.required) return [];
    if (type === "note" || type === "signature" || type === "running-number")
      return [definitionProblem("definition.required-unanswerable", { title, field: type }, path)];
    if (schema["x-show"] !== undefined) return [definitionProblem("definition.required-hidden", { title }, `${path}/x-show`)];
    const section = parent < 0 ? hidden.get(name) : undefined;
    return section === undefined ? [] : [definitionProblem("definition.required-in-hidden-section", { title, section }, path)];
  });
}
