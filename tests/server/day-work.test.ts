// The work of the day over HTTP, on each store: which forms the menus ask for daily, of which place, and whether they were sent.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { DayWork, Fillable } from "../../schemas/types.js";
import { type Answers, type Cases, openCases } from "../help/cases.js";
import { manualClock } from "../help/clock.js";
import { freshDatabase } from "../help/database.js";
import { girl } from "../help/pupils.js";

const mongodb = inject("mongodb");
const stores = [{ store: "sqlite", uri: undefined as string | undefined }, ...(mongodb ? [{ store: "mongodb", uri: mongodb }] : [])];

/** Tuesday, 07:40 in Bangkok. */
const morning = "2026-11-24T00:40:00.000Z";
describe.each(stores)("on $store", ({ uri }) => {
  let cases: Cases;
  let database: ReturnType<typeof freshDatabase> | undefined;
  const clock = manualClock(morning);
  const pupils: string[] = [];
  const roll = (day: string, ...statuses: string[]): Answers => ({
    att_date: day,
    rows: statuses.map((status, nth) => ({ $row: pupils[nth], student: pupils[nth], seat_no: nth + 1, name: `น${nth}`, status })),
  });
  const work = async (username: string) => (await (await cases.as(username)).get<DayWork>("/api/v1/menus/today")).body;
  const said = ({ items }: DayWork) =>
    items.map(({ form, place, sent }) => [
      form,
      place.title,
      sent && [sent.at, ...sent.figures.map(({ title, words }) => `${(title as { th: string }).th} ${words}`)],
    ]);
  const fillable = async (username: string, form: string) => (await (await cases.as(username)).get<Fillable>(`/api/v1/forms/${form}`)).body;

  beforeAll(async () => {
    database = uri === undefined ? undefined : freshDatabase(uri);
    cases = await openCases(["pupil", "attendance", "lunch", "menu-school"], { clock, ...(database && { mongodbUri: database.uri }) });
    const { organizations } = cases.server.town;
    for (const [nth, name] of ["อารี", "บุญมี", "จันทร์"].entries())
      pupils.push(await cases.submitted("clerk", "pupil", girl(nth, name, organizations.class!, cases.server.newId())));
  });
  afterAll(async () => {
    await cases?.close();
    await database?.drop();
  });

  test("a class teacher is asked for the own class, and told when it was sent and who is absent", async () => {
    expect(await work("teacher")).toEqual({
      day: "2026-11-24",
      items: [
        {
          item: "attendance",
          form: "attendance",
          label: { th: "เช็กชื่อ", en: "Attendance" },
          icon: "list-checks",
          place: { id: cases.server.town.organizations.class, title: "ป.1/1" },
          field: "att_date",
          today: { do: { th: "เริ่มเช็กชื่อ", en: "Take attendance" }, by: "08:45", show: ["absent"] },
        },
      ],
    });
    const record = await cases.submitted("teacher", "attendance", roll("2026-11-24", "present", "absent", "sick"), { type: "send" });
    const [item] = (await work("teacher")).items;
    expect(item!.sent).toMatchObject({ record, at: morning, state: { id: "open", look: "ok" }, figures: [{ title: { th: "ขาด", en: "Absent" }, words: "1" }] });
    // Whoever shares the class sees the same; the other class has not been sent.
    expect(said(await work("co-teacher"))).toEqual([["attendance", "ป.1/1", [morning, "ขาด 1"]]]);
    expect(said(await work("class-teacher"))).toEqual([["attendance", "ป.1/2", undefined]]);
  });

  test("a teacher of two classes is asked for both, and the form opens for the one that is left", async () => {
    clock.goTo("2026-11-25T00:40:00.000Z");
    expect(said(await work("teacher"))).toEqual([["attendance", "ป.1/1", undefined]]);
    const { positions, people, organizations } = cases.server.town;
    await (await cases.as("lao-admin")).post("/api/v1/holdings", { position: positions["class-teacher"], person: people.teacher, from: "2026-11-01" });
    expect(said(await work("teacher")).map(([, place]) => place)).toEqual(["ป.1/1", "ป.1/2"]);
    const first = await cases.submitted("teacher", "attendance", roll("2026-11-25", "present"), { type: "send" });
    expect(said(await work("teacher")).map(([, place, sent]) => [place, sent !== undefined])).toEqual([
      ["ป.1/1", true],
      ["ป.1/2", false],
    ]);
    const open = await fillable("teacher", "attendance");
    expect([open.existing, open.organizations?.map(({ title }) => title), (open.facts as { organization?: { name: string } }).organization?.name]).toEqual([
      undefined,
      ["ป.1/2", "ป.1/1"],
      "ป.1/2",
    ]);
    await cases.submitted("teacher", "attendance", roll("2026-11-25", "present"), { type: "send", organization: organizations["class-2"]! });
    expect((await fillable("teacher", "attendance")).existing).toEqual({ id: first, day: "2026-11-25" });
  });

  test("any sheet of the day: an LAO puts its lunch record on home, found by the day it is sorted by", async () => {
    const item = { id: "lunch-today", label: "บันทึกอาหารกลางวัน", who: ["clerk"], target: { form: "lunch" }, today: { show: ["portions", "milk_left"] } };
    await cases.publish({ kind: "menu", id: "own", title: "ของเรา", items: [{ id: "group", label: "กลุ่ม", items: [item] }] });
    expect(said(await work("clerk"))).toEqual([["lunch", "โรงเรียนบ้านหนองบัว", undefined]]);
    const meal = { present: 20, menu_main: "ข้าวผัด", method: "ingredients", quality: "good", june_pupils: 20, milk_bad: 0, milk_type: "uht" };
    const milk = { milk_in: 30, milk_lot: "A1", milk_expiry: "2027-06-30", milk_out: 20 };
    const lunch = (day: string) => cases.submitted("clerk", "lunch", { ...meal, ...milk, day, portions: 20, present_reason: "นับเอง" });
    await lunch("2026-11-24");
    expect((await work("clerk")).items[0]!.sent).toBeUndefined();
    const record = await lunch("2026-11-25");
    expect(said(await work("clerk"))).toEqual([["lunch", "โรงเรียนบ้านหนองบัว", ["2026-11-25T00:40:00.000Z", "จำนวนที่ได้รับ 20 ชุด", "นมคงเหลือ 20 กล่อง"]]]);
    expect((await fillable("clerk", "lunch")).existing).toEqual({ id: record, day: "2026-11-25" });
  });

  test("who makes no such sheet is asked for none; a holiday and a weekend ask for nothing", async () => {
    for (const who of ["director", "lao-admin", "b-teacher"]) expect((await work(who)).items, who).toEqual([]);
    for (const day of ["2026-11-28", "2026-12-07"]) {
      clock.goTo(`${day}T00:40:00.000Z`);
      expect(await work("class-teacher")).toEqual({ day, items: [] });
    }
  });
});
