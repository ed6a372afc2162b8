// Problems of patterns. Apart from the other problems of expressions, because filling a form reads patterns too.
import { catalogue } from "./problem.js";

export const patternProblem = catalogue({
  "pattern.unreadable": {
    th: "อ่านรูปแบบ {source} ไม่ได้ตรงตัวอักษรที่ {position}: {detail}",
    en: "The pattern {source} cannot be read at character {position}: {detail}",
  },
  "pattern.too-large": {
    th: "รูปแบบ {source} ใหญ่เกินไป ลดจำนวนใน {m,n} หรือแยกเป็นเงื่อนไขตรวจสอบหลายข้อ",
    en: "The pattern {source} is too large. Use smaller numbers in {m,n}, or split it over several checks.",
  },
});
