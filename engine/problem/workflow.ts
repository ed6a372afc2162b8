// Problems of acting on a record: why somebody may not do this now. A phone that fills a form loads these.
import { catalogue } from "./problem.js";

export const workflowProblem = catalogue({
  "workflow.unknown-action": {
    status: 404,
    th: "ขั้นตอนของแบบฟอร์มนี้ไม่มี “{action}” เปิดเรื่องนี้อีกครั้งแล้วเลือกจากปุ่มที่มี",
    en: "The workflow of this form has no action “{action}”. Open the record again and choose one of its buttons.",
  },
  "workflow.wrong-state": {
    status: 409,
    th: "“{action}” ทำได้ในขั้น {states} ขณะนี้เรื่องอยู่ในขั้น “{state}”",
    en: "“{action}” is possible in {states}. The record is now in “{state}”.",
  },
  "workflow.not-yours": {
    status: 403,
    th: "“{action}” เป็นงานของผู้มีหน้าที่ในหน่วยงานของเรื่องนี้ ตำแหน่งของท่านไม่มีหน้าที่นี้",
    en: "“{action}” belongs to those with that duty over the record's organization. None of your positions has it.",
  },
  "workflow.system-only": {
    status: 403,
    th: "“{action}” ระบบทำให้เองเมื่อพ้นกำหนด ไม่ต้องกด",
    en: "“{action}” is done by the system when the deadline is over. Nobody needs to do it.",
  },
  "workflow.not-due": {
    status: 409,
    th: "ยังไม่พ้นกำหนดของขั้น “{state}” ระบบจึงยังไม่ทำ “{action}”",
    en: "The deadline of “{state}” is not over, so the system does not do “{action}” yet.",
  },
  "workflow.own-record": {
    status: 403,
    th: "ท่าน “{action}” เรื่องของตนเองไม่ได้ ให้ผู้อื่นที่มีหน้าที่นี้เป็นผู้ทำ",
    en: "“{action}” is not possible on one's own record. Somebody else with this duty must do it.",
  },
  "workflow.guard": { th: "{why}", en: "{why}" },
  "workflow.already-signed": {
    status: 409,
    th: "ท่านลงนามแล้ว รอผู้ลงนามอีก {left} คน",
    en: "You have signed. {left} more must sign.",
  },
  "workflow.seat-signed": {
    status: 409,
    th: "{name} ลงนามในตำแหน่งนี้แล้ว รอผู้ลงนามอื่นอีก {left} คน",
    en: "{name} has signed in this place. {left} others must sign.",
  },
  "workflow.comment-required": {
    th: "เขียนเหตุผลก่อน “{action}”",
    en: "Write the reason before “{action}”.",
  },
  "workflow.not-complete": {
    th: "ยัง “{action}” ไม่ได้ เหลือ {count} ช่องที่ต้องกรอกหรือแก้",
    en: "“{action}” is not possible yet: {count} fields must be filled or corrected.",
  },
  "workflow.no-edit": {
    status: 403,
    th: "ในขั้น “{state}” ท่านแก้คำตอบไม่ได้ หากต้องแก้ ให้แจ้งผู้มีหน้าที่ในขั้นนี้",
    en: "In “{state}” you cannot change answers. If they must be, tell whoever is in charge now.",
  },
});
