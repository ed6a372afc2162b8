// An officer's sheet becomes a form, and its rows the form's records: corrected, checked, sent once, also over a reload.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { RecordList } from "../../schemas/types.js";
import { excelFile } from "../help/xlsx.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, served, speaker, picture } = devices("import");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const csv = (name: string, lines: string[]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${lines.join("\r\n")}`) });
const list = async (page: Page, form: string) =>
  ((await (await page.request.get(`${served().url}/api/v1/forms/${form}/records?limit=100`)).json()) as RecordList).items;
const publish = async (page: Page) => {
  await page.getByRole("button", { name: "เผยแพร่…" }).click();
  await page.getByRole("button", { name: "เผยแพร่", exact: true }).click();
  await page.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
};

async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' ')))",
  )) as string[];
  expect(found).toEqual([]);
}

describe.skipIf(!possible)("rows of a file as records", () => {
  test("a sheet with Buddhist-era days becomes a form, its good rows records, its bad row a file to mend (journey)", async () => {
    const admin = await device("lao-admin", 1280, 900);
    await admin.getByRole("link", { name: "ออกแบบฟอร์ม" }).click();
    await admin.getByRole("button", { name: "สร้างแบบฟอร์มใหม่" }).click();
    await admin.getByLabel("ชื่อแบบฟอร์ม").fill("ทะเบียนครุภัณฑ์");
    await admin.getByLabel("เริ่มจาก").selectOption("sheet");
    await admin
      .getByLabel("เลือกไฟล์", { exact: true })
      .setInputFiles(
        csv("ครุภัณฑ์.csv", [
          "ทะเบียนครุภัณฑ์ ปี 2569,,,,,",
          "รายการ,วันที่ได้มา,ราคา (บาท),สภาพ,ใช้งานอยู่,ลำดับ",
          'โต๊ะครู,15/5/2567,"1,440.50",ดี,ใช่,1',
          "เครื่องพิมพ์,๒ ม.ค. ๒๕๖๘,5900.00,ชำรุด,ไม่ใช่,2",
          ",,,,,",
          "พัดลม,31/12/2568,890.00,ดี,ใช่,3",
          "ตู้เอกสาร,1/2/2568,3200.00,ดี,ใช่,4",
        ]),
      );
    // What was guessed is corrected in place; a column that nobody needs is left out.
    await admin.getByText("6 คอลัมน์จะเป็นช่องในแบบฟอร์ม").waitFor();
    const kind = (column: string) => admin.getByLabel(`ชนิดช่องของคอลัมน์ ${column}`, { exact: true });
    expect(await Promise.all(["วันที่ได้มา", "ราคา (บาท)", "สภาพ", "ใช้งานอยู่"].map((one) => kind(one).inputValue()))).toEqual(["date", "money", "select", "yes-no"]);
    await admin.getByLabel("คำถามของคอลัมน์ รายการ", { exact: true }).fill("ชื่อครุภัณฑ์");
    await admin.getByLabel("ต้องตอบคอลัมน์ รายการ", { exact: true }).check();
    await admin.getByRole("checkbox", { name: /^ลำดับ/ }).uncheck();
    await picture(admin, "import-start");
    await accessible(admin);
    await admin.getByRole("button", { name: "สร้างแบบฟอร์ม", exact: true }).click();
    await admin.getByRole("heading", { name: "ทะเบียนครุภัณฑ์", level: 1 }).waitFor();
    const id = new URL(admin.url()).pathname.split("/").at(-1)!;
    await admin.getByText("ข้อมูล 4 แถวจาก ครุภัณฑ์.csv รออยู่ในเครื่องนี้").waitFor();
    await publish(admin);
    await picture(admin, "import-published");
    await accessible(admin);

    // The rows that waited are matched already. One is broken on purpose in another file, taken instead.
    await admin.getByRole("link", { name: "นำเข้าข้อมูล 4 แถวเป็นรายการ" }).click();
    await admin.getByRole("heading", { name: "จับคู่คอลัมน์กับช่อง" }).waitFor();
    const field = (column: string) => admin.getByLabel(`ช่องของคอลัมน์ ${column}`, { exact: true });
    expect(await field("รายการ").locator("option:checked").innerText()).toBe("ชื่อครุภัณฑ์ (ข้อความสั้น)");
    expect(await field("ลำดับ").inputValue()).toBe("");
    await admin
      .getByLabel("เลือกไฟล์อื่น")
      .setInputFiles(
        csv("แก้แล้ว.csv", [
          "ชื่อครุภัณฑ์,วันที่ได้มา,ราคา (บาท),สภาพ,ใช้งานอยู่",
          'โต๊ะครู,15/5/2567,"1,440.50",ดี,ใช่',
          "เครื่องพิมพ์,31/2/2568,5900.00,พอใช้,ไม่ใช่",
          "พัดลม,31/12/2568,890.00,ดี,ใช่",
          "พัดลม,31/12/2568,890.00,ดี,ใช่",
        ]),
      );
    await picture(admin, "import-match");
    await accessible(admin);
    await admin.getByRole("button", { name: "ตรวจทั้ง 4 แถว" }).click();
    await admin.getByText("นำเข้าได้ 2 แถว", { exact: true }).waitFor();
    await admin.getByText("มีข้อสังเกต 1 แถว", { exact: true }).waitFor();
    await admin.getByText("ต้องแก้ 1 แถว", { exact: true }).waitFor();
    const wrong = admin.getByRole("table", { name: "แถวที่ต้องแก้" });
    expect((await wrong.locator("tbody tr").allInnerTexts()).map((line) => line.split("\t"))).toEqual([
      ["3", "วันที่ได้มา", "31/2/2568", "ไม่มีวันที่ 31 ในเดือนกุมภาพันธ์ พ.ศ. 2568"],
      ["", "สภาพ", "พอใช้", "“พอใช้” ไม่มีในตัวเลือกของ “สภาพ” พิมพ์ให้ตรงกับข้อใดข้อหนึ่ง: ชำรุด, ดี"],
    ]);
    await admin.getByText("เหมือนแถวที่ 4 ของไฟล์ทุกช่อง").waitFor();
    await picture(admin, "import-checked");
    await accessible(admin);
    const [download] = await Promise.all([admin.waitForEvent("download"), admin.getByRole("button", { name: "ดาวน์โหลด 1 แถวนี้เป็น CSV" }).click()]);
    const mended = readFileSync((await download.path())!, "utf8");
    expect(mended.split("\r\n")[1]).toMatch(/^3,เครื่องพิมพ์,31\/2\/2568,5900.00,พอใช้,ไม่ใช่,"?ไม่มีวันที่ 31/);
    expect(await list(admin, id)).toEqual([]);

    await admin.getByRole("button", { name: "นำเข้า 2 แถวเป็นรายการ" }).click();
    await admin.getByRole("heading", { name: "นำเข้าแล้ว 2 รายการ" }).waitFor();
    await admin.getByText("ไม่ได้ส่ง 2 แถวที่ตรวจไม่ผ่านหรือมีข้อสังเกต").waitFor();
    await picture(admin, "import-done");
    await accessible(admin);
    await admin.getByRole("link", { name: "ดูรายการ ทะเบียนครุภัณฑ์" }).click();
    await admin.getByRole("heading", { name: "ทะเบียนครุภัณฑ์", level: 1 }).waitFor();
    await eventually(async () => (await list(admin, id)).length).toBe(2);
    await admin.getByRole("row", { name: /โต๊ะครู/ }).waitFor();

    // The mended file, with the rows that are records already: only the new one is sent.
    await admin.getByRole("link", { name: "นำเข้าจากไฟล์" }).click();
    await admin.getByRole("button", { name: "นำเข้าไฟล์อื่น" }).click();
    await admin
      .getByLabel("เลือกไฟล์อื่น")
      .setInputFiles(
        csv("รอบสอง.csv", [
          "ชื่อครุภัณฑ์,วันที่ได้มา,ราคา (บาท),สภาพ,ใช้งานอยู่",
          'โต๊ะครู,15/5/2567,"1,440.50",ดี,ใช่',
          "เครื่องพิมพ์,28/2/2568,5900.00,ชำรุด,ไม่ใช่",
          "พัดลม,31/12/2568,890.00,ดี,ใช่",
        ]),
      );
    await admin.getByRole("button", { name: "ตรวจทั้ง 3 แถว" }).click();
    await admin.getByText("มีข้อสังเกต 2 แถว", { exact: true }).waitFor();
    await admin.getByRole("button", { name: "นำเข้า 1 แถวเป็นรายการ" }).click();
    await admin.getByRole("heading", { name: "นำเข้าแล้ว 1 รายการ" }).waitFor();
    await eventually(async () => (await list(admin, id)).length).toBe(3);

    // The rows that were kept all the while: those that are records already are told, and the others sent.
    await admin.getByRole("button", { name: "นำเข้าไฟล์อื่น" }).click();
    await admin.getByRole("button", { name: "ใช้ข้อมูล 4 แถวจาก ครุภัณฑ์.csv" }).click();
    await admin.getByRole("button", { name: "ตรวจทั้ง 4 แถว" }).click();
    await admin.getByText("มีข้อสังเกต 2 แถว", { exact: true }).waitFor();
    await admin.getByRole("button", { name: "นำเข้า 2 แถวเป็นรายการ" }).click();
    await admin.getByRole("heading", { name: "นำเข้าแล้ว 2 รายการ" }).waitFor();
    await eventually(async () => (await list(admin, id)).length).toBe(5);
    await admin.getByRole("button", { name: "นำเข้าไฟล์อื่น" }).click();
    // They are no longer in this device.
    await admin.getByLabel("เลือกไฟล์ Excel หรือ CSV").waitFor();
  });

  test("reloaded in the middle, without a signal and paused, every row is a record once; refused ones say why (journey)", async () => {
    const clerk = await speaker("lao-admin");
    await clerk.publish({
      kind: "form",
      id: "bus-log",
      title: "บันทึกรถ",
      access: { create: ["lao-admin"], list: ["education-office"] },
      keys: [{ fields: ["no"], on: "refuse", within: "lao" }],
      schema: {
        type: "object",
        required: ["no"],
        properties: {
          no: { "x-id": "aaaaaaaaa1", "x-field": "integer", type: "integer", title: "เที่ยวที่" },
          to: { "x-id": "aaaaaaaaa2", "x-field": "text", type: "string", title: "ปลายทาง" },
        },
      },
      layout: [{ page: "หน้า", sections: [{ id: "main", fields: ["no", "to"] }] }],
    } as never);
    const admin = await device("lao-admin", 1280, 900);
    // No more answers than these for now; what is sent arrives all the same.
    let answered = 0;
    let most = 70;
    await admin.route("**/api/v1/actions", async (route) => {
      const answer = await route.fetch();
      if (++answered > most) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await admin.goto(`${served().url}/forms/bus-log`);
    await admin.getByRole("link", { name: "นำเข้าจากไฟล์" }).click();
    // An Excel file is read in the browser as well, also one so large that its library would rather have others unpack it. Its numbers and days are cells, not texts.
    const excel = { name: "เที่ยวรถ.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
    await admin.getByLabel("เลือกไฟล์ Excel หรือ CSV").setInputFiles({
      ...excel,
      buffer: excelFile([
        ["เที่ยวที่", "ปลายทาง", "วันที่"],
        [1001, "วัดทุ่ง", { day: 45427 }],
        [],
        [1002, "วัดปรือ", { day: 45428 }],
        ...Array.from({ length: 5000 }, (_, n) => [n + 2000, `วัดที่ ${n} ของทะเบียนยาว`, { day: 45427 }]),
      ]),
    });
    await admin.getByRole("button", { name: "ตรวจทั้ง 5002 แถว" }).waitFor();
    await admin.getByRole("row", { name: /วันที่/ }).getByText("2024-05-15 · 2024-05-16").waitFor();
    await admin.getByRole("row", { name: /เที่ยวที่/ }).getByText("1001 · 1002 · 2000").waitFor();
    const rows = Array.from({ length: 160 }, (_, n) => `${n + 1},วัดที่ ${n + 1},${n % 2 ? "รร. เทศบาล 1" : "โรงเรียนเทศบาล 2 (บ้านหนองปรือ)"}`);
    await admin.getByLabel("เลือกไฟล์อื่น").setInputFiles(csv("เที่ยวรถ.csv", ["เที่ยวที่,ปลายทาง,โรงเรียน", ...rows, "7,ซ้ำ,รร. เทศบาล 1"]));
    await eventually(() => admin.getByLabel("หน่วยงานเจ้าของรายการ").locator("option:checked").innerText()).toBe("ตามชื่อในคอลัมน์ โรงเรียน");
    await admin.getByRole("button", { name: "ตรวจทั้ง 161 แถว" }).click();
    await admin.getByRole("button", { name: "นำเข้า 161 แถวเป็นรายการ" }).click();
    await admin.getByText("ไม่มีสัญญาณ จะทำต่อเองเมื่อสัญญาณกลับมา").waitFor();
    await accessible(admin);
    await picture(admin, "import-held");
    expect(answered).toBeGreaterThan(70);
    most = Number.POSITIVE_INFINITY;
    await admin.reload();
    await admin.getByRole("button", { name: "พักไว้" }).click();
    await admin.getByRole("heading", { name: "พักการนำเข้าไว้" }).waitFor();
    await admin.reload();
    await admin.getByRole("button", { name: "ทำต่อ" }).click();
    await admin.getByRole("heading", { name: "นำเข้าแล้ว 160 รายการ" }).waitFor({ timeout: 60_000 });
    await admin.getByRole("heading", { name: "แถวที่ไม่ได้นำเข้า" }).waitFor();
    expect(await admin.getByRole("table", { name: "แถวที่ไม่ได้นำเข้า" }).locator("tbody tr").count()).toBe(1);
    // Each once, and of the school that its cell names.
    const all: RecordList["items"] = [];
    for (let after = ""; ; ) {
      const page = await clerk.must<RecordList>("GET", `/api/v1/forms/bus-log/records?limit=100${after && `&after=${encodeURIComponent(after)}`}`);
      all.push(...page.items);
      if (!page.next) break;
      after = page.next;
    }
    expect(all).toHaveLength(160);
    expect(all.filter(({ place }) => (place as { th: string }).th.includes("เทศบาล 2"))).toHaveLength(80);
  });

  test("given up in the middle, what was sent and not answered is told apart; only who may fill the form may import (journey)", async () => {
    const clerk = await speaker("lao-admin");
    const form = (id: string, create: string[]) => ({
      kind: "form",
      id,
      title: "สมุดเยี่ยม",
      access: { create, list: ["education-office"] },
      schema: { type: "object", properties: { guest: { "x-id": "aaaaaaaaa3", "x-field": "text", type: "string", title: "ผู้มาเยี่ยม" } } },
      layout: [{ page: "หน้า", sections: [{ id: "main", fields: ["guest"] }] }],
    });
    await clerk.publish(form("guest-book", ["lao-admin"]));
    await clerk.publish(form("staff-book", ["teacher"]));
    const admin = await device("lao-admin", 1280, 900);
    // Ten answers come; those after them are lost, though the rows arrive.
    let asked = 0;
    await admin.route("**/api/v1/actions", async (route) => {
      const lost = ++asked > 10;
      const answer = await route.fetch();
      if (lost) await route.abort();
      else await route.fulfill({ response: answer });
    });
    await admin.goto(`${served().url}/designer?import=guest-book`);
    const visits = csv("สมุดเยี่ยม.csv", ["ผู้มาเยี่ยม,ลำดับ", ...Array.from({ length: 30 }, (_, n) => `ผู้ใหญ่บ้านหมู่ ${n + 1},${n}`)]);
    await admin.getByLabel("เลือกไฟล์ Excel หรือ CSV").setInputFiles(visits);
    await admin.getByRole("button", { name: "ตรวจทั้ง 30 แถว" }).click();
    await admin.getByRole("button", { name: "นำเข้า 30 แถวเป็นรายการ" }).click();
    await admin.getByText("ไม่มีสัญญาณ จะทำต่อเองเมื่อสัญญาณกลับมา").waitFor();
    await admin.getByRole("button", { name: "ยกเลิกแถวที่เหลือ" }).click();
    await admin.getByRole("dialog").getByRole("button", { name: "ยกเลิกแถวที่เหลือ" }).click();
    await admin.getByRole("heading", { name: "นำเข้าแล้ว 10 รายการ" }).waitFor();
    const told = (words: RegExp) => admin.getByText(words).innerText();
    const uncertain = Number(/\d+/.exec(await told(/ส่งไปแล้วแต่ยังไม่ได้รับคำตอบ/))![0]);
    const cancelled = Number(/\d+/.exec(await told(/^ยกเลิก \d+ แถวที่เหลือ/))![0]);
    expect(uncertain).toBeGreaterThan(0);
    expect(10 + uncertain + cancelled).toBe(30);
    await eventually(async () => (await list(admin, "guest-book")).length).toBe(10 + uncertain);
    // The same file again: what is, or may be, a record is asked about, the rest is new.
    await admin.unroute("**/api/v1/actions");
    await admin.getByRole("button", { name: "นำเข้าไฟล์อื่น" }).click();
    await admin.getByLabel("เลือกไฟล์ Excel หรือ CSV").setInputFiles(visits);
    await admin.getByRole("button", { name: "ตรวจทั้ง 30 แถว" }).click();
    await admin.getByText(`มีข้อสังเกต ${10 + uncertain} แถว`, { exact: true }).waitFor();
    await admin.getByRole("button", { name: `นำเข้า ${cancelled} แถวเป็นรายการ` }).click();
    await admin.getByRole("heading", { name: `นำเข้าแล้ว ${cancelled} รายการ` }).waitFor();
    await eventually(async () => (await list(admin, "guest-book")).length).toBe(30);

    await admin.goto(`${served().url}/designer?import=staff-book`);
    await admin.getByText("ท่านยังกรอกแบบฟอร์มนี้ไม่ได้ จึงนำเข้าไม่ได้").waitFor();
    await admin.goto(`${served().url}/designer?import=no-such-form`);
    await admin.getByText("แบบฟอร์มนี้ยังไม่ได้ใช้งาน").waitFor();
    await accessible(admin);
    const teacher = await device("teacher", 1280, 900);
    await teacher.goto(`${served().url}/forms/staff-book`);
    await teacher.goto(`${served().url}/designer?import=staff-book`);
    await teacher.getByText("การนำเข้าจากไฟล์เป็นงานของผู้ดูแลระบบของ อปท.").waitFor();
  });

  test("another window changes nothing of an import that one is at: neither stops it nor writes its own over it (journey)", async () => {
    const clerk = await speaker("lao-admin");
    await clerk.publish({
      kind: "form",
      id: "key-book",
      title: "สมุดยืมกุญแจ",
      access: { create: ["lao-admin"], list: ["education-office"] },
      keys: [{ fields: ["no"], on: "refuse", within: "lao" }],
      schema: { type: "object", properties: { no: { "x-id": "aaaaaaaaa4", "x-field": "integer", type: "integer", title: "กุญแจที่" } } },
      layout: [{ page: "หน้า", sections: [{ id: "main", fields: ["no"] }] }],
    } as never);
    const first = await device("lao-admin", 1280, 900);
    const second = await first.context().newPage();
    const rows = (name: string, from: number) => csv(name, ["กุญแจที่,ห้อง", ...Array.from({ length: 120 }, (_, n) => `${(n + from) % 118},${n}`)]);
    const checked = async (page: Page, file: ReturnType<typeof csv>) => {
      await page.goto(`${served().url}/designer?import=key-book`);
      await page.getByLabel("เลือกไฟล์ Excel หรือ CSV").setInputFiles(file);
      await page.getByRole("button", { name: "ตรวจทั้ง 120 แถว" }).click();
      await page.locator("label.pick", { hasText: "นำเข้าแถวที่มีข้อสังเกต" }).click();
      await page.getByRole("button", { name: "นำเข้า 120 แถวเป็นรายการ" }).waitFor();
    };
    await checked(first, rows("แรก.csv", 0));
    await checked(second, rows("สอง.csv", 1000));
    let answered = 0;
    let most = 60;
    await first.route("**/api/v1/actions", async (route) => (++answered > most ? route.abort() : route.continue()));
    await first.getByRole("button", { name: "นำเข้า 120 แถวเป็นรายการ" }).click();
    await first.getByText("ไม่มีสัญญาณ จะทำต่อเองเมื่อสัญญาณกลับมา").waitFor();

    // The rows of the first stay its own, and only it stops them.
    await second.getByRole("button", { name: "นำเข้า 120 แถวเป็นรายการ" }).click();
    await second.locator("[role=status]", { hasText: "กำลังนำเข้าอยู่ในอีกหน้าต่างหนึ่ง" }).first().waitFor();
    await second.getByText("60 จาก 120").or(second.getByText("50 จาก 120")).first().waitFor();
    expect(await second.getByRole("button", { name: "พักไว้" }).count()).toBe(0);
    expect(await second.getByRole("button", { name: "ยกเลิกแถวที่เหลือ" }).count()).toBe(0);

    // Its window is closed; the other goes on from where it was, and tells of all its rows.
    most = Number.POSITIVE_INFINITY;
    await first.close();
    await second.getByRole("heading", { name: "นำเข้าแล้ว 118 รายการ" }).waitFor({ timeout: 60_000 });
    expect(await second.getByRole("table", { name: "แถวที่ไม่ได้นำเข้า" }).locator("tbody tr").count()).toBe(2);
  });
});
