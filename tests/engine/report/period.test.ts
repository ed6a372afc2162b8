// Parameters: the days they cover, in three kinds of years; their words; what is written wrongly is told how to write.
import { expect, test } from "vitest";
import { choose, periodWords, present, stretch } from "../../../engine/report/period.js";
import { addDays } from "../../../engine/thai/day.js";
import { academicYear, fiscalYear, term } from "../../../engine/thai/years.js";
import type { ReportParameter } from "../../../schemas/types.js";

const chosen = (type: ReportParameter["type"], value: string) => {
  const found = choose({ name: "p", type }, value);
  return "code" in found ? found.code : [found.period!.from, found.period!.to, periodWords(found, "th")];
};

test.each<[ReportParameter["type"], string, string[]]>([
  ["month", "2024-02", ["2024-02-01", "2024-02-29", "กุมภาพันธ์ 2567"]],
  ["fiscal-year", "2570", ["2026-10-01", "2027-09-30", "ปีงบประมาณ 2570"]],
  ["academic-year", "2569", ["2026-05-16", "2027-05-15", "ปีการศึกษา 2569"]],
  ["term", "2569/2", ["2026-11-01", "2027-05-15", "ภาคเรียนที่ 2 ปีการศึกษา 2569"]],
  ["dates", "2026-11-28..2026-12-04", ["2026-11-28", "2026-12-04", "28 พ.ย. – 4 ธ.ค. 2569"]],
])("%s %s", (type, value, days) => {
  expect(chosen(type, value)).toEqual(days);
});

test.each<[ReportParameter["type"], string]>([
  ["month", "2569-11"],
  ["month", "2026-13"],
  ["fiscal-year", "2026"],
  ["term", "2569/3"],
  ["dates", "2026-11-30..2026-11-01"],
  ["dates", "2026-02-30..2026-03-01"],
])("%s is not written %s", (type, value) => {
  expect(chosen(type, value)).toBe("report.parameter");
});

test("a period that nobody waits for is refused", () => {
  expect(chosen("dates", "2000-01-01..2026-01-01")).toBe("report.long-period");
});

test("the present period of every day holds that day, as the rules count it", () => {
  for (let n = 0, day = "2026-01-01"; n < 800; n++, day = addDays(day, 1))
    for (const type of ["month", "term", "academic-year", "fiscal-year"] as const) {
      const value = present(type, day);
      const [from, to] = chosen(type, value) as string[];
      expect(from! <= day && day <= to!, `${type} ${day}`).toBe(true);
      if (type === "term") expect([term(from!), term(to!)]).toEqual([value, value]);
      if (type === "academic-year") expect([academicYear(from!), academicYear(to!)].map(String)).toEqual([value, value]);
      if (type === "fiscal-year") expect([fiscalYear(from!), fiscalYear(to!)].map(String)).toEqual([value, value]);
    }
});

test("a stretch says month and year once", () => {
  expect([stretch("2026-11-02", "2026-11-08", "th"), stretch("2026-12-28", "2027-01-03", "en"), stretch("2026-11-02", "2026-11-02", "th")]).toEqual([
    "2–8 พ.ย. 2569",
    "28 Dec 2569 – 3 Jan 2570",
    "2 พ.ย. 2569",
  ]);
});
