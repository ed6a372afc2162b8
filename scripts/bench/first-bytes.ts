// What a cold browser fetches until the leave form can be filled, as it crosses the line: script and style (brotli), and beside them fonts and icons.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { findChromium, flags } from "../../tests/help/browser.js";
import { freePort, type Product, startProduct } from "../load/product.js";

export interface Fetched {
  path: string;
  kind: "script" | "style" | "font" | "other";
  /** Bytes of the body as sent. */
  bytes: number;
}

/** The fields of a leave request that its author fills; when they are there, the form can be filled. */
const fields = ["leave_type", "date_from", "date_to", "reason", "contact", "phone", "acting"];

/** Undefined without a browser. Signs in beforehand, in another context, so that only the way to the form is counted. */
export async function firstBytes(): Promise<Fetched[] | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-bench-"));
  const product = await startProduct({ dataDir, port: await freePort() });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    return await openForm(await coldContext(browser, product), product.url);
  } finally {
    await browser.close();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function coldContext(browser: Browser, product: Product): Promise<BrowserContext> {
  const before = await browser.newContext();
  const signIn = await before.request.post(`${product.url}/api/v1/sessions`, { data: { username: "teacher", password: product.password } });
  if (!signIn.ok()) throw new Error(`Cannot sign in: ${signIn.status()}`);
  return browser.newContext({ storageState: await before.storageState(), viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
}

async function openForm(context: BrowserContext, url: string): Promise<Fetched[]> {
  // Time stands still: what a page fetches afterwards, when nobody waits for it, does not begin.
  await context.clock.install();
  await context.clock.pauseAt(Date.now() + 1000);
  const page = await context.newPage();
  const fetched: Promise<Fetched>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    // By what it is: late pieces are fetched before they are run.
    const kind = ({ js: "script", css: "style", woff2: "font" } as const)[path.split(".").at(-1)!] ?? "other";
    // The stream of changes never ends.
    if (path !== "/api/v1/live")
      // What comes out of the browser's own cache crosses no line.
      fetched.push(response.finished().then(async () => ({ path, kind, bytes: Math.max(0, (await response.request().sizes()).responseBodySize) })));
  });
  await page.goto(`${url}/forms/leave-request/new`);
  for (const field of fields) await page.locator(`#f-${field}`).waitFor();
  page.removeAllListeners("response");
  return Promise.all(fetched);
}
