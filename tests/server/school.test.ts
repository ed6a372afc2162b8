// The school's daily forms over HTTP, on both stores: who reaches a pupil, what the roll is, what is counted of earlier days, and what is there already.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { Fillable, RecordList } from "../../schemas/types.js";
import { type Answers, type Cases, openCases } from "../help/cases.js";
import { manualClock } from "../help/clock.js";
import { freshDatabase } from "../help/database.js";
import { girl } from "../help/pupils.js";

const mongodb = inject("mongodb");
const stores = [
  ["SQLite", true],
  ["MongoDB", mongodb !== ""],
] as const;

/** 07:40 on a Monday in Bangkok; the days of the story follow. */
const start = "2026-11-23T00:40:00.000Z";
const days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"];

describe.each(stores)("on %s", (store, possible) => {
  let cases: Cases;
  let database: ReturnType<typeof freshDatabase> | undefined;
  const clock = manualClock(start);
  const pupils: Record<string, string> = {};

  beforeAll(async () => {
    if (!possible) return;
    database = store === "MongoDB" ? freshDatabase(mongodb) : undefined;
    cases = await openCases(["pupil", "attendance", "lunch"], { clock, ...(database && { mongodbUri: database.uri }) });
    for (const [nth, [name, room]] of (
      [
        ["อารี", "class"],
        ["บุญมี", "class"],
        ["จันทร์", "class"],
        ["ดวงใจ", "class-2"],
      ] as const
    ).entries())
      pupils[name] = await cases.submitted("clerk", "pupil", pupil(nth, name, room));
  });
  afterAll(async () => {
    await cases?.close();
    await database?.drop();
  });

  const room = (key: string) => cases.server.town.organizations[key]!;
  const pupil = (nth: number, name: string, at: string): Answers => girl(nth, name, room(at), cases.server.newId());
  const rows = (...marks: [name: string, status: string][]) =>
    marks.map(([name, status], nth) => ({
      $row: pupils[name],
      student: pupils[name],
      seat_no: nth + 1,
      name,
      status,
      ...(status === "late" && { time_in: "08:40" }),
    }));
  const sheet = (day: string, ...marks: [string, string][]): Answers => ({ att_date: day, rows: rows(...marks) });
  const fillable = async (who: string, form: string) => (await (await cases.as(who)).get<Fillable>(`/api/v1/forms/${form}`)).body;
  const lookups = async (who: string, form: string) =>
    ((await fillable(who, form)).facts as unknown as { lookups: Record<string, { value: unknown }> }).lookups;
  const names = async (who: string) =>
    ((await (await cases.as(who)).get<RecordList>("/api/v1/forms/pupil/records?sort=full_name")).body.items ?? []).map(({ title }) => title);

  test.skipIf(!possible)(`a class teacher reaches the pupils of the class, and nobody else's (${store})`, async () => {
    expect(await names("teacher")).toEqual(["เด็กหญิงจันทร์ ใจงาม", "เด็กหญิงบุญมี ใจงาม", "เด็กหญิงอารี ใจงาม"]);
    expect(await names("class-teacher")).toEqual(["เด็กหญิงดวงใจ ใจงาม"]);
    expect((await cases.view("teacher", pupils.อารี!)).status).toBe(200);
    for (const who of ["class-teacher", "other-teacher", "b-teacher"]) expect([403, 404]).toContain((await cases.view(who, pupils.อารี!)).status);
    // What is sensitive is the registrar's and the director's.
    expect(JSON.stringify((await cases.view("teacher", pupils.อารี!)).body.record)).not.toContain("buddhist");
    expect(JSON.stringify((await cases.view("clerk", pupils.อารี!)).body.record)).toContain("buddhist");
  });

  test.skipIf(!possible)(`the register begins with the pupils, in the order of their numbers, and tells nothing sensitive (${store})`, async () => {
    const { body, text } = await (await cases.as("clerk")).get<RecordList>("/api/v1/forms/pupil/records");
    expect([body.lead, body.sort, body.columns?.[0]?.name]).toEqual(["columns", "student_no", "full_name"]);
    expect(body.items.map(({ columns }) => columns.student_no)).toEqual(["101", "102", "103", "104"]);
    expect(text).not.toMatch(/buddhist|พุทธ/);
  });

  test.skipIf(!possible)(`the roll is the class in the order of its numbers, and a sheet without rows is everybody present (${store})`, async () => {
    const { pupils: roll } = await lookups("teacher", "attendance");
    expect((roll!.value as { full_name: string; record: string }[]).map(({ full_name }) => full_name)).toEqual([
      "เด็กหญิงอารี ใจงาม",
      "เด็กหญิงบุญมี ใจงาม",
      "เด็กหญิงจันทร์ ใจงาม",
    ]);
    const made = await cases.submitted("teacher", "attendance", { att_date: days[0]! }, { type: "send" });
    const { record } = (await cases.view("teacher", made)).body;
    expect(record.answers).toMatchObject({ enrolled: 3, present: 3, absent: 0, rate: 100, term: "2569/2" });
    // The roll is in the rows; it is not kept twice.
    expect(Object.keys((record as unknown as { facts: { lookups: object } }).facts.lookups).sort()).toEqual(["came", "days", "runs"]);
  });

  test.skipIf(!possible)(`one sheet a class and day: who opens the form is led to it, and a second one is refused (${store})`, async () => {
    const { existing } = await fillable("teacher", "attendance");
    expect(existing).toMatchObject({ day: days[0] });
    expect((await fillable("class-teacher", "attendance")).existing).toBeUndefined();
    expect(await cases.submit("co-teacher", "attendance", sheet(days[0]!, ["อารี", "present"]), { type: "send" })).toMatchObject({
      status: 409,
      problem: { code: "record.key-message" },
    });
  });

  test.skipIf(!possible)(`days absent in a row and the share of the term come from the days before (${store})`, async () => {
    for (const [nth, mark] of (["absent", "absent"] as const).entries()) {
      clock.goTo(`${days[nth + 1]}T00:40:00.000Z`);
      await cases.submitted("teacher", "attendance", sheet(days[nth + 1]!, ["อารี", mark], ["บุญมี", "late"], ["จันทร์", "sick"]), { type: "send" });
    }
    clock.goTo(`${days[3]}T00:40:00.000Z`);
    expect((await lookups("teacher", "attendance")).runs!.value).toEqual(expect.arrayContaining([{ key: pupils.อารี, value: 2 }]));
    const made = await cases.submitted("teacher", "attendance", sheet(days[3]!, ["อารี", "absent"], ["บุญมี", "present"], ["จันทร์", "absent"]), { type: "send" });
    const { answers } = (await cases.view("teacher", made)).body.record as unknown as {
      answers: { rows: { streak?: number; term_rate: number }[]; followup: string };
    };
    expect(answers.rows.map(({ streak = 0, term_rate }) => [streak, term_rate])).toEqual([
      [3, 25],
      [0, 100],
      [1, 25],
    ]);
    expect(answers.followup).toBe("อารี ขาดติดต่อกัน 3 วันเรียน");
    // Whoever corrects an earlier day reads the days before that one.
    const teacher = await cases.as("teacher");
    const then = await teacher.post<{ lookups: { runs: { value: object[] } } }>("/api/v1/forms/attendance/facts", {
      answers: { att_date: days[2], term: "2569/2" },
    });
    expect(then.body.lookups.runs.value).toEqual(expect.arrayContaining([{ key: pupils.อารี, value: 1 }]));
  });

  test.skipIf(!possible)(`a pupil who moves is on the other roll at once, out of the old teacher's reach; earlier sheets stay (${store})`, async () => {
    const before = (await (await cases.as("teacher")).get<RecordList>("/api/v1/forms/attendance/records")).body.items;
    const { classes } = (await cases.view("clerk", pupils.จันทร์!)).body.record.answers as { classes: object[] };
    const moved = { classes: [...classes, { $row: cases.server.newId(), term: "2569/2", room: room("class-2"), seat_no: 9, from: days[3] }] };
    expect((await cases.act("clerk", pupils.จันทร์!, "edit", { answers: moved })).status).toBe(201);
    const roll = async (who: string) => ((await lookups(who, "attendance")).pupils!.value as { full_name: string }[]).map(({ full_name }) => full_name);
    expect(await roll("teacher")).toEqual(["เด็กหญิงอารี ใจงาม", "เด็กหญิงบุญมี ใจงาม"]);
    expect(await roll("class-teacher")).toEqual(["เด็กหญิงดวงใจ ใจงาม", "เด็กหญิงจันทร์ ใจงาม"]);
    expect([403, 404]).toContain((await cases.view("teacher", pupils.จันทร์!)).status);
    expect((await cases.view("class-teacher", pupils.จันทร์!)).status).toBe(200);
    expect(await names("class-teacher")).toHaveLength(2);
    expect((await (await cases.as("teacher")).get<RecordList>("/api/v1/forms/attendance/records")).body.items.map(({ id }) => id)).toEqual(
      before.map(({ id }) => id),
    );
  });

  test.skipIf(!possible)(`lunch counts those who came in the whole school, its rate goes by all, and three sign (${store})`, async () => {
    await cases.submitted("class-teacher", "attendance", sheet(days[3]!, ["ดวงใจ", "present"], ["จันทร์", "present"]), { type: "send" });
    const facts = await lookups("teacher", "lunch");
    expect([facts.enrolled!.value, facts.present!.value]).toEqual([4, 3]);
    const meal = {
      day: days[3],
      present: 3,
      menu_main: "ข้าวผัด",
      method: "ingredients",
      portions: 3,
      quality: "good",
      june_pupils: 4,
      milk_in: 10,
      milk_out: 3,
      milk_bad: 0,
      milk_type: "uht",
      milk_lot: "A1",
      milk_expiry: "2027-01-31",
    };
    const made = await cases.submitted("teacher", "lunch", meal);
    expect((await cases.view("teacher", made)).body.record.answers).toMatchObject({ rate: 36, cost: 108, milk_left: 7 });
    expect(await cases.act("teacher", made, "sign")).toMatchObject({ status: 403 });
    for (const [nth, who] of ["clerk", "deputy", "director"].entries()) {
      const signed = await cases.act(who, made, "sign");
      expect(signed.status, signed.text).toBe(201);
      expect(signed.body.state).toBe(nth < 2 ? "to-sign" : "signed");
    }
    clock.goTo("2026-11-27T04:00:00.000Z");
    expect((await lookups("teacher", "lunch")).before!.value).toMatchObject({ milk_left: 7, june_pupils: 4 });
    expect(
      await cases.submit("teacher", "lunch", {
        ...meal,
        day: "2026-11-27",
        present_reason: "ยังไม่มีเช็กชื่อ",
        milk_in: 0,
        milk_out: 8,
        milk_lot: undefined,
        milk_expiry: undefined,
      }),
    ).toMatchObject({
      status: 422,
      problem: { code: "field.check", path: "/milk_left" },
    });
  });

  test.skipIf(!possible)(`the sheet locks at six; a later change needs a reason and the director (${store})`, async () => {
    clock.goTo("2026-11-27T00:45:00.000Z");
    const made = await cases.submitted("class-teacher", "attendance", sheet("2026-11-27", ["ดวงใจ", "present"]), { type: "send" });
    expect((await cases.act("class-teacher", made, "edit", { answers: sheet("2026-11-27", ["ดวงใจ", "sick"]) })).status).toBe(201);
    clock.goTo("2026-11-27T11:00:01.000Z");
    await cases.server.app.effects.idle();
    expect((await cases.view("class-teacher", made)).body.record.state).toBe("locked");
    // A day that is over waits for nobody; that its teacher may still ask to correct it is no work.
    expect((await (await cases.as("class-teacher")).get<RecordList>("/api/v1/inbox")).body.items).toEqual([]);
    expect((await cases.act("class-teacher", made, "edit", { answers: sheet("2026-11-27", ["ดวงใจ", "absent"]) })).status).toBe(403);
    expect((await cases.act("class-teacher", made, "ask")).status).toBe(422);
    expect((await cases.act("class-teacher", made, "ask", { comment: "กดผิด" })).body.state).toBe("asked");
    expect((await cases.act("director", made, "allow")).body.state).toBe("reopened");
    expect((await cases.act("class-teacher", made, "edit", { answers: sheet("2026-11-27", ["ดวงใจ", "absent"]) })).status).toBe(201);
    clock.goTo("2026-11-28T11:00:01.000Z");
    await cases.server.app.effects.idle();
    const { state, answers } = (await cases.view("director", made)).body.record;
    expect([state, (answers as { absent: number }).absent]).toEqual(["locked", 1]);
  });
});
