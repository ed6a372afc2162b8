// A device on which somebody is signed in: the start of a journey.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { flags } from "../../help/browser.js";
import { type Served, serve } from "../../help/served.js";

export const executablePath = inject("chromium");
/** Whether there is a browser here. */
export const possible = executablePath !== "";
export const morning = Date.parse("2026-11-24T00:52:00.000Z");

/** Asks until it is so. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** The product and a browser for the tests of one file. PICTURES=folder keeps what everybody saw when one fails. */
export function devices(name: string): { served: () => Served; device: (username: string, width?: number, height?: number) => Promise<Page> } {
  let browser: Browser;
  let served: Served;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    if (!possible) return;
    browser = await chromium.launch({ executablePath, args: flags });
    served = await serve(morning);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });
  afterEach(async ({ task }) => {
    const folder = process.env.PICTURES;
    for (const [nth, context] of contexts.splice(0).entries()) {
      if (folder && task.result?.state === "fail")
        for (const page of context.pages()) await page.screenshot({ path: `${folder}/${name}-${nth}.png`, fullPage: true });
      await context.close();
    }
  });
  return {
    served: () => served,
    async device(username, width = 390, height = 844) {
      const context = await browser.newContext({ viewport: { width, height }, locale: "th-TH", timezoneId: "Asia/Bangkok", hasTouch: width < 500 });
      contexts.push(context);
      await context.clock.install({ time: morning });
      const answer = await context.request.post(`${served.url}/api/v1/sessions`, { data: { username, password: served.password } });
      expect(answer.status()).toBe(200);
      const page = await context.newPage();
      await page.goto(`${served.url}/`);
      await page.getByRole("heading", { name: "งานวันนี้" }).waitFor();
      return page;
    },
  };
}
