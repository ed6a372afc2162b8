// How far answers reach when they are laid out: every row of a table takes all its columns, answered or not.
// Asked before anything is worked out, so that rows sent in masses cost no more than counting them.
import type { Problem } from "../../schemas/types.js";
import type { CompiledForm } from "../compile/compiled.js";
import { limits } from "../definition/limits.js";
import { pointer } from "../path/path.js";
import { fieldProblem } from "../problem/field.js";
import { type Answers, isPlain } from "./place.js";
import { type Node, shapeOf } from "./shape.js";

interface Table {
  node: Node;
  path: string[];
  rows: number;
}

/** Tables with more rows than any table may have, and more cells than a record may have. */
export function extentProblems(form: CompiledForm, answers: Answers): Problem[] {
  const tables = tablesIn(shapeOf(form).top, answers, []);
  const long = tables.filter(({ rows }) => rows > limits.rows);
  if (long.length) return long.map(tooLong);
  const count = tables.reduce((sum, { node, rows }) => sum + rows * columns(node), 0);
  return count > limits.cells ? [fieldProblem("field.too-many-cells", { count, limit: limits.cells }, pointer(widest(tables).path))] : [];
}

function tablesIn(nodes: readonly Node[], answers: Answers, path: readonly string[]): Table[] {
  return nodes.flatMap((node): Table[] => {
    const { name, type } = node.field;
    const value = Object.hasOwn(answers, name) ? answers[name] : undefined;
    if (type === "group" && isPlain(value)) return tablesIn(node.children, value, [...path, name]);
    return type === "table" && Array.isArray(value) ? [{ node, path: [...path, name], rows: value.length }] : [];
  });
}

function tooLong({ node, path, rows }: Table): Problem {
  return fieldProblem("field.too-many", { title: node.field.title, limit: limits.rows, unit: { th: "แถว", en: "rows" }, count: rows }, pointer(path));
}

const columns = (node: Node): number => node.children.reduce((sum, child) => sum + 1 + columns(child), 0);

const widest = (tables: readonly Table[]): Table => tables.reduce((most, one) => (one.rows * columns(one.node) > most.rows * columns(most.node) ? one : most));
