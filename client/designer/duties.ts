// Who may do something, in the words of an office: the duties that positions commonly have, and the ways of standing to a record.
import { language } from "../ui/language.js";
import type { Option } from "./controls.js";

const words: Record<string, [th: string, en: string]> = {
  anyone: ["ทุกคนใน อปท.", "Everybody of the LAO"],
  author: ["ผู้กรอก", "Whoever filled it in"],
  handler: ["ผู้ดำเนินการ", "Whoever handles it"],
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

/** How high the highest of these duties stands. */
export const rankOf = (duties: readonly string[]): number => Math.max(-1, ...duties.map(order));

/** Each duty once, as offices rank them. */
export const inOrder = (duties: readonly string[]): string[] => [...new Set(duties)].sort((a, b) => order(a) - order(b));

/** Those that positions of the LAO have, after the relations; without any known yet, the common ones. */
export function dutyOptions(used: readonly string[], also: readonly string[] = []): Option[] {
  const own = used.length ? inOrder(used) : Object.keys(words).slice(3);
  return [...also, "anyone", ...own].map((id) => ({ id, title: dutyWords(id) }));
}

function order(duty: string): number {
  const at = Object.keys(words).indexOf(duty.split("@")[0]!);
  return at < 0 ? 100 : at;
}
