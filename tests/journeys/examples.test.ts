// Examples inside a form: tried, kept, broken by a rule, told in words where it is changed and where it is published, and put right.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { FormDefinition, WorkingCopy } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, served, speaker, picture } = devices("examples");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const saved = (page: Page) => eventually(() => page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
const list = (page: Page) => page.locator(".example-list");
const field = (kind: string, title: string, more: object = {}) => ({ "x-field": kind, type: kind, title, ...more });

/** What stops somebody who uses other means than eyes and a mouse. */
async function serious(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")) as {
    id: string;
    impact: string;
    nodes: { html: string }[];
  }[];
  return found.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
}

const trip = {
  kind: "form",
  id: "trip",
  title: "ขอใช้รถโรงเรียน",
  schema: {
    type: "object",
    required: ["teachers"],
    properties: {
      teachers: field("integer", "ครูกี่คน"),
      pupils: field("integer", "นักเรียนกี่คน"),
      all: { "x-field": "computed", type: "integer", title: "รวมทั้งหมด", "x-value": "teachers + pupils" },
      second: { "x-field": "text", type: "string", title: "ทะเบียนรถคันที่สอง", "x-show": "all > 40" },
    },
  },
  layout: [{ page: "การเดินทาง", sections: [{ id: "main", fields: ["teachers", "pupils", "all", "second"] }] }],
  access: { create: ["school-staff"] },
};

describe.skipIf(!possible)("examples of a form", () => {
  test("kept while it is tried, they refuse a rule that breaks them, in words, until it is put right (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await (await speaker("lao-admin")).must("PUT", "/api/v1/definitions/form/trip", trip, { "if-match": "0" });
    await admin.goto(`${served().url}/designer/form/trip`);
    await admin.getByRole("tab", { name: "ตัวอย่าง" }).click();
    await admin.getByText("ยังไม่มีตัวอย่าง").waitFor();

    await admin.getByRole("button", { name: "ลองกรอก" }).click();
    await admin.locator("tf-form").getByLabel("ครูกี่คน").fill("2");
    await admin.locator("tf-form").getByLabel("นักเรียนกี่คน").fill("40");
    await admin.locator("tf-form").getByLabel("ทะเบียนรถคันที่สอง").waitFor();
    await picture(admin, "try");
    // Pressed twice: it opens once.
    await admin.getByRole("button", { name: "เก็บเป็นตัวอย่าง" }).dblclick();
    await admin.getByRole("button", { name: "เก็บตัวอย่าง", exact: true }).click();
    await admin.getByText("ตั้งชื่อตัวอย่างก่อน").waitFor();
    await admin.getByLabel("ชื่อตัวอย่าง").fill("รถสองคัน");
    expect(await admin.locator(".expected .pick").allInnerTexts()).toEqual([
      "ไม่มีข้อที่ต้องแก้ ส่งได้",
      "รวมทั้งหมด เป็น 42",
      "แสดงช่อง ทะเบียนรถคันที่สอง",
      "ส่งแล้วไปที่ “ส่งแล้ว”",
    ]);
    expect(await serious(admin)).toEqual([]);
    await picture(admin, "keep");
    await admin.getByRole("button", { name: "เก็บตัวอย่าง", exact: true }).click();
    await admin.getByText("เก็บตัวอย่าง “รถสองคัน” แล้ว").waitFor();
    await admin.getByRole("button", { name: "กลับไปออกแบบ" }).click();
    await list(admin).getByText("ได้ผลตามที่คาด").waitFor();
    await saved(admin);
    const stored = await admin.request.get(`${served().url}/api/v1/definitions/form/trip`);
    const [kept] = (((await stored.json()) as WorkingCopy).definition as unknown as FormDefinition).examples!;
    // What formulas give is no answer.
    expect(kept!.answers).toEqual({ teachers: 2, pupils: 40 });
    expect(kept).toMatchObject({
      title: "รถสองคัน",
      today: "2026-11-24",
      expect: { problems: [], values: { all: 42 }, shown: ["second"], next: "submitted" },
    });

    // Somebody means well with the formula.
    const item = admin.locator(".item").filter({ hasText: "รวมทั้งหมด" });
    await item.click();
    await admin.getByRole("tab", { name: "ทั่วไป" }).click();
    await admin.getByLabel("สูตร", { exact: true }).fill("teachers * 2 + 30");
    await admin.locator(".band").click();
    await saved(admin);
    await admin.locator(".checks").getByText("คาดว่า “รวมทั้งหมด” เป็น 42 แต่ได้ 34").waitFor();
    await admin.locator(".checks").getByRole("button", { name: "ไปแก้" }).click();
    await list(admin).getByText("คาดว่า “รวมทั้งหมด” เป็น 42 แต่ได้ 34").waitFor();
    await list(admin).getByText("คาดว่าแสดงช่อง “ทะเบียนรถคันที่สอง” แต่กลับซ่อน").waitFor();
    expect(await serious(admin)).toEqual([]);
    await picture(admin, "failing");
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin
      .getByRole("dialog")
      .getByText(/ตัวอย่าง “รถสองคัน” ไม่ได้ผลตามที่คาด \(คาดว่า “รวมทั้งหมด” เป็น 42 แต่ได้ 34/)
      .waitFor();
    await picture(admin, "refused");
    await admin.getByRole("button", { name: "ยกเลิก" }).click();

    // Looked at where it comes from: the form filled as it was kept.
    await list(admin).getByRole("button", { name: "เปิดลองกรอก รถสองคัน" }).click();
    expect(await admin.locator("tf-form").getByLabel("นักเรียนกี่คน").inputValue()).toBe("40");
    await admin.getByRole("button", { name: "กลับไปออกแบบ" }).click();

    await admin.keyboard.press("Control+z");
    await list(admin).getByText("ได้ผลตามที่คาด").waitFor();
    await saved(admin);
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    await admin.getByRole("button", { name: "เปลี่ยนชื่อ รถสองคัน" }).click();
    await admin.getByLabel("ชื่อตัวอย่าง").fill("สองคันรถ");
    await admin.getByRole("button", { name: "ใช้ชื่อนี้" }).click();
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await eventually(() => admin.getByRole("dialog").locator(".changes li").allInnerTexts()).toEqual(["เพิ่ม แก้ หรือเอาตัวอย่างออก"]);
    // What a phone fetches knows nothing of it.
    const fillable = await (await speaker("teacher")).say("GET", "/api/v1/forms/trip");
    expect(fillable.status).toBe(200);
    expect(fillable.text).not.toContain("รถสองคัน");
  });

  test("a result that is meant is taken with one press; examples are called otherwise and removed, and each step is undone (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const examples = [
      { id: "one", title: "คันเดียว", today: "2026-11-24", answers: { teachers: 2, pupils: 30 }, expect: { values: { all: 33 }, hidden: ["second"] } },
      { id: "two", title: "ไม่มีครู", today: "2026-11-24", answers: { pupils: 30 }, expect: { problems: [{ code: "field.required", path: "/teachers" }] } },
    ];
    await (await speaker("lao-admin")).must("PUT", "/api/v1/definitions/form/trip-two", { ...trip, id: "trip-two", examples }, { "if-match": "0" });
    await admin.goto(`${served().url}/designer/form/trip-two`);
    await admin.locator(".item").first().click();
    await admin.getByRole("button", { name: "ตั้งค่าแบบฟอร์ม" }).click();
    await admin.getByRole("tab", { name: "ตัวอย่าง 2" }).click();
    await admin.getByText("คาดว่า “รวมทั้งหมด” เป็น 33 แต่ได้ 32").first().waitFor();
    await admin.getByRole("button", { name: "ใช้ผลใหม่ คันเดียว" }).click();
    await eventually(() => list(admin).getByText("ได้ผลตามที่คาด").count()).toBe(2);
    await admin.getByRole("button", { name: "เปลี่ยนชื่อ ไม่มีครู" }).click();
    await admin.getByLabel("ชื่อตัวอย่าง").fill("ลืมกรอกครู");
    await admin.getByRole("button", { name: "ใช้ชื่อนี้" }).click();
    await list(admin).getByRole("heading", { name: "ลืมกรอกครู" }).waitFor();
    await admin.getByRole("button", { name: "ลบ คันเดียว" }).click();
    await eventually(() => list(admin).getByRole("heading").allInnerTexts()).toEqual(["ลืมกรอกครู"]);
    await admin.keyboard.press("Control+z");
    await eventually(() => list(admin).getByRole("heading").allInnerTexts()).toEqual(["คันเดียว", "ลืมกรอกครู"]);
    await saved(admin);
    const { text } = await (await speaker("lao-admin")).say("GET", "/api/v1/definitions/form/trip-two");
    expect(((JSON.parse(text) as WorkingCopy).definition as unknown as FormDefinition).examples).toMatchObject([
      { expect: { values: { all: 32 }, hidden: ["second"] } },
      { title: "ลืมกรอกครู" },
    ]);
    // Doubts may stay: the copy asks what the form it was made from asks.
    expect((JSON.parse(text) as WorkingCopy).problems.filter(({ level }) => level !== "warn")).toEqual([]);
  });

  test("one that is kept from another has nobody's name in it (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const author = { account: "a", person: "p", name: "นางสาวปาริชาต แสงทอง", duties: ["teacher"], phone: "0812345678" };
    const examples = [{ id: "one", title: "หนึ่ง", today: "2026-11-20", author, answers: { teachers: 2 }, expect: {} }];
    await (await speaker("lao-admin")).must("PUT", "/api/v1/definitions/form/trip-three", { ...trip, id: "trip-three", examples }, { "if-match": "0" });
    await admin.goto(`${served().url}/designer/form/trip-three`);
    await admin.getByRole("tab", { name: "ตัวอย่าง 1" }).click();
    await admin.getByRole("button", { name: "เปิดลองกรอก หนึ่ง" }).click();
    await admin.locator("tf-form").getByLabel("นักเรียนกี่คน").fill("9");
    await admin.getByRole("button", { name: "เก็บเป็นตัวอย่าง" }).click();
    await admin.getByLabel("ชื่อตัวอย่าง").fill("สอง");
    await admin.getByText("รวมทั้งหมด เป็น 11").click();
    await admin.getByRole("button", { name: "เก็บตัวอย่าง", exact: true }).click();
    await admin.getByText("เก็บตัวอย่าง “สอง” แล้ว").waitFor();
    await saved(admin);
    const { text } = await (await speaker("lao-admin")).say("GET", "/api/v1/definitions/form/trip-three");
    const kept = ((JSON.parse(text) as WorkingCopy).definition as unknown as FormDefinition).examples![1]!;
    // The value was left out of what is expected.
    expect(kept).toEqual({
      id: kept.id,
      title: "สอง",
      today: "2026-11-20",
      author: { account: "example", person: "example", name: "ผู้กรอกตัวอย่าง", duties: ["teacher"] },
      answers: { teachers: 2, pupils: 9 },
      expect: { problems: [], hidden: ["second"], next: "submitted" },
    });
  });

  test("those of a bundled form are there, and all come out as they say (page)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/form/leave-request`);
    await admin.getByRole("tab", { name: "ตัวอย่าง 16" }).click();
    await admin.getByText("ตรงตามที่คาด 16").waitFor();
    expect(await serious(admin)).toEqual([]);
    await picture(admin, "bundled");
  });
});
