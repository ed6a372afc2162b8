// Pictures: markup that is well formed and harmless, marks where the figures say, and words for whoever does not see it.
import { expect, test } from "vitest";
import { chartSvg, describe } from "../../../engine/report/chart.js";
import { printReport } from "../../../engine/report/print.js";
import type { ReportPicture, ReportView } from "../../../schemas/types.js";
import { meals } from "./sheets.js";

const picture: ReportPicture = {
  type: "bars",
  title: "ค่าอาหาร <b>",
  xTitle: "สัปดาห์",
  unit: "บาท",
  x: ["1", "2", "3"],
  series: [{ title: "เป็นเงิน", values: [100, null, 400], texts: ["100.00", "", "400.00"] }],
};
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;
/** Every tag is closed in its order. */
function wellFormed(markup: string): boolean {
  const open: string[] = [];
  for (const [, end, name, own] of markup.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (end) {
      if (open.pop() !== name) return false;
    } else if (!own) open.push(name!);
  }
  return open.length === 0;
}

test("bars stand as high as their figures", () => {
  const svg = chartSvg(picture, "c");
  expect(wellFormed(svg)).toBe(true);
  const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  expect(heights).toHaveLength(2);
  expect(heights[1]! / heights[0]!).toBeCloseTo(4, 1);
  expect(svg).toContain('aria-labelledby="c-t c-d"');
  expect(svg).toContain("&lt;b&gt;");
  expect(svg).not.toContain("<b>");
});

test("a line has a gap where there is no figure", () => {
  const svg = chartSvg({ ...picture, type: "line" }, "c");
  expect(wellFormed(svg)).toBe(true);
  expect(/<path d="([^"]+)"/.exec(svg)![1]!.match(/M/g)).toHaveLength(2);
  expect(count(svg, /<circle/g)).toBe(2);
});

test("stacked bars stand on each other, below nought too; nothing at all is still a picture", () => {
  const two = { ...picture, stacked: true, series: [picture.series[0]!, { title: "คืน", values: [100, 0, -400], texts: ["100", "0", "−400"] }] };
  const tops = [...chartSvg(two, "c").matchAll(/<rect x="([\d.]+)" y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(([, x, y, height]) => [
    x,
    Number(y),
    Number(height),
  ]);
  expect(tops[1]![1] as number).toBeCloseTo((tops[0]![1] as number) - (tops[1]![2] as number), 0);
  expect(wellFormed(chartSvg({ ...picture, x: [], series: [] }, "c"))).toBe(true);
});

test("many places along the bottom are named evenly, so that no two names meet", () => {
  const x = Array.from({ length: 31 }, (_, n) => `${n + 1} พ.ย. 2569`);
  const svg = chartSvg({ ...picture, x, series: [{ title: "a", values: x.map(() => 1), texts: x }] }, "c");
  expect(count(svg, /พ\.ย\. 2569<\/text>/g)).toBeLessThan(8);
});

test("the description says the least and the most, and where", () => {
  expect(describe(picture)).toBe("สัปดาห์ · บาท: เป็นเงิน: 100.00 (1) – 400.00 (3)");
});

const view: ReportView = {
  report: { id: "r", title: "รายงาน & <i>" },
  parameters: [{ name: "month", type: "month", title: "เดือน", value: "2026-11", words: "พฤศจิกายน 2569" }],
  at: "2026-11-30T00:00:00.000Z",
  count: 3,
  columns: [
    { name: "day", title: "วันที่", part: "group" },
    { name: "a", title: "ชุด", part: "column", numeric: true, heading: "รับ" },
    { name: "b", title: "เงิน", part: "column", numeric: true, heading: "รับ" },
  ],
  lines: [
    { kind: "row", cells: ["<script>", "10", "1.50"], values: [null, 10, 1.5] },
    { kind: "total", cells: ["รวม", "10", "1.50"], values: [null, 10, 1.5] },
  ],
  legend: [{ mark: "/", title: "มา" }],
  charts: [picture],
};

test("a print repeats its head, in Thai digits, with places to sign; nothing in it runs", () => {
  const page = printReport({ definition: { ...meals, document: { signers: ["ครูประจำชั้น"] } }, view, organization: "เทศบาลตำบลสระบัว", language: "th" });
  expect(page).toContain("thead{display:table-header-group}");
  expect(page).toContain('<th class="" rowspan="2">วันที่</th><th colspan="2">รับ</th>');
  expect(page).toContain('<td class="number">๑.๕๐</td>');
  expect(page).toContain("พฤศจิกายน ๒๕๖๙");
  expect(page).toContain("ครูประจำชั้น");
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toMatch(/<script|<i>(?!<)/);
  expect(wellFormed(page.replace(/<style>[\s\S]*?<\/style>/, "").replaceAll("<br>", ""))).toBe(true);
  expect(printReport({ definition: { ...meals, document: { digits: "arabic", charts: false } }, view, organization: "", language: "th" })).not.toMatch(
    /[๐-๙]|<svg/,
  );
});
