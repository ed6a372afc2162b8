// Who may do something, in the words of an office: the duties that positions commonly have, and the ways of standing to a record.
import { language } from "./language.js";

const words: Record<string, [th: string, en: string]> = {
  anyone: ["ทุกคนใน อปท.", "Everybody of the LAO"],
  author: ["ผู้กรอก", "Whoever filled it in"],
  handler: ["ผู้เคยดำเนินการ", "Whoever handled it"],
  "school-staff": ["บุคลากรโรงเรียน", "School staff"],
  teacher: ["ครู", "Teachers"],
  "class-teacher": ["ครูประจำชั้น", "Class teachers"],
  clerk: ["ธุรการโรงเรียน", "School clerks"],
  deputy: ["รองผู้อำนวยการโรงเรียน", "Deputy directors"],
  director: ["ผู้อำนวยการโรงเรียน", "School directors"],
  "office-staff": ["บุคลากรสำนักงาน", "Office staff"],
  "education-office": ["กองการศึกษา", "Education office"],
  "education-head": ["ผู้อำนวยการกองการศึกษา", "Head of education"],
  finance: ["งานการเงิน", "Finance"],
  procurement: ["งานพัสดุ", "Procurement"],
  "permanent-secretary": ["ปลัด", "Permanent secretary"],
  mayor: ["นายก", "Mayor"],
  "lao-admin": ["ผู้ดูแลระบบของ อปท.", "Administrator of the LAO"],
};

/** Kinds of organization, for a duty that counts only over one of them. */
const kinds: Record<string, [th: string, en: string]> = {
  class: ["ห้องเรียน", "class"],
  school: ["โรงเรียน", "school"],
  centre: ["ศูนย์พัฒนาเด็กเล็ก", "child centre"],
  office: ["สำนักงาน", "office"],
  lao: ["อปท.", "LAO"],
  district: ["อำเภอ", "district"],
  province: ["จังหวัด", "province"],
};

/** A duty as people call it; one that only this LAO knows by its id. */
export function dutyWords(who: string): string {
  const [duty = "", kind] = who.split("@");
  const at = language() === "en" ? 1 : 0;
  const known = words[duty]?.[at] ?? duty;
  return kind === undefined ? known : `${known} (${kinds[kind]?.[at] ?? kind})`;
}

/** Where a duty stands among those that offices commonly have. */
export const dutyOrder = (duty: string): number => {
  const at = Object.keys(words).indexOf(duty.split("@")[0]!);
  return at < 0 ? 100 : at;
};

/** The duties that offices commonly have, without the relations. */
export const commonDuties = (): string[] => Object.keys(words).slice(3);
