// What the LAO's admin publishes in the journey: a new menu item, its form and its workflow, through the interface as any program would.
import type { FormDefinition, MenuDefinition, WorkflowDefinition } from "../../../schemas/types.js";

export const workflow: WorkflowDefinition = {
  kind: "workflow",
  id: "home-visit-approval",
  title: { th: "การตรวจบันทึกเยี่ยมบ้าน", en: "Approval of home visits" },
  states: [
    { id: "at-director", title: { th: "รอ ผอ.รร.", en: "With the director" }, look: "wait" },
    { id: "returned", title: { th: "ส่งกลับแก้ไข", en: "Returned" }, look: "back", check: "shape", edit: { who: ["author"], sections: ["visit"] } },
    { id: "at-head", title: { th: "รอ ผอ.กองการศึกษา", en: "With the head of education" }, look: "wait" },
    { id: "approved", title: { th: "รับทราบแล้ว", en: "Approved" }, look: "ok", final: true },
  ],
  actions: [
    {
      id: "submit",
      title: { th: "ส่งบันทึก", en: "Send" },
      done: { th: "ส่งบันทึก", en: "Sent" },
      tone: "main",
      from: ["new"],
      to: "at-director",
      complete: true,
      comment: "none",
    },
    { id: "resubmit", title: { th: "ส่งบันทึกที่แก้แล้ว", en: "Send again" }, tone: "main", from: ["returned"], to: "at-director", who: ["author"], complete: true },
    { id: "return", title: { th: "ส่งกลับให้แก้ไข", en: "Return" }, tone: "danger", from: ["at-director"], to: "returned", who: ["director"], comment: "required" },
    {
      id: "endorse",
      title: { th: "เห็นชอบและลงนาม", en: "Endorse and sign" },
      tone: "main",
      from: ["at-director"],
      to: "at-head",
      who: ["director"],
      sign: { as: { th: "ผู้อำนวยการสถานศึกษา", en: "Director" } },
    },
    {
      id: "approve",
      title: { th: "รับทราบและลงนาม", en: "Approve and sign" },
      tone: "main",
      from: ["at-head"],
      to: "approved",
      who: ["education-head"],
      sign: { as: { th: "ผู้อำนวยการกองการศึกษา", en: "Head of education" } },
      effects: [{ type: "document", document: "home-visit-form" }],
    },
  ],
};

export const document = {
  kind: "document",
  id: "home-visit-form",
  title: { th: "บันทึกเยี่ยมบ้าน", en: "Home visit" },
  template: "<h1>บันทึกเยี่ยมบ้าน {{number}}</h1><p>{{fields.student.text}} {{fields.summary.text}}</p>{{#each signed}}<p>{{as}} {{name}}</p>{{/each}}",
};

export const form: FormDefinition = {
  kind: "form",
  id: "home-visit",
  title: { th: "บันทึกการเยี่ยมบ้าน", en: "Home visit" },
  icon: "map-pin",
  unit: "school",
  schema: {
    type: "object",
    required: ["student", "visited", "summary"],
    properties: {
      no: {
        "x-id": "n0000000h1",
        "x-field": "running-number",
        type: "string",
        title: "เลขที่",
        "x-number": { series: "home-visit", period: "academic-year", pattern: "{n}/{year}" },
      },
      student: { "x-id": "n0000000h2", "x-field": "text", type: "string", title: "ชื่อนักเรียน" },
      visited: { "x-id": "n0000000h3", "x-field": "date", type: "string", format: "date", title: "วันที่เยี่ยม" },
      family: { "x-id": "n0000000h4", "x-field": "integer", type: "integer", title: "สมาชิกในครอบครัว", minimum: 1, maximum: 40 },
      summary: { "x-id": "n0000000h5", "x-field": "long-text", type: "string", title: "สรุปผลการเยี่ยม" },
      picture: { "x-id": "n0000000h6", "x-field": "photo", type: "array", items: { type: "string" }, maxItems: 3, title: "ภาพถ่าย" },
    },
  },
  layout: [{ page: { th: "การเยี่ยมบ้าน", en: "The visit" }, sections: [{ id: "visit", fields: ["no", "student", "visited", "family", "summary", "picture"] }] }],
  access: {
    create: ["teacher"],
    read: ["author", "handler", "director", "education-head"],
    list: ["director", "education-head"],
    sensitive: ["author", "handler", "director", "education-head"],
  },
  list: { columns: ["no", "student", "visited"], sort: ["visited"], search: ["student", "summary"] },
  workflow: "home-visit-approval",
  documents: ["home-visit-form"],
};

export const menu: MenuDefinition = {
  kind: "menu",
  id: "care",
  title: { th: "ดูแลนักเรียน", en: "Care of pupils" },
  order: 10,
  items: [{ id: "home-visit", label: { th: "เยี่ยมบ้าน", en: "Home visits" }, icon: "map-pin", who: ["teacher", "director"], target: { form: "home-visit" } }],
};
