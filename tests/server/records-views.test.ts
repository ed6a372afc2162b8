// A record as its reader sees it: sensitive answers masked and their opening noted, the history in words, facts for filling.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Facts } from "../../engine/expression/facts.js";
import type { EventView, Fillable, History, RecordList, RecordView } from "../../schemas/types.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";

let cases: Cases;
let record: string;
beforeAll(async () => {
  cases = await openCases(["problem-report", "leave-request"]);
  const admin = await cases.as("lao-admin");
  const visit = {
    kind: "form",
    id: "visit",
    title: "บันทึกการเยี่ยมบ้าน",
    unit: "school",
    schema: {
      type: "object",
      required: ["pupil"],
      properties: {
        pupil: { "x-id": "aaaaaaaaaa", "x-field": "text", type: "string", title: "นักเรียน" },
        health: { "x-id": "bbbbbbbbbb", "x-field": "text", type: "string", title: "สุขภาพ" },
        family: {
          "x-id": "cccccccccc",
          "x-field": "table",
          type: "array",
          title: "ครอบครัว",
          items: { type: "object", properties: { name: { "x-id": "dddddddddd", "x-field": "text", type: "string", title: "ชื่อ" } } },
        },
      },
    },
    access: { create: ["teacher"], read: ["author", "director", "clerk"], list: ["director", "clerk"], sensitive: ["author", "director"] },
    list: { columns: ["pupil", "health"] },
    sensitive: ["health", "family"],
  };
  await admin.put("/api/v1/definitions/form/visit", visit, { "if-match": "0" });
  const published = await admin.post("/api/v1/definitions/form/visit/publish");
  if (published.status !== 200) throw new Error(published.text);
  record = await cases.submitted("teacher", "visit", { pupil: "ด.ช. เอ", health: "หอบหืด", family: [{ $row: "01J00000000000000000000001", name: "ยายมี" }] });
});
afterAll(() => cases.close());

const history = async (username: string, id = record, query = "") =>
  (await (await cases.as(username)).get<History>(`/api/v1/records/${id}/history${query}`)).body;
const opened = async () => (await history("director", record, "?limit=100")).items.filter(({ type }) => type === "record.opened");

test("who may not see what is sensitive gets it nowhere", async () => {
  const { body, text } = await cases.view("clerk", record);
  expect(body.masked).toEqual(["health", "family"]);
  expect(body.record.answers).toEqual({ pupil: "ด.ช. เอ" });
  expect(text).not.toMatch(/หอบหืด|ยายมี/);
  for (const url of [`/api/v1/records/${record}/history`, "/api/v1/forms/visit/records", "/api/v1/events?since=0&limit=500"]) {
    expect((await (await cases.as("clerk")).get(url)).text).not.toMatch(/หอบหืด|ยายมี/);
  }
  const change = (await history("clerk")).items[0]!.changes!;
  expect(change).toEqual([
    { field: "นักเรียน", to: "ด.ช. เอ" },
    { field: "สุขภาพ", to: "•••" },
    { field: "ครอบครัว", to: "•••" },
  ]);
});

test("lists mask what is sensitive for everybody", async () => {
  const { items } = (await (await cases.as("director")).get<RecordList>("/api/v1/forms/visit/records")).body;
  expect(items[0]!.columns).toEqual({ pupil: "ด.ช. เอ", health: "•••" });
});

test("who may see what is sensitive gets it only when it is asked for: unasked it is masked, in its history too, and nothing is noted", async () => {
  const director = await cases.as("director");
  const { body, text } = await director.get<RecordView>(`/api/v1/records/${record}`);
  expect([body.masked, body.reveals]).toEqual([["health", "family"], true]);
  expect(text).not.toMatch(/หอบหืด|ยายมี/);
  expect((await cases.view("clerk", record)).body.reveals).toBeUndefined();
  expect((await history("director")).items[0]!.changes).toContainEqual({ field: "สุขภาพ", to: "•••" });
  expect(await opened()).toEqual([]);
});

test("asking for it is one event, for who saw it, however often their screen reads again", async () => {
  expect((await history("director", record, "?sensitive=true")).items.at(-1)!.changes).toContainEqual({ field: "สุขภาพ", to: "หอบหืด" });
  for (let n = 0; n < 3; n++) expect((await cases.view("director", record)).body.record.answers).toMatchObject({ health: "หอบหืด" });
  await cases.view("clerk", record);
  expect(await opened()).toMatchObject([{ title: { th: "เปิดดูข้อมูลอ่อนไหว" }, who: "นายจรัส วงศ์ดี", position: "ผู้อำนวยการโรงเรียน" }]);
  const plain = await cases.submitted("teacher", "visit", { pupil: "ด.ญ. บี" });
  await cases.view("director", plain);
  expect((await history("director", plain)).items.map(({ type }) => type)).toEqual(["record.submit"]);
});

test("the history tells changes with titles and words, newest first, page by page", async () => {
  const problem = await cases.submitted("teacher", "problem-report", report);
  await cases.act("lao-admin", problem, "edit", {
    answers: { owner: cases.server.town.people["lao-admin"], thread: [{ $row: "01J00000000000000000000002", message: "กำลังดูให้", at: "2026-11-24" }] },
  });
  await cases.act("lao-admin", problem, "assign");
  const { items } = await history("teacher", problem);
  expect(items.map(({ type, title }) => [type, (title as { th: string }).th])).toEqual([
    ["record.assign", "รับเรื่อง"],
    ["record.edit", "แก้ไขข้อมูล"],
    ["record.submit", "แจ้งปัญหา"],
  ]);
  expect(items[1]!.changes).toEqual(
    expect.arrayContaining([
      { field: "ผู้รับผิดชอบ", to: "นายประสิทธิ์ ช่างคิด" },
      { field: "การสนทนา", to: expect.stringContaining("ข้อความ: กำลังดูให้") },
    ]),
  );
  // Of the first submission only what the author answered is told.
  const first = items[2]!.changes!.map(({ field }) => field);
  expect(first).toContain("รายละเอียด");
  expect(first).not.toContain("วันที่แจ้ง");
  const front = await history("teacher", problem, "?limit=2");
  const second = await history("teacher", problem, `?limit=2&after=${front.next}`);
  expect([...front.items, ...second.items]).toEqual(items);
  expect(second.next).toBeUndefined();
});

test("the history names people, also those who are no answer any more, and never by an id", async () => {
  const { people } = cases.server.town;
  const problem = await cases.submitted("teacher", "problem-report", report);
  for (const who of ["lao-admin", "clerk"]) await cases.act("lao-admin", problem, "edit", { answers: { owner: people[who] } });
  const { items } = await history("teacher", problem);
  expect(items[0]!.changes).toEqual([expect.objectContaining({ field: "ผู้รับผิดชอบ", was: "นายประสิทธิ์ ช่างคิด" })]);
  expect(JSON.stringify(items.map(({ changes }) => changes))).not.toMatch(/01[0-9A-Z]{24}/);
});

test("what one may do, and why not the rest", async () => {
  const asked = await cases.submitted("teacher", "leave-request", leave);
  const actions = async (username: string) =>
    Object.fromEntries((await cases.view(username, asked)).body.actions.map(({ id, allowed, why }) => [id, allowed || why!.code]));
  expect(await actions("clerk")).toMatchObject({ check: true, "return-check": true, withdraw: "workflow.not-yours" });
  expect(await actions("teacher")).toMatchObject({ check: "workflow.not-yours", withdraw: true });
  expect((await cases.view("clerk", asked)).body).toMatchObject({ editable: [], documents: [{ id: "leave-form" }] });
});

test("a form comes with its facts and its places; facts follow the answers", async () => {
  const teacher = await cases.as("teacher");
  const { body } = await teacher.get<Fillable>("/api/v1/forms/leave-request");
  expect(body.organizations).toEqual([{ id: cases.server.town.organizations.school, title: "โรงเรียนบ้านหนองบัว" }]);
  expect(body.submit.map(({ id, allowed }) => [id, allowed])).toEqual([["submit", true]]);
  expect(body.facts).toMatchObject({
    today: "2026-11-24",
    author: { name: "นางสาวกมลวรรณ ใจดี", duties: ["teacher", "school-staff"] },
    organization: { kind: "school" },
  });
  const acting = cases.server.town.people["co-teacher"]!;
  const facts = await teacher.post<Facts>("/api/v1/forms/leave-request/facts", { answers: { ...leave, acting } });
  expect(facts.body.labels).toMatchObject({ [acting]: "นายขจร แสงทอง" });
  expect(facts.body.lookups.taken).toMatchObject({ value: [] });
  expect((await (await cases.as("b-teacher")).get("/api/v1/forms/leave-request")).status).not.toBe(200);
  expect((await (await cases.as("province")).get("/api/v1/forms")).status).toBe(403);
});

test("open screens hear of a record only where it may be read", async () => {
  const heard = async (username: string) =>
    (await (await cases.as(username)).get<EventView>("/api/v1/events?since=0&limit=500")).body.items.filter(({ subject }) => subject?.id === record).length;
  expect(await heard("teacher")).toBeGreaterThan(0);
  expect(await heard("director")).toBeGreaterThan(0);
  for (const username of ["co-teacher", "other-director", "b-teacher", "province"]) expect(await heard(username)).toBe(0);
});

test("a reference shows what its form lets others see, and nothing of a record one may not read", async () => {
  const admin = await cases.as("lao-admin");
  const follow = {
    kind: "form",
    id: "follow-up",
    title: "ติดตาม",
    unit: "school",
    schema: { type: "object", properties: { about: { "x-field": "reference", type: "string", title: "เรื่อง", "x-form": "problem-report" } } },
    access: { create: ["school-staff"], read: ["author", "co-teacher", "director", "teacher"], list: ["director"] },
    list: { columns: ["about"] },
  };
  await admin.put("/api/v1/definitions/form/follow-up", follow, { "if-match": "0" });
  expect((await admin.post("/api/v1/definitions/form/follow-up/publish")).status).toBe(200);
  const about = await cases.submitted("teacher", "problem-report", { ...report, detail: "รายละเอียดลับ" });
  const following = await cases.submitted("teacher", "follow-up", { about });
  const labels = async (username: string) => ((await cases.view(username, following)).body.facts as unknown as Facts).labels[about];
  expect(await labels("teacher")).toMatch(/2570/);
  expect(await labels("teacher")).not.toContain("ลับ");
  expect((await cases.submit("co-teacher", "follow-up", { about })).problem.code).toBe("action.unknown-choice");
});

test("a reference must be of the form that the field asks for", async () => {
  const visit = await cases.submitted("teacher", "visit", { pupil: "ด.ช. ซี" });
  expect((await cases.submit("teacher", "follow-up", { about: visit })).problem).toMatchObject({ code: "action.unknown-choice", path: "/about" });
});

test("a national id that is sensitive shows its last four in lists, and no more", async () => {
  const admin = await cases.as("lao-admin");
  const card = {
    kind: "form",
    id: "pupil-card",
    title: "บัตรนักเรียน",
    unit: "school",
    schema: {
      type: "object",
      properties: {
        number: { "x-id": "eeeeeeeeee", "x-field": "national-id", type: "string", title: "เลขประจำตัวประชาชน" },
        home: { "x-id": "ffffffffff", "x-field": "address", type: "object", title: "ที่อยู่" },
      },
    },
    access: { create: ["teacher"], read: ["author", "director"], list: ["director"], sensitive: ["author"] },
    list: { columns: ["number", "home"] },
    sensitive: ["number", "home"],
  };
  await admin.put("/api/v1/definitions/form/pupil-card", card, { "if-match": "0" });
  expect((await admin.post("/api/v1/definitions/form/pupil-card/publish")).status).toBe(200);
  await cases.submitted("teacher", "pupil-card", { number: "๓-๑๐๐๖-๐๐๑๒๓-๔๕-๐", home: { province: "จ.ขอนแก่น" } });
  const { body, text } = await (await cases.as("director")).get<RecordList>("/api/v1/forms/pupil-card/records");
  expect(body.items[0]!.columns).toEqual({ number: "x-xxxx-xxxx3-45-0", home: "•••" });
  expect(text).not.toMatch(/310060|ขอนแก่น/);
});
