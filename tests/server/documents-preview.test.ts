// A print while it is being written: filled with an example, with nothing or with a record that its writer may read; and whatever a template tries,
// the answer is a page that runs nothing, or a sentence with its line.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DefinitionList, PrintPage, Problem, WorkingCopy } from "../../schemas/types.js";
import { type Cases, leave, openCases, report } from "../help/cases.js";

let cases: Cases;
beforeAll(async () => {
  cases = await openCases(["problem-report", "leave-request"]);
});
afterAll(() => cases.close());

const ask = async (template: string, more: object = {}, username = "lao-admin", id = "new-print") =>
  (await cases.as(username)).post<PrintPage>(`/api/v1/definitions/document/${id}/preview`, { title: "ใบ", template, form: "leave-request", ...more });
const page = async (template: string, more: object = {}) => {
  const { status, body } = await ask(template, more);
  expect([status, body.problems]).toEqual([200, []]);
  return body.page!;
};
const told = ({ problems }: PrintPage) => problems.map(({ code, params }: Problem) => [code, (params as { line?: number } | undefined)?.line]);

const covered = {
  kind: "form",
  id: "covered",
  title: "มีส่วนที่ปิด",
  schema: {
    type: "object",
    properties: { open: { "x-field": "text", type: "string", title: "เปิด" }, shut: { "x-field": "text", type: "string", title: "ปิด" } },
  },
  access: { create: ["school-staff"], read: ["author", "lao-admin"], sensitive: ["author", "lao-admin"] },
  sensitive: ["shut"],
};

describe("filled", () => {
  test("with an example: every answer, the number, who signed with a drawing, at a real place", async () => {
    const html = await page(
      '<p>{{fields.reason.text}} {{number}} {{author.name}} {{organization.lao}}</p>{{#with signatureFields.order}}<p>{{name}} <img src="/api/v1/files/{{image}}"></p>{{/with}}',
    );
    expect(html).toContain("ข้อความตัวอย่าง");
    expect(html).toMatch(/[๐-๙]+\/๒๕๗๐ นางสาวมาลี ใจดี เทศบาล/);
    expect(html).toContain('src="data:image/svg+xml,');
    expect(html).toMatch(/รหัสตรวจสอบ [0-9A-F]{4}-[0-9A-F]{4}/);
    expect(await page("<p>{{fields.reason.text}}</p>")).toBe(await page("<p>{{fields.reason.text}}</p>"));
  });

  test("with nothing, in Arabic digits, on paper that lies", async () => {
    expect(await page("[{{fields.reason.text}}{{number}}] {{today.year}}", { filled: "blank", digits: "arabic", paper: "A4-landscape" })).toMatch(
      /size:A4 landscape[\s\S]*\[\] 2569/,
    );
  });

  test("with a record, as whoever writes may see it: what is sensitive stays covered, and another's is not there", async () => {
    const record = await cases.submitted("teacher", "problem-report", { ...report, detail: "รายละเอียดจากครู" });
    expect(await page("<p>{{fields.detail.text}}</p>", { form: "problem-report", record })).toContain("รายละเอียดจากครู");
    expect((await ask("{{number}}", { record: "nothing" })).status).toBe(404);
    // The administrator designs the form of leaves and reads none of them.
    const sent = await cases.submitted("teacher", "leave-request", { ...leave, reason: "เหตุผลที่ปิดไว้" });
    const refused = await ask("<p>{{fields.reason.text}}</p>", { record: sent });
    expect([refused.status, refused.text.includes("เหตุผลที่ปิดไว้")]).toEqual([404, false]);
    await cases.publish(covered);
    const half = await cases.submitted("teacher", "covered", { open: "เปิดเผย", shut: "ปกปิด" });
    const html = await page("<p>{{fields.open.text}} {{fields.shut.text}}</p>", { form: "covered", record: half });
    expect([html.includes("เปิดเผย"), html.includes("ปกปิด")]).toEqual([true, false]);
    const other = await cases.as("b-lao-admin");
    expect((await other.post("/api/v1/definitions/document/x/preview", { title: "x", template: "{{number}}", record })).status).toBe(404);
  });

  test("with the form as it is being written, and with none", async () => {
    const admin = await cases.as("lao-admin");
    const at = "/api/v1/definitions/form/problem-report";
    type Copy = { rev: number; definition: { schema: { properties: object }; layout: { sections: { fields: string[] }[] }[] } };
    const { rev, definition } = (await admin.get<Copy>(at)).body;
    const layout = structuredClone(definition.layout);
    layout[0]!.sections[0]!.fields.push("fresh");
    const properties = { ...definition.schema.properties, fresh: { "x-field": "text", type: "string", title: "ช่องใหม่" } };
    await admin.put(at, { ...definition, layout, schema: { ...definition.schema, properties } }, { "if-match": String(rev) });
    expect(await page("<p>{{fields.fresh.text}}</p>", { form: "problem-report" })).toContain("ตัวอย่างช่องใหม่");
    // A form that cannot be filled as it stands is shown as it is published; what its author has written is known all the same.
    const broken = { ...properties, fresh: { "x-field": "text", type: "string", title: "ช่องใหม่", "x-show": "nobody ==" } };
    await admin.put(at, { ...definition, layout, schema: { ...definition.schema, properties: broken } }, { "if-match": String(rev + 1) });
    expect(await page("<p>{{fields.detail.text}}</p>", { form: "problem-report" })).toContain("ข้อความตัวอย่าง");
    expect(await page("[{{fields.fresh.text}}]", { form: "problem-report" })).toContain("[]");
    await admin.put(at, definition, { "if-match": String(rev + 2) });
    const none = await ask("<p>{{title}} {{today.long}}</p>", { form: undefined });
    expect(none.body.page).toContain("พฤศจิกายน");
    expect(none.body.problems).toEqual([]);
  });

  test("a form that never could be filled is said to be so", async () => {
    const admin = await cases.as("lao-admin");
    const form = {
      kind: "form",
      id: "halb",
      title: "ยังไม่เสร็จ",
      schema: { type: "object", properties: { a: { "x-field": "text", type: "string", title: "ก", "x-show": "b ==" } } },
    };
    await admin.put("/api/v1/definitions/form/halb", form, { "if-match": "0" });
    const { body } = await ask("<p>x</p>", { form: "halb" });
    expect([body.page, told(body)]).toEqual([undefined, [["document.form-unready", undefined]]]);
    expect(told((await ask("<p>x</p>", { form: "not-there" })).body)).toEqual([["document.form-unready", undefined]]);
  });
});

test("a form that asks for endless answers is shown with short ones", async () => {
  const admin = await cases.as("lao-admin");
  const text = { "x-field": "text", type: "string", title: "ยาว", minLength: 1_000_000_000 };
  const form = { kind: "form", id: "endless", title: "ยาวมาก", schema: { type: "object", properties: { text } } };
  await admin.put("/api/v1/definitions/form/endless", form, { "if-match": "0" });
  expect(await page("<p>{{fields.text.text}}</p>", { form: "endless" })).toContain("ตัวอย่างยาว");
});

describe("what is wrong with a template is told with its line, in Thai", () => {
  test.each<[string, string, [string, number | undefined]]>([
    ["a block left open", "<p>\n{{#if number}}\n</p>", ["definition.template-unclosed", 2]],
    ["a block closed that is not open", "x\n\n{{/if}}", ["definition.template-unopened", 3]],
    ["a helper there is not", "\n{{upper number}}", ["document.forbidden", 2]],
    ["a block there is not", "\n{{#repeat number}}{{/repeat}}", ["document.forbidden", 2]],
    ["an expression that is none", "a\nb\n{{#if}}x{{/if}}", ["document.forbidden", 3]],
    ["what cannot be read", "a\n{{fields.reason.text)}}", ["document.template", 2]],
    ["a path that is none", "a\n{{fields.this.x}}", ["document.template", 2]],
    ["a field that the form has not", "a\n{{fields.reazon.text}}", ["definition.template-field", 2]],
  ])("%s", async (_, template, expected) => {
    const { status, body } = await ask(template);
    expect([status, told(body)]).toEqual([200, [expected]]);
    expect(body.page === undefined).toBe(!expected[0].endsWith("-field"));
    expect(body.problems[0]!.title.th).toMatch(/^บรรทัด \d+: .*[ก-๙]/);
    expect(body.problems[0]!.title.th).not.toMatch(/Expecting|Parse error/);
  });
});

describe("a hostile template", () => {
  test.each([
    ["the constructor", "{{fields.constructor.constructor}}"],
    ["the prototype", "{{#with fields.__proto__}}{{this}}{{/with}}"],
    ["unescaped output", "{{{fields.reason.text}}}"],
    ["the helper that looks up", "{{lookup this 'constructor'}}"],
    ["a script", "<script>alert(1)</script>"],
    ["a handler", "<img src=x/onerror=alert(1)>"],
    ["a frame", "<iframe src=/></iframe>"],
    ["a part from elsewhere", "{{> other}}"],
  ])("that wants %s gets no page", async (_, template) => {
    const { status, body } = await ask(template);
    expect([status, body.page]).toEqual([200, undefined]);
    expect(body.problems.length).toBeGreaterThan(0);
  });

  test("that never ends is ended, and its writer's next page comes", async () => {
    const deep = 12;
    const endless = "{{#each @root.fields}}".repeat(deep) + "{{/each}}".repeat(deep);
    const { body } = await ask(endless);
    expect(told(body)).toEqual([["document.too-much", undefined]]);
    const given = cases.server.app.templating.given;
    // The same again is not even tried.
    expect(told((await ask(endless)).body)).toEqual([["document.too-much", undefined]]);
    expect(cases.server.app.templating.given).toBe(given);
    expect(await page("<p>{{number}}</p>")).toContain("๒๕๗๐");
  });

  test("that grows without end is refused", async () => {
    const wide = `{{#each fields}}{{#each @root.fields}}{{#each @root.fields}}${"x".repeat(2_000)}{{/each}}{{/each}}{{/each}}`;
    expect(told((await ask(wide)).body)).toEqual([["document.too-much", undefined]]);
  });

  test("that is longer than any template is refused as a whole", async () => {
    expect((await ask("x".repeat(200_001))).status).toBe(422);
  });
});

test("the frame runs nothing, is framed by nobody else, and is for whoever is signed in", async () => {
  const frame = await (await cases.as("teacher")).get("/api/v1/documents/frame");
  expect(frame.status).toBe(200);
  expect(frame.headers["content-security-policy"]).toMatch(/default-src 'none'.*frame-ancestors 'self'.*sandbox/);
  expect(frame.headers["content-security-policy"]).not.toMatch(/script|allow-scripts/);
  expect((await cases.server.stranger().get("/api/v1/documents/frame")).status).toBe(401);
});

test("the list of definitions says what each form's copy names", async () => {
  const { items } = (await (await cases.as("lao-admin")).get<DefinitionList>("/api/v1/definitions")).body;
  expect(items.find(({ kind, id }) => kind === "form" && id === "leave-request")).toMatchObject({ workflow: "leave-approval", documents: ["leave-form"] });
  expect(items.find(({ kind }) => kind === "document")).not.toHaveProperty("documents");
});

test("a new version of a document makes a new release of the forms that print it", async () => {
  const admin = await cases.as("lao-admin");
  const release = async () => (await (await cases.as("teacher")).get<{ form: { release: string } }>("/api/v1/forms/leave-request")).body.form.release;
  const before = await release();
  const at = "/api/v1/definitions/document/leave-form";
  const { definition } = (await admin.get<WorkingCopy>(at)).body;
  await cases.publish({ ...(definition as { kind: string; id: string; template: string }), template: "<p>แบบใหม่ {{number}}</p>" });
  expect(await release()).not.toBe(before);
});
