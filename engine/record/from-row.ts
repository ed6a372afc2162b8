// One row of a sheet as the answers of a new record: what each cell gives, and everything that the form says of them together.
// Nothing is kept here; the row goes to the server as an action like any other, and is judged there again.
import type { Change, Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import type { Target } from "../edit/rows/match.js";
import { readCell } from "../edit/rows/read-cell.js";
import type { Facts } from "../expression/facts.js";
import { openForm } from "../form-state/open.js";
import { pointer } from "../path/path.js";
import { type Check, validateAnswers } from "../validate/validate.js";

/** A column of the sheet, and the field whose answers stand in it. */
export interface RowColumn {
  at: number;
  target: Target;
}

export interface RowProblem {
  /** The column it is about; none when it is about no cell of this sheet. */
  at?: number;
  problem: Problem;
}

export interface ReadRow {
  changes: Change[];
  problems: RowProblem[];
}

type Json = Record<string, unknown>;

/** What every new record of the form begins with, where these facts are so: worked out once for many rows. */
export const begunAnswers = (form: CompiledForm, facts: Facts): Json => openForm(form, null, facts).answers;

/** Reads the cells and checks them. `facts` are what is known here: what depends on others is left to the server. */
export function readRow(
  form: CompiledForm,
  columns: readonly RowColumn[],
  cells: readonly string[],
  { facts, begun, check }: { facts: Facts; begun: Json; check: Check },
): ReadRow {
  const here: Facts = { ...facts, partial: true };
  let answers = begun;
  const changes: Change[] = [];
  const problems: RowProblem[] = [];
  const unread = new Set<string>();
  for (const { at, target } of columns) {
    const cell = readCell(cells[at] ?? "", target, here);
    if ("problem" in cell) {
      problems.push({ at, problem: cell.problem });
      unread.add(pointer(target.path));
      continue;
    }
    answers = put(answers, target.path, cell.value);
    // An empty cell is an answer where the form would begin with another.
    if (cell.value !== null || target.begins) changes.push({ path: target.ids.join("/"), to: cell.value });
  }
  const found = validateAnswers(form, answers, here, check).problems;
  for (const problem of found) {
    const path = problem.path ?? "";
    // A group that is missing because of what is missing in it is one problem.
    if (problem.code === "field.required" && found.some((one) => one !== problem && within(one.path ?? "", path))) continue;
    // Of a cell that could not be read there is nothing more to say.
    if ([...unread].some((one) => within(path, one))) continue;
    const column = columns.find(({ target }) => within(path, pointer(target.path)));
    problems.push({ ...(column && { at: column.at }), problem });
  }
  return { changes, problems };
}

const within = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}/`);

/** The answers with this one; only what lies on the path is copied. */
function put(answers: Json, [name, ...inside]: readonly string[], value: unknown): Json {
  if (inside.length) {
    const group = answers[name!];
    return { ...answers, [name!]: put(typeof group === "object" && group !== null ? (group as Json) : {}, inside, value) };
  }
  const { [name!]: _, ...others } = answers;
  return value === null ? others : { ...others, [name!]: value };
}
