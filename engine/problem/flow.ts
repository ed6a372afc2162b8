// Problems of workflow definitions, told to whoever designs one: which state or action is wrong, and what to do.
import { catalogue } from "./problem.js";

export const flowProblem = catalogue({
  // Names.
  "flow.state-twice": { th: "รหัสสถานะ {state} ซ้ำกัน เปลี่ยนรหัสของสถานะหนึ่ง", en: "The state {state} is there twice. Give one of them another id." },
  "flow.action-twice": { th: "รหัสการดำเนินการ {action} ซ้ำกัน เปลี่ยนรหัสของรายการหนึ่ง", en: "The action {action} is there twice. Give one of them another id." },
  "flow.state-reserved": {
    th: "รหัสสถานะ new สงวนไว้สำหรับเรื่องที่ยังไม่ได้ส่ง ใช้รหัสอื่น",
    en: "The state id new is kept for a record that does not exist yet. Use another id.",
  },
  "flow.action-reserved": {
    th: "รหัสการดำเนินการ edit สงวนไว้สำหรับการแก้คำตอบ ใช้รหัสอื่น",
    en: "The action id edit is kept for changing answers. Use another id.",
  },
  "flow.unknown-from": {
    th: "การดำเนินการ “{action}” เริ่มจากสถานะ {state} ซึ่งไม่มี ตรวจตัวสะกด หรือเพิ่มสถานะนี้",
    en: "The action “{action}” begins in the state {state}, which does not exist. Check the spelling, or add the state.",
  },
  "flow.vacant": {
    th: "“{action}” ขณะนี้ไม่มีผู้ดำรงตำแหน่งที่ทำได้ใน {count} แห่ง: {places} แต่งตั้งผู้ดำรงตำแหน่ง หรือเพิ่มผู้ที่ทำได้",
    en: "Nobody who could do “{action}” holds a position now in {count} places: {places}. Appoint somebody, or let others do it too.",
  },
  "flow.unknown-to": {
    th: "การดำเนินการ “{action}” นำไปยังสถานะ {state} ซึ่งไม่มี ตรวจตัวสะกด หรือเพิ่มสถานะนี้",
    en: "The action “{action}” leads to the state {state}, which does not exist. Check the spelling, or add the state.",
  },
  "flow.to-new": {
    th: "“{action}” นำกลับไปก่อนส่งไม่ได้ เพราะเรื่องที่ส่งแล้วต้องคงอยู่ ให้ไปสถานะอื่น เช่น ส่งกลับแก้ไข",
    en: "The action “{action}” cannot lead back to new: a record that exists does not disappear. Use another state, such as returned.",
  },
  // Ways through.
  "flow.no-start": {
    th: "ยังไม่มีการดำเนินการใดเริ่มจาก “เริ่มกรอก” จึงส่งแบบฟอร์มไม่ได้ เพิ่มการส่ง หรือให้การดำเนินการหนึ่งทำได้จาก “เริ่มกรอก”",
    en: "No action begins in new, so the form can never be submitted. Add new to `from` of the action that submits.",
  },
  "flow.unreachable": {
    th: "ไม่มีทางไปถึงสถานะ “{state}” เพิ่มการดำเนินการที่นำไปถึง หรือลบสถานะนี้",
    en: "Nothing leads to the state “{state}”. Add an action that does, or remove the state.",
  },
  "flow.no-way-out": {
    th: "ออกจากสถานะ “{state}” ไม่ได้ เพิ่มการดำเนินการจากสถานะนี้ หรือกำหนดให้จบเรื่องที่นี่",
    en: "The state “{state}” cannot be left. Add an action from it, or say that it is final.",
  },
  "flow.only-system-out": {
    th: "สถานะ “{state}” ออกได้โดยระบบเท่านั้น แต่ครบกำหนดแล้วระบบไม่ได้ทำอะไร กำหนดให้ระบบทำเมื่อครบกำหนด หรือเพิ่มการดำเนินการที่คนทำได้",
    en: "Only the system can leave the state “{state}”, but its deadline does no such action. Add the deadline, or an action for people.",
  },
  "flow.final-deadline": {
    th: "สถานะ “{state}” จบเรื่องแล้ว จึงมีกำหนดเวลาไม่ได้ เอากำหนดเวลาออก หรือไม่ให้จบเรื่องที่นี่",
    en: "The final state “{state}” cannot have a deadline. Remove the deadline, or `final`.",
  },
  // Routes.
  "flow.no-default-route": {
    th: "ทางสุดท้ายของ “{action}” ต้องไม่มีเงื่อนไข เพื่อให้ทุกเรื่องมีที่ไป เอาเงื่อนไขของทางสุดท้ายออก หรือเพิ่มทางที่ไม่มีเงื่อนไขไว้ท้ายสุด",
    en: "The last route of “{action}” must have no condition, so that every record has somewhere to go. Add one without `when` at the end.",
  },
  "flow.dead-route": {
    th: "ทางที่ {number} ของ “{action}” ไม่มีเงื่อนไข ทางที่อยู่หลังจึงไม่ได้ใช้เลย ย้ายไปไว้ท้ายสุด",
    en: "Route {number} of “{action}” has no condition, so those after it are never taken. Move it to the end.",
  },
  // People.
  "flow.nobody": {
    th: "ไม่มีใครทำ “{action}” ได้ เลือกผู้ทำ เลือกช่องที่ระบุตัวบุคคล หรือให้ระบบทำเองเมื่อครบกำหนด",
    en: "Nobody may do “{action}”. Name who may, the field that names a person, or let the system do it.",
  },
  "flow.only-author-excluded": {
    th: "“{action}” ให้เฉพาะผู้กรอกทำ แต่ห้ามทำกับเรื่องของตนเอง เอาอย่างใดอย่างหนึ่งออก",
    en: "“{action}” is only for the author, yet not for one's own record (notAuthor). Remove one of the two.",
  },
  "flow.new-not-author": {
    th: "“{action}” เป็นการส่ง ผู้ทำคือผู้กรอกเสมอ จึงห้ามทำกับเรื่องของตนเองไม่ได้",
    en: "“{action}” begins in new, where whoever does it is the author, so notAuthor cannot be used.",
  },
  "flow.system-and-people": {
    th: "“{action}” เป็นของระบบ จึงกำหนดผู้ทำ การลงนาม หรือเหตุผลไม่ได้ เอาออกก่อน ({what})",
    en: "“{action}” is the system's: it has no people, signature or comment. Remove {what}.",
  },
  "flow.system-unused": {
    th: "“{action}” เป็นของระบบ แต่ไม่มีสถานะใดใช้เมื่อครบกำหนด เลือกใช้ในกำหนดเวลาของสถานะ หรือลบการดำเนินการนี้",
    en: "“{action}” is the system's, but no state's deadline does it. Name it in a deadline, or remove `system`.",
  },
  // Deadlines.
  "flow.idle-deadline": {
    th: "เมื่อพ้นกำหนดของสถานะ “{state}” ไม่มีอะไรเกิดขึ้น เลือกผู้ที่จะเตือน หรือให้ระบบทำเอง",
    en: "Nothing happens when the deadline of “{state}” is over. Add `notify` or `action`.",
  },
  "flow.deadline-action": {
    th: "เมื่อพ้นกำหนดของสถานะ “{state}” ให้ทำ {action} ซึ่งไม่มี หรือไม่ได้เริ่มจากสถานะนี้ เลือกการดำเนินการอื่น",
    en: "When “{state}” is over {action} is to be done, which does not exist or does not begin there. Choose another action.",
  },
  "flow.deadline-needs-person": {
    th: "เมื่อพ้นกำหนดของสถานะ “{state}” ระบบทำ “{action}” เองไม่ได้ เพราะต้องมีผู้{what} เลือกการดำเนินการอื่นที่ระบบทำเองได้",
    en: "The deadline of “{state}” cannot do “{action}”: it needs a person to {what}. Use an action that the system can do alone.",
  },
  // Signatures.
  "flow.too-many-signatures": {
    th: "“{action}” ต้องลงนาม {need} คน แต่มีผู้ทำได้เพียงคนเดียว เพิ่มผู้ทำ หรือให้ลงนามคนเดียว",
    en: "“{action}” needs {need} signatures, but only one person may do it. Name a duty in `who`, or make `need` 1.",
  },
  "flow.new-signatures": {
    th: "“{action}” เป็นการส่ง จึงลงนามได้คนเดียว ให้ผู้อื่นลงนามในขั้นถัดไป",
    en: "“{action}” begins in new, where only one person can sign. Let the others sign in the next state.",
  },
  "flow.sign-field": {
    th: "“{action}” ลงนามในช่อง {field} ซึ่งแบบฟอร์มไม่มี หรือไม่ใช่ช่องลายมือชื่อ เลือกช่องลายมือชื่อที่ไม่อยู่ในตารางหรือกลุ่ม",
    en: "“{action}” signs in the field {field}, which the form does not have or which is no signature. Add a signature field at the top level.",
  },
  "flow.person-field": {
    th: "“{action}” รอผู้ที่ระบุในช่อง {field} ซึ่งแบบฟอร์มไม่มี หรือไม่ใช่ช่องบุคลากร เลือกช่องบุคลากรที่ไม่อยู่ในตารางหรือกลุ่ม",
    en: "“{action}” waits for the person named in {field}, which the form does not have or which holds no person. Use a person field at the top level.",
  },
  "flow.unknown-section": {
    th: "“{owner}” อ้างถึงส่วน {section} ซึ่งแบบฟอร์มที่ใช้ขั้นตอนนี้ไม่มี เลือกส่วนใหม่ หรือเพิ่มส่วนนี้ในแบบฟอร์ม",
    en: "“{owner}” names the section {section}, which a form of this workflow does not have. Choose another, or add it to the form.",
  },
  "flow.number-action": {
    th: "ช่อง “{field}” ออกเลขเมื่อทำ {action} ซึ่งขั้นตอนนี้ไม่มี เพิ่มการดำเนินการนี้ หรือเปลี่ยนเวลาออกเลขของช่อง",
    en: "The field “{field}” takes its number at {action}, which this workflow does not have. Add the action, or change x-number of the field.",
  },
  // Effects.
  "flow.effect-to": {
    th: "การแจ้งของ “{action}” ยังไม่ได้บอกว่าแจ้งใคร เลือกผู้รับ หรือเอาการแจ้งนี้ออก",
    en: "A notice of “{action}” does not say whom to tell. Add `to`.",
  },
  "flow.effect-message": {
    th: "การแจ้งของ “{action}” ยังไม่มีข้อความ เขียนข้อความแจ้ง",
    en: "A notice of “{action}” has no words. Add `message`.",
  },
  "flow.effect-document": {
    th: "“{action}” พิมพ์เอกสาร {document} ซึ่งแบบฟอร์มนี้ไม่มี เพิ่มใน documents ของแบบฟอร์ม",
    en: "“{action}” prints the document {document}, which the form does not have. Add it to the documents of the form.",
  },
  "flow.print-document": {
    th: "prints บอกว่าเสนอพิมพ์เอกสาร {document} เมื่อใด แต่แบบฟอร์มนี้ไม่มีเอกสารนั้น เพิ่มใน documents ของแบบฟอร์ม",
    en: "prints says when the document {document} is offered, but the form does not have it. Add it to the documents of the form.",
  },
  "flow.effect-no-document": {
    th: "“{action}” พิมพ์เอกสาร แต่ไม่ได้บอกว่าเอกสารใด เพิ่ม document",
    en: "“{action}” prints a document without saying which. Add `document`.",
  },
});
