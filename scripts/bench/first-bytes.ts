// What a cold browser fetches until the leave form can be filled: script and style as they cross the line (brotli), and fonts beside them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findChromium, flags } from "../../tests/help/browser.js";
import { freePort, startProduct } from "../load/product.js";

export interface Fetched {
  path: string;
  kind: "script" | "style" | "font" | "other";
  /** Bytes of the body as sent. */
  bytes: number;
}

/** Signs in beforehand, in another context, so that only the way to the form is counted; undefined without a browser. */
export async function firstBytes(): Promise<Fetched[] | undefined> {
  const executablePath = await findChromium();
  if (!executablePath) return undefined;
  const dataDir = await mkdtemp(join(tmpdir(), "thongthin-bench-"));
  const product = await startProduct({ dataDir, port: await freePort() });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const before = await browser.newContext();
    const signIn = await before.request.post(`${product.url}/api/v1/sessions`, { data: { username: "teacher", password: product.password } });
    if (!signIn.ok()) throw new Error(`Cannot sign in: ${signIn.status()}`);
    const context = await browser.newContext({ storageState: await before.storageState(), viewport: { width: 390, height: 844 }, serviceWorkers: "block" });
    const page = await context.newPage();
    const fetched: Promise<Fetched>[] = [];
    page.on("response", (response) => {
      const path = new URL(response.url()).pathname;
      const kind = { script: "script", stylesheet: "style", font: "font" }[response.request().resourceType()] ?? "other";
      fetched.push(
        response
          .request()
          .sizes()
          .then(({ responseBodySize }) => ({ path, kind: kind as Fetched["kind"], bytes: responseBodySize })),
      );
    });
    await page.goto(`${product.url}/forms/leave-request/new`);
    await page.locator("tf-form input, tf-form textarea, tf-form select, tf-form button").first().waitFor();
    await page.waitForLoadState("networkidle");
    return await Promise.all(fetched);
  } finally {
    await browser.close();
    await product.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
