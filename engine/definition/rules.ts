// Reads every expression of a form: its tree, what it reads, and what is wrong with it.
import type { FormDefinition, Problem } from "../../schemas/types.js";
import { check } from "../expression/check.js";
import { checkResult } from "../expression/check-result.js";
import { isTree, parse } from "../expression/parse.js";
import type { Read, Scope, ScopeField } from "../expression/scope.js";
import type { Tree } from "../expression/tree.js";
import type { Type } from "../expression/types.js";
import type { DefinitionContext } from "./context.js";
import { asScopeField } from "./field-type.js";
import { type FlatField, flatten, scopes } from "./flatten.js";

export type RuleUse = "show" | "require" | "value" | "default" | "rows" | "check";

export interface Rule {
  /** Index of its field; a section counts on from the last field. */
  owner: number;
  use: RuleUse;
  /** Which of several checks. */
  number: number;
  /** JSON Pointer of its source in the definition. */
  at: string;
  source: string;
  tree: Tree;
  reads: Read[];
}

/** All sections of a form in order, with their pointers. */
export function sectionsOf(form: FormDefinition) {
  return (form.layout ?? []).flatMap((page, p) => page.sections.map((section, s) => ({ section, at: `/layout/${p}/sections/${s}` })));
}

/** What an expression sees at each level of a form. */
export function scopesOf(form: FormDefinition, flat: readonly FlatField[], context: DefinitionContext = {}): (parent: number) => Scope {
  return scopes(flat, { lookups: lookupTypes(form, context), ...(context.codes ? { codes: Object.keys(context.codes) } : {}) });
}

/** One expression as it is read where it stands: its tree and what it comes to, or what keeps it from being used. */
export function readExpression(source: string, scope: Scope, allowed: readonly Type[]): { tree: Tree; reads: Read[]; type: Type } | { problems: Problem[] } {
  const tree = parse(source);
  if (!isTree(tree)) return { problems: [tree] };
  const { problems, type, reads } = check(tree, scope);
  if (problems.length) return { problems };
  const result = checkResult(type, allowed);
  return result ? { problems: [result] } : { tree, reads, type };
}

/** What a rule must come to; a field's value is of the field's type. */
export function allowedIn(use: RuleUse, field: FlatField | undefined): readonly Type[] {
  if (use === "rows") return ["list"];
  return (use === "value" || use === "default") && field ? results(field) : ["boolean"];
}

/** The rules of a form and the problems of those that cannot be used. */
export function readRules(form: FormDefinition, flat: readonly FlatField[], context: DefinitionContext = {}): { rules: Rule[]; problems: Problem[] } {
  const scopeOf = scopesOf(form, flat, context);
  const rules: Rule[] = [];
  const problems: Problem[] = [];
  const read = (owner: number, use: RuleUse, number: number, at: string, source: string): void => {
    const field = flat[owner];
    const found = readExpression(source, scopeOf(field?.parent ?? -1), allowedIn(use, field));
    if ("problems" in found) problems.push(...found.problems.map((problem) => ({ ...problem, path: at })));
    else rules.push({ owner, use, number, at, source, tree: found.tree, reads: found.reads });
  };
  for (const [index, { schema, path }] of flat.entries()) {
    if (schema["x-show"] !== undefined) read(index, "show", 0, `${path}/x-show`, schema["x-show"]);
    if (schema["x-require"] !== undefined) read(index, "require", 0, `${path}/x-require`, schema["x-require"]);
    if (schema["x-value"] !== undefined) read(index, "value", 0, `${path}/x-value`, schema["x-value"]);
    if (schema["x-default"] !== undefined) read(index, "default", 0, `${path}/x-default`, schema["x-default"]);
    if (schema["x-rows"] !== undefined) read(index, "rows", 0, `${path}/x-rows`, schema["x-rows"]);
    for (const [number, { rule }] of (schema["x-check"] ?? []).entries()) read(index, "check", number, `${path}/x-check/${number}/rule`, rule);
  }
  for (const [number, { section, at }] of sectionsOf(form).entries()) {
    if (section.show !== undefined) read(flat.length + number, "show", 0, `${at}/show`, section.show);
  }
  return { rules, problems };
}

/** What a value of this field may come to. */
function results(field: FlatField): readonly Type[] {
  const seen = asScopeField(field.name, field.type, field.schema, [])?.type ?? "any";
  return field.type === "computed" && seen === "text" ? ["text", "date"] : [seen];
}

/** What a row of a lookup knows beside its record's answers. */
const recordItself: ScopeField = { name: "record", type: "text" };

/** Types of the declared lookups, from the form they read where it is known. */
function lookupTypes(form: FormDefinition, context: DefinitionContext): Scope["lookups"] {
  const known = (id: string): ScopeField[] | undefined => {
    const other = id === form.id ? form : context.forms?.[id];
    if (!other) return undefined;
    const flat = flatten(other);
    return [...flat.filter(({ parent }) => parent < 0).flatMap(({ name, type, schema }) => asScopeField(name, type, schema, []) ?? []), recordItself];
  };
  const columns = (id: string, table: string): ScopeField[] | undefined => {
    const other = id === form.id ? form : context.forms?.[id];
    const flat = other && flatten(other);
    const at = flat?.findIndex(({ name, parent }) => parent < 0 && name === table) ?? -1;
    return flat?.filter(({ parent }) => parent === at).flatMap(({ name, type, schema }) => asScopeField(name, type, schema, []) ?? []);
  };
  return Object.fromEntries(
    Object.entries(form.lookups ?? {}).map(([name, { pick, form: id, field, by, in: table }]) => {
      // Sums and counts by a field come as rows of its values.
      const counts = pick === "sum" || pick === "count" || pick === "run";
      const fields = table === undefined ? known(id) : [...(columns(id, table) ?? []), ...(known(id) ?? [])];
      if (counts && by !== undefined) {
        const key = fields?.find((one) => one.name === by)?.type ?? "text";
        return [
          name,
          {
            type: "list" as Type,
            fields: [
              { name: "key", type: key },
              { name: "value", type: "number" as const },
            ],
          },
        ];
      }
      if (counts) return [name, { type: "number" as Type }];
      if (pick === "rows") return [name, { type: "list" as Type, ...(fields ? { fields } : {}) }];
      if (field === undefined) return [name, { type: "map" as Type, ...(fields ? { fields } : {}) }];
      return [name, { type: (fields?.find((one) => one.name === field)?.type ?? "any") as Type }];
    }),
  );
}
