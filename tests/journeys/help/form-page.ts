// A form on the page, as somebody fills it: boxes by the path of their field, pages, rows, searches, and sending.
import type { Locator, Page } from "playwright-core";
import { eventually } from "./device.js";

/** The box of a field: names joined by `/`, as `guardian/phone`. */
export const box = (page: Page, path: string): Locator => page.locator(`[id="f-${path.replaceAll("/", "-")}"]`);

/** One of the buttons of a field. */
export const pick = (page: Page, path: string, words: string): Promise<void> => box(page, path).getByText(words, { exact: true }).click();

/** A row more in a table; gives the path of the row. */
export async function addRow(page: Page, table: string): Promise<string> {
  const rows = box(page, table).locator("section");
  const before = await rows.count();
  await page
    .locator("tf-table-field")
    .filter({ has: box(page, table) })
    .getByRole("button", { name: "เพิ่มแถว" })
    .click();
  await eventually(() => rows.count()).toBe(before + 1);
  const inside = await rows.last().locator("[id^='f-']").first().getAttribute("id");
  return inside!.slice(2).split("-").slice(0, 2).join("/");
}

/** Searches for one and takes it. */
export async function search(page: Page, path: string, words: string, note?: string): Promise<void> {
  await box(page, path).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox").fill(words);
  const found = dialog.getByRole("option").filter({ hasText: words });
  await (note ? found.filter({ hasText: note }) : found).first().click();
  // The way back closes the dialog, and then the cursor is where it was.
  await eventually(() => box(page, path).innerText()).toContain(words);
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe(`f-${path.replaceAll("/", "-")}`);
}

/** The next page, once it is there. */
export async function next(page: Page): Promise<void> {
  const at = () => page.locator("tf-form progress").getAttribute("value");
  const before = await at();
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await eventually(at).not.toBe(before);
}

/** Turns pages until a field is on one. */
export async function turnTo(page: Page, path: string): Promise<void> {
  await page.locator("tf-form").waitFor();
  await page.locator("tf-form .field").first().waitFor();
  while (!(await page.locator(`[id="f-${path}"]`).count())) await next(page);
}

/** On to the page before sending. */
export async function toReview(page: Page): Promise<void> {
  while (await page.getByRole("button", { name: /^ถัดไป/ }).count()) await next(page);
  await page.getByRole("heading", { name: "ตรวจทานก่อนส่ง" }).waitFor();
}

/** Sends it; gives the record's id once the page says that it went. */
export async function send(page: Page, words: string): Promise<string> {
  await page.getByRole("button", { name: words }).click();
  await page.locator("tf-sent h1").waitFor();
  await eventually(() => page.url()).toContain("/records/");
  return new URL(page.url()).pathname.split("/")[2]!;
}
