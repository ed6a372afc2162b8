// People of a small municipality, as actors: who they are, which positions they hold, over what.

import type { OrganizationFact } from "../../engine/expression/facts.js";
import type { Actor, HeldPosition, Text } from "../../schemas/types.js";

export const lao = { id: "LAO", kind: "lao", name: { th: "เทศบาลตำบลทุ่งนา", en: "Thung Na Municipality" } };
export const province = { id: "PROVINCE", kind: "province", name: "จังหวัดตัวอย่าง" };
export const school = { id: "SCHOOL", kind: "school", name: { th: "โรงเรียนบ้านหนองบัว", en: "Ban Nong Bua School" } };
export const otherSchool = { id: "SCHOOL2", kind: "school", name: "โรงเรียนบ้านดอน" };
export const classroom = { id: "P1", kind: "class", name: "ป.1/1" };

/** Where a record of the school belongs. */
export const atSchool: OrganizationFact = { ...school, ancestors: [lao, province] };
export const atOtherSchool: OrganizationFact = { ...otherSchool, ancestors: [lao, province] };

type Place = { id: string; kind: string; name: Text };

/** A position: its duties, where it sits, and over what its rights flow. */
export function position(id: string, title: Text, duties: string[], at: Place, over: Place = at): HeldPosition {
  return { id, title, duties, organization: at.id, organizationName: at.name, organizationKind: at.kind, scope: over.id, scopeKind: over.kind };
}

/** Somebody with these positions. The person's id is the account's in capitals. */
export function somebody(account: string, name: string, ...positions: HeldPosition[]): Actor {
  return { account, person: account.toUpperCase(), owner: lao.id, name, positions };
}

export const teacher = somebody("teacher", "น.ส.มาลี ใจดี", position("p-teacher", "ครูประจำชั้น ป.1/1", ["school-staff", "class-teacher"], classroom));
export const colleague = somebody("colleague", "นายสมศักดิ์ รักเรียน", position("p-colleague", "ครู", ["school-staff"], school));
export const directorPosition = position("p-director", { th: "ผู้อำนวยการโรงเรียนบ้านหนองบัว", en: "Director" }, ["director", "school-staff"], school);
export const director = somebody("director", "นายวิชัย ตั้งใจ", directorPosition);
export const deputy = somebody("deputy", "นางปราณี ดีงาม", position("p-deputy", "รองผู้อำนวยการโรงเรียนบ้านหนองบัว", ["deputy", "school-staff"], school));
export const stranger = somebody("stranger", "นายห่าง ไกล", position("p-stranger", "ครู", ["school-staff", "director"], otherSchool));
export const secretary = somebody("secretary", "นายปลัด เทศบาล", position("p-secretary", "ปลัดเทศบาล", ["permanent-secretary"], lao));
export const mayor = somebody("mayor", "นายกเทศมนตรี", position("p-mayor", "นายกเทศมนตรี", ["mayor"], lao));
export const [inspector1, inspector2, inspector3] = [1, 2, 3].map((n) =>
  somebody(`inspector${n}`, `กรรมการ ${n}`, position(`p-inspector${n}`, "กรรมการตรวจรับพัสดุ", ["inspector"], school)),
) as [Actor, Actor, Actor];
export const system: Actor = { account: "system", person: "system", owner: lao.id, name: "ระบบ", system: true, positions: [] };

/** The same person with somebody's position besides, from a day to a day: รักษาราชการแทน. */
export function actingFor(actor: Actor, absent: Actor, from: string, to: string, kind: "in-charge" | "on-behalf" = "in-charge"): Actor {
  const acted = absent.positions.map((held) => ({
    ...held,
    from,
    to,
    acting: { delegation: `order-${from}`, kind, person: absent.person, name: absent.name },
  }));
  return { ...actor, positions: [...actor.positions, ...acted] };
}
