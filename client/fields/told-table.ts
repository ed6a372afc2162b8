// What a table tells whoever reads it: the words of its cells, without columns that say nothing.
import type { CompiledField } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { Text } from "../../schemas/types.js";
import { shown } from "./shown.js";

export interface ToldTable {
  columns: { title: Text; numeric: boolean }[];
  /** The words of each cell; empty where there is no answer. */
  rows: string[][];
}

const numeric = new Set(["integer", "number", "money", "percent"]);
const isNumeric = ({ type, options }: CompiledField): boolean =>
  numeric.has(type) || (type === "computed" && (options.json === "number" || options.json === "integer"));

/** Left out: what nobody filled, a choice of which only the id is known here, and a choice whose words a later column repeats (a pupil, then the pupil's name). */
export function toldTable(columns: readonly CompiledField[], rows: readonly Record<string, unknown>[], facts: Facts): ToldTable {
  const told = columns
    .map((column) => ({ column, words: rows.map((row) => (Object.hasOwn(row, column.name) ? shown(row[column.name], column, facts) : "")) }))
    .filter(({ column, words }, at, all) => {
      if (words.every((one) => one === "")) return false;
      if (column.type !== "reference") return true;
      const unnamed = words.every((one, i) => one === "" || one === rows[i]![column.name]);
      return !unnamed && !all.slice(at + 1).some((other) => other.words.every((one, i) => one === words[i]));
    });
  return {
    columns: told.map(({ column }) => ({ title: column.title, numeric: isNumeric(column) })),
    rows: rows.map((_, i) => told.map(({ words }) => words[i]!)),
  };
}
