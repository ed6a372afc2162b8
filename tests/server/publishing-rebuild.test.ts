// Publishing a new version of a form with records: nothing stored changes its answers, lists follow in the background, and going back loses nothing.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordList, WorkingCopy } from "../../schemas/types.js";
import { type Cases, openCases } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases([]);
});
afterAll(() => cases.close());

const field = (id: string, title: string, more = {}) => ({ "x-id": id, "x-field": "text", type: "string", title, ...more });
const register = (properties: Record<string, unknown>, columns: string[]) => ({
  kind: "form",
  id: "register",
  title: "ทะเบียน",
  unit: "school",
  schema: { type: "object", properties },
  access: { create: ["school-staff"], read: ["author", "director"], list: ["director"] },
  list: { columns, sort: columns, search: columns },
});

async function publish(definition: { id: string }): Promise<string> {
  const admin = await cases.as("lao-admin");
  const { rev = 0 } = (await admin.get<WorkingCopy>(`/api/v1/definitions/form/${definition.id}`)).body;
  await admin.put(`/api/v1/definitions/form/${definition.id}`, definition, { "if-match": String(rev) });
  const { status, body, text } = await admin.post<{ release: string }>(`/api/v1/definitions/form/${definition.id}/publish`);
  if (status !== 200) throw new Error(text);
  await cases.server.app.effects.idle();
  await cases.server.storage.indexed();
  return body.release;
}

const list = async (query = "") => (await (await cases.as("director")).get<RecordList>(`/api/v1/forms/register/records?limit=100${query}`)).body;

test("a renamed, a new and a removed field: lists follow, answers stay, and going back brings everything back", async () => {
  const [a, b, c] = ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"];
  await publish(register({ name: field(a, "ชื่อ"), note: field(b, "หมายเหตุ") }, ["name", "note"]));
  const records: string[] = [];
  for (let n = 0; n < 25; n++) records.push(await cases.submitted("teacher", "register", { name: `ชื่อ ${n}`, note: `หมายเหตุ ${24 - n}` }));
  const before = await cases.server.storage.getMany("records", records);

  expect(await publish(register({ title: field(a, "ชื่อเรื่อง"), place: field(c, "สถานที่") }, ["title", "place"]))).toBe("register@2");
  const renamed = await list("&sort=title");
  expect(renamed.items).toHaveLength(25);
  expect(renamed.items.map(({ columns }) => columns.title)).toEqual(Array.from({ length: 25 }, (_, n) => `ชื่อ ${n}`));
  const answers = (docs: unknown[]) =>
    docs.map((doc) => doc as { answers: unknown; release: string; rev: number }).map(({ answers, release, rev }) => ({ answers, release, rev }));
  expect(answers(await cases.server.storage.getMany("records", records))).toEqual(answers(before));
  const next = await cases.submitted("teacher", "register", { title: "ใหม่", place: "สระบัว" });

  expect(await publish(register({ name: field(a, "ชื่อ"), note: field(b, "หมายเหตุ") }, ["name", "note"]))).toBe("register@3");
  const back = await list("&sort=note");
  expect(back.items.filter(({ id }) => id !== next).map(({ columns }) => columns.note)).toEqual(Array.from({ length: 25 }, (_, n) => `หมายเหตุ ${n}`));
  expect((await list("&q=หมายเหตุ 24")).items.map(({ id }) => id)).toContain(records[0]);
  expect((await cases.view("teacher", next)).body.record.answers).toEqual({ title: "ใหม่", place: "สระบัว" });
});

test("authors who may list from now on find what they sent before", async () => {
  const definition = { ...register({ name: field("eeeeeeeeee", "ชื่อ") }, ["name"]), id: "opened" };
  await publish(definition);
  const sent = await cases.submitted("teacher", "opened", { name: "ก่อนเปิด" });
  const opened = { ...definition, access: { ...definition.access, list: ["director", "author"] } };
  await publish(opened);
  const { body } = await (await cases.as("teacher")).get<RecordList>("/api/v1/forms/opened/records");
  expect(body.items.map(({ id }) => id)).toEqual([sent]);
});

test("more records than one batch, and a server that stops in the middle, still come to the end", async () => {
  await publish({ ...register({ name: field("dddddddddd", "ชื่อ") }, ["name"]), id: "long" });
  const records: string[] = [];
  for (let n = 0; n < 450; n += 50) {
    const some = await Promise.all(Array.from({ length: 50 }, (_, at) => cases.submitted("teacher", "long", { name: `ชื่อ ${n + at}` })));
    records.push(...some);
  }
  await cases.server.app.effects.stop();
  const admin = await cases.as("lao-admin");
  const changed = { ...register({ title: field("dddddddddd", "ชื่อเรื่อง") }, ["title"]), id: "long" };
  await admin.put("/api/v1/definitions/form/long", changed, { "if-match": "1" });
  await admin.post("/api/v1/definitions/form/long/publish");
  const { handlers } = await import("../../server/effects/handlers.js");
  const { EffectWorker } = await import("../../server/effects/worker.js");
  const { acting, templating } = cases.server.app;
  const all = handlers({ acting, templating });
  let batches = 0;
  const dies = new EffectWorker({
    storage: cases.server.storage,
    clock: cases.server.clock,
    handlers: {
      ...all,
      rebuild: async (effect) => {
        // The second look at the form of the other test may be due meanwhile.
        if (effect.data.form === "long" && ++batches === 2) throw new Error("stopped here");
        await all.rebuild!(effect);
      },
    },
    failed: () => {},
  });
  await dies.start();
  await dies.idle();
  cases.server.clock.advance(60_000);
  for (let n = 0; n < 4; n++) await dies.idle();
  await dies.stop();
  expect(batches).toBe(4);
  const rows = await cases.server.storage.getMany<{ id: string; owner: string; format: number; rev: number; row: Record<string, string> }>(
    "records",
    records.slice(0, 450),
  );
  expect(rows.filter(({ row }) => row.dddddddddd?.startsWith("ชื่อ "))).toHaveLength(450);
  const director = await cases.as("director");
  expect((await director.get<RecordList>("/api/v1/forms/long/records?sort=title&limit=3")).body.items.map(({ columns }) => columns.title)).toEqual([
    "ชื่อ 0",
    "ชื่อ 1",
    "ชื่อ 2",
  ]);
});
