// What an example says of fields that the form still has. A field that was taken away leaves its answers behind: they are set aside, and told.
import type { CompiledForm } from "../../compile/compiled.js";
import { type Plan, planOf } from "../../compile/plan.js";
import { rowKey } from "../../fields/table.js";
import { parts } from "../../path/path.js";

type Json = Record<string, unknown>;

export interface Known {
  /** What is left, in the shape of answers. */
  kept: Json;
  /** Names of fields that the form does not have, as a path of names. */
  strange: string[];
}

/** The part of some answers that the form has fields for. */
export function known(form: CompiledForm, answers: Json): Known {
  const strange = new Set<string>();
  const kept = members(form, planOf(form), -1, answers, "", strange);
  return { kept, strange: [...strange] };
}

function members(form: CompiledForm, plan: Plan, parent: number, object: Json, path: string, strange: Set<string>): Json {
  const inRow = form.fields[parent]?.type === "table";
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      if (inRow && name === rowKey) return [[name, value]];
      const index = plan.names.get(parent)?.get(name);
      const here = path ? `${path}/${name}` : name;
      if (index !== undefined) return [[name, inside(form, plan, index, value, here, strange)]];
      strange.add(here);
      return [];
    }),
  );
}

function inside(form: CompiledForm, plan: Plan, index: number, value: unknown, path: string, strange: Set<string>): unknown {
  const { type } = form.fields[index]!;
  if (type === "group" && isPlain(value)) return members(form, plan, index, value, path, strange);
  if (type === "table" && Array.isArray(value)) return value.map((row) => (isPlain(row) ? members(form, plan, index, row, path, strange) : row));
  return value;
}

/** The field at a pointer into answers, row numbers and all; undefined when the form has none. An empty pointer is the form itself: -1. */
export function fieldAt(form: CompiledForm, pointer: string): number | undefined {
  const { names } = planOf(form);
  let at = -1;
  for (const part of parts(pointer)) {
    const inner = names.get(at);
    // What is below a field is part of its answer, or a row of it.
    if (!inner?.size) return at;
    if (form.fields[at]?.type === "table" && /^\d+$/.test(part)) continue;
    const next = inner.get(part);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

export const isPlain = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
