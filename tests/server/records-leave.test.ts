// Leave, from asking to granting: its way through the school, the days already taken, the stand-in, and who sees it.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordList } from "../../schemas/types.js";
import { type Cases, leave, openCases } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["leave-request"]);
});
afterAll(() => cases.close());

test("a leave goes its way: checked, an opinion, granted, sealed", async () => {
  const record = await cases.submitted("teacher", "leave-request", leave);
  expect((await cases.act("clerk", record, "check")).body.state).toBe("awaiting-opinion");
  expect((await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" })).body.state).toBe("awaiting-order");
  expect(await cases.act("teacher", record, "approve")).toMatchObject({ status: 403 });
  expect((await cases.act("director", record, "approve")).body).toMatchObject({ state: "approved", rev: 4 });
  const view = (await cases.view("teacher", record)).body;
  const answers = view.record.answers as Record<string, unknown>;
  expect(view.record).toMatchObject({ sealed: true, answers: { days: 2, order: { name: "นายจรัส วงศ์ดี" } } });
  expect(view.actions).toEqual([]);
  expect(view.steps.map(({ status }) => status)).not.toContain("later");
  // What is over says what was done, not what was waited for.
  expect(view.steps.filter(({ status, title }) => status === "done" && /^รอ/.test((title as { th: string }).th))).toEqual([]);
  // The days from and to, and the school of the author.
  expect(view.title).toMatch(/ 1–2 ธ\.ค\. 2569$/);
  expect(answers.dept).toBe(answers.place);
});

test("days already taken are looked up, also when the next leave is of another kind", async () => {
  const author = "co-teacher";
  const record = await cases.submitted(author, "leave-request", { ...leave, leave_type: "sick", date_from: "2026-12-08", date_to: "2026-12-08" });
  await cases.act("clerk", record, "check");
  await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" });
  await cases.act("director", record, "approve");
  const next = await cases.submitted(author, "leave-request", { ...leave, date_from: "2026-12-15", date_to: "2026-12-15" });
  const { answers, facts } = (await cases.view(author, next)).body.record as unknown as {
    answers: { stat: { type: string; taken: number }[]; last_leave: unknown };
    facts: { lookups: Record<string, { sources: string[] }> };
  };
  expect(answers.stat.find(({ type }) => type === "sick")).toMatchObject({ taken: 1 });
  expect(answers.last_leave).toMatchObject({ type: "sick", from: "2026-12-08", days: 1 });
  expect(facts.lookups.taken!.sources).toEqual([record]);
});

test("a returned leave says why, is changed by its author only, and goes on", async () => {
  const record = await cases.submitted("class-teacher", "leave-request", leave);
  expect(await cases.act("clerk", record, "return-check")).toMatchObject({ status: 422, problem: { code: "workflow.comment-required" } });
  expect((await cases.act("clerk", record, "return-check", { comment: "ระบุที่อยู่ให้ครบ" })).body.state).toBe("returned");
  expect((await cases.act("clerk", record, "edit", { answers: { contact: "ที่อื่น" } })).status).toBe(403);
  expect((await cases.act("class-teacher", record, "edit", { answers: { contact: "บ้านเลขที่ 9 หมู่ 1 ตำบลสระบัว" } })).status).toBe(201);
  expect((await cases.act("class-teacher", record, "resubmit")).body.state).toBe("awaiting-check");
  const mine = (await (await cases.as("class-teacher")).get<{ items: { id: string; number?: string }[] }>("/api/v1/records/mine")).body.items;
  expect(mine.find(({ id }) => id === record)).toMatchObject({ number: expect.stringMatching(/\/2570$/) });
});

test("a chosen person must be somebody of the owner", async () => {
  const acting = cases.server.town.people["b-teacher"];
  expect(await cases.submit("teacher", "leave-request", { ...leave, acting })).toMatchObject({
    status: 422,
    problem: { code: "action.unknown-choice", path: "/acting" },
  });
});

test("a person who must accept has it in their hands, and nobody else", async () => {
  const record = await cases.submitted("teacher", "leave-request", {
    ...leave,
    acting: cases.server.town.people["co-teacher"],
    date_from: "2026-12-21",
    date_to: "2026-12-21",
  });
  expect((await cases.act("class-teacher", record, "accept")).status).toBe(404);
  expect((await cases.act("co-teacher", record, "accept")).body.state).toBe("awaiting-check");
});

test("nobody of another school or owner can read or act on a record, or learn that it is there", async () => {
  const record = await cases.submitted("teacher", "leave-request", { ...leave, date_from: "2026-12-28", date_to: "2026-12-28", reason: "เครื่องหมายลับ" });
  for (const username of ["other-teacher", "other-director", "b-teacher", "b-lao-admin", "province"]) {
    const client = await cases.as(username);
    for (const url of [`/api/v1/records/${record}`, `/api/v1/records/${record}/history`, `/api/v1/records/${record}/documents/leave-form`]) {
      const { status, text } = await client.get(url);
      expect([403, 404]).toContain(status);
      expect(text).not.toContain("เครื่องหมายลับ");
    }
    expect([403, 404]).toContain((await cases.send(username, { id: cases.server.newId(), type: "check", record, madeAt: "2026-11-24T00:52:00.000Z" })).status);
  }
});

test("a list tells days in short, in columns and titles, and what is refused for good from what came back", async () => {
  const record = await cases.submitted("teacher", "leave-request", { ...leave, date_from: "2026-12-22", date_to: "2026-12-22" });
  const row = async () => (await (await cases.as("teacher")).get<RecordList>("/api/v1/records/mine")).body.items.find(({ id }) => id === record)!;
  expect((await row()).columns).toMatchObject({ date_from: "22 ธ.ค. 2569" });
  expect((await row()).title).toContain("22 ธ.ค. 2569");
  await cases.act("clerk", record, "return-check", { comment: "แก้" });
  expect((await row()).state).toMatchObject({ id: "returned", look: "back" });
  expect((await row()).state).not.toHaveProperty("final");
  await cases.act("teacher", record, "resubmit");
  await cases.act("clerk", record, "check");
  await cases.act("deputy", record, "opine", { comment: "ไม่เห็นควร" });
  await cases.act("director", record, "reject", { comment: "ตรงกับวันสอบ" });
  expect((await row()).state).toMatchObject({ id: "rejected", look: "back", final: true });
  expect((await cases.view("teacher", record)).body.state.final).toBe(true);
});

test("a cancellation gives back days of one's own granted leave, once, and only those days", async () => {
  const grant = async (author: string, record: string) => {
    await cases.act("clerk", record, "check");
    await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" });
    expect((await cases.act("director", record, "approve")).body.state).toBe("approved");
    return (await cases.view(author, record)).body.record.answers as Record<string, unknown> & {
      last_leave?: unknown;
      stat: { type: string; taken: number }[];
    };
  };
  const author = "class-teacher";
  const asked = { ...leave, leave_type: "personal", date_from: "2027-02-01", date_to: "2027-02-03" };
  const record = await cases.submitted(author, "leave-request", asked);
  const cancel = { ...asked, reason: "ไม่ได้เดินทางแล้ว", cancel_of: record };
  const refused = async (username: string, answers: object) => {
    const { status, problem } = await cases.submit(username, "leave-request", { ...cancel, ...answers }, { warnings: true });
    return [status, ...(problem?.problems ?? [problem]).map((one) => `${one?.code} ${one?.path}`)];
  };
  expect(await refused(author, {})).toEqual([422, "field.check /cancel_of"]);
  await grant(author, record);
  // Somebody else's leave, and of those who may read it too.
  expect(await refused("clerk", {})).toEqual([422, "field.check /cancel_of"]);
  expect(await refused(author, { date_from: "2027-02-02", date_to: "2027-02-04" })).toEqual([422, "field.check /date_to"]);
  expect(await refused(author, { date_from: "2027-01-29" })).toEqual([422, "field.check /date_from"]);
  expect(await refused(author, { leave_type: "sick", med_cert: undefined, date_to: "2027-02-01" })).toEqual([422, "field.check /leave_type"]);

  const first = await cases.submitted(author, "leave-request", { ...cancel, date_from: "2027-02-03" }, { warnings: true });
  expect(await refused(author, { date_from: "2027-02-02", date_to: "2027-02-02" })).toEqual([409, "record.key-message /returns"]);
  // Taken back, it stands in nobody's way.
  expect((await cases.act(author, first, "withdraw")).status).toBe(201);
  const second = await cases.submitted(author, "leave-request", { ...cancel, date_from: "2027-02-02" }, { warnings: true });
  expect(await grant(author, second)).toMatchObject({ counted: -2, returns: record });
  expect(await refused(author, { date_to: "2027-02-01" })).toEqual([409, "record.key-message /returns"]);
  expect(await refused(author, { cancel_of: second, date_from: "2027-02-02" })).toEqual([422, "field.check /cancel_of"]);

  // An earlier day that was granted later is not the last leave, and what was cancelled is no leave at all.
  await grant(author, await cases.submitted(author, "leave-request", { ...asked, date_from: "2027-01-12", date_to: "2027-01-12" }));
  const next = await cases.submitted(author, "leave-request", { ...asked, date_from: "2027-02-15", date_to: "2027-02-15" });
  const { answers } = (await cases.view(author, next)).body.record as unknown as { answers: { last_leave: unknown; stat: { type: string; taken: number }[] } };
  expect(answers.last_leave).toMatchObject({ from: "2027-02-01", to: "2027-02-03", days: 3 });
  expect(answers.stat.find(({ type }) => type === "personal")).toMatchObject({ taken: 2 });
});
