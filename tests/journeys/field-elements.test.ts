// What each field makes of what is typed, in a real browser.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { FieldSchema } from "../../schemas/types.js";
import { answersOf, eventually, show, toldOf } from "../client/harness/opened.js";
import { flags } from "../help/browser.js";
import { compiled, field } from "../help/forms.js";

const executablePath = inject("chromium");
const possible = executablePath !== "";
let browser: Browser;
beforeAll(async () => {
  if (possible) browser = await chromium.launch({ executablePath, args: flags });
});
afterAll(async () => {
  await browser?.close();
});

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
    const page = await show(browser, compiled({ a: schema }));
    await type(page);
    await eventually(async () => (await answersOf(page)).a).toEqual(expected);
    await page.close();
  });

  test.skipIf(!possible)("what cannot be read stays as typed, is complained of once left, and stands against sending (journey)", async () => {
    const page = await show(browser, compiled({ n: field("integer", { title: "จำนวน", type: "integer" }) }));
    await page.getByLabel("จำนวน").fill("12ก");
    expect(await page.getByText(/“จำนวน” ต้องเป็น/).count()).toBe(0);
    await page.getByLabel("จำนวน").blur();
    await page.getByText(/“จำนวน” ต้องเป็น/).waitFor();
    expect(await page.getByLabel("จำนวน").inputValue()).toBe("12ก");
    await page.getByRole("button", { name: /^ถัดไป/ }).click();
    await page.getByRole("button", { name: "ส่งใบลา" }).click();
    await page.getByText("ยังส่งไม่ได้ เหลือ 1 ช่อง").waitFor();
    expect(await toldOf(page, "tf-send")).toEqual([]);
    await page.close();
  });
});
