// An officer changes the program without a vendor: a form is made in the designer, tried, published, and filled by a teacher on a phone.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { FormDefinition, WorkingCopy } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, served } = devices("designer");

const item = (page: Page, title: string) =>
  page
    .locator(".item")
    .filter({ has: page.locator(".label", { hasText: title }) })
    .last();
const saved = (page: Page) => eventually(() => page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
const add = (page: Page, kind: string) => page.getByRole("button", { name: `เพิ่มช่อง${kind}`, exact: true }).click();
async function stored(page: Page, id: string): Promise<FormDefinition> {
  const answer = await page.request.get(`${served().url}/api/v1/definitions/form/${id}`);
  return ((await answer.json()) as WorkingCopy).definition as unknown as FormDefinition;
}
const titles = (page: Page) => page.locator(".item .label").allInnerTexts();

async function begin(page: Page, name: string): Promise<string> {
  await page.getByRole("link", { name: "ออกแบบฟอร์ม" }).click();
  await page.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }).click();
  await page.getByLabel("ชื่อแบบฟอร์ม").fill(name);
  await page.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
  return new URL(page.url()).pathname.split("/").at(-1)!;
}

describe.skipIf(!possible)("the designer", () => {
  test("a form made from nothing is filled on a phone the same morning (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "บันทึกการใช้รถโรงเรียน");
    await add(admin, "เลือกหนึ่งข้อ");
    await admin.getByLabel("คำถาม", { exact: true }).fill("ใช้ทำอะไร");
    await admin.getByLabel("ตัวเลือกที่ 1", { exact: true }).fill("ทัศนศึกษา");
    await admin.getByLabel("ตัวเลือกที่ 2", { exact: true }).fill("ไปราชการ");
    await add(admin, "จำนวนนับ");
    await admin.getByLabel("คำถาม", { exact: true }).fill("ครูกี่คน");
    await admin.getByRole("switch", { name: "ต้องตอบ" }).check();
    await add(admin, "จำนวนนับ");
    await admin.getByLabel("คำถาม", { exact: true }).fill("นักเรียนกี่คน");
    // Only for an excursion: the rule is a sentence.
    await admin.getByRole("tab", { name: "กติกา" }).click();
    await admin.getByRole("switch", { name: "แสดงช่องนี้เมื่อ" }).check();
    await admin.getByLabel("ช่องที่ดู").selectOption({ label: "ใช้ทำอะไร" });
    await admin.getByLabel("ค่าที่เทียบ").selectOption({ label: "ทัศนศึกษา" });
    await admin.getByRole("button", { name: "แก้เป็นสูตร" }).click();
    expect(await admin.getByLabel("สูตร", { exact: true }).inputValue()).toBe("select == 'o1'");
    await saved(admin);
    expect((await stored(admin, id)).schema.properties.integer_2).toMatchObject({ title: "นักเรียนกี่คน", "x-show": "select == 'o1'" });

    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByLabel("เปลี่ยนอะไร เพราะอะไร").fill("แบบใหม่ตามที่โรงเรียนขอ");
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();

    const phone = await device("teacher");
    await phone.goto(`${served().url}/forms/${id}/new`);
    await phone.getByText("ไปราชการ").click();
    expect(await phone.getByLabel("นักเรียนกี่คน").count()).toBe(0);
    await phone.getByText("ทัศนศึกษา").click();
    await phone.getByLabel("นักเรียนกี่คน").fill("30");
    await phone.getByLabel("ครูกี่คน").fill("2");
    await phone.getByRole("button", { name: /ตรวจทานก่อนส่ง/ }).click();
    await phone.getByRole("button", { name: "ส่ง", exact: true }).click();
    await phone.getByRole("heading", { name: /ส่งแล้ว|ถึง อปท\./ }).waitFor();
  });

  test("everything by keys: chosen, moved, copied, removed, undone and done again (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "ทดลองแป้นพิมพ์");
    for (const [kind, title] of [
      ["ข้อความสั้น", "หนึ่ง"],
      ["วันที่ (พ.ศ.)", "สอง"],
      ["จำนวนเงิน", "สาม"],
    ] as const) {
      await admin.getByRole("button", { name: `เพิ่มช่อง${kind}`, exact: true }).focus();
      await admin.keyboard.press("Enter");
      // The box of the question is ready to be typed over.
      await admin.keyboard.type(title);
    }
    expect(await titles(admin)).toEqual(["หนึ่ง (ไม่บังคับ)", "สอง (ไม่บังคับ)", "สาม (ไม่บังคับ)"]);
    await item(admin, "สาม").focus();
    await admin.keyboard.press("Alt+ArrowUp");
    await admin.keyboard.press("Alt+ArrowUp");
    await eventually(() => titles(admin)).toEqual(["สาม (ไม่บังคับ)", "หนึ่ง (ไม่บังคับ)", "สอง (ไม่บังคับ)"]);
    await admin.keyboard.press("ArrowDown");
    await eventually(() => admin.evaluate(() => document.activeElement?.querySelector(".label")?.textContent)).toContain("หนึ่ง");
    await admin.keyboard.press("Control+d");
    await eventually(async () => (await titles(admin)).length).toBe(4);
    await admin.keyboard.press("Delete");
    await eventually(async () => (await titles(admin)).length).toBe(3);
    const before = await titles(admin);
    for (let steps = 0; steps < 4; steps++) await admin.keyboard.press("Control+z");
    await eventually(() => titles(admin)).toEqual(["หนึ่ง (ไม่บังคับ)", "สอง (ไม่บังคับ)", "สาม (ไม่บังคับ)"]);
    for (let steps = 0; steps < 4; steps++) await admin.keyboard.press("Control+Shift+z");
    await eventually(() => titles(admin)).toEqual(before);
    await saved(admin);
    expect((await stored(admin, id)).layout![0]!.sections[0]!.fields).toEqual(["money", "text", "date"]);
  });

  test("dragged from the palette and by its handle (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "ทดลองลาก");
    await admin.locator('.kind[data-type="text"]').dragTo(admin.locator(".drop"));
    await admin.getByLabel("คำถาม", { exact: true }).fill("บน");
    await admin.locator('.kind[data-type="date"]').dragTo(item(admin, "บน"), { targetPosition: { x: 60, y: 5 } });
    await admin.getByLabel("คำถาม", { exact: true }).fill("เหนือบน");
    await eventually(() => titles(admin)).toEqual(["เหนือบน (ไม่บังคับ)", "บน (ไม่บังคับ)"]);
    await item(admin, "บน").last().click();
    await admin.locator(".handle").dragTo(item(admin, "เหนือบน"), { targetPosition: { x: 60, y: 5 } });
    await eventually(() => titles(admin)).toEqual(["บน (ไม่บังคับ)", "เหนือบน (ไม่บังคับ)"]);
    await saved(admin);
    expect((await stored(admin, id)).layout![0]!.sections[0]!.fields).toEqual(["text", "date"]);
  });

  test("two officers on one working copy: nothing of either is overwritten, and the same place is asked about (journey)", async () => {
    const first = await device("lao-admin", 1280, 900);
    const id = await begin(first, "สองคน");
    await add(first, "ข้อความสั้น");
    await first.getByLabel("คำถาม", { exact: true }).fill("ช่องร่วม");
    await saved(first);
    const second = await device("lao-admin", 1280, 900);
    await second.goto(first.url());
    await item(second, "ช่องร่วม").click();
    await second.getByLabel("คำอธิบายใต้คำถาม").fill("คำอธิบายของคนที่สอง");
    await add(first, "วันที่ (พ.ศ.)");
    await saved(first);
    await saved(second);
    await eventually(async () => Object.keys((await stored(first, id)).schema.properties)).toEqual(["text", "date"]);
    await eventually(async () => (await stored(first, id)).schema.properties.text!.description).toBe("คำอธิบายของคนที่สอง");
  });
});
