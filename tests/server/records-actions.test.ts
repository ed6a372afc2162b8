// Actions over HTTP: a record is made and moved once and only once, with its number, by whoever may.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pdf as letter, png } from "../help/attachments.js";
import { type Cases, openCases, report } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report"]);
});
afterAll(() => cases.close());

test("a report is made, numbered, and found by its author", async () => {
  const done = await cases.submit("teacher", "problem-report", report);
  expect(done).toMatchObject({ status: 201, body: { rev: 1, state: "reported", numbers: { no: "1/2570" } } });
  const view = (await cases.view("teacher", done.body.record)).body;
  expect(view).toMatchObject({
    number: "1/2570",
    state: { id: "reported", look: "wait" },
    record: { answers: { ...report, no: "1/2570", reported: "2026-11-24" } },
  });
});

test("a record of a school is made for one's own school or one that is looked after, and for nothing of another kind", async () => {
  const at = (username: string, organization: string) =>
    cases.submit(username, "problem-report", report, { organization: cases.server.town.organizations[organization]! });
  expect(await at("teacher", "school")).toMatchObject({ status: 201 });
  for (const place of ["class", "a", "province", "other-school", "other-class", "class-2", "a-office"])
    expect(await at("teacher", place)).toMatchObject({ status: 403, problem: { code: "record.other-place" } });
  expect(await at("lao-admin", "other-school")).toMatchObject({ status: 201 });
  expect(await at("lao-admin", "other-class")).toMatchObject({ status: 403, problem: { code: "record.other-place" } });
});

test("the same action twice is one record, and gets the first answer again", async () => {
  const action = await cases.fill("teacher", "problem-report", report);
  const first = await cases.send("teacher", action);
  const second = await cases.send("teacher", action);
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body).toEqual(first.body);
});

test("sent ten times at once it is one record", async () => {
  const action = await cases.fill("teacher", "problem-report", { ...report, detail: "กดสิบครั้ง" });
  const all = await Promise.all(Array.from({ length: 10 }, () => cases.send("teacher", action)));
  expect(all.map(({ status }) => status).sort()).toEqual([...Array.from({ length: 9 }, () => 200), 201]);
  expect(new Set(all.map(({ text }) => text)).size).toBe(1);
});

test("an action id used again for something else, or by somebody else, is refused", async () => {
  const action = await cases.fill("teacher", "problem-report", report);
  await cases.send("teacher", action);
  expect(await cases.send("teacher", { ...action, comment: "อื่น" })).toMatchObject({ status: 409, problem: { code: "action.reused" } });
  expect(await cases.send("co-teacher", action)).toMatchObject({ status: 409, problem: { code: "action.reused" } });
});

test("numbers have no gaps and no doubles when many submit at once", async () => {
  const people = ["teacher", "co-teacher", "class-teacher", "director", "clerk"];
  const all = await Promise.all(Array.from({ length: 40 }, (_, n) => cases.submit(people[n % 5]!, "problem-report", report)));
  const numbers = all.map(({ body }) => Number(body.numbers!.no!.split("/")[0])).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => numbers[0]! + n));
});

test("everything that is missing is told at once, with its place", async () => {
  const { status, problem } = await cases.submit("teacher", "problem-report", { kind: "fault", severity: "slow" });
  expect(status).toBe(422);
  expect(problem.problems?.map(({ path }) => path)).toEqual(expect.arrayContaining(["/code", "/detail"]));
});

test("two people change different answers at once: both are kept; the same answer: the second is told both", async () => {
  const record = await cases.submitted("teacher", "problem-report", report);
  const [a, b] = await Promise.all([
    cases.act("lao-admin", record, "edit", { answers: { owner: cases.server.town.people["lao-admin"] } }),
    cases.act("education-office", record, "edit", { answers: { fixed_at: "2026-11-24" } }),
  ]);
  expect([a.status, b.status]).toEqual([201, 201]);
  const { body } = await cases.view("lao-admin", record);
  expect(body.record.answers).toMatchObject({ owner: cases.server.town.people["lao-admin"], fixed_at: "2026-11-24" });
  const field = (body.form as { fields: { name: string; id: string }[] }).fields.find(({ name }) => name === "fixed_at")!.id;
  const stale = await cases.act("education-office", record, "edit", { changes: [{ path: field, was: "2026-11-20", to: "2026-11-25" }] });
  expect(stale).toMatchObject({ status: 409, problem: { code: "record.conflict", params: { base: "2026-11-20", mine: "2026-11-25", theirs: "2026-11-24" } } });
});

test("rules see today as the day the action was made, never later than receipt", async () => {
  const offline = await cases.submitted("teacher", "problem-report", report, { madeAt: "2026-11-20T02:00:00.000Z" });
  const future = await cases.submitted("teacher", "problem-report", report, { madeAt: "2027-11-20T02:00:00.000Z" });
  const history = await (await cases.as("teacher")).get<{ items: { madeAt: string; at: string }[] }>(`/api/v1/records/${offline}/history`);
  expect(history.body.items[0]).toMatchObject({ madeAt: "2026-11-20T02:00:00.000Z", at: "2026-11-24T00:52:00.000Z" });
  expect((await cases.view("teacher", future)).body.record.answers).toMatchObject({ reported: "2026-11-24" });
});

test("files must be there, be the sender's, and be what the field takes; then they are the record's", async () => {
  const teacher = await cases.as("teacher");
  const shot = (await teacher.upload<{ id: string }>("จอ.png", png())).body.id;
  const others = (await (await cases.as("co-teacher")).upload<{ id: string }>("จอ.png", png())).body.id;
  const pdf = (await teacher.upload<{ id: string }>("a.pdf", letter())).body.id;
  for (const [file, code] of [
    ["01J00000000000000000000000", "action.file"],
    [others, "action.file"],
    [pdf, "action.file-kind"],
  ]) {
    expect(await cases.submit("teacher", "problem-report", { ...report, shot: [file] })).toMatchObject({ status: 422, problem: { code, path: "/shot" } });
  }
  const record = await cases.submitted("teacher", "problem-report", { ...report, shot: [shot] });
  expect((await (await cases.as("lao-admin")).get(`/api/v1/files/${shot}`)).status).toBe(200);
  for (const username of ["other-teacher", "co-teacher", "b-lao-admin"])
    expect((await (await cases.as(username)).get(`/api/v1/files/${shot}`)).status).toBe(404);
  expect((await cases.submit("teacher", "problem-report", { ...report, shot: [shot] })).problem.code).toBe("action.file");
  expect((await cases.view("teacher", record)).body.record.answers).toMatchObject({ shot: [shot] });
});

test("a draft goes with the commit of its action, and stays when the action is refused", async () => {
  const teacher = await cases.as("teacher");
  const draft = cases.server.newId();
  const { release } = await cases.form("teacher", "problem-report");
  await teacher.patch(`/api/v1/drafts/${draft}`, { form: "problem-report", release, changes: [{ path: "kind", to: "fault" }] });
  expect((await cases.submit("teacher", "problem-report", {}, { draft })).status).toBe(422);
  expect((await teacher.get(`/api/v1/drafts/${draft}`)).status).toBe(200);
  await cases.submitted("teacher", "problem-report", report, { draft });
  expect((await teacher.get(`/api/v1/drafts/${draft}`)).status).toBe(404);
});
