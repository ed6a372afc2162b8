// Reports over HTTP, on each store: the two that come with the product, and a monthly register of pupils × days over a form made for it.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { bangkokDate } from "../../engine/thai/date.js";
import type { DefinitionList, MenuView, ReportList, ReportView, WorkingCopy } from "../../schemas/types.js";
import { readChosen } from "../../server/reports/chosen.js";
import { Reports } from "../../server/reports/open.js";
import { readReport } from "../../server/reports/read.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";
import { freshDatabase } from "../help/database.js";

const mongodb = inject("mongodb");
const stores = [{ store: "sqlite", uri: undefined as string | undefined }, ...(mongodb ? [{ store: "mongodb", uri: mongodb }] : [])];

const select = (title: string, ids: string[]) => ({ "x-field": "select", type: "string", title, "x-options": ids.map((id) => ({ id, title: id })) });
const attendance = {
  kind: "form",
  id: "attendance",
  title: "บันทึกเวลาเรียน",
  unit: "class",
  schema: {
    type: "object",
    required: ["day"],
    properties: {
      day: { "x-field": "date", type: "string", format: "date", title: "วันที่" },
      health: { "x-field": "text", type: "string", title: "สุขภาพ" },
      rows: {
        "x-field": "table",
        type: "array",
        title: "นักเรียน",
        items: {
          type: "object",
          properties: { student: { "x-field": "text", type: "string", title: "นักเรียน" }, status: select("สถานะ", ["present", "late", "absent"]) },
        },
      },
    },
  },
  access: { create: ["teacher"], read: ["author", "teacher", "director"], list: ["teacher", "director"], sensitive: ["author"] },
  list: { columns: ["day"], sort: ["day"] },
  sensitive: ["health"],
};
const came = "status == 'present' || status == 'late'";
const register = {
  kind: "report",
  id: "register",
  title: "ใบเช็กชื่อรายเดือน",
  access: ["teacher", "director"],
  parameters: [
    { name: "month", type: "month" },
    { name: "room", type: "organization", kinds: ["class"] },
  ],
  sources: [{ form: "attendance", between: { field: "day", parameter: "month" }, rows: "rows" }],
  group: [{ name: "student", title: "ชื่อ–สกุล", value: "student" }],
  matrix: {
    across: { name: "day", title: "วันที่", value: "day", by: "day", all: "workdays" },
    cell: {
      name: "status",
      title: "สถานะ",
      pick: "last",
      of: "status",
      marks: { present: { mark: "/", title: "มา" }, absent: { mark: "ข", title: "ขาด", tone: "bad" } },
    },
    foot: [{ name: "present", title: "มาเรียน", pick: "count", where: came }],
  },
  columns: [
    { name: "came", title: "มา", pick: "count", where: came },
    { name: "rate", title: "ร้อยละ", pick: "percent", of: came },
  ],
  document: { paper: "A4-landscape", signers: ["ครูประจำชั้น"] },
};
const roll = (day: string, statuses: Record<string, string>) => ({
  day,
  health: "แพ้ถั่ว",
  rows: Object.entries(statuses).map(([student, status], nth) => ({ $row: `01J00000000000000000000${String(nth).padStart(3, "0")}`, student, status })),
});

describe.each(stores)("on $store", ({ uri }) => {
  let cases: Cases;
  let database: ReturnType<typeof freshDatabase> | undefined;
  const get = async <T = ReportView>(username: string, url: string) => (await cases.as(username)).get<T>(`/api/v1/reports${url}`);
  const approved = async (username: string, answers: object) => {
    const record = await cases.submitted(username, "leave-request", { ...leave, ...answers });
    await cases.act("clerk", record, "check");
    await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" });
    const done = await cases.act("director", record, "approve");
    if (done.status !== 201) throw new Error(done.text);
  };

  beforeAll(async () => {
    database = uri === undefined ? undefined : freshDatabase(uri);
    cases = await openCases(["problem-report", "leave-request", "report-leave-summary", "report-problem-summary", "menu-reports"], {
      ...(database && { mongodbUri: database.uri }),
    });
    await cases.publish(attendance);
    await cases.publish(register);
  });
  afterAll(async () => {
    await cases.close();
    await database?.drop();
  });

  test("leave by person and type: granted ones of the year, with subtotals, totals and a picture", async () => {
    await approved("teacher", { date_from: "2026-12-01", date_to: "2026-12-02" });
    await approved("teacher", { leave_type: "sick", date_from: "2026-12-08", date_to: "2026-12-08", part: "morning" });
    await approved("co-teacher", { leave_type: "sick", date_from: "2027-01-12", date_to: "2027-01-12" });
    await cases.submitted("teacher", "leave-request", { ...leave, date_from: "2026-12-21", date_to: "2026-12-21" });
    const { status, body } = await get("director", "/leave-summary");
    expect(status).toBe(200);
    expect(body.count).toBe(3);
    expect(body.parameters[0]).toMatchObject({ value: "2570", words: "ปีงบประมาณ 2570" });
    expect(body.columns.map(({ title }) => title)).toEqual(["สังกัด", "ชื่อ–สกุล", "ลาป่วย", "ลากิจส่วนตัว", "จำนวนใบลา", "รวมวันลา"]);
    expect(body.lines.map(({ kind, cells }) => [kind, ...cells.slice(1)])).toEqual([
      ["row", "นางสาวกมลวรรณ ใจดี", "0.5", "2", "2", "2.5"],
      ["row", "นายขจร แสงทอง", "1", "", "1", "1"],
      ["subtotal", "", "1.5", "2", "3", "3.5"],
      ["total", "", "1.5", "2", "3", "3.5"],
    ]);
    expect(body.charts[0]!.x).toHaveLength(12);
    expect(body.charts[0]!.series.map(({ title, values }) => [title, values[2], values[3]])).toEqual([
      ["ลาป่วย", 0.5, 1],
      ["ลากิจส่วนตัว", 2, null],
    ]);
    expect((await get("director", "/leave-summary?year=2569")).body.lines).toEqual([]);
    expect((await get("director", "/leave-summary?language=en")).body.columns.map(({ title }) => title)).toContain("Name");
  });

  test("problems by code: counts, percents and mean days of the month", async () => {
    await cases.submitted("teacher", "problem-report", report);
    await cases.submitted("other-teacher", "problem-report", report);
    await cases.submitted("teacher", "problem-report", { ...report, code: "p07", people: 10 });
    const { body } = await get("lao-admin", "/problem-summary");
    expect(body.lines.map(({ kind, values }) => [kind, ...values])).toEqual([
      ["row", "p15", 2, 0, 2, 0, null, 6],
      ["row", "p07", 1, 0, 1, 0, null, 10],
      ["total", null, 3, 0, 3, 0, null, 16],
    ]);
    // A director sees what is of the own school.
    expect((await get("director", "/problem-summary")).body.count).toBe(2);
    expect((await get("lao-admin", "/problem-summary?month=2026-10")).body).toMatchObject({ count: 0, lines: [] });
  });

  test("a register of a class: pupils × days, each class its own, what is said wrongly is told", async () => {
    await cases.submitted("teacher", "attendance", roll("2026-11-23", { ก: "present", ข: "absent" }));
    await cases.submitted("co-teacher", "attendance", roll("2026-11-24", { ก: "present", ข: "late" }));
    await cases.submitted("teacher", "attendance", roll("2026-10-30", { ก: "absent" }));
    await cases.submitted("class-teacher", "attendance", roll("2026-11-24", { ค: "present" }));
    const { organizations } = cases.server.town;
    const { body } = await get("teacher", "/register");
    expect(body.parameters[1]).toMatchObject({ value: organizations.class, words: "ป.1/1 โรงเรียนบ้านหนองบัว", options: [{ id: organizations.class }] });
    const shown = body.columns.map(({ title }, nth) => [title, nth] as const).filter(([title]) => ["23", "24", "มา", "ร้อยละ"].includes(title));
    expect(body.lines.map(({ kind, cells }) => [kind, cells[0], ...shown.map(([, nth]) => cells[nth])])).toEqual([
      ["row", "ก", "/", "/", "2", "100.00"],
      ["row", "ข", "ข", "late", "1", "50.00"],
      ["total", "รวม", "", "", "3", "75.00"],
      ["foot", "มาเรียน", "1", "2", "3", ""],
    ]);
    expect((await get("director", `/register?room=${organizations["class-2"]}`)).body.lines[0]!.cells[0]).toBe("ค");
    expect((await get("director", "/register")).body.parameters[1]!.options).toHaveLength(2);
    const wrong = await get("teacher", `/register?month=2569-11&room=${organizations["class-2"]}`);
    expect([wrong.status, wrong.problem.problems?.map(({ code }) => code)]).toEqual([422, ["report.parameter", "report.organization"]]);
  });

  test("who may open it, and only with the right to list what it reads", async () => {
    const statuses = async (url: string, names: string[]) => Promise.all(names.map(async (name) => (await get(name, url)).status));
    expect(await statuses("/register", ["teacher", "director", "clerk", "lao-admin", "b-teacher", "province"])).toEqual([200, 200, 403, 403, 404, 403]);
    // A duty that opens it, but lists none of its records.
    await cases.publish({ ...register, id: "wide", access: ["anyone"] });
    expect(await statuses("/wide", ["teacher", "clerk", "mayor"])).toEqual([200, 403, 403]);
    const ids = async (name: string) => (await get<ReportList>(name, "")).body.items.map(({ id }) => id);
    expect(await ids("teacher")).toEqual(["register", "wide"]);
    expect(await ids("director")).toEqual(["leave-summary", "problem-summary", "register", "wide"]);
    expect(await ids("b-director")).toEqual([]);
    const menu = async (name: string) =>
      (await (await cases.as(name)).get<MenuView>("/api/v1/menus")).body.groups.flatMap(({ items }) => items.map(({ target }) => target));
    expect(await menu("director")).toEqual([{ report: "leave-summary" }, { report: "problem-summary" }]);
    expect(await menu("lao-admin")).toEqual([{ report: "problem-summary" }]);
    expect(await menu("teacher")).toEqual([]);
    // A menu leads to a report only where the report shows anything.
    await cases.publish({ kind: "menu", id: "wide", title: "กว้าง", items: [{ id: "wide", label: "กว้าง", target: { report: "wide" } }] });
    expect([await menu("teacher"), await menu("mayor")]).toEqual([[{ report: "wide" }], []]);
  });

  test("what is sensitive is left out for whoever may not see it, and its opening is an event of the record", async () => {
    await cases.publish({
      kind: "report",
      id: "health",
      title: "สุขภาพ",
      access: ["teacher", "director"],
      sources: [{ form: "attendance" }],
      group: [{ name: "health", title: "สุขภาพ", value: "health" }],
      columns: [{ name: "n", title: "n", pick: "count" }],
    });
    const director = await get("director", "/health");
    expect(director.text).not.toContain("แพ้ถั่ว");
    expect(director.body.lines[0]!.cells).toEqual(["ไม่ระบุ", "4"]);
    const teacher = await get("teacher", "/health");
    expect(teacher.body.lines.map(({ cells }) => cells)).toEqual([
      ["แพ้ถั่ว", "2"],
      ["ไม่ระบุ", "1"],
      ["รวม", "3"],
    ]);
    const { items } = (await (await cases.as("teacher")).get<{ items: { type: string }[] }>("/api/v1/events?since=0&limit=500")).body;
    expect(items.filter(({ type }) => type === "record.opened")).toHaveLength(2);
  });

  test("the print: heads that repeat, Thai digits, the foot, places to sign, and nothing that runs", async () => {
    await cases.submitted("teacher", "attendance", roll("2026-11-25", { "<script>alert(1)</script>": "present" }));
    const { status, text, headers } = await get("teacher", "/register/print");
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
    expect(text).toContain("@page{size:A4 landscape");
    expect(text).toContain("thead{display:table-header-group}");
    expect(text).toContain("พฤศจิกายน ๒๕๖๙");
    expect(text).toContain("จากข้อมูล ๓ เรื่อง");
    expect(text).toMatch(/พิมพ์เมื่อ ๒๔ พ\.ย\. ๒๕๖๙/);
    expect(text).toContain("ครูประจำชั้น");
    expect(text).not.toContain("<script");
    expect((await get("director", "/leave-summary/print")).text).toMatch(/<svg class="chart"[^>]*role="img"/);
    expect((await get("clerk", "/register/print")).status).toBe(403);
  });

  test("a template of its own prints the same figures", async () => {
    const template = '<h1>{{title}} {{period}}</h1>{{#each lines}}<p class="{{kind}}">{{by.student}} {{by.came}}</p>{{/each}}';
    await cases.publish({ ...register, id: "own-print", document: { template, digits: "arabic" } });
    const { text } = await get("teacher", "/own-print/print");
    expect(text).toContain("<h1>ใบเช็กชื่อรายเดือน พฤศจิกายน 2569</h1>");
    expect(text).toContain('<p class="row">ก 2</p>');
    const admin = await cases.as("lao-admin");
    const wrong = await admin.put<WorkingCopy>(
      "/api/v1/definitions/report/bad",
      { ...register, id: "bad", document: { template: "{{#each lines}}" } },
      { "if-match": "0" },
    );
    expect(wrong.body.problems.map(({ path }) => path)).toContain("/document/template");
    expect((await admin.post("/api/v1/definitions/report/bad/publish", {})).status).toBe(422);
  });

  test("a day by which the form does not sort is read too; own records are of the chosen organization only", async () => {
    const { day, rows } = attendance.schema.properties;
    const diary = {
      ...attendance,
      id: "diary",
      sensitive: [],
      schema: { type: "object", properties: { day, rows } },
      access: { ...attendance.access, list: ["author"] },
    };
    await cases.publish({ ...diary, list: { columns: ["day"] } });
    await cases.publish({ ...register, id: "by-diary", sources: [{ form: "diary", between: { field: "day", parameter: "month" }, rows: "rows" }] });
    const warned = await (await cases.as("lao-admin")).get<WorkingCopy>("/api/v1/definitions/report/by-diary");
    expect(warned.body.problems.map(({ code, level }) => [code, level])).toEqual([["report.not-indexed", "warn"]]);
    const plain = (date: string, name: string) => ({ day: date, rows: [{ $row: "01J0000000000000000000000A", student: name, status: "present" }] });
    await cases.submitted("teacher", "diary", plain("2026-11-02", "ก"));
    await cases.submitted("teacher", "diary", plain("2026-10-02", "ข"));
    await cases.submitted("class-teacher", "diary", plain("2026-11-02", "ค"));
    const names = async (username: string, url: string) =>
      (await get(username, url)).body.lines.filter(({ kind }) => kind === "row").map(({ cells }) => cells[0]);
    expect(await names("teacher", "/by-diary")).toEqual(["ก"]);
    expect(await names("teacher", "/by-diary?month=2026-10")).toEqual(["ข"]);
    const { organizations, positions, people } = cases.server.town;
    // The teacher also takes the other class: what was written for one class is not in the sheet of the other.
    await (await cases.as("lao-admin")).post("/api/v1/holdings", { position: positions["class-teacher"], person: people.teacher, from: "2026-11-01" });
    expect(await names("teacher", `/by-diary?room=${organizations["class-2"]}`)).toEqual([]);
    expect(await names("teacher", `/by-diary?room=${organizations.class}`)).toEqual(["ก"]);
  });

  test("while a long sheet is folded, others have their turn", async () => {
    await cases.submitted(
      "class-teacher",
      "attendance",
      roll("2026-09-01", Object.fromEntries(Array.from({ length: 600 }, (_, nth) => [`p${nth}`, "present"]))),
    );
    let turns = 0;
    let reading = true;
    const count = () => {
      turns++;
      if (reading) setImmediate(count);
    };
    const answer = get("director", `/register?month=2026-09&room=${cases.server.town.organizations["class-2"]}`);
    setImmediate(count);
    const { body } = await answer;
    reading = false;
    expect(body.lines.filter(({ kind }) => kind === "row")).toHaveLength(600);
    expect(turns).toBeGreaterThanOrEqual(6);
  });

  test("more records than anybody waits for are told, not read", async () => {
    const { app, clock, town } = cases.server;
    const actor = (await app.directory.of(town.organizations.a!)).actor(town.accounts["lao-admin"]!, bangkokDate(clock.now()))!;
    const definition = (await app.definitions.newest(actor.owner, "report", "problem-summary"))!;
    const open = await new Reports(app).open(actor, definition, 1);
    const context = await app.reading(actor);
    const common = { actor, today: bangkokDate(clock.now()), language: "th" as const };
    const chosen = readChosen({ snapshot: context.snapshot, scopes: open.scopes, ...common }, definition.parameters!, {});
    const order = { ...open, chosen, openings: app.openings, now: new Date(clock.now()).toISOString(), ...common };
    expect((await readReport(context, order, { records: 3, lines: 3 })).count).toBe(3);
    for (const limits of [
      { records: 2, lines: 10 },
      { records: 10, lines: 2 },
    ])
      expect(await readReport(context, order, limits)).toMatchObject({
        problem: { code: "report.too-many-records", params: { limit: 2 } },
        parameters: [{ name: "month" }],
        lines: [],
      });
  });

  test("a report has versions, can be retired, and says so when a form no longer has what it reads", async () => {
    const admin = await cases.as("lao-admin");
    await cases.publish({ ...register, id: "short-lived", title: "ครั้งที่สอง" });
    const { items } = (await admin.get<DefinitionList>("/api/v1/definitions")).body;
    expect(items.find(({ id }) => id === "short-lived")).toMatchObject({ kind: "report", version: 1, retired: false });
    await admin.post("/api/v1/definitions/report/short-lived/retire");
    expect((await get("teacher", "/short-lived")).status).toBe(404);
    const { rows: _, ...rest } = attendance.schema.properties;
    await cases.publish({ ...attendance, schema: { ...attendance.schema, properties: rest } });
    const broken = await get("teacher", "/register");
    expect([broken.status, broken.problem.code]).toEqual([409, "report.broken"]);
    expect(broken.problem.problems!.map(({ code }) => code)).toContain("report.not-a-table");
  });
});
