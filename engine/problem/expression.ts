// Problems of expressions, told where a definition is written.
import { catalogue } from "./problem.js";

export const expressionProblem = catalogue({
  "expression.syntax": {
    th: "อ่านสูตร {source} ไม่ได้ตรงตัวอักษรที่ {position}: {detail}",
    en: "The expression {source} cannot be read at character {position}: {detail}",
  },
  "expression.empty": { th: "ยังไม่ได้เขียนสูตร เขียนสูตร หรือลบช่องนี้ออก", en: "The expression is blank. Write one, or remove this keyword." },
  "expression.too-long": {
    th: "สูตรมี {count} ส่วน เกิน {limit} ส่วน แยกเป็นช่องคำนวณหลายช่อง",
    en: "The expression has {count} parts, over the limit of {limit}. Split it over several computed fields.",
  },
  "expression.too-deep": {
    th: "สูตรซ้อนกันเกิน {limit} ชั้น แยกเป็นช่องคำนวณหลายช่อง",
    en: "The expression nests deeper than {limit} levels. Split it over several computed fields.",
  },
  "expression.unsupported": { th: "สูตรใช้ {what} ไม่ได้ ใช้ {instead} แทน", en: "An expression cannot use {what}. Use {instead} instead." },
  "expression.unknown-name": {
    th: "สูตรอ้างถึง {name} ซึ่งไม่มีในแบบฟอร์มนี้ ตรวจตัวสะกด หรือเพิ่มช่องนี้ก่อน",
    en: "The expression reads {name}, which this form does not have. Check the spelling, or add the field first.",
  },
  "expression.misspelt-name": {
    th: "สูตรอ้างถึง {name} ซึ่งไม่มีในแบบฟอร์มนี้ หมายถึง {suggestion} หรือไม่",
    en: "The expression reads {name}, which this form does not have. Is {suggestion} meant?",
  },
  "expression.unknown-function": {
    th: "ไม่มีฟังก์ชัน {name} ดูรายชื่อฟังก์ชันในคู่มือสูตร",
    en: "There is no function {name}. See the list of functions in the guide to expressions.",
  },
  "expression.misspelt-function": {
    th: "ไม่มีฟังก์ชัน {name} หมายถึง {suggestion} หรือไม่",
    en: "There is no function {name}. Is {suggestion} meant?",
  },
  "expression.arguments": {
    th: "ฟังก์ชัน {name} ต้องเขียนว่า {usage} แต่ในสูตรให้ไว้ {count} ค่า",
    en: "The function {name} is written {usage}, but the expression gives it {count} values.",
  },
  "expression.argument-type": {
    th: "ค่าที่ {index} ของฟังก์ชัน {name} ต้องเป็น{expected} แต่ได้{actual}",
    en: "Value {index} of the function {name} must be {expected}, but it is {actual}.",
  },
  "expression.operator-type": {
    th: "เครื่องหมาย {operator} ใช้กับ{left}และ{right}ไม่ได้ ใช้ค่าชนิดเดียวกันทั้งสองข้าง",
    en: "{operator} cannot be used between {left} and {right}. Use values of one kind on both sides.",
  },
  "expression.condition-type": {
    th: "ตรงนี้ต้องเป็นเงื่อนไขที่ตอบว่าจริงหรือไม่จริง แต่ได้{actual} เปรียบเทียบด้วย == หรือ > ก่อน",
    en: "A condition that is true or false is needed here, but this is {actual}. Compare it first, with == or >.",
  },
  "expression.list-type": {
    th: "ตรงนี้ต้องเป็นรายการหรือตาราง แต่ได้{actual}",
    en: "A list or a table is needed here, but this is {actual}.",
  },
  "expression.no-member": {
    th: "อ่าน .{name} จาก{actual}ไม่ได้ อ่านได้เฉพาะจากกลุ่ม แถวของตาราง และข้อมูลอ้างอิง",
    en: ".{name} cannot be read from {actual}. Only groups, table rows and facts have members.",
  },
  "expression.result-type": {
    th: "ผลของสูตรต้องเป็น{expected} แต่ได้{actual}",
    en: "The expression must come to {expected}, but it comes to {actual}.",
  },
  "expression.captured": {
    th: "สูตร {source} ใช้ชื่อ {name} เรียกแต่ละแถวอยู่แล้ว ตั้งชื่อช่องเป็นอย่างอื่น หรือแก้ชื่อในสูตรก่อน",
    en: "The expression {source} already calls each row {name}. Choose another name for the field, or change the expression first.",
  },
});
