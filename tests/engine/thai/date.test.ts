// Days in the Buddhist era: read, written and counted without any time zone.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  academicYear,
  addDays,
  bangkokDate,
  calendarYear,
  daysBetween,
  daysInMonth,
  fiscalYear,
  formatDate,
  formatInstant,
  isDay,
  monthsBetween,
  parseDate,
  term,
  weekday,
  weekdayName,
  yearsBetween,
} from "../../../engine/thai/date.js";
import { arabicDigits, thaiDigits } from "../../../engine/thai/digits.js";

const today = "2026-11-24";
const utc = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
const isoOf = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10);
// 1 January 1900 to 31 December 2100.
const day = fc.integer({ min: utc("1900-01-01") / 86_400_000, max: utc("2100-12-31") / 86_400_000 }).map(isoOf);

describe("typed", () => {
  test.each([
    ["25112569", "2026-11-25"],
    ["251169", "2026-11-25"],
    ["25/11/2569", "2026-11-25"],
    ["25/11/69", "2026-11-25"],
    ["5-1-2569", "2026-01-05"],
    ["5.1.69", "2026-01-05"],
    ["5 1 2569", "2026-01-05"],
    ["๒๕/๑๑/๒๕๖๙", "2026-11-25"],
    ["25 พ.ย. 2569", "2026-11-25"],
    ["25 พย 69", "2026-11-25"],
    ["25พ.ย.2569", "2026-11-25"],
    ["25 พฤศจิกายน 2569", "2026-11-25"],
    ["วันที่ 25 พฤศจิกายน พ.ศ. 2569", "2026-11-25"],
    ["25 November 2569", "2026-11-25"],
    ["25 nov 69", "2026-11-25"],
    ["1 ก.ย. 2569", "2026-09-01"],
    ["1 มี.ค. 2569", "2026-03-01"],
    ["1 มิ.ย. 2569", "2026-06-01"],
    ["25/11", "2026-11-25"],
    ["25 พ.ย.", "2026-11-25"],
    ["2026-11-25", "2026-11-25"],
    ["2569-11-25", "2026-11-25"],
    ["29/2/2567", "2024-02-29"],
    ["29/2/2443", undefined],
    ["1/1/90", "1947-01-01"],
    ["1/1/89", "2046-01-01"],
    ["1/1/00", "1957-01-01"],
    [" 25/11/2569\u200b ", "2026-11-25"],
    ["วันนี้", "2026-11-24"],
    ["พรุ่งนี้", "2026-11-25"],
    ["เมื่อวาน", "2026-11-23"],
  ])("%s is %s", (typed, date) => {
    expect(parseDate(typed, today)).toEqual(date ? { date } : { problem: expect.objectContaining({ code: "date.no-such-day" }) });
  });

  test.each([
    ["25/11/2026", "date.which-era", { year: 2026, buddhist: 2569 }],
    ["25/11/1900", "date.which-era", { year: 1900 }],
    ["25/11/2199", "date.which-era", { year: 2199 }],
    ["31/11/2569", "date.no-such-day", { day: 31, year: 2569 }],
    ["29/2/2569", "date.no-such-day", { day: 29 }],
    ["2569-02-30", "date.no-such-day", { day: 30 }],
    ["0/1/2569", "date.no-such-day", { day: 0 }],
    ["25/13/2569", "date.no-such-month", { month: 13 }],
    ["", "date.unreadable", {}],
    ["พรุ่ง", "date.unreadable", {}],
    ["2511256", "date.unreadable", {}],
    ["25/11/569", "date.unreadable", {}],
    ["25/11/1899", "date.unreadable", {}],
    ["25/11/9999", "date.unreadable", {}],
    ["25 abc 2569", "date.unreadable", {}],
    ["constructor", "date.unreadable", {}],
  ])("%s is %s", (typed, code, params) => {
    expect(parseDate(typed, today)).toMatchObject({ problem: { code, params } });
  });

  test("a long text is not looked into", () => {
    expect(parseDate("1 ".repeat(100_000), today)).toMatchObject({ problem: { code: "date.unreadable" } });
  });

  test("the sentence names the month", () => {
    const { problem } = parseDate("31/11/2569", today) as { problem: { title: { th: string; en: string } } };
    expect(problem.title).toEqual({ th: "ไม่มีวันที่ 31 ในเดือนพฤศจิกายน พ.ศ. 2569", en: "November 2569 B.E. has no day 31." });
  });

  test("every day from 1900 to 2100 is read back as it was written", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("long", "short", "numeric"),
        fc.constantFrom("th", "en"),
        fc.constantFrom("arabic", "thai"),
        (iso, style, language, digits) => {
          expect(parseDate(formatDate(iso, style as "long", language as "th", digits as "thai"), today)).toEqual({ date: iso });
        },
      ),
      { numRuns: 5000, seed: 2569 },
    );
  });

  test("a short year is read back within its hundred years", () => {
    fc.assert(
      fc.property(fc.integer({ min: utc("1947-01-01") / 86_400_000, max: utc("2046-12-31") / 86_400_000 }).map(isoOf), (iso) => {
        const [y, m, d] = iso.split("-");
        expect(parseDate(`${d}/${m}/${String((Number(y) + 543) % 100).padStart(2, "0")}`, today)).toEqual({ date: iso });
      }),
      { seed: 2569 },
    );
  });
});

test.each([
  ["long", "th", "arabic", "25 พฤศจิกายน 2569"],
  ["short", "th", "arabic", "25 พ.ย. 2569"],
  ["numeric", "th", "arabic", "25/11/2569"],
  ["weekday", "th", "arabic", "พุธ 25 พฤศจิกายน 2569"],
  ["long", "en", "arabic", "25 November 2569"],
  ["short", "en", "arabic", "25 Nov 2569"],
  ["weekday", "en", "arabic", "Wednesday 25 November 2569"],
  ["long", "th", "thai", "๒๕ พฤศจิกายน ๒๕๖๙"],
] as const)("written %s in %s, %s digits: %s", (style, language, digits, words) => {
  expect(formatDate("2026-11-25", style, language, digits)).toBe(words);
});

test("the same words as Intl's Buddhist calendar", () => {
  const intl = new Intl.DateTimeFormat("th-TH-u-ca-buddhist-nu-latn", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const weekdays = new Intl.DateTimeFormat("th-TH", { weekday: "long", timeZone: "UTC" });
  fc.assert(
    fc.property(day, (iso) => {
      expect(intl.format(utc(iso))).toContain(formatDate(iso).replace(/ \d+$/, ""));
      expect(intl.format(utc(iso))).toContain(String(calendarYear(iso)));
      expect(weekdays.format(utc(iso))).toBe(`วัน${weekdayName(iso, "th")}`);
    }),
    { seed: 2569 },
  );
});

describe("counted", () => {
  test("as Date counts in UTC", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (iso, days) => {
        const moved = isoOf(utc(iso) / 86_400_000 + days);
        expect(addDays(iso, days)).toBe(moved);
        expect(daysBetween(iso, moved)).toBe(days);
        expect(weekday(iso)).toBe(new Date(utc(iso)).getUTCDay());
      }),
      { numRuns: 5000, seed: 2569 },
    );
  });

  test.each([
    ["2026-01-31", "2026-02-28", 0, 0],
    ["2026-01-31", "2026-03-01", 1, 0],
    ["2020-02-29", "2021-02-28", 11, 0],
    ["2020-02-29", "2021-03-01", 12, 1],
    ["2019-05-16", "2026-05-15", 83, 6],
    ["2019-05-16", "2026-05-16", 84, 7],
    ["2026-05-16", "2019-05-16", -84, -7],
    ["2026-05-16", "2026-05-16", 0, 0],
  ])("from %s to %s: %i months, %i years", (from, to, months, years) => {
    expect(monthsBetween(from, to)).toBe(months);
    expect(yearsBetween(from, to)).toBe(years);
  });

  test("days that exist", () => {
    expect(["2024-02-29", "2000-02-29", "2026-12-31"].every(isDay)).toBe(true);
    expect(["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-1-1", "2026-11-31", "x", 20261125, null].some(isDay)).toBe(false);
    expect(daysInMonth(2026, 2)).toBe(28);
  });
});

test.each([
  ["2023-05-25", 2566, 2566, "2566/1"],
  ["2023-10-01", 2567, 2566, "2566/1"],
  ["2023-09-30", 2566, 2566, "2566/1"],
  ["2023-10-31", 2567, 2566, "2566/1"],
  ["2023-11-01", 2567, 2566, "2566/2"],
  ["2024-04-01", 2567, 2566, "2566/2"],
  ["2024-05-15", 2567, 2566, "2566/2"],
  ["2024-05-16", 2567, 2567, "2567/1"],
  ["2024-12-31", 2568, 2567, "2567/2"],
  ["2025-01-01", 2568, 2567, "2567/2"],
])("%s: fiscal year %i, academic year %i, term %s", (iso, fiscal, academic, name) => {
  expect([fiscalYear(iso), academicYear(iso), term(iso)]).toEqual([fiscal, academic, name]);
});

test("an instant is read by the clock of Bangkok", () => {
  expect(bangkokDate("2026-11-24T16:59:59.999Z")).toBe("2026-11-24");
  expect(bangkokDate("2026-11-24T17:00:00.000Z")).toBe("2026-11-25");
  expect(bangkokDate(Date.UTC(2026, 11, 31, 17))).toBe("2027-01-01");
  expect(formatInstant("2026-11-24T00:52:00.000Z")).toBe("24 พ.ย. 2569 07:52 น.");
  expect(formatInstant("2026-11-24T00:52:00.000Z", "en")).toBe("24 Nov 2569 07:52");
  expect(formatInstant("2026-11-24T00:52:00.000Z", "th", "thai")).toBe("๒๔ พ.ย. ๒๕๖๙ ๐๗:๕๒ น.");
});

test("digits there and back", () => {
  expect(thaiDigits("ที่ 123/2569 A")).toBe("ที่ ๑๒๓/๒๕๖๙ A");
  expect(arabicDigits("๐๑๒๓๔๕๖๗๘๙ ก")).toBe("0123456789 ก");
});
