// Prints over HTTP: the page of a record, for whoever may read it, without anything that runs; a sealed record prints as it was printed.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WorkingCopy } from "../../schemas/types.js";
import { type Cases, openCases, report } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report"]);
});
afterAll(() => cases.close());

const page = async (username: string, record: string, document = "problem-report-form") =>
  (await cases.as(username)).get(`/api/v1/records/${record}/documents/${document}`);

test("prints answers in words, escaped, in Thai digits, with number and check code", async () => {
  const record = await cases.submitted("teacher", "problem-report", { ...report, detail: "<script>alert(1)</script> 25 ครั้ง" });
  const { status, text, headers } = await page("teacher", record);
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
  expect(text).toContain("&lt;script&gt;alert(");
  expect(text).not.toContain("<script");
  expect(text).toContain("เลขที่ ๑/๒๕๗๐");
  expect(text).toMatch(/รหัสตรวจสอบ [0-9A-F]{4}-[0-9A-F]{4}/);
  expect(text).toMatch(/๒๔ พฤศจิกายน ๒๕๖๙/);
  expect(text).toMatch(/@page\{size:A4;margin:15mm 20mm 14mm 30mm\}/);
});

test("the check code follows the answers, and nothing else", async () => {
  const code = async (record: string) => /รหัสตรวจสอบ ([0-9A-F-]+)/.exec((await page("lao-admin", record)).text)![1];
  const record = await cases.submitted("teacher", "problem-report", report);
  const first = await code(record);
  cases.server.clock.advance(86_400_000);
  expect(await code(record)).toBe(first);
  await cases.act("lao-admin", record, "edit", { answers: { owner: cases.server.town.people["lao-admin"] } });
  expect(await code(record)).not.toBe(first);
});

test("whoever may not read the record gets no page, and an unknown document is not found", async () => {
  const record = await cases.submitted("teacher", "problem-report", { ...report, detail: "เครื่องหมายลับ" });
  for (const username of ["other-teacher", "b-lao-admin", "province"]) {
    const { status, text } = await page(username, record);
    expect(status).toBe(404);
    expect(text).not.toContain("เครื่องหมายลับ");
  }
  expect((await page("teacher", record, "other")).status).toBe(404);
  expect((await page("teacher", record, "constructor")).status).toBe(404);
});

test("the letters of the page come from the server itself", async () => {
  const font = await cases.server.stranger().get("/fonts/sarabun-thai-400-normal.woff2");
  expect(font).toMatchObject({ status: 200, headers: { "content-type": "font/woff2" } });
  expect((await cases.server.stranger().get("/fonts/sarabun-thai-400-italic.woff2")).status).toBe(422);
});

const signed = (text: string) => ({
  workflow: {
    kind: "workflow",
    id: "sign-off",
    title: "รับรอง",
    states: [
      { id: "open", title: "รอรับรอง" },
      { id: "done", title: "รับรองแล้ว", final: true },
    ],
    actions: [
      { id: "submit", title: "ส่ง", from: ["new"], to: "open", complete: true },
      { id: "sign", title: "รับรอง", from: ["open"], to: "done", who: ["director"], sign: {}, effects: [{ type: "document", document: "sheet" }] },
    ],
  },
  document: { kind: "document", id: "sheet", title: "ใบรับรอง", template: `<p>${text} {{fields.text.text}} {{signatures.sign.name}} พิมพ์ {{today.long}}</p>` },
  form: {
    kind: "form",
    id: "certificate",
    title: "ใบรับรอง",
    unit: "school",
    schema: { type: "object", required: ["text"], properties: { text: { "x-field": "text", type: "string", title: "ข้อความ" } } },
    access: { create: ["school-staff"], read: ["author", "director"] },
    workflow: "sign-off",
    documents: ["sheet"],
  },
});

test("a sealed record prints as it was printed, whatever its template and form become", async () => {
  const admin = await cases.as("lao-admin");
  const publish = async (kind: string, body: { id: string }) => {
    const { rev = 0 } = (await admin.get<WorkingCopy>(`/api/v1/definitions/${kind}/${body.id}`)).body;
    await admin.put(`/api/v1/definitions/${kind}/${body.id}`, body, { "if-match": String(rev) });
    expect(await admin.post(`/api/v1/definitions/${kind}/${body.id}/publish`)).toMatchObject({ status: 200 });
  };
  const first = signed("แบบเดิม");
  for (const kind of ["workflow", "document", "form"] as const) await publish(kind, first[kind]);
  const record = await cases.submitted("teacher", "certificate", { text: "ขอรับรอง" });
  const open = await cases.submitted("teacher", "certificate", { text: "ยังไม่ลงนาม" });
  await cases.act("director", record, "sign");
  await cases.server.app.effects.idle();
  const printed = (await page("teacher", record, "sheet")).text;
  expect(printed).toContain("แบบเดิม ขอรับรอง นายจรัส วงศ์ดี");
  await publish("document", signed("แบบใหม่").document);
  expect((await page("teacher", record, "sheet")).text).toBe(printed);
  // What is not sealed tells the day on which it is printed, not the day it was last changed.
  const day = async () => /พิมพ์ ([๐-๙]+) /.exec((await page("teacher", open, "sheet")).text)![1];
  const before = await day();
  cases.server.clock.advance(86_400_000);
  expect(await day()).not.toBe(before);
  expect((await page("teacher", record, "sheet")).text).toBe(printed);
  expect((await page("teacher", open, "sheet")).text).toContain("แบบเดิม");
  await cases.act("director", open, "sign");
  await cases.server.app.effects.idle();
  expect((await page("teacher", open, "sheet")).text).toContain("แบบใหม่ ยังไม่ลงนาม");
});
