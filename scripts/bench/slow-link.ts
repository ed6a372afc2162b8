// A cheap phone on a weak link: 400 kbit/s, 400 ms there and back, a processor four times slower. Seconds until the class sheet can be tapped, at the first visit and the second.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findChromium, flags } from "../../tests/help/browser.js";
import { freePort, startProduct } from "../load/product.js";

export interface Visits {
  /** Seconds. */
  first: number;
  second: number;
  lines: number;
}

const bytesPerSecond = 400_000 / 8;

/** Undefined without a browser. */
export async function slowLink(): Promise<Visits | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-slow-"));
  const product = await startProduct({ dataDir, port: await freePort(), demo: "on" });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const before = await browser.newContext();
    await before.request.post(`${product.url}/api/v1/sessions`, { data: { username: "teacher", password: product.password } });
    const context = await browser.newContext({ storageState: await before.storageState(), viewport: { width: 390, height: 844 }, hasTouch: true });
    const address = `${product.url}/forms/attendance/new`;
    const { page, seconds: first, lines } = await visit(context, address);
    // From here on the phone holds the program; the link is as weak as before.
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 120_000 });
    await page.close();
    const { seconds: second } = await visit(context, address);
    return { first, second, lines };
  } finally {
    await browser.close();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function visit(context: BrowserContext, address: string): Promise<{ page: Page; seconds: number; lines: number }> {
  const page = await context.newPage();
  const line = await context.newCDPSession(page);
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await line.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const began = performance.now();
  await page.goto(address, { timeout: 120_000, waitUntil: "commit" });
  const third = page.locator("tf-sheet-field .line").nth(2);
  await third.getByRole("button").first().tap({ timeout: 120_000 });
  await page.locator(".line.off").waitFor();
  const seconds = (performance.now() - began) / 1000;
  // Back as it was: the second visit finds nobody absent.
  await third.getByRole("button", { name: "มา", exact: true }).last().tap();
  return { page, seconds, lines: await page.locator("tf-sheet-field .line").count() };
}
