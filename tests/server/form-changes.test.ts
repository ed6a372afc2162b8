// Requests to change a form over HTTP: who finds which, what a list tells of them, and who hears what became of them.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { History, Notices, RecordList } from "../../schemas/types.js";
import { type Cases, openCases, report } from "../help/cases.js";
import { day } from "../help/clock.js";

const pointed = { form_id: "leave-request", form_title: "ใบลา", form_version: 1, field_id: "nnnfj23e6m", field_title: "โทรศัพท์" };
const asked = { ...report, kind: "form-change", code: "p12", detail: "ขอช่องโทรศัพท์อีกหนึ่งช่อง", ...pointed };
const url = "/api/v1/forms/problem-report/records";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report", "leave-request"]);
});
afterAll(() => cases.close());

const list = async (username: string, query: Record<string, string>) => (await cases.as(username)).get<RecordList>(`${url}?${new URLSearchParams(query)}`);
const open = { filter: JSON.stringify({ change: "open" }), answers: "true" };
const ids = async (username: string, query: Record<string, string> = open) => (await list(username, query)).body.items.map(({ id }) => id);
const notices = async (username: string, record: string) => {
  await cases.server.app.effects.idle();
  const { items } = (await (await cases.as(username)).get<Notices>("/api/v1/notices")).body;
  return items.filter((one) => one.record === record).map(({ title }) => (title as { th: string }).th);
};
const publish = (record: string, version = 2) =>
  cases.act("lao-admin", record, "publish-change", {
    answers: { fixed_at: cases.server.app.today(), fixed_version: version },
    comment: `เผยแพร่แล้วในรุ่น ${version}`,
  });

test("the open ones are listed with what they point at, for whoever may list and read them, and only when it is asked for", async () => {
  const record = await cases.submitted("teacher", "problem-report", asked);
  const fault = await cases.submitted("teacher", "problem-report", report);
  const { body } = await list("lao-admin", open);
  const row = body.items.find(({ id }) => id === record)!;
  expect(row.answers).toMatchObject({ ...pointed, detail: asked.detail, change: "open", reported: cases.server.app.today() });
  expect(row).toMatchObject({ author: expect.any(String), position: expect.anything(), place: expect.anything(), state: { id: "requested" } });
  expect(body.items.map(({ id }) => id)).not.toContain(fault);
  expect((await list("lao-admin", { filter: open.filter })).body.items[0]).not.toHaveProperty("answers");
  expect(await ids("director")).toContain(record);
  expect(await ids("education-office")).toContain(record);
  // A director of another school lists their own school; a teacher lists nothing; another LAO has no such form.
  expect((await list("teacher", open)).status).toBe(403);
  expect((await list("b-lao-admin", open)).status).toBe(404);
  const other = await cases.submitted("other-teacher", "problem-report", asked);
  expect(await ids("director")).not.toContain(other);
  await publish(record);
  expect(await ids("lao-admin")).toEqual([other]);
});

test("a row never tells a sensitive answer", async () => {
  const admin = await cases.as("lao-admin");
  const { body } = await admin.get<{ definition: Record<string, unknown> }>("/api/v1/definitions/form/problem-report");
  const record = await cases.submitted("teacher", "problem-report", { ...asked, context: "ที่ลับ" });
  const told = async () => (await list("lao-admin", open)).body.items.find(({ id }) => id === record)!.answers;
  expect(await told()).toMatchObject({ context: "ที่ลับ" });
  const definition = body.definition as { kind: string; id: string; list: { search: string[] }; access: object };
  await cases.publish({ ...definition, list: { ...definition.list, search: ["no", "detail"], columns: ["no", "context"] }, sensitive: ["shot", "context"] });
  await cases.server.app.effects.idle();
  expect(await told()).not.toHaveProperty("context");
  expect(await told()).toMatchObject({ form_id: "leave-request" });
  // What was answered while it was sensitive stays so.
  const covered = await cases.submitted("teacher", "problem-report", { ...asked, context: "ที่ลับกว่า" });
  await cases.publish(definition);
  await cases.server.app.effects.idle();
  expect(await told()).toMatchObject({ context: "ที่ลับ" });
  expect((await list("lao-admin", open)).text).not.toContain("ที่ลับกว่า");
  expect(await ids("lao-admin")).toContain(covered);
  // Who may list and not read sees the row, and nothing of what was answered.
  await cases.publish({ ...definition, access: { ...definition.access, read: ["author"] } });
  await cases.server.app.effects.idle();
  expect(await ids("lao-admin")).toContain(record);
  expect(await told()).toBeUndefined();
  await cases.publish(definition);
  await cases.server.app.effects.idle();
});

test("both sides hear each other, and the asker in which version it is done, once", async () => {
  const record = await cases.submitted("teacher", "problem-report", asked);
  await cases.act("lao-admin", record, "answer", { comment: "บังคับกรอกหรือไม่" });
  expect(await notices("teacher", record)).toEqual([expect.stringMatching(/^มีคำตอบในคำขอปรับแบบฟอร์ม \d+\/2570$/)]);
  await cases.act("teacher", record, "add", { comment: "ไม่บังคับ" });
  expect(await notices("lao-admin", record)).toContainEqual(expect.stringContaining("ผู้ขอเขียนเพิ่ม"));
  const done = await publish(record, 4);
  expect(done.body.state).toBe("fixed");
  // Pressed again it has been done already, and nobody is told twice.
  expect((await publish(record, 4)).status).toBe(409);
  const heard = await notices("teacher", record);
  expect(heard).toContainEqual(expect.stringMatching(/^ปรับใบลาตามคำขอ \d+\/2570 แล้ว เผยแพร่ในรุ่น 4 โปรดยืนยัน$/));
  expect(heard).toHaveLength(2);
  const { items } = (await (await cases.as("teacher")).get<History>(`/api/v1/records/${record}/history`)).body;
  expect(items.flatMap(({ comment, who }) => (comment ? [[comment, who === undefined]] : []))).toEqual([
    ["เผยแพร่แล้วในรุ่น 4", false],
    ["ไม่บังคับ", false],
    ["บังคับกรอกหรือไม่", false],
  ]);
});

test("nobody but the office moves it, and what waits too long is reminded of", async () => {
  const record = await cases.submitted("teacher", "problem-report", asked);
  for (const type of ["take", "decline", "publish-change"])
    expect((await cases.act("teacher", record, type, { comment: "…" })).problem.code).toBe("workflow.not-yours");
  cases.server.clock.advance(8 * day);
  expect(await notices("lao-admin", record)).toContainEqual(expect.stringContaining("พ้นกำหนด"));
});
