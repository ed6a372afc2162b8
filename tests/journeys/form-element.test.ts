// One form in a real browser, without a server: what each field makes of what is typed, what is drawn again, and whether everybody can use it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import type { Facts } from "../../engine/expression/facts.js";
import type { FieldSchema } from "../../schemas/types.js";
import { openHarness } from "../client/harness/site.js";
import { flags } from "../help/browser.js";
import { compiled, factsOf, field, rowId, tableOf } from "../help/forms.js";

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

interface Harness {
  show(form: CompiledForm, facts: Facts, answers?: Record<string, unknown>): Promise<void>;
  answers(): Record<string, unknown>;
  told: { type: string; detail: unknown }[];
}
declare const harness: Harness;

async function show(form: CompiledForm, answers: Record<string, unknown> = {}, facts: Partial<Facts> = {}, dark = false): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: dark ? "dark" : "light" });
  await openHarness(page);
  // As plain JSON: the type of a tree is deeper than the compiler follows here.
  await page.evaluate((given) => harness.show(...(JSON.parse(given) as Parameters<Harness["show"]>)), JSON.stringify([form, factsOf(facts), answers]));
  return page;
}
const answers = (page: Page) => page.evaluate(() => harness.answers());
/** Asks until it is so. */
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 10_000 });

describe("what each field makes of what is typed", () => {
  const options = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `o${i + 1}`, title: `ตัวเลือก ${i + 1}` }));
  const typed: [string, FieldSchema, (page: Page) => Promise<unknown>, unknown][] = [
    ["text", field("text", { title: "ช่องทดสอบ" }), (page) => page.getByLabel("ช่องทดสอบ").fill("เรือนจำปี"), "เรือนจำปี"],
    ["long text", field("long-text", { title: "ช่องทดสอบ" }), (page) => page.getByLabel("ช่องทดสอบ").fill("สอง\nบรรทัด"), "สอง\nบรรทัด"],
    [
      "whole number in Thai digits with a comma",
      field("integer", { title: "ช่องทดสอบ", type: "integer" }),
      (page) => page.getByLabel("ช่องทดสอบ").fill("๑,๒๓๔"),
      1234,
    ],
    ["number", field("number", { title: "ช่องทดสอบ", type: "number" }), (page) => page.getByLabel("ช่องทดสอบ").fill("12.5"), 12.5],
    ["money", field("money", { title: "ช่องทดสอบ", type: "number" }), (page) => page.getByLabel("ช่องทดสอบ").fill("4,048.00"), 4048],
    ["yes or no", field("yes-no", { title: "ช่องทดสอบ", type: "boolean" }), (page) => page.getByText("ไม่ใช่", { exact: true }).click(), false],
    [
      "date of eight digits",
      field("date", { title: "ช่องทดสอบ", type: "string", format: "date" }),
      (page) => page.getByRole("textbox", { name: "ช่องทดสอบ" }).fill("25112569"),
      "2026-11-25",
    ],
    [
      "date with a short year, once left",
      field("date", { title: "ช่องทดสอบ", type: "string", format: "date" }),
      async (page) => {
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).fill("๒๕/๑๑/๖๙");
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).blur();
      },
      "2026-11-25",
    ],
    [
      "date from the calendar, by keys",
      field("date", { title: "ช่องทดสอบ", type: "string", format: "date" }),
      async (page) => {
        await page.getByRole("button", { name: "เปิดปฏิทินของ ช่องทดสอบ" }).click();
        await page.getByRole("button", { name: "พุธ 25 พฤศจิกายน 2569" }).waitFor();
        for (const key of ["ArrowRight", "ArrowDown", "Enter"]) await page.keyboard.press(key);
      },
      "2026-12-03",
    ],
    ["phone", field("phone", { title: "ช่องทดสอบ" }), (page) => page.getByLabel("ช่องทดสอบ").fill("0812345678"), "0812345678"],
    ["select of few", field("select", { title: "ช่องทดสอบ", "x-options": options(3) }), (page) => page.getByText("ตัวเลือก 2").click(), "o2"],
    ["select of some", field("select", { title: "ช่องทดสอบ", "x-options": options(8) }), (page) => page.getByLabel("ช่องทดสอบ").selectOption("o7"), "o7"],
    [
      "select of many, by search and keys",
      field("select", { title: "ช่องทดสอบ", "x-options": options(30) }),
      async (page) => {
        await page.getByRole("button", { name: "ช่องทดสอบ" }).click();
        await page.getByRole("combobox").fill("ตัวเลือก ๒๙");
        await eventually(() => page.locator(".picker [role=option]").count()).toBe(1);
        await page.keyboard.press("Enter");
      },
      "o29",
    ],
    [
      "several of several, in the order of the list",
      field("multi-select", { title: "ช่องทดสอบ", items: { type: "string" }, "x-options": options(4) }),
      async (page) => {
        await page.getByText("ตัวเลือก 4").click();
        await page.getByText("ตัวเลือก 1").click();
      },
      ["o1", "o4"],
    ],
    ["fiscal year", field("fiscal-year", { title: "ช่องทดสอบ", type: "integer" }), (page) => page.getByLabel("ช่องทดสอบ").selectOption("2570"), 2570],
    ["term", field("term", { title: "ช่องทดสอบ" }), (page) => page.getByLabel("ช่องทดสอบ").selectOption("2569/2"), "2569/2"],
    [
      "the parts of a name",
      field("person-name", { title: "ช่องทดสอบ" }),
      async (page) => {
        await page.getByLabel("คำนำหน้า").fill("นาง");
        await page.getByLabel("ชื่อ", { exact: true }).fill("มาลี");
        await page.getByLabel("นามสกุล").fill("ใจดี");
      },
      { prefix: "นาง", first: "มาลี", last: "ใจดี" },
    ],
  ];
  test.skipIf(!possible).each(typed)("%s (journey)", async (_what, schema, type, expected) => {
    const page = await show(compiled({ a: schema }));
    await type(page);
    await eventually(async () => (await answers(page)).a).toEqual(expected);
    await page.close();
  });

  test.skipIf(!possible)("what cannot be read stays as typed, is complained of once left, and stands against sending (journey)", async () => {
    const page = await show(compiled({ n: field("integer", { title: "จำนวน", type: "integer" }) }));
    await page.getByLabel("จำนวน").fill("12ก");
    expect(await page.getByText(/จำนวนต้องเป็น/).count()).toBe(0);
    await page.getByLabel("จำนวน").blur();
    await page.getByText(/จำนวนต้องเป็น/).waitFor();
    expect(await page.getByLabel("จำนวน").inputValue()).toBe("12ก");
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await page.getByRole("button", { name: "ส่งใบลา" }).click();
    await page.getByText("ยังส่งไม่ได้ เหลือ 1 ช่อง").waitFor();
    expect(await page.evaluate(() => harness.told.some(({ type }) => type === "tf-send"))).toBe(false);
    await page.close();
  });
});

test.skipIf(!possible)("rows come and go; a removed row is brought back whole (journey)", async () => {
  const form = compiled({
    t: tableOf({ item: field("text", { title: "รายการ" }), qty: field("integer", { title: "จำนวน", type: "integer" }) }, { title: "ของ" }),
  });
  const page = await show(form, { t: [{ $row: rowId(1), item: "ดินสอ", qty: 3 }] });
  await page.getByRole("button", { name: "เพิ่มแถว" }).click();
  await page.getByLabel("รายการ").nth(1).fill("ยางลบ");
  await eventually(async () => ((await answers(page)).t as { item?: string }[]).map(({ item }) => item)).toEqual(["ดินสอ", "ยางลบ"]);
  await page.getByRole("button", { name: "ลบแถวที่ 1" }).click();
  await eventually(async () => ((await answers(page)).t as unknown[]).length).toBe(1);
  await page.getByRole("button", { name: "นำกลับมา" }).click();
  await eventually(async () => (await answers(page)).t).toEqual([{ $row: rowId(1), item: "ดินสอ", qty: 3 }, expect.objectContaining({ item: "ยางลบ" })]);
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
  const page = await show(form, { a: 1, f1: "x" });
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

test.skipIf(!possible)("problems before sending: one box on top, focused, and each line leads to its field (journey)", async () => {
  const form = compiled(
    { a: field("text", { title: "ชื่อเรื่อง" }), b: field("date", { title: "วันที่", type: "string", format: "date" }) },
    { required: ["a", "b"] },
  );
  const page = await show(form, { b: "2026-11-25" });
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  const box = page.getByRole("alert");
  await box.getByText("ยังส่งไม่ได้ เหลือ 1 ช่อง").waitFor();
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await box.getByRole("link", { name: "ยังไม่ได้กรอกชื่อเรื่อง" }).click();
  await eventually(() => page.evaluate(() => document.activeElement?.id)).toBe("f-a");
  await page.keyboard.type("ขอลา");
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  await eventually(() => page.evaluate(() => harness.told.filter(({ type }) => type === "tf-send").length)).toBe(1);
  await page.close();
});

test.skipIf(!possible)("a warning is seen before it is sent past (journey)", async () => {
  const form = compiled({ n: field("integer", { title: "วัน", type: "integer", "x-check": [{ rule: "n <= 5", level: "warn", message: "เกินสิทธิ" }] }) });
  const page = await show(form, { n: 9 });
  await page.getByRole("button", { name: /^ถัดไป/ }).click();
  await page.getByRole("button", { name: "ส่งใบลา" }).click();
  await page.getByRole("alert").getByText("เกินสิทธิ").waitFor();
  expect(await page.evaluate(() => harness.told.some(({ type }) => type === "tf-send"))).toBe(false);
  await page.getByRole("button", { name: "ดูแล้ว ส่งต่อ" }).click();
  expect(await page.evaluate(() => harness.told.find(({ type }) => type === "tf-send")?.detail)).toMatchObject({ warnings: true });
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
      note: field("note", { title: "อ่านก่อน", description: "คำชี้แจง" }),
    },
    { required: ["text", "day"] },
  );
  const serious = (page: Page) =>
    page.evaluate(async () => {
      const run = (
        globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { target: unknown[] }[] }[] }> } }
      ).axe;
      const { violations } = await run.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] });
      return violations.map(({ id, impact, nodes }) => `${impact} ${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`);
    });

  test.skipIf(!possible)("filling, searching, choosing a day, checking before sending (journey)", async () => {
    const page = await show(everything, { n: 5, t: [{ $row: rowId(1), x: "ก" }] }, {}, scheme === "dark");
    await page.addScriptTag({ content: axe });
    await page.getByLabel("ข้อความ").focus();
    await page.getByLabel("ข้อความ").blur();
    await eventually(() => page.locator("tf-form .field").count()).toBeGreaterThan(17);
    await page.getByRole("button", { name: /^ทำไม/ }).click();
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
    t: tableOf({ x: field("text", { title: "ในแถว" }), y: field("money", { title: "เงิน", type: "number" }) }, { title: "แถว" }),
  });
  const page = await show(form, { t: [{ $row: rowId(1), x: "ก" }] });
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
