// An officer makes the prints of the office: begun from a layout, changed beside the page that it becomes, published, and printed by a teacher.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { DocumentDefinition, FormDefinition, WorkflowDefinition, WorkingCopy } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, later, served, speaker } = devices("document-designer");

const saved = (page: Page) => eventually(() => page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
const box = (page: Page) => page.getByLabel("เนื้อหาเอกสาร");
const printed = (page: Page) => page.frameLocator("tf-print-frame iframe").locator("body");
async function stored<T>(page: Page, kind: string, id: string): Promise<T> {
  const answer = await page.request.get(`${served().url}/api/v1/definitions/${kind}/${id}`);
  return ((await answer.json()) as WorkingCopy).definition as T;
}
const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1)!;
const publish = async (page: Page, version: number) => {
  await page.getByRole("button", { name: "เผยแพร่…" }).click();
  await page.getByRole("button", { name: "เผยแพร่", exact: true }).click();
  await page.getByText(`เผยแพร่รุ่น ${version} แล้ว`).waitFor();
};

/** A form of one question, published, whose records its author prints. */
async function makeForm(id: string, title: string): Promise<void> {
  const admin = await speaker("lao-admin");
  await admin.publish({
    kind: "form",
    id,
    title,
    schema: {
      type: "object",
      required: ["place"],
      properties: {
        place: { "x-field": "text", type: "string", title: "ไปที่ไหน" },
        day: { "x-field": "date", type: "string", format: "date", title: "วันที่ไป" },
        pay: { "x-field": "money", type: "number", title: "ค่าน้ำมัน" },
        people: {
          "x-field": "table",
          type: "array",
          title: "ผู้เดินทาง",
          items: { type: "object", properties: { name: { "x-field": "text", type: "string", title: "ชื่อ" } } },
        },
      },
    },
    access: { create: ["school-staff"], read: ["author"] },
  } as FormDefinition);
}

async function begin(admin: Page, name: string, form: string, layout: string): Promise<string> {
  await admin.goto(`${served().url}/designer`);
  await admin.getByRole("button", { name: "สร้างเอกสารพิมพ์" }).click();
  await admin.getByLabel("ชื่อเอกสาร").fill(name);
  await admin.getByLabel("ใช้กับแบบฟอร์ม").selectOption({ label: form });
  await admin.getByText(layout, { exact: true }).click();
  await admin.getByRole("button", { name: "สร้างเอกสาร", exact: true }).click();
  await admin.getByRole("heading", { name, level: 1 }).waitFor();
  return idOf(admin);
}

/** The cursor behind the first of these words. */
const cursorBehind = (page: Page, words: string) =>
  box(page).evaluate((element, after) => {
    const area = element as HTMLTextAreaElement;
    const at = area.value.indexOf(after) + after.length;
    area.focus();
    area.setSelectionRange(at, at);
  }, words);

describe.skipIf(!possible)("the designer of prints", () => {
  test("a memo made in the morning is printed by a teacher in the afternoon (journey)", async () => {
    await makeForm("van", "ขอใช้รถ");
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "บันทึกขอใช้รถ", "ขอใช้รถ", "บันทึกข้อความ");
    // The first page is right already: the form's questions, answered as an example, in Thai digits.
    await printed(admin).getByText("ส่วนราชการ").waitFor();
    await printed(admin).getByText("ไปที่ไหน").waitFor();
    await printed(admin)
      .getByText(/๑,๒๕๐\.๕๐ บาท \(หนึ่งพันสองร้อยห้าสิบบาทห้าสิบสตางค์\)/)
      .waitFor();

    // Words of one's own, and an answer put where the cursor is, by its question.
    await cursorBehind(admin, "จึงเรียนมาเพื่อโปรดพิจารณา");
    await box(admin).pressSequentially(" ในวันที่ ");
    await admin.getByLabel("ค้นหาคำถาม").fill("วันที่ไป");
    await admin.getByLabel("ค้นหาคำถาม").press("Enter");
    await eventually(() => box(admin).inputValue()).toContain("จึงเรียนมาเพื่อโปรดพิจารณา ในวันที่ {{fields.day.text}}</p>");
    await printed(admin)
      .getByText(/โปรดพิจารณา ในวันที่ ๒๔ พฤศจิกายน ๒๕๖๙/)
      .waitFor();
    // The keys go on where it was put in; what was typed in one go is undone in one go.
    await admin.keyboard.type(" ครับ");
    await printed(admin)
      .getByText(/๒๕๖๙ ครับ/)
      .waitFor();
    await admin.keyboard.press("Control+z");
    await eventually(() => box(admin).inputValue()).toContain("{{fields.day.text}}</p>");
    await admin.keyboard.press("Control+z");
    await eventually(() => box(admin).inputValue()).toContain("โปรดพิจารณา ในวันที่ </p>");
    await admin.keyboard.press("Control+z");
    await eventually(() => box(admin).inputValue()).toContain("โปรดพิจารณา</p>");
    for (let steps = 0; steps < 2; steps++) await admin.keyboard.press("Control+y");
    await eventually(() => box(admin).inputValue()).toContain("ในวันที่ {{fields.day.text}}</p>");

    // By keys alone: to a part of a question, opened and pressed.
    await admin.getByLabel("วิธีใส่ ค่าน้ำมัน แบบอื่น").focus();
    await admin.keyboard.press("Enter");
    await admin.keyboard.press("Tab");
    await eventually(() => admin.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("เป็นตัวอักษร ของ ค่าน้ำมัน");
    await admin.keyboard.press("Enter");
    await eventually(() => box(admin).inputValue()).toContain("{{fields.day.text}}{{fields.pay.words}}</p>");
    await eventually(() => admin.evaluate(() => document.activeElement?.id)).toBe("p-template");

    // Digits and paper; nothing of the page blinks away meanwhile.
    await admin.getByRole("button", { name: "123" }).click();
    await printed(admin)
      .getByText(/24 พฤศจิกายน 2569/)
      .first()
      .waitFor();
    await admin.getByRole("button", { name: "นอน" }).click();
    await saved(admin);
    expect(await stored<DocumentDefinition>(admin, "document", id)).toMatchObject({ digits: "arabic", paper: "A4-landscape" });
    await admin.getByLabel("กรอกด้วย").selectOption({ label: "ยังไม่กรอก" });
    await eventually(() => printed(admin).innerText()).not.toContain("1,250.50");
    await publish(admin, 1);

    // The form was told when the document was made; published, its records have the button.
    expect((await stored<FormDefinition>(admin, "form", "van")).documents).toEqual([id]);
    await admin.goto(`${served().url}/designer/form/van`);
    await admin.getByRole("link", { name: "เปิด บันทึกขอใช้รถ" }).waitFor();
    await publish(admin, 2);
    const phone = await device("teacher");
    await phone.goto(`${served().url}/forms/van/new`);
    await phone.getByLabel("ไปที่ไหน").fill("สวนสัตว์ขอนแก่น");
    await phone.getByRole("button", { name: /ตรวจทานก่อนส่ง/ }).click();
    await phone.getByRole("button", { name: "ส่ง", exact: true }).click();
    await phone.getByRole("heading", { name: /ส่งแล้ว|ถึง อปท\./ }).waitFor();
    await phone.goto(`${served().url}/mine`);
    await phone.locator("main a[href^='/records/']").first().click();
    const link = phone.getByRole("link", { name: /บันทึกขอใช้รถ/ }).first();
    const page = await phone.request.get(served().url + (await link.getAttribute("href")));
    expect(await page.text()).toMatch(/A4 landscape[\s\S]*สวนสัตว์ขอนแก่น/);

    // A second version, what changed in words, and the way back.
    await admin.goto(`${served().url}/designer/document/${id}`);
    await cursorBehind(admin, "จึงเรียนมา");
    await box(admin).pressSequentially("อีกครั้ง");
    await saved(admin);
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByText("เพิ่มหรือแก้ 1 บรรทัด").waitFor();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 2 แล้ว").waitFor();
    await admin.getByRole("button", { name: "รุ่นก่อน ๆ" }).click();
    await admin.getByRole("button", { name: "กลับไปใช้รุ่นนี้" }).click();
    await admin.getByText("กลับไปใช้แบบของรุ่น 1 แล้ว เป็นรุ่น 3").waitFor();
    expect(await box(admin).inputValue()).not.toContain("อีกครั้ง");
  });

  test("what is wrong is told with its line and the way there, and the last good page stays (journey)", async () => {
    await makeForm("van-2", "ขอใช้รถตู้");
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "ใบขอใช้รถตู้", "ขอใช้รถตู้", "แบบสรุปคำตอบ");
    await printed(admin).getByText("ตัวอย่างไปที่ไหน").waitFor();
    const good = await box(admin).inputValue();

    // A block that is not closed.
    await cursorBehind(admin, "<h1>ใบขอใช้รถตู้</h1>\n");
    await box(admin).pressSequentially("{{#if number}}");
    const checks = admin.getByRole("region", { name: "ตรวจเอกสาร" });
    await checks.getByText("บรรทัด 2: เปิด {{#if}} ไว้แล้วยังไม่ปิด ปิดให้ครบคู่").waitFor();
    await admin.getByText("หน้านี้ยังเป็นแบบก่อนแก้").waitFor();
    await printed(admin).getByText("ตัวอย่างไปที่ไหน").waitFor();
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText(/เผยแพร่ “.*” ไม่ได้/).waitFor();
    await admin.getByRole("button", { name: "ยกเลิก" }).click();
    await checks.getByRole("button", { name: "ไปแก้" }).click();
    const chosen = () =>
      box(admin).evaluate((element) => {
        const area = element as HTMLTextAreaElement;
        return document.activeElement === area ? area.value.slice(area.selectionStart, area.selectionEnd) : "";
      });
    await eventually(chosen).toMatch(/^{{#if number}}<p class="center">/);
    await admin.keyboard.press("Control+z");
    await eventually(() => box(admin).inputValue()).toBe(good);
    await admin.getByText("ไม่มีข้อต้องแก้").waitFor();
    await eventually(() => admin.getByText("หน้านี้ยังเป็นแบบก่อนแก้").isVisible()).toBe(false);

    // A helper that is none, and a field that the form has not: the second is a doubt, and the page comes all the same.
    await box(admin).fill(`${good}\n{{upper number}}`);
    await checks.getByText(new RegExp(`บรรทัด ${good.split("\n").length + 1}: แบบพิมพ์ใช้ {{upper …}} ไม่ได้`)).waitFor();
    await box(admin).fill(`${good}\n<p>จบ {{fields.plaec.text}}</p>`);
    await checks.getByText(/แบบฟอร์ม “ขอใช้รถตู้” ไม่มี fields.plaec/).waitFor();
    await printed(admin).getByText("จบ").waitFor();
    await saved(admin);

    // A link of the page that is pressed leads nowhere for long.
    await box(admin).fill(`${good}<p><a href="/inbox">ทางออก</a></p>\n`);
    await printed(admin).getByText("ทางออก").click();
    await printed(admin).getByText("ทางออก").waitFor();

    // The page stays where it was scrolled to while it is written on.
    const frame = admin.locator("tf-print-frame iframe");
    const scrolled = () => frame.evaluate((element) => (element as HTMLIFrameElement).contentDocument!.documentElement.scrollTop);
    await box(admin).fill(`${good}${"<p>อีกบรรทัด</p>\n".repeat(80)}`);
    await printed(admin).getByText("อีกบรรทัด").nth(79).waitFor();
    await frame.evaluate((element) => (element as HTMLIFrameElement).contentDocument!.documentElement.scrollTo(0, 400));
    await cursorBehind(admin, "<h1>");
    await box(admin).pressSequentially("แบบ");
    await printed(admin).getByText("แบบใบขอใช้รถตู้").waitFor();
    expect(await scrolled()).toBe(400);
    await admin.keyboard.press("Control+z");

    // The page cannot be asked for: said, nothing of the words is lost, and it follows by itself.
    await admin.route("**/preview", (route) => route.abort());
    await box(admin).press("Control+End");
    await box(admin).pressSequentially("<p>กลับมา</p>");
    await later(1_000);
    await admin.getByText("ไม่มีสัญญาณ เนื้อหาที่แก้อยู่ครบ", { exact: false }).waitFor();
    await admin.unroute("**/preview");
    await later(6_000);
    await printed(admin).getByText("กลับมา").waitFor();
    expect(await admin.getByText("ไม่มีสัญญาณ เนื้อหาที่แก้อยู่ครบ", { exact: false }).count()).toBe(0);

    // Reloaded in the very moment of a key: nothing is lost.
    await box(admin).evaluate((element) => {
      const area = element as HTMLTextAreaElement;
      area.value = `${area.value}<p>ทันที</p>`;
      area.dispatchEvent(new Event("input", { bubbles: true }));
      location.reload();
    });
    await eventually(async () => (await stored<DocumentDefinition>(admin, "document", id)).template).toMatch(/ทันที/);
    await saved(admin);
  });

  test("a form prints what its author chooses, steps keep a document and offer another only while something is so (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/form/leave-request`);
    // Made from the form itself, as a copy of another document.
    await admin.getByRole("button", { name: "สร้างเอกสารใหม่" }).click();
    await admin.getByLabel("ชื่อเอกสาร").fill("ใบลาฉบับย่อ");
    await admin.getByText("เอกสารอื่นของเรา", { exact: true }).click();
    await admin.getByLabel("คัดลอกจาก").selectOption({ label: "แบบใบลา" });
    await admin.getByRole("button", { name: "สร้างเอกสาร", exact: true }).click();
    await admin.getByRole("heading", { name: "ใบลาฉบับย่อ", level: 1 }).waitFor();
    const id = idOf(admin);
    await printed(admin).getByText("แบบใบลา").first().waitFor();
    expect((await stored<FormDefinition>(admin, "form", "leave-request")).documents).toEqual(["leave-form", id]);

    await admin.goto(`${served().url}/designer/workflow/leave-approval`);
    // The condition is a sentence over the form's questions.
    await admin.getByRole("switch", { name: "ใบลาฉบับย่อ" }).check();
    await admin.getByLabel("ช่องที่ดู").selectOption({ label: "ประเภทการลา" });
    await admin.getByLabel("ค่าที่เทียบ").selectOption({ label: "ลาป่วย" });
    await saved(admin);
    await admin.locator(".flow-row", { hasText: "ส่งใบลา" }).first().click();
    await admin.getByRole("group", { name: "ทำแล้วเก็บเอกสาร" }).getByText("แบบใบลา").click();
    await saved(admin);
    const workflow = await stored<WorkflowDefinition>(admin, "workflow", "leave-approval");
    expect(workflow.prints).toEqual([{ document: id, when: "leave_type == 'sick'" }]);
    expect(workflow.actions.some(({ effects = [] }) => effects.some(({ type, document }) => type === "document" && document === "leave-form"))).toBe(true);

    // Taken out of the form again by a press; the document itself stays, and offers to be printed.
    await admin.goto(`${served().url}/designer/form/leave-request`);
    await admin.getByRole("group", { name: "เอกสารพิมพ์" }).getByText("ใบลาฉบับย่อ").click();
    await saved(admin);
    await admin.goto(`${served().url}/designer/document/${id}`);
    await admin.getByLabel("ใช้กับแบบฟอร์ม").selectOption({ label: "ใบลา" });
    await admin.getByRole("button", { name: "ให้แบบฟอร์มนี้พิมพ์เอกสารนี้" }).click();
    await eventually(async () => (await stored<FormDefinition>(admin, "form", "leave-request")).documents).toEqual(["leave-form", id]);
  });
});
