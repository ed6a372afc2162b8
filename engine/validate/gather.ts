// Gathers the answers of a sheet as a record keeps them, and sets apart what is hidden.
import type { CompiledField } from "../compile/compiled.js";
import type { Facts } from "../expression/facts.js";
import { unknown } from "../expression/tree.js";
import { isEmpty } from "../fields/field.js";
import { cleaned, kinds } from "../fields/index.js";
import { rowKey } from "../fields/table.js";
import { refuses } from "../problem/problem.js";
import { asObject, type Cell, type Json, type Level, own, type Sheet } from "./sheet.js";

/** An answer under a hidden field: the outermost hidden one decides over all that is in it. */
export interface Hidden {
  field: CompiledField;
  /** Names and row ids. */
  path: string[];
  value: unknown;
  /** What becomes of it: `keep` only where the value still stands. */
  policy: "retire" | "keep" | "clear";
}

export function gather(sheet: Sheet): { answers: Json; hidden: Hidden[] } {
  const hidden: Hidden[] = [];
  return { answers: members(sheet, sheet.root, [], hidden), hidden };
}

function members(sheet: Sheet, level: Level, path: readonly string[], hidden: Hidden[]): Json {
  const kept: [string, unknown][] = [];
  for (const cell of level.cells) {
    if (!kinds[cell.field.type].answers) continue;
    const value = cell.shown ? shown(sheet, cell, [...path, cell.field.name], hidden) : unseen(sheet, cell, [...path, cell.field.name], hidden);
    if (value !== undefined) kept.push([cell.field.name, value]);
  }
  return Object.fromEntries(kept);
}

function shown(sheet: Sheet, cell: Cell, path: string[], hidden: Hidden[]): unknown {
  if (cell.inside) {
    const inside = members(sheet, cell.inside, path, hidden);
    return Object.keys(inside).length ? inside : undefined;
  }
  if (cell.rows) {
    const rows = cell.rows.map(({ id, level }) => ({ [rowKey]: id, ...members(sheet, level, [...path, id], hidden) }));
    return rows.length ? rows : undefined;
  }
  return cell.value === unknown || cell.value === null ? undefined : cell.value;
}

function unseen(sheet: Sheet, cell: Cell, path: string[], hidden: Hidden[]): unknown {
  const { field } = cell;
  if (field.value || isEmpty(cell.raw)) return undefined;
  const value = tidy(sheet, cell);
  if (isEmpty(value)) return undefined;
  const policy = field.hidden === "keep" && !stands(sheet, cell.index, value) ? "retire" : field.hidden;
  hidden.push({ field, path, value, policy });
  return policy === "keep" ? value : undefined;
}

/** What was answered under a hidden field, cleaned, whatever inside it would be shown or not. */
function tidy(sheet: Sheet, cell: Cell): unknown {
  if (cell.inside) return tidyLevel(sheet, cell.inside);
  if (cell.rows) return cell.rows.map(({ id, level }) => ({ [rowKey]: id, ...tidyLevel(sheet, level) }));
  return cleaned(cell.field.type, cell.raw, cell.field.options);
}

function tidyLevel(sheet: Sheet, level: Level): Json {
  const kept = level.cells.filter(({ field }) => !field.value && kinds[field.type].answers).map((cell) => [cell.field.name, tidy(sheet, cell)] as const);
  return Object.fromEntries(kept.filter(([, value]) => !isEmpty(value)));
}

// Whether a hidden value would pass the plain schema: its own rules, and what is always required inside it.
function stands(sheet: Sheet, index: number, value: unknown): boolean {
  const field = sheet.form.fields[index]!;
  const under = { title: field.title, options: field.options, path: "", before: value };
  if (kinds[field.type].validate(value, under, { ...sheet.facts, partial: true } satisfies Facts).some(refuses)) return false;
  const children = sheet.plan.children.get(index) ?? [];
  const objects = field.type === "table" ? (value as unknown[]) : field.type === "group" ? [value] : [];
  return objects.every((object) =>
    children.every((child) => {
      const inner = own(asObject(object), sheet.form.fields[child]!.name);
      return isEmpty(inner) ? !sheet.form.fields[child]!.required : stands(sheet, child, inner);
    }),
  );
}

/** Whether anything is answered: in a group, in one of its fields that is shown. */
export function isAnswered(cell: Cell): boolean {
  if (cell.inside) return cell.inside.cells.some((inner) => inner.shown && isAnswered(inner)) || odd(cell.raw);
  if (cell.rows) return cell.rows.length > 0 || odd(cell.raw, true);
  return cell.value !== null;
}

// Something stands there that is no group or table at all.
function odd(raw: unknown, list = false): boolean {
  return !isEmpty(raw) && (list ? !Array.isArray(raw) : typeof raw !== "object" || Array.isArray(raw));
}
