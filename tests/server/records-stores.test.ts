// One story on each store: a form is published, filled by many at once, moved, listed, searched, printed and published anew.
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import type { History, MenuView, Notices, RecordList, WorkingCopy } from "../../schemas/types.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";
import { day } from "../help/clock.js";
import { freshDatabase } from "../help/database.js";

const mongodb = inject("mongodb");
const stores = [{ store: "sqlite", uri: undefined as string | undefined }, ...(mongodb ? [{ store: "mongodb", uri: mongodb }] : [])];

describe.each(stores)("on $store", ({ uri }) => {
  let cases: Cases;
  let database: ReturnType<typeof freshDatabase> | undefined;
  beforeAll(async () => {
    database = uri === undefined ? undefined : freshDatabase(uri);
    cases = await openCases(["problem-report", "leave-request", "menu-staff"], { ...(database && { mongodbUri: database.uri }) });
  });
  afterAll(async () => {
    await cases.close();
    await database?.drop();
  });

  test("many submit at once: no gap and no double in the numbers, none lost, each once", async () => {
    const people = ["teacher", "co-teacher", "class-teacher", "other-teacher"];
    const actions = await Promise.all(Array.from({ length: 20 }, (_, n) => cases.fill(people[n % 4]!, "problem-report", { ...report, detail: `เรื่องที่ ${n}` })));
    const twice = await Promise.all([...actions, ...actions].map((action, n) => cases.send(people[n % 4]!, action)));
    expect(twice.map(({ status }) => status).sort()).toEqual([...Array(20).fill(200), ...Array(20).fill(201)]);
    const numbers = new Set(twice.map(({ body }) => body.numbers!.no));
    expect(numbers).toEqual(new Set(Array.from({ length: 20 }, (_, n) => `${n + 1}/2570`)));
    await cases.server.storage.indexed();
    const { items } = (await (await cases.as("education-office")).get<RecordList>("/api/v1/forms/problem-report/records?limit=100")).body;
    expect(items).toHaveLength(20);
    expect((await (await cases.as("education-office")).get<RecordList>("/api/v1/forms/problem-report/records?q=เรื่องที่ 17")).body.items.length).toBeGreaterThan(
      0,
    );
    expect((await (await cases.as("lao-admin")).get<RecordList>("/api/v1/inbox?limit=100")).body.items).toHaveLength(20);
  });

  test("a leave goes its way, is told about, printed and kept; the next one knows the days taken", async () => {
    const record = await cases.submitted("teacher", "leave-request", leave);
    await cases.act("clerk", record, "check");
    await cases.act("deputy", record, "opine", { comment: "เห็นควรอนุญาต" });
    await cases.act("director", record, "approve");
    await cases.server.app.effects.idle();
    const { items } = (await (await cases.as("teacher")).get<Notices>("/api/v1/notices")).body;
    expect(items.map(({ record }) => record)).toContain(record);
    const print = () => cases.as("teacher").then((client) => client.get(`/api/v1/records/${record}/documents/leave-form`));
    const printed = (await print()).text;
    cases.server.clock.advance(40 * day);
    expect((await print()).text).toBe(printed);
    const history = (await (await cases.as("teacher")).get<History>(`/api/v1/records/${record}/history`)).body.items.map(({ type }) => type);
    expect(history.filter((type) => type !== "record.opened")).toEqual(["record.approve", "record.opine", "record.check", "record.submit"]);
    const next = await cases.submitted("teacher", "leave-request", { ...leave, date_from: "2027-01-12", date_to: "2027-01-12" });
    const { stat } = (await cases.view("teacher", next)).body.record.answers as { stat: { type: string; taken: number }[] };
    expect(stat.find(({ type }) => type === "personal")).toMatchObject({ taken: 2 });
  });

  test("a form published anew and a retired menu are seen at once, and lists follow", async () => {
    const admin = await cases.as("lao-admin");
    const { body } = await admin.get<WorkingCopy>("/api/v1/definitions/form/problem-report");
    const changed = { ...body.definition, list: { columns: ["detail"], sort: ["people"], filter: ["kind"], search: ["context"] } };
    await admin.put("/api/v1/definitions/form/problem-report", changed, { "if-match": String(body.rev) });
    expect((await admin.post<{ release: string }>("/api/v1/definitions/form/problem-report/publish")).body.release).toBe("problem-report@2");
    await cases.server.app.effects.idle();
    const { items } = (await (await cases.as("education-office")).get<RecordList>("/api/v1/forms/problem-report/records?sort=people&limit=100")).body;
    expect(items).toHaveLength(20);
    expect(items[0]!.columns.detail).toMatch(/^เรื่องที่ /);
    await admin.post("/api/v1/definitions/menu/staff/retire");
    expect((await (await cases.as("teacher")).get<MenuView>("/api/v1/menus")).body.groups).toEqual([]);
  });
});
