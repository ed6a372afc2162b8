// Drafts over HTTP: kept by what changed, private to their author, never in anybody's way.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Draft, Drafts } from "../../schemas/types.js";
import { type Cases, openCases } from "../help/cases.js";
import type { Client } from "../help/server.js";

let cases: Cases;
let teacher: Client;
let release: string;
beforeAll(async () => {
  cases = await openCases(["problem-report"]);
  teacher = await cases.as("teacher");
  release = (await cases.form("teacher", "problem-report")).release;
});
afterAll(() => cases.close());

const form = "problem-report";
const row = "01J00000000000000000000001";
const save = (client: Client, id: string, changes: unknown[], more = {}) => client.patch<Draft>(`/api/v1/drafts/${id}`, { form, release, changes, ...more });

test("the first save makes it, the next ones change paths and leave the rest alone", async () => {
  const id = cases.server.newId();
  expect((await save(teacher, id, [{ path: "detail", to: "พิมพ์ไว้" }], { field: "detail", typed: { people: "1๐" } })).body).toMatchObject({
    id,
    rev: 1,
    title: { th: "เรื่องแจ้งปัญหาการใช้ระบบ" },
  });
  await save(teacher, id, [
    { path: `thread/${row}/message`, to: "ข้อความ" },
    { path: "kind", to: "fault" },
  ]);
  await save(teacher, id, [{ path: `thread/${row}/at`, to: "2026-11-24" }, { path: "kind" }], { typed: { people: "" } });
  expect((await teacher.get<Draft>(`/api/v1/drafts/${id}`)).body).toMatchObject({
    rev: 3,
    field: "detail",
    typed: {},
    answers: { detail: "พิมพ์ไว้", thread: [{ $row: row, message: "ข้อความ", at: "2026-11-24" }] },
  });
  await save(teacher, id, [{ path: `thread/${row}` }]);
  expect((await teacher.get<Draft>(`/api/v1/drafts/${id}`)).body.answers).toEqual({ detail: "พิมพ์ไว้", thread: [] });
});

test("two tabs that save at once both keep what they changed", async () => {
  const id = cases.server.newId();
  await save(teacher, id, []);
  const saves = await Promise.all(["detail", "context", "kind", "severity"].map((path) => save(teacher, id, [{ path, to: `ค่า ${path}` }])));
  expect(saves.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await teacher.get<Draft>(`/api/v1/drafts/${id}`)).body).toMatchObject({
    rev: 5,
    answers: { detail: "ค่า detail", context: "ค่า context", kind: "ค่า kind", severity: "ค่า severity" },
  });
});

test("nobody else sees it, and the same id is another draft for somebody else", async () => {
  const id = cases.server.newId();
  await save(teacher, id, [{ path: "detail", to: "ของครู" }]);
  const other = await cases.as("co-teacher");
  expect((await other.get(`/api/v1/drafts/${id}`)).status).toBe(404);
  expect((await save(other, id, [{ path: "detail", to: "ของอีกคน" }])).body.rev).toBe(1);
  expect((await other.delete(`/api/v1/drafts/${id}`)).status).toBe(204);
  expect((await teacher.get<Draft>(`/api/v1/drafts/${id}`)).body.answers).toEqual({ detail: "ของครู" });
  expect((await teacher.get<Drafts>("/api/v1/drafts")).body.items.some((one) => one.id === id)).toBe(true);
  expect((await other.get<Drafts>("/api/v1/drafts")).body.items).toEqual([]);
});

test.each([
  ["a field the form does not have", [{ path: "nothing", to: 1 }], 422, "draft.path"],
  ["a prototype", [{ path: "__proto__/x", to: 1 }], 422, "draft.path"],
  ["a constructor in a row", [{ path: `thread/${row}/constructor`, to: 1 }], 422, "draft.path"],
  ["inside a plain answer", [{ path: "detail/x", to: 1 }], 422, "draft.path"],
  ["a row that is no row", [{ path: `thread/${row}`, to: "x" }], 422, "draft.path"],
  [
    "a draft without an end",
    [
      { path: "detail", to: "ก".repeat(1_600_000 / 3) },
      { path: "context", to: "a".repeat(1_200_000) },
    ],
    413,
    "draft.too-large",
  ],
])("refuses %s and keeps what was there", async (_, changes, status, code) => {
  const id = cases.server.newId();
  await save(teacher, id, [{ path: "detail", to: "อยู่ครบ" }]);
  expect(await save(teacher, id, changes as unknown[])).toMatchObject({ status, problem: { code } });
  expect((await teacher.get<Draft>(`/api/v1/drafts/${id}`)).body).toMatchObject({ rev: 1, answers: { detail: "อยู่ครบ" } });
});

test("an unknown form or release is told; a draft goes on after the form is retired", async () => {
  const id = cases.server.newId();
  expect((await teacher.patch(`/api/v1/drafts/${id}`, { form: "none", release: "none@1", changes: [] })).problem.code).toBe("form.release-unknown");
  expect((await teacher.patch(`/api/v1/drafts/${id}`, { form, release: "problem-report@99", changes: [] })).status).toBe(200);
  await (await cases.as("lao-admin")).post("/api/v1/definitions/form/problem-report/retire");
  expect((await save(teacher, id, [{ path: "detail", to: "ยังพิมพ์ต่อได้" }])).status).toBe(200);
});
