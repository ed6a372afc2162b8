// The cells of a CSV or Excel file as texts. Old files of Thai offices are in windows-874; what is no UTF-8 is read as that.
import Papa from "papaparse";

/** Cells by row; an Excel file gives its first sheet. Libraries load when a file is chosen. */
export async function readSheet(file: File): Promise<string[][]> {
  if (/\.xlsx$/i.test(file.name)) {
    const { readSheet } = await import("read-excel-file/browser");
    return (await readSheet(file)).map((row) => row.map(asText));
  }
  return Papa.parse<string[]>(decoded(await file.arrayBuffer()), { skipEmptyLines: "greedy" }).data;
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-874").decode(bytes);
  }
}

function asText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
