// Problems of answers, told to whoever fills a form: what is so, and what to do about it.
// `{title}` is the field's own title; sentences begin with it or with what must be done.
import { catalogue } from "./problem.js";

export const fieldProblem = catalogue({
  "field.required": { th: "ยังไม่ได้{verb} “{title}”", en: "{verb} {title}." },
  "field.computed-empty": {
    th: "ยังคำนวณ “{title}” ไม่ได้ กรอกช่องที่ใช้คำนวณให้ครบก่อน",
    en: "{title} cannot be worked out yet. Fill in the fields it is computed from first.",
  },
  "field.unknown": {
    th: "ยังตรวจ “{title}” ไม่ได้ เพราะระบบยังเรียกข้อมูลที่ช่องนี้ใช้ไม่ได้ ลองใหม่อีกครั้ง ถ้ายังไม่ได้ให้แจ้งผู้ดูแลแบบฟอร์ม",
    en: "{title} cannot be checked, because other data it uses could not be read. Try again, and tell whoever looks after the form if it stays so.",
  },
  "field.check": { th: "{message}", en: "{message}" },
  "field.type": { th: "ช่อง “{title}” ต้องเป็น{expected}", en: "{title} must be {expected}." },
  "field.not-in-form": {
    th: "แบบฟอร์มนี้ไม่มีช่อง {name} ลบคำตอบนี้ออก หรือเปิดแบบฟอร์มรุ่นล่าสุด",
    en: "This form has no field {name}. Remove that answer, or open the newest version of the form.",
  },
  "field.answers-not-an-object": { th: "คำตอบที่ส่งมาต้องเป็นออบเจกต์ JSON หนึ่งชุด", en: "Answers must be one JSON object." },
  "field.answers-too-deep": { th: "คำตอบซ้อนกันเกิน {limit} ชั้น ลดจำนวนชั้นลง", en: "The answers nest deeper than {limit} levels. Make them flatter." },
  "field.answers-too-large": {
    th: "คำตอบมีขนาด {size} ไบต์ เกิน {limit} ไบต์ ตัดข้อความให้สั้นลง หรือแนบเป็นไฟล์",
    en: "The answers have {size} bytes, over the limit of {limit}. Shorten the text, or attach it as a file.",
  },
  "field.control-character": {
    th: "ช่อง “{title}” มีอักขระที่มองไม่เห็นซึ่งเก็บไม่ได้ ลบข้อความที่วางไว้แล้วพิมพ์ใหม่",
    en: "{title} holds an invisible character that cannot be kept. Delete the pasted text and type it again.",
  },
  "field.too-long": {
    th: "ช่อง “{title}” ยาวได้ {limit} ตัวอักษร ที่พิมพ์ไว้มี {count} ตัวอักษร",
    en: "{title} may have {limit} characters; {count} were typed.",
  },
  "field.too-short": {
    th: "ช่อง “{title}” ต้องมีอย่างน้อย {limit} ตัวอักษร ที่พิมพ์ไว้มี {count} ตัวอักษร",
    en: "{title} must have at least {limit} characters; {count} were typed.",
  },
  "field.pattern": { th: "ช่อง “{title}” ต้องพิมพ์ตามแบบนี้: {hint}", en: "{title} must be written like this: {hint}" },
  "field.whole-number": { th: "ช่อง “{title}” ต้องเป็นจำนวนเต็ม ที่กรอกไว้คือ {value}", en: "{title} must be a whole number; {value} was entered." },
  "field.too-small": { th: "ช่อง “{title}” ต้องไม่น้อยกว่า {limit} ที่กรอกไว้คือ {value}", en: "{title} must be at least {limit}; {value} was entered." },
  "field.too-big": { th: "ช่อง “{title}” ต้องไม่เกิน {limit} ที่กรอกไว้คือ {value}", en: "{title} must be at most {limit}; {value} was entered." },
  "field.decimals": {
    th: "ช่อง “{title}” มีทศนิยมได้ {limit} ตำแหน่ง ที่กรอกไว้คือ {value}",
    en: "{title} may have {limit} decimal places; {value} was entered.",
  },
  "field.satang": {
    th: "ช่อง “{title}” มีสตางค์ได้ 2 ตำแหน่ง ที่กรอกไว้คือ {value}",
    en: "{title} is in baht with at most 2 decimal places; {value} was entered.",
  },
  "field.date": {
    th: "ช่อง “{title}” ต้องเป็นวันที่ที่มีอยู่จริง พิมพ์วัน เดือน ปี พ.ศ. เช่น 25/11/2569",
    en: "{title} must be a day that exists. Type day, month and Buddhist-era year, such as 25/11/2569.",
  },
  "field.year": {
    th: "ช่อง “{title}” ต้องเป็นปี พ.ศ. ตั้งแต่ {first} ถึง {last} ที่กรอกไว้คือ {value}",
    en: "{title} must be a Buddhist-era year from {first} to {last}; {value} was entered.",
  },
  "field.year-era": {
    th: "ช่อง “{title}” ต้องเป็นปี พ.ศ. ที่กรอกไว้คือ {value} ถ้าหมายถึง ค.ศ. {value} ให้กรอก {buddhist}",
    en: "{title} must be a Buddhist-era year; {value} was entered. If {value} C.E. is meant, enter {buddhist}.",
  },
  "field.option": {
    th: "“{value}” ไม่มีให้เลือกใน “{title}” เลือกใหม่จากรายการ",
    en: "“{value}” is not a choice of {title}. Choose again from the list.",
  },
  "field.option-retired": {
    th: "“{option}” เลิกใช้แล้วใน “{title}” เลือกใหม่จากรายการ",
    en: "“{option}” is no longer in use in {title}. Choose again from the list.",
  },
  "field.option-twice": { th: "ช่อง “{title}” เลือก “{option}” ไว้ซ้ำ เอาออกหนึ่งรายการ", en: "“{option}” is chosen twice in {title}. Remove one of them." },
  "field.codes-missing": {
    th: "ยังตรวจ “{title}” ไม่ได้ เพราะยังไม่มีรายการรหัส {codes} แจ้งผู้ดูแลแบบฟอร์ม",
    en: "{title} cannot be checked, because the code list {codes} is not there. Tell whoever looks after the form.",
  },
  "field.too-few": { th: "ช่อง “{title}” ต้องมีอย่างน้อย {limit} {unit} ตอนนี้มี {count} {unit}", en: "{title} needs at least {limit} {unit}; it has {count}." },
  "field.too-many": { th: "ช่อง “{title}” มีได้ {limit} {unit} ตอนนี้มี {count} {unit}", en: "{title} may have {limit} {unit}; it has {count}." },
  "field.too-many-cells": {
    th: "ตารางทั้งหมดรวมกันมี {count} ช่อง เกิน {limit} ช่อง ลดจำนวนแถวลง",
    en: "All tables together have {count} cells, over the limit of {limit}. Use fewer rows.",
  },
  "field.phone-mobile": {
    th: "เบอร์มือถือต้องมี 10 หลัก ที่พิมพ์ไว้มี {count} หลัก",
    en: "A mobile number has 10 digits; {count} were typed.",
  },
  "field.phone-landline": {
    th: "เบอร์บ้านหรือสำนักงานต้องมี 9 หลัก ที่พิมพ์ไว้มี {count} หลัก",
    en: "A landline number has 9 digits; {count} were typed.",
  },
  "field.phone-start": {
    th: "เบอร์โทรศัพท์ต้องขึ้นต้นด้วย 02 ถึง 09 ที่พิมพ์ไว้ขึ้นต้นด้วย {start}",
    en: "A phone number begins with 02 to 09; this one begins with {start}.",
  },
  "field.phone-digits": {
    th: "เบอร์โทรศัพท์มีได้เฉพาะตัวเลข ที่พิมพ์ไว้มี “{found}” ปนอยู่",
    en: "A phone number has digits only; “{found}” was typed among them.",
  },
  "field.choice-unreadable": { th: "อ่าน “{title}” ที่เลือกไว้ไม่ได้ เลือกใหม่อีกครั้ง", en: "The choice made for {title} cannot be read. Choose again." },
  "field.file-unreadable": { th: "อ่านไฟล์ใน “{title}” ไม่ได้ แนบใหม่อีกครั้ง", en: "The file of {title} cannot be read. Attach it again." },
  "field.file-twice": { th: "ช่อง “{title}” แนบไฟล์เดียวกันซ้ำ เอาออกหนึ่งไฟล์", en: "The same file is attached twice to {title}. Remove one of them." },
  "field.signature": {
    th: "ลายเซ็นใน “{title}” อ่านไม่ได้ ลงนามใหม่ด้วยปุ่มลงนามของเรื่องนี้",
    en: "The signature of {title} cannot be read. Sign again with the button of this case.",
  },
  "field.row-id": {
    th: "แถวที่ {row} ของ “{title}” ไม่มีรหัสแถวที่ใช้ได้ ลบแถวนี้แล้วเพิ่มใหม่",
    en: "Row {row} of {title} has no usable row id. Remove the row and add it again.",
  },
  "field.row-twice": {
    th: "แถวที่ {row} ของ “{title}” มีรหัสแถวซ้ำกับแถวอื่น ลบแถวนี้แล้วเพิ่มใหม่",
    en: "Row {row} of {title} has the row id of another row. Remove the row and add it again.",
  },
});
