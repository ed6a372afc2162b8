// Where a cell stands: its field and the rows around it. Finds cells, and replaces them along their path.
import type { CompiledForm } from "../compile/compiled.js";
import type { Plan } from "../compile/plan.js";
import { type Cell, type Level, setCell, setRow } from "./cells.js";

export interface Place {
  index: number;
  /** Ids of the rows around it, outermost first. */
  rows: readonly string[];
}

/** Names and row ids from the form down, joined by `/`: how screens and tests speak of a cell. */
export function keyOf(form: CompiledForm, plan: Plan, { index, rows }: Place): string {
  if (rows.length === 0 && form.fields[index]!.parent < 0) return form.fields[index]!.name;
  let row = 0;
  const way = plan.chain[index]!;
  return way
    .map((field, depth) =>
      depth < way.length - 1 && form.fields[field]!.type === "table" ? `${form.fields[field]!.name}/${rows[row++]}` : form.fields[field]!.name,
    )
    .join("/");
}

/** The place of names and row ids; undefined where there is none. */
export function placeOf(plan: Plan, form: CompiledForm, root: Level, path: readonly string[]): Place | undefined {
  let [parent, index, inTable] = [-1, -1, false];
  const rows: string[] = [];
  for (const part of path) {
    if (inTable) {
      rows.push(part);
      [parent, inTable] = [index, false];
      continue;
    }
    const next = plan.names.get(parent)?.get(part);
    if (next === undefined) return undefined;
    index = next;
    parent = next;
    inTable = form.fields[next]!.type === "table";
  }
  const place = { index, rows };
  // A path that ends at a row is no cell.
  const whole = index >= 0 && rows.length === plan.tables[index]!.length;
  return whole && cellAt(plan, root, place) ? place : undefined;
}

/** The cell at a place; undefined where a row is gone. */
export function cellAt(plan: Plan, root: Level, { index, rows }: Place): Cell | undefined {
  let level: Level | undefined = root;
  let row = 0;
  for (const field of plan.chain[index]!) {
    const cell: Cell | undefined = level?.cells.get(plan.position[field]!);
    if (field === index || !cell) return cell;
    if (cell.inside) level = cell.inside;
    else {
      const at: number | undefined = cell.rows?.at.get(rows[row++]!);
      level = at === undefined ? undefined : cell.rows!.levels.get(at);
    }
  }
  return undefined;
}

/** The form with the cell at a place replaced. */
export function putCell(plan: Plan, root: Level, { index, rows }: Place, cell: Cell): Level {
  const way = plan.chain[index]!;
  const put = (level: Level, depth: number, row: number): Level => {
    const at = plan.position[way[depth]!]!;
    if (depth === way.length - 1) return setCell(level, at, cell);
    const holder = level.cells.get(at)!;
    if (holder.inside) return setCell(level, at, { ...holder, inside: put(holder.inside, depth + 1, row) });
    const number = holder.rows!.at.get(rows[row]!)!;
    return setCell(level, at, { ...holder, rows: setRow(holder.rows!, number, put(holder.rows!.levels.get(number)!, depth + 1, row + 1)) });
  };
  return put(root, 0, 0);
}
