// Rules of a form as a whole: where its fields stand, who reads whom, and what lists, keys, references and lookups name.
import type { FormDefinition, Problem, Text } from "../../schemas/types.js";
import { nearest } from "../expression/scope.js";
import { kinds } from "../fields/index.js";
import { definitionProblem } from "../problem/definition.js";
import { checkAccess, checkActors } from "./check-access.js";
import { checkExamples } from "./check-examples.js";
import { checkFields } from "./check-fields.js";
import { checkLookups } from "./check-lookups.js";
import type { DefinitionContext } from "./context.js";
import { costOf, sizesOf } from "./cost.js";
import { type FlatField, flatten } from "./flatten.js";
import { graphOf } from "./graph.js";
import { limits } from "./limits.js";
import { listWords } from "./list-words.js";
import { checkNever } from "./never.js";
import { type Rule, readRules, sectionsOf } from "./rules.js";

/** Problems of a form whose shape is right. */
export function checkForm(form: FormDefinition, context: DefinitionContext): Problem[] {
  const flat = flatten(form);
  const top = new Map(flat.filter(({ parent }) => parent < 0).map((field) => [field.name, field]));
  const { rules, problems } = readRules(form, flat, context);
  const indexes = new Map(flat.flatMap(({ parent, name }, index) => (parent < 0 ? [[name, index] as const] : [])));
  const sections = sectionsOf(form).map(({ section }) => section.fields.flatMap((name) => indexes.get(name) ?? []));
  return [
    ...checkFields(form, flat, context),
    ...problems,
    ...checkCosts(form, flat, rules, context),
    ...graphOf(flat, sections, rules, form.lookups).cycles.map((cycle) => told(cycle, form, flat)),
    ...checkNever(form, flat, rules),
    ...checkLayout(form, flat, top),
    ...checkNames(form, top),
    ...checkLookups(form, top, context),
    ...checkAccess(form, context),
    ...checkExamples(form),
    ...checkActors(form, context),
  ];
}

// Rules of a table are worked out in every row.
function checkCosts(form: FormDefinition, flat: readonly FlatField[], rules: readonly Rule[], context: DefinitionContext): Problem[] {
  const at = sizesOf(form, flat, rules, context);
  const costs = rules.map((rule) => {
    const { sizes, rows } = at(flat[rule.owner]?.parent ?? -1);
    return { rule, steps: costOf(rule.tree, sizes) * rows };
  });
  const words = (steps: number) => (Number.isFinite(steps) ? steps.toLocaleString("en-US") : "∞");
  const dear = costs.filter(({ steps }) => steps > limits.steps);
  if (dear.length)
    return dear.map(({ rule, steps }) => definitionProblem("definition.too-costly", { steps: words(steps), limit: words(limits.steps) }, rule.at));
  const all = costs.reduce((sum, { steps }) => sum + steps, 0);
  return all > limits.allSteps ? [definitionProblem("definition.all-too-costly", { steps: words(all), limit: words(limits.allSteps) }, "/schema")] : [];
}

function told(cycle: readonly number[], form: FormDefinition, flat: readonly FlatField[]): Problem {
  const sections = sectionsOf(form);
  const name = (index: number): { words: Text; at: string } => {
    const field = flat[index];
    const section = sections[index - flat.length];
    return field ? { words: field.title, at: field.path } : { words: section?.section.title ?? section?.section.id ?? "", at: section?.at ?? "" };
  };
  const say = (language: "th" | "en") => cycle.map((index) => inLanguage(name(index).words, language)).join(" → ");
  return definitionProblem("definition.cycle", { cycle: { th: say("th"), en: say("en") } }, name(cycle[0]!).at);
}

const inLanguage = (text: Text, language: "th" | "en"): string => (typeof text === "string" ? text : (language === "en" && text.en) || text.th);

// Each field that people fill in stands in one section. Without a layout the form is laid out as it is written.
function checkLayout(form: FormDefinition, flat: readonly FlatField[], top: ReadonlyMap<string, FlatField>): Problem[] {
  if (!form.layout) return [];
  const found: Problem[] = [];
  const [places, ids] = [new Map<string, Text>(), new Set<string>()];
  for (const { section, at } of sectionsOf(form)) {
    if (ids.has(section.id)) found.push(definitionProblem("definition.repeated-section", { id: section.id }, `${at}/id`));
    ids.add(section.id);
    for (const [index, name] of section.fields.entries()) {
      const field = top.get(name);
      const first = places.get(name);
      const here = section.title ?? section.id;
      if (!field) found.push(unknownField("layout", name, [...top.keys()], `${at}/fields/${index}`));
      else if (first !== undefined)
        found.push(definitionProblem("definition.placed-twice", { title: field.title, first, second: here }, `${at}/fields/${index}`));
      else places.set(name, here);
    }
  }
  for (const field of flat) {
    const { type, schema, parent, name, title, path } = field;
    const filled =
      type !== undefined && kinds[type].byPeople && schema["x-value"] === undefined && schema["x-default"] === undefined && schema.default === undefined;
    if (parent < 0 && (filled || type === "note") && !places.has(name)) found.push(definitionProblem("definition.not-placed", { title }, path));
  }
  return found;
}

const never = new Set(["group", "note"]);
const unsorted = new Set(["table", "file", "photo", "multi-select", "group", "note", "long-text"]);
const filters = new Set([
  "select",
  "multi-select",
  "yes-no",
  "academic-year",
  "term",
  "fiscal-year",
  "person",
  "organization",
  "position",
  "date",
  "integer",
  "reference",
]);
const searched = new Set([
  "text",
  "long-text",
  "phone",
  "email",
  "national-id",
  "address",
  "person-name",
  "select",
  "person",
  "organization",
  "position",
  "reference",
  "running-number",
  "computed",
  "integer",
]);
const keyed = new Set([
  "text",
  "integer",
  "date",
  "time",
  "academic-year",
  "term",
  "fiscal-year",
  "select",
  "phone",
  "email",
  "national-id",
  "reference",
  "person",
  "organization",
  "position",
  "yes-no",
  "number",
  "computed",
]);

/** Names in lists, keys, references and the sensitive list. */
function checkNames(form: FormDefinition, top: ReadonlyMap<string, FlatField>): Problem[] {
  const found: Problem[] = [];
  const sensitive = new Set(form.sensitive);
  const each = (names: readonly string[] | undefined, list: string, at: string, judge: (field: FlatField, path: string) => Problem | undefined): void => {
    for (const [index, name] of (names ?? []).entries()) {
      const path = `${at}/${index}`;
      const field = top.get(name);
      if (names!.indexOf(name) !== index) found.push(definitionProblem("definition.repeated-name", { list: listWords(list), name }, path));
      else if (!field) found.push(unknownField(list, name, [...top.keys()], path));
      else found.push(...[judge(field, path)].filter((problem) => problem !== undefined));
    }
  };
  const kind = (field: FlatField): string => field.type ?? "?";
  const refuse = (list: string, wrong: (field: FlatField) => boolean, code: Parameters<typeof definitionProblem>[0]) => (field: FlatField, path: string) => {
    if (wrong(field)) return definitionProblem(code, { title: field.title, field: kind(field) }, path);
    const hides = sensitive.has(field.name) && list !== "columns";
    return hides ? definitionProblem("definition.sensitive-search", { title: field.title, list: listWords(list) }, path) : undefined;
  };
  each(form.sensitive, "sensitive", "/sensitive", () => undefined);
  each(
    form.summary,
    "summary",
    "/summary",
    refuse("columns", (field) => never.has(kind(field)), "definition.not-shown-in-list"),
  );
  each(
    form.list?.columns,
    "columns",
    "/list/columns",
    refuse("columns", (field) => never.has(kind(field)), "definition.not-shown-in-list"),
  );
  each(
    form.list?.sort,
    "sort",
    "/list/sort",
    refuse("sort", (field) => unsorted.has(kind(field)), "definition.not-sortable"),
  );
  const usual = form.list?.usual?.replace(/^-/, "");
  if (usual !== undefined && !form.list?.sort?.includes(usual)) found.push(unknownField("sort", usual, form.list?.sort ?? [], "/list/usual"));
  each(
    form.list?.filter,
    "filter",
    "/list/filter",
    refuse("filter", (field) => !filters.has(kind(field)), "definition.not-filterable"),
  );
  each(
    form.list?.search,
    "search",
    "/list/search",
    refuse("search", (field) => !searched.has(kind(field)), "definition.not-searchable"),
  );
  for (const [index, { fields }] of (form.keys ?? []).entries()) {
    const at = `/keys/${index}/fields`;
    for (const [position, name] of fields.entries()) {
      const field = top.get(name);
      const path = `${at}/${position}`;
      if (fields.indexOf(name) !== position) found.push(definitionProblem("definition.repeated-name", { list: listWords("keys"), name }, path));
      else if (name !== "$author" && !field) found.push(unknownField("keys", name, [...top.keys(), "$author"], path));
      else if (field && !keyed.has(kind(field))) found.push(definitionProblem("definition.key-not-usable", { title: field.title, field: kind(field) }, path));
    }
  }
  const hides = (field: FlatField, path: string) =>
    sensitive.has(field.name) ? definitionProblem("definition.sensitive-reference", { title: field.title }, path) : undefined;
  each(form.reference?.fields, "reference", "/reference/fields", hides);
  for (const name of new Set([...(form.reference?.label ?? "").matchAll(/\{([A-Za-z]\w*)\}/g)].map(([, name]) => name!))) {
    const field = top.get(name);
    const problem = field ? hides(field, "/reference/label") : unknownField("reference", name, [...top.keys()], "/reference/label");
    if (problem) found.push(problem);
  }
  return found;
}

function unknownField(list: string, name: string, names: readonly string[], path: string): Problem {
  const suggestion = nearest(name, names);
  return suggestion
    ? definitionProblem("definition.misspelt-field", { list: listWords(list), name, suggestion }, path)
    : definitionProblem("definition.unknown-field", { list: listWords(list), name }, path);
}
