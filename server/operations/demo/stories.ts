// What happened in the demo municipality this term: leave and problem reports, each as far as its story goes. A plan; actions carry it out.
import { addDays } from "../../../engine/thai/day.js";
import { fiscalYear } from "../../../engine/thai/years.js";
import type { Chance } from "./chance.js";
import type { PlannedStaff } from "./municipality.js";
import type { Workdays } from "./workdays.js";

/** One deed in a story. */
export interface Deed {
  /** Days after the story began, and the hour and minute in Bangkok. */
  day: number;
  hour: number;
  minute: number;
  /** Key of the member of staff; absent: the story's author. */
  who?: string;
  type: string;
  answers?: Record<string, unknown>;
  comment?: string;
}
export interface Story {
  form: "leave-request" | "problem-report";
  author: string;
  /** Its first day. */
  begins: string;
  deeds: Deed[];
}

const reasons: Record<string, string[]> = {
  sick: ["เป็นไข้หวัด แพทย์ให้พักรักษาตัวที่บ้าน", "ปวดท้องเฉียบพลัน", "ไมเกรน ไปพบแพทย์ตามนัด", "ท้องเสีย อาหารเป็นพิษ"],
  personal: ["พามารดาไปพบแพทย์ตามนัด", "ติดต่อราชการที่อำเภอ", "ร่วมงานฌาปนกิจศพญาติ", "ดูแลบุตรที่ป่วย"],
};

/** Where leave of a school's staff may stand; the granted are most, as in life. */
const ends = ["approved", "approved", "approved", "rejected", "approved", "withdrawn", "approved", "approved", "returned"] as const;
/** Stories of these days: each stands somewhere on its way. */
const open = ["awaiting-acting", "awaiting-check", "awaiting-opinion", "awaiting-order", "returned", "awaiting-order", "awaiting-check"] as const;

interface School {
  key: string;
  staff: PlannedStaff[];
}

function schoolsOf(staff: readonly PlannedStaff[]): School[] {
  return ["school-1", "school-2", "school-3"].map((key) => ({ key, staff: staff.filter((one) => one.key.startsWith(`${key}-`)) }));
}

/** All stories up to today. `person` gives the id of a member of staff by key. */
export function stories(chance: Chance, staff: readonly PlannedStaff[], today: string, days: Workdays, person: (key: string) => string): Story[] {
  const told: Story[] = [];
  for (const school of schoolsOf(staff)) {
    const teachers = school.staff.filter((one) => one.duties.includes("teacher"));
    for (const [nth, end] of ends.entries()) {
      const begins = days.from(addDays(today, -100 + nth * 9 + chance.number(5)));
      told.push(leave(chance, school.key, chance.pick(teachers), teachers, days, begins, end, person));
    }
    for (const [nth, end] of open.entries())
      told.push(leave(chance, school.key, teachers[nth % teachers.length]!, teachers, days, days.before(today, 3), end, person));
  }
  told.push(...ofTheOffices(chance, today, days));
  told.push(...reports(chance, staff, today, days, person));
  told.push(...wishes(chance, staff, today, days));
  return told;
}

function leave(
  chance: Chance,
  school: string,
  author: PlannedStaff,
  teachers: readonly PlannedStaff[],
  days: Workdays,
  begins: string,
  end: (typeof ends)[number] | (typeof open)[number],
  person: (key: string) => string,
): Story {
  const type = chance.pick(["sick", "sick", "personal"]);
  const from = days.from(addDays(begins, type === "sick" ? 0 : 5));
  const acting = end === "awaiting-acting" || chance.oneIn(3) ? chance.pick(teachers.filter((one) => one.key !== author.key)) : undefined;
  const next = days.from(addDays(from, 1));
  const answers = {
    leave_type: type,
    date_from: from,
    date_to: chance.oneIn(2) || fiscalYear(next) !== fiscalYear(from) ? from : next,
    part: "full",
    reason: chance.pick(reasons[type]!),
    contact: `บ้านเลขที่ ${10 + chance.number(180)} หมู่ ${1 + chance.number(9)} ตำบลทุ่งสายบัว`,
    phone: author.phone,
    ...(acting && { acting: person(acting.key) }),
  };
  const by = (seat: string) => ({ who: `${school}-${seat}` });
  const steps: Deed[] = [{ day: 0, hour: 7, minute: 40 + chance.number(19), type: "submit", answers }];
  if (acting) steps.push({ day: 0, hour: 8, minute: 5 + chance.number(20), who: acting.key, type: "accept" });
  steps.push({ day: 0, hour: 8, minute: 30 + chance.number(25), ...by("clerk"), type: "check", comment: "วันลาถูกต้อง เอกสารครบ" });
  steps.push({ day: 0, hour: 9, minute: chance.number(55), ...by("deputy"), type: "opine", comment: "เห็นควรอนุญาต" });
  const director = by("director");
  const last: Record<string, Deed> = {
    approved: { day: 0, hour: 10, minute: chance.number(55), ...director, type: "approve", comment: chance.pick(["อนุญาต", "อนุญาต ขอให้หายโดยเร็ว"]) },
    rejected: { day: 0, hour: 10, minute: chance.number(55), ...director, type: "reject", comment: "ตรงกับวันสอบปลายภาค โปรดเลื่อนวัน" },
    returned: { day: 0, hour: 10, minute: chance.number(55), ...director, type: "return", comment: "ขอให้ระบุผู้ปฏิบัติหน้าที่แทน" },
    withdrawn: { day: 0, hour: 11, minute: chance.number(55), type: "withdraw", comment: "ไม่ต้องลาแล้ว" },
  };
  const upTo: Record<string, number> = { "awaiting-acting": 1, "awaiting-check": acting ? 2 : 1, "awaiting-opinion": acting ? 3 : 2 };
  const deeds = last[end] ? [...steps, last[end]!] : steps.slice(0, upTo[end] ?? steps.length);
  return { form: "leave-request", author: author.key, begins, deeds };
}

/** Directors and the offices ask the municipality: their leave stands with the head of education, the permanent secretary and the mayor. */
function ofTheOffices(chance: Chance, today: string, days: Workdays): Story[] {
  const answers = (day: string) => ({
    leave_type: "vacation",
    date_from: day,
    date_to: day,
    part: "full",
    contact: "เทศบาลตำบลทุ่งสายบัว",
    phone: `08${chance.number(10)}1112223`,
  });
  const head: Deed = { day: 0, hour: 13, minute: 10, who: "education-head", type: "head-check" };
  const secretary: Deed = { day: 0, hour: 14, minute: 20, who: "secretary", type: "secretary-opine", comment: "เห็นควรอนุญาต" };
  const mayor: Deed = { day: 0, hour: 15, minute: 30, who: "mayor", type: "mayor-approve", comment: "อนุญาต" };
  const story = (author: string, back: number, more: Deed[]): Story => {
    const begins = days.before(today, back);
    return {
      form: "leave-request",
      author,
      begins,
      deeds: [{ day: 0, hour: 11, minute: chance.number(50), type: "submit", answers: answers(days.from(addDays(begins, 6))) }, ...more],
    };
  };
  return [
    story("school-1-director", 60, [head, secretary, mayor]),
    story("school-2-director", 3, []),
    story("school-3-director", 4, [head]),
    story("lao-admin", 5, [head, secretary]),
    story("education-clerk", 40, [head, secretary, mayor]),
  ];
}

const faults: [kind: string, code: string, severity: string, detail: string][] = [
  ["fault", "p07", "slow", "เปิดหน้ารายชื่อนักเรียนช้ามากช่วงเช้า รอเกินหนึ่งนาที"],
  ["question", "p06", "annoying", "นำรายชื่อนักเรียนจากไฟล์เดิมเข้าระบบได้อย่างไร"],
  ["new-menu", "p01", "slow", "ขอเมนูบันทึกการเยี่ยมบ้าน ให้ครูประจำชั้นกรอกจากมือถือ"],
  ["question", "p18", "annoying", "ครูที่ย้ายมาใหม่จะเริ่มใช้งานอย่างไร"],
  ["wrong-data", "other", "slow", "ชื่อครูประจำชั้น ป.4/1 สะกดผิด"],
  ["fault", "p15", "stopped", "กดบันทึกแล้วหน้าจอค้าง ไม่แน่ใจว่าข้อมูลถึงหรือยัง"],
];
const solved = ["reported", "assigned", "fixed", "closed", "closed", "reopened"] as const;

/** How many days ago it began. What waits for its reporter's word is recent: after a week it closes by itself. */
function back(end: (typeof solved)[number], nth: number, again: number): number {
  if (end === "reported") return 1 + again;
  return end === "fixed" ? 4 + again : 20 + nth * 6 + again * 3;
}

function reports(chance: Chance, staff: readonly PlannedStaff[], today: string, days: Workdays, person: (key: string) => string): Story[] {
  const teachers = staff.filter((one) => one.duties.includes("teacher"));
  return solved.flatMap((end, nth) =>
    [0, 1].map((again): Story => {
      const [kind, code, severity, detail] = faults[(nth + again * 3) % faults.length]!;
      const begins = days.before(today, back(end, nth, again));
      const admin = { who: "lao-admin" };
      const deeds: Deed[] = [
        {
          day: 0,
          hour: 8,
          minute: chance.number(55),
          type: "submit",
          answers: { kind, code, severity, detail, people: 1 + chance.number(30), context: "หน้าแรก" },
        },
        { day: 0, hour: 13, minute: chance.number(55), ...admin, type: "assign", answers: { owner: person("lao-admin") } },
        { day: 2, hour: 10, minute: chance.number(55), ...admin, type: "fix", answers: { fixed_at: addDays(begins, 2) } },
        ...(end === "reopened"
          ? [{ day: 3, hour: 9, minute: 5, type: "reopen", comment: "ยังช้าอยู่ในช่วงเจ็ดโมงครึ่ง" }]
          : [{ day: 3, hour: 9, minute: 5, type: "close" }]),
      ];
      const length = { reported: 1, assigned: 2, fixed: 3, closed: 4, reopened: 4 }[end];
      return { form: "problem-report", author: chance.pick(teachers).key, begins, deeds: deeds.slice(0, length) };
    }),
  );
}

const wished: [end: "requested" | "changing" | "declined", id: string, title: string, detail: string][] = [
  ["requested", "nnnfj23e6m", "โทรศัพท์ที่ติดต่อได้", "ขอเพิ่มช่องเบอร์โทรศัพท์สำรอง บางช่วงเบอร์แรกติดต่อไม่ได้"],
  ["changing", "vg0pdz25wv", "ระหว่างลาติดต่อได้ที่", "ขอให้เพิ่มตัวอย่างการเขียนที่อยู่ใต้คำถาม ครูใหม่เขียนไม่เหมือนกัน"],
  ["declined", "c4k28jxqvx", "ผู้ปฏิบัติหน้าที่แทน", "ขอให้ไม่ต้องเลือกผู้ปฏิบัติหน้าที่แทนเมื่อลาครึ่งวัน"],
];

/** Teachers ask for changes of the leave form, each pointing at a field. */
function wishes(chance: Chance, staff: readonly PlannedStaff[], today: string, days: Workdays): Story[] {
  const teachers = staff.filter((one) => one.duties.includes("teacher"));
  const admin = { who: "lao-admin" };
  return wished.map(([end, field_id, field_title, detail], nth): Story => {
    const asked = { kind: "form-change", code: "p12", severity: "annoying", people: 1, detail };
    const answers = { ...asked, form_id: "leave-request", form_title: "ใบลา", form_version: 1, field_id, field_title };
    const deeds: Record<typeof end, Deed[]> = {
      requested: [],
      changing: [
        { day: 0, hour: 10, minute: chance.number(55), ...admin, type: "answer", comment: "ขอตัวอย่างที่โรงเรียนใช้อยู่" },
        { day: 0, hour: 11, minute: chance.number(55), type: "add", comment: "บ้านเลขที่ หมู่ที่ ตำบล อำเภอ แล้วตามด้วยเบอร์โทรศัพท์" },
        { day: 0, hour: 13, minute: chance.number(55), ...admin, type: "take" },
      ],
      declined: [{ day: 0, hour: 14, minute: chance.number(55), ...admin, type: "decline", comment: "ช่องนี้ไม่บังคับอยู่แล้ว ลาครึ่งวันเว้นว่างได้" }],
    };
    const submit: Deed = { day: 0, hour: 8, minute: chance.number(55), type: "submit", answers };
    return { form: "problem-report", author: chance.pick(teachers).key, begins: days.before(today, 2 + nth), deeds: [submit, ...deeds[end]] };
  });
}
