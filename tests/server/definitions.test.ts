// Definitions over HTTP: working copies kept unfinished, versions that never change, releases that pin, retirement, and what is refused.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DefinitionList, EventView, Published, Versions, WorkingCopy } from "../../schemas/types.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as("lao-admin");
});
afterAll(() => server.close());

const note = (id: string, more: Record<string, unknown> = {}) => ({
  kind: "form",
  id,
  title: { th: "บันทึก", en: "Note" },
  unit: "school",
  schema: { type: "object", required: ["text"], properties: { text: { "x-field": "text", type: "string", title: "ข้อความ", maxLength: 200 } } },
  access: { create: ["school-staff"], read: ["author", "director"], list: ["director"] },
  ...more,
});
const put = (kind: string, id: string, body: unknown, rev: number | string) =>
  admin.put<WorkingCopy>(`/api/v1/definitions/${kind}/${id}`, body, { "if-match": `"${rev}"` });
const publish = (kind: string, id: string) => admin.post<Published>(`/api/v1/definitions/${kind}/${id}/publish`);

test("a working copy is kept, its fields get their ids, and its saves are counted", async () => {
  const saved = await put("form", "note", note("note"), 0);
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ kind: "form", id: "note", rev: 1, version: 0, problems: [] });
  const id = (saved.body.definition as ReturnType<typeof note>).schema.properties.text as Record<string, unknown>;
  expect(id["x-id"]).toMatch(/^[0-9a-z]{10}$/);
  const again = await put("form", "note", saved.body.definition, 1);
  expect(again.body.rev).toBe(2);
  expect(again.body.definition).toEqual(saved.body.definition);
  expect((await admin.get<WorkingCopy>("/api/v1/definitions/form/note")).body).toEqual(again.body);
});

test("whoever designs sees who saved last, and hears of each save; nobody else does", async () => {
  const saved = await put("form", "watched", note("watched"), 0);
  expect(saved.body.by).toEqual({ account: server.town.accounts["lao-admin"], name: admin.session!.actor.name });
  const heard = async (username: string) =>
    (await (await server.as(username)).get<EventView>("/api/v1/events?limit=500")).body.items
      .filter(({ type }) => type === "working-copy.saved")
      .map(({ subject }) => subject!.id);
  expect(await heard("lao-admin")).toContain("form/watched");
  expect(await heard("director")).toEqual([]);
});

test("a save that follows another than the last is refused", async () => {
  await put("form", "raced", note("raced"), 0);
  for (const rev of [0, 2]) expect(await put("form", "raced", note("raced"), rev)).toMatchObject({ status: 412, problem: { code: "definition.revision" } });
  expect((await admin.put("/api/v1/definitions/form/raced", note("raced"))).status).toBe(428);
});

test("two saves at once: one is kept, the other is told", async () => {
  await put("form", "twice", note("twice"), 0);
  const both = await Promise.all([1, 2].map((n) => put("form", "twice", note("twice", { title: `บันทึก ${n}` }), 1)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
});

test("what is unfinished is kept with its problems, and cannot be published", async () => {
  const unfinished = note("unfinished", {
    schema: { type: "object", properties: { text: { "x-field": "text", type: "string", title: "ข้อความ", "x-show": "missing == 1" } } },
  });
  const saved = await put("form", "unfinished", unfinished, 0);
  expect(saved.status).toBe(200);
  expect(saved.body.problems.length).toBeGreaterThan(0);
  const refused = await publish("form", "unfinished");
  expect(refused).toMatchObject({ status: 422, problem: { code: "definition.not-publishable" } });
  expect(refused.problem.problems).toEqual(saved.body.problems);
});

test("kind and id inside are those of the address", async () => {
  expect((await put("form", "one", note("two"), 0)).problem).toMatchObject({ code: "definition.address", path: "/id" });
  expect((await put("menu", "note", note("note"), 0)).problem).toMatchObject({ code: "definition.address", path: "/kind" });
});

test("a published version never changes again, and a release names it", async () => {
  await put("form", "kept", note("kept"), 0);
  const first = await publish("form", "kept");
  expect(first).toMatchObject({ status: 200, body: { version: 1, release: "kept@1" } });
  expect((await publish("form", "kept")).problem.code).toBe("definition.unchanged");
  const { body } = await admin.get<WorkingCopy>("/api/v1/definitions/form/kept");
  await put("form", "kept", { ...body.definition, title: "บันทึกใหม่" }, body.rev);
  expect((await publish("form", "kept")).body).toMatchObject({ version: 2, release: "kept@2" });
  const versions = (await admin.get<Versions>("/api/v1/definitions/form/kept/versions")).body.items;
  expect(versions.map(({ version, definition }) => [version, (definition as { title: unknown }).title])).toEqual([
    [2, "บันทึกใหม่"],
    [1, { th: "บันทึก", en: "Note" }],
  ]);
  expect((await admin.get("/api/v1/definitions/form/kept/versions/1")).body.definition).toEqual(versions[1]!.definition);
  expect((await admin.get("/api/v1/definitions/form/kept/versions/3")).status).toBe(404);
});

const flow = (id: string, title = "ส่งแล้ว") => ({
  kind: "workflow",
  id,
  title: "ขั้นตอน",
  states: [{ id: "sent", title, final: true }],
  actions: [{ id: "submit", title: "ส่ง", tone: "main", from: ["new"], to: "sent", complete: true }],
});

test("a form needs its workflow published, and follows it with a new release", async () => {
  await put("workflow", "flow", flow("flow"), 0);
  await put("form", "flowing", note("flowing", { workflow: "flow" }), 0);
  expect((await publish("form", "flowing")).status).toBe(422);
  await publish("workflow", "flow");
  expect((await publish("form", "flowing")).body.release).toBe("flowing@1");
  await put("workflow", "flow", flow("flow", "ส่งถึงแล้ว"), 1);
  expect((await publish("workflow", "flow")).body.version).toBe(2);
  const teacher = await server.as("teacher");
  const form = (await teacher.get<{ form: { release: string; workflow: { version: number; definition: unknown } } }>("/api/v1/forms/flowing")).body.form;
  expect(form.release).toBe("flowing@2");
  expect(form.workflow).toMatchObject({ version: 2, definition: { states: [{ title: "ส่งถึงแล้ว" }] } });
});

test("the list says which workflow a form's copy names, from its next save on", async () => {
  const named = async () => (await admin.get<DefinitionList>("/api/v1/definitions")).body.items.find(({ id }) => id === "naming")?.workflow;
  await put("workflow", "named-flow", flow("named-flow"), 0);
  await put("form", "naming", note("naming", { workflow: "named-flow" }), 0);
  expect(await named()).toBe("named-flow");
  await put("form", "naming", note("naming"), 1);
  expect(await named()).toBeUndefined();
});

test("a workflow that would break a published form is refused", async () => {
  await put("workflow", "bound", flow("bound"), 0);
  await publish("workflow", "bound");
  await put("form", "binding", note("binding", { workflow: "bound" }), 0);
  await publish("form", "binding");
  const { actions, ...rest } = flow("bound");
  await put("workflow", "bound", { ...rest, actions: [{ ...actions[0], to: [{ when: "absent > 3", to: "sent" }, { to: "sent" }] }] }, 1);
  expect((await publish("workflow", "bound")).problem.code).toBe("definition.not-publishable");
  expect((await (await server.as("teacher")).get<{ form: { release: string } }>("/api/v1/forms/binding")).body.form.release).toBe("binding@1");
});

test("what was never published can be thrown away; what was goes back to its newest version", async () => {
  await put("form", "gone", note("gone"), 0);
  expect((await admin.delete("/api/v1/definitions/form/gone", { "if-match": "1" })).status).toBe(204);
  expect((await admin.get("/api/v1/definitions/form/gone")).status).toBe(404);
  await put("form", "back", note("back"), 0);
  await publish("form", "back");
  const { body } = await admin.get<WorkingCopy>("/api/v1/definitions/form/back");
  await put("form", "back", { ...body.definition, title: "เปลี่ยนใจ" }, 1);
  expect((await admin.delete("/api/v1/definitions/form/back", { "if-match": "2" })).status).toBe(204);
  expect((await admin.get<WorkingCopy>("/api/v1/definitions/form/back")).body).toMatchObject({ rev: 3, version: 1, definition: body.definition });
  const rows = (await admin.get<DefinitionList>("/api/v1/definitions")).body.items;
  expect(rows.find(({ id }) => id === "back")).toMatchObject({ changed: false, version: 1 });
});

test("a retired form takes no new records, and publishing brings it back", async () => {
  await put("form", "retiring", note("retiring"), 0);
  expect((await admin.post("/api/v1/definitions/form/retiring/retire")).problem.code).toBe("definition.not-published");
  await publish("form", "retiring");
  expect((await admin.post<WorkingCopy>("/api/v1/definitions/form/retiring/retire")).body).toMatchObject({ retired: true });
  const teacher = await server.as("teacher");
  expect((await teacher.get("/api/v1/forms/retiring")).status).not.toBe(200);
  expect((await publish("form", "retiring")).body.version).toBe(2);
  expect((await teacher.get("/api/v1/forms/retiring")).status).toBe(200);
});

test("code lists grow and close, and never forget", async () => {
  const list = (...rows: unknown[]) => ({ kind: "codes", id: "colours", title: "สี", rows });
  const red = { id: "red", title: "แดง" };
  await put("codes", "colours", list(red), 0);
  await publish("codes", "colours");
  expect((await put("codes", "colours", list({ id: "blue", title: "น้ำเงิน" }), 1)).body.problems.map(({ code }) => code)).toContain("codes.row-removed");
  expect((await publish("codes", "colours")).status).toBe(422);
  await put("codes", "colours", list({ ...red, to: "2026-12-31" }, { id: "blue", title: "น้ำเงิน" }), 2);
  expect((await publish("codes", "colours")).body.version).toBe(2);
  const teacher = await server.as("teacher");
  expect((await teacher.get("/api/v1/codes/colours")).body).toMatchObject({ rows: [{ id: "red", to: "2026-12-31" }, { id: "blue" }] });
  expect((await teacher.get("/api/v1/codes/none")).status).toBe(404);
});

test("a template that could run something is told where it is written", async () => {
  const letter = (template: string) => ({ kind: "document", id: "letter", title: "หนังสือ", template });
  const saved = await put("document", "letter", letter("<p>{{lookup this 'constructor'}}</p>"), 0);
  expect(saved.body.problems.map(({ code }) => code)).toContain("document.forbidden");
  expect((await publish("document", "letter")).status).toBe(422);
  expect((await put("document", "letter", letter("<p>{{fields.text.text}}</p>"), 1)).body.problems).toEqual([]);
  expect((await publish("document", "letter")).status).toBe(200);
});

test("others of the owner, and another owner, see and change nothing", async () => {
  await put("form", "private", note("private"), 0);
  for (const username of ["teacher", "director", "province"]) {
    const client = await server.as(username);
    expect((await client.get("/api/v1/definitions/form/private")).status).toBe(403);
    expect((await client.post("/api/v1/definitions/form/private/publish")).status).toBe(403);
  }
  const other = await server.as("b-lao-admin");
  expect((await other.get("/api/v1/definitions/form/private")).status).toBe(404);
  expect((await other.get<DefinitionList>("/api/v1/definitions")).body.items).toEqual([]);
});

test("publishing is an event that open screens of the owner hear", async () => {
  await put("form", "heard", note("heard"), 0);
  const { seq } = (await publish("form", "heard")).body;
  const heard = async (username: string) => (await (await server.as(username)).get<{ items: unknown[] }>(`/api/v1/events?since=${seq - 1}`)).body.items;
  expect(await heard("teacher")).toMatchObject([{ seq, type: "definition.published", subject: { kind: "definition", id: "form/heard" } }]);
  expect(JSON.stringify(await heard("b-teacher"))).not.toContain("heard");
});

test("an action that nobody could do somewhere is doubtful, and the places are named; it may be published all the same", async () => {
  const flow = (who: string[]) => ({
    kind: "workflow",
    id: "vacant",
    title: "ขออนุมัติ",
    states: [
      { id: "waiting", title: "รอ" },
      { id: "done", title: "เสร็จ", final: true },
    ],
    actions: [
      { id: "submit", title: "ส่ง", from: ["new"], to: "waiting" },
      { id: "approve", title: "อนุมัติ", from: ["waiting"], who, to: "done" },
    ],
  });
  const doubts = async (who: string[], rev: number) =>
    (await put("workflow", "vacant", flow(who), rev)).body.problems.filter(({ code }) => code === "flow.vacant");
  const [doubt] = await doubts(["librarian"], 0);
  expect(doubt).toMatchObject({ level: "warn", path: "/actions/1/who", params: { count: expect.any(Number) } });
  expect(doubt!.title.th).toContain("โรงเรียน");
  // Over the whole LAO there is one, and whoever wrote it is always there.
  expect(await doubts(["mayor"], 1)).toEqual([]);
  expect(await doubts(["librarian", "author"], 2)).toEqual([]);
  await put("workflow", "vacant", flow(["librarian"]), 3);
  expect((await publish("workflow", "vacant")).status).toBe(200);
});
