// Every screen as people see it, on a phone and on a PC, by day and by night: nothing serious for a screen reader or a keyboard to trip over,
// nothing wider than the screen, no complaint in the console. PICTURES=folder keeps the pictures.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { RecordList } from "../../schemas/types.js";
import { flags } from "../help/browser.js";
import { type Served, serve } from "../help/served.js";

const executablePath = inject("chromium");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const morning = Date.parse("2026-11-24T00:52:00.000Z");

interface Violation {
  id: string;
  impact: string;
  nodes: { html: string; failureSummary: string }[];
}

interface Screen {
  name: string;
  user?: string;
  /** Where it is; a function finds an address first. */
  path: string | ((context: BrowserContext) => Promise<string>);
  /** What shows that it is there. */
  ready: string;
  act?: (page: Page) => Promise<void>;
  /** Whoever designs sits at a PC. */
  wide?: true;
}

let browser: Browser;
let served: Served;

async function recordIn(context: BrowserContext, form: string, state: string): Promise<string> {
  const answer = await context.request.get(`${served.url}/api/v1/forms/${form}/records?limit=100`);
  const { items } = (await answer.json()) as RecordList;
  return items.find((row) => row.state.id === state)!.id;
}

const screens: Screen[] = [
  { name: "sign-in", path: "/", ready: "form input" },
  { name: "home", user: "teacher", path: "/", ready: "main .lead-task h3:has-text('ป.2/1')" },
  { name: "menu", user: "teacher", path: "/menu", ready: "main a[href^='/forms/']" },
  { name: "fill", user: "teacher", path: "/forms/leave-request/new", ready: "tf-form input" },
  {
    name: "fill-problem",
    user: "teacher",
    path: "/forms/problem-report/new",
    ready: "tf-form textarea",
    act: async (page) => {
      await page.getByRole("button", { name: /ตรวจทาน/ }).click();
      await page.getByRole("button", { name: "ส่งเรื่อง" }).click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "ask-change",
    user: "teacher",
    path: "/forms/leave-request/new",
    ready: "tf-form textarea",
    act: async (page) => {
      await page.getByRole("button", { name: "ขอปรับแบบฟอร์มนี้" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "ส่งคำขอ" }).click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "list", user: "director", path: "/forms/leave-request", ready: "main a[href^='/records/']" },
  { name: "inbox", user: "director", path: "/inbox", ready: "main a[href^='/records/']" },
  { name: "mine", user: "teacher", path: "/mine", ready: "main a[href^='/records/']" },
  { name: "notices", user: "teacher", path: "/notices", ready: "main h1" },
  { name: "record", user: "director", path: async (context) => `/records/${await recordIn(context, "leave-request", "approved")}`, ready: "main .facts" },
  {
    name: "decide",
    user: "director",
    path: async (context) => `/records/${await recordIn(context, "leave-request", "awaiting-order")}`,
    ready: "main .facts",
    act: async (page) => {
      await page.getByRole("button", { name: "ส่งกลับให้แก้ไข" }).first().click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "print",
    user: "director",
    path: async (context) => `/api/v1/records/${await recordIn(context, "leave-request", "approved")}/documents/leave-form`,
    ready: "main h1",
  },
  { name: "report", user: "director", path: "/reports/leave-summary", ready: "main table" },
  { name: "report-print", user: "director", path: "/api/v1/reports/leave-summary/print", ready: "main table" },
  {
    name: "attendance",
    user: "teacher",
    path: "/forms/attendance/new",
    ready: "tf-sheet-field .line",
    act: async (page) => {
      const line = page.locator(".line").nth(2);
      if (await line.locator(".st").isVisible()) await line.locator(".st").click();
      else await line.getByRole("radio").last().check();
      await page.locator(".line.off").waitFor();
    },
  },
  {
    name: "attendance-review",
    user: "teacher",
    path: "/forms/attendance/new",
    ready: "tf-sheet-field .line",
    act: async (page) => {
      await page.locator("html[data-steps]").waitFor({ state: "attached" });
      // A day on which there is no school: what stands in the way is told above everything that was answered.
      await page.getByLabel("วันที่", { exact: true }).fill("28112569");
      await page.getByRole("button", { name: "ส่งผลเช็กชื่อ" }).click();
      await page.locator(".review table").waitFor();
      expect(await page.locator(".review").allInnerTexts()).not.toContainEqual(expect.stringMatching(/\b01[0-9A-Z]{24}\b/));
    },
  },
  {
    name: "attendance-record",
    user: "teacher",
    path: async (context) => `/records/${await recordIn(context, "attendance", "locked")}`,
    ready: "main .facts table",
  },
  { name: "lunch", user: "teacher", path: "/forms/lunch/new", ready: "tf-form input" },
  { name: "pupil-fill", user: "clerk", path: "/forms/pupil/new", ready: "tf-form input" },
  { name: "pupils", user: "clerk", path: "/forms/pupil", ready: "main a[href^='/records/']" },
  { name: "pupil", user: "clerk", path: async (context) => `/records/${await recordIn(context, "pupil", "confirmed")}`, ready: "main .facts" },
  {
    name: "pupil-print",
    user: "clerk",
    path: async (context) => `/api/v1/records/${await recordIn(context, "pupil", "confirmed")}/documents/pupil-sheet`,
    ready: "main h1",
  },
  { name: "roll", user: "teacher", path: "/reports/class-roll", ready: "main table" },
  { name: "register", user: "teacher", path: "/reports/attendance-register?month=2026-11", ready: "main table" },
  { name: "register-print", user: "teacher", path: "/api/v1/reports/attendance-register/print?month=2026-11", ready: "main table" },
  { name: "milk", user: "director", path: "/reports/lunch-month?month=2026-11", ready: "main tr.is-carried" },
  { name: "milk-print", user: "director", path: "/api/v1/reports/lunch-month/print?month=2026-11", ready: "main tr.carried" },
  { name: "designs", user: "lao-admin", path: "/designer", ready: "main .designs .row" },
  {
    name: "bench-form",
    user: "lao-admin",
    path: "/designer/form/leave-request",
    ready: "tf-form-designer .item",
    wide: true,
    act: (page) => page.locator(".item").nth(2).click(),
  },
  {
    name: "bench-rules",
    user: "lao-admin",
    path: "/designer/form/leave-request",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.locator(".item").nth(1).click();
      await page.getByRole("tab", { name: /กติกา/ }).click();
      await page.locator(".rule").first().waitFor();
    },
  },
  {
    name: "bench-settings",
    user: "lao-admin",
    path: "/designer/form/leave-request",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.getByRole("button", { name: "เขียนคำภาษาอังกฤษด้วย" }).click();
      for (const fold of await page.locator(".prop details > summary").all()) await fold.click();
      await page.getByLabel("ชื่อที่ใช้ในสูตร").first().waitFor();
    },
  },
  {
    name: "bench-formula",
    user: "lao-admin",
    path: "/designer/form/leave-request",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.locator(".item").filter({ hasText: "มีกำหนด" }).first().click();
      await page.locator("tf-expression textarea").press("Control+Space");
      await page.getByRole("listbox").waitFor();
    },
  },
  {
    name: "bench-try",
    user: "lao-admin",
    path: "/designer/form/problem-report",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.getByRole("button", { name: "ลองกรอก" }).click();
      await page.locator("tf-form input").first().waitFor();
    },
  },
  {
    name: "bench-versions",
    user: "lao-admin",
    path: "/designer/form/problem-report",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.getByRole("button", { name: "รุ่นก่อน ๆ" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "bench-publish",
    user: "lao-admin",
    path: "/designer/form/problem-report",
    ready: "tf-form-designer .item",
    wide: true,
    act: async (page) => {
      await page.getByRole("button", { name: "เผยแพร่…" }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "bench-asks",
    user: "lao-admin",
    path: "/designer/form/leave-request",
    ready: "tf-form-designer .asks",
    wide: true,
    act: async (page) => {
      await page.locator(".asks summary").click();
      await page.getByRole("button", { name: "การสนทนา" }).nth(1).click();
      await page.locator(".ask .history").waitFor();
    },
  },
  {
    name: "bench-menu",
    user: "lao-admin",
    path: "/designer/menu/staff",
    ready: "tf-menu-designer .seen-items",
    wide: true,
    act: (page) => page.locator(".menu-item").first().click(),
  },
  {
    name: "bench-flow",
    user: "lao-admin",
    path: "/designer/workflow/leave-approval",
    ready: "tf-workflow-designer .flow-state",
    wide: true,
    act: (page) => page.locator(".flow-row").nth(3).click(),
  },
  {
    name: "bench-document",
    user: "lao-admin",
    path: "/designer/document/problem-report-form",
    ready: "tf-document-designer .piece",
    wide: true,
    act: async (page) => page.frameLocator("tf-print-frame iframe").locator("main").waitFor(),
  },
  {
    name: "bench-document-wrong",
    user: "lao-admin",
    path: "/designer/document/attendance-sheet",
    ready: "tf-document-designer .piece",
    wide: true,
    act: async (page) => {
      await page.locator(".piece summary").first().click();
      await page.getByLabel("เนื้อหาเอกสาร").pressSequentially("{{/each}}{{fields.nobody.text}}");
      await page
        .getByText(/ปิด {{\/each}} โดยไม่ได้เปิด/)
        .first()
        .waitFor();
    },
  },
  {
    name: "start-document",
    user: "lao-admin",
    path: "/designer",
    ready: "main .designs .row",
    act: async (page) => {
      await page.getByRole("button", { name: "สร้างเอกสารพิมพ์" }).click();
      await page.getByLabel("ชื่อเอกสาร").waitFor();
    },
  },
  { name: "bench-codes", user: "lao-admin", path: "/designer/codes/lunch-rates", ready: "tf-codes-designer td input", wide: true },
  { name: "missing", user: "teacher", path: "/nowhere", ready: "main h1" },
];

type Look = readonly [device: string, width: number, height: number, scheme: "light" | "dark"];
const looks: readonly Look[] = [
  ["phone", 390, 844, "light"],
  ["phone", 390, 844, "dark"],
  ["PC", 1280, 900, "light"],
  ["PC", 1280, 900, "dark"],
];

beforeAll(async () => {
  if (!executablePath) return;
  browser = await chromium.launch({ executablePath, args: flags });
  served = await serve(morning, undefined, { pupils: 60, days: 2, classes: ["school-1-class-1", "school-1-class-2"] });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open({ user, path, ready, act }: Screen, [, width, height, colorScheme]: Look) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme,
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  await context.clock.install({ time: morning });
  if (user) {
    const answer = await context.request.post(`${served.url}/api/v1/sessions`, { data: { username: user, password: served.password } });
    expect(answer.status()).toBe(200);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    // A stranger is told so by the server; the browser says it too. The test's own clock may not run in the frame of a print, where nothing may.
    if (message.type() === "error" && !/\b40[14]\b|^Blocked script execution in '(about:blank|.*\/documents\/frame)'/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(served.url + (typeof path === "string" ? path : await path(context)));
  await page.locator(`${ready} >> visible=true`).first().waitFor();
  await act?.(page);
  await page.evaluate(() => document.fonts.ready);
  return { context, page, complaints };
}

describe.each(looks)("on a %s, %i × %i, %s (page)", (device, width, height, scheme) => {
  const look: Look = [device, width, height, scheme];
  test.skipIf(!executablePath).each(screens.filter(({ wide }) => !wide || width >= 1180).map((screen) => [screen.name, screen] as const))(
    "%s",
    async (name, screen) => {
      const { context, page, complaints } = await open(screen, look);
      try {
        const folder = process.env.PICTURES;
        if (folder) await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
        await page.evaluate(axe);
        const violations = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")) as Violation[];
        const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
        expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join("\n")}`)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          `${device}: sideways`,
        ).toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.documentElement.lang)).toBe("th");
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );
});
