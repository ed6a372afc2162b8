// Turns a release (a form with its workflow) into a compiled form. Later stations accept only the result.
import type { FormDefinition, Problem, WorkflowDefinition } from "../../schemas/types.js";
import { checkDefinition } from "../definition/check.js";
import { dayKeyOf } from "../definition/day-key.js";
import { flatten } from "../definition/flatten.js";
import { type Graph, graphOf } from "../definition/graph.js";
import { type Rule, readRules } from "../definition/rules.js";
import { isTree, parse } from "../expression/parse.js";
import type { Tree } from "../expression/tree.js";
import { definitionProblem } from "../problem/definition.js";
import type { CompiledForm, CompiledWorkflow, Dependant } from "./compiled.js";
import { compileField } from "./field.js";
import { compilePages, sectionIndexes } from "./pages.js";

export interface CompileMeta {
  owner: string;
  version: number;
  workflowVersion: number;
}

/** The compiled form, or everything that is wrong with the definition. */
export function compileForm(form: FormDefinition, workflow: WorkflowDefinition, meta: CompileMeta): CompiledForm | Problem[] {
  const problems = checkDefinition(form);
  if (problems.length) return problems;
  const flat = flatten(form);
  const nameless = flat.filter(({ schema }) => schema["x-id"] === undefined).map(({ title, path }) => definitionProblem("definition.no-id", { title }, path));
  const compiledWorkflow = compileWorkflow(workflow, meta.workflowVersion);
  if (nameless.length || Array.isArray(compiledWorkflow)) return [...nameless, ...(Array.isArray(compiledWorkflow) ? compiledWorkflow : [])];
  const { rules } = readRules(form, flat);
  const sections = sectionIndexes(form, flat);
  const graph = graphOf(flat, sections, rules, form.lookups);
  const sensitive = new Set(form.sensitive);
  const day = dayKeyOf(form.keys ?? [], (name) => flat.some((field) => field.parent < 0 && field.name === name && field.type === "date"));
  return {
    format: 1,
    owner: meta.owner,
    id: form.id,
    version: meta.version,
    release: `${form.id}@${meta.version}`,
    title: form.title,
    ...(form.description === undefined ? {} : { description: form.description }),
    ...(form.icon === undefined ? {} : { icon: form.icon }),
    unit: form.unit ?? "own",
    fields: flat.map((field, index) =>
      compileField(
        field,
        rules.filter(({ owner }) => owner === index),
        field.parent < 0 && sensitive.has(field.name),
      ),
    ),
    pages: compilePages(form, flat, rules),
    dependants: dependantsOf(flat.length + sections.length, graph),
    order: graph.order,
    lookupDependants: lookupDependants(form, rules),
    lookups: form.lookups ?? {},
    codes: codesOf(
      flat.map(({ schema }) => schema["x-codes"]),
      rules,
    ),
    access: form.access ?? {},
    list: form.list ?? {},
    keys: form.keys ?? [],
    ...(day ? { day: day.field } : {}),
    ...(form.reference ? { reference: form.reference } : {}),
    documents: form.documents ?? [],
    ...(form.summary?.length ? { summary: form.summary.map((name) => flat.findIndex((field) => field.parent < 0 && field.name === name)) } : {}),
    ...(form.review === false ? { direct: true as const } : {}),
    workflow: compiledWorkflow,
  };
}

/** A workflow with the trees of its conditions, or the problems of those that cannot be read. */
function compileWorkflow(definition: WorkflowDefinition, version: number): CompiledWorkflow | Problem[] {
  const problems: Problem[] = [];
  const rules: Record<string, Tree> = {};
  const add = (source: string | undefined, at: string): void => {
    if (source === undefined) return;
    const tree = parse(source);
    if (isTree(tree)) rules[source] = tree;
    else problems.push({ ...tree, path: at });
  };
  for (const [index, action] of definition.actions.entries()) {
    add(action.when, `/actions/${index}/when`);
    if (Array.isArray(action.to)) for (const [route, { when }] of action.to.entries()) add(when, `/actions/${index}/to/${route}/when`);
  }
  for (const [index, { when }] of (definition.prints ?? []).entries()) add(when, `/prints/${index}/when`);
  return problems.length ? problems : { id: definition.id, version, definition, rules };
}

function dependantsOf(nodes: number, { edges, order }: Graph): Dependant[][] {
  const rank = new Map(order.map((node, at) => [node, at]));
  const lists: Dependant[][] = Array.from({ length: nodes }, () => []);
  for (const { from, to, rule, through } of edges) {
    lists[from]!.push({ node: to, ...(rule ? { rule: true as const } : {}), ...(through === undefined ? {} : { through }) });
  }
  for (const list of lists) list.sort((a, b) => rank.get(a.node)! - rank.get(b.node)!);
  return lists;
}

function lookupDependants(form: FormDefinition, rules: readonly Rule[]): Record<string, number[]> {
  const readers = (name: string) => rules.filter(({ reads }) => reads.some(({ kind, path }) => kind === "lookup" && (path[0] === name || path.length === 0)));
  return Object.fromEntries(Object.keys(form.lookups ?? {}).map((name) => [name, [...new Set(readers(name).map(({ owner }) => owner))]]));
}

// Lists that fields choose from and that rules look into.
function codesOf(fields: readonly (string | undefined)[], rules: readonly Rule[]): string[] {
  const read = rules.flatMap(({ reads }) => reads.flatMap(({ kind, path }) => (kind === "codes" ? path.slice(0, 1) : [])));
  return [...new Set([...fields.filter((id) => id !== undefined), ...read])].sort();
}
