// A file of an office as rows: its header, the numbers of its rows, the old Thai letters.
import { expect, test } from "vitest";
import { readSheet } from "../../../client/designer/read-sheet.js";

test("a title above the header and empty rows are left out; each row keeps its number", async () => {
  const sheet = await readSheet(new File(['\ufeffบัญชีครุภัณฑ์,,\r\n,,\r\n ชื่อ ,ราคา,วันที่\r\nโต๊ะ,"1,440.50",15/5/2567\r\n , ,\r\n"ตู้\nเหล็ก",3,\r\n'], "ก.csv"));
  expect(sheet).toEqual({
    file: "ก.csv",
    header: ["ชื่อ", "ราคา", "วันที่"],
    rows: [
      { line: 4, cells: ["โต๊ะ", "1,440.50", "15/5/2567"] },
      { line: 6, cells: ["ตู้\nเหล็ก", "3", ""] },
    ],
  });
});

test("one column has a header, too", async () => {
  expect(await readSheet(new File(["ชื่อ\nก\n\nข"], "ข.csv"))).toMatchObject({ header: ["ชื่อ"], rows: [{ line: 2 }, { line: 4 }] });
  expect(await readSheet(new File([""], "ค.csv"))).toMatchObject({ header: [], rows: [] });
});

test("old files are in windows-874", async () => {
  const thai = Uint8Array.from([..."ชื่อ,ก\nข,ค"].map((letter) => (letter.charCodeAt(0) > 0x7f ? letter.charCodeAt(0) - 0xe00 + 0xa0 : letter.charCodeAt(0))));
  expect(await readSheet(new File([thai], "เก่า.csv"))).toMatchObject({ header: ["ชื่อ", "ก"], rows: [{ cells: ["ข", "ค"] }] });
});
