// The way back, as people press it: a page of a form, a dialog, a screen; each press takes back the last step and nothing more.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { devices, eventually, possible } from "./help/device.js";

const { served, device } = devices("going-back");

const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
const next = (page: Page) => page.getByRole("button", { name: /^ถัดไป/ });
/** What runs beside the screens is here. */
const beside = (page: Page) => page.waitForFunction(() => customElements.get("tf-save-state") !== undefined && "steps" in document.documentElement.dataset);

async function leaveForm(page: Page): Promise<void> {
  await page.goto(`${served().url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).waitFor();
  await beside(page);
}

test.skipIf(!possible)("back turns the pages of a form one by one, and leaves it only from the first (journey)", async () => {
  const page = await device("teacher");
  await leaveForm(page);
  const first = await page.locator("h1").first().innerText();
  // The first answer comes on a later page: the step before is older than the draft.
  await next(page).click();
  await eventually(() => page.locator("tf-form h1").innerText()).not.toBe(first);
  const second = await page.locator("tf-form h1").innerText();
  await page.locator("tf-form textarea, tf-form input:not([type=radio])").first().fill("ก");
  await eventually(() => page.url()).toContain("/drafts/");
  await next(page).click();
  await heading(page, "ตรวจทานก่อนส่ง").waitFor();
  await page.goBack();
  await heading(page, second).waitFor();
  await page.goBack();
  await heading(page, first).waitFor();
  expect(page.url()).toContain("/drafts/");
  await page.goForward();
  await heading(page, second).waitFor();
  // The page itself goes back by the same step.
  await page.getByRole("button", { name: "ย้อนกลับ", exact: true }).click();
  await heading(page, first).waitFor();
  await page.goBack();
  await heading(page, "งานวันนี้").waitFor();
});

test.skipIf(!possible)("a reload, or another visit, comes back to the page that was turned to (journey)", async () => {
  const page = await device("teacher");
  await leaveForm(page);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("25112569");
  await eventually(() => page.url()).toContain("/drafts/");
  await next(page).click();
  await eventually(() => page.locator("tf-form progress").getAttribute("value")).toBe("2");
  const second = await page.locator("tf-form h1").innerText();
  await page.reload();
  await heading(page, second).waitFor();
  await beside(page);
  await next(page).click();
  await heading(page, "ตรวจทานก่อนส่ง").waitFor();
  await page.reload();
  await heading(page, "ตรวจทานก่อนส่ง").waitFor();
  await beside(page);
  await page.goBack();
  await heading(page, second).waitFor();
});

test.skipIf(!possible)("back closes the calendar over a form, and a sheet over a record, and stays on the page (journey)", async () => {
  const page = await device("teacher");
  await leaveForm(page);
  await page.getByRole("button", { name: "เปิดปฏิทินของ ตั้งแต่วันที่" }).click();
  await page.getByRole("dialog").waitFor();
  await page.goBack();
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  await page.getByRole("button", { name: "เปิดปฏิทินของ ตั้งแต่วันที่" }).click();
  await page.getByRole("button", { name: "พุธ 25 พฤศจิกายน 2569" }).click();
  await eventually(() => page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).inputValue()).toContain("25 พฤศจิกายน 2569");
  await eventually(() => page.url()).toContain("/drafts/");
  // The calendar left no step behind.
  await page.goBack();
  await heading(page, "งานวันนี้").waitFor();

  await page.goto(`${served().url}/mine`);
  await page.locator(".sent .row", { hasText: "รอ" }).first().click();
  const withdraw = page.getByRole("button", { name: /^ถอน/ }).first();
  await withdraw.click();
  await page.getByRole("dialog").waitFor();
  await page.goBack();
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  await withdraw.waitFor();
  await page.goBack();
  await heading(page, "เรื่องของฉัน").waitFor();
});
