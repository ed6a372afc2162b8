// Filling in a real browser against the real server: what was typed is never lost, what was sent is sent once.
import { type Browser, type BrowserContext, chromium, type Page, type Request } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import type { Draft, Drafts, RecordList } from "../../schemas/types.js";
import { flags } from "../help/browser.js";
import { type Served, serve } from "../help/served.js";
import { Speaker } from "./help/api.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
const morning = Date.parse("2026-11-24T00:40:00.000Z");

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

const contexts: BrowserContext[] = [];
afterEach(async ({ task }) => {
  const folder = process.env.PICTURES;
  for (const [nth, context] of contexts.splice(0).entries()) {
    if (folder && task.result?.state === "fail")
      for (const page of context.pages()) await page.screenshot({ path: `${folder}/filling-${nth}.png`, fullPage: true });
    await context.close();
  }
});

/** Asks until it is so. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 15_000 });

/** A phone on which somebody is signed in. */
async function phone(username = "teacher"): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "th-TH", timezoneId: "Asia/Bangkok", hasTouch: true });
  contexts.push(context);
  await context.clock.install({ time: morning });
  const page = await context.newPage();
  await signIn(page, username);
  return page;
}

async function signIn(page: Page, username: string): Promise<void> {
  await page.goto(`${served.url}/sign-in`);
  await page.getByLabel("ชื่อผู้ใช้").fill(username);
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

async function asked<T>(username: string, path: string): Promise<T> {
  const one = new Speaker(served.url);
  await one.signIn(username, served.password);
  return one.must<T>("GET", path);
}

/** The reports of a person whose details hold a word. */
async function reports(username: string, word: string): Promise<number> {
  const { items } = await asked<RecordList>(username, "/api/v1/records/mine?limit=100");
  let found = 0;
  for (const { id, form } of items)
    if (form === "problem-report") found += JSON.stringify(await asked(username, `/api/v1/records/${id}`)).includes(word) ? 1 : 0;
  return found;
}

/** The draft of a page as its server has it. */
const far = (page: Page, username = "teacher") =>
  asked<Draft & { answers: Record<string, unknown> }>(username, `/api/v1/drafts/${new URL(page.url()).pathname.split("/").at(-1)}`);

/** Changes a draft from a device that is not here. */
async function elsewhere(page: Page, changes: { path: string; to: unknown }[], username = "teacher"): Promise<void> {
  const { id, form, release } = await far(page, username);
  const one = new Speaker(served.url);
  await one.signIn(username, served.password);
  await one.must("PATCH", `/api/v1/drafts/${id}`, { form, release, changes });
}

/** The draft of this page is at the server, all of it. */
const atServer = (page: Page) => page.getByText("บันทึกที่ อปท. แล้ว").first().waitFor();

const people = (page: Page) => page.getByLabel(/ผู้ได้รับผลกระทบ/);
const detail = (page: Page) => page.getByLabel("รายละเอียด");

/** A problem report with everything it asks, up to the page before sending. */
async function fillReport(page: Page, words: string): Promise<void> {
  await page.goto(`${served.url}/forms/problem-report/new`);
  await page.getByText("ขัดข้อง", { exact: true }).click();
  await page
    .getByRole("button", { name: /รหัสปัญหา|เลือก/ })
    .first()
    .click();
  await page.getByRole("option").first().click();
  await detail(page).fill(words);
  await page.getByText("งานช้า", { exact: true }).click();
  await page.getByLabel(/ผู้ได้รับผลกระทบ/).fill("๓");
}

async function toReview(page: Page): Promise<void> {
  const next = page.getByRole("button", { name: /^ถัดไป/ });
  // Each press leads a page on, until there is none left.
  for (;;) {
    const before = await page.locator("tf-form progress").getAttribute("value");
    if (!(await next.count())) break;
    await next.click();
    await eventually(() => page.locator("tf-form progress").getAttribute("value")).not.toBe(before);
  }
  await page.getByRole("heading", { name: "ตรวจทานก่อนส่ง" }).waitFor();
}

const send = (page: Page) => page.getByRole("button", { name: /^(ส่ง|แจ้ง)/ });
const sent = (page: Page) => eventually(() => page.locator("tf-sent").count()).toBe(1);

test.skipIf(!possible)("every key is on the device at once: a reload without signal brings text, half-typed text and the field back (journey)", async () => {
  const page = await phone();
  await page.goto(`${served.url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("25112569");
  await page.getByRole("textbox", { name: "ถึงวันที่" }).fill("31/13");
  await page.getByRole("textbox", { name: "ถึงวันที่" }).blur();
  await detail(page).or(page.getByLabel("เนื่องจาก")).first().pressSequentially("เป็นไข้หวัดใหญ่");
  await eventually(() => page.url()).toContain("/drafts/");
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await page.getByLabel("เนื่องจาก").pressSequentially(" มาก");
  await page.reload();
  await eventually(() => page.getByLabel("เนื่องจาก").inputValue()).toBe("เป็นไข้หวัดใหญ่ มาก");
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("f-reason");
  expect(await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).inputValue()).toBe("25 พฤศจิกายน 2569");
  expect(await page.getByRole("textbox", { name: "ถึงวันที่" }).inputValue()).toBe("31/13");
  await eventually(() => page.getByText("ไม่มีสัญญาณ กรอกต่อได้").count()).toBeGreaterThan(0);
});

test.skipIf(!possible)("the first keys of a new form survive a reload that comes before anything keeps them (journey)", async () => {
  const page = await phone();
  // What keeps drafts never arrives.
  await page.route(/draft-box/, () => undefined);
  await page.goto(`${served.url}/forms/problem-report/new`);
  await detail(page).fill("พิมพ์แล้วรีบโหลดใหม่");
  await page.unroute(/draft-box/);
  await page.reload();
  await eventually(() => detail(page).inputValue()).toBe("พิมพ์แล้วรีบโหลดใหม่");
});

test.skipIf(!possible)("a piece of the program that a cut kept away comes when the signal is back, without a reload (journey)", async () => {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 390, height: 844 }, locale: "th-TH", timezoneId: "Asia/Bangkok" });
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, "teacher");
  const cut = /\/(opened|draft-box|keep)-/;
  await page.route(cut, (route) => route.abort("internetdisconnected"));
  await page.goto(`${served.url}/forms/problem-report/new`);
  await detail(page).fill("พิมพ์ตอนสัญญาณขาด");
  for (const next = page.getByRole("button", { name: /^ถัดไป/ }); !(await page.getByText("ไม่มีสัญญาณ").count()); ) await next.click();
  await page.unroute(cut);
  await eventually(async () => {
    await page
      .getByRole("button", { name: /^ถัดไป/ })
      .click({ timeout: 500 })
      .catch(() => undefined);
    return page.getByRole("heading", { name: "ตรวจทานก่อนส่ง" }).count();
  }).toBe(1);
  // And what keeps drafts has come too.
  await eventually(async () => JSON.stringify(await asked<Drafts>("teacher", "/api/v1/drafts"))).toContain("พิมพ์ตอนสัญญาณขาด");
});

test.skipIf(!possible)("half-typed text that came back with a draft is complained of as it was typed, not as missing (journey)", async () => {
  const page = await phone();
  await page.goto(`${served.url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("31/13");
  await page.getByLabel("เนื่องจาก").fill("เป็นไข้");
  await eventually(() => page.url()).toContain("/drafts/");
  await page.reload();
  await eventually(() => page.getByLabel("เนื่องจาก").inputValue()).toBe("เป็นไข้");
  await toReview(page);
  await page.getByRole("button", { name: /^ส่ง/ }).click();
  await page.getByRole("alert").getByText("เดือนต้องเป็น 1 ถึง 12").waitFor();
  expect(await page.getByRole("alert").getByText("ยังไม่ได้กรอก “ตั้งแต่วันที่”").count()).toBe(0);
});

test.skipIf(!possible)("the server has it within 5 seconds, changed paths only (journey)", async () => {
  const page = await phone("clerk");
  const patches: Request[] = [];
  page.on("request", (request) => void (request.method() === "PATCH" && patches.push(request)));
  await page.goto(`${served.url}/forms/problem-report/new`);
  await detail(page).fill("จอ");
  await atServer(page);
  // From here the page's time goes on only as it is told: by five seconds after the last key, however long the test looks.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
  await detail(page).fill("จอดับ");
  await page.clock.runFor(5000);
  await eventually(async () => (await far(page, "clerk")).answers.detail).toBe("จอดับ");
  await people(page).fill("12");
  await page.clock.runFor(5000);
  await eventually(async () => (await far(page, "clerk")).answers.people).toBe(12);
  await page.clock.resume();
  expect((patches.at(-1)!.postDataJSON() as { changes: { path: string }[] }).changes.map(({ path }) => path)).toEqual(["people"]);
});

test.skipIf(!possible)("a double press makes one record (journey)", async () => {
  const page = await phone();
  await fillReport(page, "กดสองครั้ง");
  await toReview(page);
  await send(page).dblclick();
  await sent(page);
  expect(await reports("teacher", "กดสองครั้ง")).toBe(1);
});

test.skipIf(!possible)("an answer lost on its way back is asked for again under the same id: one record (journey)", async () => {
  const page = await phone();
  const ids: string[] = [];
  await page.route("**/api/v1/actions", async (route) => {
    ids.push((route.request().postDataJSON() as { id: string }).id);
    // The server has done it, and the phone never hears of it.
    if (ids.length === 1) {
      await route.fetch();
      return route.abort("connectionreset");
    }
    return route.continue();
  });
  await fillReport(page, "คำตอบหายระหว่างทาง");
  await toReview(page);
  await send(page).click();
  await sent(page);
  await page.clock.runFor(10_000);
  await eventually(() => ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(1);
  expect(await reports("teacher", "คำตอบหายระหว่างทาง")).toBe(1);
});

test.skipIf(!possible)("sent without signal, closed, opened again with signal: it goes by itself, once (journey)", async () => {
  const page = await phone();
  await fillReport(page, "ส่งตอนไม่มีสัญญาณ");
  await toReview(page);
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await send(page).click();
  await sent(page);
  expect(await reports("teacher", "ส่งตอนไม่มีสัญญาณ")).toBe(0);
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(served.url);
  await again.getByRole("heading", { level: 1 }).first().waitFor();
  await eventually(() => reports("teacher", "ส่งตอนไม่มีสัญญาณ")).toBe(1);
});

test.skipIf(!possible)("a session that ends while filling loses nothing; the same person signs in and sends (journey)", async () => {
  const page = await phone();
  await fillReport(page, "หมดเวลาระหว่างกรอก");
  await page.context().clearCookies();
  await detail(page).fill("หมดเวลาระหว่างกรอก แล้วพิมพ์ต่อ");
  await page.clock.runFor(5000);
  await page.getByLabel("ชื่อผู้ใช้").fill("teacher");
  await page.getByLabel("รหัสผ่าน", { exact: true }).fill(served.password);
  await page.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
  await eventually(() => page.getByLabel("รหัสผ่าน", { exact: true }).count()).toBe(0);
  // Without another key: the draft is at the server too.
  await eventually(async () => (await far(page)).answers.detail).toBe("หมดเวลาระหว่างกรอก แล้วพิมพ์ต่อ");
  expect(await detail(page).inputValue()).toBe("หมดเวลาระหว่างกรอก แล้วพิมพ์ต่อ");
  await toReview(page);
  await send(page).click();
  await sent(page);
  expect(await reports("teacher", "หมดเวลาระหว่างกรอก แล้วพิมพ์ต่อ")).toBe(1);
});

test.skipIf(!possible)("on a shared device nobody sees or sends what another person left (journey)", async () => {
  const page = await phone("clerk");
  await fillReport(page, "ของธุรการเท่านั้น");
  await toReview(page);
  await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await send(page).click();
  await sent(page);
  await page.context().setOffline(false);
  // Before it could go, somebody else sits down at the same device.
  await page.route("**/api/v1/actions", (route) => route.abort());
  await page.context().clearCookies();
  await signIn(page, "teacher");
  await page.unroute("**/api/v1/actions");
  const actions: Request[] = [];
  page.on("request", (request) => void (request.url().endsWith("/actions") && actions.push(request)));
  await page.goto(`${served.url}/mine`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.clock.runFor(30_000);
  expect(await page.getByText("ของธุรการเท่านั้น").count()).toBe(0);
  expect(await page.getByText(/รอส่ง/).count()).toBe(0);
  expect(actions).toEqual([]);
  await page.context().clearCookies();
  await signIn(page, "clerk");
  await eventually(() => reports("clerk", "ของธุรการเท่านั้น")).toBe(1);
});

test.skipIf(!possible)("two windows with one draft: the last writer wins a field, and what it replaced can be had back (journey)", async () => {
  const one = await phone();
  await fillReport(one, "จากหน้าต่างแรก");
  await eventually(() => one.url()).toContain("/drafts/");
  await one.clock.runFor(100);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await eventually(() => detail(two).inputValue()).toBe("จากหน้าต่างแรก");
  for (const page of [one, two]) await eventually(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await one.context().setOffline(true);
  await detail(one).fill("แก้จากหน้าต่างแรก");
  await detail(two).fill("แก้จากหน้าต่างที่สอง");
  await eventually(() => detail(one).inputValue()).toBe("แก้จากหน้าต่างที่สอง");
  await one.getByRole("button", { name: /กลับไปใช้ แก้จากหน้าต่างแรก/ }).click();
  await eventually(() => detail(two).inputValue()).toBe("แก้จากหน้าต่างแรก");
});

test.skipIf(!possible)("two windows with one draft: what one changed before it was closed goes to the server from the other (journey)", async () => {
  const one = await phone();
  await fillReport(one, "สองหน้าต่าง");
  await atServer(one);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await eventually(() => people(two).inputValue()).toBe("3");
  // Its save is cut, and it is closed before it could try again.
  await one.route("**/api/v1/drafts/*", (route) => route.abort("connectionreset"));
  await detail(two).focus();
  await people(one).fill("77");
  await eventually(() => people(two).inputValue()).toBe("77");
  await one.close();
  await detail(two).fill("สองหน้าต่าง พิมพ์ต่อ");
  await eventually(async () => (await far(two)).answers).toMatchObject({ detail: "สองหน้าต่าง พิมพ์ต่อ", people: 77 });
  await elsewhere(two, [{ path: "lost_min", to: 15 }]);
  await two.reload();
  await eventually(() => detail(two).inputValue()).toBe("สองหน้าต่าง พิมพ์ต่อ");
  expect(await people(two).inputValue()).toBe("77");
});

test.skipIf(!possible)("two windows with one draft: what a closed one still owed is not forgotten by the other's save (journey)", async () => {
  const one = await phone();
  await fillReport(one, "ค้างส่ง");
  await atServer(one);
  // The second window opens only after the first was closed with a save of its own cut.
  await one.route("**/api/v1/drafts/*", (route) => route.abort("connectionreset"));
  const two = await one.context().newPage();
  await two.goto(one.url());
  await eventually(() => people(two).inputValue()).toBe("3");
  // It hears nothing, as a page that the phone put to sleep.
  await two.evaluate(() => {
    BroadcastChannel.prototype.dispatchEvent = () => true;
    Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set: () => undefined });
  });
  await one.evaluate(() => {
    BroadcastChannel.prototype.postMessage = () => undefined;
  });
  await people(one).fill("77");
  await one.getByText("เก็บในเครื่องแล้ว").first().waitFor();
  await one.close();
  await detail(two).fill("ค้างส่ง พิมพ์ต่อ");
  await eventually(async () => (await far(two)).answers.detail).toBe("ค้างส่ง พิมพ์ต่อ");
  await elsewhere(two, [{ path: "lost_min", to: 15 }]);
  await two.reload();
  await eventually(() => people(two).inputValue()).toBe("77");
  await eventually(async () => (await far(two)).answers).toMatchObject({ detail: "ค้างส่ง พิมพ์ต่อ", people: 77, lost_min: 15 });
});

test.skipIf(!possible)("what another device changed meanwhile is taken over with the next save, and is sent (journey)", async () => {
  const page = await phone();
  await fillReport(page, "สองเครื่อง");
  await atServer(page);
  await elsewhere(page, [{ path: "lost_min", to: 45 }]);
  await detail(page).fill("สองเครื่อง พิมพ์ต่อ");
  await eventually(() => page.getByLabel(/เวลาที่เสีย/).inputValue()).toBe("45");
  await page.reload();
  await eventually(() => detail(page).inputValue()).toBe("สองเครื่อง พิมพ์ต่อ");
  expect(await page.getByLabel(/เวลาที่เสีย/).inputValue()).toBe("45");
});

test.skipIf(!possible)("a draft left without signal and opened again: its late save brings no old answer (journey)", async () => {
  const page = await phone();
  await fillReport(page, "ออกไปก่อน");
  await atServer(page);
  const address = page.url();
  await page.route("**/api/v1/drafts/*", (route) => (route.request().method() === "PATCH" ? route.abort("connectionreset") : route.continue()));
  await people(page).fill("11");
  // On the same page, as by its links.
  const go = (to: string) => page.evaluate((there) => void dispatchEvent(new CustomEvent("tf-go", { detail: { to: there } })), to);
  await go("/mine");
  await page.locator("tf-mine").waitFor();
  await go(new URL(address).pathname);
  await people(page).fill("22");
  await page.unroute("**/api/v1/drafts/*");
  for (let minute = 0; minute < 3; minute++) await page.clock.runFor(30_000);
  await eventually(async () => (await far(page)).answers.people).toBe(22);
  await page.clock.runFor(60_000);
  expect((await far(page)).answers.people).toBe(22);
});

test.skipIf(!possible)("a busy server is asked again: a draft that was turned away is there without another key (journey)", async () => {
  const page = await phone();
  await fillReport(page, "เซิร์ฟเวอร์งานล้น");
  await atServer(page);
  let turned = 0;
  await page.route("**/api/v1/drafts/*", (route) => {
    if (turned++) return route.continue();
    const problem = { code: "request.too-many", title: { th: "ขอบ่อยเกินไป", en: "Too many requests" } };
    return route.fulfill({ status: 429, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await people(page).fill("29");
  await eventually(() => turned).toBe(1);
  await page.clock.runFor(10_000);
  await eventually(async () => (await far(page)).answers.people).toBe(29);
});

test.skipIf(!possible)("half-typed text that was put right is gone from the server too (journey)", async () => {
  const page = await phone();
  await page.goto(`${served.url}/forms/leave-request/new`);
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("31/13");
  await page.getByLabel("เนื่องจาก").fill("ลากิจ");
  await atServer(page);
  await eventually(async () => (await far(page)).typed).toMatchObject({ date_from: "31/13" });
  await page.getByRole("textbox", { name: "ตั้งแต่วันที่" }).fill("25112569");
  await page.getByLabel("เนื่องจาก").fill("ลากิจส่วนตัว");
  await eventually(async () => (await far(page)).answers.reason).toBe("ลากิจส่วนตัว");
  expect((await far(page)).typed ?? {}).toEqual({});
});

test.skipIf(!possible)("when another person signs in beside an open draft, nothing of it goes under their name (journey)", async () => {
  const page = await phone();
  await fillReport(page, "ของครูเท่านั้น");
  await atServer(page);
  await page.context().clearCookies();
  const beside = await page.context().newPage();
  await signIn(beside, "clerk");
  await detail(page).fill("ของครูเท่านั้น พิมพ์ต่อ");
  await page.clock.runFor(10_000);
  await page.getByLabel("รหัสผ่าน", { exact: true }).waitFor();
  expect(JSON.stringify(await asked<Drafts>("clerk", "/api/v1/drafts"))).not.toContain("ของครูเท่านั้น");
});

test.skipIf(!possible)("leaving before what keeps drafts could be fetched loses nothing (journey)", async () => {
  const context = await browser.newContext({ serviceWorkers: "block", viewport: { width: 390, height: 844 }, locale: "th-TH", timezoneId: "Asia/Bangkok" });
  contexts.push(context);
  const page = await context.newPage();
  await signIn(page, "teacher");
  await page.route(/draft-box-/, (route) => route.abort("internetdisconnected"));
  await page.goto(`${served.url}/forms/problem-report/new`);
  await detail(page).fill("ออกก่อนโหลดเสร็จ");
  await eventually(() => page.url()).toContain("/drafts/");
  const address = page.url();
  await page.getByRole("button", { name: "ออก", exact: true }).click();
  await eventually(() => page.url()).not.toBe(address);
  await page.unroute(/draft-box-/);
  await page.goto(address);
  await eventually(() => detail(page).inputValue()).toBe("ออกก่อนโหลดเสร็จ");
});

const context = (page: Page) => page.getByLabel("หน้าจอหรือแบบฟอร์มที่พบ");

test.skipIf(!possible)("a problem is reported from the page it is on: the report says which, and what was being filled is kept (journey)", async () => {
  const page = await phone();
  await page.goto(`${served.url}/forms/leave-request/new`);
  await page.getByLabel("เนื่องจาก").fill("กรอกค้างไว้");
  await eventually(() => page.url()).toContain("/drafts/");
  const draft = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "แจ้งปัญหาหน้านี้" }).click();
  await eventually(() => context(page).inputValue()).toMatch(new RegExp(`^ใบลา.* · ${draft} · .*leave-request`));
  // A proposal only: nothing is kept before something is typed, and the other defaults are there.
  expect(page.url()).toContain("/forms/problem-report/new");
  await detail(page).fill("กดเลือกวันที่ไม่ได้");
  await eventually(async () => (page.url().includes("/drafts/") ? (await far(page)).answers : {})).toMatchObject({
    detail: "กดเลือกวันที่ไม่ได้",
    context: await context(page).inputValue(),
    people: 1,
  });
  await page.goto(`${served.url}${draft}`);
  await eventually(() => page.getByLabel("เนื่องจาก").inputValue()).toBe("กรอกค้างไว้");
});

test.skipIf(!possible)("an address gives a first answer to plain text only, in its length and as text (journey)", async () => {
  const page = await phone();
  const words = `<img src=x onerror=alert(1)>\n${"ก".repeat(600)}`;
  const query = new URLSearchParams({ "start.context": words, "start.detail": "ยาว", "start.people": "5", "start.no": "9", "start.__proto__": "x" });
  await page.goto(`${served.url}/forms/problem-report/new?${query}`);
  await eventually(() => context(page).inputValue()).toBe(`<img src=x onerror=alert(1)> ${"ก".repeat(600)}`.slice(0, 200));
  expect(await detail(page).inputValue()).toBe("");
  expect(await people(page).inputValue()).toBe("1");
  expect(await page.locator("tf-form img").count()).toBe(0);
});

test.skipIf(!possible)("whoever may not report a problem is not offered it (journey)", async () => {
  const admin = new Speaker(served.url);
  await admin.signIn("lao-admin", served.password);
  const { definition, rev } = await admin.must<{ definition: { access: object }; rev: number }>("GET", "/api/v1/definitions/form/problem-report");
  const page = await phone("clerk");
  await page.getByRole("link", { name: "แจ้งปัญหาหน้านี้" }).waitFor();
  const changed = { ...definition, access: { ...definition.access, create: ["lao-admin"] } };
  await admin.must("PUT", "/api/v1/definitions/form/problem-report", changed, { "if-match": String(rev) });
  await admin.must("POST", "/api/v1/definitions/form/problem-report/publish", {});
  await page.reload();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator("footer.report-link").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  expect(await page.getByRole("link", { name: "แจ้งปัญหาหน้านี้" }).count()).toBe(0);
});
