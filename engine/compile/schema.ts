// The two plain JSON Schemas of a form: `published` for a complete record, `shape` for one that is still being made.
// They say no more than the engine does: what the engine accepts, they accept.
import { kinds } from "../fields/index.js";
import { rowKey, rowPattern } from "../fields/table.js";
import type { CompiledForm } from "./compiled.js";
import { childrenOf } from "./plan.js";

type Json = Record<string, unknown>;

/** What a complete record must be. */
export function publishedSchema(form: CompiledForm): Json {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...objectSchema(form, childrenOf(form), -1, true) };
}

/** The same without `required` and least counts. */
export function shapeSchema(form: CompiledForm): Json {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", ...objectSchema(form, childrenOf(form), -1, false) };
}

function objectSchema(form: CompiledForm, children: ReadonlyMap<number, number[]>, parent: number, complete: boolean): Json {
  const holder = form.fields[parent];
  const row = holder?.type === "table";
  const properties: Json = row ? { [rowKey]: { type: "string", pattern: rowPattern(holder.options) } } : {};
  const required: string[] = row ? [rowKey] : [];
  for (const index of children.get(parent) ?? []) {
    const field = form.fields[index]!;
    const kind = kinds[field.type];
    if (!kind.answers) continue;
    const { minItems, ...rest } = field.options;
    const own = kind.schema(complete || minItems === undefined ? field.options : rest);
    if (field.type === "group") properties[field.name] = { ...own, ...objectSchema(form, children, index, complete) };
    else if (field.type === "table") properties[field.name] = { ...own, items: objectSchema(form, children, index, complete) };
    else properties[field.name] = own;
    if (complete && field.required) required.push(field.name);
  }
  return { type: "object", additionalProperties: false, ...(required.length ? { required } : {}), properties };
}
