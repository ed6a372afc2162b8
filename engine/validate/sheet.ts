// The answers of one form laid out cell by cell, and their values worked out in order: the whole at once, for whoever checks a record.
// (Filling keeps a state that changes bit by bit; see form-state.)
import type { CompiledField, CompiledForm } from "../compile/compiled.js";
import { type Plan, planOf } from "../compile/plan.js";
import { limits } from "../definition/limits.js";
import type { Env } from "../expression/evaluate.js";
import type { Facts } from "../expression/facts.js";
import { unknown, type Value } from "../expression/tree.js";
import { rowKey } from "../fields/table.js";
import { shows, worth } from "./judge.js";

export interface Cell {
  field: CompiledField;
  index: number;
  level: Level;
  raw: unknown;
  before: unknown;
  value: Value;
  shown: boolean;
  /** The fields of a group. */
  inside?: Level;
  /** The rows of a table. */
  rows?: { id: string; level: Level }[];
  /** Value of a group or table as rules see it, until something in it changes. */
  kept?: Value;
}

/** The fields of the form, of a group, or of one row. */
export interface Level {
  parent: number;
  holder?: Cell;
  cells: Cell[];
  env: Env;
}

export interface Sheet {
  root: Level;
  form: CompiledForm;
  plan: Plan;
  facts: Facts;
}

export type Json = Record<string, unknown>;

export const asObject = (value: unknown): Json => (typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {});
export const own = (object: Json, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

/** Lays out the answers and works out every value. */
export function layOut(form: CompiledForm, answers: Json, facts: Facts, before: Json): Sheet {
  const plan = planOf(form);
  const sheet: Sheet = { form, plan, facts, root: undefined as never };
  const places = new Map<number, Level[]>();
  sheet.root = makeLevel(sheet, -1, undefined, answers, before, places);
  const hiddenSections = new Set<number>();
  for (const node of form.order) {
    const field = form.fields[node];
    if (!field) {
      const number = node - form.fields.length;
      if (!shows(plan.sections[number]!, sheet.root.env)) hiddenSections.add(number);
      continue;
    }
    for (const level of places.get(field.parent) ?? []) {
      const cell = level.cells[plan.position[node]!]!;
      const around = level.holder ? level.holder.shown : !hiddenSections.has(plan.sectionOf[node]!);
      cell.shown = around && shows(field, level.env);
      settle(sheet, cell, places);
    }
  }
  return sheet;
}

function settle(sheet: Sheet, cell: Cell, places: Map<number, Level[]>): void {
  const { field, level } = cell;
  if (field.type === "group") return;
  if (field.type !== "table") {
    cell.value = cell.shown ? worth(field, cell.raw, level.env) : null;
  } else if (field.value) {
    const rows = cell.shown ? worth(field, undefined, level.env) : null;
    cell.value = rows === unknown ? unknown : null;
    cell.raw = Array.isArray(rows) ? rows.map((row, at) => ({ ...asObject(row), [rowKey]: rowId(asObject(row), at) })) : undefined;
    fillRows(sheet, cell, places);
  }
  for (let up = level.holder; up; up = up.level.holder) up.kept = undefined;
}

/** The id of a computed row: the one its formula gives, or its number. */
export function rowId(row: Json, at: number): string {
  const id = own(row, rowKey);
  return typeof id === "string" && id !== "" ? id : `row${at + 1}`;
}

function makeLevel(sheet: Sheet, parent: number, holder: Cell | undefined, answers: Json, before: Json, places: Map<number, Level[]>): Level {
  const level: Level = { parent, ...(holder ? { holder } : {}), cells: [], env: undefined as never };
  level.env = { facts: sheet.facts, name: (name) => lookUp(sheet, level, name) };
  const list = places.get(parent);
  if (list) list.push(level);
  else places.set(parent, [level]);
  for (const index of sheet.plan.children.get(parent) ?? []) {
    const field = sheet.form.fields[index]!;
    const cell: Cell = { field, index, level, raw: own(answers, field.name), before: own(before, field.name), value: null, shown: true };
    level.cells.push(cell);
    if (field.type === "group") cell.inside = makeLevel(sheet, index, cell, asObject(cell.raw), asObject(cell.before), places);
    else if (field.type === "table" && !field.value) fillRows(sheet, cell, places);
  }
  return level;
}

// Rows beyond what any table may have are refused as a whole, not looked at one by one.
function fillRows(sheet: Sheet, cell: Cell, places: Map<number, Level[]>): void {
  const rows = Array.isArray(cell.raw) ? cell.raw.slice(0, limits.rows) : [];
  const before = new Map((Array.isArray(cell.before) ? cell.before : []).map((row) => [own(asObject(row), rowKey), asObject(row)]));
  cell.rows = rows.map((row) => {
    const id = own(asObject(row), rowKey);
    return { id: typeof id === "string" ? id : "", level: makeLevel(sheet, cell.index, cell, asObject(row), before.get(id) ?? {}, places) };
  });
}

function lookUp(sheet: Sheet, from: Level, name: string): Value | undefined {
  for (let level: Level | undefined = from; level; level = level.holder?.level) {
    const index = sheet.plan.names.get(level.parent)?.get(name);
    if (index !== undefined) return seen(level.cells[sheet.plan.position[index]!]!);
  }
  return undefined;
}

/** The value of a cell as rules see it: a hidden one is empty, a group is a map, a table a list of maps. */
export function seen(cell: Cell): Value {
  if (!cell.shown) return null;
  if (!cell.inside && !cell.rows) return cell.value;
  if (cell.value === unknown) return unknown;
  if (cell.kept === undefined) cell.kept = cell.inside ? asMap(cell.inside) : cell.rows!.map(({ level }) => asMap(level));
  return cell.kept;
}

function asMap(level: Level): Value {
  return Object.fromEntries(level.cells.map((cell) => [cell.field.name, seen(cell)]));
}
