// What a form state holds: a cell a field, in levels (the form, a group, a row). Cells and levels never change; a change makes new ones
// along its path and shares the rest. Sums of what is missing and wrong are kept on the way, so that nobody has to count.
import type { Problem } from "../../schemas/types.js";
import type { Value } from "../expression/tree.js";
import { Vector } from "./vector.js";

export interface Cell {
  /** What was answered, as it was typed; of a group or table only what is none. */
  raw: unknown;
  /** The answer the form was opened with. */
  before: unknown;
  /** Nobody has answered yet, so the default may still change it. */
  follows: boolean;
  /** The value as rules see it; of groups and tables see `inside` and `rows`. */
  value: Value;
  shown: boolean;
  required: boolean;
  /** Of this field alone; paths begin at the field. */
  problems: readonly Problem[];
  /** Shown, required, for people to answer, and not answered. */
  lacks: boolean;
  inside?: Level;
  rows?: Rows;
}

interface Sums {
  missing: number;
  faults: number;
  answered: number;
}

export interface Level extends Sums {
  cells: Vector<Cell>;
}

export interface Rows extends Sums {
  ids: readonly string[];
  at: ReadonlyMap<string, number>;
  levels: Vector<Level>;
}

/** What a cell and all inside it add up to. */
export function sums(cell: Cell): Sums {
  const inside = cell.inside ?? cell.rows;
  // A row counts as an answer, whatever stands in it.
  const alone = !cell.shown || cell.inside ? 0 : cell.rows ? cell.rows.ids.length : cell.value === null ? 0 : 1;
  return {
    missing: (cell.lacks ? 1 : 0) + (inside?.missing ?? 0),
    faults: cell.problems.length + (inside?.faults ?? 0),
    answered: alone + (inside?.answered ?? 0),
  };
}

const add = (holder: Sums, now: Sums, was: Sums): Sums => ({
  missing: holder.missing + now.missing - was.missing,
  faults: holder.faults + now.faults - was.faults,
  answered: holder.answered + now.answered - was.answered,
});

const total = (parts: Iterable<Sums>): Sums => {
  const all = { missing: 0, faults: 0, answered: 0 };
  for (const { missing, faults, answered } of parts) {
    all.missing += missing;
    all.faults += faults;
    all.answered += answered;
  }
  return all;
};

/** A level of these cells. */
export function levelOf(cells: readonly Cell[]): Level {
  return { cells: Vector.from(cells), ...total(cells.map(sums)) };
}

/** The level with one cell replaced. */
export function setCell(level: Level, at: number, cell: Cell): Level {
  return { cells: level.cells.set(at, cell), ...add(level, sums(cell), sums(level.cells.get(at)!)) };
}

/** Rows of these ids and levels. */
export function rowsOf(ids: readonly string[], levels: readonly Level[]): Rows {
  return { ids, at: new Map(ids.map((id, at) => [id, at])), levels: Vector.from(levels), ...total(levels) };
}

/** The rows with one row's level replaced. */
export function setRow(rows: Rows, at: number, level: Level): Rows {
  return { ...rows, levels: rows.levels.set(at, level), ...add(rows, level, rows.levels.get(at)!) };
}
