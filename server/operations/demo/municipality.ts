// The plan of the demo municipality: its organizations, and forty positions with somebody in each. Plain data; nothing is stored here.
import type { Text } from "../../../schemas/types.js";
import type { Chance } from "./chance.js";
import { names, type PersonName } from "./names.js";

export interface PlannedOrganization {
  key: string;
  kind: "province" | "district" | "lao" | "office" | "school" | "centre" | "class";
  name: Text;
  short?: Text;
  parent?: string;
  /** Of a class: how many children it has in the whole demo. */
  pupils?: number;
}
export interface PlannedStaff {
  key: string;
  name: PersonName;
  title: Text;
  duties: string[];
  /** Where the position sits, and from where its rights flow down. */
  organization: string;
  scope: string;
  personType: string;
  phone: string;
  /** Whom the demo announces; the others sign in with their key. */
  username?: string;
}
export interface Plan {
  organizations: PlannedOrganization[];
  staff: PlannedStaff[];
}

const text = (th: string, en: string): Text => ({ th, en });

const offices: PlannedOrganization[] = [
  { key: "province", kind: "province", name: text("จังหวัดสายบัว", "Sai Bua Province") },
  { key: "district", kind: "district", name: text("อำเภอเมืองสายบัว", "Mueang Sai Bua District"), parent: "province" },
  {
    key: "lao",
    kind: "lao",
    name: text("เทศบาลตำบลทุ่งสายบัว", "Thung Sai Bua Subdistrict Municipality"),
    short: text("ทต. ทุ่งสายบัว", "Thung Sai Bua"),
    parent: "district",
  },
  { key: "office-clerk", kind: "office", name: text("สำนักปลัดเทศบาล", "Office of the Permanent Secretary"), parent: "lao" },
  { key: "office-education", kind: "office", name: text("กองการศึกษา", "Education Division"), parent: "lao" },
  { key: "office-finance", kind: "office", name: text("กองคลัง", "Finance Division"), parent: "lao" },
];
const schools = [
  {
    key: "school-1",
    rooms: [33, 36, 33, 31, 30, 30],
    name: text("โรงเรียนเทศบาล 1 (วัดทุ่งสายบัว)", "Municipal School 1 (Wat Thung Sai Bua)"),
    short: text("รร. เทศบาล 1", "School 1"),
  },
  {
    key: "school-2",
    rooms: [32, 31, 30, 30, 30, 30],
    name: text("โรงเรียนเทศบาล 2 (บ้านหนองปรือ)", "Municipal School 2 (Ban Nong Prue)"),
    short: text("รร. เทศบาล 2", "School 2"),
  },
  {
    key: "school-3",
    rooms: [31, 31, 30, 30, 30, 30],
    name: text("โรงเรียนเทศบาล 3 (บ้านคลองยาว)", "Municipal School 3 (Ban Khlong Yao)"),
    short: text("รร. เทศบาล 3", "School 3"),
  },
];
/** One teacher a class. */
const classes = ["ป.1/1", "ป.2/1", "ป.3/1", "ป.4/1", "ป.5/1", "ป.6/1"];
/** A child centre's rooms are smaller than a school's. */
const rooms = [
  { name: text("ห้อง 2 ขวบ", "Room of 2"), pupils: 20 },
  { name: text("ห้อง 3 ขวบ", "Room of 3"), pupils: 22 },
];

/** All of it, the same for the same chance. */
export function municipality(chance: Chance): Plan {
  const name = names(chance);
  const organizations: PlannedOrganization[] = [...offices];
  const staff: PlannedStaff[] = [];
  const phone = () => `08${chance.number(10)}${String(chance.number(10_000_000)).padStart(7, "0")}`;
  const hire = (one: Omit<PlannedStaff, "name" | "phone" | "scope"> & { scope?: string }) =>
    staff.push({ scope: one.organization, ...one, name: name(), phone: phone() });

  hire({
    key: "mayor",
    username: "mayor",
    title: text("นายกเทศมนตรี", "Mayor"),
    duties: ["mayor", "office-staff"],
    organization: "lao",
    personType: "executive",
  });
  hire({
    key: "secretary",
    title: text("ปลัดเทศบาล", "Permanent Secretary"),
    duties: ["permanent-secretary", "office-staff"],
    organization: "office-clerk",
    scope: "lao",
    personType: "executive",
  });
  hire({
    key: "education-head",
    username: "education-head",
    title: text("ผู้อำนวยการกองการศึกษา", "Head of Education"),
    duties: ["education-head", "education-office", "office-staff"],
    organization: "office-education",
    scope: "lao",
    personType: "executive",
  });
  hire({
    key: "lao-admin",
    username: "lao-admin",
    title: text("นักวิชาการศึกษา", "Education Officer"),
    duties: ["lao-admin", "education-office", "office-staff"],
    organization: "office-education",
    scope: "lao",
    personType: "support",
  });
  hire({
    key: "education-clerk",
    title: text("เจ้าพนักงานธุรการ กองการศึกษา", "Clerk, Education Division"),
    duties: ["education-office", "office-staff"],
    organization: "office-education",
    scope: "lao",
    personType: "support",
  });
  hire({
    key: "finance-head",
    title: text("ผู้อำนวยการกองคลัง", "Head of Finance"),
    duties: ["finance", "office-staff"],
    organization: "office-finance",
    scope: "lao",
    personType: "executive",
  });
  hire({
    key: "procurement",
    title: text("เจ้าพนักงานพัสดุ", "Procurement Officer"),
    duties: ["procurement", "office-staff"],
    organization: "office-finance",
    scope: "lao",
    personType: "support",
  });

  for (const [nth, { rooms, ...school }] of schools.entries()) {
    organizations.push({ kind: "school", parent: "lao", ...school });
    const at = { organization: school.key };
    const demo = (username: string) => (nth === 0 ? { username } : {});
    hire({
      key: `${school.key}-director`,
      ...demo("director"),
      ...at,
      title: text("ผู้อำนวยการสถานศึกษา", "School Director"),
      duties: ["director", "school-staff"],
      personType: "executive",
    });
    hire({
      key: `${school.key}-deputy`,
      ...at,
      title: text("รองผู้อำนวยการสถานศึกษา", "Deputy School Director"),
      duties: ["deputy", "school-staff"],
      personType: "executive",
    });
    hire({
      key: `${school.key}-clerk`,
      ...demo("clerk"),
      ...at,
      title: text("เจ้าหน้าที่ธุรการ", "Clerk"),
      duties: ["clerk", "school-staff"],
      personType: "mission",
    });
    for (const [seat, room] of classes.entries()) {
      const key = `${school.key}-class-${seat + 1}`;
      organizations.push({ key, kind: "class", name: text(room, room), parent: school.key, pupils: rooms[seat]! });
      hire({
        key: `${school.key}-teacher-${seat + 1}`,
        ...(seat === 1 ? demo("teacher") : {}),
        organization: key,
        title: text(`ครูประจำชั้น ${room}`, `Class Teacher ${room}`),
        duties: ["teacher", "school-staff"],
        personType: "teacher",
      });
    }
    hire({
      key: `${school.key}-health`,
      ...at,
      title: text("ครูอนามัยโรงเรียน", "School Health Teacher"),
      duties: ["school-staff"],
      personType: "teacher",
    });
  }

  organizations.push({
    key: "centre",
    kind: "centre",
    name: text("ศูนย์พัฒนาเด็กเล็กบ้านทุ่ง", "Ban Thung Child Development Centre"),
    short: text("ศพด. บ้านทุ่ง", "Ban Thung Centre"),
    parent: "lao",
  });
  hire({
    key: "centre-head",
    organization: "centre",
    title: text("หัวหน้าศูนย์พัฒนาเด็กเล็ก", "Head of the Child Centre"),
    duties: ["director", "clerk", "deputy", "school-staff"],
    personType: "teacher",
  });
  for (const [seat, room] of rooms.entries()) {
    const key = `centre-class-${seat + 1}`;
    organizations.push({ key, kind: "class", parent: "centre", ...room });
    hire({
      key: `centre-teacher-${seat + 1}`,
      organization: key,
      title: text("ครูผู้ดูแลเด็ก", "Child-care Teacher"),
      duties: ["teacher", "school-staff"],
      personType: "teacher",
    });
  }
  return { organizations, staff };
}

/** Looks at the province's boards; no staff of the municipality. */
export const provinceViewer = {
  key: "province-viewer",
  username: "province",
  title: text("ผู้แทนสำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด", "Provincial Local Administration Office"),
  duties: ["province-viewer"],
  organization: "province",
  scope: "province",
};
