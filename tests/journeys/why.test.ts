// "ทำไม?" in a real browser: whoever fills asks why something is worked out, required, refused or hidden; a reader why an action is not offered; an author as any position.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { RecordList, RecordView } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const { device, served, speaker, later } = devices("why");

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } }).axe;
    const { violations } = await run.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  });
}

/** "ทำไม?" of a field, as a screen reader names it. */
const why = (page: Page, title: string) => page.getByRole("button", { name: `ทำไม? ${title}`, exact: true });
/** The panel that a button opens. */
const opened = async (page: Page, title: string) => page.locator(`[id="${await why(page, title).first().getAttribute("aria-controls")}"]`);

/** Sits down in the first position that is called so. */
async function sit(page: Page, called: string): Promise<void> {
  const seat = page.getByLabel("กรอกในฐานะ");
  await seat.selectOption(
    await seat
      .locator("option", { hasText: called })
      .first()
      .evaluate((option) => (option as unknown as { value: string }).value),
  );
}

async function sickLeave(page: Page, from: string, to: string): Promise<void> {
  await page.goto(`${served().url}/forms/leave-request/new`);
  await page.getByLabel("ประเภทการลา").selectOption({ label: "ลาป่วย" });
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill(from);
  await page.getByRole("textbox", { name: "ถึงวันที่" }).fill(to);
  await page.getByRole("textbox", { name: "ถึงวันที่" }).blur();
  // What explains comes once the form is drawn and kept.
  await later(1500);
  await later(1500);
}

describe.skipIf(!possible)("why", () => {
  test("whoever fills a leave sees the rule, the values and where they come from, by the keyboard alone (journey)", async () => {
    const page = await device("teacher");
    await sickLeave(page, "25/11/2569", "30/11/2569");

    // Worked out: the sum, and the values with their sources.
    await why(page, "มีกำหนด").focus();
    await page.keyboard.press("Enter");
    expect(await why(page, "มีกำหนด").getAttribute("aria-expanded")).toBe("true");
    const days = await opened(page, "มีกำหนด");
    await days.getByText("จำนวนวันทำการตั้งแต่ “ตั้งแต่วันที่” ถึง “ถึงวันที่”").waitFor();
    await days.getByText("หักเสาร์–อาทิตย์ 28–29 พ.ย.").waitFor();
    await days.getByText("ปฏิทินวันหยุดราชการของ อปท.").waitFor();
    expect(await days.getAttribute("aria-live")).toBe("polite");
    // It follows the answers while it stands open.
    await page.getByRole("textbox", { name: "ถึงวันที่" }).fill("01/12/2569");
    await page.getByRole("textbox", { name: "ถึงวันที่" }).blur();
    await days.getByText("1 ธันวาคม 2569").waitFor();

    // Required by a rule: one step deeper for what was worked out itself.
    await why(page, "ใบรับรองแพทย์").click();
    const must = await opened(page, "ใบรับรองแพทย์");
    await must.getByText("มีกำหนด ตั้งแต่ ค่าที่ อปท. กำหนดสำหรับ “ต้องแนบใบรับรองแพทย์เมื่อลาป่วยตั้งแต่กี่วัน”").waitFor();
    await must.getByText("คำนวณในแบบฟอร์มนี้").waitFor();
    expect(await must.getByText("จำนวนวันทำการ").count()).toBe(0);
    await must.getByRole("button", { name: "ทำไม? มีกำหนด" }).press("Enter");
    await must.getByText("จำนวนวันทำการตั้งแต่ “ตั้งแต่วันที่” ถึง “ถึงวันที่”").waitFor();
    expect(await serious(page)).toEqual([]);

    // Refused: the check, and both days.
    await page.getByRole("textbox", { name: "ถึงวันที่" }).fill("20/11/2569");
    await page.getByRole("textbox", { name: "ถึงวันที่" }).blur();
    await page.getByText("วันสิ้นสุดต้องไม่ก่อนวันเริ่ม").waitFor();
    await why(page, "ถึงวันที่").click();
    const refused = await opened(page, "ถึงวันที่");
    await refused.getByText("ถึงวันที่ ตั้งแต่ ตั้งแต่วันที่").waitFor();
    await refused.getByText("20 พฤศจิกายน 2569").waitFor();
    await refused.getByText("25 พฤศจิกายน 2569").waitFor();

    // Hidden: listed with what would show them; the list follows the answers.
    const list = page.getByRole("button", { name: /^คำถามที่ไม่แสดงตอนนี้/ });
    await list.press("Enter");
    const hidden = page.locator("tf-hidden");
    await hidden.getByText("ขอยกเลิกวันลาตามใบลา ตอบแล้ว").waitFor();
    await hidden.getByText("เรื่องนี้ส่งแล้ว").waitFor();
    expect(await hidden.getByText("ใบรับรองแพทย์", { exact: true }).count()).toBe(0);
    await page.getByLabel("ประเภทการลา").selectOption({ label: "ลาพักผ่อน" });
    await hidden.getByText("ใบรับรองแพทย์", { exact: true }).waitFor();
    await hidden.getByText("ประเภทการลา เป็น ลาป่วย").waitFor();
    expect(await serious(page)).toEqual([]);

    // Of the person, and of records sent before with their date.
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await why(page, "ตำแหน่ง").click();
    await (await opened(page, "ตำแหน่ง")).getByText("ข้อมูลบุคคลและตำแหน่งของผู้กรอก").waitFor();
    await why(page, "จำนวน").click();
    await (await opened(page, "จำนวน")).getByText(/จากเรื่องที่ส่งไว้แล้ว( 1 เรื่อง)? ณ 24 พ/).waitFor();
  });

  test("a reader sees who may do what is not offered, and at which step (journey)", async () => {
    const director = await speaker("director");
    const [first] = (await director.must<RecordList>("GET", "/api/v1/inbox")).items;
    const view = await director.must<RecordView>("GET", `/api/v1/records/${first!.id}`);
    const page = await device("director", 1280, 900);
    await page.goto(`${served().url}/records/${view.record.id}`);
    await page.getByText(/^สิ่งที่ทำได้ในขั้นอื่นของเรื่อง/).click();
    await page.getByRole("button", { name: "ทำไม? “ลงนามตรวจสอบ” ทำไม่ได้ตอนนี้" }).press("Enter");
    const panel = page.locator("tf-action-why .why-panel:not([hidden])");
    await panel.getByText("ธุรการโรงเรียน").waitFor();
    await panel.getByText("รอผู้ตรวจสอบวันลา").waitFor();
    await panel.getByText(typeof view.state.title === "string" ? view.state.title : view.state.title.th, { exact: true }).waitFor();
    expect(await serious(page)).toEqual([]);
  });

  test("what is asked of a reader and cannot be done yet says its rule, with what it read (journey)", async () => {
    const officer = await speaker("lao-admin");
    const { items } = await officer.must<RecordList>("GET", "/api/v1/inbox");
    const views = await Promise.all(items.map(({ id }) => officer.must<RecordView>("GET", `/api/v1/records/${id}`)));
    const waiting = views.find(
      ({ record, actions }) => record.form === "problem-report" && actions.some(({ id, why }) => id === "assign" && why?.code === "workflow.guard"),
    )!;
    const page = await device("lao-admin");
    await page.goto(`${served().url}/records/${waiting.record.id}`);
    await page.locator(".blocked").getByRole("button", { name: "ทำไม? “รับเรื่อง” ทำไม่ได้ตอนนี้" }).press("Enter");
    const panel = page.locator(".blocked .why-panel");
    await panel.getByText(/^ผู้รับผิดชอบ ตอบแล้ว/).waitFor();
    await panel.getByText("ยังไม่เป็นไปตามนี้").waitFor();
    await panel.getByText("กองการศึกษา, ผู้ดูแลระบบของ อปท.").waitFor();
    await panel.getByText("ไม่มีค่า").waitFor();
    expect(await serious(page)).toEqual([]);
  });

  test("an author tries a form as any position, with sample data that stays (journey)", async () => {
    const page = await device("lao-admin", 1280, 900);
    await page.goto(`${served().url}/designer/form/leave-request`);
    await page.getByRole("button", { name: "ลองกรอก" }).click();
    const panel = page.getByRole("complementary", { name: "ทำไม?" });

    // A rule of the form's own workflow keeps the mayor from sending it; a director may.
    await sit(page, "นายก");
    await panel.getByText("ทำไม่ได้ตอนนี้").waitFor();
    await panel.getByText("ไม่ใช่กรณีที่ ผู้กรอก มีหน้าที่ นายก").waitFor();
    await sit(page, "ผู้อำนวยการสถานศึกษา");
    await eventually(() => panel.getByText("ทำไม่ได้ตอนนี้").count()).toBe(0);

    await page.getByRole("button", { name: "ใส่ข้อมูลตัวอย่าง" }).click();
    await eventually(() => page.locator("tf-form").getByLabel("ประเภทการลา").inputValue()).toBe("sick");
    const day = await page.locator("tf-form").getByRole("textbox", { name: "ตั้งแต่วันที่" }).inputValue();
    expect(day).toContain("2569");
    // What is filled stays on a turn of the screen and on another seat.
    await page.locator("tf-form").getByLabel("เนื่องจาก").fill("ไปพบแพทย์");
    await page.getByRole("button", { name: "คอมพิวเตอร์" }).click();
    await sit(page, "ครูประจำชั้น ป.2/1");
    expect(await page.locator("tf-form").getByLabel("เนื่องจาก").inputValue()).toBe("ไปพบแพทย์");
    await panel.getByText("จำนวนวันทำการตั้งแต่ “ตั้งแต่วันที่” ถึง “ถึงวันที่”").first().waitFor();
    expect(await serious(page)).toEqual([]);

    // The real buttons of its workflow. Nothing is sent; what would become of it is said.
    const posted: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await page.locator("tf-form").getByText("ครูประจำชั้น ป.2/1").first().waitFor();
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await page.getByRole("button", { name: "ส่งใบลา", exact: true }).click();
    await page.getByText("กรอกครบ ส่งใบลาได้จริง ที่นี่ไม่มีอะไรถูกส่ง").waitFor();
    await sit(page, "นายก");
    await page.getByRole("button", { name: "ส่งใบลา", exact: true }).click();
    await page.locator("tf-form").getByText("การลาของนายกยื่นต่อผู้กำกับดูแล").waitFor();
    expect(posted).toEqual([]);
    await sit(page, "ครูประจำชั้น ป.2/1");
    await page.getByRole("button", { name: "ล้าง" }).click();
    await page.getByRole("button", { name: "ย้อนกลับ", exact: true }).last().click();
    await page.getByRole("button", { name: "ย้อนกลับ", exact: true }).last().click();
    await eventually(() => page.locator("tf-form").getByLabel("เนื่องจาก").inputValue()).toBe("");
  });

  test("an author sees that a position may not make a form, and who may (journey)", async () => {
    const page = await device("lao-admin", 1280, 900);
    await page.goto(`${served().url}/designer/form/pupil`);
    await page.getByRole("button", { name: "ลองกรอก" }).click();
    await sit(page, "นายก");
    await page.getByText("ตำแหน่งนี้สร้างเรื่องจากแบบฟอร์มนี้ไม่ได้").waitFor();
    await page.getByText("ผู้ที่สร้างได้: ครู, ธุรการโรงเรียน").waitFor();
    expect(await serious(page)).toEqual([]);
    await sit(page, "เจ้าหน้าที่ธุรการ");
    await eventually(() => page.getByText("ตำแหน่งนี้สร้างเรื่องจากแบบฟอร์มนี้ไม่ได้").count()).toBe(0);
  });
});
