// What a print template gets: plain data in the words of a letter.
import { describe, expect, test } from "vitest";
import { documentContext } from "../../../engine/document/context.js";
import type { WorkflowDefinition } from "../../../schemas/types.js";
import { actingFor, deputy, director, teacher } from "../../help/people.js";
import { formOf, Scenario } from "../../help/scenario.js";

const granting: WorkflowDefinition = {
  kind: "workflow",
  id: "granting",
  title: "อนุญาต",
  states: [
    { id: "asked", title: "รอ ผอ.", edit: { who: ["author"] } },
    { id: "granted", title: "อนุญาตแล้ว", final: true },
  ],
  actions: [
    { id: "submit", title: "ส่ง", from: ["new"], to: "asked" },
    { id: "grant", title: "อนุญาต", from: ["asked"], who: ["director"], to: "granted", sign: { as: "ผู้อนุญาต", field: "order", sections: ["main"] } },
  ],
};
const form = formOf(
  {
    no: { "x-field": "running-number", type: "string", title: "เลขที่", "x-number": { series: "s", period: "fiscal-year", pattern: "{n}/{year}", on: "submit" } },
    kind: {
      "x-field": "select",
      type: "string",
      title: "ประเภท",
      "x-options": [
        { id: "sick", title: "ลาป่วย" },
        { id: "old", title: "เลิกใช้", retired: true },
        { id: "personal", title: { th: "ลากิจส่วนตัว", en: "Personal" } },
      ],
    },
    day: { "x-field": "date", type: "string", format: "date", title: "วันที่ 1" },
    pay: { "x-field": "money", type: "number", title: "จำนวนเงิน" },
    agreed: { "x-field": "yes-no", type: "boolean", title: "ยินยอม" },
    helper: { "x-field": "person", type: "string", title: "ผู้ช่วย" },
    mail: { "x-field": "email", type: "string", title: "อีเมล" },
    spot: { "x-field": "location", type: "object", title: "พิกัด" },
    note: { "x-field": "long-text", type: "string", title: "หมายเหตุ" },
    face: { "x-field": "photo", type: "string", title: "รูป" },
    papers: { "x-field": "file", type: "array", items: { type: "string" }, title: "เอกสาร" },
    address: { "x-field": "group", type: "object", title: "ที่อยู่", properties: { house: { "x-field": "text", type: "string", title: "บ้านเลขที่" } } },
    goods: {
      "x-field": "table",
      type: "array",
      title: "รายการ",
      items: { type: "object", properties: { name: { "x-field": "text", type: "string", title: "ชื่อ" } } },
    },
    order: { "x-field": "signature", type: "object", title: "คำสั่ง" },
  },
  {
    layout: [
      {
        page: "ใบ",
        sections: [
          { id: "main", fields: ["no", "kind", "day", "pay", "agreed", "helper", "mail", "spot", "note", "face", "papers", "address", "goods"] },
          { id: "end", fields: ["order"] },
        ],
      },
    ],
  },
);
const helper = "00000000000000000000000PER";
const answers = {
  kind: "personal",
  day: "2026-11-25",
  pay: 101.5,
  agreed: true,
  helper,
  address: { house: "99/1" },
  goods: [
    { $row: "00000000000000000000000A00", name: "ปากกา 2 ด้าม" },
    { $row: "00000000000000000000000B00", name: "สมุด" },
  ],
};

const submitted = (more: Record<string, unknown> = {}) => {
  const story = new Scenario(form, granting);
  story.facts = { labels: { [helper]: "นายช่วย เหลือ" } };
  return story.does(teacher, "submit", { answers: { ...answers, ...more } });
};
const printed = (story = submitted(), digits?: "thai" | "arabic", extras = {}) =>
  documentContext(story.form, story.record!, story.known(teacher), extras, digits);

describe("fields", () => {
  test("have a label, a text with Thai digits, and the value as it is kept", () => {
    const { fields } = printed();
    expect(fields.day).toMatchObject({ label: "วันที่ ๑", text: "๒๕ พฤศจิกายน ๒๕๖๙", value: "2026-11-25", empty: false });
    expect(fields.helper).toMatchObject({ text: "นายช่วย เหลือ", value: helper });
    expect(fields.address!.fields!.house).toMatchObject({ label: "บ้านเลขที่", text: "๙๙/๑" });
  });

  test("what is copied into a machine keeps its digits", () => {
    const story = submitted({ mail: "Somsri2@Example.go.th", spot: "16.4419, 102.8360" });
    const { fields } = printed(story);
    expect(fields.mail!.text).toBe("Somsri2@example.go.th");
    expect(fields.spot!.text).toBe("16.44190, 102.83600");
  });

  test("files and photos each with the id that fetches them and their name", () => {
    const [face, one, two] = ["0000000000000000000000FACE", "00000000000000000000000ONE", "00000000000000000000000TWO"];
    const story = submitted({ face, papers: [one, two] });
    story.facts = { labels: { [face!]: "หน้าตรง.jpg", [one!]: "สูติบัตร.pdf" } };
    const { fields } = printed(story);
    expect(fields.face!.files).toEqual([{ id: face, name: "หน้าตรง.jpg" }]);
    expect(fields.papers!.files).toEqual([
      { id: one, name: "สูติบัตร.pdf" },
      { id: two, name: two },
    ]);
    expect([printed().fields.face!.files, fields.note!.files]).toEqual([[], undefined]);
  });

  test("in Arabic digits where the document says so", () => {
    const { fields, number } = printed(submitted(), "arabic");
    expect([fields.day!.text, fields.address!.fields!.house!.text, number]).toEqual(["25 พฤศจิกายน 2569", "99/1", "1/2570"]);
  });

  test("a day in its parts, an amount in words", () => {
    const { fields } = printed();
    expect(fields.day!.day).toEqual({ long: "๒๕ พฤศจิกายน ๒๕๖๙", short: "๒๕ พ.ย. ๒๕๖๙", day: "๒๕", month: "พฤศจิกายน", year: "๒๕๖๙", weekday: "พุธ" });
    expect(fields.pay).toMatchObject({ text: "๑๐๑.๕๐ บาท", words: "หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์" });
  });

  test("choices as boxes, the chosen one ticked; a retired choice only where it was chosen", () => {
    expect(printed().fields.kind!.options).toEqual([
      { id: "sick", label: "ลาป่วย", chosen: false, box: "☐" },
      { id: "personal", label: "ลากิจส่วนตัว", chosen: true, box: "☑" },
    ]);
    const story = submitted();
    const record = { ...story.record!, answers: { kind: "old" } };
    expect(documentContext(story.form, record, story.known(teacher)).fields.kind!.options!.map(({ id, box }) => id + box)).toEqual([
      "sick☐",
      "old☑",
      "personal☐",
    ]);
    expect(printed().fields.agreed!.options!.map(({ label, box }) => label + box)).toEqual(["ใช่☑", "ไม่ใช่☐"]);
  });

  test("a table as numbered rows under its columns", () => {
    const { goods } = printed().fields;
    expect(goods!.columns).toEqual([{ name: "name", label: "ชื่อ" }]);
    expect(goods!.rows!.map(({ number, cells }) => `${number} ${cells.name!.text}`)).toEqual(["๑ ปากกา ๒ ด้าม", "๒ สมุด"]);
  });

  test("an unanswered field is there with nothing to print, so its dotted line stays empty", () => {
    expect(printed().fields.note).toMatchObject({ label: "หมายเหตุ", text: "", empty: true, value: null });
  });
});

describe("around the fields", () => {
  test("number, state, days, author and organization", () => {
    const context = printed();
    expect(context).toMatchObject({ number: "๑/๒๕๗๐", state: { id: "asked", title: "รอ ผอ." }, form: { title: "คำขอ" } });
    expect(context.created).toMatchObject({ long: "๒๕ พฤศจิกายน ๒๕๖๙", time: "๐๙:๐๐ น." });
    expect(context.author).toMatchObject({ name: teacher.name, position: "ครูประจำชั้น ป.๑/๑" });
    expect(context.organization).toMatchObject({ name: "โรงเรียนบ้านหนองบัว", school: "โรงเรียนบ้านหนองบัว", lao: "เทศบาลตำบลทุ่งนา", province: "จังหวัดตัวอย่าง" });
  });

  test("the server's own words stand beside, and never in place of the record's", () => {
    const context = printed(submitted(), "thai", { check: "AB12", number: "ปลอม" });
    expect([context.check, context.number]).toEqual(["AB12", "๑/๒๕๗๐"]);
  });

  test("it is plain JSON: no functions, no prototypes, nothing a template could climb", () => {
    const context = printed();
    expect(JSON.parse(JSON.stringify(context))).toEqual(context);
  });
});

describe("signatures", () => {
  const granted = (by = director) => submitted().does(by, "grant", { comment: "อนุญาต 3 วัน" });

  test("stand by action and by field, with name, position and day", () => {
    const { signatures, signatureFields, signed } = printed(granted());
    expect(signatures.grant).toMatchObject({
      as: "ผู้อนุญาต",
      name: director.name,
      position: "ผู้อำนวยการโรงเรียนบ้านหนองบัว",
      acting: "",
      comment: "อนุญาต ๓ วัน",
      field: "order",
    });
    expect(signatures.grant!.date.long).toBe("๒๕ พฤศจิกายน ๒๕๖๙");
    expect(signatureFields.order).toEqual(signatures.grant);
    expect(signed).toHaveLength(1);
  });

  test("say รักษาราชการแทน under the own position", () => {
    const { signatures } = printed(granted(actingFor(deputy, director, "2026-11-25", "2026-11-26")));
    expect(signatures.grant).toMatchObject({
      name: deputy.name,
      position: "รองผู้อำนวยการโรงเรียนบ้านหนองบัว",
      acting: "รักษาราชการแทนผู้อำนวยการโรงเรียนบ้านหนองบัว",
    });
  });

  test("that are void are not printed", () => {
    const story = granted();
    const record = { ...story.record!, signatures: story.record!.signatures.map((one) => ({ ...one, void: story.now })) };
    const { signed, signatures } = documentContext(story.form, record, story.known(teacher));
    expect([signed, signatures]).toEqual([[], {}]);
  });
});
