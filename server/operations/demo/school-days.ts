// What happens in the demo's schools on a school day: each class's attendance, then the lunch that is counted by it and inspected by three. A plan.
import type { Chance } from "./chance.js";
import type { Plan } from "./municipality.js";
import type { PlannedPupil } from "./pupils.js";
import type { Deed } from "./stories.js";
import type { Workdays } from "./workdays.js";

/** One record of a school day: its form, its author's key, and its deeds. */
export interface DayStory {
  form: "attendance" | "lunch";
  author: string;
  deeds: Deed[];
}

export interface SchoolDay {
  day: string;
  /** First what others count on: within a list everything may happen at once. */
  rounds: [attendance: DayStory[], lunch: DayStory[]];
}

const dishes = [
  ["ข้าวผัดไก่", "แกงจืดเต้าหู้", "กล้วยน้ำว้า"],
  ["แกงเขียวหวานไก่", "ไข่เจียว", "แตงโม"],
  ["ก๋วยเตี๋ยวหมู", "", "สับปะรด"],
  ["ต้มยำไก่", "ผัดผักรวม", "ฝรั่ง"],
  ["ข้าวมันไก่", "น้ำซุปฟัก", "ส้ม"],
] as const;

/** The last school days up to and with today; `count` of them. */
export function schoolDays(today: string, count: number, days: Workdays): string[] {
  const found: string[] = [];
  for (let day = days.before(today, 0); found.length < count; day = days.before(day, 1)) found.unshift(day);
  return found;
}

/** One day. Some children are ill for several days in a row: who is, the day and the child decide together. */
export function schoolDay(chance: Chance, plan: Plan, pupils: readonly PlannedPupil[], day: string, nth: number): SchoolDay {
  const rooms = grouped(pupils, (pupil) => pupil.class);
  const attendance = [...rooms].map(([room, children]): DayStory => {
    const teacher = plan.staff.find((one) => one.organization === room)!;
    const rows = children.map((child, seat) => ({
      $row: child.record,
      student: child.record,
      seat_no: child.seat,
      name: child.name,
      ...markOf(chance, nth + seat * 7),
    }));
    return { form: "attendance", author: teacher.key, deeds: [{ day: 0, hour: 8, minute: chance.number(40), type: "send", answers: { att_date: day, rows } }] };
  });
  const schools = grouped(pupils, (pupil) => pupil.school);
  const lunch = [...schools].map(([school, children]): DayStory => {
    const came = attendance
      .filter(({ author }) => children.some((child) => child.class === plan.staff.find((one) => one.key === author)!.organization))
      .flatMap(({ deeds }) => deeds[0]!.answers!.rows as { status: string }[])
      .filter(({ status }) => status === "present" || status === "late").length;
    const [menu_main, menu_side, fruit] = dishes[nth % dishes.length]!;
    const centre = school === "centre";
    const delivery = nth % 10 === 0;
    const answers = {
      day,
      present: came,
      menu_main,
      ...(menu_side && { menu_side }),
      fruit,
      method: "ingredients",
      portions: came,
      quality: "good",
      june_pupils: children.length,
      milk_in: delivery ? children.length * 11 : 0,
      milk_out: came,
      milk_bad: 0,
      milk_type: "uht",
      ...(delivery && { milk_lot: `TS-${day.slice(2).replaceAll("-", "")}`, milk_expiry: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}` }),
    };
    const signers = centre ? ["centre-head", "education-clerk", "education-head"] : [`${school}-clerk`, `${school}-deputy`, `${school}-director`];
    return {
      form: "lunch",
      author: centre ? "centre-teacher-1" : `${school}-teacher-3`,
      deeds: [
        { day: 0, hour: 11, minute: chance.number(30), type: "submit", answers },
        ...signers.map((who, at): Deed => ({ day: 0, hour: 12, minute: 5 + at * 8, who, type: "sign" })),
      ],
    };
  });
  return { day, rounds: [attendance, lunch] };
}

function markOf(chance: Chance, spell: number): { status: string; time_in?: string; note?: string } {
  // Four days in a row now and then.
  if (Math.floor(spell / 4) % 41 === 0) return { status: "absent" };
  const luck = chance.number(1000);
  if (luck < 22) return { status: "sick", note: "ไข้หวัด" };
  if (luck < 32) return { status: "personal" };
  if (luck < 44) return { status: "absent" };
  if (luck < 60) return { status: "late", time_in: `08:${String(35 + chance.number(20)).padStart(2, "0")}` };
  return { status: "present" };
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
