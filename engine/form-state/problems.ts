// Problems with their places: pointers by row number, as the plain answers have them. Parts without a fault are passed over.
import type { Problem } from "../../schemas/types.js";
import { pointer } from "../path/path.js";
import type { Builder } from "./build.js";
import { type Cell, type Level, sums } from "./cells.js";
import { cellAt, type Place } from "./place.js";

/** The pointer of a place. */
export function pathOf({ form, plan }: Builder, root: Level, { index, rows }: Place): string {
  const parts: (string | number)[] = [];
  let row = 0;
  for (const field of plan.chain[index]!) {
    parts.push(form.fields[field]!.name);
    if (form.fields[field]!.type !== "table" || field === index) continue;
    const at = cellAt(plan, root, { index: field, rows: rows.slice(0, row) })?.rows?.at.get(rows[row]!);
    row++;
    parts.push(at ?? "-");
  }
  return pointer(parts);
}

/** All problems of a form, in reading order. */
export function allProblems(builder: Builder, root: Level): Problem[] {
  const found: Problem[] = [];
  if (root.faults) for (const index of builder.plan.reading) collect(builder, index, root.cells.get(builder.plan.position[index]!)!, "", found);
  return found;
}

function collect(builder: Builder, index: number, cell: Cell, at: string, found: Problem[]): void {
  if (sums(cell).faults === 0) return;
  const { form, plan } = builder;
  const path = `${at}${pointer([form.fields[index]!.name])}`;
  found.push(...cell.problems.map((problem) => ({ ...problem, path: `${path}${problem.path ?? ""}` })));
  const children = plan.children.get(index) ?? [];
  const inner = (level: Level, to: string) => {
    if (level.faults) for (const child of children) collect(builder, child, level.cells.get(plan.position[child]!)!, to, found);
  };
  if (cell.inside) inner(cell.inside, path);
  if (cell.rows?.faults) for (const [row, level] of cell.rows.levels.toArray().entries()) inner(level, `${path}/${row}`);
}
