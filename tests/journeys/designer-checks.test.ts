// What is wrong with a definition is told in Thai and put right by one press; who may do what is chosen and holds; a state opens one section, and only that.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import type { CompiledForm } from "../../engine/compile/compiled.js";
import { changesBetween } from "../../engine/record/changes.js";
import type { ActionDone, Fillable, FormDefinition, RecordView, WorkflowDefinition, WorkingCopy } from "../../schemas/types.js";
import type { Answers } from "../help/cases.js";
import { counter } from "../help/scenario.js";
import type { Speaker, Spoken } from "./help/api.js";
import { devices, eventually, possible } from "./help/device.js";

const { device, served, speaker, now, picture } = devices("designer-checks");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const newId = counter(5_000);

const form = (id: string, title: string, properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  kind: "form",
  id,
  title,
  unit: "school",
  schema: { type: "object", properties },
  ...more,
});
const text = (title: string, more: Record<string, unknown> = {}) => ({ "x-field": "text", type: "string", title, ...more });
const put = (who: Speaker, definition: { kind: string; id: string }, rev = 0) =>
  who.must<WorkingCopy>("PUT", `/api/v1/definitions/${definition.kind}/${definition.id}`, definition, { "if-match": String(rev) });

async function stored<T>(who: Speaker, kind: string, id: string): Promise<T> {
  return (await who.must<WorkingCopy>("GET", `/api/v1/definitions/${kind}/${id}`)).definition as T;
}
const saved = (page: Page) => eventually(() => page.locator("[data-saving]").getAttribute("data-saving")).toBe("saved");
const checks = (page: Page) => page.getByRole("region", { name: /^ตรวจ(แบบฟอร์ม|ขั้นตอน)$/ });

/** Nothing that keeps people out: as the page looks now. */
async function accessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // Colours on their way from one look to the other are neither.
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const found = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")) as {
      id: string;
      impact: string;
      nodes: { html: string }[];
    }[];
    const serious = found.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html).join("\n")}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
}

/** Somebody does an action over the interface, as a program would. */
async function act(who: Speaker, type: string, record: string | undefined, answers: Answers, of: string, comment?: string): Promise<Spoken> {
  const view = record === undefined ? undefined : await who.must<RecordView>("GET", `/api/v1/records/${record}`);
  const compiled = view ? view.form : (await who.must<Fillable>("GET", `/api/v1/forms/${of}`)).form;
  const before = (view?.record.answers ?? null) as Answers | null;
  const changes = changesBetween(compiled as unknown as CompiledForm, before, { ...before, ...answers });
  const id = newId();
  return who.say("POST", "/api/v1/actions", {
    id,
    type,
    record: record ?? id,
    base: view?.record.rev ?? 0,
    ...(view ? {} : { form: of, release: (compiled as unknown as CompiledForm).release }),
    ...(changes.length ? { changes } : {}),
    ...(comment ? { comment } : {}),
    madeAt: new Date(now()).toISOString(),
    device: "test",
  });
}
const sent = async (who: Speaker, of: string, answers: Answers): Promise<string> => {
  const { status, text } = await act(who, "submit", undefined, answers, of);
  expect(status, text).toBe(201);
  return (JSON.parse(text) as ActionDone).record;
};

describe.skipIf(!possible)("the checks", () => {
  test("what is broken is told in Thai, mended by one press, and brought back by undo (journey)", async () => {
    const author = await speaker("lao-admin");
    await put(
      author,
      form("broken", "แบบที่พัง", {
        amount: { "x-field": "number", type: "number", title: "จำนวนวัน" },
        why: text("เหตุผลที่ลาเกิน", { "x-show": "amonut > 3.0" }),
        proof: text("หลักฐาน", { "x-show": "false", "x-require": "true" }),
      }),
    );
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/form/broken`);
    const list = checks(admin).getByRole("listitem");
    await list.filter({ hasText: "สูตรอ้างถึง amonut ซึ่งไม่มีในแบบฟอร์มนี้ หมายถึง amount หรือไม่" }).waitFor();
    await list.filter({ hasText: "ช่องหลักฐานต้องตอบแต่ไม่มีทางแสดง" }).waitFor();
    await checks(admin).getByText("ต้องแก้ 1").waitFor();
    await picture(admin, "checks");
    await accessible(admin);
    // One press; the focus stays with the checks.
    await checks(admin).getByRole("button", { name: "ใช้ amount" }).click();
    await checks(admin).getByText("ไม่มีข้อต้องแก้").waitFor();
    expect(await admin.evaluate(() => document.activeElement?.textContent)).toBe("ตรวจแบบฟอร์ม");
    await saved(admin);
    const why = async () => (await stored<FormDefinition>(author, "form", "broken")).schema.properties.why!["x-show"];
    expect(await why()).toBe("amount > 3.0");
    await admin.getByRole("button", { name: "ย้อนกลับ: ใช้ amount" }).click();
    await checks(admin).getByText("ต้องแก้ 1").waitFor();
    await saved(admin);
    expect(await why()).toBe("amonut > 3.0");
    // Or without the rule at all; and what must be answered and never shows.
    await list.filter({ hasText: "amonut" }).getByRole("button", { name: "แสดงเสมอ" }).click();
    await checks(admin).getByText("ไม่มีข้อต้องแก้").waitFor();
    await checks(admin).getByRole("button", { name: "ไม่บังคับตอบ" }).click();
    await eventually(() => list.filter({ hasText: "หลักฐาน" }).textContent()).toContain("หลักฐานไม่มีทางแสดง");
    await checks(admin).getByRole("button", { name: "แสดงเสมอ" }).click();
    await eventually(() => list.count()).toBe(0);
    await saved(admin);
    expect(Object.values((await stored<FormDefinition>(author, "form", "broken")).schema.properties).map(({ title, "x-show": show }) => [title, show])).toEqual(
      [
        ["จำนวนวัน", undefined],
        ["เหตุผลที่ลาเกิน", undefined],
        ["หลักฐาน", undefined],
      ],
    );
  });

  test("a question that another form asks becomes an answer taken from there (journey)", async () => {
    const author = await speaker("lao-admin");
    const register = form(
      "shop-register",
      "ทะเบียนร้านค้า",
      { name: text("ชื่อร้านค้า"), tel: { "x-field": "phone", title: "เบอร์โทรร้านค้า" } },
      { reference: { label: "{name}", fields: ["name", "tel"] } },
    );
    await author.publish(register);
    await put(author, form("order", "ใบสั่งของ", { tel: { "x-field": "phone", title: "เบอร์โทรร้านค้า:" } }));
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/form/order`);
    await checks(admin).getByText("แบบฟอร์ม “ทะเบียนร้านค้า” ถาม “เบอร์โทรร้านค้า:” อยู่แล้ว").waitFor();
    await checks(admin).getByRole("button", { name: "ให้เลือกจากทะเบียนร้านค้า แล้วดึงคำตอบมา" }).click();
    await eventually(() => checks(admin).getByRole("listitem").count()).toBe(0);
    expect(await admin.locator(".item .label").allInnerTexts()).toHaveLength(2);
    await admin.getByRole("button", { name: "เผยแพร่…" }).click();
    await admin.getByRole("button", { name: "เผยแพร่", exact: true }).click();
    await admin.getByText("เผยแพร่รุ่น 1 แล้ว").waitFor();
    // Filled: the shop is chosen, its number is there.
    const clerk = await speaker("clerk");
    const shop = await sent(clerk, "shop-register", { name: "ร้านสมศรี", tel: "0812345678" });
    const order = await sent(clerk, "order", { shop_register: shop });
    const { record } = await clerk.must<RecordView>("GET", `/api/v1/records/${order}`);
    expect(record.answers).toMatchObject({ shop_register: shop, tel: "0812345678" });
  });

  test("who may read is chosen, told in a table, and holds once it is published (journey)", async () => {
    const author = await speaker("lao-admin");
    await put(author, form("watched", "บันทึกที่จำกัดผู้อ่าน", { a: text("เรื่องที่บันทึก"), secret: text("ข้อมูลสุขภาพ") }));
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/form/watched`);
    const panel = admin.getByRole("complementary", { name: "ตั้งค่าแบบฟอร์ม" });
    const table = panel.getByRole("table", { name: "ใครทำอะไรได้" });
    const cells = (who: string) =>
      table
        .getByRole("row")
        .filter({ has: admin.getByRole("rowheader", { name: who, exact: true }) })
        .getByRole("cell")
        .allInnerTexts();
    await table.waitFor();
    // Nothing is said: its author, and whoever acts.
    expect((await cells("ผู้กรอก")).map((words) => words.replace(/^–\s*/, ""))).toEqual(["ได้", "เฉพาะเรื่องของตน", "เฉพาะเรื่องของตน", "ไม่ได้", "เฉพาะเรื่องของตน"]);
    expect((await cells("ผู้อำนวยการโรงเรียน")).map((words) => words.replace(/^–\s*/, ""))).toEqual(["ได้", "ไม่ได้", "ไม่ได้", "ไม่ได้", "ไม่ได้"]);
    await panel.getByText("ใครเปิดอ่านได้").first().click();
    await panel.getByText("ค่าตั้งต้น: ผู้กรอกอ่านเรื่องของตน").waitFor();
    await panel.getByRole("group", { name: "ใครเปิดอ่านได้" }).getByText("ผู้อำนวยการโรงเรียน", { exact: true }).click();
    await panel.getByText("ใครเห็นข้อมูลอ่อนไหว").first().click();
    await panel.getByRole("group", { name: "ใครเห็นข้อมูลอ่อนไหว" }).getByText("ผู้ดำเนินการ", { exact: true }).click();
    expect((await cells("ผู้อำนวยการโรงเรียน")).map((words) => words.replace(/^–\s*/, ""))).toEqual(["ได้", "ได้", "ไม่ได้", "ไม่ได้", "ไม่ได้"]);
    await picture(admin, "access");
    // What was pressed deep in the panel has not scrolled the bench away.
    expect(await admin.locator(".bench").evaluate((bench) => bench.scrollTop)).toBe(0);
    await accessible(admin);
    await admin.locator(".item").filter({ hasText: "ข้อมูลสุขภาพ" }).click();
    await admin.getByRole("switch", { name: "ข้อมูลอ่อนไหว" }).check();
    await accessible(admin);
    await saved(admin);
    expect(await stored<FormDefinition>(author, "form", "watched")).toMatchObject({
      access: { read: ["author", "handler", "director"], sensitive: ["author"] },
      sensitive: ["secret"],
    });
    await author.must("POST", "/api/v1/definitions/form/watched/publish", {});
    const [teacher, director, clerk] = await Promise.all([speaker("teacher"), speaker("director"), speaker("clerk")]);
    const id = await sent(teacher, "watched", { a: "ก", secret: "แพ้ถั่ว" });
    const read = async (who: Speaker) => {
      const { status, text } = await who.say("GET", `/api/v1/records/${id}?sensitive=true`);
      return [status, status === 200 ? ((JSON.parse(text) as RecordView).record.answers as Answers).secret : undefined];
    };
    expect(await read(teacher)).toEqual([200, "แพ้ถั่ว"]);
    expect(await read(director)).toEqual([200, undefined]);
    expect((await read(clerk))[0]).toBe(404);
    // Nor does the administrator who made the form.
    expect((await read(author))[0]).toBe(404);
  });

  test("a state leaves one section open: that may be changed, and nothing else; and the way is walked with real people (journey)", async () => {
    const author = await speaker("lao-admin");
    const flow: WorkflowDefinition = {
      kind: "workflow",
      id: "two-parts",
      title: "ขออนุมัติสองส่วน",
      states: [
        { id: "waiting", title: "รอ ผอ.รร.", look: "wait", deadline: { after: { workdays: 2 }, notify: ["director"] } },
        { id: "returned", title: "ส่งกลับแก้ไข", look: "back", check: "shape", edit: { who: ["author"] } },
        { id: "approved", title: "อนุมัติแล้ว", look: "ok", final: true },
        { id: "island", title: "ไม่มีใครไปถึง", final: true },
      ],
      actions: [
        { id: "submit", title: "ส่ง", tone: "main", from: ["new"], to: "waiting", complete: true },
        {
          id: "return",
          title: "ส่งกลับ",
          from: ["waiting"],
          who: ["director"],
          to: "returned",
          comment: "required",
          effects: [{ type: "notify", to: ["author"], message: "ส่งกลับ" }],
        },
        { id: "approve", title: "อนุมัติ", from: ["waiting"], who: ["director"], to: "approved" },
        { id: "again", title: "ส่งอีกครั้ง", from: ["returned"], who: ["author"], to: "waiting" },
      ],
    };
    await put(author, flow);
    await put(
      author,
      form(
        "in-two-parts",
        "คำขอสองส่วน",
        { first: text("เนื้อหาส่วนหนึ่ง"), second: text("เนื้อหาส่วนสอง") },
        {
          workflow: "two-parts",
          access: { create: ["school-staff"] },
          layout: [
            {
              page: "หน้า 1",
              sections: [
                { id: "one", title: "ส่วนหนึ่ง", fields: ["first"] },
                { id: "two", title: "ส่วนสอง", fields: ["second"] },
              ],
            },
          ],
        },
      ),
    );
    const admin = await device("lao-admin", 1280, 900);
    await admin.goto(`${served().url}/designer/workflow/two-parts`);
    await checks(admin).getByText("ไม่มีทางไปถึงสถานะ “ไม่มีใครไปถึง”").waitFor();
    await checks(admin).getByRole("button", { name: "ลบสถานะ “ไม่มีใครไปถึง”" }).click();
    await checks(admin).getByText("ไม่มีข้อต้องแก้").waitFor();

    // Walked with those who hold positions: the director's name, the reminder, the notice.
    const walk = admin.getByRole("region", { name: "ลองเดินเรื่อง" });
    await walk.getByText("ยังทำไม่ได้ในสถานะนี้ (3)").click();
    await walk
      .getByText(/อนุมัติ.*รอ ผอ\.รร\./)
      .first()
      .waitFor();
    await walk.getByRole("button", { name: "ส่ง แล้วไป รอ ผอ.รร." }).click();
    await walk.getByText(/ครบกำหนดเมื่อผ่านไป 2 วันทำการ\s+แล้วเตือน .*ผู้อำนวยการ/).waitFor();
    await walk
      .getByText(/แจ้ง .+/)
      .first()
      .waitFor();
    await picture(admin, "walk");
    await accessible(admin);

    await admin.locator(".flow-row", { hasText: "ส่งกลับแก้ไข" }).first().click();
    await admin.getByText("ยังไม่เลือก แก้ได้ทุกส่วน").waitFor();
    await admin.getByRole("group", { name: "แก้ได้ในส่วน" }).getByText("ส่วนหนึ่ง").click();
    await accessible(admin);
    await admin.locator(".flow-row", { hasText: "อนุมัติ" }).last().click();
    await admin.getByRole("switch", { name: "ทำได้เมื่อเข้าเงื่อนไข" }).check();
    await admin.getByLabel("ช่องที่ดู").selectOption({ label: "เนื้อหาส่วนหนึ่ง" });
    await admin.getByLabel("เทียบอย่างไร").selectOption({ label: "ตอบแล้ว" });
    await admin.getByRole("switch", { name: "ลงลายมือชื่อ" }).check();
    await admin.getByLabel("ลงชื่อในฐานะ").fill("ผู้อำนวยการสถานศึกษา");
    await accessible(admin);
    await saved(admin);
    const made = await stored<WorkflowDefinition>(author, "workflow", "two-parts");
    expect(made.states.find(({ id }) => id === "returned")!.edit).toEqual({ who: ["author"], sections: ["one"] });
    expect(made.actions.find(({ id }) => id === "approve")).toMatchObject({ when: "!empty(first)", sign: { as: "ผู้อำนวยการสถานศึกษา" } });
    for (const [kind, id] of [
      ["workflow", "two-parts"],
      ["form", "in-two-parts"],
    ])
      await author.must("POST", `/api/v1/definitions/${kind}/${id}/publish`, {});

    const [teacher, director] = await Promise.all([speaker("teacher"), speaker("director")]);
    const id = await sent(teacher, "in-two-parts", { first: "ก", second: "ข" });
    expect((await act(director, "return", id, {}, "", "แก้ส่วนหนึ่ง")).status).toBeLessThan(300);
    expect((await act(teacher, "edit", id, { first: "แก้แล้ว" }, "")).status).toBeLessThan(300);
    const refused = await act(teacher, "edit", id, { second: "แก้แล้ว" }, "");
    expect(refused.status).toBeGreaterThanOrEqual(400);
    const { record, editable } = await teacher.must<RecordView>("GET", `/api/v1/records/${id}`);
    expect(record.answers).toMatchObject({ first: "แก้แล้ว", second: "ข" });
    expect(editable).toEqual(["one"]);
  });
});
