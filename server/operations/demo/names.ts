// Names for people who do not exist. First and last names are common words put together by chance.
import type { Chance } from "./chance.js";

const women = [
  "ปาริชาต",
  "วันเพ็ญ",
  "สุมาลี",
  "กนกวรรณ",
  "จิราพร",
  "ดวงใจ",
  "นงลักษณ์",
  "พรทิพย์",
  "รัตนา",
  "ศิริพร",
  "อรทัย",
  "มาลัย",
  "เกษร",
  "ชุติมา",
  "ทิพวรรณ",
  "บุษบา",
  "ปราณี",
  "ยุพิน",
  "ลำดวน",
  "สายฝน",
];
const men = [
  "ธีรเดช",
  "ประเสริฐ",
  "สมศักดิ์",
  "วิชัย",
  "กิตติ",
  "ชาญชัย",
  "ณรงค์",
  "ทวีศักดิ์",
  "บุญเลิศ",
  "พงศกร",
  "มานะ",
  "ยุทธนา",
  "วีระ",
  "สุรชัย",
  "อนุชา",
  "เกรียงไกร",
  "จักรพันธ์",
  "ดำรง",
  "ปิยะ",
  "อุดม",
];
export const starts = ["แสง", "บุญ", "ทอง", "ศรี", "ใจ", "พูน", "สุข", "วงศ์", "เพชร", "แก้ว", "รุ่ง", "ชัย", "ดี", "งาม", "มณี"];
export const ends = ["ทอง", "ส่งสุข", "สำราญ", "งาม", "ประเสริฐ", "ทรัพย์", "เจริญ", "วัฒนา", "พันธ์", "มงคล", "ศิลป์", "สว่าง", "ไพศาล", "ลาภ", "รักษ์"];

export interface PersonName {
  prefix: string;
  first: string;
  last: string;
}

/** Makes names that have not been made yet. */
export function names(chance: Chance): () => PersonName {
  const used = new Set<string>();
  return () => {
    for (;;) {
      const woman = chance.number(10) < 7;
      const name = {
        prefix: woman ? chance.pick(["นาง", "นางสาว"]) : "นาย",
        first: chance.pick(woman ? women : men),
        last: chance.pick(starts) + chance.pick(ends),
      };
      const key = `${name.first} ${name.last}`;
      if (used.has(name.first) && used.size < women.length + men.length - 4) continue;
      if (used.has(key)) continue;
      used.add(name.first).add(key);
      return name;
    }
  };
}
