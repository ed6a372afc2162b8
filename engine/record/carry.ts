// Reads answers of one version in another, by identity: a renamed or moved field keeps its answer, one without a place is retired,
// and comes back when a later version has its place again. Nothing is ever lost, so going back is only another carry.
import type { CompiledForm } from "../compile/compiled.js";
import { sameAnswer } from "./canonical.js";
import { converts, fitsType } from "./converts.js";
import { type Answers, isPlain, rowsOf } from "./place.js";
import { isContainer, type Node, shapeOf } from "./shape.js";

export interface Carried {
  answers: Answers;
  /** Values without a place, by field id; a cell's by `table/row/field`. */
  retired: Answers;
}

/** A value on its way: the field it was written in, and the rows it lies in. */
interface Loose {
  from: Node;
  rows: string;
  value: unknown;
}

/** The answers in another version of their form. */
export function carry(from: CompiledForm, to: CompiledForm, answers: Answers, retired: Answers): Carried {
  const loose = new Map(gather(shapeOf(from).top, answers, "").map((one) => [one.rows + one.from.field.id, one]));
  const left = { ...retired };
  const carried = fill(shapeOf(to).top, "", loose, left, rowIds(shapeOf(from).top, answers, ""));
  for (const [key, { value }] of loose) retire(left, key, value);
  return { answers: carried, retired: left };
}

/** Every answer that is not a container's, with where it lies. */
export function gather(nodes: readonly Node[], answers: Answers, rows: string): Loose[] {
  return nodes.flatMap((node) => {
    const value = answers[node.field.name];
    if (value === undefined) return [];
    if (node.field.type === "group") return isPlain(value) ? gather(node.children, value, rows) : [];
    if (node.field.type !== "table") return [{ from: node, rows, value }];
    return rowsOf(value).flatMap((row) => gather(node.children, row, `${rows}${node.field.id}/${row.$row}/`));
  });
}

/** The rows of each table, in order, by where the table lies: a row stays although all its cells moved elsewhere. */
function rowIds(nodes: readonly Node[], answers: Answers, rows: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const node of nodes) {
    const value = answers[node.field.name];
    const inner = node.field.type === "group" && isPlain(value) ? [rowIds(node.children, value, rows)] : [];
    if (node.field.type === "table") {
      const own = rowsOf(value);
      found.set(
        rows + node.field.id,
        own.map((row) => row.$row),
      );
      inner.push(...own.map((row) => rowIds(node.children, row, `${rows}${node.field.id}/${row.$row}/`)));
    }
    for (const one of inner) for (const [key, ids] of one) found.set(key, ids);
  }
  return found;
}

function fill(nodes: readonly Node[], rows: string, loose: Map<string, Loose>, retired: Answers, ids: Map<string, string[]>): Answers {
  const answers: Answers = {};
  for (const node of nodes) {
    const value = isContainer(node) ? contain(node, rows, loose, retired, ids) : take(node, rows, loose, retired);
    if (value !== undefined) answers[node.field.name] = value;
  }
  return answers;
}

function contain(node: Node, rows: string, loose: Map<string, Loose>, retired: Answers, ids: Map<string, string[]>): unknown {
  if (node.field.type === "group") {
    const inside = fill(node.children, rows, loose, retired, ids);
    return Object.keys(inside).length ? inside : undefined;
  }
  const at = rows + node.field.id;
  // Rows of a table that had no place come back with their cells.
  const back = Object.keys(retired).flatMap((key) => (key.startsWith(`${at}/`) ? [key.slice(at.length + 1).split("/")[0]!] : []));
  const all = [...new Set([...(ids.get(at) ?? []), ...back])];
  const filled = all.map((row) => ({ $row: row, ...fill(node.children, `${at}/${row}/`, loose, retired, ids) }));
  const kept = filled.filter((row) => ids.get(at)?.includes(row.$row) || Object.keys(row).length > 1);
  return kept.length ? kept : undefined;
}

/** The value for a place: what was there, or what came out of it in an earlier version. */
function take(node: Node, rows: string, loose: Map<string, Loose>, retired: Answers): unknown {
  const key = rows + node.field.id;
  const found = loose.get(key);
  if (found && converts(found.from.field, node.field)) {
    loose.delete(key);
    return node.field.type === "multi-select" && found.from.field.type === "select" ? [found.value] : found.value;
  }
  const back = variants(retired, key).find((one) => fitsType(node.field, retired[one]));
  if (back === undefined) return undefined;
  const value = retired[back];
  delete retired[back];
  return value;
}

/** Keeps a value that has no place. One that is kept already under this field moves aside: nothing is written over. */
export function retire(retired: Answers, key: string, value: unknown): void {
  if (Object.hasOwn(retired, key) && !sameAnswer(retired[key], value)) retired[`${key}~${variants(retired, key).length}`] = retired[key];
  retired[key] = value;
}

function variants(retired: Answers, key: string): string[] {
  return Object.keys(retired).filter((one) => one === key || one.startsWith(`${key}~`));
}
