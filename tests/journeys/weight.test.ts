// What a cold browser fetches until a leave form can be filled: script and style, as brotli has them on the wire.
import { brotliCompressSync, constants } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { flags } from "../help/browser.js";
import { type Served, serve } from "../help/served.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
const morning = Date.parse("2026-11-24T00:40:00.000Z");
const promised = 40 * 1024;

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

const packed = (body: Buffer) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length;

/** Said in the designer and nowhere else. */
const designing = "ลากช่องจากด้านซ้ายมาวางที่นี่";

test.skipIf(!possible)("whoever fills fetches nothing of the designer, not even when everything beside the form is here (journey)", async () => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("ชื่อผู้ใช้").fill("teacher");
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  const fetched = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith(".js")) fetched.add(pathname);
  });
  await page.goto(`${served.url}/forms/leave-request/new`);
  await page.locator("#f-reason").fill("เป็นไข้");
  // What is brought last, beside the form.
  await page.getByRole("button", { name: "ขอปรับแบบฟอร์มนี้" }).click();
  await page.getByRole("dialog").waitFor();
  const pieces = await Promise.all([...fetched].map(async (path) => [path, await (await page.request.get(served.url + path)).text()] as const));
  expect(pieces.length).toBeGreaterThan(5);
  expect(pieces.filter(([, text]) => text.includes(designing)).map(([path]) => path)).toEqual([]);
  await context.close();
});

test.skipIf(!possible)("an editable leave form weighs at most 40 KB of script and style (journey)", async () => {
  const signed = await browser.newContext({ serviceWorkers: "block" });
  const page = await signed.newPage();
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("ชื่อผู้ใช้").fill("teacher");
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");

  const cold = await browser.newContext({ serviceWorkers: "block", storageState: await signed.storageState(), viewport: { width: 390, height: 844 } });
  // Time stands still: what is fetched afterwards, when nobody waits, does not begin.
  await cold.clock.install({ time: morning });
  await cold.clock.pauseAt(morning + 1000);
  const fresh = await cold.newPage();
  const fetched: Promise<[string, number]>[] = [];
  fresh.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (/\.(js|css)$/.test(pathname)) fetched.push(response.body().then((body) => [pathname, packed(body)]));
  });
  await fresh.goto(`${served.url}/forms/leave-request/new`);
  for (const id of ["leave_type", "date_from", "date_to", "reason", "contact", "phone", "acting"]) await fresh.locator(`#f-${id}`).waitFor();
  const weights = await Promise.all(fetched);
  // What comes from here on is not counted any more.
  fresh.removeAllListeners("response");
  const total = weights.reduce((sum, [, size]) => sum + size, 0);
  console.log(`${weights.map(([path, size]) => `${size} ${path}`).join("\n")}\n${total} bytes to an editable leave form`);
  expect(total).toBeLessThanOrEqual(promised);
  await fresh.locator("#f-reason").fill("เป็นไข้");
  expect(await fresh.locator("#f-reason").inputValue()).toBe("เป็นไข้");
  await signed.close();
  await cold.close();
});
