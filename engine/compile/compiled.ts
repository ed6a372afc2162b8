// What compiling makes of a release: plain JSON that a phone can hold. Derived and cached, never stored as truth.
import type { Access, FieldType, ListDefinition, LookupDefinition, ReferenceDefinition, Text, UniqueKey, WorkflowDefinition } from "../../schemas/types.js";
import type { Tree } from "../expression/tree.js";
import type { FieldOptions } from "../fields/field.js";

/** One field, flat: its place is its `parent`'s index (a group or table), or -1. Parents stand before children. */
export interface CompiledField {
  /** Field id (`x-id`). */
  id: string;
  /** Key of its answer. */
  name: string;
  type: FieldType;
  parent: number;
  title: Text;
  help?: Text;
  /** Why its rule is so, shown before it fails. */
  why?: Text;
  /** Keywords its type understands: lengths, bounds, options, columns' limits. */
  options: FieldOptions;
  /** In `required` of its object: always. */
  required?: true;
  sensitive?: true;
  show?: Tree;
  require?: Tree;
  /** Computed: nobody types it. */
  value?: Tree;
  default?: Tree;
  /** The rows of a table while its record is new: nobody adds or removes one. */
  rows?: Tree;
  checks?: { rule: Tree; message: Text; level: "refuse" | "warn" }[];
  hidden: "retire" | "keep" | "clear";
}

export interface CompiledSection {
  id: string;
  title?: Text;
  description?: Text;
  show?: Tree;
  /** Indexes into `fields`, top level only. */
  fields: number[];
}

/** A node that reads another and must be computed again when that one changes. */
export interface Dependant {
  node: number;
  /** Only whether it is required and what is wrong with it depend on the other, not its value. */
  rule?: true;
  /** The table through whose name it reads: any row may matter to any row, not only to its own. */
  through?: number;
}

export interface CompiledForm {
  format: 1;
  owner: string;
  id: string;
  version: number;
  /** `id@version`. */
  release: string;
  title: Text;
  description?: Text;
  icon?: string;
  unit: "own" | "class" | "school" | "lao";
  fields: CompiledField[];
  pages: { title: Text; sections: CompiledSection[] }[];
  /** Who reads each node. A node is a field, by its index; sections count on from the last field, over all pages. */
  dependants: Dependant[][];
  /** All nodes, each after those whose values it reads. */
  order: number[];
  /** For each lookup, the nodes whose rules read it. */
  lookupDependants: Record<string, number[]>;
  lookups: Record<string, LookupDefinition>;
  /** Code lists whose rows its facts must hold. */
  codes: string[];
  access: Access;
  list: ListDefinition;
  keys: UniqueKey[];
  /** Of a sheet of the day, one a day and unit: the field that is its day. */
  day?: string;
  reference?: ReferenceDefinition;
  documents: string[];
  /** Indexes of the fields whose values stand beside the main button. */
  summary?: number[];
  /** Whether the last page sends, without a page to look all over. */
  direct?: true;
  workflow: CompiledWorkflow;
}

/** A workflow with its expressions as trees, keyed as the definition writes them. */
export interface CompiledWorkflow {
  id: string;
  version: number;
  definition: WorkflowDefinition;
  /** Trees by source text of each `when`. */
  rules: Record<string, Tree>;
}

/** A release as `act` needs it: the compiled form, and older compiled versions by number to read old records with. */
export interface Release {
  form: CompiledForm;
  /** By version number. An unsealed record written in one is carried into `form`; a sealed one goes on in its own. */
  older?: Record<number, CompiledForm>;
}
