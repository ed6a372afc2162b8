// Examples of forms at the server: run with every check and every publish, of the form itself, of its workflow and of the lists that it reads.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FormExample, Published, WorkingCopy } from "../../schemas/types.js";
import { Definitions } from "../../server/definitions/definitions.js";
import { codesExamples, formExamples, workflowExamples } from "../../server/definitions/examples.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as("lao-admin");
});
afterAll(() => server.close());

const put = (body: { kind: string; id: string }, rev: number) =>
  admin.put<WorkingCopy>(`/api/v1/definitions/${body.kind}/${body.id}`, body, { "if-match": String(rev) });
const publish = (kind: string, id: string) => admin.post<Published>(`/api/v1/definitions/${kind}/${id}/publish`);
const read = async (kind: string, id: string) => (await admin.get<WorkingCopy>(`/api/v1/definitions/${kind}/${id}`)).body;

const example = (id: string, more: Partial<FormExample>): FormExample => ({
  id,
  title: { th: `กรณี ${id}`, en: `Case ${id}` },
  today: "2026-11-24",
  answers: { count: 4 },
  expect: {},
  ...more,
});
const form = (id: string, examples: FormExample[], more: Record<string, unknown> = {}, rule = "count * 2") => ({
  kind: "form",
  id,
  title: { th: "ขอเบิก", en: "Request" },
  unit: "school",
  schema: {
    type: "object",
    properties: {
      count: { "x-field": "integer", type: "integer", title: "จำนวน" },
      total: { "x-field": "computed", type: "integer", title: "รวม", "x-value": rule },
    },
  },
  layout: [{ page: "ขอ", sections: [{ id: "main", fields: ["count", "total"] }] }],
  access: { create: ["school-staff"] },
  examples,
  ...more,
});
const eight = example("eight", { expect: { problems: [], values: { total: 8 }, next: "submitted" } });

test("an example that fails is told where the form is written, refuses its publishing in words, and publishes nothing", async () => {
  expect((await put(form("ask", [eight]), 0)).body.problems).toEqual([]);
  expect((await publish("form", "ask")).body.version).toBe(1);
  const changed = (await put(form("ask", [eight], {}, "count * 3"), 1)).body;
  expect(changed.problems).toMatchObject([
    { code: "definition.example-failed", path: "/examples/0", problems: [{ code: "example.value", path: "/examples/0/expect/values/total" }] },
  ]);
  const refused = await publish("form", "ask");
  expect(refused).toMatchObject({ status: 422, problem: { code: "definition.not-publishable", problems: [{ code: "definition.example-failed" }] } });
  expect(refused.problem.problems![0]!.title).toEqual({
    th: "ตัวอย่าง “กรณี eight” ไม่ได้ผลตามที่คาด (คาดว่า “รวม” เป็น 8 แต่ได้ 12) แก้แบบฟอร์ม หรือเปิดตัวอย่างแล้วใช้ผลใหม่",
    en: "The example “Case eight” does not come out as expected: “รวม” was expected to be 8 but is 12. Change the form, or take the new result as expected.",
  });
  expect((await read("form", "ask")).version).toBe(1);
  // A field that is gone is only doubtful.
  const doubtful = { ...eight, answers: { count: 4, colour: "red" } };
  expect((await put(form("ask", [doubtful]), 2)).body.problems).toMatchObject([{ code: "definition.example-doubt", level: "warn" }]);
  expect((await publish("form", "ask")).body.version).toBe(2);
});

test("what a phone fetches is the same with and without examples", async () => {
  const teacher = await server.as("teacher");
  const weight = async (id: string, examples: FormExample[]) => {
    await put(form(id, examples), 0);
    expect((await publish("form", id)).status).toBe(200);
    const { form: compiled } = (await teacher.get<{ form: object }>(`/api/v1/forms/${id}`)).body;
    // Ids of fields are given by chance, all of one length.
    return JSON.stringify(compiled).length;
  };
  const many = Array.from({ length: 50 }, (_, nth) => ({ ...eight, id: `e${nth}` }));
  expect(await weight("heavy", many)).toEqual(await weight("light", []));
  expect((await put(form("heavy", [...many, { ...eight, id: "more" }]), 1)).body.problems.map(({ code }) => code)).toEqual(["definition.out-of-size"]);
});

const flow = (id: string, limit: number) => ({
  kind: "workflow",
  id,
  title: "ขออนุมัติ",
  states: [
    { id: "waiting", title: "รอ ผอ.", final: true },
    { id: "mayor", title: "รอ นายก", final: true },
  ],
  actions: [{ id: "submit", title: "ส่ง", tone: "main", from: ["new"], complete: true, to: [{ when: `total > ${limit}`, to: "mayor" }, { to: "waiting" }] }],
});

test("a workflow that leads an example of a published form elsewhere is refused, until the form says that it is meant", async () => {
  await put(flow("routes", 100), 0);
  await publish("workflow", "routes");
  const [to, other] = [example("to", { expect: { next: "waiting" } }), example("other", { expect: { values: { total: 8 } } })];
  await put(form("routed", [to, other], { workflow: "routes" }), 0);
  expect((await publish("form", "routed")).status).toBe(200);
  const changed = (await put(flow("routes", 5), 1)).body;
  expect(changed.problems.filter(({ level }) => level !== "warn")).toMatchObject([
    { code: "definition.examples-break", params: { form: { th: "ขอเบิก" } }, problems: [{ code: "definition.example-failed", path: "/examples/0" }] },
  ]);
  const refused = await publish("workflow", "routes");
  expect(refused.problem.problems).toMatchObject([{ code: "definition.examples-break" }]);
  expect(refused.problem.problems![0]!.title.th).toContain("“กรณี to” คาดว่าส่งแล้วไปที่ “รอ ผอ.” แต่ไปที่ “รอ นายก”");
  expect((await read("workflow", "routes")).version).toBe(1);
  // The form's author means it: the expectation is changed in its working copy, then the workflow, then the form.
  const meant = { ...to, expect: { next: "mayor" } };
  expect((await put(form("routed", [meant, other], { workflow: "routes" }), 1)).body.problems).toEqual([]);
  expect((await publish("workflow", "routes")).body.version).toBe(2);
  expect((await publish("form", "routed")).body.version).toBe(2);
});

test("a code list that would change what examples come to is doubtful, and names them; others say nothing", async () => {
  const list = (rate: number) => ({ kind: "codes", id: "rates", title: "อัตรา", rows: [{ id: "lunch", title: "กลางวัน", values: { baht: rate } }] });
  await put(list(20), 0);
  await publish("codes", "rates");
  const rule = "code('rates', 'lunch', 'baht') * count";
  const priced = example("priced", { expect: { values: { total: 80 } } });
  const wrong = example("wrong", { expect: { values: { total: 1 } } });
  expect((await put(form("lunches", [priced], {}, rule), 0)).body.problems).toEqual([]);
  await publish("form", "lunches");
  // One that fails already is not the doing of the list; a form that does not read it is not looked at.
  await put(form("lunches", [priced, wrong], {}, rule), 1);
  const { rows, ...rest } = list(20);
  const raised = {
    ...rest,
    rows: [
      { ...rows[0], to: "2026-10-31" },
      { ...rows[0], from: "2026-11-01", values: { baht: 25 } },
    ],
  };
  const doubts = (await put(raised, 1)).body.problems;
  expect(doubts).toMatchObject([{ code: "definition.examples-break", level: "warn", problems: [{ path: "/examples/0" }] }]);
  expect(doubts[0]!.title.th).toContain("“กรณี priced” คาดว่า “รวม” เป็น 80 แต่ได้ 100");
  // Until it is published, the form is run with the rows in use.
  expect((await read("form", "lunches")).problems.map(({ path }) => path)).toEqual(["/examples/1"]);
  expect((await publish("codes", "rates")).status).toBe(200);
  expect((await read("form", "lunches")).problems.map(({ path }) => path)).toEqual(["/examples/0", "/examples/1"]);
});

test("a check ends in time and says how many it left", async () => {
  const definitions = new Definitions(server.app.storage, server.app.definitions.published);
  const neighbours = await server.app.checker.neighbours(admin.session!.actor.owner, "working");
  const { definition } = await read("form", "heavy");
  const run = { definitions, owner: admin.session!.actor.owner, neighbours, beside: "working" as const };
  const short = { ...definition, examples: [eight, { ...eight, id: "nine", expect: { values: { total: 9 } } }] } as never;
  expect(await formExamples({ ...run, patience: -1 }, short)).toMatchObject([{ code: "definition.examples-not-run", level: "warn", params: { count: 2 } }]);
  // As much with a workflow that many forms follow, and with a list that they read.
  const { definition: moved } = await read("workflow", "routes");
  expect(await workflowExamples({ ...run, patience: -1 }, moved as never)).toMatchObject([{ code: "definition.examples-not-run", level: "warn" }]);
  expect(await codesExamples({ ...run, patience: -1 }, "rates", [])).toMatchObject([{ code: "definition.examples-not-run", level: "warn" }]);
  expect(await formExamples({ ...run, patience: Number.POSITIVE_INFINITY }, short)).toMatchObject([{ code: "definition.example-failed", path: "/examples/1" }]);
});

test("they travel: the examples of a bundled form are in the LAO's own copy, and run at its publishing", async () => {
  expect((await admin.post("/api/v1/templates/leave-request/install")).status).toBe(200);
  const copy = await read("form", "leave-request");
  const examples = (copy.definition as unknown as { examples: FormExample[] }).examples;
  expect(examples.length).toBeGreaterThanOrEqual(6);
  expect(copy.problems).toEqual([]);
});
