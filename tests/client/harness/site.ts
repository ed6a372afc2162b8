// Builds the harness page as the product is built, and hands it to a browser page without a server: requests are answered from memory.
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { builtPage } from "../../../scripts/built-page.js";

const root = fileURLToPath(new URL(".", import.meta.url));
/** https, so that the page has what browsers give only to secure ones. Nothing leaves the machine: every request is answered here. */
export const address = "https://forms.test/";
let building: Promise<Map<string, string | Uint8Array>> | undefined;

const kinds: Record<string, string> = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", woff2: "font/woff2", svg: "image/svg+xml" };

/** Opens the harness in a page. */
export async function openHarness(page: Page): Promise<void> {
  building ??= builtPage(root);
  const site = await building;
  await page.route(`${address}**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const body = site.get(path === "/" ? "/index.html" : path);
    if (body === undefined) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({
      contentType: kinds[path === "/" ? "html" : path.split(".").at(-1)!] ?? "application/octet-stream",
      body: typeof body === "string" ? body : Buffer.from(body),
    });
  });
  await page.goto(address);
}
