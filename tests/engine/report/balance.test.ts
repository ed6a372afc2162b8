// Balances: brought forward from before the period, moved by each line, carried on to the next.
import { expect, test } from "vitest";
import type { ReportDefinition } from "../../../schemas/types.js";
import { compiled, foldOf, meals, sheet } from "./sheets.js";

/** Portions come in, cost goes out: names enough for a store of something. */
const store: ReportDefinition = {
  ...meals,
  columns: [
    { name: "came", title: "รับ", pick: "sum", of: "portions" },
    { name: "went", title: "จ่าย", pick: "sum", of: "cost", decimals: 0 },
    { name: "left", title: "คงเหลือ", running: "came - went" },
    { name: "worth", title: "เป็นเงิน", value: "left * 2" },
  ],
  charts: [{ type: "line", title: "คงเหลือ", x: "day", series: ["left"] }],
};
const on = (day: string, portions: number, cost: number) => ({ day, portions, cost });
const october = [on("2026-10-30", 50, 20), on("2026-09-01", 100, 10)];
const november = [on("2026-11-03", 0, 40), on("2026-11-02", 30, 25), on("2026-11-03", 5, 0)];
const said = ({ lines }: ReturnType<typeof sheet>) => lines.map(({ kind, cells }) => [kind, ...cells]);

test("what was left before stands above, each day moves it, what is left is carried on below the total", () => {
  expect(said(sheet(store, "2026-11", november, {}, october))).toEqual([
    ["brought", "ยกมา", "", "", "120", ""],
    ["row", "2 พ.ย. 2569", "30", "25", "125", "250"],
    ["row", "3 พ.ย. 2569", "5", "40", "90", "180"],
    ["total", "รวม", "35", "65", "", ""],
    ["carried", "ยกไป", "", "", "90", ""],
  ]);
});

test("the end of one month is the beginning of the next, also after a day was corrected", () => {
  const corrected = [on("2026-10-30", 50, 18), october[1]!];
  const first = sheet(store, "2026-10", corrected.slice(0, 1), {}, corrected.slice(1));
  const next = sheet(store, "2026-11", november, {}, corrected);
  expect([first.lines.at(-1)!.values.at(-2), next.lines[0]!.values.at(-2)]).toEqual([122, 122]);
});

test("a month in which nothing happened still carries what was left; one before everything is empty", () => {
  const idle = sheet(store, "2026-12", [], {}, [...october, ...november]);
  expect(said(idle)).toEqual([
    ["brought", "ยกมา", "", "", "90", ""],
    ["carried", "ยกไป", "", "", "90", ""],
  ]);
  expect([idle.columns.length, idle.charts]).toEqual([5, []]);
  expect(sheet(store, "2026-08", [])).toEqual({ columns: [], lines: [], legend: [], charts: [] });
  expect(said(sheet(store, "2026-08", [on("2026-08-03", 7, 0)])).map(([kind, , , , left]) => [kind, left])).toEqual([
    ["brought", "0"],
    ["row", "7"],
    ["total", ""],
    ["carried", "7"],
  ]);
});

test("days without lines keep the balance; its line is drawn from what was brought", () => {
  const every: ReportDefinition = { ...store, group: [{ ...store.group![0]!, all: "workdays" }] };
  const { lines, charts } = sheet(every, "2026-11", [on("2026-11-03", 0, 40)], {}, october);
  expect(lines.slice(1, 5).map(({ cells }) => [cells[0], cells[3]])).toEqual([
    ["2 พ.ย. 2569", "120"],
    ["3 พ.ย. 2569", "80"],
    ["4 พ.ย. 2569", "80"],
    ["5 พ.ย. 2569", "80"],
  ]);
  expect(charts[0]!.series[0]!.values.slice(0, 3)).toEqual([null, 80, null]);
});

test("each outer group has its own; what a source does not want moves nothing; satang are exact", () => {
  const shops: ReportDefinition = {
    ...store,
    sources: [{ ...store.sources[0]!, where: "portions < 1000" }],
    group: [{ name: "size", title: "ขนาด", value: "cost > 1 ? 'ใหญ่' : 'เล็ก'", subtotal: true }, store.group![0]!],
    columns: [
      { name: "went", title: "จ่าย", pick: "sum", of: "cost" },
      { name: "spent", title: "สะสม", running: "went", decimals: 2 },
    ],
    charts: [],
  };
  const records = [on("2026-11-02", 1, 0.1), on("2026-11-03", 1, 0.2), on("2026-11-02", 1, 5), on("2026-11-02", 5_000, 7)];
  expect(said(sheet(shops, "2026-11", records, {}, [on("2026-10-01", 1, 0.7), on("2026-10-02", 5_000, 3)]))).toEqual([
    ["brought", "เล็ก", "ยกมา", "", "0.70"],
    ["row", "เล็ก", "2 พ.ย. 2569", "0.10", "0.80"],
    ["row", "เล็ก", "3 พ.ย. 2569", "0.20", "1.00"],
    ["subtotal", "รวม เล็ก", "", "0.30", ""],
    ["carried", "เล็ก", "ยกไป", "", "1.00"],
    ["brought", "ใหญ่", "ยกมา", "", "0.00"],
    ["row", "ใหญ่", "2 พ.ย. 2569", "5.00", "5.00"],
    ["subtotal", "รวม ใหญ่", "", "5.00", ""],
    ["carried", "ใหญ่", "ยกไป", "", "5.00"],
    ["total", "รวม", "", "5.30", ""],
  ]);
});

test("only what a balance reads is kept of the lines before", () => {
  const report = compiled(store);
  expect(report.sources.map(({ brought }) => brought)).toEqual([true]);
  expect(compiled(meals).sources.map(({ brought }) => brought)).toEqual([false]);
  const { before, none } = foldOf(report, [], {}, october);
  expect(none).toBe(true);
  expect([...before.inside.keys()].sort()).toEqual(["2026-09-01", "2026-10-30"]);
});
