// Where a print begins: each layout, for every form of the library, names only what the form has, asks each question once, and has its signers.
import { describe, expect, test } from "vitest";
import { checkDefinition } from "../../../../engine/definition/check.js";
import { checkDocument } from "../../../../engine/definition/check-document.js";
import { layouts, startDocument } from "../../../../engine/edit/document/layouts.js";
import type { FormDefinition } from "../../../../schemas/types.js";
import { field, formOf, tableOf } from "../../../help/forms.js";
import * as library from "../../../help/library.js";

const every = library.formNames.flatMap((name) => layouts.map((layout) => [layout, name] as const));

test.each(every)("%s of %s", (layout, name) => {
  const form = { ...library.formOf(name), documents: ["print"] };
  const made = { ...startDocument(layout, { title: "เอกสาร", form, workflow: library.workflowOf(name) }), id: "print" };
  expect(checkDefinition(made, { forms: { [name]: form } })).toEqual([]);
});

const form: FormDefinition = formOf(
  {
    no: field("running-number", { title: "เลขที่", "x-number": { series: "s", period: "fiscal-year" } }),
    to: field("text", { title: "เรียน" }),
    day: field("date", { title: "วันที่ใช้รถ" }),
    pay: field("money", { title: "ค่าน้ำมัน <5> {{x}}" }),
    home: field("group", { title: "ที่พัก", properties: { house: field("text", { title: "บ้านเลขที่" }) } }),
    goods: tableOf({ name: field("text", { title: "ชื่อ" }), this: field("number", { title: "จำนวน" }) }, { title: "รายการ" }),
    face: field("photo", { title: "รูป" }),
    aside: field("note", { title: "คำชี้แจง" }),
    hidden: field("text", { title: "ไม่อยู่ในหน้าใด" }),
    order: field("signature", { title: "คำสั่ง" }),
  },
  {
    title: "ใบขอใช้รถ",
    layout: [
      { page: "การใช้รถ", sections: [{ id: "a", title: "ส่วนแรก", fields: ["no", "to", "day", "pay", "home"] }] },
      { page: "ของ", sections: [{ id: "b", fields: ["goods", "face", "aside", "order"] }] },
    ],
  },
);
const templateOf = (layout: (typeof layouts)[number]) => startDocument(layout, { title: "ขอใช้รถ 2 คัน", form }).template;

describe("a sheet of answers", () => {
  const template = templateOf("sheet");
  test("has each question with its answer, in the order of the pages", () => {
    const rows = [...template.matchAll(/<tr><th>(.*?)<\/th><td>(.*?)<\/td><\/tr>/g)].map(([, question, answer]) => [question, answer]);
    expect(rows).toEqual([
      ["เรียน", "{{fields.to.text}}"],
      ["วันที่ใช้รถ", "{{fields.day.text}}"],
      ["ค่าน้ำมัน &lt;๕&gt; &lbrace;&lbrace;x&rbrace;&rbrace;", "{{fields.pay.text}} {{#if fields.pay.words}}({{fields.pay.words}}){{/if}}"],
      ["ที่พัก – บ้านเลขที่", "{{fields.home.fields.house.text}}"],
      ["รูป", '{{#each fields.face.files}}<img class="photo" src="/api/v1/files/{{id}}" alt="{{name}}">{{/each}}'],
    ]);
    expect(template).not.toMatch(/คำชี้แจง|ไม่อยู่ในหน้าใด/);
  });

  test("has its table in full width, with a name that templates know put in brackets", () => {
    expect(template).toContain("<thead><tr><th>ที่</th><th>ชื่อ</th><th>จำนวน</th></tr></thead>");
    expect(template).toContain(
      '{{#each fields.goods.rows}}\n<tr><td class="number">{{number}}</td><td>{{cells.name.text}}</td><td class="number">{{cells.[this].text}}</td></tr>',
    );
  });

  test("has its title, its number, its sections and its place to sign", () => {
    expect(template).toMatch(/^<h1>ขอใช้รถ ๒ คัน<\/h1>/);
    expect(template).toContain("เลขที่ {{number}} วันที่ {{created.long}}");
    expect([...template.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, head]) => head)).toEqual(["ส่วนแรก", "ของ"]);
    expect(template).toContain("{{#with signatureFields.order}}");
  });
});

test("a letter goes to whom the form asks for, and says nothing of it twice", () => {
  const template = templateOf("letter");
  expect(template).toMatch(/^<div class="garuda"><\/div>\n<div class="letter-top">\n<p>ที่ {{number}}<\/p>/);
  expect(template).toContain("<p>เรียน&nbsp; {{fields.to.text}}</p>");
  expect(template.match(/fields\.to\.text/g)).toHaveLength(1);
  expect(template.indexOf("จึงเรียนมาเพื่อโปรดพิจารณา")).toBeLessThan(template.indexOf("ขอแสดงความนับถือ"));
});

test("a memo has its head and no closing, a certificate the day on which it is given", () => {
  expect(templateOf("memo")).toMatch(/บันทึกข้อความ[\s\S]*ส่วนราชการ[\s\S]*<b>ที่<\/b>[\s\S]*<b>วันที่<\/b>[\s\S]*<b>เรื่อง<\/b>[\s\S]*เรียน/);
  expect(templateOf("memo")).not.toContain("ขอแสดงความนับถือ");
  expect(templateOf("certificate")).toContain("ให้ไว้ ณ วันที่ {{today.long}}");
});

test("where nobody signs there is a dotted line, and an action that signs without a field has its place", () => {
  const plain = formOf({ a: field("text") });
  expect(startDocument("memo", { title: "x", form: plain }).template).toContain("(ลงชื่อ) …");
  const workflow = { ...library.workflowOf("leave-request"), actions: [{ id: "ok", title: "อนุญาต", from: ["new"], to: "x", sign: {} }] };
  expect(startDocument("memo", { title: "x", form: plain, workflow }).template).toContain("{{#with signatures.ok}}");
});

test("a form without questions begins as a page that prints", () => {
  for (const layout of layouts) {
    const made = startDocument(layout, { title: "x", form: formOf({}) });
    expect(checkDocument({ ...made, id: "x" })).toEqual([]);
  }
});
