// The cells of a CSV or Excel file as texts: the header, and each row with its number as the program that made it shows it.
// Old files of Thai offices are in windows-874; what is no UTF-8 is read as that.
import Papa from "papaparse";

export interface SheetRow {
  /** Its number in the file, from 1. */
  line: number;
  cells: string[];
}

export interface Sheet {
  /** The name of the file. */
  file: string;
  header: string[];
  rows: SheetRow[];
}

/** An Excel file gives its first sheet. Empty rows are left out, and so is a title that stands alone above the header. */
export async function readSheet(file: File): Promise<Sheet> {
  const all = (await cellsOf(file)).map((cells, at) => ({ line: at + 1, cells }));
  const filled = all.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  const heads = filled.findIndex(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
  const [header, ...rows] = filled.slice(Math.max(0, heads));
  return { file: file.name, header: (header?.cells ?? []).map((cell) => cell.trim()), rows };
}

/** The Excel library loads when a file of it is chosen. */
async function cellsOf(file: File): Promise<string[][]> {
  if (!/\.xlsx$/i.test(file.name)) return Papa.parse<string[]>(decoded(await file.arrayBuffer())).data;
  const { readSheet } = await import("read-excel-file/browser");
  return (await readSheet(file)).map((row) => row.map(asText));
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-874").decode(bytes);
  }
}

/** A time of the day is the first day of Excel's calendar to it. */
function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  const written = cell.toISOString();
  return cell.getUTCFullYear() < 1901 ? written.slice(11, 16) : written.slice(0, 10);
}
