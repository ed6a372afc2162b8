// A small world to test rights in: one province, two municipalities. A has two schools of two classes and its offices, B has one school.
// Nobody in it is real. User names say who they are: `teacher` and `co-teacher` share a class, `class-teacher` has the other class of the
// same school, `other-teacher` another school of A, `b-teacher` a school of B, `province` looks from above.

import { personDoc } from "../../server/accounts/new.js";
import { hashPassword } from "../../server/accounts/passwords.js";
import { type Changed, changeWrites } from "../../server/organizations/change.js";
import type { AccountDoc, HoldingDoc, OrganizationDoc, OrganizationKind, PositionDoc } from "../../server/organizations/docs.js";
import type { Storage, Write } from "../../server/storage/port.js";

export const password = "บ้านไร่ริมคลอง-42";
let hashed: Promise<string> | undefined;

type Place = [key: string, kind: OrganizationKind, name: string, parent?: string];
const places: Place[] = [
  ["province", "province", "จังหวัดตัวอย่าง"],
  ["district", "district", "อำเภอเมืองตัวอย่าง", "province"],
  ["a", "lao", "เทศบาลตำบลสระบัว", "district"],
  ["a-office", "office", "กองการศึกษา", "a"],
  ["school", "school", "โรงเรียนบ้านหนองบัว", "a"],
  ["class", "class", "ป.1/1", "school"],
  ["class-2", "class", "ป.1/2", "school"],
  ["other-school", "school", "โรงเรียนวัดทุ่งนา", "a"],
  ["other-class", "class", "ป.1/1", "other-school"],
  ["other-class-2", "class", "ป.1/2", "other-school"],
  ["b", "lao", "เทศบาลตำบลดอนแก้ว", "district"],
  ["b-school", "school", "โรงเรียนบ้านดอนแก้ว", "b"],
  ["b-class", "class", "ป.1/1", "b-school"],
];

type Seat = [username: string, name: string, title: string, duties: string[], organization: string, scope?: string];
const seats: Seat[] = [
  ["teacher", "นางสาวกมลวรรณ ใจดี", "ครูประจำชั้น ป.1/1", ["teacher", "school-staff"], "class"],
  ["co-teacher", "นายขจร แสงทอง", "ครูคู่ชั้น ป.1/1", ["teacher", "school-staff"], "class"],
  ["class-teacher", "นางคำแก้ว ศรีสุข", "ครูประจำชั้น ป.1/2", ["teacher", "school-staff"], "class-2"],
  ["director", "นายจรัส วงศ์ดี", "ผู้อำนวยการโรงเรียน", ["director", "school-staff"], "school"],
  ["deputy", "นางฉวีวรรณ บุญมา", "รองผู้อำนวยการโรงเรียน", ["deputy", "school-staff"], "school"],
  ["clerk", "นายชัยยุทธ ทองคำ", "เจ้าหน้าที่ธุรการ", ["clerk", "school-staff"], "school"],
  ["other-teacher", "นางสาวดวงใจ มีสุข", "ครูประจำชั้น ป.1/1", ["teacher", "school-staff"], "other-class"],
  ["other-director", "นายตรีภพ งามตา", "ผู้อำนวยการโรงเรียน", ["director", "school-staff"], "other-school"],
  ["education-office", "นางสาวถนอม ศรีงาม", "นักวิชาการศึกษา", ["education-office"], "a-office", "a"],
  ["education-head", "นายทวีป รักเรียน", "ผู้อำนวยการกองการศึกษา", ["education-head"], "a-office", "a"],
  ["permanent-secretary", "นางธิดา พรหมมา", "ปลัดเทศบาล", ["permanent-secretary"], "a"],
  ["mayor", "นายนคร มั่นคง", "นายกเทศมนตรี", ["mayor"], "a"],
  ["finance", "นางบุษบา คงทน", "นักวิชาการเงินและบัญชี", ["finance"], "a"],
  ["lao-admin", "นายประสิทธิ์ ช่างคิด", "ผู้ดูแลระบบ", ["lao-admin"], "a-office", "a"],
  ["b-teacher", "นางสาวผกา ดอนแก้ว", "ครูประจำชั้น ป.1/1", ["teacher", "school-staff"], "b-class"],
  ["b-director", "นายพงษ์ ดอนแก้ว", "ผู้อำนวยการโรงเรียน", ["director", "school-staff"], "b-school"],
  ["b-lao-admin", "นางภาวนา ดอนแก้ว", "ผู้ดูแลระบบ", ["lao-admin"], "b"],
  ["province", "นายมานะ จังหวัด", "ท้องถิ่นจังหวัด", ["province-viewer"], "province"],
];

export const usernames = seats.map(([username]) => username);

export interface Town {
  /** Ids by the words above: organizations by key, positions, people and accounts by user name. */
  organizations: Record<string, string>;
  positions: Record<string, string>;
  holdings: Record<string, string>;
  people: Record<string, string>;
  accounts: Record<string, string>;
}

/** Builds it in an empty store. Everybody has the same password. */
export async function settle(storage: Storage, newId: () => string, at: string): Promise<Town> {
  hashed ??= hashPassword(password);
  const town: Town = { organizations: {}, positions: {}, holdings: {}, people: {}, accounts: {} };
  const owners: Record<string, string> = {};
  const units: Record<string, string[]> = {};
  const writes: Write[] = [];
  const add = (change: Changed) => writes.push(...changeWrites(change, at, {}));
  for (const [key, kind, name, parent] of places) {
    const id = newId();
    town.organizations[key] = id;
    owners[key] = kind === "lao" || parent === undefined ? id : owners[parent]!;
    units[key] = [id, ...(parent === undefined ? [] : units[parent]!)];
    const doc: OrganizationDoc = { id, owner: owners[key], format: 1, rev: 1, kind, name, ...(parent && { parent: town.organizations[parent]! }) };
    add({ kind: "organization", what: "made", doc, unit: units[key], payload: { to: { name } } });
  }
  for (const [username, name, title, duties, organization, scope = organization] of seats) {
    const owner = owners[organization]!;
    const common = { owner, format: 1, rev: 1 };
    const person = personDoc(newId(), owner, 1, { name, personType: duties.includes("teacher") ? "teacher" : "support" });
    const account: AccountDoc = { id: newId(), ...common, username, person: person.id, name, password: await hashed };
    const place = town.organizations[organization]!;
    const position: PositionDoc = { id: newId(), ...common, title, duties, organization: place, scope: town.organizations[scope]! };
    const holding: HoldingDoc = { id: newId(), ...common, position: position.id, person: person.id, from: "2026-05-16" };
    const unit = units[organization]!;
    writes.push({ op: "claim", owner: "*", key: `account/${username}`, by: account.id });
    add({ kind: "person", what: "made", doc: person, unit: [owner], payload: { to: { name } } });
    add({ kind: "account", what: "made", doc: account, unit: [owner], payload: { to: { username } } });
    add({ kind: "position", what: "made", doc: position, unit, payload: { to: { title } } });
    add({ kind: "holding", what: "made", doc: holding, unit, payload: { to: { position: position.id } } });
    town.people[username] = person.id;
    town.accounts[username] = account.id;
    town.positions[username] = position.id;
    town.holdings[username] = holding.id;
  }
  const done = await storage.commit(writes);
  if ("conflict" in done) throw new Error(`the municipality could not be built: ${done.conflict} at ${done.index}`);
  return town;
}
