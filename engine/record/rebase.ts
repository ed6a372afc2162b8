// Applies changes to what is there now. A change holds if the value is still what its maker saw, or already what it asks for;
// otherwise somebody else changed it meanwhile, and nobody's answer is overwritten.
import type { Change, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { recordProblem } from "../problem/record.js";
import { sameAnswer } from "./canonical.js";
import { identified, inside, named } from "./identified.js";
import { type Answers, findPlace, isPlain, type Place, pointerTo, type Row, readAt, rowGone, rowsOf, writeAt } from "./place.js";
import { type Node, shapeOf } from "./shape.js";
import { untouchable } from "./untouchable.js";

export interface Rebased {
  answers: Answers;
  /** Those that changed something; what was there already is left out. */
  applied: Change[];
  problems: Problem[];
}

/** The answers with the changes in them, and every problem found on the way. */
export function rebase(form: CompiledForm, answers: Answers, changes: readonly Change[]): Rebased {
  const shape = shapeOf(form);
  const result: Rebased = { answers, applied: [], problems: [] };
  for (const change of changes) {
    const place = findPlace(shape, change.path);
    const problem = place ? untouchable(place, pointerTo(result.answers, place.steps)) : recordProblem("record.unknown-path", { field: shorten(change.path) });
    if (!place || problem) result.problems.push(problem!);
    else apply(result, place, change);
  }
  return result;
}

function apply(result: Rebased, place: Place, change: Change): void {
  if (place.row !== undefined) return applyRow(result, place, change);
  if (place.node.field.type === "table") return applyOrder(result, place, change);
  const current = readAt(result.answers, place.steps);
  if (sameAnswer(current, change.to)) return;
  if (rowGone(result.answers, place.steps)) return conflict(result, "record.row-removed", place, change, undefined);
  if (!sameAnswer(current, change.was)) return conflict(result, "record.conflict", place, change, current);
  write(result, place, change, change.to);
}

/** A whole row: added with `to` alone, removed with `was` alone. */
function applyRow(result: Rebased, place: Place, change: Change): void {
  const current = readAt(result.answers, place.steps) as Row | undefined;
  const there = current && inside(place.node, current);
  const adds = change.to !== undefined && change.to !== null;
  const cells = adds ? named(place.node, change.to) : undefined;
  if (adds && !cells)
    return void result.problems.push(recordProblem("record.bad-row", { title: place.node.field.title }, pointerTo(result.answers, place.steps)));
  if (adds ? there && sameAnswer(there, known(change.to)) : !there) return;
  if (adds && !there && isPlain(change.was)) return conflict(result, "record.row-removed", place, change, undefined);
  if (!sameAnswer(there, known(change.was))) return conflict(result, "record.row-changed", place, change, there);
  write(result, place, change, cells);
}

/** The order of a table's rows. Nobody loses anything by it, so it never conflicts: rows it does not name stay behind. */
function applyOrder(result: Rebased, place: Place, change: Change): void {
  const rows = rowsOf(readAt(result.answers, place.steps));
  const order = Array.isArray(change.to) && change.to.every((id) => typeof id === "string") ? (change.to as string[]) : undefined;
  if (!order) return void result.problems.push(recordProblem("record.bad-row", { title: place.node.field.title }, pointerTo(result.answers, place.steps)));
  const rank = new Map(order.map((id, index) => [id, index]));
  const sorted = [...rows].sort((a, b) => (rank.get(a.$row) ?? rows.length) - (rank.get(b.$row) ?? rows.length));
  if (sorted.some((row, index) => row !== rows[index])) write(result, place, change, sorted);
}

function write(result: Rebased, place: Place, change: Change, to: unknown): void {
  result.answers = writeAt(result.answers, place.steps, to);
  result.applied.push(change);
}

function conflict(result: Rebased, code: "record.conflict" | "record.row-removed" | "record.row-changed", place: Place, change: Change, theirs: unknown): void {
  const { id, title } = place.node.field;
  const problem = recordProblem(code, { title, field: id }, pointerTo(result.answers, place.steps));
  const sides = { base: change.was ?? null, mine: change.to ?? null, theirs: toldAs(place.node, theirs) ?? null };
  result.problems.push({ ...problem, params: { ...problem.params, at: change.path, ...sides } });
}

function toldAs(node: Node, value: unknown): unknown {
  return node.field.type === "table" ? value : identified(node, value);
}

/** A row without its own id, which its path has already said. */
function known(row: unknown): unknown {
  if (!isPlain(row)) return row ?? undefined;
  const { $row: _, ...cells } = row;
  return cells;
}

function shorten(path: string): string {
  return path.length > 60 ? `${path.slice(0, 60)}…` : path;
}
