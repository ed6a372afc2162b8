// Answers laid out for changing: each table as a map of its rows, each object copied once, when it is first touched. So a change costs
// the same however many rows lie beside it. What was given stays as it is; what came of it is put together at the end.
import { isEmpty } from "../fields/field.js";
import { pointer } from "../path/path.js";
import { type Answers, isPlain, type Row, rowsOf, type Step } from "./place.js";

type Rows = Map<string, Answers>;

export class Desk {
  readonly #given: Answers;
  readonly #root: Answers;
  /** Objects that are this desk's own copies. */
  readonly #own = new Set<object>();
  #changed = false;

  constructor(answers: Answers) {
    this.#given = answers;
    this.#root = this.#copy(answers);
  }

  /** What is at a place. A table has no value here: ask for its `rows`. */
  read(steps: readonly Step[]): unknown {
    const [holder, last] = this.#reach(steps, false);
    if (!holder || !last) return undefined;
    if ("row" in last) return (holder as Rows).get(last.row);
    return Object.hasOwn(holder, last.name) ? (holder as Answers)[last.name] : undefined;
  }

  /** Puts something else at a place, or nothing. A row that is not there is added at the end; what lies in one that is not there is left. */
  write(steps: readonly Step[], to: unknown): void {
    const [holder, last] = this.#reach(steps, true);
    if (!holder || !last) return;
    this.#changed = true;
    if (holder instanceof Map) {
      const row = (last as { row: string }).row;
      if (to === undefined || to === null) holder.delete(row);
      else holder.set(row, this.#copy({ $row: row, ...(to as Answers) }));
    } else if (isEmpty(to)) delete (holder as Answers)[(last as { name: string }).name];
    else (holder as Answers)[(last as { name: string }).name] = to;
  }

  /** The rows of the table at a place, in their order, by their ids. */
  rows(table: readonly Step[]): ReadonlyMap<string, Answers> {
    return this.#table(table) ?? new Map();
  }

  /** Puts the rows of a table in another order. */
  order(table: readonly Step[], ids: readonly string[]): void {
    const rows = this.#table(table);
    if (!rows) return;
    const sorted = ids.map((id) => [id, rows.get(id)!] as const);
    rows.clear();
    for (const [id, row] of sorted) rows.set(id, row);
    this.#changed = true;
  }

  /** Whether a row on the way to a place is not there. */
  rowGone(steps: readonly Step[]): boolean {
    return steps.some((step, index) => "row" in step && index < steps.length - 1 && !this.#table(steps.slice(0, index))?.has(step.row));
  }

  /** The place as a JSON Pointer into the answers: rows by index, as the form's problems say it. */
  pointer(steps: readonly Step[]): string {
    return pointer(steps.map((step, index) => ("name" in step ? step.name : indexOf(this.rows(steps.slice(0, index)), step.row))));
  }

  /** The answers as they are now: those that were given, if nothing was written. What became empty is not among them. */
  answers(): Answers {
    return this.#changed ? this.#together(this.#root) : this.#given;
  }

  #table(table: readonly Step[]): Rows | undefined {
    return this.#reach([...table, { row: "" }], false)[0] as Rows | undefined;
  }

  /** What holds the last step of a place: the form, a group, a row, or the rows of a table. */
  #reach(steps: readonly Step[], make: boolean): [Answers | Rows | undefined, Step | undefined] {
    let at: Answers | Rows | undefined = this.#root;
    for (const [index, step] of steps.slice(0, -1).entries()) {
      at = "row" in step ? (at as Rows).get(step.row) && this.#row(at as Rows, step.row) : this.#inside(at as Answers, step.name, steps[index + 1]!, make);
      if (!at) break;
    }
    return [at, steps.at(-1)];
  }

  #row(rows: Rows, id: string): Answers {
    const row = rows.get(id)!;
    if (this.#own.has(row)) return row;
    const copy = this.#copy(row);
    rows.set(id, copy);
    return copy;
  }

  #inside(holder: Answers, name: string, next: Step, make: boolean): Answers | Rows | undefined {
    const value = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (value instanceof Map || this.#own.has(value as object)) return value as Answers | Rows;
    if ("row" in next) {
      if (value === undefined && !make) return undefined;
      const rows: Rows = new Map(rowsOf(value).map((row) => [row.$row, row]));
      holder[name] = rows;
      return rows;
    }
    if (!isPlain(value) && !make) return undefined;
    const group = this.#copy(isPlain(value) ? value : {});
    holder[name] = group;
    return group;
  }

  #copy(object: Answers): Answers {
    const copy = { ...object };
    this.#own.add(copy);
    return copy;
  }

  #together(own: Answers): Answers {
    const settled = Object.entries(own).map(([name, value]) => [name, this.#settled(value)] as const);
    return Object.fromEntries(settled.filter(([, value]) => !isEmpty(value)));
  }

  #settled(value: unknown): unknown {
    if (value instanceof Map) return [...(value as Rows).values()].map((row) => (this.#own.has(row) ? this.#together(row) : row) as Row);
    return this.#own.has(value as object) ? this.#together(value as Answers) : value;
  }
}

function indexOf(rows: ReadonlyMap<string, unknown>, id: string): number {
  let index = 0;
  for (const row of rows.keys()) {
    if (row === id) break;
    index++;
  }
  return index;
}
