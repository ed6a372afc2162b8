// A value of a change as the record will keep it, so that what is the same is seen to be the same: marks in order, blanks gone.
import { isEmpty } from "../fields/field.js";
import { kinds } from "../fields/index.js";
import { isPlain } from "./place.js";
import type { Node } from "./shape.js";
import { typed } from "./typed.js";

/** One answer, cleaned; what is empty is nothing. */
export function tidyAnswer({ field }: Node, value: unknown): unknown {
  const clean = isEmpty(value) ? undefined : (kinds[field.type].clean?.(value, field.options) ?? value);
  return isEmpty(clean) ? undefined : clean;
}

/** A row keyed by field ids: without its own id, which its path has already said, and without what is worked out. */
export function tidyRow(table: Node, row: unknown): unknown {
  if (!isPlain(row)) return row ?? undefined;
  const cells = Object.entries(row).flatMap(([id, cell]) => {
    const child = table.inside.get(id);
    if (id === "$row" || (child && !typed(child))) return [];
    const tidy = child ? tidyCell(child, cell) : cell;
    return isEmpty(tidy) ? [] : [[id, tidy] as const];
  });
  return Object.fromEntries(cells);
}

function tidyCell(node: Node, cell: unknown): unknown {
  if (node.field.type === "group") return tidyRow(node, cell);
  if (node.field.type !== "table" || !Array.isArray(cell)) return tidyAnswer(node, cell);
  return cell.map((row) => (isPlain(row) ? { ...(tidyRow(node, row) as object), ...(Object.hasOwn(row, "$row") && { $row: row.$row }) } : row));
}
