// Problems of reports: of their definitions, told to whoever designs one, and of reading one.
import { catalogue } from "./problem.js";

export const reportProblem = catalogue({
  // The definition. Its shape, names and expressions are told by definition.* and expression.*.
  "report.nothing": {
    th: "รายงานนี้ยังไม่มีอะไรให้แสดง ใส่ columns หรือ matrix อย่างน้อยหนึ่งอย่าง",
    en: "This report shows nothing yet. Give it columns or a matrix.",
  },
  "report.who": {
    th: "{name} เป็นความสัมพันธ์กับเรื่องหนึ่งเรื่อง จึงบอกไม่ได้ว่าใครเปิดรายงานได้ ใช้หน้าที่ หรือ anyone",
    en: "{name} is a relation to one record, so it cannot say who opens a report. Use a duty, or anyone.",
  },
  "report.unknown-parameter": {
    th: "ไม่มีพารามิเตอร์ช่วงเวลาชื่อ {name} เพิ่มใน parameters หรือใช้: {allowed}",
    en: "There is no parameter {name} that is a period. Add it to parameters, or use one of: {allowed}.",
  },
  "report.kinds": {
    th: "kinds ใช้กับพารามิเตอร์ชนิด organization เท่านั้น ลบออกจาก {name}",
    en: "Only a parameter of type organization has kinds or optional. Remove it from {name}.",
  },
  "report.one-organization": {
    th: "รายงานหนึ่งมีพารามิเตอร์ organization ได้หนึ่งตัว ลบ {name}",
    en: "A report has one parameter of type organization. Remove {name}.",
  },
  "report.unknown-source": {
    th: "ไม่มีแหล่งข้อมูลชื่อ {name} ใช้ได้: {allowed}",
    en: "There is no source {name}. Use one of: {allowed}.",
  },
  "report.source-missing": {
    th: "{name} ต้องมีสูตรของทุกแหล่งข้อมูล ยังขาดของ {missing}",
    en: "{name} needs an expression for every source. That of {missing} is missing.",
  },
  "report.unknown-state": {
    th: "ขั้นตอนงานของแบบฟอร์มนี้ไม่มีสถานะ {name} ใช้ได้: {allowed}",
    en: "The workflow of this form has no state {name}. Use one of: {allowed}.",
  },
  "report.not-a-day": {
    th: "ช่อง {name} ไม่ใช่วันที่ของแบบฟอร์มนี้ เลือกช่องวันที่ที่อยู่นอกตาราง",
    en: "{name} is not a date field of this form. Choose one that stands outside its tables.",
  },
  "report.not-indexed": {
    th: "ช่อง {name} ไม่อยู่ใน list.sort ของแบบฟอร์ม ระบบจึงต้องอ่านทุกเรื่องทุกครั้ง เพิ่มใน list.sort แล้วจะอ่านเฉพาะช่วงที่เลือก",
    en: "{name} does not stand in the form's list.sort, so every record is read each time. Add it there, and only the chosen period is read.",
  },
  "report.not-a-table": {
    th: "ช่อง {name} ไม่ใช่ตารางของแบบฟอร์มนี้ จึงแจกเป็นแถวไม่ได้",
    en: "{name} is not a table of this form, so it has no rows.",
  },
  "report.sensitive": {
    th: "รายงานนี้อ่านช่องที่เป็นข้อมูลอ่อนไหว ({name}) ผู้ที่ไม่มีสิทธิ์เห็นจะได้ค่าว่าง และการเปิดดูจะถูกบันทึกไว้",
    en: "This report reads a sensitive field ({name}). Whoever may not see it gets nothing in its place, and each opening is noted.",
  },
  "report.key-type": {
    th: "{name} จัดกลุ่มด้วย{actual}ไม่ได้ ใช้ข้อความ ตัวเลข วันที่ หรือใช่/ไม่ใช่",
    en: "{name} cannot group by {actual}. Use text, a number, a day, or yes and no.",
  },
  "report.by-needs-day": {
    th: "{name} ใช้ by ได้เมื่อ value เป็นวันที่",
    en: "{name} may have `by` only when its value is a day.",
  },
  "report.all-unknown": {
    th: "ระบบไม่รู้ค่าทั้งหมดของ {name} ใช้ all ได้กับช่องที่มีตัวเลือก หรือวันที่ที่มี by และมีพารามิเตอร์ช่วงเวลา",
    en: "All values of {name} cannot be known. Use `all` with a field that has options, or with a day that has `by` and a period to lie in.",
  },
  "report.workdays": {
    th: "{name} ใช้ all: workdays ได้เมื่อ by เป็น day",
    en: "{name} may have all: workdays only by day.",
  },
  "report.subtotal": {
    th: "{name} เป็นกลุ่มในสุด แถวของกลุ่มนี้คือผลรวมอยู่แล้ว ลบ subtotal",
    en: "{name} is the innermost group, and its lines are the sums already. Remove subtotal.",
  },
  "report.pick-or-value": {
    th: "{name} ต้องมี pick, value หรือ running อย่างใดอย่างหนึ่ง",
    en: "{name} needs one of pick, value and running.",
  },
  "report.running": {
    th: "{name} เป็นยอดสะสมตามวัน กลุ่มในสุดต้องมี by (day, week หรือ month) และไม่มี sort",
    en: "{name} is a balance that follows the calendar. The innermost group needs `by` (day, week or month), and there is no sort.",
  },
  "report.running-drawn": {
    th: "วาดยอดสะสม {name} ได้เมื่อแกน x มี by ไม่มี split และรายงานมีกลุ่มเดียว",
    en: "The balance {name} can be drawn along an x with `by`, without split, in a report of one group.",
  },
  "report.longest-alone": {
    th: "longest ใช้คู่กับ to เท่านั้น เพิ่ม to หรือลบ longest",
    en: "longest goes with to. Add to, or remove longest.",
  },
  "report.days-or-rows": {
    th: "{name} แจกเป็นวันด้วย to หรือแจกเป็นแถวด้วย rows ได้อย่างเดียว ลบอย่างหนึ่ง",
    en: "{name} has a line for each day by to, or for each row by rows, not both. Remove one.",
  },
  "report.any-length": {
    th: "ไม่ได้บอกว่าเรื่องหนึ่งนานได้กี่วัน ระบบจึงต้องอ่านทุกเรื่องที่เริ่มก่อนช่วงที่เลือก บอกใน longest ตามข้อกำหนดของแบบฟอร์ม ({name})",
    en: "How long a record lasts is not said, so all that began before the chosen period are read. Say it in longest, as a rule of the form has it ({name}).",
  },
  "report.needs-of": {
    th: "{name} ใช้ {pick} จึงต้องบอกใน of ว่าของค่าใด",
    en: "{name} picks {pick}, so it must say of what in `of`.",
  },
  "report.not-for-pick": {
    th: "{name} ไม่ใช้ {keyword} ลบออก",
    en: "{name} has no use for {keyword}. Remove it.",
  },
  "report.not-of-a-record": {
    th: "{name} คิดจากคอลัมน์อื่นในแถวเดียวกัน จึงอ่าน {read} ของเรื่องหนึ่งเรื่องไม่ได้",
    en: "{name} is worked out of other columns, so it cannot read {read} of one record.",
  },
  "report.cell-picks": {
    th: "ช่องของตารางไขว้ต้องใช้ pick จะคิดจากคอลัมน์อื่นด้วย value หรือ running ไม่ได้",
    en: "The cell of a matrix picks; it cannot be worked out of other columns by value or running.",
  },
  "report.unknown-name": {
    th: "{list} อ้างถึง {name} ซึ่งไม่มีในรายงานนี้ ใช้ได้: {allowed}",
    en: "{list} names {name}, which this report does not have. Use one of: {allowed}.",
  },
  "report.split-one": {
    th: "ภาพที่แยกด้วย split แสดงได้ครั้งละหนึ่งคอลัมน์ เหลือ series ไว้หนึ่ง",
    en: "A picture with split draws one column. Keep one of series.",
  },
  "report.not-drawn": {
    th: "วาด {name} ไม่ได้เพราะไม่ใช่ตัวเลข",
    en: "{name} cannot be drawn, as it is not a number.",
  },
  // Reading one.
  "report.parameter": {
    th: "{title}ต้องเขียนแบบ {expected} ที่ส่งมาคือ {value}",
    en: "{title} is written as {expected}; {value} was sent.",
  },
  "report.long-period": {
    th: "ช่วงวันที่ยาวได้ไม่เกิน {limit} วัน เลือกช่วงให้สั้นลง",
    en: "The period may have at most {limit} days. Choose a shorter one.",
  },
  "report.organization": {
    th: "ท่านดูข้อมูลของหน่วยงานที่เลือกไม่ได้ หรือหน่วยงานนั้นไม่มีแล้ว เลือกใหม่",
    en: "You cannot see the data of the chosen organization, or it is no longer there. Choose another.",
  },
  "report.too-many-records": {
    th: "ช่วงที่เลือกมีมากกว่า {limit} เรื่อง เลือกช่วงเวลาหรือหน่วยงานให้แคบลง",
    en: "More than {limit} records lie in what was chosen. Choose a shorter period or a smaller unit.",
  },
  "report.long-history": {
    th: "ยอดยกมาต้องรวมจากข้อมูลก่อนช่วงที่เลือกมากกว่า {limit} เรื่อง เลือกหน่วยงานให้แคบลง",
    en: "What is brought forward would be added up from more than {limit} records before the chosen period. Choose a smaller unit.",
  },
  "report.too-large": {
    th: "รายงานนี้จะมีมากกว่า {limit} ช่อง ซึ่งอ่านไม่ไหว เลือกช่วงเวลาหรือหน่วยงานให้แคบลง",
    en: "This report would have more than {limit} cells, which nobody can read. Choose a shorter period or a smaller unit.",
  },
  "report.broken": {
    status: 409,
    th: "รายงานนี้ใช้กับแบบฟอร์มรุ่นปัจจุบันไม่ได้ ต้องแก้ {count} ข้อ แจ้งผู้ดูแลระบบของ อปท.",
    en: "This report does not fit the forms as they are now; {count} things must be put right. Tell the administrator of the local government.",
  },
});
