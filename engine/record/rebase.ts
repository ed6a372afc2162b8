// Applies changes to what is there now. A change holds if the value is still what its maker saw, or already what it asks for;
// otherwise somebody else changed it meanwhile, and nobody's answer is overwritten.
import type { Change, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { recordProblem } from "../problem/record.js";
import { sameAnswer } from "./canonical.js";
import { Desk } from "./desk.js";
import { extentProblems } from "./extent.js";
import { inside, named } from "./identified.js";
import { type Answers, findPlace, keyOf, type Place } from "./place.js";
import { actionLimits } from "./read-action.js";
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

/** The answers with the changes in them, and every problem found on the way. What it costs grows with the changes and the rows, not with both at once. */
export function rebase(form: CompiledForm, answers: Answers, changes: readonly Change[]): Rebased {
  const shape = shapeOf(form);
  const desk = new Desk(answers);
  const [applied, problems]: [Change[], Problem[]] = [[], []];
  const seen = new Set<string>();
  let rows = false;
  for (const change of changes) {
    // Nobody reads more of them at once, and the rest is told when these are put right.
    if (problems.length >= actionLimits.problems) break;
    const place = findPlace(shape, change.path);
    const outcome = place ? judge(desk, place, change, seen) : recordProblem("record.unknown-path", { field: shorten(change.path) });
    if (!outcome) continue;
    if ("code" in outcome) problems.push(outcome);
    else {
      if ("order" in outcome) desk.order(place!.steps, outcome.order);
      else desk.write(place!.steps, outcome.to);
      if (place!.row !== undefined) rows = true;
      applied.push(change);
    }
  }
  const changed = desk.answers();
  if (rows) problems.push(...extentProblems(form, changed));
  return { answers: changed, applied, problems };
}

/** What to write, what stands against it, or nothing when it is there already. */
type Outcome = { to: unknown } | { order: string[] } | Problem | undefined;

function judge(desk: Desk, place: Place, change: Change, seen: Set<string>): Outcome {
  const { field } = place.node;
  const key = `${keyOf(place)}/${place.row ?? ""}`;
  if (seen.has(key)) return recordProblem("record.path-twice", { title: field.title, field: field.id }, desk.pointer(place.steps));
  seen.add(key);
  const problem = untouchable(place);
  if (problem) return { ...problem, path: desk.pointer(place.steps) };
  if (place.row !== undefined) return ofRow(desk, place, change);
  return field.type === "table" ? ofOrder(desk, place, change) : ofAnswer(desk, place, change);
}

function ofAnswer(desk: Desk, place: Place, change: Change): Outcome {
  const current = desk.read(place.steps);
  const [was, to] = [tidyAnswer(place.node, change.was), tidyAnswer(place.node, change.to)];
  if (sameAnswer(current, to)) return undefined;
  if (desk.rowGone(place.steps)) return conflict("record.row-removed", desk, place, change, undefined);
  return sameAnswer(current, was) ? { to } : conflict("record.conflict", desk, place, change, current);
}

/** A whole row: added with `to` alone, removed with `was` alone. */
function ofRow(desk: Desk, place: Place, change: Change): Outcome {
  const row = desk.read(place.steps) as Answers | undefined;
  const current = row && inside(place.node, row, typed);
  const [was, to] = [tidyRow(place.node, change.was), tidyRow(place.node, change.to)];
  const next = to === undefined ? undefined : named(place.node, to);
  if (to !== undefined && !next) return badRow(desk, place);
  if (current && to !== undefined ? sameAnswer(current, to) : !current && to === undefined) return undefined;
  if (!current && was !== undefined) return conflict("record.row-removed", desk, place, change, undefined);
  return sameAnswer(current, was) ? { to: next } : conflict("record.row-changed", desk, place, change, current);
}

/** The order of a table's rows. Nobody loses anything by it, so it never conflicts: rows it does not name stay behind. */
function ofOrder(desk: Desk, place: Place, { to: order }: Change): Outcome {
  if (!Array.isArray(order) || !order.every((id) => typeof id === "string")) return badRow(desk, place);
  const ids = [...desk.rows(place.steps).keys()];
  const rank = new Map(order.map((id, index) => [id, index]));
  const sorted = [...ids].sort((a, b) => (rank.get(a) ?? ids.length) - (rank.get(b) ?? ids.length));
  return sorted.some((id, index) => id !== ids[index]) ? { order: sorted } : undefined;
}

type Conflict = "record.conflict" | "record.row-removed" | "record.row-changed";

/** Both sides and what they began from, so that a person can choose. */
function conflict(code: Conflict, desk: Desk, place: Place, { path, was, to }: Change, theirs: unknown): Problem {
  const { id, title } = place.node.field;
  const problem = recordProblem(code, { title, field: id }, desk.pointer(place.steps));
  return { ...problem, params: { ...problem.params, at: path, base: was ?? null, mine: to ?? null, theirs: theirs ?? null } };
}

function badRow(desk: Desk, place: Place): Problem {
  return recordProblem("record.bad-row", { title: place.node.field.title }, desk.pointer(place.steps));
}

function shorten(path: string): string {
  return path.length > 60 ? `${path.slice(0, 60)}…` : path;
}
