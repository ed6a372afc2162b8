// How large a definition and an answer may be. Definitions come from others; whoever reads one is bounded by this page.
import { expressionDepth, expressionNodes } from "../expression/types.js";

export const limits = {
  /** Fields of a form, those of tables and groups included. */
  fields: 1500,
  /** Rows of a table. */
  rows: 2000,
  /** Cells of all tables of one record: each row has every column. */
  cells: 300_000,
  /** Levels of nesting in a definition or in answers. */
  levels: 64,
  /** Nodes of one expression, and how deep it may nest. */
  nodes: expressionNodes,
  expressionLevels: expressionDepth,
  /** Steps of one rule, and of all rules of a form, when every table and list is full. */
  steps: 4_000_000,
  allSteps: 20_000_000,
  /** Rows of a lookup, and of a code list, where their number is not known. */
  lookupRows: 100,
  codeRows: 200,
  /** Bytes of a list or map that a formula gives. */
  computedBytes: 1024 * 1024,
  /** Bytes of a definition, as UTF-8 JSON. */
  bytes: 2 * 1024 * 1024,
  /** Bytes of the answers of one record. */
  answerBytes: 4 * 1024 * 1024,
  /** Characters of an answer where the definition does not say. */
  text: 1000,
  longText: 20_000,
  /** Files of one field where the definition does not say. */
  files: 20,
  /** Levels of a menu. */
  menuLevels: 4,
} as const;
