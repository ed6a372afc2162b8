// A place in the answers: found by the identities in a change's path, whatever groups and rows it lies in.
import { chain, type Node, type Shape } from "./shape.js";

export type Answers = Record<string, unknown>;
export type Row = Answers & { $row: string };

/** One step into the answers: a field by name, or a row of the table just entered. */
export type Step = { name: string } | { row: string };

export interface Place {
  /** The field, or the table whose row it is. */
  node: Node;
  /** The row that is the place itself. */
  row?: string;
  steps: Step[];
}

const rowId = /^[0-9A-Za-z_-]{1,64}$/;

/** Reads a path of field ids and row ids. Groups on the way may be left out, so that a field moved into one is still found. */
export function findPlace(shape: Shape, path: string): Place | undefined {
  const parts = path.split("/");
  const last = shape.byId.get(parts.at(-1)!);
  const node = last ?? shape.byId.get(parts.at(-2) ?? "");
  if (!node || (!last && node.field.type !== "table")) return undefined;
  const way = chain(node);
  const rows = new Map<string, string>();
  for (const [index, part] of parts.entries()) {
    if (way.some((one) => one.field.id === part)) continue;
    const before = way.find((one) => one.field.id === parts[index - 1]);
    if (before?.field.type !== "table" || !rowId.test(part)) return undefined;
    rows.set(before.field.id, part);
  }
  const row = last ? undefined : parts.at(-1)!;
  const steps: Step[] = [];
  for (const one of way) {
    steps.push({ name: one.field.name });
    if (one.field.type !== "table" || (one === node && last)) continue;
    const inRow = rows.get(one.field.id);
    if (inRow === undefined) return undefined;
    steps.push({ row: inRow });
  }
  return { node, steps, ...(row !== undefined && { row }) };
}

/** The field of a place as retired values name it: its id, after the tables and rows it lies in. */
export function keyOf({ node, steps }: Place): string {
  const rows = steps.flatMap((step) => ("row" in step ? [step.row] : []));
  const tables = chain(node).filter(({ field }) => field.type === "table");
  return [...rows.flatMap((row, index) => [tables[index]!.field.id, row]), node.field.id].join("/");
}

/** The place of names and row ids, as the form's own problems and hidden answers tell it. */
export function placeOf(shape: Shape, path: readonly string[]): Place | undefined {
  const steps: Step[] = [];
  let [level, node, inTable]: [readonly Node[], Node | undefined, boolean] = [shape.top, undefined, false];
  for (const part of path) {
    if (inTable) {
      steps.push({ row: part });
      inTable = false;
      continue;
    }
    node = level.find(({ field }) => field.name === part);
    if (!node) return undefined;
    steps.push({ name: part });
    level = node.children;
    inTable = node.field.type === "table";
  }
  return node && { node, steps };
}

/** The rows of a table's answer: only those that are rows. */
export function rowsOf(value: unknown): Row[] {
  return Array.isArray(value) ? value.filter((row): row is Row => isPlain(row) && typeof row.$row === "string") : [];
}

export function isPlain(value: unknown): value is Answers {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
