// Checks all answers of a form at once, and gives them back as they are kept: cleaned, computed, without what is hidden.
import type { Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { limits } from "../definition/limits.js";
import { measure } from "../definition/measure.js";
import type { Facts } from "../expression/facts.js";
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { rowKey } from "../fields/table.js";
import { pointer } from "../path/path.js";
import { fieldProblem } from "../problem/field.js";
import { gather, type Hidden, isAnswered } from "./gather.js";
import { type Check, judge } from "./judge.js";
import { asObject, type Cell, type Json, type Level, layOut, type Sheet } from "./sheet.js";

export type { Hidden } from "./gather.js";
export type { Check } from "./judge.js";

export interface Validated {
  problems: Problem[];
  /** As a record keeps them. Worth storing only where no problem refuses. */
  answers: Json;
  /** Answers that are there but hidden, with what becomes of each. */
  hidden: Hidden[];
}

/**
 * Checks answers against a form. `complete` asks for all that is required; `shape` only that what is there is right.
 * `before` are the answers already in the record: an option retired since then may stay where it stood.
 */
export function validateAnswers(form: CompiledForm, answers: unknown, facts: Facts, check: Check, before?: unknown): Validated {
  if (typeof answers !== "object" || answers === null || Array.isArray(answers)) return refused(fieldProblem("field.answers-not-an-object", {}, ""));
  const { levels, bytes } = measure(answers, { levels: limits.levels, bytes: limits.answerBytes });
  if (levels > limits.levels) return refused(fieldProblem("field.answers-too-deep", { limit: limits.levels }, ""));
  if (bytes > limits.answerBytes) return refused(fieldProblem("field.answers-too-large", { size: bytes, limit: limits.answerBytes }, ""));
  const sheet = layOut(form, answers as Json, facts, asObject(before));
  const problems: Problem[] = [];
  judgeLevel(sheet, sheet.root, answers as Json, "", check, problems);
  return { problems, ...gather(sheet) };
}

function refused(problem: Problem): Validated {
  return { problems: [problem], answers: {}, hidden: [] };
}

function judgeLevel(sheet: Sheet, level: Level, answers: Json, path: string, check: Check, problems: Problem[]): void {
  const known = sheet.plan.names.get(level.parent);
  const inRow = level.holder?.field.type === "table";
  for (const name of Object.keys(answers)) {
    const index = known?.get(name);
    const held = (index !== undefined && kinds[sheet.form.fields[index]!.type].answers) || (inRow && name === rowKey);
    if (!held) problems.push(fieldProblem("field.not-in-form", { name }, `${path}${pointer([name])}`));
  }
  const order = level.parent < 0 ? sheet.plan.reading : sheet.plan.children.get(level.parent)!;
  for (const index of order)
    judgeCell(sheet, level.cells[sheet.plan.position[index]!]!, `${path}${pointer([sheet.form.fields[index]!.name])}`, check, problems);
}

function judgeCell(sheet: Sheet, cell: Cell, path: string, check: Check, problems: Problem[]): void {
  if (!cell.shown || !kinds[cell.field.type].answers) return;
  const holder = cell.inside !== undefined || cell.rows !== undefined;
  // A group that only computes has no answer of its own, and is a group all the same.
  const own = cell.inside && isEmpty(cell.raw) ? {} : cell.raw;
  const value = holder && typeof cell.value !== "symbol" ? own : cell.value;
  const { problems: found } = judge({ field: cell.field, value, empty: !isAnswered(cell), before: cell.before }, cell.level.env, check);
  problems.push(...found.map((problem) => ({ ...problem, path: `${path}${problem.path ?? ""}` })));
  if (cell.inside) judgeLevel(sheet, cell.inside, asObject(cell.raw), path, check, problems);
  const rows = Array.isArray(cell.raw) ? cell.raw : [];
  for (const [at, { level }] of (cell.rows ?? []).entries()) judgeLevel(sheet, level, asObject(rows[at]), `${path}/${at}`, check, problems);
}
