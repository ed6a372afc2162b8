// Lists, search, inbox and menus over HTTP: who finds what, in which order, page by page.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MenuView, RecordList } from "../../schemas/types.js";
import { type Cases, openCases, report } from "../help/cases.js";
import { minute } from "../help/clock.js";

let cases: Cases;
const made: string[] = [];
const url = "/api/v1/forms/problem-report/records";
beforeAll(async () => {
  cases = await openCases(["problem-report", "menu-help"]);
  const people = ["teacher", "co-teacher", "other-teacher"];
  for (let n = 0; n < 12; n++) {
    const severity = n % 2 ? "stopped" : "slow";
    made.push(await cases.submitted(people[n % 3]!, "problem-report", { ...report, severity, detail: `เรื่องที่ ${n} ${n === 7 ? "ผู้ปกครองน้ำท่วม" : ""}` }));
    cases.server.clock.advance(minute);
  }
  await cases.server.storage.indexed();
});
afterAll(() => cases.close());

const list = async (username: string, query: Record<string, string> = {}, from = url) =>
  (await cases.as(username)).get<RecordList>(`${from}?${new URLSearchParams(query)}`);

test("who supervises sees all of the owner, a director their school, newest first", async () => {
  expect((await list("education-office")).body.items.map(({ id }) => id)).toEqual([...made].reverse());
  const school = (await list("director")).body;
  expect(school.items.map(({ id }) => id)).toEqual(made.filter((_, n) => n % 3 !== 2).reverse());
  expect(school.columns?.map(({ name }) => name)).toEqual(["no", "code", "severity", "due"]);
  expect(school.items[0]).toMatchObject({
    number: "11/2570",
    author: "นายขจร แสงทอง",
    state: { id: "reported" },
    columns: { no: "11/2570", severity: expect.any(String) },
    place: "โรงเรียนบ้านหนองบัว",
  });
  expect(school.items[0]!.columns.severity).not.toBe("slow");
});

test("who has no list is refused, and finds only their own", async () => {
  expect((await list("teacher")).status).toBe(403);
  expect((await list("b-director")).status).toBe(404);
  expect((await list("teacher", {}, "/api/v1/records/mine")).body.items.map(({ id }) => id)).toEqual(made.filter((_, n) => n % 3 === 0).reverse());
  expect((await list("b-teacher", {}, "/api/v1/records/mine")).body.items).toEqual([]);
});

test("pages by cursor meet each record once", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const { body }: { body: RecordList } = await list("education-office", { limit: "5", ...(after ? { after } : {}) });
    seen.push(...body.items.map(({ id }) => id));
    after = body.next;
  } while (after);
  expect(seen).toEqual([...made].reverse());
});

test("filters and sorts by what the form lists, and by nothing else", async () => {
  const stopped = (await list("education-office", { filter: JSON.stringify({ severity: "stopped" }), sort: "updated" })).body;
  expect(stopped.items.map(({ id }) => id)).toEqual(made.filter((_, n) => n % 2 === 1));
  const both = (await list("education-office", { filter: JSON.stringify({ severity: "slow", kind: "fault", state: "reported" }), limit: "4" })).body;
  expect(both.items.map(({ id }) => id)).toEqual(
    made
      .filter((_, n) => n % 2 === 0)
      .reverse()
      .slice(0, 4),
  );
  const oneOf = (await list("education-office", { filter: JSON.stringify({ severity: { $in: ["slow", "annoying"] } }) })).body;
  expect(oneOf.items).toHaveLength(6);
  expect((await list("education-office", { filter: JSON.stringify({ state: "closed" }) })).body.items).toEqual([]);
  for (const [query, status] of [
    [{ filter: '{"detail":"x"}' }, 422],
    [{ filter: '{"$where":"1"}' }, 422],
    [{ filter: '{"severity":{"$regex":"."}}' }, 422],
    [{ filter: "{" }, 422],
    [{ sort: "detail" }, 422],
    [{ after: "สุ่ม" }, 422],
    [{ limit: "100000" }, 422],
  ] as const) {
    const answer = await list("education-office", query);
    expect([answer.status, answer.problem.code]).toEqual([
      expect.toSatisfy((code: number) => code === status || code === 400),
      expect.stringMatching(/^(list|query|server)\./),
    ]);
  }
});

test("search finds by any part of a Thai word, within what one may list", async () => {
  expect((await list("education-office", { q: "น้ำท่วม" })).body.items.map(({ id }) => id)).toEqual([made[7]]);
  expect((await list("director", { q: "ผู้ปกครอง" })).body.items.map(({ id }) => id)).toEqual([made[7]]);
  expect((await list("other-director", { q: "ผู้ปกครอง" })).body.items).toEqual([]);
});

test("a found row says in which field it was found, a listed one does not", async () => {
  const [row] = (await list("director", { q: "น้ำท่วม" })).body.items;
  expect(row!.found).toEqual({ title: { th: "รายละเอียด", en: "Details" }, words: "เรื่องที่ 7 ผู้ปกครองน้ำท่วม" });
  expect((await list("director")).body.items.every(({ found }) => found === undefined)).toBe(true);
});

test("what waits is in the inbox of who may move it, longest waiting first, and leaves it when moved", async () => {
  const inbox = async (username: string) => (await list(username, {}, "/api/v1/inbox")).body.items.map(({ id }) => id);
  const count = async (username: string) => (await (await cases.as(username)).get<{ count: number }>("/api/v1/inbox/count")).body.count;
  expect(await inbox("education-office")).toEqual(made);
  expect([await count("education-office"), await count("teacher"), await count("director")]).toEqual([12, 0, 0]);
  await cases.act("education-office", made[0]!, "edit", { answers: { owner: cases.server.town.people["education-office"], fixed_at: "2026-11-24" } });
  await cases.act("education-office", made[0]!, "assign");
  await cases.act("education-office", made[0]!, "fix");
  expect(await inbox("education-office")).not.toContain(made[0]);
  expect(await inbox("teacher")).toEqual([made[0]]);
  expect(await inbox("other-teacher")).toEqual([]);
});

test("a list stays in the order of its numbers, whatever happens to a record, and says so", async () => {
  const { items, sort } = (await list("education-office")).body;
  expect(sort).toBe("-no");
  // The oldest has moved last, in the test before.
  expect(items.map(({ id }) => id)).toEqual([...made].reverse());
  expect((await list("education-office", { sort: "-updated" })).body.items[0]!.id).toBe(made[0]);
});

test("menus show what one may go to, and change when published", async () => {
  const targets = async (username: string) =>
    (await (await cases.as(username)).get<MenuView>("/api/v1/menus")).body.groups.flatMap(({ items }) => items.map(({ target }) => target));
  expect(await targets("teacher")).toContainEqual({ form: "problem-report" });
  expect(await targets("teacher")).not.toContainEqual({ list: "problem-report" });
  expect(await targets("director")).toContainEqual({ list: "problem-report" });
  expect(await targets("b-teacher")).toEqual([]);
  const admin = await cases.as("lao-admin");
  const menu = {
    kind: "menu",
    id: "more",
    title: "อื่น ๆ",
    items: [
      { id: "report", label: "แจ้งอีกทาง", target: { form: "problem-report" } },
      { id: "gone", label: "ไม่มี", target: { form: "absent" } },
    ],
  };
  await admin.put("/api/v1/definitions/menu/more", { ...menu, items: menu.items.slice(0, 1) }, { "if-match": "0" });
  await admin.post("/api/v1/definitions/menu/more/publish");
  const { groups } = (await (await cases.as("teacher")).get<MenuView>("/api/v1/menus")).body;
  expect(groups.find(({ id }) => id === "more")?.items).toEqual([{ id: "report", label: "แจ้งอีกทาง", target: { form: "problem-report" } }]);
  await admin.post("/api/v1/definitions/menu/more/retire");
  expect((await (await cases.as("teacher")).get<MenuView>("/api/v1/menus")).body.groups.some(({ id }) => id === "more")).toBe(false);
});

test("a menu that is being designed is shown as a position would see it; only to whoever designs", async () => {
  const menu = { kind: "menu", id: "drafted", title: "ร่าง", items: [{ id: "a", label: "รายการ", who: ["director"], target: { list: "problem-report" } }] };
  const preview = async (username: string, body: object, by = "lao-admin") =>
    (await cases.as(by)).post<MenuView>("/api/v1/menus/preview", { position: cases.server.town.positions[username], ...body });
  const ids = async (username: string, body: object) => (await preview(username, body)).body.groups.map(({ id }) => id);
  expect(await ids("director", { menu })).toContain("drafted");
  expect(await ids("teacher", { menu })).not.toContain("drafted");
  // Without it, what that position sees now.
  expect((await preview("teacher", {})).body).toEqual((await (await cases.as("teacher")).get<MenuView>("/api/v1/menus")).body);
  // What is no menu yet shows nothing of itself.
  expect(await ids("director", { menu: { ...menu, items: [{ id: "a" }] } })).not.toContain("drafted");
  expect((await preview("director", { menu }, "teacher")).status).toBe(403);
  expect((await (await cases.as("lao-admin")).post("/api/v1/menus/preview", { position: "nobody" })).status).toBe(404);
});
