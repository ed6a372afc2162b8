// The pupils of the demo: six hundred children who do not exist, each in a class, with what the register asks of them. A plan; actions carry it out.
import { addDays } from "../../../engine/thai/day.js";
import { academicYear, term } from "../../../engine/thai/years.js";
import { newUlid } from "../../plugins/ids.js";
import type { Chance } from "./chance.js";
import type { Plan, PlannedOrganization } from "./municipality.js";
import { ends, starts } from "./names.js";

export interface PlannedPupil {
  /** Id of the record. */
  record: string;
  /** Keys of the class and of what it belongs to. */
  class: string;
  school: string;
  seat: number;
  /** Entered last of a full class: the school has not looked at it yet. */
  waits: boolean;
  name: string;
  answers: Record<string, unknown>;
}

const girls = "กมลชนก กัญญาณัฐ จิราภรณ์ ชนิดา ญาณิศา ณิชาภัทร ธัญชนก นภัสสร บุษบา ปภาวรินทร์ พิมพ์ชนก ภัทรวดี มนัสนันท์ รุ่งนภา วรัญญา ศศิธร สิรินทรา สุภาวดี อรปรียา ไอรดา".split(" ");
const boys = "กฤษณะ กิตติพงษ์ จักรภัทร ชนาธิป ณัฐวุฒิ ธนกฤต ธีรภัทร์ นันทวัฒน์ ปฏิพล พงศกร ภูมิพัฒน์ รัฐภูมิ วีรภาพ ศุภกฤต สุรเชษฐ์ อัครวินท์ เจษฎา ไกรวิชญ์ ปัณณธร สิรวิชญ์".split(" ");
const nicknames = "ต้นกล้า ใบบัว ข้าวหอม น้ำฝน ภูผา ฟ้าใส มะลิ ปูเป้ โอม เพชร แพรว ตะวัน".split(" ");
const work = ["ทำนา", "รับจ้าง", "ค้าขาย", "ทำสวน", "พนักงานบริษัท", "รับราชการ"];

/** Grade and age of a class by its name: ป.2/1 is eight years old. */
function levelOf({ name }: PlannedOrganization): { grade: string; age: number } {
  const words = typeof name === "string" ? name : name.th;
  const primary = /ป\.(\d)/.exec(words)?.[1];
  if (primary) return { grade: `p${primary}`, age: 6 + Number(primary) };
  const kindergarten = /อ\.(\d)/.exec(words)?.[1];
  if (kindergarten) return { grade: `k${kindergarten}`, age: 3 + Number(kindergarten) };
  const age = Number(/(\d) ขวบ/.exec(words)?.[1] ?? 3);
  return { grade: `age${age}`, age };
}

/** A number of thirteen digits whose last one checks the others, of nobody: the second to fifth figures are no district's. */
function citizenId(nth: number): string {
  const body = `10000${String(nth).padStart(7, "0")}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (13 - at), 0);
  return `${body}${(11 - (sum % 11)) % 10}`;
}

/** From this many on a class is full; of a full one the last two wait. */
const full = 15;

/** All pupils of these classes: `total` of them, spread as the plan has it. `id` gives the id of an organization by its key. */
export function pupils(chance: Chance, classes: readonly PlannedOrganization[], total: number, today: string, id: (key: string) => string): PlannedPupil[] {
  const year = academicYear(today) - 543;
  const began = `${year}-05-16`;
  const planned = classes.reduce((sum, { pupils = 0 }) => sum + pupils, 0);
  let [nth, before] = [0, 0];
  return classes.flatMap((room) => {
    const from = Math.floor((before * total) / planned);
    before += room.pupils ?? 0;
    const size = Math.floor((before * total) / planned) - from;
    const { grade, age } = levelOf(room);
    const children = Array.from({ length: size }, () => {
      const girl = chance.oneIn(2);
      return { girl, first: chance.pick(girl ? girls : boys), last: chance.pick(starts) + chance.pick(ends) };
    }).sort((a, b) => thai.compare(a.first + a.last, b.first + b.last));
    return children.map(({ girl, first, last }, seat): PlannedPupil => {
      nth++;
      const prefix = girl ? "เด็กหญิง" : "เด็กชาย";
      const record = newUlid(Date.parse(`${began}T01:00:00.000Z`) + nth * 1000);
      const phone = `08${chance.number(10)}${String(chance.number(10_000_000)).padStart(7, "0")}`;
      return {
        record,
        class: room.key,
        school: room.parent!,
        seat: seat + 1,
        waits: size >= full && seat >= size - 2,
        name: `${prefix}${first} ${last}`,
        answers: {
          student_no: String(10_000 + nth),
          id_type: "thai",
          citizen_id: citizenId(nth),
          prefix: girl ? "girl" : "boy",
          first_name: first,
          last_name: last,
          nickname: chance.pick(nicknames),
          sex: girl ? "female" : "male",
          birth_date: addDays(`${year - age}-05-16`, -chance.number(360)),
          nationality: "th",
          race: "th",
          religion: chance.oneIn(12) ? "muslim" : "buddhist",
          blood: chance.pick(["a", "b", "ab", "o", "unknown"]),
          grade,
          classes: [{ $row: newUlid(nth), term: term(began), room: id(room.key), seat_no: seat + 1, from: began }],
          admission_date: addDays(began, -365 * chance.number(2)),
          status: "studying",
          status_date: began,
          reg_addr: {
            house: `${1 + chance.number(300)}`,
            moo: `${1 + chance.number(9)}`,
            subdistrict: "ทุ่งสายบัว",
            district: "เมืองสายบัว",
            province: "สายบัว",
            postcode: "99000",
          },
          same_addr: true,
          guardian: {
            prefix: chance.oneIn(3) ? "mr" : "mrs",
            first_name: chance.pick(["สมพร", "บุญมี", "ประนอม", "สำราญ", "ทองใบ", "วิไล", "มานิต"]),
            last_name: last,
            relation: chance.pick(["mother", "father", "grandparent"]),
            occupation: chance.pick(work),
            phone,
          },
          emergency_name: "ผู้ปกครอง",
          emergency_phone: phone,
          travel_mode: chance.pick(["walk", "bicycle", "motorcycle", "school-bus"]),
          ...(chance.oneIn(25) && { allergy: ["food"], allergy_note: chance.pick(["แพ้กุ้ง", "แพ้ถั่ว", "แพ้นมวัว"]) }),
        },
      };
    });
  });
}

const thai = new Intl.Collator("th", { numeric: true });

/** The classes of a plan, in its order. */
export const classesOf = ({ organizations }: Plan): PlannedOrganization[] => organizations.filter(({ kind }) => kind === "class");
