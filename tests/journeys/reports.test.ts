// A monthly register made from data alone: published by the administrator, filled by a teacher, read, changed and printed on a phone and on a PC.
// PICTURES=folder keeps the pictures.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import { addDays, weekday } from "../../engine/thai/day.js";
import type { Fillable } from "../../schemas/types.js";
import { flags } from "../help/browser.js";
import { seeded } from "../help/chance.js";
import { type Served, serve } from "../help/served.js";
import { Speaker } from "./help/api.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const morning = Date.parse("2026-11-24T00:52:00.000Z");

const statuses = [
  ["present", "มา", "/"],
  ["late", "สาย", "ส"],
  ["sick", "ลาป่วย", "ป"],
  ["leave", "ลากิจ", "ล"],
  ["absent", "ขาด", "ข"],
] as const;
const form = {
  kind: "form",
  id: "roll-call",
  title: "บันทึกเวลาเรียนรายวัน",
  unit: "class",
  schema: {
    type: "object",
    required: ["day"],
    properties: {
      day: { "x-field": "date", type: "string", format: "date", title: "วันที่" },
      rows: {
        "x-field": "table",
        type: "array",
        title: "นักเรียน",
        items: {
          type: "object",
          properties: {
            student: { "x-field": "text", type: "string", title: "นักเรียน" },
            status: { "x-field": "select", type: "string", title: "สถานะ", "x-options": statuses.map(([id, title]) => ({ id, title })) },
          },
        },
      },
    },
  },
  access: { create: ["teacher"], read: ["teacher", "director"], list: ["teacher", "director"] },
  list: { columns: ["day"], sort: ["day"] },
};
const came = "status == 'present' || status == 'late'";
const register = {
  kind: "report",
  id: "register",
  title: { th: "บัญชีมาเรียนรายเดือน", en: "Monthly register" },
  access: ["teacher", "director"],
  parameters: [
    { name: "month", type: "month" },
    { name: "room", type: "organization", title: "ชั้นเรียน", kinds: ["class"] },
  ],
  sources: [{ form: "roll-call", between: { field: "day", parameter: "month" }, rows: "rows" }],
  group: [{ name: "student", title: "ชื่อ–สกุล", value: "student" }],
  matrix: {
    across: { name: "day", title: "วันที่", value: "day", by: "day", all: "workdays" },
    cell: {
      name: "status",
      title: "สถานะ",
      pick: "last",
      of: "status",
      marks: Object.fromEntries(
        statuses.map(([id, title, mark]) => [
          id,
          { mark, title, ...(id === "absent" ? { tone: "bad" } : id === "present" ? { tone: "quiet" } : { tone: "wait" }) },
        ]),
      ),
    },
    foot: [
      { name: "here", title: "มาเรียน (คน)", pick: "count", where: came },
      { name: "away", title: "ขาด (คน)", pick: "count", where: "status == 'absent'" },
    ],
  },
  columns: [
    { name: "came", title: "มา", pick: "count", where: came },
    { name: "excused", title: "ลา", pick: "count", where: "status == 'sick' || status == 'leave'" },
    { name: "absent", title: "ขาด", pick: "count", where: "status == 'absent'" },
    { name: "rate", title: "ร้อยละ", pick: "percent", of: came },
  ],
  charts: [{ type: "line", title: "ร้อยละของนักเรียนที่มาเรียนแต่ละวัน", x: "day", series: ["rate"] }],
  document: { paper: "A4-landscape", signers: ["ครูประจำชั้น", "ผู้อำนวยการสถานศึกษา"] },
};
const menu = {
  kind: "menu",
  id: "registers",
  title: "เวลาเรียน",
  order: 5,
  items: [{ id: "register", label: "บัญชีมาเรียนรายเดือน", icon: "table", target: { report: "register" } }],
};
const pupils = "กมล กานดา ขวัญ จันทร์ ชัยชนะ ณัฐ ดวงดี ธนา นภา บุญมี ประภา พรชัย มาลี รัตนา วันดี สมใจ สายไหม อรุณ เกตุ แก้วตา โสภา ไพลิน"
  .split(" ")
  .map((name, nth) => `${nth % 2 ? "เด็กหญิง" : "เด็กชาย"}${name} ทองสุข`);

let browser: Browser;
let served: Served;
beforeAll(async () => {
  if (!possible) return;
  browser = await chromium.launch({ executablePath, args: flags });
  served = await serve(morning);
  const [admin, teacher] = [new Speaker(served.url), new Speaker(served.url)];
  await admin.signIn("lao-admin", served.password);
  await teacher.signIn("teacher", served.password);
  for (const definition of [form, register, menu]) await admin.publish(definition);
  const compiled = (await teacher.must<Fillable>("GET", "/api/v1/forms/roll-call")).form as unknown as CompiledForm;
  const any = seeded(5);
  let n = 0;
  const id = () => `01KAT${String(++n).padStart(21, "0")}`;
  for (let day = "2026-11-02"; day < "2026-11-24"; day = addDays(day, 1)) {
    if (weekday(day) % 6 === 0) continue;
    const rows = pupils.map((student) => {
      const at = any.below(24);
      return { $row: id(), student, status: at === 0 ? "absent" : at === 1 ? "sick" : at === 2 ? "late" : at === 3 && any.chance(0.5) ? "leave" : "present" };
    });
    const action = { id: id(), type: "submit", record: id(), form: "roll-call", release: compiled.release, base: 0, madeAt: new Date(morning).toISOString() };
    await teacher.must("POST", "/api/v1/actions", { ...action, changes: changesBetween(compiled, null, { day, rows }) });
  }
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

async function open(user: string, path: string, width: number, height: number): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: "th-TH",
    timezoneId: "Asia/Bangkok",
    reducedMotion: "reduce",
    bypassCSP: false,
  });
  await context.clock.install({ time: morning });
  expect((await context.request.post(`${served.url}/api/v1/sessions`, { data: { username: user, password: served.password } })).status()).toBe(200);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(served.url + path);
  return { context, page, complaints };
}

async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png`, fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${name}: sideways`).toBeLessThanOrEqual(0);
}

test.skipIf(!possible).each([
  [390, 844],
  [1280, 900],
] as const)("a teacher reads the register of the class, at %i px (journey)", async (width, height) => {
  const { context, page, complaints } = await open("teacher", "/menu", width, height);
  await page.locator("main").getByRole("link", { name: "บัญชีมาเรียนรายเดือน" }).click();
  await page.getByRole("heading", { name: "บัญชีมาเรียนรายเดือน", level: 1 }).waitFor();
  const sheet = page.getByRole("region", { name: /ตารางบัญชีมาเรียนรายเดือน/ });
  await sheet.waitFor();
  expect(await sheet.locator("tbody tr.is-row").count()).toBe(pupils.length);
  // Heads and names stay while the sheet is scrolled.
  await sheet.evaluate((element) => element.scrollTo(400, 300));
  const head = await sheet.locator("thead th").first().boundingBox();
  const name = await sheet.locator("tbody th").nth(9).boundingBox();
  const box = (await sheet.boundingBox())!;
  expect([Math.round(head!.y - box.y), Math.round(head!.x - box.x), Math.round(name!.x - box.x)]).toEqual([1, 1, 1]);
  await sheet.evaluate((element) => element.scrollTo(0, 0));
  await look(page, `register-${width}`);
  await page.getByText("ตัวเลขของภาพนี้").click();
  expect(
    await page
      .getByRole("img", { name: /ร้อยละของนักเรียน/ })
      .locator("circle")
      .count(),
  ).toBe(16);
  await page.evaluate(axe);
  const violations = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")) as {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }[];
  expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id} ${nodes[0]!.html}`)).toEqual([]);
  // Another month has nothing yet; the address says what is chosen, also after the way back.
  await page.getByRole("combobox", { name: "เดือน" }).selectOption("2026-10");
  await page.getByText("ไม่มีข้อมูลในช่วงที่เลือก").waitFor();
  expect(new URL(page.url()).searchParams.get("month")).toBe("2026-10");
  await look(page, `register-none-${width}`);
  await page.reload();
  await page.getByText("ไม่มีข้อมูลในช่วงที่เลือก").waitFor();
  await page.getByRole("combobox", { name: "เดือน" }).selectOption("2026-11");
  await sheet.waitFor();
  // What somebody sends meanwhile is told, and read when the person wants.
  expect(complaints).toEqual([]);
  await context.close();
});

test.skipIf(!possible)("a director chooses a class; the print is a landscape sheet that fits its page (journey)", async () => {
  const { context, page } = await open("director", "/reports/register", 1280, 900);
  const rooms = page.getByRole("combobox", { name: "ชั้นเรียน" });
  await rooms.waitFor();
  expect(await rooms.locator("option").count()).toBeGreaterThan(1);
  await rooms.selectOption({ label: "ป.2/1" });
  await page.getByRole("region", { name: /ตาราง/ }).waitFor();
  const href = await page.getByRole("link", { name: "พิมพ์รายงาน" }).getAttribute("href");
  const print = await context.newPage();
  await print.goto(served.url + href!);
  expect(await print.locator("thead").count()).toBe(1);
  expect(await print.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  if (process.env.PICTURES) {
    await print.screenshot({ path: `${process.env.PICTURES}/register-print.png`, fullPage: true });
    await print.pdf({ path: `${process.env.PICTURES}/register-print.pdf`, preferCSSPageSize: true });
  }
  // On paper nothing is cut off: the sheet is no wider than what is between the margins.
  await print.emulateMedia({ media: "print" });
  await print.setViewportSize({ width: Math.round((297 - 50) * (96 / 25.4)), height: 700 });
  const [table, main] = await print.evaluate(() => [document.querySelector("table")!.scrollWidth, document.querySelector("main")!.clientWidth]);
  expect(table).toBeLessThanOrEqual(main!);
  await context.close();
});

test.skipIf(!possible).each([
  ["director", "leave-summary", 390],
  ["director", "leave-summary", 1280],
  ["lao-admin", "problem-summary", 390],
  ["lao-admin", "problem-summary", 1280],
] as const)("%s reads %s at %i px (journey)", async (user, report, width) => {
  const { context, page, complaints } = await open(user, `/reports/${report}`, width, 900);
  await page.getByRole("region", { name: /ตาราง/ }).waitFor();
  await page.getByRole("img").first().waitFor();
  await look(page, `${report}-${width}`);
  if (process.env.PICTURES && width === 1280) {
    const print = await context.newPage();
    await print.goto(served.url + (await page.getByRole("link", { name: "พิมพ์รายงาน" }).getAttribute("href"))!);
    await print.screenshot({ path: `${process.env.PICTURES}/${report}-print.png`, fullPage: true });
    await print.pdf({ path: `${process.env.PICTURES}/${report}-print.pdf`, preferCSSPageSize: true });
  }
  expect(complaints).toEqual([]);
  await context.close();
});
