// Problems of filters that come from outside.
import { catalogue } from "./problem.js";

export const queryProblem = catalogue({
  "query.not-filter": { status: 400, th: "ตัวกรองต้องเป็นออบเจกต์ของช่องและเงื่อนไข", en: "A filter must be an object of fields and conditions." },
  "query.unknown-operator": {
    status: 400,
    th: "ตัวกรองใช้ {operator} ไม่ได้ ใช้ได้เฉพาะ {allowed}",
    en: "A filter cannot use {operator}. It may use only {allowed}.",
  },
  "query.unknown-field": { status: 400, th: "กรองด้วย {field} ไม่ได้ กรองได้ด้วย {allowed}", en: "Filtering by {field} is not possible. It may be by {allowed}." },
  "query.bad-field": {
    status: 400,
    th: "ชื่อช่อง {field} ในตัวกรองใช้ไม่ได้ ใช้ชื่อช่องของแบบฟอร์ม",
    en: "The field name {field} cannot be used in a filter. Use the names of the form.",
  },
  "query.bad-value": {
    status: 400,
    th: "ค่าของ {operator} ต้องเป็น{expected}",
    en: "The value of {operator} must be {expected}.",
  },
  "query.too-deep": { status: 400, th: "ตัวกรองซ้อนกันเกิน {limit} ชั้น ลดจำนวนชั้นลง", en: "The filter nests deeper than {limit} levels. Make it flatter." },
  "query.too-large": { status: 400, th: "ตัวกรองมีเงื่อนไขเกิน {limit} ข้อ ลดจำนวนเงื่อนไขลง", en: "The filter has more than {limit} conditions. Use fewer." },
});
