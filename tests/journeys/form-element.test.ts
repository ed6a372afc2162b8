// One form in a real browser, without a server: what is drawn again, what stands before sending, and whether everybody can use it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { answersOf, eventually, show, toldOf } from "../client/harness/opened.js";
import { flags } from "../help/browser.js";
import { compiled, field, rowId, tableOf } from "../help/forms.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
let browser: Browser;
beforeAll(async () => {
  if (possible) browser = await chromium.launch({ executablePath, args: flags });
});
afterAll(async () => {
  await browser?.close();
});

const serious = (page: Page) =>
  page.evaluate(async () => {
    const run = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }> } }
    ).axe;
    const { violations } = await run.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
    return violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
  });

test.skipIf(!possible)("rows come and go; a removed row is brought back whole (journey)", async () => {
  const form = compiled({
    t: tableOf({ item: field("text", { title: "รายการ" }), qty: field("integer", { title: "จำนวน", type: "integer" }) }, { title: "ของ" }),
  });
  const page = await show(browser, form, { t: [{ $row: rowId(1), item: "ดินสอ", qty: 3 }] });
  await page.getByRole("button", { name: "เพิ่มแถว" }).click();
  await page.getByLabel("รายการ").nth(1).fill("ยางลบ");
  await eventually(async () => ((await answersOf(page)).t as { item?: string }[]).map(({ item }) => item)).toEqual(["ดินสอ", "ยางลบ"]);
  await page.getByRole("button", { name: "ลบแถวที่ 1" }).click();
  await eventually(async () => ((await answersOf(page)).t as unknown[]).length).toBe(1);
  await page.getByRole("button", { name: "นำกลับมา" }).click();
  await eventually(async () => (await answersOf(page)).t).toEqual([{ $row: rowId(1), item: "ดินสอ", qty: 3 }, expect.objectContaining({ item: "ยางลบ" })]);
  expect(await page.getByLabel("จำนวน").first().inputValue()).toBe("3");
  await page.close();
});

test.skipIf(!possible)("at 1,000 fields a change draws that field and its dependants again, nothing else (journey)", async () => {
  const many = Object.fromEntries(Array.from({ length: 997 }, (_, i) => [`f${i}`, field("text", { title: `ช่อง ${i}` })]));
  const form = compiled({
    a: field("integer", { title: "ต้นทาง", type: "integer" }),
    ...many,
    sum: field("computed", { title: "ผล", type: "number", "x-value": "a * 2" }),
    why: field("text", { title: "เพราะ", "x-show": "a > 5" }),
  });
  const page = await show(browser, form, { a: 1, f1: "x" });
  await eventually(() => page.locator(".field input").count()).toBeGreaterThan(900);
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { drawn: seen });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const at = (target instanceof Element ? target : target.parentElement)?.closest<HTMLElement & { path?: string }>(".field");
        if (at?.path) seen.add(at.path);
      }
    }).observe(document.querySelector("tf-form")!, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  await page.getByLabel("ต้นทาง").fill("9");
  await page.getByLabel("เพราะ").waitFor();
  const drawn = await page.evaluate(() => [...(globalThis as unknown as { drawn: Set<string> }).drawn].sort());
  expect(drawn.filter((path) => !["a", "sum", "why"].includes(path))).toEqual([]);
  expect(drawn).toContain("sum");
  await page.close();
});

test.skipIf(!possible)("what stands around the fields is drawn again when it may differ, and only then (journey)", async () => {
  const form = compiled(
    {
      a: field("integer", { title: "ต้นทาง", type: "integer" }),
      b: field("text", { title: "เพราะ", "x-show": "a > 5" }),
      c: field("text", { title: "ต้องตอบ" }),
      d: field("text", { title: "ส่วนที่ซ่อน", "x-show": "a > 50" }),
    },
    {
      required: ["c"],
      layout: [
        {
          page: "หน้า",
          sections: [
            { id: "s1", fields: ["a", "b", "c"] },
            { id: "s2", title: "ส่วนสอง", fields: ["d"] },
          ],
        },
      ],
    },
  );
  const page = await show(browser, form, {});
  const left = () => page.locator(".pages .small").last().innerText();
  await page.evaluate(() => {
    const element = document.querySelector("tf-form") as unknown as { render(): unknown };
    const own = element.render.bind(element);
    Object.assign(globalThis, { frames: 0 });
    element.render = () => {
      (globalThis as unknown as { frames: number }).frames++;
      return own();
    };
  });
  const frames = () => page.evaluate(() => (globalThis as unknown as { frames: number }).frames);
  // Another field in a section that is there anyway.
  await page.getByLabel("ต้นทาง").fill("9");
  await page.getByLabel("เพราะ").fill("เพราะว่า");
  expect(await frames()).toBe(0);
  // One that was to be answered, and one that is to be answered again.
  expect(await left()).toContain("1");
  await page.getByLabel("ต้องตอบ").fill("ตอบ");
  await eventually(left).not.toContain("1");
  await page.getByLabel("ต้องตอบ").fill("");
  await eventually(left).toContain("1");
  // A number that cannot be read stands against sending like one that is missing.
  await page.getByLabel("ต้นทาง").fill("เก้า");
  await eventually(left).toContain("2");
  await page.getByLabel("ต้นทาง").fill("51");
  await eventually(left).toContain("1");
  // A section that begins to show something.
  await page.getByRole("heading", { name: "ส่วนสอง" }).waitFor();
  await page.getByLabel("ต้นทาง").fill("6");
  await page.getByRole("heading", { name: "ส่วนสอง" }).waitFor({ state: "hidden" });
  await page.close();
});

test.skipIf(!possible)("a table of 400 rows: only rows near the screen are laid out, and keys and readers reach every one (journey)", async () => {
  const form = compiled({
    t: tableOf({ item: field("text", { title: "รายการ" }), qty: field("integer", { title: "จำนวน", type: "integer" }) }, { title: "ของ" }),
  });
  const rows = Array.from({ length: 400 }, (_, n) => ({ $row: rowId(n + 1), item: `ของ ${n + 1}`, qty: n }));
  // As beside a screen reader.
  const read = await chromium.launch({ executablePath, args: [...flags, "--force-renderer-accessibility"] });
  const page = await show(read, form, { t: rows });
  await eventually(() => page.locator(".table-row input").count()).toBe(800);
  const laidOut = () =>
    page.evaluate(() => [...document.querySelectorAll(".table-row input")].filter((input) => input.checkVisibility({ contentVisibilityAuto: true })).length);
  expect(await laidOut()).toBeLessThan(100);
  // The room that a row out of sight is given is no wider than the screen.
  expect(await page.evaluate(() => [...document.querySelectorAll(".table-row")].every((row) => row.getBoundingClientRect().right <= innerWidth))).toBe(true);
  const cdp = await page.context().newCDPSession(page);
  const told = async () => (await cdp.send("Accessibility.getFullAXTree")).nodes.filter(({ ignored }) => !ignored);
  await eventually(async () => (await told()).filter(({ role }) => role?.value === "textbox").length).toBe(800);
  const named = new Set((await told()).map(({ role, name }) => `${role?.value} ${name?.value}`));
  expect(rows.filter((_, n) => !(named.has(`region แถวที่ ${n + 1}`) && named.has(`button ลบแถวที่ ${n + 1}`)))).toEqual([]);
  // From the last field of one row to the next row, however far below.
  await page.locator(`#f-t-${rowId(200)}-qty`).focus();
  for (let row = 201; row <= 205; row++) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(`ลบแถวที่ ${row}`);
    await page.keyboard.press("Tab");
    await page.keyboard.type("ใหม่ ");
    expect(await page.evaluate(() => document.activeElement!.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
    await page.keyboard.press("Tab");
  }
  const kept = (await answersOf(page)).t as { item: string }[];
  expect(kept.filter(({ item }) => item.includes("ใหม่"))).toHaveLength(5);
  expect(await laidOut()).toBeLessThan(100);
  await read.close();
});

test.skipIf(!possible)("problems before sending: one box on top, focused, and each line leads to its field (journey)", async () => {
  const form = compiled(
    { a: field("text", { title: "ชื่อเรื่อง" }), b: field("date", { title: "วันที่", type: "string", format: "date" }) },
    { required: ["a", "b"] },
  );
  const page = await show(browser, form, { b: "2026-11-25" });
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  const box = page.getByRole("alert");
  await box.getByText("ยังส่งไม่ได้ เหลือ 1 ช่อง").waitFor();
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await box.getByRole("link", { name: "ยังไม่ได้กรอก “ชื่อเรื่อง”" }).click();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("f-a");
  await page.keyboard.type("ขอลา");
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  await eventually(async () => (await toldOf(page, "tf-send")).length).toBe(1);
  await page.close();
});

test.skipIf(!possible)("what is missing in a group counts once, and is told with the name of the group (journey)", async () => {
  const form = compiled(
    { g: field("group", { title: "ผู้ปกครอง", properties: { a: field("text", { title: "ชื่อ" }), b: field("text", { title: "นามสกุล" }) }, required: ["a", "b"] }) },
    { required: ["g"] },
  );
  const page = await show(browser, form);
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  const box = page.getByRole("alert");
  await box.getByText("ยังส่งไม่ได้ เหลือ 2 ช่อง").waitFor();
  expect(await box.getByRole("link").allInnerTexts()).toEqual(["ยังไม่ได้กรอก “ชื่อ” (ผู้ปกครอง)", "ยังไม่ได้กรอก “นามสกุล” (ผู้ปกครอง)"]);
  await page.close();
});

test.skipIf(!possible)("a warning is seen before it is sent past (journey)", async () => {
  const form = compiled({ n: field("integer", { title: "วัน", type: "integer", "x-check": [{ rule: "n <= 5", level: "warn", message: "เกินสิทธิ" }] }) });
  const page = await show(browser, form, { n: 9 });
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  await page.getByRole("alert").getByText("เกินสิทธิ").waitFor();
  expect(await toldOf(page, "tf-send")).toEqual([]);
  await page.getByRole("button", { name: "ดูแล้ว ส่งต่อ" }).click();
  expect(await toldOf(page, "tf-send")).toMatchObject([{ warnings: true }]);
  await page.close();
});

describe("a form of three pages", () => {
  const form = () =>
    compiled(
      {
        name: field("text", { title: "ชื่อ" }),
        moved: field("yes-no", { title: "ย้ายมาจากที่อื่น", type: "boolean" }),
        from: field("text", { title: "ย้ายมาจาก", "x-show": "moved" }),
        home: field("address", { title: "ที่อยู่" }),
      },
      {
        required: ["name", "home"],
        layout: [
          { page: "ตัวนักเรียน", sections: [{ id: "pupil", fields: ["name", "moved"] }] },
          { page: "การย้าย", sections: [{ id: "move", fields: ["from"] }] },
          { page: "บ้าน", sections: [{ id: "home", fields: ["home"] }] },
        ],
      },
    );
  const heading = (page: Page) => page.evaluate(() => (document.activeElement?.localName === "h1" ? document.activeElement.textContent : undefined));
  const place = async (page: Page) => {
    const bar = page.getByRole("progressbar");
    return `${await bar.getAttribute("value")}/${await bar.getAttribute("max")} ${await page.locator(".pages").textContent()}`.replace(/\s+/g, " ");
  };

  test.skipIf(!possible)("is walked by keys alone; each page says which it is and how much is left (journey)", async () => {
    const page = await show(browser, form());
    await page.getByLabel("ชื่อ").waitFor();
    // The page on which nothing is asked does not count.
    expect(await place(page)).toBe("1/3 หน้า 1 จาก 3เหลือ 2 ช่อง");
    expect(await page.getByRole("button", { name: /ย้อนกลับ/ }).count()).toBe(0);
    await page.getByLabel("ชื่อ").focus();
    await page.keyboard.type("ด.ญ. ใบบัว");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await eventually(() => place(page)).toBe("1/4 หน้า 1 จาก 4เหลือ 1 ช่อง");
    await page.getByRole("button", { name: "ถัดไป: การย้าย" }).focus();
    await page.keyboard.press("Enter");
    await eventually(() => heading(page)).toBe("การย้าย");
    expect(await place(page)).toBe("2/4 หน้า 2 จาก 4เหลือ 1 ช่อง");
    // A screen reader reads the page with its title, and the bar by the same words.
    expect(
      await page.getByRole("heading", { name: "การย้าย" }).evaluate((h1) => document.getElementById(h1.getAttribute("aria-describedby")!)!.textContent),
    ).toBe("หน้า 2 จาก 4");
    await page.getByRole("progressbar", { name: "หน้า 2 จาก 4" }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.type("โรงเรียนเดิม");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await eventually(() => heading(page)).toBe("ตัวนักเรียน");
    expect(await page.getByLabel("ชื่อ").inputValue()).toBe("ด.ญ. ใบบัว");
    await page.getByText("ไม่ใช่", { exact: true }).click();
    await page.getByRole("button", { name: "ถัดไป: บ้าน" }).press("Enter");
    await eventually(() => heading(page)).toBe("บ้าน");
    await page.getByRole("button", { name: "ถัดไป: ตรวจทานก่อนส่ง" }).press("Enter");
    await eventually(() => heading(page)).toBe("ตรวจทานก่อนส่ง");
    expect(await place(page)).toBe("3/3 หน้า 3 จาก 3เหลือ 1 ช่อง");
    await page.close();
  });

  test.skipIf(!possible)("what is missing on another page is a press away, and every page can be used by everybody (journey)", async () => {
    const page = await show(browser, form(), { name: "ด.ญ. ใบบัว", moved: true });
    await page.addScriptTag({ content: axe });
    for (const next of ["การย้าย", "บ้าน", "ตรวจทานก่อนส่ง"]) {
      await page.getByRole("button", { name: `ถัดไป: ${next}` }).click();
      await page.getByRole("heading", { name: next }).waitFor();
      expect(await serious(page), next).toEqual([]);
    }
    await page.getByRole("button", { name: "ส่งใบลา" }).click();
    await page.getByRole("alert").getByRole("link", { name: "ยังไม่ได้กรอก “ที่อยู่”" }).press("Enter");
    await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("f-home");
    expect(await page.getByRole("progressbar").getAttribute("value")).toBe("3");
    await page.getByLabel("ตำบล/แขวง").fill("ตำบลศิลา");
    await page.getByLabel("จังหวัด").fill("จ.ขอนแก่น");
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    // It is read as it will be kept, whatever was typed with it.
    await page.getByText("ตำบลศิลา จังหวัดขอนแก่น", { exact: true }).waitFor();
    await page.getByRole("button", { name: "ส่งใบลา" }).click();
    await eventually(async () => (await toldOf(page, "tf-send")).length).toBe(1);
    await page.close();
  });
});

test.skipIf(!possible)("a reason shows nothing of an answer that this person does not see (journey)", async () => {
  const form = compiled({
    faith: field("text", { title: "ศาสนา" }),
    n: field("integer", { title: "จำนวน", type: "integer" }),
    score: field("computed", { title: "คะแนน", type: "number", "x-value": "n + size(faith)" }),
    more: field("text", { title: "เพิ่มเติม", "x-require": "score > 3 && faith != 'x'" }),
  });
  const page = await show(browser, form, { n: 2, faith: "พุทธ" });
  const why = (title: string) => page.getByRole("button", { name: `ทำไม? ${title}`, exact: true });
  await why("คะแนน").click();
  await page.locator("tf-reason").getByText("พุทธ").first().waitFor();
  await why("คะแนน").click();
  await page.evaluate(() => {
    (document.querySelector("tf-form") as unknown as { masked: string[] }).masked = ["faith"];
  });
  await why("คะแนน").click();
  await why("เพิ่มเติม").click();
  await page.locator("tf-reason").getByText("ปิดไว้ เห็นเฉพาะผู้มีหน้าที่").first().waitFor();
  // One step deeper as well; and no sum from which it could be told.
  await page.locator("tf-reason").getByRole("button", { name: "ทำไม? คะแนน" }).click();
  await eventually(() => page.getByText("ปิดไว้ เห็นเฉพาะผู้มีหน้าที่").count()).toBe(3);
  expect(await page.locator("tf-reason").getByText("พุทธ").count()).toBe(0);
  expect(await page.locator("tf-reason .calc-why").count()).toBe(0);
  await page.close();
});

describe.each(["light", "dark"])("everybody can use it, %s", (scheme) => {
  const everything = compiled(
    {
      no: field("running-number", { title: "เลขที่", "x-number": { series: "test", period: "ever", pattern: "{n}" } }),
      text: field("text", { title: "ข้อความ", description: "คำช่วย" }),
      long: field("long-text", { title: "เรื่อง" }),
      n: field("money", { title: "เงิน", type: "number" }),
      yes: field("yes-no", { title: "ใช่ไหม", type: "boolean" }),
      day: field("date", { title: "วันที่", type: "string", format: "date" }),
      few: field("select", { title: "เลือก", enum: ["ก", "ข"] }),
      many: field("select", { title: "ค้น", enum: Array.from({ length: 20 }, (_, i) => `ค่า ${i}`) }),
      several: field("multi-select", { title: "หลายอย่าง", items: { type: "string", enum: ["ก", "ข"] } }),
      year: field("academic-year", { title: "ปี", type: "integer" }),
      name: field("person-name", { title: "ชื่อคน" }),
      who: field("person", { title: "คน" }),
      file: field("file", { title: "ไฟล์" }),
      photo: field("photo", { title: "รูป" }),
      t: tableOf({ x: field("text", { title: "ในแถว" }) }, { title: "แถว" }),
      g: field("group", { title: "กลุ่ม", properties: { y: field("text", { title: "ในกลุ่ม" }) } }),
      sum: field("computed", { title: "ผล", type: "number", "x-value": "n * 2" }),
      share: field("percent", { title: "ร้อยละ", type: "number" }),
      hour: field("time", { title: "เวลา" }),
      mail: field("email", { title: "อีเมล" }),
      card: field("national-id", { title: "เลขประจำตัว" }),
      home: field("address", { title: "ที่อยู่" }),
      spot: field("location", { title: "พิกัด" }),
      note: field("note", { title: "อ่านก่อน", description: "คำชี้แจง" }),
    },
    { required: ["text", "day"] },
  );
  test.skipIf(!possible)("filling, searching, choosing a day, checking before sending (journey)", async () => {
    const page = await show(browser, everything, { n: 5, t: [{ $row: rowId(1), x: "ก" }] }, {}, scheme === "dark");
    await page.addScriptTag({ content: axe });
    await page.getByLabel("ข้อความ").focus();
    await page.getByLabel("ข้อความ").blur();
    await eventually(() => page.locator("tf-form .field").count()).toBeGreaterThan(23);
    await page.getByRole("button", { name: "ใช้ตำแหน่งของเครื่อง" }).waitFor();
    await page.getByRole("button", { name: "ทำไม? ข้อความ" }).click();
    await page.getByText("แบบฟอร์มนี้กำหนดให้ตอบทุกครั้ง").waitFor();
    await page.getByRole("button", { name: "ทำไม? ผล" }).click();
    await page.locator(".calc-why li").first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.getByRole("button", { name: "ค้น" }).click();
    await page.locator(".picker [role=option]").first().waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "เปิดปฏิทินของ วันที่" }).click();
    await page.getByRole("button", { name: "พุธ 25 พฤศจิกายน 2569" }).waitFor();
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await page.getByRole("button", { name: "ส่งใบลา" }).click();
    await page.getByRole("alert").waitFor();
    expect(await serious(page)).toEqual([]);
    await page.close();
  });
});

test.skipIf(!possible)("at 320 px and at 200 % nothing needs sideways scrolling, and every target on touch is 44 px (journey)", async () => {
  const form = compiled({
    day: field("date", { title: "วันที่ซึ่งมีชื่อช่องยาวมากจนต้องขึ้นบรรทัดใหม่", type: "string", format: "date" }),
    few: field("select", {
      title: "เลือก",
      "x-options": [
        { id: "a", title: "ตัวเลือกที่ยาวมากตัวหนึ่ง" },
        { id: "b", title: "ข" },
      ],
    }),
    home: field("address", { title: "ที่อยู่" }),
    spot: field("location", { title: "พิกัด" }),
    t: tableOf({ x: field("text", { title: "ในแถว" }), y: field("money", { title: "เงิน", type: "number" }) }, { title: "แถว" }),
  });
  const page = await show(browser, form, { t: [{ $row: rowId(1), x: "ก" }] });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.getByLabel("ในแถว").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button,select,.ctl,.pick,a")]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44 - 0.5)
      .map((target) => target.outerHTML.slice(0, 80)),
  );
  expect(small.filter((html) => !html.startsWith("<select"))).toEqual([]);
  await page.close();
});
