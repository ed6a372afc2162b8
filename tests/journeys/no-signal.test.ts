// Without a signal one's own work is shown first: drafts and what waits in this device need no server.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { devices, eventually, possible } from "./help/device.js";

const { served, device } = devices("no-signal");

/** How many things this device keeps of a kind; may forget them. */
const inStore = (page: Page, name: string, forget = false) =>
  page.evaluate(
    async ({ name, forget }) => {
      const opening = indexedDB.open((await indexedDB.databases())[0]!.name!);
      const db = await new Promise<IDBDatabase>((done) => {
        opening.onsuccess = () => done(opening.result);
      });
      const work = db.transaction(name, "readwrite");
      const counting = work.objectStore(name).count();
      if (forget) work.objectStore(name).clear();
      await new Promise((done) => {
        work.oncomplete = done;
      });
      db.close();
      return counting.result;
    },
    { name, forget },
  );

test.skipIf(!possible)("drafts are there without a signal, and the list that home kept stands in for one's own (journey)", async () => {
  const page = await device("teacher");
  await page.goto(`${served().url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("25112569");
  await eventually(() => page.url()).toContain("/drafts/");
  await page.getByRole("link", { name: "ย้อนกลับ" }).click();
  await page.getByRole("heading", { name: "งานวันนี้" }).waitFor();
  // Time passes until what was read is kept.
  await page.clock.runFor(8000);
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.clock.runFor(8000);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "เรื่องของฉัน" }).first().click();
  await page.getByRole("heading", { name: "กรอกค้างไว้" }).waitFor();
  expect(await page.locator("main a[href^='/drafts/']").count()).toBeGreaterThan(0);
  await page.locator(".sent a[href^='/records/']").first().waitFor();
});

test.skipIf(!possible)("where nothing of the list is kept, only its own place says so (journey)", async () => {
  const page = await device("teacher");
  await page.goto(`${served().url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("25112569");
  await eventually(() => page.url()).toContain("/drafts/");
  await eventually(() => inStore(page, "drafts")).toBe(1);
  // The list cannot be had, and this device never kept it.
  await page.route("**/api/v1/records/mine*", (route) => route.abort());
  await page.route("**/api/v1/drafts", (route) => route.abort());
  await inStore(page, "kept", true);
  await page.goto(`${served().url}/mine`);
  await page.getByRole("heading", { name: "กรอกค้างไว้" }).waitFor();
  await page
    .locator("main section", { has: page.getByRole("heading", { name: "ส่งแล้ว" }) })
    .getByText("ไม่มีสัญญาณ")
    .waitFor();
});
