// An officer changes the program without a vendor: a form is made in the designer, tried, published, and filled by a teacher on a phone.
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { FormDefinition, WorkingCopy } from "../../schemas/types.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, later, served } = devices("designer");

const item = (page: Page, title: string) =>
  page
    .locator(".item")
    .filter({ has: page.locator(".label", { hasText: title }) })
    .last();
const saved = (page: Page) => eventually(() => page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
const add = (page: Page, kind: string) => page.getByRole("button", { name: kind, exact: true }).click();
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
    // Tried before anybody sees it: the reason stands beside it, in words, and follows the answers.
    await admin.getByRole("button", { name: "ลองกรอก" }).click();
    const why = admin.getByRole("complementary", { name: "ทำไม?" });
    await why.getByText("ซ่อนอยู่").waitFor();
    await why.getByText("ใช้ทำอะไร เป็น ทัศนศึกษา").waitFor();
    await admin.locator("tf-form").getByText("ทัศนศึกษา").click();
    await why.getByText("แสดงอยู่").waitFor();
    await admin.getByRole("button", { name: "กลับไปออกแบบ" }).click();
    await saved(admin);
    expect((await stored(admin, id)).schema.properties.integer_2).toMatchObject({ title: "นักเรียนกี่คน", "x-show": "select == 'o1'" });

    // Pressed twice, in a hurry: it opens once, and stays open.
    await admin.getByRole("button", { name: "เผยแพร่…" }).dblclick();
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
      await admin.getByRole("button", { name: kind, exact: true }).focus();
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

  test("a formula is completed and checked while it is typed, by keys alone (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "ใบเบิกค่าพาหนะ");
    await add(admin, "วันที่ (พ.ศ.)");
    await admin.getByLabel("คำถาม", { exact: true }).fill("วันที่ไป");
    await add(admin, "วันที่ (พ.ศ.)");
    await admin.getByLabel("คำถาม", { exact: true }).fill("วันที่กลับ");
    await add(admin, "คำนวณให้");
    await admin.getByLabel("คำถาม", { exact: true }).fill("จำนวนวัน");
    const box = admin.getByLabel("สูตร", { exact: true });
    await box.fill("");
    await box.pressSequentially("da");
    const offered = admin.getByRole("listbox", { name: "คำที่เลือกได้" });
    // The questions stand beside the names, what a function does beside it.
    await offered.getByRole("option", { name: "วันที่ไป" }).waitFor();
    await offered.getByRole("option", { name: /^days\(from, to\).*รวมทั้งสองวัน/ }).waitFor();
    await box.press("ArrowDown");
    await eventually(() => offered.locator("[aria-selected=true]").innerText()).toContain("วันที่ไป");
    await box.press("Escape");
    await eventually(() => offered.count()).toBe(0);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill("");
    await box.pressSequentially("days");
    await box.press("ArrowDown");
    await box.press("Enter");
    await box.pressSequentially("dat");
    await box.press("ArrowDown");
    await box.press("Tab");
    await box.pressSequentially(", date_");
    await box.press("ArrowDown");
    await box.press("Enter");
    expect(await box.inputValue()).toBe("days(date, date_2");
    await box.pressSequentially(") > 'x'");
    // What is wrong is said before it is saved, and gone when it is mended.
    const wrong = admin.locator("tf-expression .problem");
    await wrong.waitFor();
    for (let n = 0; n < 6; n++) await box.press("Backspace");
    await eventually(() => wrong.count()).toBe(0);
    await saved(admin);
    expect((await stored(admin, id)).schema.properties.computed).toMatchObject({ "x-value": "days(date, date_2)", type: "number" });
    // In the text that a choice is compared with, its choices are offered, by their titles.
    await add(admin, "เลือกหนึ่งข้อ");
    await admin.getByLabel("ตัวเลือกที่ 1", { exact: true }).fill("รถราชการ");
    await add(admin, "ข้อความสั้น");
    await admin.getByRole("tab", { name: "กติกา" }).click();
    await admin.getByRole("switch", { name: "แสดงช่องนี้เมื่อ" }).check();
    await admin.getByRole("button", { name: "แก้เป็นสูตร" }).click();
    await box.pressSequentially("select == '");
    await offered.getByRole("option", { name: "รถราชการ" }).click();
    expect(await box.inputValue()).toBe("select == 'o1'");
  });

  test("words are edited where they stand: a question, a section and a page (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "บันทึกเยี่ยมบ้าน");
    await add(admin, "ข้อความสั้น");
    // By the pointer: twice on the words.
    await item(admin, "ข้อความสั้น").locator(".label").dblclick();
    const here = admin.locator(".in-place");
    await here.fill("ผู้ที่ไปเยี่ยม");
    await here.press("Enter");
    await eventually(() => titles(admin)).toEqual([expect.stringContaining("ผู้ที่ไปเยี่ยม")]);
    // By keys: the focus has come back to the field.
    await admin.keyboard.press("F2");
    await admin.keyboard.type("ชื่อครูที่ไปเยี่ยม");
    await admin.keyboard.press("Escape");
    await admin.keyboard.press("Control+z");
    await admin.keyboard.press("Control+y");
    // A key of the canvas while one writes is a letter, not a command.
    await item(admin, "ชื่อครูที่ไปเยี่ยม").locator(".acts").getByRole("button", { name: "แก้คำตรงนี้" }).click();
    await here.press("End");
    await here.press("Delete");
    await here.press("Backspace");
    await here.pressSequentially("ม");
    await admin.locator(".paper h3").first().dblclick();
    await here.fill("ผู้เยี่ยม");
    await here.press("Enter");
    await admin.locator(".paper h2").dblclick();
    await here.fill("การเยี่ยมบ้าน");
    await here.press("Enter");
    await saved(admin);
    const form = await stored(admin, id);
    expect(form.schema.properties.text).toMatchObject({ title: "ชื่อครูที่ไปเยี่ยม" });
    expect(form.layout).toMatchObject([{ page: expect.anything(), sections: [{ title: "ผู้เยี่ยม", fields: ["text"] }] }]);
    expect(JSON.stringify(form.layout![0]!.page)).toContain("การเยี่ยมบ้าน");
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

  test("without a signal the work stays in the device, and goes on where it was left (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const id = await begin(admin, "ไม่มีสัญญาณ");
    await add(admin, "ข้อความสั้น");
    await admin.getByLabel("คำถาม", { exact: true }).fill("ก่อนสัญญาณหาย");
    await saved(admin);
    await admin.context().setOffline(true);
    await add(admin, "วันที่ (พ.ศ.)");
    await admin.getByLabel("คำถาม", { exact: true }).fill("ตอนไม่มีสัญญาณ");
    await eventually(() => admin.locator("[data-saving]").getAttribute("data-saving")).toBe("offline");
    const at = admin.url();
    await admin.close();
    const again = await admin.context().newPage();
    await again.context().setOffline(false);
    await again.goto(at);
    await eventually(() => titles(again)).toEqual(["ก่อนสัญญาณหาย (ไม่บังคับ)", "ตอนไม่มีสัญญาณ (ไม่บังคับ)"]);
    await saved(again);
    expect(Object.keys((await stored(again, id)).schema.properties)).toEqual(["text", "date"]);
    // The session ended meanwhile: what is typed waits, and goes on after signing in, without another change.
    await again.context().clearCookies();
    await item(again, "ตอนไม่มีสัญญาณ").click();
    await again.getByLabel("คำอธิบายใต้คำถาม").fill("ตอนหมดเวลา");
    await eventually(() => again.locator("[data-saving]").getAttribute("data-saving")).toBe("offline");
    await again.getByLabel("ชื่อผู้ใช้").fill("lao-admin");
    await again.getByLabel("รหัสผ่าน", { exact: true }).fill(served().password);
    await again.getByRole("button", { name: "เข้าสู่ระบบ" }).click();
    await saved(again);
    expect((await stored(again, id)).schema.properties.date!.description).toBe("ตอนหมดเวลา");
    // Reloaded in the very moment of a key.
    await again.getByLabel("คำอธิบายใต้คำถาม").evaluate((box) => {
      (box as HTMLTextAreaElement).value = "พิมพ์แล้วโหลดใหม่ทันที";
      box.dispatchEvent(new Event("input", { bubbles: true }));
      location.reload();
    });
    await eventually(async () => (await stored(again, id)).schema.properties.date!.description).toBe("พิมพ์แล้วโหลดใหม่ทันที");
    await saved(again);
    expect(await again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(" designer/")))).toEqual([]);
    // The answer to publishing is lost on the way: told, and pressed again it is done, once.
    await again.getByRole("button", { name: "เผยแพร่…" }).click();
    await again.route(
      "**/publish",
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await again.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await again.getByText("ไม่มีสัญญาณ ลองใหม่เมื่อสัญญาณกลับมา").waitFor();
    await again.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await again.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    const menus = await (await device("teacher")).request.get(`${served().url}/api/v1/menus`);
    expect(await menus.text()).toContain(`"form":"${id}"`);
  });

  test("two officers on one working copy: nothing of either is overwritten, and the same place is asked about (journey)", async () => {
    const first = await device("lao-admin", 1280, 900);
    const id = await begin(first, "สองคน");
    await add(first, "ข้อความสั้น");
    await first.getByLabel("คำถาม", { exact: true }).fill("ช่องร่วม");
    await saved(first);
    const second = await device("lao-admin", 1280, 900);
    await second.goto(first.url());
    // Each sees that the other is there, and at which field.
    await second.getByText("ท่านเองในอีกหน้าต่าง เปิดแก้อยู่ด้วย").waitFor();
    await item(second, "ช่องร่วม").click();
    await later(10_000);
    await later(10_000);
    await item(first, "ช่องร่วม").getByText("ท่านเองในอีกหน้าต่าง กำลังแก้ช่องนี้").waitFor();
    await second.getByLabel("คำอธิบายใต้คำถาม").fill("คำอธิบายของคนที่สอง");
    await add(first, "วันที่ (พ.ศ.)");
    await saved(first);
    await saved(second);
    await eventually(async () => Object.keys((await stored(first, id)).schema.properties)).toEqual(["text", "date"]);
    await eventually(async () => (await stored(first, id)).schema.properties.text!.description).toBe("คำอธิบายของคนที่สอง");
    // One that goes elsewhere is gone.
    await second.goto(`${served().url}/`);
    await later(60_000);
    await eventually(() => first.getByText("เปิดแก้อยู่ด้วย").count()).toBe(0);
  });

  test("a piece of work from nothing to its first record: steps, a form of ten fields with a table, a menu (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const hand = new Hand(admin);
    // Two steps: sent, and approved by the director.
    await hand.press(admin.getByRole("link", { name: "ออกแบบฟอร์ม" }));
    await hand.press(admin.getByRole("button", { name: "สร้างขั้นตอน" }));
    await hand.write(admin.getByLabel("ชื่อขั้นตอน"), "ขออนุญาตใช้รถ");
    await hand.press(admin.getByRole("button", { name: "สร้างขั้นตอน", exact: true }).last());
    await admin.getByRole("group", { name: "ภาพขั้นตอน" }).waitFor();
    await hand.press(admin.getByRole("button", { name: "เผยแพร่…" }));
    await hand.press(admin.getByRole("button", { name: "เผยแพร่", exact: true }));
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    await hand.press(admin.getByRole("link", { name: "ย้อนกลับ" }));

    await hand.press(admin.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }));
    await hand.write(admin.getByLabel("ชื่อแบบฟอร์ม"), "ขอใช้รถโรงเรียน");
    await hand.press(admin.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }));
    await hand.choose(admin.getByLabel("ขั้นตอนหลังส่ง"), "ขออนุญาตใช้รถ");
    for (const [kind, question] of [
      ["วันที่ (พ.ศ.)", "วันที่ใช้รถ"],
      ["เวลา", "เวลาออก"],
      ["เวลา", "เวลากลับ"],
      ["ข้อความสั้น", "ไปที่ไหน"],
      ["ข้อความยาว", "เพื่ออะไร"],
      ["บุคลากร", "ครูผู้ควบคุม"],
      ["เบอร์โทรศัพท์", "เบอร์มือถือ"],
      ["จำนวนเงิน", "ค่าน้ำมัน"],
      ["ใช่ / ไม่ใช่", "ผู้ปกครองยินยอมแล้ว"],
      ["ตารางหลายแถว", "ผู้เดินทาง"],
    ] as const) {
      await hand.press(admin.getByRole("button", { name: kind, exact: true }));
      await hand.write(admin.getByLabel("คำถาม", { exact: true }), question);
    }
    // The table in hand takes what is added into itself; the one before it is then in hand.
    for (const [kind, question] of [
      ["ข้อความสั้น", "ชื่อ"],
      ["ข้อความสั้น", "ชั้น"],
      ["จำนวนนับ", "อายุ"],
    ] as const) {
      await hand.press(admin.getByRole("button", { name: kind, exact: true }));
      await hand.write(admin.getByLabel("คำถาม", { exact: true }), question);
    }
    await hand.press(admin.getByRole("button", { name: "เผยแพร่…" }));
    await hand.choose(admin.getByLabel("เพิ่มในกลุ่มเมนู"), "กลุ่มใหม่");
    await hand.press(admin.getByRole("button", { name: "เผยแพร่", exact: true }));
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    expect(await admin.locator(".item").count()).toBe(13);

    const phone = await device("teacher");
    await phone.getByRole("link", { name: "เมนู", exact: true }).click();
    await phone.getByRole("link", { name: "ขอใช้รถโรงเรียน" }).click();
    await phone.getByLabel("ไปที่ไหน").fill("สวนสัตว์");
    await phone.getByRole("button", { name: "เพิ่มแถว" }).click();
    await phone.getByLabel(/^ชื่อ/).fill("ด.ช.ทดสอบ");
    await phone.getByRole("button", { name: /ตรวจทานก่อนส่ง/ }).click();
    await phone.getByRole("button", { name: "ส่ง", exact: true }).click();
    await phone.getByRole("heading", { name: /ส่งแล้ว|ถึง อปท\./ }).waitFor();
    const director = await device("director");
    await director
      .getByRole("link", { name: /งานรอฉัน/ })
      .first()
      .click();
    await director.locator("main").getByText("ขอใช้รถโรงเรียน").first().waitFor();
    const minutes = ((hand.presses + hand.texts) * 3) / 60;
    console.log(
      `From nothing to a form in use: ${hand.presses} presses, ${hand.texts} texts of ${hand.letters} letters; ${minutes.toFixed(1)} minutes at three seconds each, ${((hand.presses * 3 + hand.letters * 0.4) / 60).toFixed(1)} with letters at 0.4 s`,
    );
    expect(minutes).toBeLessThan(30);
  });

  test("from a list of questions, then back to an earlier version in one press, and the JSON itself (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await admin.getByRole("link", { name: "ออกแบบฟอร์ม" }).click();
    await admin.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }).click();
    await admin.getByLabel("ชื่อแบบฟอร์ม").fill("จากรายการ");
    await admin.getByLabel("เริ่มจาก").selectOption({ label: "วางรายการคำถาม" });
    await admin.getByLabel("คำถาม บรรทัดละข้อ").fill("1. วันที่ใช้รถ ....\n2. ใช้ทำอะไร (ทัศนศึกษา / ไปราชการ)\n3. ค่าน้ำมัน (บาท)");
    await admin.getByText("จะได้ 3 ช่อง").waitFor();
    await admin.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }).click();
    await eventually(() => titles(admin)).toEqual(["วันที่ใช้รถ (ไม่บังคับ)", "ใช้ทำอะไร (ไม่บังคับ)", "ค่าน้ำมัน (บาท) (ไม่บังคับ)"]);
    const publish = async (n: number) => {
      await admin.getByRole("button", { name: "เผยแพร่…" }).click();
      await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
      await admin.getByText(`เผยแพร่รุ่น ${n} แล้ว`).waitFor();
    };
    await publish(1);
    await item(admin, "ค่าน้ำมัน").click();
    await admin.getByRole("button", { name: "ลบช่อง" }).click();
    await saved(admin);
    await publish(2);
    await admin.getByRole("button", { name: "รุ่นก่อน ๆ" }).click();
    // Any two set side by side.
    const compare = admin.getByRole("region", { name: "เทียบสองรุ่น" });
    await compare.getByText("เหมือนกัน").waitFor();
    await compare.getByLabel("รุ่นก่อน", { exact: true }).selectOption({ label: "รุ่น 1" });
    await compare.getByText(/เอาช่อง “ค่าน้ำมัน \(บาท\)” ออก/).waitFor();
    await compare.getByLabel("รุ่นก่อน", { exact: true }).selectOption({ label: "รุ่น 2" });
    await compare.getByLabel("รุ่นหลัง", { exact: true }).selectOption({ label: "รุ่น 1" });
    await compare.getByText("เพิ่มช่อง “ค่าน้ำมัน (บาท)”").waitFor();
    await admin.getByRole("button", { name: "กลับไปใช้รุ่นนี้" }).click();
    await admin.getByText("กลับไปใช้แบบของรุ่น 1 แล้ว เป็นรุ่น 3").waitFor();
    expect((await titles(admin)).length).toBe(3);
    // The JSON: what cannot be read is told and changes nothing; what can is one step that is undone like any other.
    await admin.getByRole("button", { name: "JSON", exact: true }).click();
    const json = admin.getByRole("textbox", { name: "JSON ของสำเนาแก้ไข" });
    const text = await json.inputValue();
    await json.fill(text.replace("{", "{{"));
    await admin.getByRole("button", { name: "ใช้ JSON นี้" }).click();
    await admin.getByText(/อ่าน JSON ไม่ได้/).waitFor();
    await json.fill(text.replace("ใช้ทำอะไร", "ใช้เพื่ออะไร"));
    await admin.getByRole("button", { name: "ใช้ JSON นี้" }).click();
    await item(admin, "ใช้เพื่ออะไร").waitFor();
    await admin.getByRole("button", { name: /^ย้อนกลับ: แก้ JSON/ }).click();
    await item(admin, "ใช้ทำอะไร").waitFor();
    // A field that no section shows stays in reach, and is put on the page with one press.
    const loose = JSON.parse(text) as FormDefinition;
    const shown = loose.layout![0]!.sections[0]!;
    shown.fields = shown.fields.slice(1);
    await admin.getByRole("button", { name: "JSON", exact: true }).click();
    await json.fill(JSON.stringify(loose));
    await admin.getByRole("button", { name: "ใช้ JSON นี้" }).click();
    await admin.getByRole("group", { name: "ช่องที่ยังไม่ได้วางในหน้าใด (1)" }).getByText("วันที่ใช้รถ").waitFor();
    expect(await titles(admin)).toHaveLength(2);
    await admin.getByRole("button", { name: "วางช่อง วันที่ใช้รถ ในหน้านี้" }).click();
    await item(admin, "วันที่ใช้รถ").waitFor();
    expect(await titles(admin)).toHaveLength(3);
    expect(await admin.getByText("ช่องที่ยังไม่ได้วาง").count()).toBe(0);
    // A page without any section takes a field all the same.
    await admin.getByRole("button", { name: "JSON", exact: true }).click();
    await json.fill(JSON.stringify({ ...loose, layout: [{ page: "หน้าว่าง", sections: [] }] }));
    await admin.getByRole("button", { name: "ใช้ JSON นี้" }).click();
    await admin.getByRole("group", { name: "ช่องที่ยังไม่ได้วางในหน้าใด (3)" }).waitFor();
    await add(admin, "วันที่ (พ.ศ.)");
    await eventually(() => titles(admin)).toHaveLength(1);
    // Thai is what the panel changes; the English of a page and a section stays.
    const section = { id: "s", title: { th: "ส่วน", en: "Section" }, fields: ["date"] };
    await admin.getByRole("button", { name: "JSON", exact: true }).click();
    await json.fill(JSON.stringify({ ...loose, layout: [{ page: { th: "หน้า", en: "Page" }, sections: [section] }] }));
    await admin.getByRole("button", { name: "ใช้ JSON นี้" }).click();
    await admin.getByRole("heading", { name: "ส่วน", exact: true }).click();
    await admin.getByLabel("ชื่อส่วน").fill("ส่วนใหม่");
    await admin.getByRole("heading", { name: "หน้า", exact: true }).click();
    await admin.getByLabel("ชื่อหน้า").fill("หน้าใหม่");
    await saved(admin);
    expect((await stored(admin, new URL(admin.url()).pathname.split("/").at(-1)!)).layout).toMatchObject([
      { page: { th: "หน้าใหม่", en: "Page" }, sections: [{ title: { th: "ส่วนใหม่", en: "Section" } }] },
    ]);
  });

  test("a menu by drag and by keys, as others see it; a code list pasted from a spreadsheet; steps in a picture (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/menu/staff`);
    const labels = () => admin.locator(".menu-item b").allInnerTexts();
    await eventually(labels).toEqual(["ใบลา", "ทะเบียนวันลา"]);
    await admin
      .locator(".menu-item")
      .nth(1)
      .dragTo(admin.locator(".menu-item").first(), { targetPosition: { x: 90, y: 4 } });
    await eventually(labels).toEqual(["ทะเบียนวันลา", "ใบลา"]);
    await admin.locator(".menu-item").first().focus();
    await admin.keyboard.press("Alt+ArrowDown");
    await eventually(labels).toEqual(["ใบลา", "ทะเบียนวันลา"]);
    await admin.keyboard.press("Alt+ArrowRight");
    await eventually(() => admin.locator(".menu-item").nth(1).getAttribute("data-parent")).toBe("leave");
    await admin.keyboard.press("Control+z");
    await eventually(() => admin.locator(".menu-item").nth(1).getAttribute("data-parent")).toBe(null);
    await admin.getByLabel("ดูในฐานะ").selectOption({ index: 0 });
    await admin.locator(".seen-items li").first().waitFor();
    await saved(admin);

    await admin.goto(`${served().url}/designer`);
    await admin.getByRole("button", { name: "สร้างรายการรหัส" }).click();
    const cell = admin.locator('input[data-at="0"][data-column="id"]');
    await cell.focus();
    await admin.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "red\tแดง\nblue\tน้ำเงิน\n");
      document.activeElement!.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await eventually(() => admin.locator("tbody tr").count()).toBe(2);
    await saved(admin);
    expect(await admin.getByText("ไม่มีข้อต้องแก้").isVisible()).toBe(true);
    // Days in the Buddhist era, as they are typed everywhere.
    await admin.getByLabel("เพิ่มคอลัมน์").selectOption({ label: "ใช้ตั้งแต่" });
    const day = admin.getByLabel("ใช้ตั้งแต่ แถวที่ 2");
    await day.fill("1/10/2569");
    await day.press("Tab");
    expect(await day.inputValue()).toBe("1 ต.ค. 2569");
    await saved(admin);
    const codes = (await (
      await admin.request.get(`${served().url}/api/v1/definitions/codes/${new URL(admin.url()).pathname.split("/").at(-1)}`)
    ).json()) as WorkingCopy;
    expect((codes.definition as { rows: unknown[] }).rows).toEqual([
      { id: "red", title: "แดง" },
      { id: "blue", title: "น้ำเงิน", from: "2026-10-01" },
    ]);

    await admin.goto(`${served().url}/designer/workflow/leave-approval`);
    await admin.getByRole("button", { name: "สถานะ รอ ผอ.รร." }).click();
    expect(await admin.getByLabel("ชื่อสถานะ").inputValue()).toBe("รอ ผอ.รร.");
    await admin.getByLabel("ชื่อสถานะ").fill("รอผู้อำนวยการ");
    await admin.getByRole("button", { name: "สถานะ รอผู้อำนวยการ" }).waitFor();
    await saved(admin);
  });

  test("the same piece of work with the keyboard alone (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    const keys = new Keys(admin);
    await keys.to("ออกแบบฟอร์ม");
    await keys.press("Enter");
    await admin.getByRole("heading", { name: "แบบฟอร์มและเมนูของเรา" }).waitFor();
    await keys.to("สร้างขั้นตอน");
    await keys.press("Enter");
    await keys.to("ชื่อขั้นตอน");
    await keys.type("ขอยืมสนาม");
    await keys.press("Enter");
    await admin.getByRole("group", { name: "ภาพขั้นตอน" }).waitFor();
    await keys.to("เผยแพร่…");
    await keys.press("Enter");
    await admin.getByRole("dialog").waitFor();
    await keys.to("เผยแพร่");
    await keys.press("Enter");
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    await keys.to("ย้อนกลับ");
    await keys.press("Enter");
    await admin.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }).waitFor();
    await keys.to("สร้างแบบฟอร์มใหม่");
    await keys.press("Enter");
    await keys.to("ชื่อแบบฟอร์ม");
    await keys.type("ขอยืมสนามกีฬา");
    await keys.press("Enter");
    await admin.locator(".paper").waitFor();
    await keys.to("ขั้นตอนหลังส่ง");
    await keys.type("ขอยืม");
    for (const [kind, question] of [
      ["วันที่", "วันที่ใช้"],
      ["เวลา", "เวลาเริ่ม"],
      ["เวลา", "เวลาเลิก"],
      ["ข้อความสั้น", "ใช้ทำอะไร"],
      ["ข้อความยาว", "รายละเอียด"],
      ["บุคลากร", "ผู้รับผิดชอบ"],
      ["เบอร์", "เบอร์มือถือ"],
      ["จำนวนเงิน", "เงินประกัน"],
      ["ใช่", "มีเครื่องเสียงหรือไม่"],
      ["ตาราง", "อุปกรณ์ที่ยืม"],
      ["ข้อความสั้น", "รายการ"],
      ["จำนวนนับ", "จำนวน"],
      ["ข้อความสั้น", "สภาพ"],
    ] as const) {
      await keys.press("Escape");
      await keys.press("/");
      await keys.type(kind);
      await keys.press("Enter");
      await eventually(() => admin.evaluate(() => document.activeElement?.id)).toBe("p-question");
      await keys.type(question);
    }
    await keys.press("Escape");
    await keys.press("/");
    await keys.press("Shift+Tab");
    await keys.press("Enter");
    await admin.getByRole("dialog").waitFor();
    await keys.to("เพิ่มในกลุ่มเมนู");
    await keys.press("End");
    await keys.to("เผยแพร่");
    await keys.press("Enter");
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    expect(await admin.locator(".item").count()).toBe(13);
    expect(await admin.locator(".item .item").count()).toBe(3);
    const phone = await device("teacher");
    await phone.getByRole("link", { name: "เมนู", exact: true }).click();
    await phone.getByRole("link", { name: "ขอยืมสนามกีฬา" }).waitFor();
    console.log(
      `With the keyboard alone: ${keys.presses} keys and ${keys.letters} letters; ${((keys.presses * 3 + keys.letters * 0.4) / 60).toFixed(1)} minutes at three seconds a key and 0.4 s a letter`,
    );
  });
});

/** A person without a pointer: Tab until the thing has the focus, and no further. */
class Keys {
  presses = 0;
  letters = 0;

  constructor(readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.presses++;
    await this.page.keyboard.press(key);
  }
  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }
  async to(name: string): Promise<void> {
    const named = () =>
      this.page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        const label = at?.id ? document.querySelector(`label[for="${at.id}"]`)?.textContent : undefined;
        return (at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "").trim();
      });
    for (let tries = 0; tries < 120; tries++) {
      if ((await named()) === name) return;
      await this.press("Tab");
    }
    throw new Error(`Tab does not reach ${name}`);
  }
}

/** Counts what a person does. */
class Hand {
  presses = 0;
  texts = 0;
  letters = 0;

  constructor(readonly page: Page) {}

  async press(target: ReturnType<Page["locator"]>): Promise<void> {
    this.presses++;
    await target.click();
  }
  async write(target: ReturnType<Page["locator"]>, text: string): Promise<void> {
    this.texts++;
    this.letters += text.length;
    await target.fill(text);
  }
  async choose(target: ReturnType<Page["locator"]>, label: string): Promise<void> {
    this.presses += 2;
    await target.selectOption({ label });
  }
}
