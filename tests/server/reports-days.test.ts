// Sheets of days over HTTP, on each store: milk that is carried from month to month, and leave that counts in the days it falls on.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bangkokDate } from "../../engine/thai/date.js";
import type { ReportView } from "../../schemas/types.js";
import { readChosen } from "../../server/reports/chosen.js";
import { Reports } from "../../server/reports/open.js";
import { readReport } from "../../server/reports/read.js";
import { type Answers, type Cases, leave, openCases } from "../help/cases.js";
import { manualClock } from "../help/clock.js";
import { freshDatabase } from "../help/database.js";

const mongodb = inject("mongodb");
const stores = [{ store: "sqlite", uri: undefined as string | undefined }, ...(mongodb ? [{ store: "mongodb", uri: mongodb }] : [])];

const meal = (day: string, milk_in: number, milk_out: number, milk_bad = 0): Answers => ({
  day,
  present: 20,
  menu_main: "ข้าวผัด",
  method: "ingredients",
  portions: 20,
  quality: "good",
  june_pupils: 20,
  milk_in,
  milk_out,
  milk_bad,
  milk_type: "uht",
  ...(milk_in > 0 && { milk_lot: "A1", milk_expiry: "2027-06-30" }),
});

/** Somebody is away from a day to a day, over whatever ends in between. */
const absence = {
  kind: "form",
  id: "absence",
  title: "ไม่อยู่",
  unit: "school",
  schema: {
    type: "object",
    required: ["from", "to"],
    properties: {
      from: { "x-field": "date", type: "string", format: "date", title: "ตั้งแต่" },
      to: { "x-field": "date", type: "string", format: "date", title: "ถึง" },
    },
  },
  access: { create: ["teacher"], list: ["director"] },
  list: { columns: ["from", "to"], sort: ["from"] },
};
const away = (parameter: "month" | "fiscal-year" | "dates", more: object = {}) => ({
  kind: "report",
  id: `away-${parameter}`,
  title: "วันที่ไม่อยู่",
  access: ["director"],
  parameters: [{ name: "when", type: parameter }],
  sources: [{ form: "absence", between: { field: "from", to: "to", longest: 40, parameter: "when", ...more } }],
  group: [{ name: "month", title: "เดือน", value: "record.day", by: "month" }],
  columns: [
    { name: "times", title: "ครั้ง", pick: "count", where: "record.first" },
    { name: "every", title: "วัน", pick: "count" },
    { name: "work", title: "วันทำการ", pick: "sum", of: "workdays(record.day, record.day)" },
    { name: "since", title: "ตั้งแต่", pick: "min", of: "record.day" },
  ],
});

describe.each(stores)("on $store", ({ uri }) => {
  let cases: Cases;
  let database: ReturnType<typeof freshDatabase> | undefined;
  const clock = manualClock("2026-10-30T04:00:00.000Z");
  const read = async (username: string, url: string) => (await cases.as(username)).get<ReportView>(`/api/v1/reports/${url}`);
  const said = ({ lines }: ReportView, ...columns: number[]) => lines.map(({ kind, cells }) => [kind, ...columns.map((nth) => cells.at(nth))]);

  beforeAll(async () => {
    database = uri === undefined ? undefined : freshDatabase(uri);
    cases = await openCases(["pupil", "attendance", "lunch", "leave-request", "report-lunch-month", "report-leave-summary"], {
      clock,
      ...(database && { mongodbUri: database.uri }),
    });
    await cases.publish(absence);
  });
  afterAll(async () => {
    await cases?.close();
    await database?.drop();
  });

  test("milk: brought forward, received, given, spoilt, left by day, and carried on", async () => {
    const thursday = await cases.submitted("teacher", "lunch", meal("2026-10-29", 50, 20));
    await cases.submitted("teacher", "lunch", meal("2026-10-30", 0, 10));
    clock.goTo("2026-11-03T04:00:00.000Z");
    await cases.submitted("teacher", "lunch", meal("2026-11-02", 30, 20, 2));
    await cases.submitted("teacher", "lunch", meal("2026-11-03", 0, 15));
    expect(said((await read("director", "lunch-month?month=2026-10")).body, 0, -4, -3, -2, -1)).toEqual([
      ["brought", "ยกมา", "", "", "", "0"],
      ["row", "29 ต.ค. 2569", "50", "20", "0", "30"],
      ["row", "30 ต.ค. 2569", "0", "10", "0", "20"],
      ["total", "รวม", "50", "30", "0", ""],
      ["carried", "ยกไป", "", "", "", "20"],
    ]);
    const november = (await read("director", "lunch-month?month=2026-11")).body;
    expect(said(november, 0, -4, -3, -2, -1)).toEqual([
      ["brought", "ยกมา", "", "", "", "20"],
      ["row", "2 พ.ย. 2569", "30", "20", "2", "28"],
      ["row", "3 พ.ย. 2569", "0", "15", "0", "13"],
      ["total", "รวม", "30", "35", "2", ""],
      ["carried", "ยกไป", "", "", "", "13"],
    ]);
    // It is worked out of what was read of this month; what came before is no record of the sheet.
    expect(november.count).toBe(2);
    expect(said((await read("director", "lunch-month?month=2026-12")).body, 0, -1)).toEqual([
      ["brought", "ยกมา", "13"],
      ["carried", "ยกไป", "13"],
    ]);
    // The other school has its own milk.
    const other = await read("other-director", "lunch-month?month=2026-11");
    expect([other.status, other.body.lines]).toEqual([200, []]);

    // Counted again: the months that follow begin with what is right now.
    expect((await cases.act("teacher", thursday, "edit", { answers: { milk_out: 18 } })).status).toBe(201);
    expect(said((await read("director", "lunch-month?month=2026-11")).body, 0, -1).map(([, , left]) => left)).toEqual(["22", "30", "15", "", "15"]);
    const print = (await read("director", "lunch-month/print?month=2026-11")).text;
    expect(print).toMatch(/<tr class="brought"><td class="">ยกมา<\/td>.*<td class="number">๒๒<\/td><\/tr>/);
    expect(print).toMatch(/<tr class="carried"><td class="">ยกไป<\/td>.*<td class="number">๑๕<\/td><\/tr>/);
  });

  test("a day that was forgotten begins with what was left before it, not with what is left today", async () => {
    const late = await cases.submitted("teacher", "lunch", meal("2026-10-28", 6, 5));
    expect((await cases.view("teacher", late)).body.record.answers).toMatchObject({ milk_before: 0, milk_left: 1 });
    expect(said((await read("director", "lunch-month?month=2026-10")).body, -1).map(([, left]) => left)).toEqual(["0", "1", "33", "23", "", "23"]);
  });

  test("more history than anybody waits for is told, with what to choose", async () => {
    const { app, town } = cases.server;
    const actor = (await app.directory.of(town.organizations.a!)).actor(town.accounts.director!, bangkokDate(clock.now()))!;
    const definition = (await app.definitions.newest(actor.owner, "report", "lunch-month"))!;
    const open = await new Reports(app).open(actor, definition, 1);
    const context = await app.reading(actor);
    const common = { actor, today: bangkokDate(clock.now()), language: "th" as const };
    const chosen = readChosen({ snapshot: context.snapshot, scopes: open.scopes, ...common }, definition.parameters!, { month: "2026-11" });
    const order = { ...open, chosen, openings: app.openings, now: new Date(clock.now()).toISOString(), ...common };
    expect(await readReport(context, order, { records: 2, lines: 9 })).toMatchObject({
      problem: { code: "report.long-history", params: { limit: 2 } },
      lines: [],
    });
    expect((await readReport(context, order, { records: 3, lines: 9 })).count).toBe(2);
  });

  test("a leave counts in the days it falls on: over a month's end, over holidays, over a fiscal year's end", async () => {
    // Thu 29 Oct to Tue 3 Nov, Fri 4 to Fri 11 Dec with two holidays, Mon 28 Sep to Fri 2 Oct.
    for (const [from, to] of [
      ["2026-10-29", "2026-11-03"],
      ["2026-12-04", "2026-12-11"],
      ["2026-09-28", "2026-10-02"],
    ])
      await cases.submitted("teacher", "absence", { from, to });
    for (const parameter of ["month", "fiscal-year", "dates"] as const) await cases.publish(away(parameter));
    const month = async (when: string) => said((await read("director", `away-month?when=${when}`)).body, -4, -3, -2, -1).filter(([kind]) => kind === "row");
    expect(await month("2026-10")).toEqual([["row", "2", "5", "4", "1 ต.ค. 2569"]]);
    expect(await month("2026-11")).toEqual([["row", "1", "3", "2", "1 พ.ย. 2569"]]);
    expect(await month("2026-12")).toEqual([["row", "1", "8", "4", "4 ธ.ค. 2569"]]);
    expect(await month("2027-01")).toEqual([]);
    const year = async (when: string) => said((await read("director", `away-fiscal-year?when=${when}`)).body, 0, 1, 2, 3);
    expect(await year("2569")).toEqual([
      ["row", "ก.ย. 2569", "1", "3", "3"],
      ["total", "รวม", "1", "3", "3"],
    ]);
    // The one over the month's end is one leave, with its days in both months.
    expect(await year("2570")).toEqual([
      ["row", "ต.ค. 2569", "2", "5", "4"],
      ["row", "พ.ย. 2569", "0", "3", "2"],
      ["row", "ธ.ค. 2569", "1", "8", "4"],
      ["total", "รวม", "3", "16", "10"],
    ]);
    const view = (await read("director", "away-dates?when=2026-11-02..2026-11-02")).body;
    expect([view.count, said(view, 1, 2, 3)[0]]).toEqual([1, ["row", "1", "1", "1"]]);
  });

  test("only as far back is read as a record may last; unsaid, from the beginning", async () => {
    await cases.submitted("teacher", "absence", { from: "2026-06-01", to: "2026-08-20" });
    const august = async (report: string) => (await read("director", `${report}?when=2026-08`)).body.count;
    expect(await august("away-month")).toBe(0);
    const { longest: _, ...between } = away("month").sources[0]!.between;
    await cases.publish({ ...away("month"), id: "away-any", sources: [{ form: "absence", between }] });
    expect(await august("away-any")).toBe(1);
  });

  test("the leave summary: granted days by month as they fall, less what was cancelled, halves as halves", async () => {
    clock.goTo("2026-10-27T01:00:00.000Z");
    const granted = async (answers: Answers) => {
      const record = await cases.submitted("teacher", "leave-request", { ...leave, ...answers });
      await cases.act("clerk", record, "check");
      await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" });
      const done = await cases.act("director", record, "approve");
      if (done.status !== 201) throw new Error(done.text);
      return record;
    };
    const over = await granted({ date_from: "2026-10-29", date_to: "2026-11-04" });
    await granted({ leave_type: "sick", date_from: "2026-11-10", date_to: "2026-11-10", part: "morning" });
    // Every day counts of this one, weekends and holidays too.
    await granted({ leave_type: "maternity", date_from: "2026-11-28", date_to: "2026-12-07" });
    await granted({ cancel_of: over, date_from: "2026-11-04", date_to: "2026-11-04" });
    const { body } = await read("director", "leave-summary?year=2570");
    expect(body.columns.map(({ title }) => title).slice(2)).toEqual(["ลาป่วย", "ลากิจส่วนตัว", "ลาคลอดบุตร", "จำนวนใบลา", "รวมวันลา"]);
    expect(body.lines.find(({ kind }) => kind === "row")!.values.slice(2)).toEqual([0.5, 4, 10, 4, 14.5]);
    expect(body.charts[0]!.series.map(({ title, values }) => [title, ...values.slice(0, 3)])).toEqual([
      ["ลาป่วย", null, 0.5, null],
      ["ลากิจส่วนตัว", 2, 2, null],
      ["ลาคลอดบุตร", null, 3, 7],
    ]);
    expect((await read("director", "leave-summary?year=2569")).body.lines).toEqual([]);
  });
});
