// Rules of code lists: days that exist, a code that holds once on a day, steps that do not overlap, parents that are there.
import type { CodeRow, CodesDefinition, Problem } from "../../schemas/types.js";
import { definitionProblem } from "../problem/definition.js";
import { isDay } from "../thai/date.js";

const first = (row: CodeRow): string => row.from ?? "0000-00-00";
const last = (row: CodeRow): string => row.to ?? "9999-99-99";

/** Problems of a code list whose shape is right. */
export function checkCodes({ rows }: CodesDefinition): Problem[] {
  const found: Problem[] = [];
  for (const [index, row] of rows.entries()) {
    const at = `/rows/${index}`;
    for (const day of ["from", "to"] as const) {
      if (row[day] !== undefined && !isDay(row[day])) found.push(definitionProblem("definition.no-such-day", { value: row[day] }, `${at}/${day}`));
    }
    if (first(row) > last(row)) found.push(definitionProblem("definition.codes-dates", { id: row.id, from: row.from!, to: row.to! }, at));
    if (row.min !== undefined && row.max !== undefined && row.min > row.max)
      found.push(definitionProblem("definition.codes-steps", { id: row.id, least: row.min, most: row.max }, at));
  }
  return [...found, ...overlaps(rows), ...parents(rows)];
}

type Placed = { row: CodeRow; index: number };

function overlaps(rows: readonly CodeRow[]): Problem[] {
  const found: Problem[] = [];
  const [byId, bySteps]: [Map<string, Placed[]>, Map<string, Placed[]>] = [new Map(), new Map()];
  for (const [index, row] of rows.entries()) {
    const stepped = row.min !== undefined || row.max !== undefined;
    add(byId, row.id, { row, index });
    if (stepped) add(bySteps, row.parent ?? "", { row, index });
  }
  for (const same of byId.values()) {
    for (const [before, { row, index }] of neighbours(same)) {
      if (meetSteps(before, row)) found.push(definitionProblem("definition.codes-overlap", { id: row.id }, `/rows/${index}`));
    }
  }
  for (const steps of bySteps.values()) {
    // A rate table is looked up by its step: two rows for one step and day would leave the choice to chance.
    const sorted = [...steps].sort((a, b) => (a.row.min ?? -Infinity) - (b.row.min ?? -Infinity));
    const open: Placed[] = [];
    for (const next of sorted) {
      const still = open.filter(({ row }) => (row.max ?? Infinity) >= (next.row.min ?? -Infinity));
      const clash = still.find(({ row }) => row.id !== next.row.id && first(row) <= last(next.row) && first(next.row) <= last(row));
      if (clash) found.push(definitionProblem("definition.steps-overlap", { first: clash.row.id, second: next.row.id }, `/rows/${next.index}`));
      open.splice(0, open.length, ...still, next);
    }
  }
  return found;
}

function add(map: Map<string, Placed[]>, key: string, placed: Placed): void {
  const list = map.get(key);
  if (list) list.push(placed);
  else map.set(key, [placed]);
}

// Rows of one code by their first day, each with one that still holds when it begins.
function neighbours(same: readonly Placed[]): [CodeRow, Placed][] {
  const sorted = [...same].sort((a, b) => (first(a.row) < first(b.row) ? -1 : first(a.row) > first(b.row) ? 1 : a.index - b.index));
  const found: [CodeRow, Placed][] = [];
  for (const [at, placed] of sorted.entries()) {
    const before = sorted.slice(0, at).find(({ row }) => last(row) >= first(placed.row) && meetSteps(row, placed.row));
    if (before) found.push([before.row, placed]);
  }
  return found;
}

// Rows of one code may stand for different steps on the same day.
function meetSteps(a: CodeRow, b: CodeRow): boolean {
  return (a.min ?? -Infinity) <= (b.max ?? Infinity) && (b.min ?? -Infinity) <= (a.max ?? Infinity);
}

function parents(rows: readonly CodeRow[]): Problem[] {
  const parentOf = new Map(rows.flatMap((row) => (row.parent === undefined ? [] : [[row.id, row.parent] as const])));
  const ids = new Set(rows.map(({ id }) => id));
  const found: Problem[] = [];
  const told = new Set<string>();
  for (const [index, { id, parent }] of rows.entries()) {
    if (parent === undefined) continue;
    if (!ids.has(parent)) {
      found.push(definitionProblem("definition.codes-parent", { id, parent }, `/rows/${index}/parent`));
      continue;
    }
    const way = [id];
    for (let up: string | undefined = parent; up !== undefined && way.length <= rows.length; up = parentOf.get(up)) {
      way.push(up);
      if (up === id) break;
      if (way.indexOf(up) < way.length - 1) break;
    }
    if (way.at(-1) === id && !way.some((one) => told.has(one))) {
      for (const one of way) told.add(one);
      found.push(definitionProblem("definition.codes-parent-cycle", { cycle: way.join(" → ") }, `/rows/${index}/parent`));
    }
  }
  return found;
}
