// Problems of working with definitions, drafts, lists and prints over the interface: revisions, publishing, retired things, limits.
// The definitions' own faults are in definition.ts.
import { catalogue } from "./problem.js";

export const formsProblem = catalogue({
  "definition.revision": {
    status: 412,
    th: "มีผู้แก้ไข “{id}” ไปก่อนแล้ว (รุ่นที่แก้ {found}) โปรดเปิดใหม่แล้วแก้ไขอีกครั้ง",
    en: "Somebody changed “{id}” meanwhile (edit {found}). Open it again and repeat your change.",
  },
  "definition.address": {
    th: "ชนิดและรหัสในเนื้อหาต้องตรงกับที่อยู่ คือ {kind} “{id}”",
    en: "Kind and id inside must be those of the address: {kind} “{id}”.",
  },
  "definition.unchanged": {
    status: 409,
    th: "“{id}” ไม่มีอะไรต่างจากรุ่น {version} ที่เผยแพร่อยู่ แก้ก่อนแล้วจึงเผยแพร่",
    en: "“{id}” does not differ from version {version}, which is published. Change it before publishing again.",
  },
  "definition.not-publishable": {
    th: "เผยแพร่ “{id}” ไม่ได้ ต้องแก้ {count} ข้อก่อน",
    en: "“{id}” cannot be published before {count} things are put right.",
  },
  "definition.workflow-unpublished": {
    th: "แบบฟอร์มนี้ใช้ขั้นตอนงาน “{workflow}” ซึ่งยังไม่เผยแพร่ โปรดเผยแพร่ขั้นตอนงานก่อน",
    en: "This form uses the workflow “{workflow}”, which is not published. Publish the workflow first.",
  },
  "definition.document-unpublished": {
    th: "แบบฟอร์มนี้ใช้แบบพิมพ์ “{document}” ซึ่งยังไม่เผยแพร่ โปรดเผยแพร่แบบพิมพ์ก่อน",
    en: "This form uses the document “{document}”, which is not published. Publish the document first.",
  },
  "definition.form-breaks": {
    th: "แบบฟอร์ม “{form}” ที่เผยแพร่อยู่ใช้รายการนี้ และจะใช้ไม่ได้ถ้าเผยแพร่รุ่นนี้ แก้ให้แบบฟอร์มนั้นยังใช้ได้ก่อน",
    en: "The published form “{form}” uses this and would no longer work with this version. Keep what that form needs.",
  },
  "definition.examples-break": {
    th: "ตัวอย่างของแบบฟอร์ม “{form}” จะไม่ได้ผลตามที่คาดเมื่อใช้รุ่นนี้ ({examples}) ตรวจว่าตั้งใจให้เปลี่ยน แล้วใช้ผลใหม่ในตัวอย่างของแบบฟอร์มนั้น",
    en: "With this version, examples of the form “{form}” do not come out as expected: {examples} If that is meant, take the new result in the examples of that form.",
  },
  "definition.not-published": {
    status: 409,
    th: "“{id}” ยังไม่เคยเผยแพร่ เผยแพร่ก่อน",
    en: "“{id}” has never been published. Publish it first.",
  },
  "codes.row-removed": {
    th: "ลบแถว “{row}” ไม่ได้เพราะข้อมูลเก่าอ้างถึง ถ้าเลิกใช้ ให้ใส่วันสุดท้ายที่ใช้",
    en: "The row “{row}” cannot be removed, as stored data speaks of it. If it ends, give its last day.",
  },
  "codes.row-changed": {
    th: "แก้ความหมายของแถว “{row}” ({what}) ไม่ได้ ให้ใส่วันสุดท้ายของแถวเดิม แล้วเพิ่มแถวใหม่",
    en: "The meaning of the row “{row}” ({what}) cannot change. Give the old row its last day and add a new one.",
  },
  "codes.row-reopened": {
    th: "แถว “{row}” ปิดไปแล้วเมื่อ {to} ให้เพิ่มแถวใหม่แทนการแก้วันสุดท้าย",
    en: "The row “{row}” ended on {to}. Add a new row instead of changing its last day.",
  },
  "template.form-there": {
    status: 409,
    th: "อปท. มีแบบฟอร์มรหัส “{id}” อยู่แล้ว จึงไม่ได้คัดลอกทับ แบบฟอร์มเดิมอยู่ครบ เปิดคลังแบบฟอร์มใหม่แล้วเลือกอีกครั้ง",
    en: "The LAO has a form with the id “{id}” already, so nothing was copied over it and it is as it was. Open the library again and choose once more.",
  },
  "document.template": {
    th: "บรรทัด {line}: แบบพิมพ์เขียนผิดใกล้ “{near}” ตรวจ {{ }} ให้ครบคู่ และทุก {{#…}} ต้องมี {{/…}} ปิด",
    en: "Line {line}: the template is wrong near “{near}”. See that every {{ has its }}, and every {{#…}} its {{/…}}.",
  },
  "document.forbidden": {
    th: "บรรทัด {line}: แบบพิมพ์ใช้ {what} ไม่ได้ ใช้ได้เฉพาะชื่อช่อง if unless each with",
    en: "Line {line}: a template cannot use {what}; only names of fields, if, unless, each and with.",
  },
  "document.too-much": {
    th: "แบบพิมพ์นี้ใช้เวลาหรือเนื้อที่มากเกินกำหนด โปรดลดส่วนที่วนซ้ำ",
    en: "This template takes too much time or space. Make its repetitions fewer.",
  },
  "document.form-unready": {
    th: "แบบฟอร์ม “{form}” ยังมีข้อต้องแก้ จึงยังแสดงตัวอย่างไม่ได้ แก้แบบฟอร์มก่อน สิ่งที่เขียนในเอกสารนี้ยังอยู่",
    en: "The form “{form}” has things to put right, so no example can be shown. Put the form right first; what you wrote here is kept.",
  },
  "form.retired": {
    status: 409,
    th: "แบบฟอร์ม “{form}” เลิกใช้แล้ว เรื่องเดิมยังเปิดดูได้",
    en: "The form “{form}” has been retired. Existing records can still be opened.",
  },
  "form.release-unknown": {
    status: 409,
    th: "ไม่มีแบบฟอร์มรุ่น “{release}” โปรดเปิดแบบฟอร์มอีกครั้ง สิ่งที่พิมพ์ไว้ยังอยู่",
    en: "There is no release “{release}”. Open the form again; what you typed is kept.",
  },
  "action.refused": {
    th: "ยังทำไม่ได้ มี {count} ข้อที่ต้องแก้ก่อน",
    en: "This cannot be done yet. See the {count} things to put right.",
  },
  "action.reused": {
    status: 409,
    th: "รหัสรายการนี้ใช้ไปแล้วกับเนื้อหาอื่น โปรดส่งใหม่เป็นรายการใหม่",
    en: "This action id was used before with other contents. Send it again as a new action.",
  },
  "action.busy": {
    status: 409,
    th: "มีผู้แก้ไขเรื่องนี้พร้อมกันหลายคน โปรดลองอีกครั้ง สิ่งที่พิมพ์ไว้ยังอยู่",
    en: "Several people are changing this record at once. Try again; what you typed is kept.",
  },
  "action.file": {
    th: "ไฟล์ “{file}” ไม่มีในระบบ หรือไม่ใช่ของท่าน โปรดแนบใหม่",
    en: "The file “{file}” is not here, or not yours. Attach it again.",
  },
  "action.file-kind": {
    th: "ช่องนี้ไม่รับไฟล์ “{file}” รับเฉพาะ {kinds}",
    en: "This field does not take “{file}”, only {kinds}.",
  },
  "action.file-size": {
    th: "ไฟล์ “{file}” ใหญ่เกิน {limit} กิโลไบต์ โปรดลดขนาดแล้วแนบใหม่",
    en: "The file “{file}” is over {limit} kilobytes. Make it smaller and attach it again.",
  },
  "action.unknown-choice": {
    th: "สิ่งที่เลือกใน “{title}” ไม่มีในระบบ หรือท่านไม่มีสิทธิ์เห็น โปรดเลือกใหม่",
    en: "What was chosen in “{title}” is not here, or you may not see it. Choose again.",
  },
  "action.person-outside": {
    th: "“{choice}” ไม่มีตำแหน่งใน{place} โปรดเลือก{title}จากผู้ที่มีตำแหน่งในหน่วยงานนี้",
    en: "“{choice}” has no position in {place}. For {title}, choose somebody who has.",
  },
  "action.choice-outside": {
    th: "“{choice}” ไม่อยู่ใน{place} โปรดเลือก{title}ใหม่จากหน่วยงานนี้",
    en: "“{choice}” is not part of {place}. Choose {title} from there.",
  },
  "action.choice-kind": {
    th: "“{choice}” เลือกเป็น{title}ไม่ได้ โปรดเลือกใหม่จากรายการของช่องนี้",
    en: "“{choice}” cannot be {title}. Choose another one from the list of this field.",
  },
  "action.referee": {
    status: 500,
    th: "ผลตรวจคำตอบของระบบไม่ตรงกัน จึงยังไม่บันทึก สิ่งที่พิมพ์ไว้ยังอยู่ โปรดแจ้งผู้ดูแลระบบพร้อมรหัส {action}",
    en: "Two checks of the answers disagree, so nothing was stored. What you typed is kept; tell the administrator the code {action}.",
  },
  "draft.too-large": {
    status: 413,
    th: "ร่างนี้ใหญ่เกิน {limit} ตัวอักษร โปรดแบ่งเป็นหลายฉบับ",
    en: "This draft is over {limit} characters. Split it.",
  },
  "draft.path": {
    th: "ตำแหน่ง “{at}” ในร่างใช้ไม่ได้ ส่งเฉพาะช่องของแบบฟอร์ม",
    en: "The place “{at}” in the draft cannot be used. Send fields of the form only.",
  },
  "list.unknown-sort": {
    th: "เรียงตาม “{sort}” ไม่ได้ เรียงได้ตาม {allowed}",
    en: "The list cannot be sorted by “{sort}”, only by {allowed}.",
  },
  "list.unknown-filter": {
    th: "กรองตาม “{filter}” ไม่ได้ กรองได้ตาม {allowed}",
    en: "The list cannot be filtered by “{filter}”, only by {allowed}.",
  },
});
