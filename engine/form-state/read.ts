// Reads cells: as rules see them, and as plain JSON. Both are kept with the level or cell they come from, so that what did not change is not made again.
import type { CompiledForm } from "../compile/compiled.js";
import type { Plan } from "../compile/plan.js";
import { unknown, type Value } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { rowKey } from "../fields/table.js";
import type { Cell, Level } from "./cells.js";

const values = new WeakMap<Cell, Value>();
const plain = new WeakMap<Level, Record<string, unknown>>();

/** A cell as rules see it: hidden is empty, a group is a map, a table a list of maps. */
export function seen(form: CompiledForm, plan: Plan, index: number, cell: Cell): Value {
  if (!cell.shown) return null;
  if (cell.value === unknown || (!cell.inside && !cell.rows)) return cell.value;
  const known = values.get(cell);
  if (known !== undefined) return known;
  const children = plan.children.get(index) ?? [];
  const asMap = (level: Level): Value =>
    Object.fromEntries(children.map((child) => [form.fields[child]!.name, seen(form, plan, child, level.cells.get(plan.position[child]!)!)]));
  const value = cell.inside ? asMap(cell.inside) : cell.rows!.levels.toArray().map(asMap);
  values.set(cell, value);
  return value;
}

/** The answers of a level as plain JSON, as typed, hidden ones too; blank ones are left out. */
export function toJson(form: CompiledForm, plan: Plan, parent: number, level: Level): Record<string, unknown> {
  const known = plain.get(level);
  if (known) return known;
  const members: [string, unknown][] = [];
  for (const index of plan.children.get(parent) ?? []) {
    const field = form.fields[index]!;
    if (!kinds[field.type].answers) continue;
    const value = answerOf(form, plan, index, level.cells.get(plan.position[index]!)!);
    if (!isEmpty(value)) members.push([field.name, value]);
  }
  const json = Object.fromEntries(members);
  plain.set(level, json);
  return json;
}

/** One answer as plain JSON; undefined where there is none, or nobody knows. */
export function answerOf(form: CompiledForm, plan: Plan, index: number, cell: Cell): unknown {
  if (cell.inside) return isEmpty(cell.raw) ? toJson(form, plan, index, cell.inside) : cell.raw;
  if (cell.rows && isEmpty(cell.raw)) {
    const { ids, levels } = cell.rows;
    return levels.toArray().map((level, at) => ({ [rowKey]: ids[at], ...toJson(form, plan, index, level) }));
  }
  if (form.fields[index]!.value) return cell.value === unknown || cell.value === null ? undefined : cell.value;
  return cell.raw;
}
