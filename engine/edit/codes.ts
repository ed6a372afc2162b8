// What an author does to a code list: rows as a sheet of cells, written one by one or pasted from a spreadsheet.
import type { CodeRow, CodesDefinition } from "../../schemas/types.js";

/** The columns that a list has of itself; others are its values. */
const own = ["id", "title", "from", "to", "parent", "min", "max"] as const;
type Own = (typeof own)[number];
const isOwn = (column: string): column is Own => (own as readonly string[]).includes(column);

/** The columns of a list as its sheet shows them: code and words always, the rest when any row has them. */
export function columnsOf({ rows }: CodesDefinition): string[] {
  const used = new Set<string>(["id", "title"]);
  for (const row of rows) {
    for (const column of own) if (row[column] !== undefined) used.add(column);
    for (const name of Object.keys(row.values ?? {})) used.add(name);
  }
  return [...own.filter((column) => used.has(column)), ...[...used].filter((column) => !isOwn(column))];
}

/** A cell as text. */
export function cellOf(row: CodeRow, column: string): string {
  if (column === "title") return typeof row.title === "string" ? row.title : row.title.th;
  const value = isOwn(column) ? row[column] : row.values?.[column];
  return value === undefined ? "" : String(value);
}

/** The row with one cell written; an empty text takes it away. */
export function writeCell(row: CodeRow, column: string, text: string): CodeRow {
  if (column === "title") return { ...row, title: typeof row.title === "object" && row.title.en !== undefined ? { ...row.title, th: text } : text };
  if (column === "id") return { ...row, id: text };
  if (column === "min" || column === "max") return put(row, column, text === "" ? undefined : Number(text));
  if (isOwn(column)) return put(row, column, text === "" ? undefined : text);
  const before = row.values?.[column];
  const { [column]: _, ...others } = row.values ?? {};
  const value =
    typeof before === "boolean" || text === "true" || text === "false"
      ? text === "true"
      : text !== "" && Number.isFinite(Number(text)) && typeof before !== "string"
        ? Number(text)
        : text;
  const values = text === "" ? others : { ...row.values, [column]: value };
  return put(row, "values", Object.keys(values).length ? values : undefined);
}

function put<K extends keyof CodeRow>(row: CodeRow, key: K, value: CodeRow[K] | undefined): CodeRow {
  if (value !== undefined) return { ...row, [key]: value };
  const { [key]: _, ...rest } = row;
  return rest as CodeRow;
}

/** The list with cells written from a place on, rows made where there are none: what is pasted from a spreadsheet. */
export function writeBlock(
  codes: CodesDefinition,
  at: number,
  columns: readonly string[],
  from: string,
  block: readonly (readonly string[])[],
): CodesDefinition {
  const first = Math.max(0, columns.indexOf(from));
  const rows = [...codes.rows];
  for (const [down, cells] of block.entries()) {
    let row: CodeRow = rows[at + down] ?? { id: "", title: "" };
    for (const [right, text] of cells.entries()) {
      const column = columns[first + right];
      if (column !== undefined) row = writeCell(row, column, text.trim());
    }
    rows[at + down] = row;
  }
  return { ...codes, rows };
}

/** Cells of a spreadsheet as they come through the clipboard. */
export const blockOf = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
