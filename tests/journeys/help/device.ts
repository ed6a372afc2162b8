// Devices on which somebody is signed in, beside a server and a clock that the test moves: the start of a journey.
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { Life } from "../../../server/operations/demo/live.js";
import { flags } from "../../help/browser.js";
import { freshDatabase } from "../../help/database.js";
import { type Served, serve } from "../../help/served.js";
import { Speaker } from "./api.js";

export const executablePath = inject("chromium");
/** Whether there is a browser here. */
export const possible = executablePath !== "";
export const morning = Date.parse("2026-11-24T00:52:00.000Z");

/** Both stores, for `describe.each`: its name, the server of its databases (none for SQLite), and whether a journey can run on it here. */
export const stores = [
  ["SQLite", "", possible],
  ["MongoDB", inject("mongodb"), possible && inject("mongodb") !== ""],
] as const;

/** Asks until it is so. */
export const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

export interface Start {
  /** A MongoDB server, on which the product gets a database of its own; unsaid or empty, SQLite. */
  mongodb?: string;
  /** False: there is nothing to start here, and the tests are skipped. */
  possible?: boolean;
  /** What every clock says at first. */
  now?: number;
  /** How much the demo's schools have lived; unsaid, little. */
  life?: Life;
}

export interface Devices {
  served(): Served;
  /** A browser of its own with this person signed in, at the page of today's work. */
  device(username: string, width?: number, height?: number): Promise<Page>;
  /** The same person's program without a browser. */
  speaker(username: string): Promise<Speaker>;
  /** Moves the clock of the server and of every open page. */
  later(ms: number): Promise<void>;
  /** What the clock says, as it was moved. */
  now(): number;
  /** Keeps what a page shows, when PICTURES names a folder. */
  picture(page: Page, name: string): Promise<void>;
}

/** The product and a browser for the tests of one file. PICTURES=folder keeps what everybody saw when one fails. */
export function devices(name: string, { mongodb = "", possible: runs = possible, now = morning, life }: Start = {}): Devices {
  let browser: Browser;
  let served: Served;
  let moved = 0;
  let drop: (() => Promise<void>) | undefined;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    if (!runs) return;
    const database = mongodb ? freshDatabase(mongodb) : undefined;
    drop = database?.drop;
    [browser, served] = await Promise.all([chromium.launch({ executablePath, args: flags }), serve(now, database?.uri, life)]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await drop?.();
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
    now: () => now + moved,
    async device(username, width = 390, height = 844) {
      const context = await browser.newContext({ viewport: { width, height }, locale: "th-TH", timezoneId: "Asia/Bangkok", hasTouch: width < 500 });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      await context.clock.install({ time: now + moved });
      const answer = await context.request.post(`${served.url}/api/v1/sessions`, { data: { username, password: served.password } });
      expect(answer.status()).toBe(200);
      const page = await context.newPage();
      await page.goto(`${served.url}/`);
      await page.getByRole("heading", { name: "งานวันนี้" }).waitFor();
      return page;
    },
    async speaker(username) {
      const one = new Speaker(served.url);
      await one.signIn(username, served.password);
      return one;
    },
    async later(ms) {
      moved += ms;
      served.advance(ms);
      for (const page of contexts.flatMap((context) => context.pages())) await page.clock.fastForward(ms);
    },
    async picture(page, shot) {
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${shot}.png`, fullPage: true });
    },
  };
}
