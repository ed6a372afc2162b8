// A purchase of a school, as forms are: an amount that decides who approves, a table of goods, signatures, a number.
// Small enough to read, and with a bit of everything that a record can go through.
import type { FormDefinition, WorkflowDefinition } from "../../schemas/types.js";
import { formOf } from "./scenario.js";

export const purchase: FormDefinition = formOf(
  {
    no: { "x-field": "running-number", type: "string", "x-number": { series: "purchase", period: "fiscal-year", pattern: "{n}/{year}", on: "submit" } },
    subject: { "x-field": "text", type: "string", title: "เรื่อง" },
    reason: { "x-field": "long-text", type: "string", title: "เหตุผล" },
    urgent: { "x-field": "yes-no", type: "boolean", title: "เร่งด่วน" },
    urgency: { "x-field": "text", type: "string", title: "เหตุที่เร่งด่วน", "x-show": "urgent == true" },
    goods: {
      "x-field": "table",
      type: "array",
      title: "รายการ",
      items: {
        type: "object",
        properties: {
          name: { "x-field": "text", type: "string", title: "สิ่งของ" },
          quantity: { "x-field": "integer", type: "integer", title: "จำนวน" },
          price: { "x-field": "money", type: "number", title: "ราคา" },
          cost: { "x-field": "computed", type: "number", title: "เป็นเงิน", "x-value": "quantity * price" },
        },
      },
    },
    amount: { "x-field": "computed", type: "number", title: "รวมเงิน", "x-value": "sum(goods.cost)" },
    opinion: { "x-field": "long-text", type: "string", title: "ความเห็น" },
    approval: { "x-field": "signature", type: "object", title: "ผู้อนุมัติ" },
  },
  {
    id: "purchase",
    title: "ขอซื้อ",
    required: ["subject"],
    layout: [
      {
        page: "ขอซื้อ",
        sections: [
          { id: "request", fields: ["no", "subject", "reason", "urgent", "urgency", "goods", "amount"] },
          { id: "review", fields: ["opinion", "approval"] },
        ],
      },
    ],
    list: { columns: ["subject", "amount"], filter: ["urgent"], sort: ["amount"], search: ["subject"] },
  },
);

export const buying: WorkflowDefinition = {
  kind: "workflow",
  id: "buying",
  title: "จัดซื้อ",
  states: [
    {
      id: "pending",
      title: "รอ ผอ.",
      look: "wait",
      edit: { who: ["director"], sections: ["review"] },
      deadline: { after: { workdays: 2 }, notify: ["director"] },
    },
    { id: "returned", title: "ส่งกลับแก้ไข", look: "back", check: "shape", edit: { who: ["author"], sections: ["request"] } },
    { id: "with-mayor", title: "รอนายก", look: "wait" },
    { id: "inspection", title: "รอตรวจรับ", look: "wait", deadline: { after: { days: 5 }, action: "lapse" } },
    { id: "done", title: "ตรวจรับแล้ว", look: "ok", final: true },
    { id: "lapsed", title: "พ้นกำหนด", look: "quiet", final: true, check: "shape" },
  ],
  actions: [
    {
      id: "submit",
      title: "ส่งคำขอ",
      done: "ส่งคำขอแล้ว",
      tone: "main",
      from: ["new", "returned"],
      who: ["author"],
      to: "pending",
      complete: true,
      sign: { as: "ผู้ขอ", sections: ["request"] },
    },
    {
      id: "approve",
      title: "อนุมัติ",
      tone: "main",
      from: ["pending"],
      who: ["director"],
      notAuthor: true,
      to: [{ when: "amount > 100000.0", to: "with-mayor" }, { to: "inspection" }],
      sign: { as: "ผู้อนุมัติ", field: "approval", sections: ["request"] },
      effects: [{ type: "notify", to: ["author"], message: "{no} อนุมัติแล้ว" }],
    },
    { id: "return", title: "ส่งกลับ", tone: "danger", from: ["pending"], who: ["director"], to: "returned", comment: "required" },
    { id: "mayor-approve", title: "นายกอนุมัติ", tone: "main", from: ["with-mayor"], who: ["mayor"], to: "inspection", sign: { as: "นายก" } },
    { id: "accept", title: "ตรวจรับ", tone: "main", from: ["inspection"], who: ["inspector"], notAuthor: true, to: "done", sign: { as: "กรรมการ", need: 2 } },
    { id: "lapse", title: "พ้นกำหนดตรวจรับ", from: ["inspection"], to: "lapsed", system: true, comment: "none" },
  ],
};
