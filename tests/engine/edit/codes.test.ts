// A code list as a sheet of cells: written, pasted from a spreadsheet, and nothing of a row lost by it.
import { expect, test } from "vitest";
import { blockOf, cellOf, columnsOf, writeBlock, writeCell } from "../../../engine/edit/codes.js";
import type { CodesDefinition } from "../../../schemas/types.js";
import { codeLists } from "../../help/library.js";

const list: CodesDefinition = {
  kind: "codes",
  id: "rates",
  title: "อัตรา",
  rows: [
    { id: "a", title: { th: "ก", en: "A" }, from: "2026-10-01", min: 1, max: 40, values: { baht: 36, kind: "x", open: true } },
    { id: "b", title: "ข" },
  ],
};

test("the columns that any row has, code and words first", () => {
  expect(columnsOf(list)).toEqual(["id", "title", "from", "min", "max", "baht", "kind", "open"]);
  expect(columnsOf({ ...list, rows: [] })).toEqual(["id", "title"]);
});

test("every cell of the lists that come with the product, written back, is the row it was", () => {
  for (const codes of codeLists())
    for (const row of codes.rows) expect(columnsOf(codes).reduce((next, column) => writeCell(next, column, cellOf(row, column)), row)).toEqual(row);
});

test("a cell keeps its kind: numbers, yes or no, texts; the English words stay", () => {
  const [row] = list.rows;
  expect(writeCell(row!, "title", "ค").title).toEqual({ th: "ค", en: "A" });
  expect(writeCell(row!, "baht", "27").values).toEqual({ baht: 27, kind: "x", open: true });
  expect(writeCell(row!, "kind", "12").values!.kind).toBe("12");
  expect(writeCell(row!, "open", "false").values!.open).toBe(false);
  expect(writeCell(row!, "max", "")).not.toHaveProperty("max");
  expect(writeCell(writeCell({ id: "c", title: "ค" }, "baht", "5"), "baht", "")).toEqual({ id: "c", title: "ค" });
});

test("a block from a spreadsheet fills cells from a place on and makes the rows it needs", () => {
  const next = writeBlock(list, 1, ["id", "title", "baht"], "title", blockOf("ขอ\t10\r\nคอ\t20\n"));
  expect(next.rows.slice(1)).toEqual([
    { id: "b", title: "ขอ", values: { baht: 10 } },
    { id: "", title: "คอ", values: { baht: 20 } },
  ]);
  expect(list.rows).toHaveLength(2);
});
