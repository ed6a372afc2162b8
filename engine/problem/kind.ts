// Problems of the rarer kinds of fields. They stand apart from field.ts because a phone brings them with those kinds only.
import { catalogue } from "./problem.js";

export const kindProblem = catalogue({
  "field.term": {
    th: "ช่อง “{title}” ต้องเป็นปีการศึกษาและภาคเรียน 1 ถึง 3 เช่น 2569/1",
    en: "{title} must be an academic year and a term from 1 to 3, such as 2569/1.",
  },
  "field.first-name": { th: "ยังไม่ได้กรอกชื่อใน “{title}”", en: "Fill in the first name of {title}." },
  "field.last-name": {
    th: "ยังไม่ได้กรอกนามสกุลใน “{title}” ถ้าไม่มีนามสกุลให้พิมพ์ -",
    en: "Fill in the last name of {title}. Type - where there is none.",
  },
  "field.time": {
    th: "ช่อง “{title}” ต้องเป็นเวลาตั้งแต่ 00:00 ถึง 23:59 พิมพ์ชั่วโมงและนาที เช่น 08:45",
    en: "{title} must be a time from 00:00 to 23:59. Type hours and minutes, such as 08:45.",
  },
  "field.time-early": {
    th: "ช่อง “{title}” ต้องไม่ก่อน {limit} น. ที่กรอกไว้คือ {value} น.",
    en: "{title} must not be before {limit}; {value} was entered.",
  },
  "field.time-late": {
    th: "ช่อง “{title}” ต้องไม่หลัง {limit} น. ที่กรอกไว้คือ {value} น.",
    en: "{title} must not be after {limit}; {value} was entered.",
  },
  "field.email-stray": {
    th: "อีเมลใช้ตัวอักษรอังกฤษ ตัวเลข และเครื่องหมายที่ไม่เว้นวรรค ที่พิมพ์ไว้มี “{found}” ปนอยู่",
    en: "An e-mail address has English letters, digits and signs without spaces; “{found}” was typed among them.",
  },
  "field.email-at": {
    th: "อีเมลต้องมี @ หนึ่งตัว คั่นระหว่างชื่อกับโดเมน เช่น somsri@example.go.th",
    en: "An e-mail address has one @ between a name and a domain, such as somsri@example.go.th.",
  },
  "field.email-name": {
    th: "ชื่อหน้า @ คือ “{name}” ใช้ไม่ได้ ต้องไม่ขึ้นต้น ลงท้าย หรือมีจุดติดกัน และยาวไม่เกิน 64 ตัวอักษร",
    en: "The name before @ is “{name}”. It may not begin or end with a dot, have two dots together, or be longer than 64 characters.",
  },
  "field.email-domain": {
    th: "โดเมนหลัง @ คือ “{domain}” ใช้ไม่ได้ ต้องมีจุดคั่นและลงท้ายด้วยตัวอักษร เช่น gmail.com หรือ example.go.th",
    en: "The domain after @ is “{domain}”. It has parts with dots between them and ends with letters, such as gmail.com or example.go.th.",
  },
  "field.national-id-stray": {
    th: "เลขประจำตัวมีได้เฉพาะตัวเลข ที่พิมพ์ไว้มี “{found}” ปนอยู่",
    en: "An id number has digits only; “{found}” was typed among them.",
  },
  "field.national-id-digits": {
    th: "เลขประจำตัวประชาชนต้องมี 13 หลัก ที่พิมพ์ไว้มี {count} หลัก",
    en: "A national id number has 13 digits; {count} were typed.",
  },
  "field.national-id-zeros": {
    th: "เลขประจำตัวเป็นศูนย์ทั้งหมดไม่ได้ ตรวจเลขกับบัตรประชาชนหรือทะเบียนบ้าน แล้วพิมพ์ใหม่",
    en: "An id number cannot be all zeros. Look at the id card or the house registration, and type it again.",
  },
  "field.national-id-checksum": {
    th: "เลขประจำตัวประชาชนนี้ไม่ถูกต้อง หลักสุดท้ายไม่ตรงกับเลขข้างหน้า ตรวจเลขกับบัตรประชาชนหรือทะเบียนบ้านอีกครั้ง",
    en: "This national id number is not right: its last digit does not fit the others. Look at the id card or the house registration again.",
  },
  "field.g-code-digits": {
    th: "รหัส G ต้องเป็น G ตามด้วยตัวเลข 12 หลัก เช่น G644200000001 ที่พิมพ์ไว้มี {count} หลัก",
    en: "A G-code is G with 12 digits after it, such as G644200000001; {count} were typed.",
  },
  "field.g-code-not-taken": {
    th: "ช่อง “{title}” รับเฉพาะเลขประจำตัวประชาชน 13 หลัก ไม่รับรหัส G",
    en: "{title} takes a national id number of 13 digits only, no G-code.",
  },
  "field.postcode": {
    th: "รหัสไปรษณีย์ต้องเป็นตัวเลข 5 หลัก ที่พิมพ์ไว้คือ {value}",
    en: "A postcode has 5 digits; {value} was typed.",
  },
  "field.location": {
    th: "ช่อง “{title}” ต้องเป็นพิกัด พิมพ์ละติจูดแล้วตามด้วยลองจิจูด เช่น 16.4419, 102.8360",
    en: "{title} must be a position. Type the latitude, then the longitude, such as 16.4419, 102.8360.",
  },
  "field.latitude": {
    th: "ละติจูดต้องอยู่ระหว่าง -90 ถึง 90 ที่กรอกไว้คือ {value} พิมพ์ละติจูดก่อนลองจิจูด เช่น 16.4419, 102.8360",
    en: "A latitude is from -90 to 90; {value} was entered. Type the latitude before the longitude, such as 16.4419, 102.8360.",
  },
  "field.longitude": {
    th: "ลองจิจูดต้องอยู่ระหว่าง -180 ถึง 180 ที่กรอกไว้คือ {value}",
    en: "A longitude is from -180 to 180; {value} was entered.",
  },
});
