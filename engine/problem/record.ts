// Problems of changing a record: what cannot be changed, what somebody else changed meanwhile. A phone that fills a form loads these.
import { catalogue } from "./problem.js";

export const recordProblem = catalogue({
  "record.bad-action": {
    status: 400,
    th: "อ่านรายการที่ส่งมาไม่ได้ตรง {what} แก้ส่วนนี้แล้วส่งใหม่",
    en: "What was sent cannot be read at {what}. Correct it and send it again.",
  },
  "record.too-large": {
    status: 413,
    th: "ส่งครั้งเดียว {count} รายการ เกิน {limit} รายการ แบ่งส่งเป็นหลายครั้ง",
    en: "{count} items were sent at once, over the limit of {limit}. Send them in several parts.",
  },
  "record.missing": {
    status: 404,
    th: "ไม่มีเรื่องนี้ในระบบ “{action}” ทำได้เฉพาะกับเรื่องที่ส่งแล้ว เปิดเรื่องจากรายการอีกครั้ง",
    en: "There is no such record. “{action}” is for a record that has been submitted: open it again from its list.",
  },
  "record.other-form": {
    status: 409,
    th: "เรื่องนี้เป็นของแบบฟอร์มอื่น เปิดเรื่องนี้จากรายการอีกครั้ง",
    en: "This record belongs to another form. Open it again from its list.",
  },
  "record.other-owner": {
    status: 403,
    th: "เรื่องนี้เป็นของหน่วยงานอื่น ให้หน่วยงานนั้นเป็นผู้ดำเนินการ",
    en: "This record belongs to another local government, which alone can change it.",
  },
  "record.no-place": {
    th: "เลือกหน่วยงานเจ้าของเรื่องก่อนส่ง",
    en: "Choose the organization this record is for before sending it.",
  },
  "record.other-place": {
    status: 403,
    th: "ตำแหน่งของท่านไม่อยู่ในหน่วยงานที่เลือก เลือกหน่วยงานของท่าน",
    en: "None of your positions is in the chosen organization. Choose your own.",
  },
  "record.not-latest": {
    status: 409,
    th: "แบบฟอร์มรุ่น {version} ที่เรื่องนี้ใช้ไม่อยู่ในเครื่อง เปิดเรื่องนี้อีกครั้งเมื่อมีสัญญาณ",
    en: "Version {version} of the form, which this record uses, is not on this device. Open the record again when connected.",
  },
  "record.unknown-path": {
    th: "แบบฟอร์มนี้ไม่มีช่องที่ส่งมา ({field}) เปิดแบบฟอร์มอีกครั้งแล้วส่งใหม่ คำตอบอื่นอยู่ครบ",
    en: "This form has no such field ({field}). Open the form again and resend; the other answers are kept.",
  },
  "record.path-twice": {
    status: 400,
    th: "ส่งค่าของ “{title}” ในที่เดียวกันมาสองครั้ง ส่งเฉพาะค่าสุดท้าย",
    en: "“{title}” is changed twice in one place. Send the last value only.",
  },
  "record.bad-row": {
    th: "แถวของ “{title}” ที่ส่งมาอ่านไม่ได้ ลบแถวนั้นแล้วเพิ่มใหม่",
    en: "A row of “{title}” cannot be read. Remove it and add it again.",
  },
  "record.computed": {
    th: "“{title}” ระบบคำนวณให้ แก้เองไม่ได้ แก้ช่องที่นำมาคำนวณแทน",
    en: "“{title}” is computed and cannot be changed by hand. Change the fields it is computed from.",
  },
  "record.number-given": {
    th: "“{title}” ระบบออกเลขให้เอง ไม่ต้องกรอก",
    en: "“{title}” is given by the system. Leave it out.",
  },
  "record.signed-field": {
    th: "“{title}” เป็นที่ลงนาม ใช้ปุ่มลงนามแทนการแก้ช่องนี้",
    en: "“{title}” is for a signature. Use the button that signs instead of changing this field.",
  },
  "record.no-answer": {
    th: "“{title}” เป็นคำชี้แจง ไม่มีคำตอบให้แก้ เอาออกจากรายการที่ส่ง",
    en: "“{title}” is a note and holds no answer. Leave it out.",
  },
  "record.not-editable": {
    status: 403,
    th: "ในขั้น “{state}” ท่านแก้ “{title}” ไม่ได้ หากต้องแก้ ให้แจ้งผู้มีหน้าที่ในขั้นนี้",
    en: "In “{state}” you cannot change “{title}”. If it must be, tell whoever is in charge now.",
  },
  "record.sealed": {
    status: 409,
    th: "เรื่องนี้ลงนามแล้ว แก้ “{title}” ไม่ได้ ถ้าต้องแก้ ให้ผู้มีหน้าที่ส่งกลับก่อน",
    en: "This record is signed, so “{title}” cannot be changed. If it must be, whoever is in charge returns it first.",
  },
  "record.conflict": {
    status: 409,
    th: "มีผู้แก้ “{title}” ระหว่างที่ท่านแก้อยู่ เทียบคำตอบทั้งสองแล้วเลือกหนึ่งคำตอบ",
    en: "Somebody changed “{title}” while you were changing it. Compare the two answers and choose one.",
  },
  "record.row-removed": {
    status: 409,
    th: "มีผู้ลบแถวของ “{title}” ที่ท่านแก้ เลือกว่าจะลบ หรือเพิ่มแถวของท่านใหม่",
    en: "Somebody removed the row of “{title}” that you changed. Choose between removing it and adding yours again.",
  },
  "record.row-changed": {
    status: 409,
    th: "มีผู้แก้แถวของ “{title}” ที่ท่านลบ ดูแถวนั้นแล้วเลือกว่าจะลบหรือเก็บไว้",
    en: "Somebody changed the row of “{title}” that you removed. Look at it and choose between removing and keeping it.",
  },
  "record.key-taken": {
    status: 409,
    th: "มีเรื่องที่ {fields} ซ้ำกันอยู่แล้ว เปิดเรื่องเดิมแทนการส่งใหม่",
    en: "There is already a record with the same {fields}. Open that one instead of sending another.",
  },
  "record.key-message": { status: 409, th: "{message}", en: "{message}" },
});
