// The monthly sheets: pupils × days with marks and totals, meals by day with sums to the satang, groups in Thai order.
import { expect, test } from "vitest";
import type { Value } from "../../../engine/expression/tree.js";
import { Fold, mostCells } from "../../../engine/report/fold.js";
import { sheetOf } from "../../../engine/report/sheet.js";
import type { ReportDefinition } from "../../../schemas/types.js";
import { compiled, facts, foldOf, meals, register, sheet } from "./sheets.js";

const day = (date: string, statuses: Record<string, string>) => ({
  day: date,
  room: "ป.1/1",
  rows: Object.entries(statuses).map(([student, status]) => ({ $row: student, student, status })),
});
const labels = { k: "เด็กชายเก่ง", x: "เด็กชายขวัญ", a: "เด็กชายแก้ว" };
const november = [
  day("2026-11-02", { k: "present", x: "late", a: "absent" }),
  day("2026-11-03", { k: "present", x: "sick", a: "present" }),
  // Sent on a Saturday: it is a column of its own, although no workday.
  day("2026-11-07", { k: "present" }),
];

test("a register has a line a pupil in Thai order, a column a school day, marks in the cells", () => {
  const { columns, lines, legend } = sheet(register, "2026-11", november, {
    labels,
    codes: { holidays: [{ id: "2026-11-05", title: "วันหยุด", from: "2026-11-05", to: "2026-11-05" }] },
  });
  const across = columns.filter(({ part }) => part === "across");
  expect(across.map(({ title }) => title)).toEqual("2 3 4 6 7 9 10 11 12 13 16 17 18 19 20 23 24 25 26 27 30".split(" "));
  expect(across.filter(({ off }) => off).map(({ title }) => title)).toEqual(["7"]);
  const rows = lines.filter(({ kind }) => kind === "row");
  expect(rows.map(({ cells }) => [cells[0], cells[1], cells[2], cells[3], cells[5], ...cells.slice(-3)])).toEqual([
    ["เด็กชายเก่ง", "/", "/", "", "/", "3", "0", "100.00"],
    ["เด็กชายแก้ว", "ข", "/", "", "", "1", "1", "50.00"],
    ["เด็กชายขวัญ", "ส", "ป", "", "", "1", "0", "50.00"],
  ]);
  expect(legend[3]).toEqual({ mark: "ข", title: "ขาด", tone: "bad" });
});

test("its last lines count each day, and everything: a percent is of all lines, not of the percents", () => {
  const { columns, lines } = sheet(register, "2026-11", november, { labels });
  const last = columns.length - 3;
  expect(lines.filter(({ kind }) => kind !== "row").map(({ kind, cells }) => [kind, cells[0], cells[1], cells[2], cells[3], ...cells.slice(last)])).toEqual([
    ["total", "รวม", "", "", "", "5", "1", "71.43"],
    ["foot", "มาเรียน", "2", "2", "", "5", "", ""],
    ["foot", "ไม่มา", "1", "1", "", "2", "", ""],
    ["foot", "เต็ม", "3", "3", "", "7", "", ""],
  ]);
});

test("meals come by day and are exact to the satang; the picture is by week", () => {
  const records = Array.from({ length: 20 }, (_, n) => ({ day: `2026-11-${String(n + 2).padStart(2, "0")}`, portions: 3, cost: 0.1 }));
  const { lines, charts, columns } = sheet(meals, "2026-11", records);
  expect(columns.map(({ title }) => title)).toEqual(["วันที่", "ชุด", "เป็นเงิน", "เฉลี่ยต่อชุด"]);
  expect(lines[0]!.cells).toEqual(["2 พ.ย. 2569", "3", "0.10", "0.03"]);
  expect(lines.at(-1)).toMatchObject({ kind: "total", cells: ["รวม", "60", "2.00", "0.03"], values: [null, 60, 2, expect.any(Number)] });
  expect(charts[0]).toMatchObject({
    x: ["2–8 พ.ย.", "9–15 พ.ย.", "16–22 พ.ย."],
    series: [{ title: "เป็นเงิน", values: [0.7, 0.7, 0.6], texts: ["0.70", "0.70", "0.60"] }],
  });
});

test("what a fold holds grows with the groups, not with the lines; the order of lines changes nothing", () => {
  const records = Array.from({ length: 3_000 }, (_, n) => ({
    day: `2026-11-${String((n % 28) + 1).padStart(2, "0")}`,
    portions: n % 7,
    cost: (n % 13) + 0.25,
  }));
  const report = compiled(meals);
  const fold = foldOf(report, records);
  expect(fold.root.inside.size).toBe(28);
  expect(fold.full).toBe(false);
  expect(sheet(meals, "2026-11", [...records].reverse())).toEqual(sheet(meals, "2026-11", records));
});

test("more cells than anybody can read are told while they come", () => {
  const wide: ReportDefinition = { ...meals, group: [{ name: "p", title: "p", value: "portions" }], charts: [] };
  const records = Array.from({ length: mostCells / 4 + 2 }, (_, n) => ({ day: "2026-11-02", portions: n, cost: 1 }));
  expect(foldOf(compiled(wide), records).full).toBe(true);
});

test("two groups have subtotals; lines are sorted by a figure, nothing comes last", () => {
  const by: ReportDefinition = {
    ...register,
    matrix: undefined as never,
    charts: [],
    group: [
      { name: "room", title: "ห้อง", value: "room", subtotal: true },
      { name: "student", title: "นักเรียน", value: "student" },
    ],
    sort: ["-missed", "student"],
  };
  delete (by as { matrix?: unknown }).matrix;
  const records = [
    { ...day("2026-11-02", { k: "present", x: "absent", a: "absent" }), room: "ป.10" },
    { ...day("2026-11-02", { k: "absent" }), room: "ป.2" },
    { ...day("2026-11-03", { x: "absent" }), room: "ป.10" },
  ];
  expect(sheet(by, "2026-11", records, { labels }).lines.map(({ kind, cells }) => [kind, cells[0], cells[1], cells[3]])).toEqual([
    ["row", "ป.2", "เด็กชายเก่ง", "1"],
    ["subtotal", "รวม ป.2", "", "1"],
    ["row", "ป.10", "เด็กชายขวัญ", "2"],
    ["row", "ป.10", "เด็กชายแก้ว", "1"],
    ["row", "ป.10", "เด็กชายเก่ง", "0"],
    ["subtotal", "รวม ป.10", "", "3"],
    ["total", "รวม", "", "4"],
  ]);
});

test("without groups there is one line for all; what was not answered is said so", () => {
  const { group: _, charts: __, ...one } = meals;
  expect(sheet(one as ReportDefinition, "2026-11", [{ day: "2026-11-02", portions: 2, cost: 5 }]).lines).toEqual([
    { kind: "row", cells: ["2", "5.00", "2.50"], values: [2, 5, 2.5] },
  ]);
  expect(sheet(meals, "2026-11", [{ day: null, portions: 1, cost: 1 }]).lines[0]!.cells[0]).toBe("ไม่ระบุ");
});

test("only the lines a source wants; the last is the latest, in whatever order they come; last words have no subtotal", () => {
  const by: ReportDefinition = {
    ...register,
    sources: [{ ...register.sources[0]!, where: "room != 'ปิด'" }],
    group: [
      { name: "room", title: "ห้อง", value: "room", subtotal: true },
      { name: "student", title: "นักเรียน", value: "student" },
    ],
    matrix: { ...register.matrix!, across: { name: "month", title: "เดือน", value: "day", by: "month" } },
    charts: [],
  };
  const records = [day("2026-11-03", { k: "absent" }), day("2026-11-02", { k: "present" }), { ...day("2026-11-09", { k: "late" }), room: "ปิด" }];
  for (const order of [records, [...records].reverse()])
    expect(sheet(by, "2026-11", order).lines.map(({ kind, cells }) => [kind, cells[2], cells[3]])).toEqual([
      ["row", "ข", "1"],
      ["subtotal", "", "1"],
      ["total", "", "1"],
      ["foot", "1", "1"],
      ["foot", "1", "1"],
      ["foot", "2", "2"],
    ]);
});

test("two sources fold into one sheet, each into its own columns; what is worked out reads both", () => {
  const between = { field: "day", parameter: "month" };
  const both: ReportDefinition = {
    ...meals,
    sources: [
      { form: "lunch", between },
      { form: "attendance", between, rows: "rows" },
    ],
    group: [{ name: "day", title: "วันที่", value: { lunch: "day", attendance: "day" }, by: "day" }],
    columns: [
      { name: "came", title: "มา", pick: "count", from: "attendance", where: "status == 'present'" },
      { name: "portions", title: "ชุด", pick: "sum", of: "portions", from: "lunch" },
      { name: "over", title: "เกิน", value: "portions - came" },
    ],
    charts: [],
  };
  const fold = new Fold(compiled(both));
  const line = (values: Record<string, Value>) => ({ facts: facts(), at: "", name: (name: string) => values[name] });
  fold.add(0, line({ day: "2026-11-02", portions: 5 }));
  for (const status of ["present", "present", "absent"]) fold.add(1, line({ day: "2026-11-02", status }));
  fold.add(1, line({ day: "2026-11-03", status: "present" }));
  expect(sheetOf(fold, [], undefined, { language: "en", facts: facts() }).lines.map(({ cells }) => cells)).toEqual([
    ["2 Nov 2569", "2", "5", "3"],
    ["3 Nov 2569", "1", "0", "−1"],
    ["Total", "3", "5", "2"],
  ]);
});

test("a month of which nothing came is empty, not full of noughts", () => {
  expect(sheet(register, "2026-12", [])).toEqual({ columns: [], lines: [], legend: [], charts: [] });
});

test("money has its satang, and what is worked out of money too", () => {
  expect(compiled(meals).columns.map(({ decimals }) => decimals)).toEqual([undefined, 2, 2]);
});
