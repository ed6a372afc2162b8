// What compiling makes of a report: its expressions as trees, one for each source, and how each value is shown.
import type { FieldType, ReportColumn, ReportDefinition, ReportKey, Text } from "../../schemas/types.js";
import type { Tree } from "../expression/tree.js";
import type { FieldOptions } from "../fields/field.js";

/** A tree for each source, in their order; a source without one adds nothing. */
export type PerSource = (Tree | undefined)[];

/** How a value is put into words. */
export type Shown =
  | { as: "field"; type: FieldType; options: FieldOptions }
  | { as: "organization" | "person" }
  | { as: "day" | "week" | "month" | "text" | "number" | "boolean" };

export interface CompiledSource {
  name: string;
  form: string;
  states?: readonly string[];
  /** The date field that must lie in the period of a parameter; with `to`, the first of the days that a record lasts. */
  between?: { field: string; parameter: string; indexed: boolean; to?: string; longest?: number };
  rows?: string;
  where?: Tree;
  /** It reads a field that is sensitive. */
  sensitive: boolean;
  /** Balances begin with its lines from before the period. */
  brought: boolean;
}

export interface CompiledKey extends Pick<ReportKey, "name" | "title" | "by" | "all"> {
  subtotal: boolean;
  trees: PerSource;
  shown: Shown;
}

/** A figure. One that is derived reads the figures before it in its own list. */
export interface CompiledColumn extends Pick<ReportColumn, "name" | "title" | "heading" | "unit" | "marks"> {
  pick?: NonNullable<ReportColumn["pick"]>;
  of: PerSource;
  over: PerSource;
  where: PerSource;
  /** Sources whose lines count. */
  from: boolean[];
  derived?: Tree;
  /** What is derived is added to the balance of the line before. */
  running?: true;
  /** Names of the figures that a derived one reads. */
  reads: string[];
  numeric: boolean;
  decimals?: number;
  shown: Shown;
}

export interface CompiledChart {
  type: "bars" | "line";
  title: Text;
  x: CompiledKey;
  split?: CompiledKey;
  series: string[];
  stacked: boolean;
}

export interface CompiledReport {
  definition: ReportDefinition;
  sources: CompiledSource[];
  keys: CompiledKey[];
  across?: CompiledKey;
  /** Of the matrix. */
  cell?: CompiledColumn;
  columns: CompiledColumn[];
  foot: CompiledColumn[];
  total: boolean;
  sort: { name: string; descending: boolean }[];
  charts: CompiledChart[];
  /** Code lists that its words or its expressions need. */
  codes: string[];
}

/** Whether the total of a cell says something: last words do not add up. */
export const addsUp = ({ pick }: CompiledColumn): boolean => pick !== "first" && pick !== "last";
