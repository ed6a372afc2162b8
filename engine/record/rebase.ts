// Applies changes to what is there now. A change holds if the value is still what its maker saw, or already what it asks for;
// otherwise somebody else changed it meanwhile, and nobody's answer is overwritten.
import type { Change, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { recordProblem } from "../problem/record.js";
import { sameAnswer } from "./canonical.js";
import { inside, named } from "./identified.js";
import { type Answers, findPlace, type Place, pointerTo, type Row, readAt, rowGone, rowsOf, writeAt } from "./place.js";
import { shapeOf } from "./shape.js";
import { tidyAnswer, tidyRow } from "./tidy.js";
import { typed } from "./typed.js";
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
    const outcome = place ? judge(result.answers, place, change) : recordProblem("record.unknown-path", { field: shorten(change.path) });
    if (!outcome) continue;
    if ("code" in outcome) result.problems.push(outcome);
    else {
      result.answers = writeAt(result.answers, place!.steps, outcome.to);
      result.applied.push(change);
    }
  }
  return result;
}

/** What to write, what stands against it, or nothing when it is there already. */
type Outcome = { to: unknown } | Problem | undefined;

function judge(answers: Answers, place: Place, change: Change): Outcome {
  const problem = untouchable(place, pointerTo(answers, place.steps));
  if (problem) return problem;
  if (place.row !== undefined) return ofRow(answers, place, change);
  return place.node.field.type === "table" ? ofOrder(answers, place, change) : ofAnswer(answers, place, change);
}

function ofAnswer(answers: Answers, place: Place, change: Change): Outcome {
  const current = readAt(answers, place.steps);
  const [was, to] = [tidyAnswer(place.node, change.was), tidyAnswer(place.node, change.to)];
  if (sameAnswer(current, to)) return undefined;
  if (rowGone(answers, place.steps)) return conflict("record.row-removed", answers, place, change, undefined);
  return sameAnswer(current, was) ? { to } : conflict("record.conflict", answers, place, change, current);
}

/** A whole row: added with `to` alone, removed with `was` alone. */
function ofRow(answers: Answers, place: Place, change: Change): Outcome {
  const row = readAt(answers, place.steps) as Row | undefined;
  const current = row && inside(place.node, row, typed);
  const [was, to] = [tidyRow(place.node, change.was), tidyRow(place.node, change.to)];
  const next = to === undefined ? undefined : named(place.node, to);
  if (to !== undefined && !next) return badRow(answers, place);
  if (current && to !== undefined ? sameAnswer(current, to) : !current && to === undefined) return undefined;
  if (!current && was !== undefined) return conflict("record.row-removed", answers, place, change, undefined);
  return sameAnswer(current, was) ? { to: next } : conflict("record.row-changed", answers, place, change, current);
}

/** The order of a table's rows. Nobody loses anything by it, so it never conflicts: rows it does not name stay behind. */
function ofOrder(answers: Answers, place: Place, { to: order }: Change): Outcome {
  if (!Array.isArray(order) || !order.every((id) => typeof id === "string")) return badRow(answers, place);
  const rows = rowsOf(readAt(answers, place.steps));
  const rank = new Map(order.map((id, index) => [id, index]));
  const sorted = [...rows].sort((a, b) => (rank.get(a.$row) ?? rows.length) - (rank.get(b.$row) ?? rows.length));
  return sorted.some((row, index) => row !== rows[index]) ? { to: sorted } : undefined;
}

type Conflict = "record.conflict" | "record.row-removed" | "record.row-changed";

/** Both sides and what they began from, so that a person can choose. */
function conflict(code: Conflict, answers: Answers, place: Place, { path, was, to }: Change, theirs: unknown): Problem {
  const { id, title } = place.node.field;
  const problem = recordProblem(code, { title, field: id }, pointerTo(answers, place.steps));
  return { ...problem, params: { ...problem.params, at: path, base: was ?? null, mine: to ?? null, theirs: theirs ?? null } };
}

function badRow(answers: Answers, place: Place): Problem {
  return recordProblem("record.bad-row", { title: place.node.field.title }, pointerTo(answers, place.steps));
}

function shorten(path: string): string {
  return path.length > 60 ? `${path.slice(0, 60)}…` : path;
}
