// Problems of cells that are to become answers: told to whoever imports a file, with what to write in the cell instead.
import { catalogue } from "./problem.js";

export const importProblem = catalogue({
  "import.number": {
    th: "อ่าน “{value}” ใน “{title}” เป็นตัวเลขไม่ได้ พิมพ์ตัวเลขล้วน เช่น 1,440.50",
    en: "“{value}” in {title} cannot be read as a number. Write digits only, such as 1,440.50.",
  },
  "import.yes-no": {
    th: "อ่าน “{value}” ใน “{title}” เป็นใช่หรือไม่ใช่ไม่ได้ พิมพ์ว่า ใช่ หรือ ไม่ใช่",
    en: "“{value}” in {title} is neither yes nor no. Write yes or no.",
  },
  "import.choice": {
    th: "“{value}” ไม่มีในตัวเลือกของ “{title}” พิมพ์ให้ตรงกับข้อใดข้อหนึ่ง: {choices}",
    en: "“{value}” is not a choice of {title}. Write one of these: {choices}",
  },
  "import.choices-missing": {
    th: "ยังอ่านรายการตัวเลือกของ “{title}” ไม่ได้ จึงเทียบ “{value}” ไม่ได้ โหลดหน้านี้ใหม่แล้วลองอีกครั้ง",
    en: "The choices of {title} could not be read, so “{value}” cannot be looked up. Load this page again and try once more.",
  },
  "import.year": {
    th: "อ่าน “{value}” ใน “{title}” เป็นปีไม่ได้ พิมพ์ปี พ.ศ. 4 หลัก เช่น 2569",
    en: "“{value}” in {title} cannot be read as a year. Write a Buddhist-era year of 4 digits, such as 2569.",
  },
  "import.term": {
    th: "อ่าน “{value}” ใน “{title}” เป็นภาคเรียนไม่ได้ พิมพ์ภาคเรียนและปีการศึกษา เช่น 1/2569",
    en: "“{value}” in {title} cannot be read as a term. Write the term and the academic year, such as 1/2569.",
  },
  "import.address": {
    th: "แยก “{value}” ใน “{title}” เป็นส่วนของที่อยู่ไม่ได้ ใส่คำนำหน้า หมู่ที่ ตำบล อำเภอ จังหวัด ให้ครบ เช่น 99 หมู่ที่ 5 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000",
    en: "“{value}” in {title} cannot be taken apart as an address. Write the word before each part, such as 99 หมู่ที่ 5 ต.ในเมือง อ.เมือง จ.ขอนแก่น 40000.",
  },
  "import.organization": {
    th: "ไม่พบหน่วยงานชื่อ “{value}” ที่รายการนี้เป็นของได้ พิมพ์ชื่อให้ตรงกับในระบบ เช่น {choices}",
    en: "There is no organization called “{value}” that this record could belong to. Write a name as the system has it, such as {choices}.",
  },
  "import.organization-several": {
    th: "ชื่อ “{value}” มีหลายแห่ง ({choices}) พิมพ์ชื่อโรงเรียนไว้ในช่องเดียวกันด้วย",
    en: "Several organizations are called “{value}” ({choices}). Write the name of the school in the same cell as well.",
  },
  "import.organization-empty": {
    th: "ยังไม่ได้บอกว่ารายการนี้เป็นของหน่วยงานใด กรอกคอลัมน์ “{column}”",
    en: "It is not said to which organization this record belongs. Fill in the column {column}.",
  },
  "import.same-row": { th: "เหมือนแถวที่ {line} ของไฟล์ทุกช่อง", en: "It is the same as row {line} of the file in every cell." },
  "import.before": {
    th: "แถวที่เหมือนกันนี้เคยนำเข้าจากเครื่องนี้แล้ว",
    en: "A row like this has been imported from this device before.",
  },
});
