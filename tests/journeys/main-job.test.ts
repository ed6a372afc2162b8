// The main job in a real browser, on both stores: an LAO publishes a new form, a teacher on a phone fills it through cuts, a reload and a killed server,
// approvals move it, its print is sealed, and nobody from another school learns anything of it.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import type { RecordList, RecordView } from "../../schemas/types.js";
import { flags } from "../help/browser.js";
import { freshDatabase } from "../help/database.js";
import { type Served, serve } from "../help/served.js";
import { Speaker } from "./help/api.js";
import { document, form, menu, workflow } from "./help/home-visit.js";
import { forbiddenEverywhere } from "./help/strangers.js";

const executablePath = inject("chromium");
const mongodb = inject("mongodb");
/** Nobody else's data holds this word. */
const marker = "บ้านริมคลองเจ็ดสี";
const morning = Date.parse("2026-11-24T00:40:00.000Z");
/** One dot, a real PNG. */
const picture = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const stores = [
  ["SQLite", "", executablePath !== ""],
  ["MongoDB", mongodb, executablePath !== "" && mongodb !== ""],
] as const;

describe.each(stores)("the main job, journey on %s", (store, server, possible) => {
  let browser: Browser;
  let served: Served;
  let moved = 0;
  const dropped: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    if (!possible) return;
    const database = server ? freshDatabase(server) : undefined;
    if (database) dropped.push(database.drop);
    browser = await chromium.launch({ executablePath, args: flags });
    served = await serve(morning, database?.uri);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    for (const drop of dropped) await drop();
  });

  const contexts: BrowserContext[] = [];
  afterEach(async ({ task }) => {
    // What everybody saw when it went wrong, for whoever asks: PICTURES=folder.
    const folder = process.env.PICTURES;
    for (const [nth, context] of contexts.splice(0).entries()) {
      if (folder && task.result?.state === "fail")
        for (const page of context.pages()) await page.screenshot({ path: `${folder}/${store}-${nth}.png`, fullPage: true });
      await context.close();
    }
  });

  /** A device with the server's clock. */
  async function device(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, locale: "th-TH", timezoneId: "Asia/Bangkok", hasTouch: width < 500 });
    contexts.push(context);
    await context.clock.install({ time: morning + moved });
    return context.newPage();
  }
  /** Time goes on for the server and for these pages alike. */
  async function later(ms: number, ...pages: Page[]): Promise<void> {
    moved += ms;
    served.advance(ms);
    for (const page of pages) await page.clock.runFor(ms);
  }
  async function signIn(page: Page, username: string): Promise<void> {
    await page.goto(`${served.url}/`);
    await page.getByLabel("ชื่อผู้ใช้").fill(username);
    await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
    await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
    await page.getByRole("heading", { name: "งานวันนี้" }).waitFor();
  }
  async function speaker(username: string): Promise<Speaker> {
    const one = new Speaker(served.url);
    await one.signIn(username, served.password);
    return one;
  }

  test.skipIf(!possible)(`from a new menu to a sealed print (journey, ${store})`, async () => {
    const admin = await speaker("lao-admin");
    const phone = await device(390, 844);
    await signIn(phone, "teacher");
    await phone.getByRole("link", { name: "เมนู", exact: true }).click();
    await expect.poll(() => phone.getByRole("link", { name: "ใบลา" }).count(), { timeout: 20_000 }).toBe(1);

    // The LAO's admin publishes; the open screen shows it without a reload.
    for (const definition of [workflow, document, form]) await admin.publish(definition);
    const published = performance.now();
    await admin.publish(menu);
    const item = phone.getByRole("link", { name: "เยี่ยมบ้าน" });
    await item.waitFor();
    console.log(`${store}: from publish to the open phone screen ${Math.round(performance.now() - published)} ms`);
    await item.click();

    // Filling, with the network cut twice.
    await phone.getByLabel("ชื่อนักเรียน").fill("เด็กหญิงสายบัว ใจดี");
    await phone.context().setOffline(true);
    await phone.getByRole("textbox", { name: "วันที่เยี่ยม" }).fill("23112569");
    await phone.getByRole("textbox", { name: "วันที่เยี่ยม" }).blur();
    await later(6000, phone);
    await phone.context().setOffline(false);
    await phone.getByLabel(/สมาชิกในครอบครัว/).fill("4");
    await phone.context().setOffline(true);
    await phone.getByLabel("สรุปผลการเยี่ยม").fill(`นักเรียนอยู่กับยาย ${marker}`);
    await phone.context().setOffline(false);

    // A reload right after the last key brings the same field back.
    await phone.reload();
    await expect.poll(() => phone.getByLabel("สรุปผลการเยี่ยม").inputValue(), { timeout: 20_000 }).toBe(`นักเรียนอยู่กับยาย ${marker}`);
    await expect.poll(() => phone.evaluate(() => globalThis.document.activeElement?.tagName), { timeout: 20_000 }).toBe("TEXTAREA");
    expect(await phone.getByLabel("ชื่อนักเรียน").inputValue()).toBe("เด็กหญิงสายบัว ใจดี");

    // A picture, and the draft that names it is at the server: nothing is under way when the clock stops.
    const named = phone.waitForResponse((answer) => answer.url().includes("/drafts/") && (answer.request().postData() ?? "").includes('"picture"'));
    await phone.locator("tf-file-field input[type=file]:not([capture])").setInputFiles({ name: "หน้าบ้าน.png", mimeType: "image/png", buffer: picture });
    await phone
      .locator("tf-file-field")
      .getByText(/^แนบแล้ว/)
      .waitFor();
    await named;

    // The phone's time goes on only as it is told. Five seconds after the last key the server is killed, and nobody has looked whether the draft is there.
    await phone.clock.pauseAt((await phone.evaluate(() => Date.now())) + 10_000);
    await later(10_000);
    await phone.getByLabel("สรุปผลการเยี่ยม").press("End");
    await phone.getByLabel("สรุปผลการเยี่ยม").pressSequentially(" ขอทุนการศึกษา");
    const saved = phone.waitForResponse((answer) => answer.url().includes("/drafts/") && (answer.request().postData() ?? "").includes("ขอทุนการศึกษา"));
    await later(5000, phone);
    // The answer to what was sent within these seconds; time stands still for the phone.
    await saved;
    await served.killAndRestart(morning + moved);
    const teacher = await speaker("teacher");
    expect((await teacher.say("GET", "/api/v1/drafts")).text).toContain("ขอทุนการศึกษา");
    await phone.clock.resume();
    await phone.getByRole("button", { name: "ตรวจทานก่อนส่ง" }).click();
    const send = phone.getByRole("button", { name: "ส่งบันทึก" });
    await send.dblclick();
    await phone.getByText("เลขที่").first().waitFor();

    const mine = await teacher.must<RecordList>("GET", "/api/v1/records/mine?limit=100");
    const visits = mine.items.filter((row) => row.form === "home-visit");
    expect(visits).toHaveLength(1);
    const { id, number } = visits[0]!;
    expect(number).toBe("1/2569");
    const stateNow = async () => (await teacher.must<RecordView>("GET", `/api/v1/records/${id}`)).record.state;
    const reaches = (state: string) => expect.poll(stateNow, { timeout: 20_000 }).toBe(state);

    // The director returns it with a reason; the teacher corrects it.
    const desk = await device(1280, 900);
    await signIn(desk, "director");
    await desk.goto(`${served.url}/records/${id}`);
    await desk.getByRole("button", { name: "ส่งกลับให้แก้ไข" }).click();
    await desk.locator("#decide-comment").fill("ขอจำนวนสมาชิกในครอบครัวที่ถูกต้อง");
    await desk.getByRole("dialog").getByRole("button", { name: "ส่งกลับให้แก้ไข" }).click();
    await reaches("returned");

    await phone.goto(`${served.url}/records/${id}`);
    await phone.getByText("ขอจำนวนสมาชิกในครอบครัวที่ถูกต้อง").first().waitFor();
    await phone
      .getByRole("link", { name: "แก้ไขแล้วส่งใหม่" })
      .or(phone.getByRole("button", { name: "แก้ไขแล้วส่งใหม่" }))
      .first()
      .click();
    await phone.getByLabel(/สมาชิกในครอบครัว/).fill("5");
    await phone.getByRole("button", { name: "ตรวจทานก่อนส่ง" }).click();
    await phone.getByRole("button", { name: "ส่งบันทึกที่แก้แล้ว" }).click();
    await reaches("at-director");

    // The director and the head of education approve.
    await desk.goto(`${served.url}/records/${id}`);
    await desk.getByRole("button", { name: "เห็นชอบและลงนาม" }).click();
    await desk.getByRole("dialog").getByRole("button", { name: "เห็นชอบและลงนาม" }).click();
    await reaches("at-head");
    const office = await device(1280, 900);
    await signIn(office, "education-head");
    await office.goto(`${served.url}/inbox`);
    await office.goto(`${served.url}/records/${id}`);
    await office.getByRole("button", { name: "รับทราบและลงนาม" }).click();
    await office.getByRole("dialog").getByRole("button", { name: "รับทราบและลงนาม" }).click();
    await reaches("approved");

    // The record: number, history, sealed print.
    const view = await teacher.must<RecordView>("GET", `/api/v1/records/${id}`);
    expect(view.record.sealed).toBe(true);
    expect(view.record.answers).toMatchObject({ family: 5, no: "1/2569", summary: `นักเรียนอยู่กับยาย ${marker} ขอทุนการศึกษา` });
    const { items } = await teacher.must<{ items: { type: string }[] }>("GET", `/api/v1/records/${id}/history`);
    expect(items.map(({ type }) => type)).toEqual(["record.approve", "record.endorse", "record.resubmit", "record.return", "record.submit"]);
    await later(60_000);
    await expect.poll(async () => (await teacher.say("GET", `/api/v1/records/${id}/documents/home-visit-form`)).text, { timeout: 20_000 }).toContain(marker);
    const print = await teacher.say("GET", `/api/v1/records/${id}/documents/home-visit-form`);
    expect(print.text).toContain("๑/๒๕๖๙");
    expect((await teacher.say("GET", `/api/v1/records/${id}/documents/home-visit-form`)).text).toBe(print.text);

    // Another school's teacher learns nothing of it, by any route, nor by the live stream.
    const attempts = await forbiddenEverywhere({ admin, author: teacher, served, record: view.record, marker });
    console.log(`${store}: a stranger was turned away ${attempts} times`);
  });
});
