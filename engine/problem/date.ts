// Problems of typed dates: what cannot be read, what does not exist, what could mean two days.
import { catalogue } from "./problem.js";

export const dateProblem = catalogue({
  "date.unreadable": {
    th: "อ่านวันที่ “{typed}” ไม่ได้ พิมพ์วัน เดือน ปี พ.ศ. เช่น 25/11/2569",
    en: "The date “{typed}” cannot be read. Type day, month and Buddhist-era year, such as 25/11/2569.",
  },
  "date.no-such-day": { th: "ไม่มีวันที่ {day} ในเดือน{month} พ.ศ. {year}", en: "{month} {year} B.E. has no day {day}." },
  "date.no-such-month": { th: "เดือนต้องเป็น 1 ถึง 12 ที่พิมพ์ไว้เป็น {month}", en: "The month must be 1 to 12; {month} was typed." },
  "date.which-era": {
    th: "ปี {year} เป็น พ.ศ. หรือ ค.ศ. ถ้าเป็น ค.ศ. คือ พ.ศ. {buddhist} พิมพ์ปีเป็น พ.ศ.",
    en: "Is the year {year} B.E. or C.E.? If C.E., it is {buddhist} B.E. Type the year in B.E.",
  },
});
