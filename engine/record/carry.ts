// Reads answers of one version in another, by identity: a renamed or moved field keeps its answer, one without a place is retired,
// and comes back when a later version has its place again. Nothing is ever lost, so going back is only another carry.
import type { CompiledForm } from "../compile/compiled.js";
import { converts, fitsType } from "./converts.js";
import { type Answers, isPlain, rowsOf } from "./place.js";
import { Retired, retire } from "./retired.js";
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

/** What there is to fill the other version from. */
interface Sources {
  loose: Map<string, Loose>;
  left: Retired;
  /** The rows that each table has, in order. */
  ids: Map<string, string[]>;
}

/** The answers in another version of their form. */
export function carry(from: CompiledForm, to: CompiledForm, answers: Answers, retired: Answers): Carried {
  const loose = new Map(gather(shapeOf(from).top, answers, "").map((one) => [one.rows + one.from.field.id, one]));
  const left = new Retired(retired);
  const carried = fill(shapeOf(to).top, "", { loose, left, ids: rowIds(shapeOf(from).top, answers, "") });
  for (const [key, { value }] of loose) retire(left.values, key, value);
  return { answers: carried, retired: left.values };
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

function fill(nodes: readonly Node[], rows: string, from: Sources): Answers {
  const answers: Answers = {};
  for (const node of nodes) {
    const value = isContainer(node) ? contain(node, rows, from) : take(node, rows, from);
    if (value !== undefined) answers[node.field.name] = value;
  }
  return answers;
}

function contain(node: Node, rows: string, from: Sources): unknown {
  if (node.field.type === "group") {
    const inside = fill(node.children, rows, from);
    return Object.keys(inside).length ? inside : undefined;
  }
  const at = rows + node.field.id;
  const there = new Set(from.ids.get(at));
  // Rows of a table that had no place come back with their cells.
  const all = [...new Set([...there, ...from.left.rows(at)])];
  const filled = all.map((row) => ({ $row: row, ...fill(node.children, `${at}/${row}/`, from) }));
  const kept = filled.filter((row) => there.has(row.$row) || Object.keys(row).length > 1);
  return kept.length ? kept : undefined;
}

/** The value for a place: what was there, or what came out of it in an earlier version. */
function take(node: Node, rows: string, { loose, left }: Sources): unknown {
  const key = rows + node.field.id;
  const found = loose.get(key);
  if (!found || !converts(found.from.field, node.field)) return left.take(key, (value) => fitsType(node.field, value));
  loose.delete(key);
  return node.field.type === "multi-select" && found.from.field.type === "select" ? [found.value] : found.value;
}
