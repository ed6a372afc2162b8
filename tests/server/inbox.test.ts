// The inbox: what waits for somebody, and only that. An answer that is missing is part of the work; taking back one's own is none.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordList } from "../../schemas/types.js";
import { type Cases, leave, openCases } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["leave-request"]);
  const admin = await cases.as("lao-admin");
  const definitions = {
    workflow: {
      kind: "workflow",
      id: "asking",
      title: "ขอใช้ห้อง",
      states: [
        { id: "asked", title: "รอครูตอบ", check: "shape", edit: { who: ["director"] } },
        { id: "answered", title: "ตอบแล้ว", final: true },
      ],
      actions: [
        { id: "submit", title: "ส่ง", from: ["new"], to: "asked" },
        { id: "answer", title: "ตอบ", from: ["asked"], to: "answered", who: ["director"], complete: true },
      ],
    },
    form: {
      kind: "form",
      id: "asking",
      title: "ขอใช้ห้อง",
      unit: "school",
      workflow: "asking",
      schema: {
        type: "object",
        required: ["room"],
        properties: { room: { "x-id": "aaaaaaaaaa", "x-field": "text", type: "string", title: "ห้อง" } },
      },
      access: { create: ["teacher"], read: ["author", "director"] },
    },
  };
  for (const [kind, definition] of Object.entries(definitions)) {
    await admin.put(`/api/v1/definitions/${kind}/asking`, definition, { "if-match": "0" });
    const published = await admin.post(`/api/v1/definitions/${kind}/asking/publish`);
    if (published.status !== 200) throw new Error(published.text);
  }
});
afterAll(() => cases.close());

const inbox = async (username: string) => (await (await cases.as(username)).get<RecordList>("/api/v1/inbox")).body.items.map(({ id }) => id);

test("what is not complete waits for whoever must complete it", async () => {
  const record = await cases.submitted("teacher", "asking", {});
  expect((await cases.view("director", record)).body.actions).toMatchObject([{ id: "answer", allowed: false, why: { code: "workflow.not-complete" } }]);
  expect(await inbox("director")).toEqual([record]);
  expect((await (await cases.as("director")).get<{ count: number }>("/api/v1/inbox/count")).body.count).toBe(1);
  expect(await inbox("teacher")).toEqual([]);
  await cases.act("director", record, "answer", { answers: { room: "ห้องประชุม" } });
  expect(await inbox("director")).toEqual([]);
});

test("one's own case waits for others, although one could take it back", async () => {
  const record = await cases.submitted("clerk", "leave-request", leave);
  expect((await cases.view("clerk", record)).body.actions.filter(({ allowed }) => allowed).map(({ id }) => id)).toEqual(["withdraw"]);
  expect(await inbox("clerk")).toEqual([]);
});

test("a returned case waits for its author", async () => {
  const record = await cases.submitted("teacher", "leave-request", { ...leave, date_from: "2026-12-14", date_to: "2026-12-14" });
  expect(await inbox("clerk")).toEqual([record]);
  await cases.act("clerk", record, "return-check", { comment: "ระบุที่อยู่" });
  expect([await inbox("clerk"), await inbox("teacher")]).toEqual([[], [record]]);
});
