// A day in a school, in a real browser and on both stores: attendance in four taps, the same pupils for everybody, lunch by those who came,
// and a day that is locked when it is over.
import type { Page } from "playwright-core";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { RecordList, RecordView, ReportView } from "../../schemas/types.js";
import type { Speaker } from "./help/api.js";
import { devices, stores } from "./help/device.js";

/** Tuesday, 07:40 in Bangkok. */
const morning = Date.parse("2026-11-24T00:40:00.000Z");

interface Row {
  $row: string;
  student: string;
  name: string;
  seat_no: number;
  status: string;
  streak?: number;
}
interface Sheet {
  att_date: string;
  rows: Row[];
  present: number;
  absent: number;
  enrolled: number;
  rate: number;
}

describe.each(stores)("a day in a school, journey on %s", (store, mongodb, possible) => {
  const { served, device, speaker, later, now, picture } = devices(`day-${store}`, {
    mongodb,
    possible,
    now: morning,
    life: { pupils: 60, days: 2, classes: ["school-1-class-1", "school-1-class-2"] },
  });
  const line = (page: Page, name: string) => page.locator(".line").filter({ hasText: name });
  const all = async (who: Speaker, form: string) => (await who.must<RecordList>("GET", `/api/v1/forms/${form}/records?limit=100`)).items;
  const view = (who: Speaker, id: string) => who.must<RecordView>("GET", `/api/v1/records/${id}`);
  const act = async (who: Speaker, id: string, type: string, more: object = {}) => {
    const { record } = await view(who, id);
    return who.say("POST", "/api/v1/actions", {
      id: ulid(),
      type,
      record: id,
      base: record.rev,
      madeAt: new Date(now()).toISOString(),
      device: "journey",
      ...more,
    });
  };

  test.skipIf(!possible)(`attendance in four taps, shared pupils, lunch by those who came, a locked day (journey, ${store})`, async () => {
    const teacher = await speaker("teacher");
    const clerk = await speaker("clerk");
    const phone = await device("teacher", 390, 844);

    // Home, class, two pupils, send: four taps and no key.
    let taps = 0;
    const tap = async (target: ReturnType<Page["locator"]>) => {
      taps++;
      await target.tap();
    };
    // The first thing on home is the own class, not sent yet; it and the band say which class and which day.
    const card = phone.locator(".lead-task");
    await card.getByRole("heading", { name: "เช็กชื่อ ป.2/1" }).waitFor();
    expect(await card.locator("p").innerText()).toBe("ยังไม่ส่ง · ส่งก่อน 08:45 น.");
    expect(await phone.locator("main a").first().innerText()).toBe("เริ่มเช็กชื่อ");
    await tap(card.getByRole("link", { name: "เริ่มเช็กชื่อ" }));
    await phone.locator(".line").nth(31).waitFor();
    expect(await phone.locator(".line").count()).toBe(32);
    await phone.locator(".band").getByText("เช็กชื่อ ป.2/1").waitFor();
    expect(await phone.locator(".band small").innerText()).toBe("24 พ.ย. 2569");
    expect(await phone.title()).toBe("เช็กชื่อ ป.2/1 · ฟอร์มท้องถิ่น");
    expect(await phone.locator(".line.off").count()).toBe(0);
    const [first, second] = await Promise.all([4, 11].map((nth) => phone.locator(".line b").nth(nth).innerText()));
    await tap(line(phone, first!).getByRole("button").first());
    await tap(line(phone, second!).getByRole("button").first());
    expect(await phone.locator(".line.off").count()).toBe(2);
    await phone.getByText("มา 30").waitFor();
    await picture(phone, `attendance-390-${store}`);
    await tap(phone.getByRole("button", { name: "ส่งผลเช็กชื่อ" }));
    await phone.getByRole("heading", { name: /ส่ง/ }).waitFor();
    console.log(`${store}: attendance of 32 with two absent took ${taps} taps and no key`);
    expect(taps).toBeLessThanOrEqual(4);

    const today = "2026-11-24";
    const find = async (day: string) => {
      for (const { id } of await all(teacher, "attendance")) {
        const { record } = await view(teacher, id);
        if ((record.answers as unknown as Sheet).att_date === day) return { id, sheet: record.answers as unknown as Sheet, record };
      }
      throw new Error(`no attendance on ${day}`);
    };
    const { id: sheetId, sheet } = await find(today);
    expect(sheet).toMatchObject({ enrolled: 32, present: 30, absent: 2, rate: 93.75 });
    expect(sheet.rows.filter(({ status }) => status === "absent").map(({ name }) => name)).toEqual([first, second]);

    // Home says so, and leads there with one tap; what is left is told without it.
    await phone.goto(served().url);
    const done = phone.getByRole("link", { name: /เช็กชื่อ ป\.2\/1/ });
    await done.waitFor();
    expect(await done.locator(".small").innerText()).toBe("ส่งแล้ว 07:40 น. · ขาด 2");
    expect(await phone.locator(".lead-task").filter({ hasText: "เช็กชื่อ" }).count()).toBe(0);
    await picture(phone, `home-sent-390-${store}`);
    await done.tap();
    await expect.poll(() => phone.url(), { timeout: 20_000 }).toContain(`/records/${sheetId}`);

    // The same class and day again leads to what was sent.
    await phone.goto(`${served().url}/forms/attendance/new`);
    await expect.poll(() => phone.url(), { timeout: 20_000 }).toContain(`/records/${sheetId}`);

    // A pupil moves to another class: the roll of the old one lets go of it, and yesterday stays as it was.
    const yesterday = (await find("2026-11-23")).sheet;
    const leaver = sheet.rows[7]!;
    const pupil = (await view(clerk, leaver.student)).record;
    const room = (pupil.answers as { classes: { room: string }[] }).classes[0]!.room;
    const other = (await clerk.must<{ items: { id: string; kind: string; name: { th: string } }[] }>("GET", "/api/v1/organizations")).items.find(
      ({ kind, name, id }) => kind === "class" && id !== room && name.th === "ป.1/1",
    )!;
    const form = (await view(clerk, leaver.student)).form as unknown as { fields: { id: string; name: string; parent: number }[] };
    const field = (name: string, parent?: string) =>
      form.fields.find((one) => one.name === name && (parent === undefined ? one.parent < 0 : form.fields[one.parent]?.name === parent))!.id;
    const moving = await act(clerk, leaver.student, "edit", {
      changes: [
        {
          path: `${field("classes")}/${ulid()}`,
          to: {
            [field("term", "classes")]: "2569/2",
            [field("room", "classes")]: other.id,
            [field("seat_no", "classes")]: 33,
            [field("from", "classes")]: today,
          },
        },
      ],
    });
    expect(moving.status, moving.text).toBe(201);
    expect((await find("2026-11-23")).sheet).toEqual(yesterday);
    const fillable = await teacher.must<{ facts: { lookups: { pupils: { value: { record: string }[] } } } }>("GET", "/api/v1/forms/attendance");
    expect(fillable.facts.lookups.pupils.value).toHaveLength(31);
    expect(fillable.facts.lookups.pupils.value.map(({ record }) => record)).not.toContain(leaver.student);
    // The teacher of the class it left reaches its entry no longer.
    expect([403, 404]).toContain((await teacher.say("GET", `/api/v1/records/${leaver.student}`)).status);

    // Lunch is counted by who came, and costs by the whole school's rate.
    await later(3 * 3600_000);
    await phone.goto(`${served().url}/forms/lunch/new`);
    await phone.getByLabel("อาหารหลัก").fill("ข้าวผัดไก่");
    expect(await phone.getByLabel("นักเรียนมา").inputValue()).toBe("30");
    await phone.getByText("ซื้อวัตถุดิบ", { exact: true }).click();
    await picture(phone, `lunch-390-${store}`);
    const facts = await teacher.must<{ facts: { lookups: { present: { value: number }; enrolled: { value: number } } } }>("GET", "/api/v1/forms/lunch");
    expect(facts.facts.lookups).toMatchObject({ present: { value: 30 }, enrolled: { value: 60 } });

    // At the end of the day the sheet locks; a later change needs a reason and the director's word.
    await later(8 * 3600_000);
    await expect.poll(async () => (await view(teacher, sheetId)).record.state, { timeout: 20_000 }).toBe("locked");
    const rows = (await view(teacher, sheetId)).form as unknown as { fields: { id: string; name: string; parent: number }[] };
    const column = (name: string) => rows.fields.find((one) => one.name === name && one.parent >= 0)!.id;
    const table = rows.fields.find(({ name, parent }) => name === "rows" && parent < 0)!.id;
    const correction = { changes: [{ path: `${table}/${sheet.rows[4]!.$row}/${column("status")}`, was: "absent", to: "sick" }] };
    expect((await act(teacher, sheetId, "edit", correction)).status).toBe(403);
    expect((await act(teacher, sheetId, "ask")).status).toBe(422);
    expect((await act(teacher, sheetId, "ask", { comment: "ผู้ปกครองส่งใบลาป่วยภายหลัง" })).status).toBe(201);
    expect((await act(teacher, sheetId, "edit", correction)).status).toBe(403);
    const director = await speaker("director");
    expect((await act(director, sheetId, "allow", { comment: "ให้แก้" })).status).toBe(201);
    const corrected = await act(teacher, sheetId, "edit", correction);
    expect(corrected.status, corrected.text).toBe(201);
    expect((await act(teacher, sheetId, "finish")).status).toBe(201);
    const locked = (await view(teacher, sheetId)).record;
    expect([locked.state, (locked.answers as unknown as Sheet).absent]).toEqual(["locked", 1]);

    // The month's sheets are made of these days: the register of the class, the school's summary, and their prints.
    const register = await teacher.must<ReportView>("GET", `/api/v1/reports/attendance-register?month=2026-11&room=${locked.organization}`);
    expect(register.lines.filter(({ kind }) => kind === "row")).toHaveLength(32);
    expect(register.legend.map(({ mark }) => mark)).toContain("ข");
    const summary = await director.must<ReportView>("GET", "/api/v1/reports/attendance-summary?month=2026-11");
    expect(summary.count).toBe(3);
    expect(summary.charts).toHaveLength(1);
    const print = await director.say("GET", "/api/v1/reports/attendance-summary/print?month=2026-11");
    expect([print.status, print.text.includes("ป.๒/๑")]).toEqual([200, true]);
    const desk = await device("director", 1280, 900);
    await desk.goto(`${served().url}/reports/attendance-summary?month=2026-11`);
    await desk.getByRole("table").first().waitFor();
    await picture(desk, `attendance-summary-1280-${store}`);
    await desk.goto(`${served().url}/reports/attendance-register?month=2026-11&room=${locked.organization}`);
    await desk.getByRole("table").first().waitFor();
    await picture(desk, `attendance-register-1280-${store}`);
  });
});
