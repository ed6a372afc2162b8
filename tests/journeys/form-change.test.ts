// A teacher points at a field of the form on the phone and asks for a change; the admin answers, changes the form and publishes; the teacher hears it and confirms.
import type { Locator, Page } from "playwright-core";
import { ulid } from "ulid";
import { describe, expect, test } from "vitest";
import type { Choices, Drafts, Notices, RecordList, RecordView } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, served, speaker, picture } = devices("form-change");

/** What a teacher of the demo asks for already. */
const another = "ขอเพิ่มช่องเบอร์โทรศัพท์สำรอง";
const question = "โทรศัพท์ที่ติดต่อได้";
const openAsk = (page: Page) => page.getByRole("button", { name: "ขอปรับแบบฟอร์มนี้" }).click();
const asks = (admin: Page) => admin.locator("details.asks");
const askOf = (admin: Page, words: string): Locator => asks(admin).locator("li.ask").filter({ hasText: words });

/** Fills a leave a little, with the cursor in the box of a question at last, and opens the sheet. */
async function atTheForm(page: Page, at: string): Promise<Locator> {
  await page.goto(`${served().url}/forms/leave-request/new`);
  await page.getByRole("button", { name: "ขอปรับแบบฟอร์มนี้" }).waitFor();
  await page.getByLabel("เนื่องจาก").fill("กรอกค้างไว้");
  await page.getByLabel(at).focus();
  await openAsk(page);
  return page.getByRole("dialog");
}

/** Another member of the office says of a request that it is done. */
async function solvedElsewhere(wanted: string): Promise<void> {
  const office = await speaker("lao-admin");
  const filter = encodeURIComponent(JSON.stringify({ change: "open" }));
  const { items } = await office.must<RecordList>("GET", `/api/v1/forms/problem-report/records?answers=true&filter=${filter}`);
  const { id } = items.find(({ answers }) => (answers as { detail?: string }).detail?.startsWith(wanted))!;
  const { form } = await office.must<RecordView>("GET", `/api/v1/records/${id}`);
  const at = (name: string) => (form as { fields: { id: string; name: string }[] }).fields.find((field) => field.name === name)!.id;
  const changes = [
    { path: at("fixed_at"), to: "2026-11-24" },
    { path: at("fixed_version"), to: 2 },
  ];
  await office.must("POST", "/api/v1/actions", { id: ulid(), type: "publish-change", record: id, madeAt: "2026-11-24T00:52:00.000Z", changes });
}

describe.skipIf(!possible)("a change of a form that somebody asks for", () => {
  test("is pointed at on a phone, talked about, published and confirmed (journey)", async () => {
    const phone = await device("teacher");
    const sheet = await atTheForm(phone, question);
    // Where the cursor was is chosen already.
    await eventually(() => sheet.getByRole("radio", { name: question }).isChecked()).toBe(true);
    await sheet.getByRole("button", { name: "ส่งคำขอ" }).click();
    await sheet.getByRole("alert").getByText("เขียนสิ่งที่อยากให้ปรับ").waitFor();
    const wanted = "ขอให้กรอกได้สองเบอร์ ครูบางคนใช้เบอร์ของคู่สมรส";
    await sheet.getByLabel("อยากให้ปรับอย่างไร").fill(wanted);
    await picture(phone, "ask-sheet");
    await sheet.getByRole("button", { name: "ส่งคำขอ" }).click();
    await phone.getByText(/ส่งคำขอปรับแบบฟอร์ม \d+\/2570 แล้ว/).waitFor();
    // The form under it is as it was, and so is its draft.
    await eventually(() => phone.getByLabel("เนื่องจาก").inputValue()).toBe("กรอกค้างไว้");
    await phone.getByRole("button", { name: "ดูคำขอ" }).click();
    await phone.getByText("รอพิจารณาปรับแบบฟอร์ม").first().waitFor();
    const record = new URL(phone.url()).pathname;
    for (const words of ["ใบลา", question, wanted]) await phone.locator(".rec").getByText(words).first().waitFor();
    await picture(phone, "ask-record");

    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer`);
    await admin.getByRole("link", { name: /^ใบลา .*คำขอปรับ 3/ }).click();
    await asks(admin).getByText("คำขอปรับแบบฟอร์ม (3)").click();
    const ask = askOf(admin, wanted);
    for (const words of ["ครูประจำชั้น", "โรงเรียน", "ขอเมื่อใช้รุ่น 1"]) await ask.getByText(words).first().waitFor();
    await ask.getByRole("button", { name: `ไปที่ช่อง ${question}` }).click();
    await eventually(() => admin.locator(".item.sel .label").innerText()).toContain(question);
    await ask.getByRole("button", { name: "การสนทนา" }).click();
    await ask.getByText("ยังไม่มีข้อความ").waitFor();
    await ask.getByLabel("ตอบผู้ขอ").fill("เบอร์ที่สองบังคับกรอกหรือไม่");
    await picture(admin, "ask-bench");
    await ask.getByRole("button", { name: "ส่งคำตอบ" }).click();
    await ask.getByText("“เบอร์ที่สองบังคับกรอกหรือไม่”").waitFor();

    // The asker hears it while looking on, and writes back; the admin's thread follows.
    await phone.getByText("“เบอร์ที่สองบังคับกรอกหรือไม่”").waitFor();
    await phone.getByRole("button", { name: "เขียนถึงผู้ดูแล" }).first().click();
    await phone.getByRole("dialog").getByRole("textbox").fill("ไม่บังคับ");
    await phone.getByRole("dialog").getByRole("button", { name: "เขียนถึงผู้ดูแล" }).click();
    await ask.getByText("“ไม่บังคับ”").waitFor();

    // The form changes, and is published with the request ticked; the word about it is lost the first time.
    await admin.getByLabel("คำถาม", { exact: true }).fill("โทรศัพท์ (ใส่ได้สองเบอร์)");
    await eventually(() => admin.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    const publish = admin.getByRole("dialog");
    await publish.getByRole("group", { name: "รุ่นนี้แก้ตามคำขอนี้" }).getByText(wanted).click();
    await publish.getByText(another).click();
    await picture(admin, "ask-publish");
    await admin.route("**/api/v1/actions", (route) => route.abort("internetdisconnected"));
    await publish.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await publish.getByRole("alert").getByText("เผยแพร่รุ่น 2 แล้ว แต่ยังแจ้งผู้ขอไม่ครบ").waitFor();
    expect(await publish.getByRole("checkbox", { name: new RegExp(wanted) }).isChecked()).toBe(true);
    await admin.unroute("**/api/v1/actions");
    // Somebody else has told one of them meanwhile: that is no error.
    await solvedElsewhere(another);
    await phone.goto(`${served().url}/notices`);
    await publish.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 2 แล้ว").waitFor();
    await asks(admin).getByText("คำขอปรับแบบฟอร์ม (1)").waitFor();

    // Told while looking on, with the version; and the case says it too.
    await phone.getByText(/ปรับใบลาตามคำขอ \d+\/2570 แล้ว เผยแพร่ในรุ่น 2/).click();
    await eventually(() => new URL(phone.url()).pathname).toBe(record);
    await phone.getByText("“เผยแพร่แล้วในรุ่น 2”").waitFor();
    await picture(phone, "ask-solved");
    await phone.getByRole("button", { name: "ยืนยันว่าใช้ได้แล้ว" }).filter({ visible: true }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "ยืนยันว่าใช้ได้แล้ว" }).click();
    await phone.getByText("ปิดเรื่อง").first().waitFor();
    // Once, although it was tried twice.
    const teacher = await speaker("teacher");
    const { items } = await teacher.must<Notices>("GET", "/api/v1/notices");
    expect(items.filter(({ title }) => JSON.stringify(title).includes("เผยแพร่ในรุ่น 2"))).toHaveLength(1);
    const view = await teacher.must<RecordView>("GET", `/api/v1${record}`);
    expect(view.record.answers).toMatchObject({ form_id: "leave-request", form_version: 1, field_title: question, fixed_version: 2, change: "made" });
  });

  test("waits in the device without a signal, and what is being filled is untouched (journey)", async () => {
    const phone = await device("teacher");
    // While it is being written the device takes along what sending needs.
    const [sheet] = await Promise.all([
      atTheForm(phone, "ระหว่างลาติดต่อได้ที่"),
      phone.waitForResponse(/\/forms\/problem-report$/).then((answer) => answer.finished()),
    ]);
    await sheet.waitFor();
    await phone.context().setOffline(true);
    // By keys alone, round from the last question to the form as a whole.
    await sheet.getByRole("radio").last().focus();
    await phone.keyboard.press("ArrowDown");
    await eventually(() => sheet.getByRole("radio", { name: "ทั้งแบบฟอร์ม" }).isChecked()).toBe(true);
    await sheet.getByLabel("อยากให้ปรับอย่างไร").fill("ขอให้สั้นลงกว่านี้");
    await sheet.getByRole("button", { name: "ส่งคำขอ" }).click();
    await phone.getByText("เก็บคำขอไว้ในเครื่องแล้ว").waitFor();
    expect(await phone.getByLabel("เนื่องจาก").inputValue()).toBe("กรอกค้างไว้");
    await phone.context().setOffline(false);
    const teacher = await speaker("teacher");
    const mine = async () => (await teacher.must<RecordList>("GET", "/api/v1/records/mine?limit=100")).items;
    await eventually(async () => {
      const rows = (await mine()).filter(({ form }) => form === "problem-report");
      const views = await Promise.all(rows.map(({ id }) => teacher.must<RecordView>("GET", `/api/v1/records/${id}`)));
      return views.filter(({ record }) => (record.answers as { detail?: string }).detail === "ขอให้สั้นลงกว่านี้").map(({ record }) => record.answers);
    }).toMatchObject([{ form_id: "leave-request", form_title: "ใบลา", kind: "form-change" }]);
    const { items } = await teacher.must<Drafts>("GET", "/api/v1/drafts");
    expect(items.map(({ answers }) => answers)).toContainEqual(expect.objectContaining({ reason: "กรอกค้างไว้" }));
  });

  test("is not offered where there is no form of reports to ask with (journey)", async () => {
    const phone = await device("teacher");
    const answered = phone.waitForResponse("**/api/v1/forms");
    await phone.route("**/api/v1/forms", async (route) => {
      const answer = await route.fetch();
      const { items } = (await answer.json()) as Choices;
      await route.fulfill({ response: answer, json: { items: items.filter(({ id }) => id !== "problem-report") } });
    });
    await phone.goto(`${served().url}/forms/leave-request/new`);
    await (await answered).finished();
    await phone.locator("#f-reason").fill("กรอกได้");
    // Long after the foot was drawn, had there been anything to draw.
    await phone.getByText("บันทึกที่ อปท. แล้ว").waitFor();
    expect(await phone.locator("footer.report-link").innerText()).toBe("");
  });

  test("is not offered where no form is open (journey)", async () => {
    const phone = await device("teacher");
    await phone.getByRole("link", { name: "แจ้งปัญหาหน้านี้" }).waitFor();
    expect(await phone.getByRole("button", { name: "ขอปรับแบบฟอร์มนี้" }).isVisible()).toBe(false);
    await phone.goto(`${served().url}/mine`);
    await phone.locator("main a[href^='/records/']").first().click();
    await openAsk(phone);
    await phone.getByRole("dialog").getByRole("group", { name: "ช่องที่ขอปรับ" }).waitFor();
  });
});
