// Deciding, as an approver does it: what is drawn signs, what is written stays, and the page scrolls under a finger.
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { RecordList, RecordView } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { served, device } = devices("deciding");

async function ask<T>(page: Page, path: string): Promise<T> {
  return (await (await page.context().request.get(`${served().url}/api/v1${path}`)).json()) as T;
}

/** A leave that waits for the director's order. */
async function waiting(page: Page): Promise<string> {
  const { items } = await ask<RecordList>(page, "/inbox?limit=100");
  return items.find(({ state, form }) => form === "leave-request" && state.id === "awaiting-order")!.id;
}

test.skipIf(!possible)("a drawn signature counts when the main button is pressed, and the sheets still scroll (journey)", async () => {
  const page = await device("director");
  const id = await waiting(page);
  await page.goto(`${served().url}/records/${id}`);
  await page
    .getByRole("button", { name: /^อนุญาต/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  const fold = dialog.locator("summary", { hasText: "วาดลายมือชื่อ" });
  expect((await fold.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await fold.click();
  const area = dialog.getByRole("img", { name: /ช่องวาดลายมือชื่อ/ });
  await area.scrollIntoViewIfNeeded();
  const box = (await area.boundingBox())!;
  await page.mouse.move(box.x + 40, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 70, { steps: 4 });
  await page.mouse.up();
  await dialog.getByText("จะลงนามด้วยลายมือชื่อนี้").waitFor();
  await dialog.getByRole("button", { name: /^อนุญาต/ }).click();
  await eventually(async () => (await ask<RecordView>(page, `/records/${id}`)).record.signatures.at(-1)?.image).toBeTruthy();
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  // Only where one draws a finger does not scroll.
  expect(
    await page
      .locator(".sheet .pad")
      .first()
      .evaluate((sheet) => getComputedStyle(sheet).touchAction),
  ).toBe("auto");
});

test.skipIf(!possible)("a return without a reason says so at the box of the reason (journey)", async () => {
  const page = await device("director");
  await page.goto(`${served().url}/records/${await waiting(page)}`);
  await page.getByRole("button", { name: "ส่งกลับให้แก้ไข" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "ส่งกลับให้แก้ไข" }).click();
  await page.getByText("เขียนเหตุผลก่อนส่งกลับ").waitFor();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("decide-comment");
});

test.skipIf(!possible)("a reason half written is still there after Escape, a press beside the sheet, and a reload (journey)", async () => {
  const page = await device("director");
  const id = await waiting(page);
  await page.goto(`${served().url}/records/${id}`);
  const open = () => page.getByRole("button", { name: "ส่งกลับให้แก้ไข" }).first().click();
  const reason = page.getByRole("dialog").getByLabel("เหตุผลที่ส่งกลับ");
  await open();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("decide-comment");
  await reason.fill("ขอใบรับรองแพทย์");
  await page.mouse.click(5, 5);
  expect(await reason.inputValue()).toBe("ขอใบรับรองแพทย์");
  await page.keyboard.press("Escape");
  await eventually(() => page.getByRole("dialog").count()).toBe(0);
  // Its step of the way back is taken a moment after it closes, and would break off a reload.
  await eventually(() => page.evaluate(() => history.state?.over)).toBeUndefined();
  await page.reload();
  await open();
  await eventually(() => reason.inputValue()).toBe("ขอใบรับรองแพทย์");
  await page.getByRole("dialog").getByRole("button", { name: "ส่งกลับให้แก้ไข" }).click();
  await eventually(async () => (await ask<RecordView>(page, `/records/${id}`)).state.look).toBe("back");
  // Done: nothing of it is kept for another time.
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("decision")))).toEqual([]);
});
