// The lists of a form by the words of the designer; in English, and where there are none, as they are written.
import type { Text } from "../../schemas/types.js";

const words: Record<string, string> = {
  required: "รายการช่องที่ต้องตอบ",
  layout: "การจัดหน้า",
  columns: "คอลัมน์ของรายการ",
  sort: "การเรียงรายการ",
  filter: "ตัวกรองของรายการ",
  search: "การค้นหา",
  keys: "ข้อกันส่งซ้ำ",
  reference: "ช่องที่ให้แบบฟอร์มอื่นอ่าน",
  sensitive: "รายการข้อมูลอ่อนไหว",
  summary: "ยอดข้างปุ่มส่ง",
  documents: "รายการแบบพิมพ์",
  today: "งานของวัน",
  create: "ใครกรอกได้",
  read: "ใครเปิดอ่านได้",
  list: "ใครเห็นรายการทั้งหมด",
  export: "ใครนำออกเป็นไฟล์ได้",
};

export const listWords = (list: string): Text => ({ th: Object.hasOwn(words, list) ? words[list]! : list, en: list });
