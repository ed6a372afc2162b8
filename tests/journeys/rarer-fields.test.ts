// A form of the rarer kinds of fields against the real server: an admin writes it, a teacher fills its three pages, and it is read as people write such things.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { FormDefinition, RecordList } from "../../schemas/types.js";
import { flags } from "../help/browser.js";
import { type Served, serve } from "../help/served.js";
import { Speaker } from "./help/api.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
const morning = Date.parse("2026-11-24T00:40:00.000Z");
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

let browser: Browser;
let served: Served;
beforeAll(async () => {
  if (!possible) return;
  browser = await chromium.launch({ executablePath, args: flags });
  served = await serve(morning);
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

const form: FormDefinition = {
  kind: "form",
  id: "accident",
  title: "บันทึกอุบัติเหตุนักเรียน",
  unit: "school",
  schema: {
    type: "object",
    required: ["pupil", "card", "home"],
    properties: {
      pupil: { "x-id": "acc0000001", "x-field": "person-name", type: "object", title: "นักเรียน" },
      card: { "x-id": "acc0000002", "x-field": "national-id", type: "string", title: "เลขประจำตัว", "x-checksum": "warn" },
      home: { "x-id": "acc0000003", "x-field": "address", type: "object", title: "ที่อยู่" },
      mail: { "x-id": "acc0000004", "x-field": "email", type: "string", title: "อีเมลผู้ปกครอง", "x-show": "home.province != 'ขอนแก่น'" },
      at: { "x-id": "acc0000005", "x-field": "time", type: "string", title: "เวลาเกิดเหตุ", "x-latest": "16:30" },
      place: { "x-id": "acc0000006", "x-field": "location", type: "object", title: "จุดเกิดเหตุ" },
      share: { "x-id": "acc0000007", "x-field": "percent", type: "number", title: "ค่ารักษาที่ประกันจ่าย" },
    },
  },
  layout: [
    { page: "นักเรียน", sections: [{ id: "pupil", fields: ["pupil", "card"] }] },
    { page: "บ้าน", sections: [{ id: "home", fields: ["home", "mail"] }] },
    { page: "เหตุการณ์", sections: [{ id: "event", fields: ["at", "place", "share"] }] },
  ],
  access: { create: ["school-staff"], read: ["author", "director"], list: ["director"], sensitive: ["author"] },
  list: { columns: ["pupil", "card", "home", "at", "share"], sort: ["at"] },
  keys: [{ fields: ["card", "at"], within: "unit" }],
  sensitive: ["card"],
};

async function signedIn(context: BrowserContext, username: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  return page;
}

test.skipIf(!possible)("filled on a phone, offered places, found by the device, and read as it was meant (journey)", async () => {
  const admin = new Speaker(served.url);
  await admin.signIn("lao-admin", served.password);
  await admin.must("PUT", "/api/v1/definitions/form/accident", form, { "if-match": "0" });
  await admin.must("POST", "/api/v1/definitions/form/accident/publish");

  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH", timezoneId: "Asia/Bangkok", hasTouch: true });
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ latitude: 16.4419, longitude: 102.836, accuracy: 8 });
  const page = await signedIn(context, "teacher");
  await page.goto(`${served.url}/forms/accident/new`);
  await page.getByLabel("ชื่อ", { exact: true }).fill("ใบบัว");
  await page.getByLabel("นามสกุล").fill("ใจดี");
  await page.getByLabel("เลขประจำตัว").fill("1101700000002");
  await page.getByLabel("เลขประจำตัว").blur();
  // An old number is told of and may stay.
  await page.getByText(/^เลขประจำตัวประชาชนนี้ไม่ถูกต้อง/).waitFor();

  await page.getByRole("button", { name: "ถัดไป: บ้าน" }).click();
  await page.getByLabel("บ้านเลขที่").fill("99/1");
  await page.getByRole("combobox", { name: "ตำบล/แขวง" }).fill("ศิลา");
  await page.getByRole("option", { name: /เมืองขอนแก่น/ }).tap();
  await eventually(() => page.getByLabel("รหัสไปรษณีย์").inputValue()).toBe("40000");
  // A rule that reads the province has seen it.
  await eventually(() => page.getByLabel("อีเมลผู้ปกครอง").isVisible()).toBe(false);

  await page.getByRole("button", { name: "ถัดไป: เหตุการณ์" }).click();
  await page.getByRole("textbox", { name: "เวลาเกิดเหตุ" }).fill("10.45");
  await page.getByRole("button", { name: "ใช้ตำแหน่งของเครื่อง" }).click();
  await page.getByText("ได้ตำแหน่งแล้ว").waitFor();
  await page.getByRole("textbox", { name: "ค่ารักษาที่ประกันจ่าย" }).fill("87.5");
  // Half-typed again, and the page loaded anew: nothing is lost.
  await page.getByRole("textbox", { name: "เวลาเกิดเหตุ" }).fill("10.4");
  await page.getByRole("textbox", { name: "เวลาเกิดเหตุ" }).blur();
  await page.reload();
  await eventually(() => page.getByRole("textbox", { name: "เวลาเกิดเหตุ" }).inputValue()).toBe("10.4");
  await page.getByRole("textbox", { name: "เวลาเกิดเหตุ" }).fill("10.45");

  await page.getByRole("button", { name: "ถัดไป: ตรวจทานก่อนส่ง" }).click();
  for (const words of ["10:45 น.", "87.5%", "16.44190, 102.83600 (±8 ม.)", "99/1 ตำบลศิลา อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000", "1-1017-00000-00-2"])
    await page.getByText(words, { exact: true }).waitFor();
  const send = page.getByRole("button", { name: "ส่ง", exact: true });
  await send.click();
  await page.getByRole("button", { name: "ดูแล้ว ส่งต่อ" }).click();
  const teacher = new Speaker(served.url);
  await teacher.signIn("teacher", served.password);
  const mine = async () => (await teacher.must<RecordList>("GET", "/api/v1/records/mine?limit=50")).items.filter((row) => row.form === "accident");
  await eventually(async () => (await mine()).length).toBe(1);
  const { id } = (await mine())[0]!;

  // Opened by itself, the record brings what it needs to be read.
  const reader = await context.newPage();
  await reader.goto(`${served.url}/records/${id}`);
  await reader.getByText("99/1 ตำบลศิลา อำเภอเมืองขอนแก่น จังหวัดขอนแก่น 40000").waitFor();
  await reader.getByText("10:45 น.").first().waitFor();
  await context.close();

  const director = new Speaker(served.url);
  await director.signIn("director", served.password);
  const { items } = await director.must<RecordList>("GET", "/api/v1/forms/accident/records");
  expect(items[0]!.columns).toMatchObject({ pupil: "ใบบัว ใจดี", card: "x-xxxx-xxxx0-00-2", at: "10:45 น.", share: "87.5%" });
});
