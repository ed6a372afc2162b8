// A question that another form of the LAO asks already: told where it is written, as a doubt that never stands in the way, and never about another LAO.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FieldSchema, FormDefinition, Problem, WorkingCopy } from "../../schemas/types.js";
import { AskedAlready, plainQuestion } from "../../server/definitions/asked.js";
import { field, formOf } from "../help/forms.js";
import { type Client, startServer, type TestServer } from "../help/server.js";

let server: TestServer;
let admin: Client;
beforeAll(async () => {
  server = await startServer();
  admin = await server.as("lao-admin");
});
afterAll(() => server.close());

const form = (id: string, properties: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  kind: "form",
  id,
  title: { th: `แบบ ${id}`, en: id },
  schema: { type: "object", properties },
  ...more,
});
const phone = (title: string, more: Record<string, unknown> = {}) => ({ "x-field": "phone", title, ...more });
const put = (who: Client, id: string, body: object, rev = 0) => who.put<WorkingCopy>(`/api/v1/definitions/form/${id}`, body, { "if-match": `"${rev}"` });
const doubts = (problems: Problem[]) => problems.filter(({ code }) => code.startsWith("definition.asked-elsewhere"));
const brief = (problems: Problem[]) => doubts(problems).map(({ code, path, level, params }) => [code, path, level, (params as { id: string }).id]);

test("the same question under other spelling is told with the form that asks it, and the form is published all the same", async () => {
  const register = form(
    "register",
    { tel: phone("เบอร์โทรผู้ปกครอง"), nick: { "x-field": "text", type: "string", title: "ชื่อเล่น" } },
    { reference: { label: "{nick}", fields: ["tel"] } },
  );
  expect(brief((await put(admin, "register", register)).body.problems)).toEqual([]);
  const asks = form("asks", {
    a: phone("1. เบอร์โทรผู้ปกครอง (มือถือ):"),
    b: { "x-field": "text", type: "string", title: "ชื่อเล่น" },
    c: { "x-field": "text", type: "string", title: "เบอร์โทรผู้ปกครอง" },
    d: { "x-field": "long-text", type: "string", title: "หมายเหตุ" },
  });
  const saved = await put(admin, "asks", asks);
  expect(brief(saved.body.problems)).toEqual([
    ["definition.asked-elsewhere", "/schema/properties/a", "warn", "register"],
    ["definition.asked-elsewhere-closed", "/schema/properties/b", "warn", "register"],
  ]);
  expect(doubts(saved.body.problems)[0]!.title).toMatchObject({ th: expect.stringContaining("แบบฟอร์ม “แบบ register” ถาม “1. เบอร์โทรผู้ปกครอง (มือถือ):” อยู่แล้ว") });
  expect((await admin.post("/api/v1/definitions/form/asks/publish")).status).toBe(200);
  // What a form offers to others is asked there rightly, whoever asks it besides.
  expect(brief((await admin.get<WorkingCopy>("/api/v1/definitions/form/register")).body.problems)).toEqual([
    ["definition.asked-elsewhere-closed", "/schema/properties/nick", "warn", "asks"],
  ]);
});

test("the same field in a copy of a form is told by its identity, whatever it is called there", async () => {
  const first = (await put(admin, "original", form("original", { x: phone("โทรศัพท์บ้าน") }))).body.definition as unknown as FormDefinition;
  const id = first.schema.properties.x!["x-id"];
  const copy = await put(admin, "copy", form("copy", { x: phone("เบอร์ที่บ้าน", { "x-id": id }) }));
  expect(brief(copy.body.problems)).toEqual([["definition.asked-elsewhere-closed", "/schema/properties/x", "warn", "original"]]);
});

test("what was renamed, taken from elsewhere, retired or thrown away is asked no more", async () => {
  const asking = form("asking", { x: phone("เบอร์ฉุกเฉินรถรับส่ง") });
  const told = async () => brief((await admin.get<WorkingCopy>("/api/v1/definitions/form/asking")).body.problems);
  await put(admin, "asking", asking);
  await put(admin, "other", form("other", { x: phone("เบอร์ฉุกเฉินรถรับส่ง") }));
  expect(await told()).toHaveLength(1);
  await put(admin, "other", form("other", { x: phone("เบอร์ฉุกเฉินของคนขับ") }), 1);
  expect(await told()).toEqual([]);
  await put(
    admin,
    "other",
    form("other", { y: { "x-field": "text", type: "string", title: "ก", "x-value": "''" }, x: phone("เบอร์ฉุกเฉินรถรับส่ง", { "x-value": "y" }) }),
    2,
  );
  expect(await told()).toEqual([]);
  await put(admin, "other", form("other", { x: phone("เบอร์ฉุกเฉินรถรับส่ง") }), 3);
  expect(await told()).toHaveLength(1);
  await admin.delete("/api/v1/definitions/form/other", { "if-match": "4" });
  expect(await told()).toEqual([]);
});

test("an unfinished form is no hindrance, and another LAO's forms are never named", async () => {
  const strange = { kind: "form", id: "strange", title: 5, schema: { properties: { x: 3 } }, reference: { fields: 7 } };
  expect((await put(admin, "strange", strange)).status).toBe(200);
  const other = await server.as("b-lao-admin");
  await put(other, "there", form("there", { x: phone("เบอร์โทรของเทศบาลอื่น") }));
  expect(brief((await put(admin, "here", form("here", { x: phone("เบอร์โทรของเทศบาลอื่น") }))).body.problems)).toEqual([]);
});

test("a form that is all but another one is told once", async () => {
  const fields = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`f${n}`, { "x-field": "text", type: "string", title: `ข้อมูลครัวเรือนข้อ${n}` }]));
  await put(admin, "households", form("households", fields));
  const copy = await put(admin, "households-2", form("households-2", fields));
  expect(brief(copy.body.problems)).toEqual([["definition.asked-elsewhere-many", "/schema/properties/f0", "warn", "households"]]);
  expect(doubts(copy.body.problems)[0]!.title.th).toContain("8 ช่อง เช่น ข้อมูลครัวเรือนข้อ0, ข้อมูลครัวเรือนข้อ1");
});

test("questions are compared without numbers, brackets and signs", () => {
  expect(["๑. ชื่อ - นามสกุล (ตัวบรรจง) :", "2) ชื่อ-นามสกุล", " ชื่อ–นามสกุล* "].map(plainQuestion)).toEqual(["ชื่อนามสกุล", "ชื่อนามสกุล", "ชื่อ–นามสกุล"]);
});

test("a hundred forms of a hundred fields are read once, then only what was saved", () => {
  let reads = 0;
  const forms = Array.from({ length: 100 }, (_, n) => {
    const properties = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`f${at}`, field("text", { title: `คำถามที่${n}ข้อ${at}ของแบบ` })]));
    const made = formOf(properties, { id: `form-${n}` });
    // Each reading of its fields is counted.
    const schema = { type: "object" as const, properties };
    const read = () => {
      reads++;
      return schema;
    };
    Object.defineProperty(made, "schema", { enumerable: true, get: read });
    return { id: `form-${n}`, saved: "1", form: made };
  });
  const asked = new AskedAlready();
  const mine = formOf({ a: field("text", { title: "คำถามที่7ข้อ9ของแบบ" }) }, { id: "mine" });
  expect(asked.doubts("A", mine, forms).map(({ params }) => (params as { id: string; field: string }).field)).toEqual(["f9"]);
  expect(reads).toBeGreaterThanOrEqual(100);
  reads = 0;
  for (let n = 0; n < 50; n++) expect(asked.doubts("A", mine, forms)).toHaveLength(1);
  expect(reads).toBe(0);
  const saved = forms.with(7, {
    ...forms[7]!,
    saved: "2",
    form: formOf({ z: field("text", { title: "อย่างอื่นทั้งหมด" }) } as Record<string, FieldSchema>, { id: "form-7" }),
  });
  expect(asked.doubts("A", mine, saved)).toEqual([]);
  expect(reads).toBe(0);
  expect(asked.doubts("B", mine, [])).toEqual([]);
});
