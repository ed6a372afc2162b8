// What each field makes of what is typed, in a real browser.
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { FieldSchema } from "../../schemas/types.js";
import { findPlaces, loadPlaces } from "../../server/organizations/subdistricts.js";
import { answersOf, eventually, show, toldOf } from "../client/harness/opened.js";
import { address } from "../client/harness/site.js";
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
    ["time of four digits", field("time", { title: "ช่องทดสอบ" }), (page) => page.getByRole("textbox", { name: "ช่องทดสอบ" }).fill("0845"), "08:45"],
    [
      "time as people write it, once left",
      field("time", { title: "ช่องทดสอบ" }),
      async (page) => {
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).fill("๘ น.");
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).blur();
      },
      "08:00",
    ],
    ["percent with its sign", field("percent", { title: "ช่องทดสอบ", type: "number" }), (page) => page.getByLabel("ช่องทดสอบ").fill("๑๒.๕%"), 12.5],
    ["e-mail", field("email", { title: "ช่องทดสอบ" }), (page) => page.getByLabel("ช่องทดสอบ").fill("somsri@example.go.th"), "somsri@example.go.th"],
    [
      "national id with dashes",
      field("national-id", { title: "ช่องทดสอบ" }),
      (page) => page.getByLabel("ช่องทดสอบ").fill("1-1017-00000-00-1"),
      "1-1017-00000-00-1",
    ],
    [
      "position as a map writes it",
      field("location", { title: "ช่องทดสอบ" }),
      async (page) => {
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).fill("16.4419, 102.8360");
        await page.getByRole("textbox", { name: "ช่องทดสอบ" }).blur();
      },
      { lat: 16.4419, lng: 102.836 },
    ],
    [
      "the parts of an address, typed without any list",
      field("address", { title: "ช่องทดสอบ" }),
      async (page) => {
        await page.getByLabel("บ้านเลขที่").fill("99/1");
        await page.getByLabel("ตำบล/แขวง").fill("ตำบลในใจ");
        await page.getByLabel("รหัสไปรษณีย์").fill("40000");
      },
      { house: "99/1", subdistrict: "ตำบลในใจ", postcode: "40000" },
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

describe("boxes that show another thing than was typed", () => {
  test.skipIf(!possible)("an id number stands in its groups once its box is left, and as typed while one is in it (journey)", async () => {
    const page = await show(browser, compiled({ id: field("national-id", { title: "เลขประจำตัว" }), next: field("text", { title: "ถัดไป" }) }));
    const box = page.getByLabel("เลขประจำตัว");
    await box.fill("๓๑๐๐๖๐๐๑๒๓๔๕๐");
    await box.blur();
    await eventually(() => box.inputValue()).toBe("3-1006-00123-45-0");
    await box.focus();
    await eventually(() => box.inputValue()).toBe("๓๑๐๐๖๐๐๑๒๓๔๕๐");
    await box.fill("310060012345");
    await box.blur();
    await page.getByText("เลขประจำตัวประชาชนต้องมี 13 หลัก ที่พิมพ์ไว้มี 12 หลัก").waitFor();
    expect(await box.inputValue()).toBe("310060012345");
    expect(await box.getAttribute("aria-invalid")).toBe("true");
    await page.close();
  });

  test.skipIf(!possible)("a time that cannot be read is complained of once left, and comes back as it was typed (journey)", async () => {
    const page = await show(browser, compiled({ at: field("time", { title: "มาถึง", "x-latest": "09:00" }) }));
    const box = page.getByRole("textbox", { name: "มาถึง" });
    await box.fill("25:00");
    expect(await page.getByText(/^ช่อง “มาถึง” ต้องเป็นเวลา/).count()).toBe(0);
    await box.blur();
    await page.getByText(/^ช่อง “มาถึง” ต้องเป็นเวลา/).waitFor();
    expect(await box.inputValue()).toBe("25:00");
    await box.fill("9.15");
    await box.press("Enter");
    await page.getByText("ช่อง “มาถึง” ต้องไม่หลัง 09:00 น. ที่กรอกไว้คือ 09:15 น.").waitFor();
    await box.blur();
    await eventually(() => box.inputValue()).toBe("09:15");
    await page.close();
  });
});

describe("where one is", () => {
  const form = () => compiled({ at: field("location", { title: "จุดเกิดเหตุ" }) });

  test.skipIf(!possible)("the device gives its position at the press of a button, with a way into its own map (journey)", async () => {
    const page = await show(browser, form());
    await page.context().grantPermissions(["geolocation"]);
    await page.context().setGeolocation({ latitude: 16.441912345, longitude: 102.836, accuracy: 11.6 });
    await page.getByRole("button", { name: "ใช้ตำแหน่งของเครื่อง" }).click();
    await page.getByText("ได้ตำแหน่งแล้ว").waitFor();
    expect((await answersOf(page)).at).toEqual({ lat: 16.4419123, lng: 102.836, accuracy: 12 });
    expect(await page.getByRole("textbox", { name: "จุดเกิดเหตุ" }).inputValue()).toBe("16.44191, 102.83600");
    await page.getByText("±12 ม.").waitFor();
    expect(await page.getByRole("link", { name: "เปิดในแอปแผนที่" }).getAttribute("href")).toBe("geo:16.4419123,102.836");
    // Passing through the box changes nothing of it.
    await page.getByRole("textbox", { name: "จุดเกิดเหตุ" }).focus();
    await page.getByRole("textbox", { name: "จุดเกิดเหตุ" }).blur();
    expect((await answersOf(page)).at).toMatchObject({ accuracy: 12 });
    await page.close();
  });

  test.skipIf(!possible)("a device that may not say where it is says what to do (journey)", async () => {
    const page = await show(browser, form());
    await page.context().clearPermissions();
    await page.getByRole("button", { name: "ใช้ตำแหน่งของเครื่อง" }).click();
    await page
      .getByRole("status")
      .getByText(/ไม่อนุญาตให้ใช้ตำแหน่ง.*พิมพ์พิกัดเอง/)
      .waitFor();
    await page.getByRole("textbox", { name: "จุดเกิดเหตุ" }).fill("102.8360, 16.4419");
    await page.getByRole("textbox", { name: "จุดเกิดเหตุ" }).blur();
    await page.getByText(/^ละติจูดต้องอยู่ระหว่าง/).waitFor();
    await page.close();
  });
});

describe("places offered for an address", () => {
  /** The element in a page whose questions are answered by the search itself. */
  async function opened(more: Record<string, FieldSchema> = {}, reach = true): Promise<{ page: Page; asked: string[] }> {
    const places = await loadPlaces("/nowhere", () => undefined);
    const asked: string[] = [];
    const page = await show(browser, compiled({ home: field("address", { title: "ที่อยู่" }), ...more }));
    await page.route(`${address}api/v1/subdistricts?*`, (route) => {
      const q = new URL(route.request().url()).searchParams.get("q")!;
      asked.push(q);
      return reach ? route.fulfill({ json: { items: findPlaces(places, q) } }) : route.abort();
    });
    return { page, asked };
  }

  test.skipIf(!possible)("by keys: typed, walked through, chosen; everything may be changed afterwards (journey)", async () => {
    const { page } = await opened();
    const box = page.getByRole("combobox", { name: "ตำบล/แขวง" });
    await box.focus();
    await page.keyboard.type("ศิลา เมืองขอนแก่น");
    const option = page.getByRole("listbox", { name: "ตำบลที่ตรงกับที่พิมพ์" }).getByRole("option");
    await eventually(() => option.count()).toBe(1);
    expect(await box.getAttribute("aria-expanded")).toBe("true");
    await page.getByRole("status").getByText("พบ 1 ตำบล").waitFor();
    await page.keyboard.press("ArrowDown");
    const active = await box.getAttribute("aria-activedescendant");
    expect(await page.locator(`[id="${active}"]`).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
    await eventually(async () => (await answersOf(page)).home).toEqual({ subdistrict: "ศิลา", district: "เมืองขอนแก่น", province: "ขอนแก่น", postcode: "40000" });
    expect(await option.count()).toBe(0);
    await page.getByLabel("อำเภอ/เขต").fill("อำเภอใหม่");
    await page.getByLabel("บ้านเลขที่").fill("7");
    await eventually(async () => (await answersOf(page)).home).toMatchObject({ house: "7", subdistrict: "ศิลา", district: "อำเภอใหม่" });
    await page.close();
  });

  test.skipIf(!possible)("by touch, from a postcode; leaving or Escape takes the list away and nothing else (journey)", async () => {
    const { page, asked } = await opened();
    const box = page.getByRole("combobox", { name: "รหัสไปรษณีย์" });
    await box.fill("40002");
    await page.getByRole("option").first().waitFor();
    expect(asked).toEqual(["40002"]);
    await box.press("Escape");
    expect(await page.getByRole("option").count()).toBe(0);
    expect((await answersOf(page)).home).toEqual({ postcode: "40002" });
    await box.fill("4000");
    await page.getByRole("option").first().waitFor();
    await page.getByLabel("จังหวัด").focus();
    await eventually(() => page.getByRole("option").count()).toBe(0);
    await box.fill("40002");
    await page.getByRole("option", { name: /^มหาวิทยาลัยขอนแก่น/ }).click();
    await eventually(async () => (await answersOf(page)).home).toMatchObject({ subdistrict: "มหาวิทยาลัยขอนแก่น", province: "ขอนแก่น", postcode: "40002" });
    await page.close();
  });

  test.skipIf(!possible)("a press beside the list does what it is meant for, although the list goes (journey)", async () => {
    const { page } = await opened({ agree: field("yes-no", { title: "ตรงกับทะเบียนบ้าน", type: "boolean" }) });
    await page.getByRole("combobox", { name: "ตำบล/แขวง" }).fill("ในเมือง");
    await page.getByRole("option").first().waitFor();
    const no = page.getByText("ไม่ใช่", { exact: true });
    await no.hover();
    await page.mouse.down();
    // The box is left, and nothing has moved from under the finger.
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe("input");
    expect(await page.getByRole("option").count()).toBeGreaterThan(0);
    await page.mouse.up();
    await eventually(async () => (await answersOf(page)).agree).toBe(false);
    await eventually(() => page.getByRole("option").count()).toBe(0);
    await page.close();
  });

  test.skipIf(!possible)("without reach it is only typed (journey)", async () => {
    const { page, asked } = await opened({}, false);
    await page.getByRole("combobox", { name: "ตำบล/แขวง" }).fill("ในเมือง");
    await eventually(() => asked.length).toBeGreaterThan(0);
    await page.getByLabel("รหัสไปรษณีย์").fill("400");
    await page.getByLabel("รหัสไปรษณีย์").blur();
    await page.getByText("รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก ที่พิมพ์ไว้คือ 400").waitFor();
    expect(await page.getByLabel("รหัสไปรษณีย์").getAttribute("aria-invalid")).toBe("true");
    expect(await page.getByLabel("ตำบล/แขวง").getAttribute("aria-invalid")).toBe(null);
    expect((await answersOf(page)).home).toEqual({ subdistrict: "ในเมือง", postcode: "400" });
    await page.close();
  });
});
