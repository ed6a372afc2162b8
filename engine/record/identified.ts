// A row or a group as changes and events tell it, keyed by field ids, and as answers keep it, keyed by names.
import { type Answers, isPlain, rowsOf } from "./place.js";
import type { Node } from "./shape.js";

/** Which fields are told; all unless said. */
export type Keep = (node: Node) => boolean;
const all: Keep = () => true;

/** The answer of a field with the keys inside it as field ids. */
export function identified(node: Node, value: unknown, keep = all): unknown {
  if (node.field.type === "group") return isPlain(value) ? inside(node, value, keep) : value;
  if (node.field.type === "table") return rowsOf(value).map((row) => ({ $row: row.$row, ...inside(node, row, keep) }));
  return value;
}

/** The cells of a row or group by field id. */
export function inside(node: Node, value: Answers, keep = all): Answers {
  const cells = node.children.filter((child) => keep(child) && Object.hasOwn(value, child.field.name) && value[child.field.name] !== undefined);
  return Object.fromEntries(cells.map((child) => [child.field.id, identified(child, value[child.field.name], keep)]));
}

/** The other way: cells by name. Undefined when it holds a key that is no field of this row. */
export function named(node: Node, value: unknown): Answers | undefined {
  if (!isPlain(value)) return undefined;
  const cells: Answers = {};
  for (const [id, cell] of Object.entries(value)) {
    if (id === "$row") continue;
    const child = node.inside.get(id);
    if (!child) return undefined;
    const plain = child.field.type === "group" ? named(child, cell) : child.field.type === "table" ? namedRows(child, cell) : cell;
    if (plain === undefined) return undefined;
    if (plain !== null && plain !== "") cells[child.field.name] = plain;
  }
  return cells;
}

function namedRows(node: Node, value: unknown): Answers[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const rows = value.map((row) => {
    const cells = named(node, row);
    return cells && isPlain(row) && typeof row.$row === "string" ? { $row: row.$row, ...cells } : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows : undefined;
}
